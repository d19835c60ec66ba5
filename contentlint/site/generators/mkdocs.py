"""MkDocs, Material for MkDocs and Zensical: https://www.mkdocs.org/user-guide/."""

import re
from collections.abc import Callable
from dataclasses import replace
from posixpath import normpath

from contentlint.core.patterns import lazy
from contentlint.site.generator import Assets, Generator, Kind, Marker

_CONFIGS = ("mkdocs.yml", "mkdocs.yaml")
_ZENSICAL = "zensical.toml"

# The blog plugin of Material, which turns some pages into posts.
_BLOG = lazy(r"^[ \t]*(?:-[ \t]*)?[\"']?(?:material/)?blog[\"']?[ \t]*(?::[ \t]*)?$", re.MULTILINE)
_POSTS = Kind("posts", ("docs/blog/posts/**/*.md",), "mkdocs.BlogPost")
# Template and output folders, relative to the folder of the configuration.
_FOLDER = lazy(r"^[ \t]*(?:custom_dir|site_dir)[ \t]*[:=][ \t]*[\"']?([\w./-]+)", re.MULTILINE)


def _refined(generator: Generator, text_of: Callable[[str], str]) -> Generator:
    """Add the posts of Material's blog, and exclude the configured template and output folders."""
    text = "\n".join(map(text_of, (*_CONFIGS, _ZENSICAL)))
    return replace(
        generator,
        kinds=(_POSTS, *generator.kinds) if _BLOG.search(text) else generator.kinds,
        not_content=generator.not_content.union(map(normpath, _FOLDER.findall(text))),
    )


GENERATOR = Generator(
    "mkdocs",
    "MkDocs",
    schema="mkdocs",
    markers=(
        Marker(
            _CONFIGS,
            keys=frozenset({"site_name", "inherit", "nav", "theme", "plugins", "docs_dir"}),
            may_be_empty=True,
        ),
        Marker((_ZENSICAL,), keys=frozenset({"project"}), may_be_empty=True),
    ),
    configs=(*_CONFIGS, _ZENSICAL),
    kinds=(Kind("pages", ("docs/**/*.md",), "mkdocs"),),
    refine=_refined,
    not_content=frozenset({"site"}),
    templates=frozenset({"jinja"}),
    marks=frozenset({"admonitions", "details", "content-tabs", "display-maths"}),
    extensions=frozenset({"definition-lists", "heading-attributes"}),
    allows_spaces_in_urls=True,
    takes_heading_as_title=True,
    assets=Assets(
        roots=("docs",),
        others=("",),
        moved=lazy(r"^INHERIT:|multirepo|monorepo", re.MULTILINE),
        root_setting=lazy(r"^docs_dir:[ \t]*[\"']?([\w./-]+)", re.MULTILINE),
    ),
)

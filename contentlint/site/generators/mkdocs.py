"""MkDocs, ProperDocs, Material for MkDocs and Zensical: https://www.mkdocs.org/user-guide/."""

import re
from collections.abc import Callable
from posixpath import normpath

from contentlint.core.patterns import lazy
from contentlint.core.records import replace
from contentlint.site.dates import NO_STRINGS, Dates
from contentlint.site.dialect import PYTHON_MARKDOWN
from contentlint.site.generator import Assets, Generator, Kind, Marker
from contentlint.site.reading import Reading, shapes

_CONFIGS = ("properdocs.yml", "properdocs.yaml", "mkdocs.yml", "mkdocs.yaml")
_ZENSICAL = "zensical.toml"

# The blog plugin of Material, which turns some pages into posts.
_BLOG = lazy(r"^[ \t]*(?:-[ \t]*)?[\"']?(?:material/)?blog[\"']?[ \t]*(?::[ \t]*)?$", re.MULTILINE)
_POSTS = Kind("posts", ("docs/blog/posts/**/*.md",), "mkdocs.BlogPost")
_DATES = Dates(
    frozenset({"date", "date.created", "date.updated"}),
    "stops the build",
    folders=("posts",),
    strings=NO_STRINGS,
    empty_fails=True,
    knows_midnight=False,
)
# Template and output folders, relative to the folder of the configuration.
_FOLDER = lazy(r"^[ \t]*(?:custom_dir|site_dir)[ \t]*[:=][ \t]*[\"']?([\w./-]+)", re.MULTILINE)

# Extensions and plugins that change what is rendered, in a list or as keys.
_EXTENSION = lazy(
    r"^[ \t]*(?:-[ \t]*|(?<=[ \t])(?=[\w.\"']+[ \t]*:))[\"']?(?:markdown\.extensions\.)?"
    r"(pymdownx\.(?:extra|betterem|snippets)|md_in_html|footnotes|extra|autorefs|mkdocstrings"
    r"|macros|attr_list|admonition|callouts|github-callouts)\b",
    re.MULTILINE,
)
# Those through which an article uses references that are defined elsewhere.
_OF_THE_SITE = frozenset({"pymdownx.snippets", "autorefs", "mkdocstrings", "macros"})


def _refined(generator: Generator, text_of: Callable[[str], str]) -> Generator:
    """Add the posts of Material's blog, and adapt folders and dialect to the configuration."""
    text = "\n".join(map(text_of, (*_CONFIGS, _ZENSICAL)))
    extensions = frozenset(_EXTENSION.findall(text))
    # Zensical and the packages of `pymdownx` set up several extensions by themselves.
    is_extra = "pymdownx.extra" in extensions or bool(text_of(_ZENSICAL))
    takes_attribute = is_extra or not extensions.isdisjoint(("md_in_html", "extra"))
    dialect = replace(
        PYTHON_MARKDOWN,
        emphasis_needs_flanks=is_extra or "pymdownx.betterem" in extensions,
        has_attribute_lists=is_extra or not extensions.isdisjoint(("attr_list", "extra")),
        has_admonitions=bool(text_of(_ZENSICAL)) or "admonition" in extensions,
        has_footnotes=is_extra or not extensions.isdisjoint(("footnotes", "extra")),
        takes_markdown_attribute=takes_attribute,
        markdown_attribute_needs_margin=takes_attribute,
        has_global_references=not extensions.isdisjoint(_OF_THE_SITE),
    )
    has_blog = _BLOG.search(text) is not None
    return replace(
        generator,
        dates=(_DATES,) if has_blog else (),
        kinds=(_POSTS, *generator.kinds) if has_blog else generator.kinds,
        dialect=dialect,
        variant=" ".join([*(["blog"] if has_blog else []), *sorted(extensions)]),
        not_content=generator.not_content.union(map(normpath, _FOLDER.findall(text))),
    )


GENERATOR = Generator(
    "mkdocs",
    "MkDocs",
    schema="mkdocs",
    reading=Reading(
        "pyyaml",
        shapes(
            "bom opening-blank closing-blank dashes-json dots no-fences blank-first "
            "blank-between comment-first only-null empty leading-rule leading-rules"
        ),
        rest=shapes("no-opening"),
    ),
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
    # Output, and the templates of a site and of a theme in its own repository.
    not_content=frozenset(
        {"site", "overrides", "templates", "src/templates", "material/templates"}
    ),
    templates=frozenset({"jinja"}),
    marks=frozenset({"admonitions", "details", "content-tabs", "display-maths"}),
    extensions=frozenset({"definition-lists", "heading-attributes"}),
    allows_spaces_in_urls=True,
    dialect=PYTHON_MARKDOWN,
    takes_heading_as_title=True,
    links="mkdocs",
    assets=Assets(
        roots=("docs",),
        others=("",),
        moved=lazy(r"^INHERIT:|multirepo|monorepo", re.MULTILINE),
        sources=("docs",),
        root_setting=lazy(r"^docs_dir:[ \t]*[\"']?([\w./-]+)", re.MULTILINE),
    ),
)

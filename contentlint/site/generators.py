"""Site generators, recognised by their own files."""

import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from contentlint.core.globs import below, matches
from contentlint.core.patterns import lazy
from contentlint.core.reading import read_beginning


class Kind(NamedTuple):
    """One kind of a generator's articles.

    Args:
        name: what `contentlint init` calls the collection.
        content: where they usually are, as patterns from the site's root.
        schema: the shipped schema for them.
    """

    name: str
    content: tuple[str, ...]
    schema: str


class Generator(NamedTuple):
    """A static site generator.

    Args:
        name: in lower case.
        schema: the shipped schema for its articles that are of no special kind.
        markers: files or folders that only its sites have, as names.
        not_content: folders at the site's root that hold no articles: themes, layouts, output.
        kinds: its kinds of articles, a special one before the one around it.
    """

    name: str
    schema: str
    markers: tuple[str, ...]
    not_content: tuple[str, ...]
    kinds: tuple[Kind, ...]


SKILLS = Kind("agent skills", ("SKILL.md",), "skill")
"""Skills for agents, known by their file name wherever they lie."""

_SECTION_FILES = ("**/_index.*",)
_HUGO_CONFIGS = tuple(
    f"{folder}.{suffix}"
    for folder in ("hugo", "config/_default/hugo", "config/_default/config")
    for suffix in ("toml", "yaml", "yml", "json")
)

GENERATORS = (
    Generator(
        "hexo",
        "hexo",
        (),
        ("public", "themes", "scaffolds"),
        (Kind("posts", ("source/_posts/**/*.md",), "hexo"),),
    ),
    Generator(
        "hugo",
        "hugo",
        _HUGO_CONFIGS,
        ("public", "resources", "themes", "layouts", "archetypes"),
        (
            Kind("sections", _SECTION_FILES, "hugo.Section"),
            Kind("pages", ("content/**/*.md",), "hugo"),
        ),
    ),
    Generator(
        "astro",
        "astro",
        tuple(f"astro.config.{suffix}" for suffix in ("mjs", "ts", "js", "mts", "cjs")),
        ("dist",),
        (Kind("posts", ("src/content/**/*.md*",), "astro"),),
    ),
    Generator(
        "eleventy",
        "eleventy",
        (".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs"),
        ("_site", "_includes"),
        (Kind("posts", ("posts/**/*.md",), "eleventy"),),
    ),
    Generator(
        "mkdocs",
        "mkdocs",
        ("mkdocs.yml", "mkdocs.yaml", "zensical.toml"),
        ("site",),
        (Kind("pages", ("docs/**/*.md",), "mkdocs"),),
    ),
    Generator(
        "docusaurus",
        "docusaurus",
        tuple(f"docusaurus.config.{suffix}" for suffix in ("js", "ts", "mjs", "mts", "cjs", "cts")),
        ("build",),
        (
            Kind(
                "posts",
                ("blog/**/*.md*", "i18n/*/docusaurus-plugin-content-blog*/**/*.md*"),
                "docusaurus.BlogPost",
            ),
            Kind(
                "pages",
                ("src/pages/**/*.md*", "i18n/*/docusaurus-plugin-content-pages*/**/*.md*"),
                "docusaurus.Page",
            ),
            Kind("docs", ("docs/**/*.md*", "versioned_docs/**/*.md*"), "docusaurus"),
        ),
    ),
    Generator(
        "vitepress",
        "vitepress",
        (".vitepress", "docs/.vitepress"),
        (),
        (Kind("pages", ("docs/**/*.md",), "vitepress"),),
    ),
    Generator(
        "pelican",
        "pelican",
        ("pelicanconf.py",),
        ("output", "themes"),
        (Kind("articles", ("content/**/*.md",), "pelican"),),
    ),
    Generator(
        "quarto",
        "quarto",
        ("_quarto.yml", "_quarto.yaml"),
        ("_site", "_book"),
        (Kind("documents", ("**/*.qmd",), "quarto"),),
    ),
    Generator(
        "obsidian",
        "obsidian",
        (".obsidian",),
        (),
        (Kind("notes", ("**/*.md",), "obsidian"),),
    ),
    Generator(
        "myst",
        "article",
        ("myst.yml",),
        ("_build",),
        (Kind("pages", ("**/*.md",), "article"),),
    ),
    Generator(
        "jekyll",
        "jekyll",
        (),
        ("_site", "_layouts", "_includes", "_sass"),
        (Kind("posts", ("_posts/**/*.md",), "jekyll"),),
    ),
    Generator(
        "zola",
        "zola",
        ("zola.toml",),
        ("public", "templates", "themes"),
        (
            Kind("sections", _SECTION_FILES, "zola.Section"),
            Kind("pages", ("content/**/*.md",), "zola"),
        ),
    ),
)

_BY_NAME = {generator.name: generator for generator in GENERATORS}

_HEXO_KEYS = lazy(
    r"^(?:source_dir|public_dir|tag_dir|archive_dir|category_dir|new_post_name|post_asset_folder|"
    r"skip_render|render_drafts|filename_case)\s*:",
    re.MULTILINE,
)
_HEXO_PACKAGE = lazy(r'"hexo"\s*:')
_JEKYLL_KEYS = lazy(
    r"^(?:baseurl|markdown|kramdown|collections|defaults|plugins|gems|permalink|highlighter|"
    r"remote_theme|sass)\s*[:=]",
    re.MULTILINE,
)
# A kind of articles that a site has if its configuration names what makes them.
_STARLIGHT = Kind("docs", ("src/content/docs/**/*.md*",), "astro.Doc")
_MATERIAL_BLOG = Kind("posts", ("docs/blog/posts/**/*.md",), "mkdocs.BlogPost")
_ADDED_KINDS = {
    "astro": (re.compile("@astrojs/starlight"), _STARLIGHT),
    "mkdocs": (
        re.compile(r"^[ \t]*(?:-[ \t]*)?[\"']?(?:material/)?blog[\"']?[ \t]*(?::[ \t]*)?$", re.M),
        _MATERIAL_BLOG,
    ),
}
_ZOLA_KEYS = lazy(r"^(?:base_url|compile_sass|build_search_index)\s*=", re.MULTILINE)
_HUGO_KEYS = lazy(
    r"^[ \t]*[\"']?(?:baseURL|baseUrl|baseurl|languageCode)[\"']?[ \t]*[=:]", re.MULTILINE
)

# Kept small: a configuration file is never longer than this, and anything may have its name.
_MOST_BYTES = 200_000


def special_kinds(generator: Generator) -> list[Kind]:
    """The kinds of articles that have a schema of their own."""
    return [kind for kind in generator.kinds if kind.schema != generator.schema]


def schema_of(generator: Generator, root: Path, file: Path) -> str:
    """The shipped schema for an article of a site.

    Args:
        generator: what builds the site.
        root: the site's root, absolute.
        file: the article, absolute.
    """
    special = special_kinds(generator)
    if not special:
        return generator.schema
    path = below(file, root) or file.as_posix()
    found = (kind.schema for kind in special if matches(kind.content, path))
    return next(found, generator.schema)


# Other files and folders by which sites are recognised, beside the markers.
_CONFIGS = ("_config", "config")
_OTHER_FILES = ("package.json", "Gemfile")
_OTHER_FOLDERS = ("source", "content", "_posts", "_layouts", "_includes")
TELLING_NAMES = frozenset(
    {
        *_OTHER_FILES,
        *_OTHER_FOLDERS,
        *(f"{name}.{kind}" for name in _CONFIGS for kind in ("yml", "yaml", "toml", "json")),
        *(name.rpartition("/")[2] for generator in GENERATORS for name in generator.markers),
    }
)
"""The names of all files and folders that `recognise` looks for."""


class Recognised(NamedTuple):
    """A site: its generator, its root, and the file that told."""

    generator: Generator
    root: Path
    marker: Path


def names() -> tuple[str, ...]:
    """The name of every generator, sorted."""
    return tuple(sorted(_BY_NAME))


def by_name(name: str) -> Generator:
    """The generator of a name.

    Raises:
        KeyError: there is none.
    """
    return _BY_NAME[name]


@cache
def recognise(folder: Path) -> Recognised | None:
    """The site that a folder belongs to, by the nearest folder upwards that has a marker.

    Args:
        folder: an absolute path.
    """
    for probe in _PROBES:
        if found := probe(folder):
            return found
    if folder.parent == folder or (folder / ".git").exists():
        return None
    return recognise(folder.parent)


def _by_marker(folder: Path) -> Recognised | None:
    place = str(folder)
    for generator in GENERATORS:
        for name in generator.markers:
            # Many folders are asked for some forty names each, which `Path` would make slow.
            if os.path.exists(f"{place}/{name}"):  # noqa: PTH110
                marker = folder / name
                return Recognised(_with_added_kinds(generator, marker), folder, marker)
    return None


def _with_added_kinds(generator: Generator, config: Path) -> Generator:
    if generator.name not in _ADDED_KINDS:
        return generator
    pattern, kind = _ADDED_KINDS[generator.name]
    if not pattern.search(_read(config) or ""):
        return generator
    return generator._replace(kinds=(kind, *generator.kinds))


def _by_config_yml(folder: Path) -> Recognised | None:
    """Hexo and Jekyll have a `_config.yml` each; its keys tell them apart."""
    config, text = _first(folder, "_config.yml", "_config.yaml", "_config.toml")
    if text is None:
        return None
    is_hexo = _HEXO_KEYS.search(text) or _HEXO_PACKAGE.search(_read(folder / "package.json") or "")
    if is_hexo:
        return Recognised(_BY_NAME["hexo"], folder, config)
    has_folders = any((folder / name).is_dir() for name in ("_posts", "_layouts", "_includes"))
    if has_folders or (folder / "Gemfile").is_file() or _JEKYLL_KEYS.search(text):
        return Recognised(_BY_NAME["jekyll"], folder, config)
    return None


def _by_package(folder: Path) -> Recognised | None:
    package = folder / "package.json"
    if (folder / "source").is_dir() and _HEXO_PACKAGE.search(_read(package) or ""):
        return Recognised(_BY_NAME["hexo"], folder, package)
    return None


def _by_config_toml(folder: Path) -> Recognised | None:
    """Zola and older Hugo sites have a `config.toml` each; Hugo's may be YAML or JSON."""
    config, text = _first(folder, "config.toml", "config.yaml", "config.yml", "config.json")
    if text is None:
        return None
    if _ZOLA_KEYS.search(text):
        return Recognised(_BY_NAME["zola"], folder, config)
    if _HUGO_KEYS.search(text) and (folder / "content").is_dir():
        return Recognised(_BY_NAME["hugo"], folder, config)
    return None


_PROBES: tuple[Callable[[Path], Recognised | None], ...] = (
    _by_marker,
    _by_config_yml,
    _by_package,
    _by_config_toml,
)


def _first(folder: Path, *names: str) -> tuple[Path, str | None]:
    """The first of some files that a folder has, and its text; None where it has none of them."""
    place = str(folder)
    for name in names:
        if os.path.exists(f"{place}/{name}"):  # noqa: PTH110  # as above
            text = _read(folder / name)
            if text is not None:
                return folder / name, text
    return folder, None


def _read(file: Path) -> str | None:
    data = read_beginning(file, _MOST_BYTES)
    return None if data is None else data.decode("utf-8", "replace")


_OWN_ADDRESS = lazy(
    r"""^[ \t]*["']?(?:url|base_?url|site_?url|site)["']?[ \t]*[:=][ \t]*["']?https?://([^\s/"',:]+)""",
    re.IGNORECASE | re.MULTILINE,
)


def site_host(site: Recognised) -> str | None:
    """The host that a site is read at, as its generator's configuration says it."""
    match = _OWN_ADDRESS.search(_read(site.marker) or "")
    return match[1].lower() if match else None

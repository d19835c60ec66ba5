"""Site generators, recognised by their own files."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Generator(NamedTuple):
    """A static site generator.

    Args:
        name: in lower case.
        schema: the shipped schema for its articles.
        markers: files or folders that only its sites have, as names.
        not_content: folders at the site's root that hold no articles: themes, layouts, output.
        content: where its articles usually are, as a glob from the site's root.
    """

    name: str
    schema: str
    markers: tuple[str, ...]
    not_content: tuple[str, ...]
    content: str


GENERATORS = (
    Generator("hexo", "hexo", (), ("public", "themes", "scaffolds"), "source/_posts/**/*.md"),
    Generator(
        "hugo",
        "article",
        ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/hugo.toml"),
        ("public", "resources", "themes", "layouts", "archetypes"),
        "content/**/*.md",
    ),
    Generator(
        "astro",
        "article",
        ("astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.mts"),
        ("dist",),
        "src/content/**/*.md",
    ),
    Generator(
        "eleventy",
        "article",
        (".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs"),
        ("_site", "_includes"),
        "posts/**/*.md",
    ),
    Generator("mkdocs", "article", ("mkdocs.yml", "mkdocs.yaml"), ("site",), "docs/**/*.md"),
    Generator(
        "docusaurus",
        "article",
        ("docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"),
        ("build",),
        "blog/**/*.md",
    ),
    Generator("vitepress", "article", (".vitepress", "docs/.vitepress"), (), "docs/**/*.md"),
    Generator("pelican", "article", ("pelicanconf.py",), ("output", "themes"), "content/**/*.md"),
    Generator("quarto", "article", ("_quarto.yml", "_quarto.yaml"), ("_site", "_book"), "**/*.qmd"),
    Generator("myst", "article", ("myst.yml",), ("_build",), "**/*.md"),
    Generator("obsidian", "article", (".obsidian",), (), "**/*.md"),
    Generator(
        "jekyll",
        "article",
        (),
        ("_site", "_layouts", "_includes", "_sass"),
        "_posts/**/*.md",
    ),
    Generator("zola", "article", (), ("public", "templates", "themes"), "content/**/*.md"),
)

_BY_NAME = {generator.name: generator for generator in GENERATORS}

_HEXO_KEYS = re.compile(
    r"^(?:source_dir|public_dir|tag_dir|archive_dir|category_dir|new_post_name|post_asset_folder|"
    r"skip_render|render_drafts|filename_case)\s*:",
    re.MULTILINE,
)
_HEXO_PACKAGE = re.compile(r'"hexo"\s*:')
_JEKYLL_KEYS = re.compile(
    r"^(?:baseurl|markdown|kramdown|collections|defaults|plugins|gems|permalink|highlighter|"
    r"remote_theme|sass)\s*:",
    re.MULTILINE,
)
_ZOLA_KEYS = re.compile(r"^(?:base_url|compile_sass|build_search_index)\s*=", re.MULTILINE)
_HUGO_KEYS = re.compile(r"^(?:baseURL|baseUrl|baseurl|languageCode)\s*=", re.MULTILINE)

# Kept small: a configuration file is never longer than this, and anything may have its name.
_MOST_BYTES = 200_000


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
    for generator in GENERATORS:
        for name in generator.markers:
            if (marker := folder / name).exists():
                return Recognised(generator, folder, marker)
    return None


def _by_config_yml(folder: Path) -> Recognised | None:
    """Hexo and Jekyll have a `_config.yml` each; its keys tell them apart."""
    config = folder / "_config.yml"
    text = _read(config)
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
    """Zola and older Hugo sites have a `config.toml` each."""
    config = folder / "config.toml"
    text = _read(config)
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


def _read(file: Path) -> str | None:
    try:
        with file.open("rb") as stream:
            return stream.read(_MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        return None

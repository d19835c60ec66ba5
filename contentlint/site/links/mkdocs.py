"""MkDocs: links of Markdown name files, other targets are URLs; anchors of Python-Markdown."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from posixpath import dirname, normpath
from typing import Any

from contentlint.core.patterns import lazy
from contentlint.site.links import served
from contentlint.site.links.linked import LinkedSite
from contentlint.site.links.served import table, texts
from contentlint.site.pages import Heading, Link, Outcome, Page, unknown

_CONFIGS = ("properdocs.yml", "properdocs.yaml", "mkdocs.yml", "mkdocs.yaml")
_HOST = lazy(r"(?:https?:)?//[^/]+")
_SLUGIFY = lazy(
    r"slugify:[ \t]*(?:!!python/(?:name|object/apply):([\w.]+))?([^\n]*(?:\n[ \t]+(?:kwds|case"
    r"|percent_encode)\b[^\n]*)*)|-[ \t]*toc_uslugify"
)
# The settings of the extension `toc`: the more indented lines below its name.
_TOC = lazy(
    r"^([ \t]*)(?:-[ \t]*)?[\"']?(?:markdown\.extensions\.)?toc[\"']?:[ \t]*\n"
    r"((?:\1[ \t]+\S[^\n]*\n?)*)",
    re.MULTILINE,
)
_CASE = lazy(r"case:[ \t]*[\"']?([\w-]+)")
_SEPARATOR = lazy(r"^[ \t]+separator:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
_FUNCTIONS = {
    "markdown.extensions.toc.slugify": "python-markdown",
    "markdown.extensions.toc.slugify_unicode": "python-markdown-unicode",
    "pymdownx.slugs.uslugify": "pymdownx-lower",
    "pymdownx.slugs.uslugify_cased": "pymdownx",
    "pymdownx.slugs.uslugify_encoded": "pymdownx-lower-percent",
    "pymdownx.slugs.gfm": "pymdownx-lower-ascii",
}
_CASES = {"lower": "pymdownx-lower", "lower-ascii": "pymdownx-lower-ascii", "fold": "pymdownx-fold"}
_ATTRIBUTES = frozenset({"attr_list", "extra", "pymdownx.extra"})
# Plugins that add no pages and change no links.
_HARMLESS = frozenset(
    "search tags social blog privacy offline minify git-revision-date git-revision-date-localized "
    "git-authors git-committers glightbox awesome-pages awesome-nav section-index literate-nav "
    "redirects optimize typeset meta info group exclude-search macros autorefs mkdocstrings "
    "include-markdown rss mermaid2 charts table-reader open-in-new-tab tooltips abbreviations "
    "autolinks pdf-export with-pdf page-toc swagger-ui-tag videos video markmap img2fig caption "
    "git-latest-changes document-dates mike minify_html external-markdown projects".split()
)
_INSERTS = frozenset({"--8<--", "import", "include", "include-markdown", "include_markdown"})
_OF_THEMES = lazy(
    r"/(?:assets|css|js|fonts|webfonts|search|stylesheets|javascripts)/.*|/img/(?:favicon|grid)\..*"
    r"|/404\.html|/sitemap\.xml(?:\.gz)?|/objects\.inv|/(?:feed_)?rss_?\w*\.xml|/feed_\w+\.\w+"
)
_PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


class Resolver(served.Resolver):
    """Resolves links to files of the docs folder, and URLs of what is made of them."""

    slugs = "python-markdown"
    nav = "mkdocs_nav"

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        config = self.config = served.settings(site, *_CONFIGS)
        text = "\n".join(map(site.text, _CONFIGS))
        self.docs = normpath(str(config.get("docs_dir") or "docs")).strip("/")
        base = _HOST.sub("", str(config.get("site_url") or ""), count=1).strip("/")
        self.base = f"/{base}" if base and re.fullmatch(r"[\w./~-]+", base) else ""
        self.directory_urls = config.get("use_directory_urls") is not False
        self.roots = (self.docs,)
        self.extensions = _names(config.get("markdown_extensions"))
        self.plugins = _names(config.get("plugins"))
        self.slugs = _slugs(text) if config else ""
        unknown_plugins = {name.rpartition("/")[2] for name in self.plugins} - _HARMLESS
        has_settings_elsewhere = "INHERIT" in config or not config
        self.may_add_pages = bool(unknown_plugins or config.get("hooks") or has_settings_elsewhere)
        validation = table(config.get("validation"))
        links = {**validation, **table(validation.get("links"))}
        self.is_rooted_in_docs = links.get("absolute_links") == "relative_to_docs"

    # --- URLs

    def url(self, page: Page) -> str | None:
        path = self._in_docs(page.path)
        if path is None or any(part.startswith(".") for part in path.split("/")):
            return None
        folder, _, name = path.rpartition("/")
        stem = name.rpartition(".")[0]
        start = f"/{folder}/" if folder else "/"
        if name.endswith((".html", ".htm")):
            return f"{start}{name}"
        if stem == "index" or (stem.lower() == "readme" and not self._has_index(page.path)):
            return start
        return f"{start}{stem}/" if self.directory_urls else f"{start}{stem}.html"

    def _has_index(self, path: str) -> bool:
        return f"{dirname(path)}/index.md".lstrip("/") in self.site.paths

    def _in_docs(self, path: str) -> str | None:
        """A path relative to the docs folder; None if it is outside."""
        if self.docs == ".":
            return path
        return path[len(self.docs) + 1 :] if path.startswith(f"{self.docs}/") else None

    def files_at(self, url: str) -> Iterator[str]:
        if not any(part.startswith(".") for part in url.split("/")):
            yield from super().files_at(url)

    def supplied(self, url: str) -> str:
        if self.may_add_pages:
            return "plugin that adds pages"
        theme = self.config.get("theme")
        theme = theme if isinstance(theme, str) else str(table(theme).get("name") or "")
        is_builtin = theme in ("", "mkdocs")
        if _OF_THEMES.fullmatch(url) and not (is_builtin and url.startswith("/assets/")):
            return "file of a theme"
        if "blog" in {name.rpartition("/")[2] for name in self.plugins}:
            return "page of the blog plugin"
        if url.strip("/") in self._moved:
            return "redirect"
        if config_text := str(self.config.get("theme") or ""):
            if "readthedocs" in config_text and url == "/search.html":
                return "file of a theme"
            if "custom_dir" in config_text and "." in url.rpartition("/")[2]:
                return "file of a theme"
        return ""

    @cached_property
    def _moved(self) -> frozenset[str]:
        """The URLs from which a plugin redirects, without slashes at their ends."""
        found = set()
        plugins = self.config.get("plugins")
        for entry in plugins if isinstance(plugins, list) else [plugins]:
            for source in table(table(table(entry).get("redirects")).get("redirect_maps")):
                stem = str(source).rpartition(".")[0]
                found.add(stem.removesuffix("index").strip("/"))
                found.add(f"{stem}.html")
        return frozenset(found)

    # --- links

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if self._in_docs(page.path) is None:
            return unknown("article outside of `docs_dir`")
        if link.kind in ("html", "source") or (path.startswith("/") and not self.is_rooted_in_docs):
            return self.at_url(page, path, link)
        folder = "" if path.startswith("/") else dirname(self._in_docs(page.path) or "")
        inner = self.inside(folder, path)
        place = None if inner is None else inner if self.docs == "." else f"{self.docs}/{inner}"
        is_hidden = "/." in f"/{inner}"
        if place is not None and not is_hidden and self._is_file(place):
            return Outcome("found", place=place, page=place if place in self.site.paths else "")
        outcome = self.at_url(page, path, link)
        if outcome.fault and self._is_of_file(path):
            return self._missing_file(page, place, link)
        return outcome

    def _is_of_file(self, path: str) -> bool:
        name = path.rpartition("/")[2]
        return "." in name.strip(".") and not name.endswith((".html", ".htm"))

    def _missing_file(self, page: Page, place: str | None, link: Link) -> Outcome:
        """The outcome for a path of a file that is not in the docs folder."""
        if place is None or self._in_docs(place) is None:
            return Outcome("missing", "outside", place or "")
        if self._is_file(place):
            return Outcome("missing", "page", place)
        return self.at_place(page, place, link)

    def expand(self, page: Page, link: Link) -> str | Outcome:
        return unknown("wikilink" if link.kind in ("wiki", "embed") else "template syntax")

    # --- anchors

    def headings(self, page: Page) -> list[Heading]:
        if not self.extensions.isdisjoint(_ATTRIBUTES):
            return list(page.headings)
        return super().headings(page)

    def has_anchor(self, page: Page, anchor: str) -> bool:
        return anchor.startswith("__") or super().has_anchor(page, anchor)

    def may_add_anchors(self, page: Page) -> str:
        added = sorted(_INSERTS.intersection(page.opens))
        if added:
            return f"content of `{added[0]}`"
        names = {name.rpartition("/")[2] for name in self.plugins}
        if "macros" in names and page.opens:
            return "content of a macro"
        if "mkdocstrings" in names and "::: " in self.site.text(page.path):
            return "content of `mkdocstrings`"
        if self.config.get("hooks") or not names.issubset(_HARMLESS):
            return "plugin that adds content"
        return ""


def _names(entries: Any) -> frozenset[str]:
    """The names in a list of extensions or plugins, with or without settings."""
    found: Iterable[Any] = entries if isinstance(entries, list) else table(entries)
    names: list[str] = []
    for entry in found:
        names += map(str, entry) if isinstance(entry, dict) else texts(entry)
    return frozenset(name.removeprefix("markdown.extensions.") for name in names)


def _slugs(text: str) -> str:
    """The algorithm that the configuration names; empty: not known."""
    block = _TOC.search(text)
    if block is None:
        return "python-markdown"
    text = block[2]
    separator = _SEPARATOR.search(text)
    if separator is not None and separator[1] != "-":
        return ""
    match = _SLUGIFY.search(text)
    if match is None:
        return "python-markdown"
    name = match[1] or ("pymdownx.slugs.uslugify" if "toc_uslugify" in match[0] else "")
    if name != "pymdownx.slugs.slugify":
        return _FUNCTIONS.get(name, "")
    case = _CASE.search(match[2])
    is_encoded = "percent_encode" in match[2]
    if case is None:
        return "" if is_encoded else "pymdownx"
    found = _CASES.get(case[1], "pymdownx" if case[1] == "none" else "")
    return (
        f"{found}-percent"
        if is_encoded and found == "pymdownx-lower"
        else ""
        if is_encoded
        else found
    )

"""Astro: pages of `src/pages`, as browsers resolve links; content collections have URLs of code."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from posixpath import dirname

from contentlint.core.patterns import lazy
from contentlint.site.links import web
from contentlint.site.links.linked import LinkedSite
from contentlint.site.links.web import INSERTS
from contentlint.site.pages import Heading, Link, Outcome, Page, unknown

_BASE = lazy(r"\bbase\s{0,20}:\s{0,20}[\"'`]/?([^\"'`]{0,400})[\"'`]")
_FORMAT = lazy(r"\bformat\s{0,20}:\s{0,20}[\"']file[\"']")
_REDIRECT = lazy(r"[\"'](/[^\"'\s]{0,400})[\"']\s{0,20}:")
_COMMENT = lazy(r"(?m)^[ \t]*//.*$")
_OLD = lazy(r"\"astro\"\s{0,20}:\s{0,20}\"[^\"\d]{0,400}[1-6]\.")
_ARTICLES = (".md", ".mdx", ".html")
_ENDPOINTS = (".js", ".ts")
_ROUTES = (".astro", *_ENDPOINTS)
_PARAMETER = lazy(r"\[(\.\.\.)?[^\[\]]*\]")
# Its own components, and elements of HTML that are written like them.
_KNOWN = frozenset("Code Content Debug Fragment Image Picture slot".split())


class Resolver(web.Resolver):
    """Resolves links of the pages in `src/pages`."""

    roots = ("public",)
    slugs = "astro"
    pages_folder = "src/pages"
    components = _KNOWN

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        self.settings = _COMMENT.sub("", site.config)
        base = _base(self.settings).strip("/")
        self.base = f"/{base}" if base else ""
        self.is_file = _FORMAT.search(self.settings) is not None
        self.adds_html = self.is_file
        if _OLD.search(site.text("package.json")):
            self.slugs = "astro-remark"

    def url(self, page: Page) -> str | None:
        if not page.path.startswith(f"{self.pages_folder}/"):
            return None
        return self._route(page.path[len(self.pages_folder) :])

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if path.startswith(("@", "~")):
            return unknown("alias of an import")
        if link.kind in ("image", "embed") and not path.startswith("/"):
            return self.at_place(page, self.inside(dirname(page.path), path), link)
        return super().find(page, path, link)

    def is_published(self, page: Page) -> bool:
        return page.front.get("draft") is not True

    def headings(self, page: Page) -> list[Heading]:
        return [each if each.is_html else each._replace(id="") for each in page.headings]

    def has_anchor(self, page: Page, anchor: str) -> bool:
        return anchor == "_top" or super().has_anchor(page, anchor)

    def may_add_anchors(self, page: Page) -> str:
        added = INSERTS.intersection(page.opens)
        return f"content of `{min(added)}`" if added else ""

    def other_pages(self) -> Iterable[str]:
        return [url for url in map(self._route, self._files) if url is not None]

    @cached_property
    def _dynamic(self) -> tuple[re.Pattern[str], ...]:
        """Patterns of the URL paths of routes with parameters."""
        found = []
        for path in self._files:
            if "[" not in path:
                continue
            plain = path.rpartition(".")[0]
            plain = plain.removesuffix("/index")
            pattern, place = "", 0
            for match in _PARAMETER.finditer(plain):
                pattern += re.escape(plain[place : match.start()])
                pattern += ".*" if match[1] else "[^/]+"
                place = match.end()
            pattern += re.escape(plain[place:])
            found.append(re.compile(f"{pattern}(?:/|\\.html)?".replace("/.*", "(?:/.*)?")))
        return tuple(found)

    def is_open(self, url: str) -> str:
        if any(pattern.fullmatch(url) for pattern in self._dynamic):
            return "route with parameters"
        for redirect in _REDIRECT.findall(self.settings):
            if "[" in redirect or redirect.rstrip("/") == url.rstrip("/"):
                return "redirect"
        return super().is_open(url)

    @cached_property
    def _files(self) -> tuple[str, ...]:
        """The files of `src/pages` that are not articles, relative to it, with `/` before."""
        return tuple(self._walk(self.pages_folder))

    def _walk(self, folder: str) -> Iterator[str]:
        for name in sorted(self.site.folders.names(folder)):
            path = f"{folder}/{name}"
            if name.startswith("_"):
                continue
            if name.endswith(_ROUTES):
                yield path[len(self.pages_folder) :]
            elif "." not in name or "[" in name:
                yield from self._walk(path)

    def _route(self, path: str) -> str | None:
        """The URL path of a file, relative to `src/pages`; None if it has none."""
        if any(part.startswith("_") for part in path.split("/")) or "[" in path:
            return None
        plain, _, suffix = path.rpartition(".")
        if f".{suffix}" in _ENDPOINTS:
            return plain
        if plain.endswith("/index"):
            return plain[: -len("index")]
        return f"{plain}.html" if self.is_file else f"{plain}/"


def _base(settings: str) -> str:
    """The option `base` of the site, not one of an integration or of a plugin."""
    depth, start = 0, 0
    for match in _BASE.finditer(settings):
        between = settings[start : match.start()]
        depth += sum(map(between.count, "{[")) - sum(map(between.count, "}]"))
        start = match.start()
        # One level for the settings, one for a function that returns them.
        if depth <= 2:
            return match[1]
    return ""

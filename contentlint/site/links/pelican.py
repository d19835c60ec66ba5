"""Pelican: `{filename}` and `{static}` name sources, other targets are URLs."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from posixpath import dirname
from typing import Any

from contentlint.core.patterns import lazy
from contentlint.site.links import served
from contentlint.site.links.linked import LinkedSite
from contentlint.site.pages import Heading, Link, Outcome, Page, unknown

_CONFIG = "pelicanconf.py"
_STRING = lazy(
    r"^([A-Z][A-Z_]*)[ \t]*=[ \t]*(?:\"([^\"\n]*)\"|'([^'\n]*)')[ \t]*(?:#.*)?$", re.MULTILINE
)
_LIST = lazy(r"^([A-Z][A-Z_]*)[ \t]*=[ \t]*[\[(]([^\])]*)[\])]", re.MULTILINE)
_ITEM = lazy(r"\"([^\"\n]*)\"|'([^'\n]*)'")
_METADATA = lazy(r"([A-Za-z][\w-]*):[ \t]*(.*)")
_SOURCE = lazy(r"[{|](filename|static|attach|index|category|tag|author)[|}](.*)", re.DOTALL)
_DATE = lazy(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIELD = lazy(r"\{(\w+)(?::([^{}]*))?\}")
_DROPPED = lazy(r"[^\w\s-]")
_JOINED = lazy(r"[-\s]+")
_OF_THEME = lazy(r"/theme/.*|/feeds?/.*|/(?:.*/)?index\d*\.html|/.*\.(?:atom|rss)\.xml")
_LISTS = lazy(r"/(tag|category|author)/([^/]+?)(?:\.html|/)?")
_DIRECT = ("index", "authors", "categories", "tags", "archives")


class Resolver(served.Resolver):
    """Resolves names of sources, and URLs by the settings of the configuration."""

    slugs = "python-markdown"

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        text = site.text(_CONFIG)
        self.strings = {match[1]: match[2] or match[3] or "" for match in _STRING.finditer(text)}
        self.lists = {
            match[1]: [item[1] or item[2] for item in _ITEM.finditer(match[2])]
            for match in _LIST.finditer(text)
        }
        content = self.strings.get("PATH", ".").strip("./") or ""
        self.content = content or ("content" if site.folders.has("content") else "")
        self.roots = (self.content,)
        theme = self.strings.get("THEME", "").strip("./")
        self.template_folders = (f"{theme}/templates",) if theme else ()
        if "toc" not in text:
            self.slugs = ""
        self.may_add_pages = bool(self.lists.get("PLUGINS")) or "EXTRA_PATH_METADATA" in text
        self._metadata: dict[str, Mapping[str, str]] = {}

    # --- URLs

    def url(self, page: Page) -> str | None:
        path = self._in_content(page.path)
        if path is None:
            return None
        front = self._front(page)
        kind = (
            "PAGE" if path.split("/")[0] in self.lists.get("PAGE_PATHS", ["pages"]) else "ARTICLE"
        )
        if front.get("status") == "draft":
            kind = "DRAFT_PAGE" if kind == "PAGE" else "DRAFT"
        patterns = (f"{kind}_SAVE_AS", f"{kind}_URL")
        pattern = front.get("save_as") or front.get("url")
        pattern = pattern or next(filter(None, map(self.strings.get, patterns)), _DEFAULTS[kind])
        values = {**front, "slug": self._slug(page, front), "category": self._category(path, front)}
        return _filled(pattern, values)

    def _front(self, page: Page) -> Mapping[str, str]:
        """The metadata of an article, from a block or from its first lines."""
        if page.path not in self._metadata:
            found = {str(key): str(value) for key, value in page.front.items()}
            for line in self.site.text(page.path).splitlines() if not found else ():
                match = _METADATA.match(line)
                if match is None:
                    break
                found[match[1].lower()] = match[2].strip()
            self._metadata[page.path] = found
        return self._metadata[page.path]

    def _slug(self, page: Page, front: Mapping[str, str]) -> str:
        source = self.strings.get("SLUGIFY_SOURCE", "title")
        stem = page.path.rpartition("/")[2].rpartition(".")[0]
        return front.get("slug") or _slugified(
            stem if source == "basename" else front.get("title", "")
        )

    def _category(self, path: str, front: Mapping[str, str]) -> str:
        above = dirname(path).rpartition("/")[2]
        name = front.get("category") or above or self.strings.get("DEFAULT_CATEGORY", "misc")
        return _slugified(name)

    def _in_content(self, path: str) -> str | None:
        if not self.content:
            return path
        start = f"{self.content}/"
        return path[len(start) :] if path.startswith(start) else None

    def is_published(self, page: Page) -> bool:
        # Drafts are written, at URLs of their own, and links to their sources work.
        return True

    @cached_property
    def _terms(self) -> frozenset[tuple[str, str]]:
        """The tags, categories and authors of all articles."""
        found = set()
        for page in self.site.pages():
            path, front = self._in_content(page.path), self._front(page)
            if path is None or front.get("status") in ("draft", "hidden"):
                continue
            found.add(("category", self._category(path, front)))
            for kind, key in (("tag", "tags"), ("author", "author"), ("author", "authors")):
                for name in re.split(r"[,;]", front.get(key, "").strip("[]")):
                    found.add((kind, _slugified(name.strip(" '\""))))
        return frozenset(found)

    def supplied(self, url: str) -> str:
        if self.may_add_pages:
            return "plugin or setting that adds files"
        if _OF_THEME.fullmatch(url):
            place = f"{self.strings.get('THEME', '').strip('./')}/static{url[len('/theme') :]}"
            is_known = url.startswith("/theme/") and bool(self.template_folders)
            if not is_known or self.site.folders.has(place):
                return "file of a theme"
        if url.strip("/").removesuffix(".html") in self.lists.get("DIRECT_TEMPLATES", _DIRECT):
            return "page of a theme"
        if url == "/":
            return "page of a theme"
        if self.is_in_another_format(url, self.content):
            return "article in another format"
        match = _LISTS.fullmatch(url)
        if match and ((match[1], match[2]) in self._terms or not match[2].isascii()):
            return "list of articles"
        return ""

    # --- links

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if self._in_content(page.path) is None:
            return unknown("article outside of the content folder")
        match = _SOURCE.match(path)
        if match is None:
            return self.at_url(page, path, link)
        inner = match[2]
        if match[1] not in ("filename", "static", "attach"):
            is_known = (match[1], _slugified(inner)) in self._terms or not inner.isascii()
            if match[1] == "index" or is_known or self.may_add_pages:
                return unknown(f"`{{{match[1]}}}`")
            return Outcome("missing", "page", path)
        folder = self.content if inner.startswith("/") else dirname(page.path)
        place = self.inside(folder, inner)
        if place is None or self._in_content(place) is None:
            return Outcome("missing", "outside", place or "")
        return self.at_place(page, place, link)

    def existing(self, place: str) -> Outcome | None:
        found = super().existing(place)
        return None if found is not None and not found.page and not self._is_file(place) else found

    def written(self, page: Page, link: Link, place: str) -> str:
        match = _SOURCE.match(link.target.strip())
        if match is None:
            return super().written(page, link, place)
        mark = link.target.strip()[: match.start(2)]
        if match[2].startswith("/"):
            inner = f"/{self._in_content(place) or place}"
            return mark + inner + re.sub(r"^[^?#]*", "", match[2], count=1)
        plain = link._replace(target=match[2])
        return mark + super().written(page, plain, place)

    # --- anchors

    def headings(self, page: Page) -> list[Heading]:
        return list(page.headings)


_DEFAULTS = {
    "ARTICLE": "{slug}.html",
    "PAGE": "pages/{slug}.html",
    "DRAFT": "drafts/{slug}.html",
    "DRAFT_PAGE": "drafts/pages/{slug}.html",
}


def _slugified(text: str) -> str:
    """A title as Pelican makes a slug of it; empty if letters of it would be transcribed."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(each for each in plain if not unicodedata.combining(each))
    if not plain.isascii():
        return ""
    return _JOINED.sub("-", _DROPPED.sub("", plain).strip()).lower()


def _filled(pattern: str, values: Mapping[str, Any]) -> str | None:
    """The URL path of a setting such as `{date:%Y}/{slug}/`; None if a value is not known."""
    written = _DATE.match(str(values.get("date") or ""))

    def value(match: re.Match[str]) -> str:
        if match[1] == "date" and written is not None:
            try:
                day = date(int(written[1]), int(written[2]), int(written[3]))
            except ValueError:
                return "\0"
            return day.strftime(match[2] or "%Y-%m-%d")
        found = values.get(match[1])
        return str(found) if found and match[2] is None else "\0"

    url = "/" + _FIELD.sub(value, pattern).lstrip("/")
    if "\0" in url:
        return None
    return url.removesuffix("index.html") if url.endswith("/index.html") else url

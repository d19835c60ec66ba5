"""Nikola: links are URLs, from the folders of posts and pages and from slugs."""

import re
from collections.abc import Iterator
from functools import cached_property
from posixpath import dirname

from contentlint.core.globs import matches
from contentlint.core.patterns import lazy
from contentlint.site.links import served
from contentlint.site.links.linked import LinkedSite
from contentlint.site.pages import Heading, Link, Outcome, Page, unknown

_CONFIG = "conf.py"
_SOURCES = lazy(
    r"[(]\s*[\"']([^\"'\n]+)[\"']\s*,\s*[\"']([^\"'\n]*)[\"']\s*,\s*[\"'][^\"'\n]+\.(?:tmpl|mako|jinja)"
)
_PLAIN_URLS = lazy(r"^PRETTY_URLS[ \t]*=[ \t]*False", re.MULTILINE)
_FILES = lazy(r"^FILES_FOLDERS[ \t]*=[ \t]*\{([^}]*)\}", re.MULTILINE)
_PAIR = lazy(r"[\"']([^\"'\n]+)[\"']\s*:\s*[\"']([^\"'\n]*)[\"']")
_TRANSLATIONS = lazy(r"^TRANSLATIONS[ \t]*=[ \t]*\{([^}]*)\}", re.MULTILINE)
_SITE_URL = lazy(r"^SITE_URL[ \t]*=[ \t]*[\"']https?://[^/\"']+(/[^\"'\n]*)[\"']", re.MULTILINE)
_INDEXES = lazy(
    r"^(?:INDEX_PATH|PAGE_INDEX|POSTS_SECTIONS)[ \t]*=(?![ \t]*(?:[\"']{2}|False))", re.MULTILINE
)
_NAMED = lazy(r"link://(slug|filename|category)/([^?#]+)")
_SLUG = lazy(r"^(?:\.\.[ \t]*)?slug:[ \t]*(\S+)", re.MULTILINE)
_SUPPLIED = lazy(
    r"/assets/.*|/(?:.*/)?(?:index-?\d*|archive|rss|sitemap|sitemapindex|feed)\.(?:html|xml|atom)"
    r"|/(?:galleries|listings|images|authors)/.*|/\d{4}/.*|/robots\.txt|/"
)


class Resolver(served.Resolver):
    """Resolves URLs by the settings `POSTS` and `PAGES`."""

    slugs = "python-markdown"

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        text = site.text(_CONFIG)
        self.sources = [(match[1], match[2].strip("/")) for match in _SOURCES.finditer(text)]
        self.is_pretty = _PLAIN_URLS.search(text) is None
        base = _SITE_URL.search(text)
        self.base = base[1].rstrip("/") if base else ""
        folders = _FILES.search(text)
        self.folders = dict(_PAIR.findall(folders[1])) if folders else {"files": ""}
        translations = _TRANSLATIONS.search(text)
        self.is_translated = translations is not None and len(_PAIR.findall(translations[1])) > 1
        self.has_indexes = _INDEXES.search(text) is not None
        if "toc" not in text:
            self.slugs = ""

    def url(self, page: Page) -> str | None:
        for pattern, target in self.sources:
            start = dirname(pattern)
            if matches((f"{start}/**/*" if start else "**/*",), page.path):
                folder, _, name = page.path[len(start) :].strip("/").rpartition("/")
                stem = self._slug(page) or name.partition(".")[0]
                path = "/".join(filter(None, (target, folder, stem)))
                if stem == "index" and self.is_pretty:
                    return f"/{path.removesuffix('index')}"
                return f"/{path}/" if self.is_pretty else f"/{path}.html"
        return None

    def _slug(self, page: Page) -> str:
        if page.front:
            return str(page.front.get("slug") or "")
        match = _SLUG.search(self.site.text(page.path)[:2000])
        return match[1] if match else ""

    def is_published(self, page: Page) -> bool:
        # Drafts and private posts are written, but no list has them.
        return True

    def files_at(self, url: str) -> Iterator[str]:
        for folder, target in self.folders.items():
            start = f"/{target.strip('/')}/".replace("//", "/")
            if url.startswith(start):
                yield f"{folder}/{url[len(start) :]}"

    def supplied(self, url: str) -> str:
        if self.is_translated or not self.sources:
            return "page in another language"
        if self.site.folders.names("plugins"):
            return "plugin that adds pages"
        if self.is_in_another_format(url, *(dirname(pattern) for pattern, _ in self.sources)):
            return "article in another format"
        if _SUPPLIED.fullmatch(url) or self.has_indexes:
            return "file of a theme or list"
        return "list of posts" if url.startswith(("/categories/", "/tags/")) else ""

    @cached_property
    def _slugs(self) -> frozenset[str]:
        """The slugs of all articles."""
        urls = (url.strip("/").removesuffix(".html") for url in self.by_url)
        return frozenset(url.rpartition("/")[2] for url in urls)

    @cached_property
    def _categories(self) -> frozenset[str]:
        return frozenset(str(page.front.get("category")).lower() for page in self.site.pages())

    def resolve(self, page: Page, link: Link) -> Outcome:
        match = _NAMED.match(link.target.strip())
        if match is None or self.is_translated or not self.sources:
            return super().resolve(page, link)
        kind, name = match[1], match[2].rstrip("/")
        if kind == "filename":
            return self.at_place(page, self.inside("", name), link)
        known = self._slugs if kind == "slug" else self._categories
        is_known = name in known or name.lower() in known
        if is_known:
            return Outcome("found", place=name)
        # Nikola links an unknown slug to the home page.
        return unknown("slug") if kind == "slug" else Outcome("missing", "page", name)

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if self.url(page) is None:
            return unknown("article outside of `POSTS` and `PAGES`")
        return self.at_url(page, path, link)

    def headings(self, page: Page) -> list[Heading]:
        return list(page.headings)

    def may_add_anchors(self, page: Page) -> str:
        return f"content of `{page.opens[0]}`" if page.opens else ""

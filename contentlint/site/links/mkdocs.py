"""MkDocs: links to sources of pages are rewritten, other URLs remain as they are."""

import re
from posixpath import dirname, normpath

from contentlint.core.patterns import lazy
from contentlint.site.links import resolver
from contentlint.site.links.linked import LinkedSite
from contentlint.site.pages import Heading, Link, Outcome, Page, unknown

_DOCS = lazy(r"^docs_dir:[ \t]*[\"']?([\w./-]+)", re.MULTILINE)
_SITE_URL = lazy(r"^site_url:[ \t]*[\"']?https?://[^/\s\"'#]+(/[^\s\"'#]*)", re.MULTILINE)
_PLAIN_URLS = lazy(r"^use_directory_urls:[ \t]*(?:false|no|off)\b", re.MULTILINE | re.IGNORECASE)
# Plugins and settings that generate pages or rewrite links.
_GENERATES = lazy(
    r"^[ \t]*-[ \t]*[\"']?(?:gen-files|multirepo|monorepo|i18n|mike|mkdocstrings|autorefs|ezlinks"
    r"|api-autonav|roamlinks|wikilinks|awesome-nav|literate-nav|redirects|macros|typedoc|blog"
    r"|(?:material/)?(?:blog|tags)|include-markdown|simple|same-dir|mkdocs-jupyter)\b"
    r"|^INHERIT:|^hooks:|[ \t]absolute_links:[ \t]*relative_to_docs",
    re.MULTILINE,
)
_SLUGIFY = lazy(r"^[ \t]*slugify:", re.MULTILINE)
_INSERTS = frozenset({"--8<--", "import", "include", "include-markdown"})
# A link without one of these is not looked up among the sources.
_FILES = (
    *(".md", ".markdown", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf", ".zip"),
    *(".css", ".js", ".yml", ".yaml", ".json", ".txt", ".mp4", ".webm", ".ipynb", ".avif"),
)


class Resolver(resolver.Resolver):
    """Resolves links to the sources of pages; other targets are URLs."""

    slugs = "python-markdown"

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        config = site.config
        docs = _DOCS.search(config)
        self.docs = normpath(docs[1]).strip("/") if docs else "docs"
        self.roots = ("" if self.docs == "." else self.docs,)
        base = _SITE_URL.search(config)
        self.base = base[1].rstrip("/") if base else ""
        self.directory_urls = _PLAIN_URLS.search(config) is None
        self.generates = _GENERATES.search(config) is not None
        if _SLUGIFY.search(config):
            self.slugs = ""

    def url(self, page: Page) -> str | None:
        path = self._in_docs(page.path)
        if path is None:
            return None
        folder, _, name = path.rpartition("/")
        plain = name.rpartition(".")[0]
        start = f"/{folder}/" if folder else "/"
        if plain.lower() in ("index", "readme"):
            return start if self.directory_urls else f"{start}index.html"
        return f"{start}{plain}/" if self.directory_urls else f"{start}{plain}.html"

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if self._in_docs(page.path) is None:
            return unknown("article outside of `docs_dir`")
        if path.startswith("/") or link.kind in ("html", "source"):
            return self.at_url(page, path, link)
        place = self.inside(dirname(page.path), path)
        if place is None or self._in_docs(place) is None:
            return unknown("outside of `docs_dir`")
        if place in self.site.paths:
            return Outcome("found", place=place, page=place)
        if not path.lower().endswith(_FILES):
            return self.at_url(page, path, link)
        if self.generates and self.existing(place) is None:
            return unknown("plugin that adds pages")
        return self.at_place(page, place, link)

    def missing_url(self, page: Page, url: str, link: Link) -> Outcome:
        place = self.inside(self.roots[0], url) or ""
        source = link.target.partition("#")[0].lstrip("/")
        found = next((each for each in (place, source) if each in self.site.paths), None)
        if found is None or not url.endswith((".md", ".markdown")):
            return unknown("URL that a theme or plugin may have")
        relative = link._replace(target=link.target.lstrip("/"))
        target = self.written(page, relative, found)
        return Outcome("missing", "form", found, target, True, page=found)

    def headings(self, page: Page) -> list[Heading]:
        return list(page.headings)

    def may_add_anchors(self, page: Page) -> str:
        added = sorted(_INSERTS.intersection(page.opens))
        if added:
            return f"content of `{added[0]}`"
        return "plugin that adds content" if self.generates and page.opens else ""

    def _in_docs(self, path: str) -> str | None:
        """A path relative to the docs folder; None if it is outside."""
        if self.docs == ".":
            return path
        return path[len(self.docs) + 1 :] if path.startswith(f"{self.docs}/") else None

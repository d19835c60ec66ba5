"""Zola: `@/` names content, other targets are URLs. From its source, for it cannot be run."""

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
from contentlint.site.slugs import zola

_CONFIGS = ("config.toml", "zola.toml")
_HOST = lazy(r"(?:https?:)?//[^/]+")
_DATED = lazy(r"\d{4}-\d{2}-\d{2}(?:T[^_]*Z?)?[-_]\s*(.+)")
_SUPPLIED = lazy(
    r"/(?:.*/)?(?:atom|rss|feed)\.xml|/sitemap\d*\.xml|/robots\.txt|/404\.html|/search_index\..*"
    r"|/elasticlunr\.min\.js|/processed_images/.*|/.*\.css|/.*/page/\d+/?|/.*\.js"
)


class Resolver(served.Resolver):
    """Resolves paths of content, and URLs by slugs of paths."""

    slugs = "zola"

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        config = self.config = served.settings(site, *_CONFIGS)
        base = _HOST.sub("", str(config.get("base_url") or ""), count=1).strip("/")
        self.base = f"/{base}" if base and re.fullmatch(r"[\w./~-]+", base) else ""
        self.default = str(config.get("default_language") or "en")
        self.languages = frozenset(map(str, table(config.get("languages"))))
        slugify = table(config.get("slugify"))
        self.keeps_dates = slugify.get("paths_keep_dates") is True
        self.path_style = str(slugify.get("paths") or "on")
        if str(slugify.get("anchors") or "on") != "on":
            self.slugs = ""
        theme = config.get("theme")
        folder = f"themes/{theme}"
        self.has_unknown_theme = isinstance(theme, str) and not site.folders.names(folder)
        themes = (folder,) if isinstance(theme, str) and not self.has_unknown_theme else ()
        self.roots = ("static", *(f"{each}/static" for each in themes))
        self.template_folders = ("templates", *(f"{each}/templates" for each in themes))
        self.start = "content/"

    # --- URLs

    def url(self, page: Page) -> str | None:
        if not page.path.startswith(self.start) or page.front.get("render") is False:
            return None
        folder, _, name = page.path[len(self.start) :].rpartition("/")
        stem, language = self._language(name.rpartition(".")[0])
        prefix = f"/{language}" if language else ""
        own = page.front.get("path")
        if isinstance(own, str) and own.strip("/"):
            return f"{prefix}/{own.strip('/')}/"
        if stem == "_index":
            return self._joined(prefix, folder, "")
        if stem == "index":
            folder, _, stem = folder.rpartition("/")
        dated = None if self.keeps_dates else _DATED.fullmatch(stem)
        slug = page.front.get("slug")
        last = str(slug) if isinstance(slug, str) and slug else (dated[1] if dated else stem)
        return self._joined(prefix, folder, last)

    def _joined(self, prefix: str, folder: str, name: str) -> str | None:
        parts = [*filter(None, folder.split("/")), *([name] if name else [])]
        if self.path_style != "off":
            made = [zola.slug(part) if self.path_style == "on" else None for part in parts]
            if any(part is None for part in made):
                return None
            parts = [part for part in made if part]
        return f"{prefix}/{'/'.join(parts)}/" if parts else f"{prefix}/"

    def _language(self, stem: str) -> tuple[str, str]:
        start, dot, last = stem.rpartition(".")
        is_language = dot and (last in self.languages or last == self.default)
        return (start, "" if last == self.default else last) if is_language else (stem, "")

    def aliases(self, page: Page) -> Iterable[str]:
        for alias in texts(page.front.get("aliases") or []):
            plain = f"/{alias.strip('/')}"
            yield plain if plain.endswith(".html") else f"{plain}/"

    def is_published(self, page: Page) -> bool:
        return page.front.get("draft") is not True

    def files_at(self, url: str) -> Iterator[str]:
        yield from super().files_at(url)
        folder, _, name = url.rpartition("/")
        while folder:
            linked = self.by_url.get(f"{folder}/")
            if linked is not None:
                if linked.rpartition("/")[2].startswith(("index.", "_index.")):
                    yield f"{dirname(linked)}/{name}"
                return
            folder, _, above = folder.rpartition("/")
            name = f"{above}/{name}"
        if name:
            yield f"content/{name}"

    @cached_property
    def _taxonomies(self) -> frozenset[str]:
        tables: list[Any] = [self.config, *table(self.config.get("languages")).values()]
        lists = [table(each).get("taxonomies") for each in tables]
        entries = (entry for each in lists if isinstance(each, list) for entry in each)
        return frozenset(str(table(entry).get("name")) for entry in entries)

    def supplied(self, url: str) -> str:
        parts = url.strip("/").split("/")
        if not self.config:
            return "settings"
        if not self._taxonomies.isdisjoint(parts[:2]):
            return "terms of a taxonomy"
        if _SUPPLIED.fullmatch(url) and not self._has_static_folder(parts):
            return "output of Zola"
        if any(url_ is None for url_ in map(self.url, self._content_pages)):
            return "URL of an article"
        name = parts[-1]
        return "file of a theme" if self.has_unknown_theme and "." in name else ""

    def _has_static_folder(self, parts: list[str]) -> bool:
        return len(parts) > 1 and self.site.folders.has(f"static/{parts[0]}")

    @cached_property
    def _content_pages(self) -> list[Page]:
        pages = self.site.pages()
        return [
            page
            for page in pages
            if page.path.startswith(self.start) and page.front.get("render") is not False
        ]

    # --- links

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if not page.path.startswith(self.start):
            return unknown("article outside of `content`")
        if not path.startswith("@/"):
            return self.at_url(page, path, link)
        if link.kind in ("html", "source"):
            return unknown("`@/` in HTML")
        place = f"content/{normpath(path[2:])}"
        return self.at_place(page, place, link)

    def written(self, page: Page, link: Link, place: str) -> str:
        if link.target.strip().startswith("@/") and place.startswith(self.start):
            rest = re.sub(r"^[^?#]*", "", link.target.strip(), count=1)
            return f"@/{place[len(self.start) :]}{rest}"
        return super().written(page, link, place)

    # --- anchors

    def headings(self, page: Page) -> list[Heading]:
        return list(page.headings)

    def may_add_anchors(self, page: Page) -> str:
        if page.opens:
            return f"content of `{page.opens[0]}`"
        if any(not heading.id and not zola.slug(heading.text) for heading in page.headings):
            return "heading in another script"
        return ""

"""Starlight: pages of `src/content/docs` at slugged URLs, and again in every language."""

import re
from collections.abc import Iterable, Iterator

from contentlint.core.patterns import lazy
from contentlint.site.links import astro
from contentlint.site.links.linked import LinkedSite
from contentlint.site.pages import Page, Translation
from contentlint.site.slugs import github

_LOCALES = lazy(r"\blocales\s{0,20}[:=]\s{0,20}\{")
_NAMED = lazy(r"\blocales\b")
_KEY = lazy(r"\s{0,80},?\s{0,80}(?:[\"']([\w-]{1,40})[\"']|([\w-]{1,40}))\s{0,20}:\s{0,20}(\{)?")
_DEFAULT = lazy(r"\bdefaultLocale\s{0,20}:\s{0,20}[\"']([\w-]{1,400})[\"']")
# Plugins that generate pages.
_GENERATES = lazy(
    r"starlight-(?:typedoc|blog|openapi|changelogs|versions|obsidian|tags|videos|auto-sidebar"
    r"|site-graph|package-managers-pages)"
)
_LANGUAGE = lazy(r"/[a-z]{2,3}(?:-[a-z]{2,4})?/", re.IGNORECASE)
_COMPONENTS = frozenset(
    "Aside Badge Card CardGrid FileTree Icon LinkButton LinkCard Steps TabItem Tabs".split()
)


class Resolver(astro.Resolver):
    """Resolves links of the documentation; fallback pages have the articles' anchors."""

    docs = "src/content/docs"
    nav = "starlight_nav"
    components = astro.Resolver.components | _COMPONENTS

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        self.generates = _GENERATES.search(self.settings) is not None
        locales = _LOCALES.search(self.settings)
        # Languages that are written elsewhere are not known.
        self.knows_languages = locales is not None or _NAMED.search(self.settings) is None
        names = list(_keys(self.settings, locales.end())) if locales else []
        default = _DEFAULT.search(self.settings)
        self.default = default[1] if default else "root"
        self.languages = [name for name in names if name not in ("root", self.default)]

    def url(self, page: Page) -> str | None:
        if not page.path.startswith(f"{self.docs}/"):
            return super().url(page)
        slug = page.front.get("slug")
        if isinstance(slug, str):
            plain = slug.strip("/")
        else:
            path = page.path[len(self.docs) + 1 :].rpartition(".")[0]
            if path.rpartition("/")[2].startswith("_"):
                return None
            plain = "/".join(map(github.slug, path.split("/")))
            plain = "" if plain == "index" else plain.removesuffix("/index")
        if not plain:
            return "/"
        return f"/{plain}.html" if self.is_file else f"/{plain}/"

    def aliases(self, page: Page) -> Iterable[str]:
        url = self.url(page) if page.path.startswith(f"{self.docs}/") else None
        if url is None or not self.languages:
            return ()
        start = "/" if self.default == "root" else f"/{self.default}/"
        first = url.split("/")[1]
        if not url.startswith(start) or first in self.languages:
            return ()
        return [f"/{language}/{url[len(start) :]}" for language in self.languages]

    def other_pages(self) -> Iterable[str]:
        return [*super().other_pages(), "/404.html"]

    def translation(self, page: Page) -> Translation | None:
        if not page.path.startswith(f"{self.docs}/") or not self.languages:
            return None
        inner = page.path[len(self.docs) + 1 :]
        first, _, rest = inner.partition("/")
        if first in self.languages:
            return Translation(rest, first, is_original=False)
        is_inside = self.default != "root" and first == self.default
        return Translation(rest if is_inside else inner, "", is_original=True)

    def is_open(self, url: str) -> str:
        if self.generates:
            return "plugin that adds pages"
        if not self.knows_languages and _LANGUAGE.match(url):
            return "language"
        return super().is_open(url)


def _keys(text: str, start: int) -> Iterator[str]:
    """The keys of an object literal, from after its opening brace."""
    place = start
    while key := _KEY.match(text, place):
        yield key[1] or key[2]
        depth, place = 0, key.end() - (key[3] is not None)
        while place < len(text):
            character = text[place]
            depth += (character in "{[(") - (character in "}])")
            if depth < 0 or (not depth and character in "},"):
                break
            place += 1
        if depth < 0:
            return
        place += text[place : place + 1] == "}"

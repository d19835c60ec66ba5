"""The URLs of the published articles of a site, for rules about two pages at one URL."""

from collections import defaultdict
from collections.abc import Collection
from functools import cached_property

from contentlint.core.patterns import lazy
from contentlint.site.links.linked import LinkedSite
from contentlint.site.links.navigation import unlinked
from contentlint.site.links.resolver import Resolver
from contentlint.site.pages import Page, Translation

_WORD = lazy(r"[^\W_]+")


class Urls:
    """The URLs of the published articles of a site.

    Args:
        site: the site.
        resolver: what knows their URLs.
        has_few: whether only a few URLs are looked up, so that computing the URLs of all articles
            takes longer than searching for those that may have the same.
    """

    def __init__(self, site: LinkedSite, resolver: Resolver, *, has_few: bool) -> None:
        self._site = site
        self._resolver = resolver
        self._has_few = has_few

    def of(self, page: Page) -> str | None:
        """The URL path of an article; None if it is not published or its URL is not known."""
        return self._resolver.url(page) if self._resolver.is_published(page) else None

    @property
    def has_translation_keys(self) -> bool:
        """Whether an article may name what it is a translation of, by a quick search."""
        site = self._site
        if not self._resolver.reads_translation_keys:
            return False
        return any("translationkey" in site.front_text(path) for path in site.paths)

    def translations(self) -> list[tuple[Page, Translation]]:
        """The published articles whose languages are known."""
        found = ((page, self._resolver.translation(page)) for page in self._site.pages())
        return [
            (page, translation)
            for page, translation in found
            if translation is not None and self._resolver.is_published(page)
        ]

    def heading_ids(self, page: Page) -> list[str]:
        """The ids of the headings of an article that its author wrote, in order."""
        written = (heading.id for heading in self._resolver.headings(page))
        return list(dict.fromkeys(filter(None, written)))

    def aliases(self, page: Page) -> list[str]:
        """The URL paths that the article itself says redirect to it."""
        if _ALIASES.isdisjoint(page.front) or not self._resolver.is_published(page):
            return []
        return list(self._resolver.aliases(page))

    def at(self, url: str, *, besides: Page) -> list[str]:
        """The paths of the articles at a URL path, without one of them; sorted."""
        pages = self._candidates(url) if self._has_few else self._by_url.get(url, [])
        return [path for path in pages if path != besides.path]

    def unlinked(self, pages: Collection[str]) -> frozenset[str]:
        """Those of some articles that nothing else in the site links to or mentions.

        Args:
            pages: their paths.
        """
        return unlinked(self._site, self._resolver, pages)

    @cached_property
    def _by_url(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for page in self._site.pages():
            url = self.of(page)
            if url is not None:
                found[url].append(page.path)
        return found

    def _candidates(self, url: str) -> list[str]:
        """As `_by_url`, for one URL; articles have its last words in path or front matter."""
        words = set(_WORD.findall(url.rpartition("/")[2] or url.rstrip("/").rpartition("/")[2]))
        words = {word.casefold() for word in words} - {"html"}
        if not words:
            return self._by_url.get(url, [])
        found = []
        for path in self._site.paths:
            name = path.casefold()
            rest = [word for word in words if word not in name]
            if rest:
                front = self._site.front_text(path).casefold()
                if any(word not in front for word in rest):
                    continue
            page = self._site.page(path)
            if page is not None and self.of(page) == url:
                found.append(path)
        return found


_ALIASES = frozenset({"aliases", "alias", "redirect_from", "redirects"})

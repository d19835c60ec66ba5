"""Folders whose generator is not known: links to Markdown files, and anchors of any algorithm."""

import unicodedata
from posixpath import dirname

from contentlint.core.patterns import lazy
from contentlint.site.links import resolver
from contentlint.site.links.linked import LinkedSite
from contentlint.site.pages import Heading, Link, Outcome, Page, unknown

# Suffixes of files that are in the folder of the article, whatever renders it.
_SURE = (".md", ".markdown", ".mdx")
_SYMBOL = lazy("[\u2190-\u2bff\U0001f000-\U0001faff]")
_NO_LETTER = lazy(r"[\W_]+")


class Resolver(resolver.Resolver):
    """Checks links that name a Markdown file; URLs depend on the generator."""

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        self._letters: dict[str, set[str]] = {}

    def headings(self, page: Page) -> list[Heading]:
        return list(page.headings)

    def may_add_anchors(self, page: Page) -> str:
        return f"content of `{page.opens[0]}`" if page.opens else ""

    def has_anchor(self, page: Page, anchor: str) -> bool:
        """Whether an algorithm may make this anchor: they differ in case, accents and marks."""
        if super().has_anchor(page, anchor):
            return True
        known = self._letters.get(page.path)
        if known is None:
            texts = [*self.anchors(page), *(heading.text for heading in page.headings)]
            known = self._letters[page.path] = {_letters(text) for text in texts}
        letters = _letters(anchor)
        if letters in known or letters.rstrip("0123456789") in known:  # those of duplicates
            return True
        # Some write the names of emoji.
        symbols = [_letters(h.text) for h in page.headings if _SYMBOL.search(h.text)]
        return any(each and letters.startswith(each) for each in symbols)

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if path.startswith(("/", "@", "~")) or not path.lower().endswith(_SURE):
            return unknown("URL of an unknown generator")
        place = self.inside(dirname(page.path), path)
        return unknown("outside of the site") if place is None else self.at_place(page, place, link)


def _letters(text: str) -> str:
    """The letters and digits of a text, without case and accents."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKD", text.casefold()))

"""Pandoc and Quarto: the extension `auto_identifiers`."""

import unicodedata
from collections.abc import Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs.marked import explicit, with_alternatives
from contentlint.site.slugs.numbering import in_order, without_dashes

# As `ATTRIBUTES`, but an id begins with a letter; `{-}` is a class.
_MARKER = lazy(
    r"(?<!\\)\{[ \t]*+(?:(?:#[^\W\d][^\s{}=]*+|\.[^\s{}]++|-|[\w:-]++=(?:\"[^\"]*+\"|[^\s{}\"]++))"
    r"(?=[ \t}])[ \t]*+)++\}\Z"
)


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The ids of headings."""
    seen = map(with_alternatives, explicit(headings, _MARKER))
    return in_order(seen, lambda heading: slug(without_dashes(heading)) or "section")


def slug(text: str) -> str:
    """The id of a text: what precedes the first letter is dropped."""
    kept = "".join(
        each for each in _lower(text) if each.isspace() or each in "_-." or _is_word(each)
    )
    joined = "-".join(kept.split())
    start = next((place for place, each in enumerate(joined) if each.isalpha()), len(joined))
    return joined[start:]


def _lower(text: str) -> str:
    """The text in lower case, character by character: without the form of a final sigma."""
    return "".join(map(str.lower, text))


def _is_word(character: str) -> bool:
    """Whether Haskell's `isAlphaNum` holds."""
    return unicodedata.category(character)[0] in "LN"

"""Goldmark, as Hugo sets it up: the settings `github`, `github-ascii` and `blackfriday`.

Hugo 0.168 makes ids from the text of a heading; older versions, such as 0.111, made them from its
source, with the markup and URLs in it, as `from_source` does.
"""

import unicodedata
from collections.abc import Callable, Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs.marked import ATTRIBUTES, explicit, last_line, with_alternatives
from contentlint.site.slugs.numbering import in_order, without_dashes

_AUTOLINK = lazy(r"(?<![\w.+-])(?:(?:https?|ftp)://|www\.|[\w.+-]++@(?=[\w-]++\.))\S++")


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The ids of headings with the setting `github`, which is the default."""
    return from_text(github, headings)


def from_source(slug: Callable[[str], str], headings: Sequence[Heading]) -> list[str]:
    """The ids of headings in versions that made them from the source.

    Args:
        slug: `github`, `ascii_only` or `blackfriday`.
        headings: the headings of an article.
    """
    seen = map(last_line, explicit(headings, ATTRIBUTES))
    return in_order(seen, lambda heading: slug(heading.raw.strip()) or "heading")


def from_text(slug: Callable[[str], str], headings: Sequence[Heading]) -> list[str]:
    """The ids of headings in versions that make them from the text.

    Args:
        slug: `github`, `ascii_only` or `blackfriday`.
        headings: the headings of an article.
    """
    seen = map(with_alternatives, map(last_line, explicit(headings, ATTRIBUTES)))
    return in_order(seen, _of_text(slug))


def _of_text(slug: Callable[[str], str]) -> Callable[[Heading], str]:
    def made(heading: Heading) -> str:
        # Autolinks are not text for it, and a heading without text gets no id.
        text = _AUTOLINK.sub("", without_dashes(heading)).strip()
        return (slug(text) or "heading") if text else ""

    return made


def github(text: str) -> str:
    """Letters, digits, `_` and `-` in lower case; spaces become `-`."""
    return "".join(map(_kept, text))


def _kept(character: str) -> str:
    if character in " -":
        return "-"
    category = unicodedata.category(character)
    return _lower(character) if category[0] == "L" or category == "Nd" or character == "_" else ""


def _lower(character: str) -> str:
    # Go maps one character to one.
    lower = character.lower()
    return lower if len(lower) == 1 else lower[0]


def ascii_only(text: str) -> str:
    """The same of the ASCII characters, after accents are removed."""
    apart = unicodedata.normalize("NFD", text)
    return github("".join(each for each in apart if each.isascii()))


def blackfriday(text: str) -> str:
    """Letters and numbers in lower case; what is between them becomes one `-`."""
    parts = "".join(_lower(each) if unicodedata.category(each)[0] in "LN" else " " for each in text)
    return "-".join(parts.split())

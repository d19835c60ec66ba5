"""Headings as algorithms see them: with explicit ids by their own syntax, and other text."""

import re
from collections.abc import Iterable

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading

# Attributes after a heading, as goldmark and Pandoc read them: ids, classes, keys with values.
ATTRIBUTES = lazy(
    r"(?<!\\)\{[ \t]*+(?:(?:#[^\s{}=]++|\.[^\s{}]++|[\w:-]++=(?:\"[^\"]*+\"|[^\s{}\"]++))"
    r"[ \t]*+)++\}\Z"
)
_AT_END = lazy(r"(?<![ \t])[ \t]*+\{[^{}]*+\}[ \t]*+\Z")
_ID = lazy(r"(?<![^\s{:])#([^\s{}=]+)|\bid=(?:\"([^\"]*)\"|([^\s\"{}]+))")
_IMAGE = lazy(r"!\[([^\[\]]*+)\]\([^()]*+\)")
_LINK = lazy(r"\[([^\[\]]*+)\]\([^()]*+\)")
_MARKUP = lazy(r"<[^<>]*+>|[*`]")
_NO_TEXT = r"(?:<[^<>]++>|!\[[^\[\]]*+\]\([^()]*+\)|\[\]\([^()]*+\))"
_STARTS = lazy(rf"{_NO_TEXT}+[ \t]")
_ENDS = lazy(rf"[ \t]{_NO_TEXT}+\Z")


def explicit(headings: Iterable[Heading], marker: re.Pattern[str]) -> list[Heading]:
    """Headings with the explicit ids that an algorithm reads, and without its marker in the text.

    Args:
        headings: the headings of an article.
        marker: matches the marker at the end of the source of a heading; what it does not match
            is text.
    """
    return [heading if heading.is_html else _explicit(heading, marker) for heading in headings]


def _explicit(heading: Heading, marker: re.Pattern[str]) -> Heading:
    written = _AT_END.search(heading.raw)
    if written is None:
        return heading._replace(id="")
    shown = _AT_END.search(heading.text)
    plain = heading.text if shown is None else heading.text[: shown.start()]
    found = marker.search(heading.raw)
    if found is None:
        text = plain + written[0].rstrip() if shown is None else heading.text
        return heading._replace(id="", text=text)
    ids = _ID.findall(found[0])
    return heading._replace(id="".join(ids[-1]) if ids else "", text=plain)


def with_alternatives(heading: Heading) -> Heading:
    """A heading whose text has the alternative texts of its images."""
    if "![" not in heading.raw:
        return heading
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", _AT_END.sub("", heading.raw)))
    return heading._replace(text=_MARKUP.sub("", text))


def last_line(heading: Heading) -> Heading:
    """A heading of several lines as its last one."""
    if "\n" not in heading.raw:
        return heading
    raw = heading.raw.rpartition("\n")[2].strip()
    return heading._replace(raw=raw, text=_MARKUP.sub("", _LINK.sub(r"\1", raw)))


def padded(heading: Heading) -> Heading:
    """A heading with the space between its text and what is no text at its start or end."""
    start = " " if _STARTS.match(heading.raw) and heading.text else ""
    end = " " if _ENDS.search(heading.raw) and heading.text else ""
    return heading._replace(text=start + heading.text.strip() + end)

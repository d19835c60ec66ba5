"""Parameters in the query of an address, and the address without some of them."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from contentlint.rule import Document, Edit, Span, lazy
from contentlint.rules.security._urls import Url, head, values

_PARAMETER = lazy(r"(?P<mark>[?&](?:amp;|#38;)?)(?P<name>[^=&#?]+)(?:=[^&#]*)?")


def may_have(document: Document, names: tuple[str, ...]) -> bool:
    """Whether any address may have a parameter that is, or begins with, one of these names."""
    in_body, in_front = document.once(values), document.once(head)
    if "?" in in_body and _pattern(names).search(in_body):
        return True
    return "?" in in_front and _pattern(names).search(in_front) is not None


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"[?&;](?:{'|'.join(map(re.escape, names))})", re.IGNORECASE)


class Parameters(NamedTuple):
    """Some parameters of one address.

    Args:
        span: from the first to the last of them, in the file.
        names: as written.
        edit: what leaves the address without them.
        places: where each of them stands, with the mark before it.
    """

    span: Span
    names: tuple[str, ...]
    edit: Edit
    places: tuple[Span, ...]


def chosen(document: Document, url: Url, is_chosen: Callable[[str], bool]) -> Parameters | None:
    """The parameters of an address that a test takes, in lower case; None where there are none.

    Where the address does not stand in the file as it is, as in a reference of Markdown, there are
    none either.
    """
    start, end = url.span
    text = document.text
    query = text.find("?", start, end)
    if query < 0:
        return None
    written: list[re.Match[str]] = []
    place = query
    # Up to the fragment.
    while match := _PARAMETER.match(text, place, end):
        written.append(match)
        place = match.end()
    gone = [match for match in written if is_chosen(match["name"].lower())]
    if not gone:
        return None
    kept = [match for match in written if match not in gone]
    query_left = "".join(
        match[0] if number else "?" + match[0][len(match["mark"]) :]
        for number, match in enumerate(kept)
    )
    names = tuple(match["name"] for match in gone)
    edit = Edit(Span(query, place), query_left)
    places = tuple(Span(*match.span()) for match in gone)
    return Parameters(Span(gone[0].start("name"), gone[-1].end()), names, edit, places)

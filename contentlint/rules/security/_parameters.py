"""Query parameters of URLs, and URLs without some of them."""

import re
from collections.abc import Callable
from functools import cache

from contentlint.rule import Document, Edit, NamedTuple, Span, lazy
from contentlint.rules.security._urls import Url, front_matter_text, url_text

_PARAMETER = lazy(r"(?P<mark>[?&](?:amp;|#38;)?)(?P<name>[^=&#?]+)(?:=[^&#]*)?")


def may_have(document: Document, names: tuple[str, ...]) -> bool:
    """Whether a URL may have a parameter that starts with one of these names; False is certain."""
    in_body, in_front = document.once(url_text), document.once(front_matter_text)
    if "?" in in_body and _pattern(names).search(in_body):
        return True
    return "?" in in_front and _pattern(names).search(in_front) is not None


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"[?&;](?:{'|'.join(map(re.escape, names))})", re.IGNORECASE)


class Parameters(NamedTuple):
    """Some parameters of one URL.

    Args:
        span: from the first to the last of them, in the file.
        names: as written.
        edit: removes them from the URL.
        places: the span of each, with the `?` or `&` before it.
    """

    span: Span
    names: tuple[str, ...]
    edit: Edit
    places: tuple[Span, ...]


def find_parameters(
    document: Document, url: Url, is_match: Callable[[str], bool]
) -> Parameters | None:
    """The parameters of a URL whose lower-case name matches; None if there are none.

    A URL that is not in the file at this place, such as that of a Markdown reference, has none.
    """
    start, end = url.span
    text = document.text
    query = text.find("?", start, end)
    if query < 0:
        return None
    written: list[re.Match[str]] = []
    place = query
    # Parameters end at the fragment.
    while match := _PARAMETER.match(text, place, end):
        written.append(match)
        place = match.end()
    removed = [match for match in written if is_match(match["name"].lower())]
    if not removed:
        return None
    kept = [match for match in written if match not in removed]
    query_left = "".join(
        match[0] if number else "?" + match[0][len(match["mark"]) :]
        for number, match in enumerate(kept)
    )
    names = tuple(match["name"] for match in removed)
    edit = Edit(Span(query, place), query_left)
    places = tuple(Span(*match.span()) for match in removed)
    return Parameters(Span(removed[0].start("name"), removed[-1].end()), names, edit, places)

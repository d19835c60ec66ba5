"""A `srcset` value is not valid.

Browsers silently skip candidates that they cannot parse. After a missing comma, a mix of `2x` and
`600w`, or a descriptor such as `600px`, readers get the wrong image or none.

Write each URL with a density (`1x`, `2x`) or each with a width (`600w`, `1200w`), and separate the
candidates with a comma and a space.
"""

from contentlint.rule import (
    Attribute,
    Document,
    Problem,
    Problems,
    Span,
    bad,
    cut,
    good,
    lazy,
    rule,
)

EXAMPLES = [
    good("<img alt='' src=a.png srcset='a.png 1x, b.png 2x'>"),
    good("<img alt='' src=a.png srcset='a.png 600w, b.png 1200w' sizes='100vw'>"),
    good("<img alt='' src=a.png srcset='a.png, b.png 1.5x'>"),
    good("<img alt='' src=a.png srcset='https://example.org/a,w_600/a.png 2x'>"),
    good("<picture><source srcset='a.webp' type='image/webp'><img alt='' src=a.png></picture>"),
    good("<img alt='' src=a.png srcset='{{ srcset }}'>"),
    good("<img alt='' src=a.png srcset='data:image/png;base64,AAA= 2x'>"),
    good("<img alt='' src=a.png srcset='a.png 600w' sizes='auto' loading=lazy>"),
    bad(
        "<p>👍 <img alt='' src=a.png srcset='⟦a.png 600w b.png 1200w⟧' sizes='100vw'></p>",
        "`srcset` has no comma after `600w`; separate candidates with `, `",
    ),
    bad(
        "<img alt='' src=a.png srcset='⟦a.png 1x, b.png 600w⟧' sizes='100vw'>\r\n",
        "`srcset` mixes `x` and `w` descriptors; use one kind",
    ),
    bad(
        "<img alt='' src=a.png srcset='a.png ⟦2⟧, b.png 3x'>",
        "invalid descriptor in `srcset`: `2`; use a width (`600w`) or a density (`2x`)",
    ),
    bad(
        "<img alt='' src=a.png srcset='a.png 600w, b.png ⟦600w⟧' sizes='100vw'>",
        "duplicate descriptor in `srcset`: `600w`; only the first image is used",
    ),
    bad(
        "<img alt='' src=a.png srcset='⟦⟧'>".replace("⟦⟧", "⟦ ⟧"),
        "`srcset` is empty; add image URLs or remove it",
    ),
    bad(
        "<img alt='' src=a.png srcset='a.png ⟦0w⟧' sizes='100vw'>",
        "invalid descriptor in `srcset`: `0w`; use a width (`600w`) or a density (`2x`)",
    ),
]

_DENSITY = lazy(r"(?:\d++(?:\.\d++)?+|\.\d++)(?:[eE][+-]?\d+)?x")
_WIDTH = lazy(r"\d+w")
_HEIGHT = lazy(r"\d+h")


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute",
    when="attribute:srcset",
)
def check(document: Document) -> Problems:
    if "srcset" not in document.text:
        return
    for element in document.elements("img", "source"):
        attribute = element.get("srcset")
        if attribute is None or attribute.templated or attribute.value is None:
            continue
        if document.text[attribute.value_span.start : attribute.value_span.end] != attribute.value:
            continue  # with character references, offsets differ from those in the file
        yield from _problems(attribute, attribute.value)


def _problems(attribute: Attribute, value: str) -> Problems:
    if not value.strip():
        yield Problem(attribute.value_span, "`srcset` is empty; add image URLs or remove it")
        return
    kinds: set[str] = set()
    seen: set[str] = set()
    for span, descriptors in _candidates(value):
        place = attribute.value_span.start
        words = descriptors.split()
        if len(words) > 1 and not _HEIGHT.fullmatch(words[-1]):
            message = (
                f"`srcset` has no comma after `{cut(words[0])}`; separate candidates with `, `"
            )
            yield Problem(attribute.value_span, message)
            return
        word = words[0] if words else "1x"
        start = place + span.start
        mark = Span(start, start + len(word)) if words else attribute.value_span
        is_width = bool(_WIDTH.fullmatch(word)) and word[:-1].strip("0") != ""
        if not is_width and not _DENSITY.fullmatch(word):
            message = (
                f"invalid descriptor in `srcset`: `{cut(word)}`; "
                "use a width (`600w`) or a density (`2x`)"
            )
            yield Problem(mark, message)
            continue
        if word in seen:
            message = f"duplicate descriptor in `srcset`: `{word}`; only the first image is used"
            yield Problem(mark, message)
        seen.add(word)
        kinds.add("w" if is_width else "x")
    if len(kinds) > 1:
        yield Problem(attribute.value_span, "`srcset` mixes `x` and `w` descriptors; use one kind")


def _candidates(value: str) -> list[tuple[Span, str]]:
    """The span and the text of the descriptors after each URL, by the standard's algorithm.

    A comma ends a URL only before a space or the end; otherwise it is part of the URL.
    """
    found: list[tuple[Span, str]] = []
    place = 0
    while True:
        while place < len(value) and (value[place].isspace() or value[place] == ","):
            place += 1
        if place >= len(value):
            return found
        start = place
        while place < len(value) and not value[place].isspace():
            place += 1
        url = value[start:place]
        if url.endswith(","):
            found.append((Span(place, place), ""))
            continue
        while place < len(value) and value[place].isspace():
            place += 1
        start = place
        depth = 0
        while place < len(value) and (depth or value[place] != ","):
            depth += (value[place] == "(") - (value[place] == ")")
            place += 1
        found.append((Span(start, place), value[start:place].rstrip()))

"""Words in angle brackets that are void elements, as in "copy `<source>`"."""

from contentlint.markup.standard import ELEMENTS
from contentlint.rule import Document, Element, Span

# Void elements that do nothing without attributes.
TAGS = ("area", "base", "col", "embed", "img", "input", "link", "meta", "param", "source", "track")
_PROSE = frozenset({"p", "li", "em", "strong", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"})


def is_placeholder(document: Document, element: Element) -> bool:
    """Whether one of these elements is in text, without attributes."""
    span = element.span
    written = document.text[span.start : span.end]
    return (
        element.tag in TAGS
        and element.authored
        and written == f"<{written[1:-1]}>"
        and written[1:-1].isalpha()
        and _is_in_prose(element)
        and _is_in_text(document, span)
    )


def _is_in_prose(element: Element) -> bool:
    """Whether this is in text of Markdown, perhaps after a placeholder such as `<target>`."""
    for around in element.ancestors():
        if not around.authored:
            return around.tag in _PROSE
        if around.tag in ELEMENTS:
            return False
    return False


def _is_in_text(document: Document, span: Span) -> bool:
    """Whether there are words next to a tag on its line."""
    running = document.running_text
    before = running[running.rfind("\n", 0, span.start) + 1 : span.start]
    after = running[span.end :].partition("\n")[0]
    return any(map(str.isalpha, (before + after)))

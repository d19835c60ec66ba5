"""Character references that are misspelled, or that browsers read as another character."""

from contentlint.markup.standard import similar_reference
from contentlint.rule import Document, Fix, Problem, Span, lazy, replace
from contentlint.rules.html._harm import if_tolerant
from contentlint.rules.html._parse_errors import MESSAGES
from contentlint.rules.html._tags import quoted

_REFERENCE = lazy(r"&([A-Za-z]{2,31});")
# The first of the control characters that browsers replace.
_FIRST_C1 = 0x80


def is_in_text(document: Document, span: Span) -> bool:
    """Whether a span starts in the text of an article, outside of tags."""
    return any(run.span.start <= span.start < run.span.end for run in document.text_runs)


def misspelled_reference(document: Document, span: Span) -> Span | None:
    """The whole of `&nbspp;`, which starts with the name of a reference; None for other text."""
    match = _REFERENCE.match(document.text, span.start)
    if match is None or not is_in_text(document, span) or similar_reference(match[1]) is None:
        return None
    return Span(*match.span())


def control_reference(document: Document, span: Span) -> Problem:
    """Report `&#128;`, which browsers display as the character of Windows-1252 with this number."""
    text = quoted(document, span)
    number = text[2:].rstrip(";")
    code = int(number[1:], 16) if number[:1] in ("x", "X") else int(number)
    at_most = if_tolerant(document)
    try:
        character = bytes((code,)).decode("cp1252") if code >= _FIRST_C1 else ""
    except (UnicodeDecodeError, ValueError):
        character = ""
    if not character:
        message = MESSAGES["control-character-reference"].format(text)
        return Problem(span, message, at_most=at_most)
    fix = replace(span, character, f"replace with `{character}`")
    return Problem(span, f"`{text}` is parsed as `{character}`; use that", fix, at_most=at_most)


def unknown_reference(document: Document, span: Span, escape: Fix | None) -> Problem:
    """Report `&emdash;`. Others, such as `&nosuch;`, are displayed verbatim, as may be intended.

    Args:
        document: the article.
        span: the reference.
        escape: the fix for a name that is not similar to a known one.
    """
    name = document.text[span.start + 1 : span.end - 1]
    text = quoted(document, span)
    if (meant := similar_reference(name)) is None:
        template = MESSAGES["unknown-named-character-reference"]
        return Problem(span, template.format(text), escape, confidence="medium")
    message = f"unknown character reference `{text}`; did you mean `&{meant};`?"
    fix = replace(span, f"&{meant};", f"replace with `&{meant};`", "unsafe")
    return Problem(span, message, fix, at_most="warning")

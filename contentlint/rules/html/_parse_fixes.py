"""The fixes for parse errors."""

from collections.abc import Callable

from contentlint.markup.standard import RAW_TEXT
from contentlint.rule import Document, Fix, Safety, Span, delete, insert, lazy, replace
from contentlint.rules.html._quotes import straight_quotes


def escape(document: Document, span: Span) -> Fix:
    """Escape the `<` or `&` at the start of a span."""
    first = Span(span.start, span.start + 1)
    reference = "&lt;" if document.text[span.start] == "<" else "&amp;"
    # In `<<b>` or `<>` the bracket is more likely to be superfluous.
    is_superfluous = document.text[span.start : span.end + 1].startswith(("<<", "<>", "<-"))
    return replace(
        first,
        reference,
        f"escape `{document.text[span.start]}` as `{reference}`",
        "unsafe" if is_superfluous else "safe",
    )


def _semicolon(document: Document, span: Span) -> Fix | None:
    # In an attribute `&copy` is more often a URL parameter than a character.
    if is_in_attribute(document, span):
        first = Span(span.start, span.start + 1)
        return replace(first, "&amp;", "escape `&` as `&amp;`", "unsafe")
    is_in_word = document.text[span.end : span.end + 1].isalnum()
    return insert(span.end, ";", "add the semicolon", "unsafe" if is_in_word else "safe")


def is_in_attribute(document: Document, span: Span) -> bool:
    """Whether a place in the body is inside of a tag."""
    return document.markup.tag_around(span.start) is not None


def _plain_end_tag(document: Document, span: Span) -> Fix | None:
    tag = end_tag(document, span)
    if not tag:
        return None
    rest = document.text[span.start + len(tag) - 1 : span.end - 1]
    # Words that are not attributes were meant as text.
    if "=" not in rest and len(rest.split()) > 1:
        return None
    safety: Safety = "unsafe" if rest.strip("/ \t\r\n\f") else "safe"
    return replace(span, tag, f"replace with `{tag}`", safety)


def _space(document: Document, span: Span) -> Fix | None:
    """Add a space before an attribute, unless the cause is a quote or a stray comma."""
    if document.is_in_faulty_tag(span) or not document.text[span.start].isalpha():
        return None
    return insert(span.start, " ", "add a space")


def _remove_nameless(document: Document, span: Span) -> Fix:
    """Remove `</>`; it closes the open element in SGML, so this is unsafe if one is unclosed."""
    is_safe = not any(repair.kind == "unclosed" for repair in document.repairs)
    return delete(span, "remove `</>`", "safe" if is_safe else "unsafe")


def end_tag(document: Document, span: Span) -> str:
    """The end tag without attributes; empty if its name is ambiguous, as in `</p </>`."""
    if document.text.startswith("<\\", span.start):
        return f"</{document.text[span.start + 2 : span.end - 1].strip()}>"
    match = _END_TAG.match(document.text, span.start, span.end - 1)
    return f"{match[0]}>" if match else ""


_END_TAG = lazy(r"</[A-Za-z][^\s/>]*+")

FIXES: dict[str, Callable[[Document, Span], Fix | None]] = {
    "absence-of-digits-in-numeric-character-reference": escape,
    "end-tag-with-attributes": _plain_end_tag,
    "end-tag-with-trailing-solidus": _plain_end_tag,
    "eof-before-tag-name": escape,
    "invalid-first-character-of-tag-name": escape,
    "missing-end-tag-name": _remove_nameless,
    "missing-semicolon-after-character-reference": _semicolon,
    "missing-whitespace-between-attributes": _space,
    "reference-instead-of-quote": straight_quotes,
    "typographic-quote": straight_quotes,
}


def careful(document: Document, fix: Fix | None) -> Fix | None:
    """A fix that is unsafe after an unclosed `<textarea>` or script, where all is text for now."""
    if fix is None:
        return None
    start = fix.edits[0].span.start
    is_text = any(
        repair.kind == "unclosed" and repair.tag in RAW_TEXT and repair.span.start < start
        for repair in document.repairs
    )
    return fix._replace(safety="unsafe") if is_text else fix

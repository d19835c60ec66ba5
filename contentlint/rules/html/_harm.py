"""Which faults have no visible effect: they are reported as warnings, not as errors."""

from typing import Final

from contentlint.markup.standard import SPECIAL, VOID
from contentlint.rule import Document, Severity, Span

# Parse errors after which browsers display what the author meant.
_HARMLESS_PARSE_ERRORS: Final = frozenset(
    {
        "abrupt-closing-of-empty-comment",
        "absence-of-digits-in-numeric-character-reference",
        "control-character-reference",
        "end-tag-with-trailing-solidus",
        "eof-before-tag-name",
        "incorrectly-closed-comment",
        "invalid-first-character-of-tag-name",
        "missing-attribute-value",
        "missing-end-tag-name",
        "missing-whitespace-between-attributes",
        "unexpected-doctype",
        "unexpected-solidus-in-tag",
        "unknown-named-character-reference",
    }
)


def if_tolerant(document: Document) -> Severity | None:
    """The severity of faults that only browsers tolerate; None where a renderer does not.

    kramdown shows stray end tags, and Vue does not compile them.
    """
    is_tolerant = document.is_html or not document.generator.dialect.requires_end_tags
    return "warning" if is_tolerant else None


def of_parse_error(
    document: Document, code: str, span: Span, *, is_in_text: bool
) -> Severity | None:
    """The severity of an error after which browsers display what was meant; None otherwise.

    Args:
        document: the article.
        code: the error's name in the standard.
        span: the marked text.
        is_in_text: whether it is outside of tags.
    """
    if code == "missing-semicolon-after-character-reference":
        return "warning" if is_in_text else None
    if code == "end-tag-with-attributes":
        return "warning" if "=" in document.text[span.start : span.end] else None
    return if_tolerant(document) if code in _HARMLESS_PARSE_ERRORS else None


def of_stray_end_tag(document: Document, tag: str) -> Severity | None:
    """The severity for a stray end tag; None: that of the rule.

    That of a void element or paragraph is ignored or an empty paragraph. Others are errors: of a
    block, it may close an element of the page around the article; of an inline element, the start
    tag may be missing, so that its content looks different; and an unknown name may be hidden text.

    Args:
        document: the article.
        tag: the name of the tag.
    """
    return if_tolerant(document) if tag in VOID or tag == "p" else None


def are_inline(one: str, other: str | None) -> bool:
    """Whether two elements are both inline, so that their order has no effect."""
    return one not in SPECIAL and other is not None and other not in SPECIAL

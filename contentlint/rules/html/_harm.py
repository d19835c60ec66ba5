"""Which faults have no visible effect: they are reported as warnings, not as errors."""

from typing import Final

from contentlint.markup.standard import ELEMENTS, SPECIAL, VOID
from contentlint.rule import Document, Severity

# Parse errors after which browsers display what the author meant.
HARMLESS_PARSE_ERRORS: Final = frozenset(
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


def of_stray_end_tag(document: Document, tag: str) -> Severity | None:
    """The severity for a stray end tag; None: that of the rule.

    The end tag of a block may close an element of the page around the article, and an unknown name
    may be text that is hidden.

    Args:
        document: the article.
        tag: the name of the tag.
    """
    is_ignored = tag in ELEMENTS and (tag not in SPECIAL or tag in VOID or tag == "p")
    return if_tolerant(document) if is_ignored else None


def are_inline(one: str, other: str | None) -> bool:
    """Whether two elements are both inline, so that their order has no effect."""
    return one not in SPECIAL and other is not None and other not in SPECIAL

"""Tests in conditions of the rules of this category: `when="test:markdown/may_have_empty_link"`."""

from contentlint.rule import Document, lazy

# A link without a text or a URL: `[](`, `]()`, `](<>)`. It starts with one character, and is found
# as fast as that.
_EMPTY_LINK = lazy(r"\](?:\((?:<>)?\)|(?<=\[\])\()")


def may_have_empty_link(document: Document) -> bool:
    """Whether the text contains the brackets of an empty link."""
    return _EMPTY_LINK.search(document.text) is not None

"""Tests in conditions of the rules of this category: `when="test:file/has_suspects"`."""

from contentlint.rule import Document
from contentlint.rules.file._suspects import suspect_characters


def has_suspects(document: Document) -> bool:
    """Whether there is a character that is invisible, or may be garbled."""
    return bool(document.once(suspect_characters))

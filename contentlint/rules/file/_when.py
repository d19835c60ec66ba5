"""Tests in conditions of the rules of this category."""

from contentlint.rule import Document
from contentlint.rules.file._suspects import suspect_characters


def has_suspects(document: Document) -> bool:
    """Whether a file may have invisible, control or garbled characters."""
    return bool(document.once(suspect_characters))

"""Shared by XML formats: text without invisible characters and without commands of a log."""

from xml.sax.saxutils import escape, quoteattr

from contentlint.core.patterns import lazy
from contentlint.reporters._machine import DOUBLE_HASH, visible

# `::` at the start of a line starts a command in the log of a pipeline.
_HEAD = lazy(r"(?m)^([^\S\n]*):(?=:)")


def content(text: str) -> str:
    """Text as the content of an element, on any number of lines."""
    return DOUBLE_HASH.sub("&#35;", _HEAD.sub(r"\1&#58;", escape(visible(text))))


def attribute(text: str) -> str:
    """Text as the value of an attribute, in quotes."""
    return DOUBLE_HASH.sub("&#35;", quoteattr(visible(text)))

"""The body of an article as one tree, whether it was written in HTML or in Markdown."""

from contentlint.markup.elements import Attribute, Element, TextRun
from contentlint.markup.tree import Markup, ParseError
from contentlint.markup.construction import Repair

__all__ = ["Attribute", "Element", "Markup", "ParseError", "Repair", "TextRun"]

"""The body of an article as one tree, for both HTML and Markdown."""

from contentlint.markup.elements import Attribute, Element, TextRun
from contentlint.markup.parse_errors import ParseError
from contentlint.markup.repairs.open_elements import Repair
from contentlint.markup.tree import Markup

__all__ = ["Attribute", "Element", "Markup", "ParseError", "Repair", "TextRun"]

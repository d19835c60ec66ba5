"""One article, read once: its text, front matter and body, and the indexes that rules ask for.

Everything is computed when it is first asked for and kept; a rule never parses anything itself.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from contentlint.source import Source, Span

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

    from contentlint.front_matter import FrontMatter
    from contentlint.front_matter.schema import FieldProblem, Schema
    from contentlint.markup import Element, Markup, ParseError, Repair, TextRun

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdx", ".mdown", ".mkd", ".qmd"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})


class Document:
    """A read-only view of one file for rules.

    Args:
        source: the file's path and text.
        schema: what its front matter is checked against; none: no check of fields.
        generator: the site generator that builds it (`hexo`, `hugo`, …), where known; decides
            which template syntax is understood.
        expects_front_matter: whether configuration says that such a file has a block, so that a
            file without one lacks the fields that its schema requires.

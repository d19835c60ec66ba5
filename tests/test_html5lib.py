"""The parse errors of the standard's own tokenizer tests, by code, line and column.

The tests are from https://github.com/html5lib/html5lib-tests; the environment variable
HTML5LIB_TESTS names a checkout. Without it, no tests run.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from contentlint.core.source import Source, Span
from contentlint.markup import Markup
from contentlint.markup.parse_errors import NON_STANDARD, question_marks
from contentlint.site.generator import Generator

FOLDER = os.environ.get("HTML5LIB_TESTS")

# A generator without template syntax.
PLAIN = Generator("plain", "Plain", schema="article")

# Reported by the parser besides the tokenizer's errors: `/>` on a non-void element is an error of
# tree construction, which the tokenizer tests exclude.
OF_TREE_CONSTRUCTION = {"non-void-html-element-start-tag-with-trailing-solidus"}


def cases() -> Iterator[Any]:
    for file in sorted(Path(FOLDER or "", "tokenizer").glob("*.test")) if FOLDER else []:
        for test in json.loads(file.read_text("utf-8")).get("tests", []):
            text = test["input"]
            if test.get("doubleEscaped"):
                text = json.loads('"' + text.replace('"', '\\"') + '"')
            is_text = not any("\ud800" <= char <= "\udfff" for char in text)
            if is_text and "Data state" in test.get("initialStates", ["Data state"]):
                yield file.name, text, test.get("errors", [])


@pytest.mark.skipif(FOLDER is None, reason="HTML5LIB_TESTS names no checkout of html5lib-tests")
def test_every_parse_error_has_the_code_and_position_of_the_standard() -> None:
    ran = 0
    for name, text, expected in cases():
        ran += 1
        markup = Markup(text, Span(0, len(text)), is_html=True, generator=PLAIN)
        codes = sorted(error.code for error in markup.parse_errors)
        codes = [code for code in codes if code not in OF_TREE_CONSTRUCTION]
        assert codes == sorted(error["code"] for error in expected), (name, text)
        assert places(markup) == {place(error, text) for error in expected}, (name, text)
    assert ran > 6000


def place(error: dict[str, Any], text: str) -> tuple[str, int, int]:
    """The positions at which a test expects errors.

    At the end of the file the tests count a character outside the basic plane as two columns,
    unlike elsewhere; the parser counts one.
    """
    column = error["col"]
    if error["code"].startswith("eof-"):
        column -= sum(char > "\uffff" for char in text)
    return error["code"], error["line"], column


def places(markup: Markup) -> set[tuple[str, int, int]]:
    """The positions of the tokenizer, before they are converted to spans.

    `<?` is reported by contentlint and not by the parser, which follows the standard's newer
    processing instructions; the tests expect it at the question mark.
    """
    first_line = markup._prefix.count("\n")
    found = {
        (error.code, error.line - first_line, error.col + 1)
        for error in markup.tree.errors
        if error.line > first_line
        and NON_STANDARD not in error.code
        and error.code not in OF_TREE_CONSTRUCTION
    }
    lines = Source("", markup.text)
    for error in question_marks(markup.html):
        line, column = lines.position(error.span.start)
        found.add((error.code, line, column + 1))
    return found

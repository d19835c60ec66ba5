"""What generators are said to do with front matter is what they were recorded doing."""

import re
from typing import cast, get_args

import pytest

from contentlint.site.generators import by_name
from contentlint.site.reading import MOST, Fate, Reading, Shape
from tests.generators import truth
from tests.generators.truth import Cell

GENERATORS = (
    "astro docusaurus eleventy hexo hugo jekyll mkdocs myst nikola nuxt pelican sphinx starlight "
    "vitepress"
).split()

# The recorded articles of each shape.
ARTICLES: dict[str, tuple[str, ...]] = {
    "blank-line": ("after a blank line", "after a CRLF blank line"),
    "blank-lines": ("after two blank lines",),
    "spaces-line": ("after a line of spaces",),
    "bom": ("after a byte order mark",),
    "boms": ("after two byte order marks",),
    "bom-blank-line": ("after a byte order mark and a blank line",),
    "invisible": ("after a zero-width space", "after a no-break space"),
    "space": ("after a space on the same line",),
    "tab": ("after a tab on the same line",),
    "text": (
        "after an HTML comment",
        "after a heading",
        "after a text line",
        "after an import line",
    ),
    "code-fence": ("after a code fence line", "with dashes in a code block"),
    "code-block": ("as a code block",),
    "indented": ("fences indented",),
    "closing-indented": ("closing fence indented",),
    "opening-blank": (
        "opening fence with a trailing blank",
        "opening fence with a trailing tab",
        "both fences with a trailing blank",
    ),
    "closing-blank": ("closing fence with a trailing blank",),
    "closing-text": ("closing fence with trailing text",),
    "opening-short": ("opening fence of two",),
    "closing-short": ("closing fence of two",),
    "short": ("fences of two",),
    "long": ("fences of four",),
    "longer": ("fences of ten",),
    "opening-long": ("opening fence of four",),
    "closing-long": ("closing fence of four",),
    "dashes": (
        "fences of em dashes",
        "fences of an em dash and a hyphen",
        "fences of three en dashes",
    ),
    "closing-dashes": ("closing fence of an em dash and a hyphen",),
    "characters": ("fences of equals signs", "fences of asterisks", "fences of underscores"),
    "plus-yaml": ("fences of plus signs around YAML",),
    "semicolons-yaml": ("fences of semicolons around YAML",),
    "semicolons": ("fences of semicolons around JSON",),
    "semicolons-braces": ("fences of semicolons around JSON in braces",),
    "semicolons-closing": ("JSON closed by semicolons",),
    "dashes-toml": ("dashes around TOML",),
    "dashes-json": ("dashes around JSON",),
    "named-yaml": ("opening fence `---yaml`", "opening fence `--- yaml`"),
    "named-toml": ("opening fence `---toml`",),
    "named-json": ("opening fence `---json`",),
    "opening-comment": ("opening fence `--- # tide`",),
    "quoted": ("quoted fences",),
    "quote": ("fences in a quote",),
    "escaped": ("escaped fences",),
    "dots": ("closing fence of dots",),
    "no-opening": ("no opening fence",),
    "no-closing": ("no closing fence",),
    "no-fences": ("no fences",),
    "last-line": ("closing fence on the last line",),
    "blank-first": ("blank line after the opening fence",),
    "blank-between": ("a blank line between keys",),
    "comment-first": ("a comment before the key",),
    "only-text": ("only a word",),
    "only-list": ("only a list",),
    "only-null": ("only `null`",),
    "empty": ("empty", "empty with a blank line"),
    "leading-rule": ("a rule at the start, without a block",),
    "leading-rules": ("text between rules at the start",),
}


def what_happened(cell: Cell) -> Fate:
    """What became of an article, in the words of `Fate`."""
    if cell.stops:
        # The collection's schema misses the title of a block that was not read.
        return "shown" if cell.outcome.get("by") == "schema" else "stops"
    if not cell.has_page:
        return "skipped"
    if "Mud." in cell.text and "Mud." not in cell.body:
        return "cut"
    if cell.is_seen or "Low tide" not in cell.text:
        body = re.sub(r"</?p>|<hr>", "", cell.body).strip()
        has_rest = body not in ("Mud.", "") and "Low tide" in cell.text
        return "rest" if has_rest or "<hr>" in cell.body else "read"
    return "shown" if "Low tide" in cell.body else "dropped"


def articles(generator: str, shape: str) -> list[Cell]:
    cells = truth.recording(generator).group("block")
    found = [cell for cell in cells if cell.name in ARTICLES[shape]]
    assert len(found) == len(ARTICLES[shape])
    return found


def reading(generator: str) -> Reading:
    found = by_name(generator).reading
    assert found is not None
    return found


def test_every_shape_was_recorded() -> None:
    assert ARTICLES.keys() == set(get_args(Shape))


@pytest.mark.parametrize("generator", GENERATORS)
def test_a_generator_does_with_every_shape_what_it_was_recorded_doing(generator: str) -> None:
    said = {shape: reading(generator).fate(cast("Shape", shape)) for shape in ARTICLES}
    seen = {
        shape: {what_happened(cell) for cell in articles(generator, shape)} for shape in ARTICLES
    }
    assert {shape: {fate} for shape, fate in said.items()} == seen


@pytest.mark.parametrize("shape", ARTICLES)
def test_most_generators_do_what_is_said_of_most(shape: str) -> None:
    reads = ("read", "rest")
    read = [g for g in GENERATORS if reading(g).fate(cast("Shape", shape)) in reads]
    if MOST.fate(cast("Shape", shape)) in reads:
        assert len(read) * 2 >= len(GENERATORS)
    else:
        assert len(read) * 2 <= len(GENERATORS)

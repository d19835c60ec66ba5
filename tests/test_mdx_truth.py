"""The recorded verdicts of the MDX compilers are whole and say what they should."""

from collections import defaultdict

import pytest

from tests.mdx.inputs import BY_KIND, inputs
from tests.mdx.truth import VARIANTS, Cell, Run, Variant, cells, versions


def _cell(text: str) -> Cell:
    return next(cell for cell in cells() if cell.text == text)


def test_every_input_is_recorded_once_and_in_order() -> None:
    assert [(cell.kind, cell.text) for cell in cells()] == list(inputs())


def test_a_stop_is_in_the_text_that_it_stops() -> None:
    for cell in cells():
        lines = cell.text.replace("\r\n", "\n").split("\n")
        for stop in cell.stops.values():
            if stop is None or stop.rule == "thrown:Error":
                continue
            if stop.line == 0:
                # Where the file ends with a tag open, the compiler names that tag alone.
                assert stop.other_line >= 1, cell
                continue
            assert stop.line <= len(lines), cell
            # Docusaurus writes a backslash and a pair of brackets into lines before it compiles.
            width = len(lines[stop.line - 1].encode("utf-16-le")) // 2
            assert 1 <= stop.column <= width + 3, cell


def test_every_kind_has_texts_that_compile_and_texts_that_do_not() -> None:
    outcomes: defaultdict[str, set[bool]] = defaultdict(set)
    for cell in cells():
        outcomes[cell.kind] |= {cell.compiles(), cell.compiles("docusaurus-mdx")}
    one_sided = {kind for kind in BY_KIND if outcomes[kind] != {True, False}}
    assert one_sided == {"two-faults"}


def test_what_compiles_was_run_and_nothing_else() -> None:
    assert all((cell.run is None) != cell.compiles() for cell in cells())


def test_the_versions_are_those_of_the_package_file() -> None:
    assert versions()["@mdx-js/mdx"] == "3.1.1"
    assert versions()["@docusaurus/mdx-loader"] == "3.10.2"


@pytest.mark.parametrize(
    ("text", "variants"),
    [
        ("Run it with <name> at the end.", "docusaurus-detect"),
        ("Run it with `<name>` at the end.", " ".join(VARIANTS)),
        ("<!-- a -->", "docusaurus-mdx docusaurus-md docusaurus-detect"),
        ("## a {#b-c}", "docusaurus-mdx docusaurus-md docusaurus-detect"),
        ("$\\frac{a}{b}$", " ".join(VARIANTS)),
        ("$a_{i j}$ and $b$", "math docusaurus-detect"),
    ],
)
def test_the_variants_differ_where_the_tools_do(text: str, variants: str) -> None:
    compiling: list[Variant] = [variant for variant in VARIANTS if _cell(text).compiles(variant)]
    assert compiling == variants.split()


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("{1 + 1}", "renders"),
        ("{a}", "ReferenceError"),
        ('<div style="color: red">a</div>', "style"),
        ("<A {...{b: 1}}/>", "component"),
        ("import a from 'b'", "imports"),
    ],
)
def test_a_text_that_compiles_can_still_fail_to_render(text: str, run: Run) -> None:
    assert _cell(text).run == run


def test_the_first_fault_named_is_not_always_the_first_of_the_file() -> None:
    stop = _cell("text {a b}\n\n<C d=e/>").stops["mdx"]
    assert stop is not None
    assert stop.line == 3

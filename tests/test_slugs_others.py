"""The ids of headings are those that Hugo, kramdown, Python tools and Pandoc gave: `tests/slugs/`."""

import pytest

from contentlint.site.pages import Heading
from contentlint.site.slugs import goldmark, named
from tests.slugs.matrix import inputs
from tests.slugs.source import headings
from tests.slugs.truth import load, recording

ALGORITHMS = (
    "docutils",
    "goldmark",
    "goldmark-ascii",
    "goldmark-blackfriday",
    "kramdown",
    "kramdown-gfm",
    "myst",
    "pandoc",
    "pymdownx",
    "pymdownx-fold",
    "pymdownx-lower",
    "pymdownx-lower-ascii",
    "pymdownx-lower-percent",
    "python-markdown",
    "python-markdown-unicode",
)

_OTHER_BLOCKS = (
    "which lines are a heading differs from CommonMark, by which the test reads headings"
)
_CLOSING = (
    "the test reads `#` at the end as closing the heading, not as what follows its attributes"
)
_FOOTNOTES = "a footnote without a definition, or without the extension, is text"

# Where the ids differ, by the first part of the tool's name, and why.
KNOWN: dict[str, dict[str, str]] = {
    "docutils": {
        "tide[^1]": _FOOTNOTES,
        "with a footnote": _FOOTNOTES,
        "in a list": _OTHER_BLOCKS,
        "in a quotation": _OTHER_BLOCKS,
        "line break at the end of a setext heading": "a hard line break is removed",
        "target before": "a label before a heading is its id; links to it are resolved as labels",
    },
    "goldmark": {
        "__low__tide__": "goldmark nests emphasis differently",
        "...": "an ellipsis is a character to goldmark, so the heading is not empty",
        '[**low** tide](/tide "A title")': "Hugo takes only the first part of a link's text",
        "&#123;tide&#125;": "the number of a character reference remains",
        "tide {#}": "an empty id",
        "tide {#here} #": _CLOSING,
        "low--tide": "with `blackfriday` the dash separates words",
        "low---tide": "with `blackfriday` the dash separates words",
        "H~2~O": "with `blackfriday` the tilde, which strikes, separates nothing",
    },
    "kramdown": {
        "tide {#here} #": _CLOSING,
        "entity for a hash": "an entity that kramdown does not know",
        **dict.fromkeys(
            (
                "no text",
                "no text, closing hashes",
                "two without text",
                "setext of two lines",
                "no space after the hashes",
                "in an HTML block",
                "attribute line after",
                "target before",
                "explicit id in HTML before",
                "seven hashes",
                "indented",
                "line break at the end of a setext heading",
                "containers",
                "details",
            ),
            _OTHER_BLOCKS,
        ),
    },
    "myst": {
        "tide[^1]": _FOOTNOTES,
        "in a list": _OTHER_BLOCKS,
        "in a quotation": _OTHER_BLOCKS,
    },
    "pandoc": {
        "__low__tide__": "Pandoc nests emphasis differently",
        "low<br>tide": "a line break is a space",
        "low<br/>tide": "a line break is a space",
        "tide {#here} #": _CLOSING,
        "with references": "a reference with the label of another is text",
        "with a footnote": "the mark of the test's footnote is text",
        **dict.fromkeys(
            (
                "setext of two lines",
                "in an HTML block without blank lines",
                "target before",
                "explicit id in HTML before",
                "indented",
                "line break at the end of a setext heading",
                "containers",
                "admonition",
            ),
            _OTHER_BLOCKS,
        ),
    },
    "python": {
        "Map<string, number>": "taken for a tag",
        "a <= b => c": "what is between `<` and `>` is taken for a tag",
        "a&nbsp;b": "white space of a character reference is not a space",
        "&notareal;": "a name without an entity is taken for `&not`",
        "tide {# here}": "an empty id",
        "tide {#}": "an empty id",
        "tide {#here} {#there}": "two lists of attributes are text",
        "with a footnote": _FOOTNOTES,
        **dict.fromkeys(
            (
                "a\\",
                "setext of two lines",
                "no space after the hashes",
                "in an HTML block",
                "seven hashes",
                "indented",
                "line break at the end of a setext heading",
                "details",
            ),
            _OTHER_BLOCKS,
        ),
    },
}


def _known(tool: str) -> dict[str, str]:
    family = tool.partition("-")[0]
    return KNOWN["python" if family in ("python", "pymdownx") else family]


ZOLA = {
    "tide[^1]": _FOOTNOTES,
    "tide {id=here}": "a key is not an id",
    'tide {id="here"}': "a key is not an id",
    'tide {: id="here"}': "a key is not an id",
    "tide {:#here}": "`:#here` is not an id",
    "tide {#here} #": _CLOSING,
    "in HTML": "headings of HTML are not recorded",
    "in HTML, with an id": "headings of HTML are not recorded",
    "in HTML, with the id of a heading": "headings of HTML are not recorded",
    "setext of two lines": "a line break is removed",
    "line break at the end of a setext heading": "a line break is removed",
}


def test_headings_have_the_ids_that_the_crates_of_zola_gave_them() -> None:
    wrong, unknown = {}, 0
    for cell in load("zola"):
        made = named("zola")(headings(cell.text))
        if made != [each or "" for each in cell.ids]:
            if made and not all(made):
                unknown += 1
            else:
                wrong[cell.name] = made
    assert set(wrong) - set(ZOLA) == set()
    # Other scripts than Latin are transcribed there, and not known here.
    assert unknown < 0.18 * len(load("zola"))


def _wrong(tool: str) -> dict[str, tuple[list[str], list[str]]]:
    """The documents whose ids differ: those made, and those recorded."""
    wrong = {}
    for cell in load(tool):
        if cell.error:
            continue
        found = headings(cell.text)
        if tool in ("docutils", "myst"):
            # Headings of HTML are not sections, and not recorded.
            found = [heading for heading in found if not heading.is_html]
        expected = [each or "" for each in cell.ids]
        if (made := named(tool)(found)) != expected:
            wrong[cell.name] = (made, expected)
    return wrong


@pytest.mark.parametrize("tool", ALGORITHMS)
def test_headings_have_the_ids_that_the_tool_gave_them(tool: str) -> None:
    wrong = _wrong(tool)
    assert {name: ids for name, ids in wrong.items() if name not in _known(tool)} == {}
    assert len(wrong) < 0.06 * len(load(tool))


@pytest.mark.parametrize("family", KNOWN)
def test_known_differences_are_still_there(family: str) -> None:
    tools = [tool for tool in ALGORITHMS if _known(tool) is KNOWN[family]]
    assert set(KNOWN[family]) == {name for tool in tools for name in _wrong(tool)}


@pytest.mark.parametrize("tool", ALGORITHMS)
def test_every_document_of_the_matrix_is_recorded(tool: str) -> None:
    asked = [(each.group, each.name) for each in inputs()]
    assert [(cell.group, cell.name) for cell in recording(tool).cells] == asked


def test_hugo_made_ids_of_the_source_in_older_versions() -> None:
    # As Hugo 0.111.3 does; newer versions make `low-tide` and `q--a`.
    heading = Heading(2, "Low tide", "[Low](https://example.org/a) tide")
    assert goldmark.from_source(goldmark.github, [heading]) == ["lowhttpsexampleorga-tide"]
    reference = Heading(2, "Q & A", "Q &amp; A")
    assert goldmark.from_source(goldmark.github, [reference]) == ["q-amp-a"]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Low tide!", "low-tide"),
        ("Ebbe für Möwen", "ebbe-fur-mowen"),
        ("--tide_low--", "tide-low"),
        ("潮", ""),
    ],
)
def test_ids_of_zola_are_slugs_or_unknown(text: str, id: str) -> None:
    assert named("zola")([Heading(2, text, text)]) == [id]


def test_ids_of_zola_are_numbered_after_explicit_ones_are_taken() -> None:
    titles = [Heading(2, "Mud", "Mud"), Heading(2, "Sand", "Sand {#mud}", "mud")]
    assert named("zola")([*titles, titles[0]]) == ["mud-1", "mud", "mud-2"]

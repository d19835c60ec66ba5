"""The recorded output of the Markdown renderers is whole and says what it should."""

import pytest

from tests.dialects.inputs import inputs
from tests.dialects.truth import RENDERERS, Cell, cells, seen, versions


def _cell(text: str) -> Cell:
    return next(cell for cell in cells() if cell.text == text)


def _where(text: str, html: str) -> set[str]:
    return {name for name, found in _cell(text).html.items() if found is not None and html in found}


def test_every_input_is_recorded_once_and_in_order() -> None:
    assert [(cell.kind, cell.text) for cell in cells()] == list(inputs())


def test_every_renderer_answers_for_every_text() -> None:
    assert all(set(cell.html) == set(RENDERERS) for cell in cells())


def test_only_what_stops_a_build_has_no_html() -> None:
    stopped = {
        (cell.text, name) for cell in cells() for name in RENDERERS if cell.html[name] is None
    }
    assert stopped == {
        ("{{< a >}}", "hugo"),
        ("{{< a >}}", "hugo-unsafe"),
        ("<<< @/a", "vitepress"),
    }


def test_the_renderers_read_markdown() -> None:
    for name in RENDERERS:
        assert name in _where("**x** y", "<strong>x</strong> y")
        assert name in _where("[a](#b)", '<a href="#b"')


def test_the_versions_are_recorded() -> None:
    assert versions()["hugo"] == "0.168.0"
    assert versions()["kramdown"] == "2.4.0"


@pytest.mark.parametrize(
    ("text", "html", "renderers"),
    [
        ("##Head", "<h2", "redcarpet mkdocs material kramdown"),
        ("中**「文」。**字", "<strong>", "jekyll kramdown redcarpet mkdocs"),
        ("# Head {#id}", 'id="id"', "vitepress jekyll kramdown hugo hugo-unsafe material"),
        ('<div markdown="1">\n**a**\n</div>', "<strong>a</strong>", "jekyll kramdown material"),
        ("==a==", "<mark>", "material"),
    ],
)
def test_the_renderers_differ_where_their_dialects_do(text: str, html: str, renderers: str) -> None:
    assert _where(text, html) == set(renderers.split())


def test_vue_refuses_a_placeholder_that_is_never_closed() -> None:
    assert _cell("See <placeholder> here.").vue == (24,)
    assert _cell("`<a>`").vue == ()


def test_what_a_fragment_shows_is_its_text_and_elements() -> None:
    assert seen("<p>a &lt;b&gt; <c>d</c></p>") == ("a <b> d", ("p", "c"))

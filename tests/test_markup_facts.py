"""The facts that a compiled package could compute are text, numbers and tuples."""

from collections.abc import Callable
from typing import Any

import pytest

from contentlint.core.source import Span
from contentlint.markup import facts
from contentlint.markup.elements import TextRun
from contentlint.markup.markdown import render
from contentlint.markup.source_map import GENERATED, VERBATIM, ByteOffsets

MARKDOWN = "---\na: b\n---\n# Ebb 潮\n\nA *tide* <b>and <i>ebb</b>\n\n| a |\n|---|\n| &amp; |\n"
BODY = MARKDOWN.index("#")


def is_plain(value: Any) -> bool:
    """Whether a value consists of text, numbers and collections of these."""
    if isinstance(value, list | tuple | frozenset):
        return all(map(is_plain, value))
    return value is None or isinstance(value, str | int | bool)


def written() -> tuple[str, list[tuple[int, int, int, int]], bool, list[TextRun]]:
    return facts.written(MARKDOWN, BODY, len(MARKDOWN), frozenset())


@pytest.mark.parametrize(
    "fact",
    [
        written,
        lambda: facts.text_runs(*written()[:2]),
        lambda: facts.repairs(written()[0], written()[1], True, False),
        lambda: facts.repairs("<p><b>x</p>", None, False, False),
        lambda: facts.tag_names(MARKDOWN),
        lambda: facts.is_well_formed(MARKDOWN),
    ],
    ids=["written", "text-runs", "repairs", "repairs-of-html", "tag-names", "well-formed"],
)
def test_a_fact_is_plain(fact: Callable[[], object]) -> None:
    found = fact()
    assert is_plain(found)
    assert found == fact()


def test_pieces_cover_the_html_and_verbatim_ones_are_the_source() -> None:
    html, pieces, has_tags, _ = written()
    assert has_tags
    assert [piece[0] for piece in pieces] == sorted({piece[0] for piece in pieces})
    ends = [*(piece[0] for piece in pieces[1:]), len(html)]
    for (offset, start, end, kind), stop in zip(pieces, ends, strict=True):
        if kind >= VERBATIM:
            assert html[offset:stop] == MARKDOWN[start:end]
    assert any(kind == GENERATED for *_, kind in pieces)


def test_text_runs_have_the_source_and_the_elements_around_it() -> None:
    runs = facts.text_runs(*written()[:2])
    assert TextRun("tide", Span(25, 29), ("p", "em")) in runs
    assert all(MARKDOWN[slice(*run.span)] == run.raw for run in runs)


def test_text_runs_of_markdown_without_tags_are_those_of_its_tags() -> None:
    markdown = (
        "# Ebb 潮 `now`\n\nA *low **tide*** 👍 and\nsand \\* &amp; < mud  \nbelow ![the *pier*](p.png).\n\n"
        '> - [link](https://example.org/é "title")\n>   1. deep\n\n'
        "| a | 干 |\n|---|---|\n| *c* | d |\n\n```\ncode <b>\n```\n\nFoot[^1]\n\n[^1]: note\n"
    )
    html, pieces, has_tags, runs = facts.written(markdown, 0, len(markdown), frozenset())
    assert not has_tags
    assert runs == facts.text_runs(html, pieces)
    assert all(markdown[slice(*run.span)] == run.raw for run in runs)
    assert ("deep", ("blockquote", "ul", "li", "ol", "li")) in [(r.raw, r.parents) for r in runs]
    assert ("干", ("table", "thead", "tr", "th")) in [(r.raw, r.parents) for r in runs]


def test_text_runs_are_divided_at_what_is_cut() -> None:
    text = "Low {%x%}tide *and{%y%} ebb*{%z%}"
    cuts = [Span(text.index(name), text.index(name) + 5) for name in ("{%x", "{%y", "{%z")]
    runs = render(text, Span(0, len(text)), cuts=cuts).runs
    assert [(run.raw, text[slice(*run.span)]) for run in runs] == [
        ("Low ", "Low "),
        ("tide ", "tide "),
        ("and", "and"),
        (" ebb", " ebb"),
    ]
    assert runs[-1].parents == ("p", "em")


def test_bytes_are_converted_in_any_order() -> None:
    text = "潮 the tide é 👍 " * 60
    offsets = ByteOffsets(text, 7)
    expected = {len(text[:place].encode()): place + 7 for place in range(len(text) + 1)}
    places = list(expected)
    for byte in (*places, *places[::-1], *places[::7], *places[::-5]):
        assert offsets[byte] == expected[byte]


def test_repairs_need_not_know_the_article() -> None:
    found = facts.repairs("<ul><li>a</ul></b>", None, False, False)
    assert [(repair.kind, repair.tag) for repair in found] == [("stray-end", "b")]

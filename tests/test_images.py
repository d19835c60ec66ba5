"""Precision and recall of the image rules on hand-labeled samples."""

import pytest
from accuracy import accuracy
from growth import Work, grows_too_fast
from hypothesis import given
from hypothesis import strategies as st
from images_labelled import PIECES, TOPICS, Piece

from contentlint import registry
from contentlint.article.document import Document
from contentlint.article.images import images_of
from contentlint.core.source import Source
from contentlint.site.generators import named

PRECISION, RECALL = 0.97, 0.9


def found(piece: Piece) -> set[tuple[str, int, int]]:
    """The high-confidence findings of the rules for the topic of a sample."""
    generator = "hugo" if "{{<" in piece.text else None
    document = Document(Source(piece.path, piece.text), generator=named(generator))
    return {
        (rule_id, *problem.span)
        for rule_id in TOPICS[piece.topic]
        for problem in registry.load(rule_id).check(document)
        if problem.confidence == "high"
    }


def test_there_are_enough_samples_with_and_without_findings() -> None:
    without = sum(not piece.expected for piece in PIECES)
    assert len(PIECES) >= 130
    assert 0.4 <= without / len(PIECES) <= 0.6
    assert len({piece.language for piece in PIECES}) == 10


def test_overall_accuracy() -> None:
    precision, recall = accuracy(PIECES, found)
    assert precision >= PRECISION
    assert recall >= RECALL


@pytest.mark.parametrize("language", sorted({piece.language for piece in PIECES}))
def test_accuracy_by_language(language: str) -> None:
    precision, recall = accuracy(tuple(p for p in PIECES if p.language == language), found)
    assert precision >= 0.9
    assert recall >= 0.85


@pytest.mark.parametrize(
    "rule_id", sorted({rule for piece in PIECES for rule, *_ in piece.expected})
)
def test_recall_by_rule(rule_id: str) -> None:
    expected = {(n, f) for n, p in enumerate(PIECES) for f in p.expected if f[0] == rule_id}
    actual = {(n, f) for n, p in enumerate(PIECES) for f in found(p) if f[0] == rule_id}
    assert len(actual & expected) >= 0.85 * len(expected)


PARTS = st.sampled_from(
    "![a](b.jpg)|![|](|<img src='a.jpg' alt=|<figure>|<figcaption>|</figcaption>|</figure>|{{< figure |"
    'src="a.jpg"| >}}|{% img a.png %}|Photo: |图/|摄|Mara Ellwood|© |CC BY|\n|\n\n|👍|[x](https://a.b)|'
    "<p class=caption>|<div>|</div>|`|```\n|---\ncover: a.jpg\n---\n|srcset='|1x, |600w|&quot;|<a href=|>".split(
        "|"
    )
)


@given(st.lists(PARTS, max_size=24).map("".join))
def test_images_of_any_text_have_spans_inside_it(text: str) -> None:
    document = Document(Source("a.md", text))
    for image in document.images:
        assert 0 <= image.span.start <= image.span.end <= len(text)
        assert image.credit is None or image.credit.text
        assert "\n" not in image.caption
    for rule_id in (*TOPICS["credit"], *TOPICS["alt"], *TOPICS["srcset"]):
        list(registry.load(rule_id).check(document))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("unit", "most"),
    [
        (("![a](b.jpg)",), 2**11),
        (("![a](b.jpg)\n",), 2**11),
        (("<figure>", "<img src=a.jpg>"), 2**8),
        (("<div>", "<img src=a.jpg><p class=caption>Low tide</p>"), 2**8),
        (("![a](b.jpg)\n\n", "Photo: ["), 2**10),
        (("{{< figure ",), 2**13),
    ],
    ids=["one line", "lines", "figures", "captions", "words", "tags"],
)
def test_the_time_for_a_hostile_article_is_linear_in_its_length(
    unit: tuple[str, ...], most: int
) -> None:
    lengths = (most >> power for power in range(6, -1, -1))
    works = (look(length, "".join(part * length for part in unit)) for length in lengths)
    assert not grows_too_fast(works, enough=0.05, nothing=0.001)


def look(length: int, text: str) -> Work:
    document = Document(Source("a.md", text))
    _ = document.markup.tree, document.text_runs
    assert all(image.credit is None for image in images_of(document))
    return Work(length, lambda: images_of(document))

"""The quick test of attribution is never narrower than the patterns behind it."""

from collections.abc import Iterator

import pytest

from contentlint.article.document import Document
from contentlint.core.source import Source
from contentlint.rules.attribution._forms import expanded, forms
from contentlint.rules.attribution._labels import labels_of
from contentlint.rules.attribution._languages import (
    LANGUAGES,
    TELLING,
    by_words,
    labels,
    pattern,
)
from contentlint.rules.attribution._lines import all_ends
from contentlint.rules.attribution._named import named_author, named_source
from contentlint.rules.attribution._quick import PHRASE_KINDS, clues, clues_of

# Of forms with many alternatives, this many are tried.
MOST = 24
# Sentences with letters that every article in these languages contains.
LETTERS = {"ja": "渡し船は出た。", "tr": "Vapur öğlen ayrıldı."}


def texts(kind: str, code: str) -> Iterator[str]:
    """Texts with phrases of a kind in a language, with something in the gaps."""
    language = next(language for language in LANGUAGES if language.code == code)
    for form in forms(getattr(language, kind)):
        found = expanded(form)
        for text in found[:: max(len(found) // MOST, 1)]:
            yield text.replace("~", "x").replace("#", "1")


@pytest.mark.parametrize("kind", PHRASE_KINDS)
@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_what_a_pattern_matches_passes_the_quick_test(kind: str, code: str) -> None:
    for text in texts(kind, code):
        # `l'` and the like are followed by the next word without a space.
        sentence = f"{text} Mara"
        if pattern(kind, code).search(sentence):
            before = LETTERS.get(code, "The ferry left.")
            assert (kind, code) in clues_of(f"{before}\n{sentence}").phrases, sentence


def test_every_phrase_is_matched_by_its_own_pattern() -> None:
    missed = [
        text
        for kind in PHRASE_KINDS
        for language in LANGUAGES
        for text in texts(kind, language.code)
        if not pattern(kind, language.code).search(f"{text} mara")
    ]
    assert missed == []


def test_every_label_passes_the_quick_test() -> None:
    telling = [label for label, kinds in labels().items() if not TELLING.isdisjoint(kinds)]
    assert len(telling) > 1000
    for label in telling:
        for separator in (": ", "：", " | "):
            text = f"The ferry left.\n{label}{separator}Mara Lind"
            blocks = all_ends(Document(Source("a.md", text)))
            if any(TELLING & found.kinds.keys() for block in blocks for found in labels_of(block)):
                assert clues_of(text).has_labels, text


def test_every_word_before_a_name_passes_the_quick_test() -> None:
    for word in by_words():
        assert clues_of(f"The ferry left.\n{word} Mara Lind").has_bylines, word


@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_a_language_has_twenty_forms_of_each_kind(code: str) -> None:
    language = next(language for language in LANGUAGES if language.code == code)
    bylines = [language.author, language.text, language.by, language.guest, language.about]
    sources = [language.source, language.titled, language.original]
    sources += [language.published, language.said, language.after]
    translations = [language.translator, language.translated_by, language.translated]
    for tables in (bylines, sources, translations):
        count = sum(len(expanded(form)) for table in tables for form in forms(table))
        assert count >= 20


def test_an_article_that_says_nothing_has_no_blocks() -> None:
    text = "The ferry left at noon.\n\nNobody saw it.\n"
    document = Document(Source("a.md", text))
    assert clues(document).is_nothing
    assert [block.text for block in all_ends(document)] == [
        "The ferry left at noon.",
        "Nobody saw it.",
    ]


def test_a_block_maps_its_text_back_to_the_file() -> None:
    text = "---\ntitle: a\n---\n*By **Mara Lind*** on [4 May](https://example.org/a)\n"
    [block] = all_ends(Document(Source("a.md", text)))
    assert block.text == "By Mara Lind on 4 May"
    start = block.text.index("Mara")
    span = block.span(start, start + 9)
    assert text[span.start : span.end] == "Mara Lind"
    assert [(link.url, block.text[link.start : link.end]) for link in block.links] == [
        ("https://example.org/a", "4 May")
    ]


@pytest.mark.parametrize(
    ("text", "has_author", "has_source"),
    [
        ("---\nauthor: Mara Lind\n---\nText.\n", True, False),
        ("---\nauthor: admin\n---\nText.\n", False, False),
        ("By Mara Lind\n\nText.\n", True, False),
        ("Text.\n\nSource: [Gazette](https://example.org/a)\n", False, True),
        ("---\nsource: https://example.org/a\n---\nText.\n", False, True),
        ("---\nurl: /2024/pier/\n---\nText.\n", False, False),
    ],
)
def test_it_is_known_whether_an_article_names_author_and_source(
    text: str, *, has_author: bool, has_source: bool
) -> None:
    document = Document(Source("a.md", text))
    assert named_author(document) is has_author
    assert named_source(document) is has_source

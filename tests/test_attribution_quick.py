"""The quick test of attribution is never narrower than the patterns behind it."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from zlib import crc32

import pytest

sys.path.insert(0, str(Path(__file__).parent / "attribution"))

from labelled import SEEN, pieces

from contentlint import registry
from contentlint.article.document import Document
from contentlint.core.source import Source
from contentlint.rules.attribution import _quick
from contentlint.rules.attribution._around_names import (
    AFTER_NAMES,
    DATED_VERBS,
    GUEST,
    may_have_guest,
)
from contentlint.rules.attribution._earlier import earlier
from contentlint.rules.attribution._forms import expanded, forms
from contentlint.rules.attribution._labels import labels_of
from contentlint.rules.attribution._languages import (
    TELLING,
    labels,
    languages,
    pattern,
)
from contentlint.rules.attribution._lines import all_ends
from contentlint.rules.attribution._named import named_author, named_source
from contentlint.rules.attribution._quick import PHRASE_KINDS, Clues, clues, clues_of
from contentlint.rules.attribution._runs import may_end_with_guest

# Of forms with many alternatives, this many are tried.
MOST = 24
# Sentences with letters that every article in these languages contains.
LETTERS = {"ja": "渡し船は出た。", "tr": "Vapur öğlen ayrıldı."}


def texts(kind: str, code: str) -> Iterator[str]:
    """Texts with phrases of a kind in a language, with something in the gaps."""
    language = next(language for language in languages() if language.code == code)
    for form in forms(getattr(language, kind)):
        found = expanded(form)
        for text in found[:: max(len(found) // MOST, 1)]:
            yield text.replace("~", "x").replace("#", "1")


def about_itself(code: str) -> str:
    """Words for the article itself, without which verbs such as `appeared in` say nothing."""
    language = next(language for language in languages() if language.code == code)
    return expanded(forms(language.itself)[0])[0].replace("~", "x")


@pytest.mark.parametrize("kind", PHRASE_KINDS)
@pytest.mark.parametrize("code", [language.code for language in languages()])
def test_what_a_pattern_matches_passes_the_quick_test(kind: str, code: str) -> None:
    for text in texts(kind, code):
        # `l'` and the like are followed by the next word without a space.
        sentence = f"{about_itself(code)} {text} Mara" if kind == "said" else f"{text} Mara"
        if pattern(kind, code).search(sentence):
            before = LETTERS.get(code, "The ferry left.")
            assert (kind, code) in clues_of(f"{before}\n{sentence}").phrases, sentence


def test_every_phrase_is_matched_by_its_own_pattern() -> None:
    missed = [
        text
        for kind in PHRASE_KINDS
        for language in languages()
        for text in texts(kind, language.code)
        if not pattern(kind, language.code).search(f"{text} mara")
    ]
    assert missed == []


def telling_labels(code: str) -> Iterator[str]:
    """Labels of a language that say something about the article."""
    language = next(language for language in languages() if language.code == code)
    for kind in sorted(TELLING):
        for form in forms(getattr(language, kind)):
            found = expanded(form)
            yield from found[:: max(len(found) // MOST, 1)]


@pytest.mark.slow
@pytest.mark.parametrize("code", [language.code for language in languages()])
def test_every_label_passes_the_quick_test(code: str) -> None:
    found = list(telling_labels(code))
    assert len(found) > 100
    for label in found:
        for before, separator in (("", ": "), ("", "："), ("", " | "), ("[", "] "), ("【", "】")):
            text = f"The ferry left.\n{before}{label}{separator}Mara Lind"
            blocks = all_ends(Document(Source("a.md", text)))
            if any(TELLING & found.kinds.keys() for block in blocks for found in labels_of(block)):
                assert clues_of(text).has_labels, text


@pytest.mark.parametrize("code", [language.code for language in languages()])
def test_every_label_is_known(code: str) -> None:
    unknown = [label for label in telling_labels(code) if not labels().kinds(label)]
    assert unknown == []


@pytest.mark.parametrize("code", [language.code for language in languages()])
def test_every_word_before_a_name_passes_the_quick_test(code: str) -> None:
    language = next(language for language in languages() if language.code == code)
    for form in forms(language.by):
        found = expanded(form)
        for word in found[:: max(len(found) // MOST, 1)]:
            assert clues_of(f"The ferry left.\n{word} Mara Lind").has_bylines, word


@pytest.mark.parametrize("verb", DATED_VERBS)
@pytest.mark.parametrize("date", ["3 May 2021", "<time>3 May 2021</time>", "on *3 May 2021*"])
def test_a_date_before_the_name_passes_the_quick_test(verb: str, date: str) -> None:
    document = Document(Source("a.md", f"The ferry left.\n\n{verb} {date} by Mara Lind\n"))
    assert clues(document).has_bylines


@pytest.mark.parametrize("text", [text for texts in AFTER_NAMES.values() for text in texts])
def test_words_after_a_name_pass_the_quick_test(text: str) -> None:
    for markup in ("", "*"):
        written = f"The ferry left.\n\n{markup}Mara Lind{markup} {text} Harbour\n"
        assert clues(Document(Source("a.md", written))).has_bylines


def test_few_words_are_part_of_those_after_a_name() -> None:
    assert not clues_of("Weighing a special ferry").has_bylines


@pytest.mark.parametrize(
    "text",
    [
        *("a guest author", "contributing editor", "visiting writer", "autora invitada"),
        *("auteure invitée", "plume invité", "Gastautorin", "gast-columnist", "autor convidado"),
        *("firma ospite", "ospite del blog", "autorka gościnna", "gościem serwisu"),
        *("приглашённый автор", "гостевая колумнистка", "гость блога", "внештатный автор"),
        *("konuk yazar", "misafir yazarımız", "tác giả khách mời", "penulis tamu"),
        *("كاتبة ضيفة", "كاتب مساهم", "ضيف المدونة"),
    ],
)
def test_a_guest_passes_the_quick_test(text: str) -> None:
    if GUEST.search(text.lower()):
        assert may_have_guest(text.lower())
    document = Document(Source("a.md", f"---\nauthor: Quay\n---\nEbb.\n\nMara Lind, {text}.\n"))
    assert may_end_with_guest(document)
    assert not may_end_with_guest(Document(Source("a.md", "---\nauthor: Quay\n---\nEbb.\n")))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "An earlier version of this essay ran in The Orchard Quarterly."),
        ("de", "Eine erste Fassung dieses Berichts stand in der Zeitschrift Kaimauer."),
        ("fr", "Une première version de ce récit a paru dans la revue Vergers."),
        ("ru", "Ранняя версия этого очерка выходила в альманахе «Сады»."),
        ("tr", "Bu yazının ilk hali Bahçe dergisinde yayımlandı."),
        ("ja", "本稿は『果樹園通信』に寄せた随筆です。"),
        ("ko", "이 글은 「과수원 소식」에 실린 글이다."),
        ("zh", "本文曾刊于《果园》。"),
        ("ar", "نُشر هذا النص في مجلة البستان."),
    ],
)
def test_a_sentence_about_an_earlier_publication_passes_the_quick_test(
    code: str, text: str
) -> None:
    [block] = all_ends(Document(Source("a.md", text)))
    assert len(list(earlier(block, code))) == 1
    assert ("earlier", code) in clues_of(text).phrases


@pytest.mark.parametrize("code", [language.code for language in languages()])
def test_a_language_has_twenty_forms_of_each_kind(code: str) -> None:
    language = next(language for language in languages() if language.code == code)
    bylines = [language.author, language.text, language.by, language.guest, language.about]
    sources = [language.source, language.titled, language.original]
    sources += [language.published, language.said, language.after]
    translations = [language.translator, language.translated_by, language.translated]
    for tables in (bylines, sources, translations):
        count = sum(len(expanded(form)) for table in tables for form in forms(table))
        assert count >= 20


@pytest.mark.slow
@pytest.mark.parametrize("code", [language.code for language in languages()])
def test_what_labelled_articles_say_passes_the_quick_test(code: str) -> None:
    in_language = [
        piece for piece in (*pieces(), *pieces(SEEN)) if piece.language.partition("-")[0] == code
    ]
    assert len(in_language) > 60
    for piece in in_language:
        document = Document(Source(piece.path, piece.text))
        known = clues(document)
        for block in all_ends(document):
            if any(TELLING & label.kinds.keys() for label in labels_of(block)):
                assert known.has_labels, block.text
            for kind in PHRASE_KINDS:
                if kind == "said" and not pattern("itself", code).search(block.folded):
                    continue
                found = {match[0] for match in pattern(kind, code).finditer(block.folded)}
                # These words count at the start of a line only.
                if found - {"via", "vía", "theo"}:
                    assert (kind, code) in known.phrases, block.text


RECOMMENDED = [
    rule
    for rule in map(registry.load, registry.rule_ids())
    if rule.id.startswith("attribution/") and rule.preset == "recommended"
]
ALL_PHRASES = {
    (kind, language.code): frozenset({""})
    for kind in (*PHRASE_KINDS, "earlier", "tongues", "agencies", "about")
    for language in languages()
}
EVERYTHING = Clues(
    has_labels=True,
    has_bylines=True,
    has_classes=True,
    phrases=ALL_PHRASES,
    has_named_links=True,
)


def found_in(document: Document) -> list[str]:
    """All problems and facts of an article."""
    return [
        f"{rule.id}: {found}"
        for rule in RECOMMENDED
        for function in (rule.check, rule.collect)
        if function is not None
        for found in function(document)
    ]


def generated() -> Iterator[tuple[str, str]]:
    """Articles with texts of all tables, with different markup around them."""
    number = 0
    for language in languages():
        for field in language._fields[1:]:
            for form in forms(getattr(language, field)):
                number += 1
                options = expanded(form)
                text = options[number % len(options)].replace("~", "x").replace("#", "1")
                before, after = MARKUP[number % len(MARKUP)]
                name = NAMES[number % len(NAMES)]
                first = LETTERS.get(language.code, "Ebb.")
                yield f"{language.code}-{number}.md", f"{first}\n\n{before}{text}{after}{name}\n"


MARKUP = (
    ("", " "),
    ("**", "**: "),
    ("- ", "："),
    ("> ", " | "),
    ("| ", " | "),
    ("【", "】"),
    ("[*", "*] "),
    ("*", " [x](https://example.org/a)* "),
    ("<p>", "<b>: </b>"),
    ("", "\n"),
)
NAMES = ("Mara Lind", "《海角晚报》", "The Harbour Post", "林知微", "**Mara Lind**", "")


def differences(
    articles: Iterable[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> dict[str, set[str]]:
    """What is found with or without the quick test only, by article."""
    named = list(articles)
    with_test = [found_in(Document(Source(path, text))) for path, text in named]
    monkeypatch.setattr(_quick, "_clues", lambda _document: EVERYTHING)
    without_test = [found_in(Document(Source(path, text))) for path, text in named]
    return {
        text: set(found) ^ set(other)
        for (_path, text), found, other in zip(named, with_test, without_test, strict=True)
        if found != other
    }


def every_article() -> Iterator[tuple[str, str]]:
    for piece in (*pieces(), *pieces(SEEN)):
        yield piece.path, piece.text
    for rule in RECOMMENDED:
        for example in rule.examples:
            yield example.path, example.text
    yield from generated()


def test_the_quick_test_changes_nothing_that_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [named for named in every_article() if crc32(named[1].encode()) % 48 == 0]
    assert len(articles) > 80
    assert differences(articles, monkeypatch) == {}


@pytest.mark.slow
def test_the_quick_test_changes_nothing_that_is_found_in_any_article(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert differences(every_article(), monkeypatch) == {}


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

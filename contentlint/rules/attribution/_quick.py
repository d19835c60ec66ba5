"""A quick test: what may the head and the foot of an article say about its author and source?

It is made from the same tables as the patterns, so it finds all that they find. Most articles say
nothing, and their blocks are never built; others say something in one or two languages.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Set
from functools import cache

from contentlint.rule import Document, NamedTuple, TextRun, lazy
from contentlint.rules.attribution._around_names import TITLES
from contentlint.rules.attribution._index import PHRASE_KINDS as PHRASE_KINDS
from contentlint.rules.attribution._index import Index, byte_words, index_of_words
from contentlint.rules.attribution._languages import by_codes, dated_by, fold, pattern
from contentlint.rules.attribution._lexicon import without_vowels
from contentlint.rules.attribution._originals import names_original
from contentlint.rules.attribution._quick_labels import any_cell, has_any_label, has_label
from contentlint.rules.attribution._quick_phrases import by_kind, east_phrases, phrases_in
from contentlint.rules.attribution._runs import Cells, end_runs, has_cells
from contentlint.rules.attribution._scan import LINE_INDENT, WORD

# How much of the start and the end of a body is searched for classes, in code points of the source.
_TAGS = 1600
# Letters of scripts other than Latin ones without marks and Chinese and Japanese ones, and signs.
_OTHER_LETTER = lazy("[^\\x00-\\x7f\u2000-\u303f\u3041-\u30ff\u3400-\u9fff\uff00-\uff65\xa0-\xbf]")
_DENSE_SCRIPT = lazy("[\u3005-\u30ff\u3400-\u9fff가-힣]")
# Punctuation of texts in any language; what is looked for has further letters.
_PUNCTUATION = frozenset(
    "‘’‚“”„‹›«»–—…•·′″×÷→←↑↓↔✓✔✗©®™°±§¶†‡½¼¾²³µ≤≥≠≈∞€£¥¢¿¡\u2002\u2003\u2009\u200a\u200b\u200c"
    "\u200d\u200e\u2011\u202f\u2060\ufe0f\ufeff\xad"
)
# Texts before a name are at most this long, in code points.
_MAX_BY = 64
# Those with a date.
_MAX_DATED = 96
_NO_SPACE = lazy(r"\S+")
# Names in Latin letters start with a capital, after titles such as `dr.`.
_BEFORE_NAME = lazy(
    "[ \t\n\r\xa0\u3000*_\\[（(「『《“\"'@,:：]*"
    f"(?:(?:[a-z]{{1,7}}[.]-?|(?:{TITLES}) )[ \xa0]*){{0,3}}[^\x00-@\\[-\x7f]"
)
_NOT_PLAIN = lazy(f"[^\\x00-\\x7f{''.join(sorted(_PUNCTUATION))}]")
_NO_WORD_BYTES = bytes(
    code if code > 127 or chr(code).isalnum() or chr(code) == "_" else 32 for code in range(256)
)
_ONLY_ASCII_WORDS = _NO_WORD_BYTES[:128] + b" " * 128
# UTF-8 of punctuation and symbols; some letters among them are in no table.
_WIDE = re.compile(
    rb"\xe2[\x80-\xbf]{2}|\xe3\x80[\x80-\xbf]|\xef[\xbc-\xbf][\x80-\xbf]|\xc2[\x80-\xbf]|\xd8[\x8c\x9b\x9f]"
)
_CLASSES = (
    "byline",
    "author",
    "vcard",
    "writer",
    "autor",
    "yazar",
    "auteur",
    "signature",
    "podpis",
)
# The attributes with such words.
_MARKS = ("class=", "rel=", "itemprop")
# Before the name of the author.
_SIGNS = "✍🖊🖋👤🧑"
# Each alternative starts with one character: so they are searched for in one pass.
_REPORTER = lazy(
    "记者|記者|기자|특파원|논설위원|글[ ·은]|기사[은는]|칼럼[은는]|원고[은는]|포스트[은는]|기고[은는]|필자 |글쓴이 |저자 |기고자 |취재 |정리 |"
    "에디터 |寄稿|投稿|供稿|撰[写寫稿文]|报道|報[導道]|作[者家]|主[笔筆]|执[笔筆]|執[笔筆]|采[写寫访訪]|採[写寫访訪]|评论员|評論員|"
    "特派|通[讯訊][员員]|"
    + "|".join(rf"{re.escape(mark)}[ \t]*[\u4e00-\u9fff]{{2,3}} ?[系係为為]" for mark in "（(【〔")
)


class Clues(NamedTuple):
    """What the head and the foot of an article may say.

    Args:
        has_labels: whether there may be words before a separator.
        has_bylines: whether there may be words directly before a name.
        has_classes: whether classes or the like may mark a name.
        phrases: the kinds of phrases that there may be, each with a language, and texts of which
            one is in each of them.
        has_named_links: whether the text of a link may say that it points to the original.
    """

    has_labels: bool
    has_bylines: bool
    has_classes: bool
    phrases: Mapping[tuple[str, str], Set[str]]
    has_named_links: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether the article says nothing."""
        return not (
            self.has_labels
            or self.has_bylines
            or self.has_classes
            or self.phrases
            or self.has_named_links
        )


_NOTHING = Clues(False, False, False, {})


def clues(document: Document) -> Clues:
    """What the head and the foot of an article may say."""
    return document.once(_clues)


def _clues(document: Document) -> Clues:
    head, foot = end_runs(document)
    runs = [*head, *foot]
    cells = Cells(document.text, runs) if has_cells(document.text, head, foot) else None
    found = clues_of(_joined(document.text, runs), None if cells is None else cells.may_end_at)
    linked = [run.raw for run in runs if "a" in run.parents]
    if any(names_original(fold(raw)) for raw in linked):
        found = found._replace(has_named_links=True)
    if _has_classes(document.text, document.front_matter.body_start):
        found = found._replace(has_classes=True)
    return found


def _joined(text: str, runs: list[TextRun]) -> str:
    """The text of some runs, each on a line of its own unless only an `&` is between two."""
    if "&" not in text:
        return "\n".join([run.raw for run in runs])
    parts: list[str] = []
    last = -2
    for run in runs:
        start, end = run.span
        if parts:
            parts.append("&" if start == last + 1 and text[last] == "&" else "\n")
        parts.append(run.raw)
        last = end
    return "".join(parts)


def _has_classes(text: str, start: int) -> bool:
    """Whether classes or the like at the head or the foot of a body may mark a name."""
    middle = start + _TAGS
    last = max(middle, len(text) - _TAGS)
    # Most heads and feet have none, and a search for one character takes a tenth of the time.
    if text.find("=", start, middle) < 0 and text.find("=", last) < 0:
        return False
    for mark in _MARKS:
        if text.find(mark, start, middle) >= 0 or text.find(mark, last) >= 0:
            ends = text[start:middle] + text[last:]
            return any(name in ends for name in _CLASSES)
    return False


def search(document: Document, kind: str, folded: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The phrases of a kind in a part of the ends, each with the code of its language.

    Args:
        document: the article.
        kind: one of `PHRASE_KINDS`.
        folded: text in lower case.
    """
    for code in codes(document, kind, folded):
        for match in pattern(kind, code).finditer(folded):
            yield code, match


def codes(document: Document, kind: str, folded: str) -> list[str]:
    """The codes of the languages in which a part of the ends may have phrases of a kind.

    Args:
        document: the article.
        kind: the kind.
        folded: text in lower case.
    """
    return [
        code
        for code, texts in document.once(_texts).get(kind, ())
        if _has_one(without_vowels(folded) if code == "ar" else folded, texts)
    ]


def _texts(document: Document) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The languages of phrases that there may be, by kind, with texts of which each has one."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for (kind, code), texts in sorted(clues(document).phrases.items()):
        found.setdefault(kind, []).append((code, tuple(texts)))
    return found


def _has_one(text: str, parts: tuple[str, ...]) -> bool:
    # This is asked for every block, and a generator takes longer than most searches.
    for part in parts:  # noqa: SIM110
        if part in text:
            return True
    return False


def clues_of(text: str, is_cell: Callable[[int], bool] | None = None) -> Clues:
    """What a text may say.

    Args:
        text: text runs, each on a line of its own.
        is_cell: whether the run that ends at an offset may be a cell of a table; None: there are
            no tables.
    """
    index, folded = index_of_words(), fold(text)
    if "\xa0" in folded or "&nbsp;" in folded:
        folded = folded.replace("&nbsp;", " ").replace("\xa0", " ")
        if is_cell is not None and len(folded) != len(text):
            is_cell = any_cell
    if folded.isascii() or not _NOT_PLAIN.search(folded):
        words = _ascii_words(folded)
        if words.isdisjoint(index.words):
            return _NOTHING
        phrases = by_kind(phrases_in(index, words, folded))
        return Clues(
            has_label(words & index.labels, folded, is_cell),
            any(kind == "writers" for kind, _code in phrases)
            or (not words.isdisjoint(index.bylines) and _has_byline(index, words, folded, text)),
            False,
            phrases,
        )
    if "ا" in folded or "ل" in folded:
        folded = without_vowels(folded)
        if is_cell is not None:
            is_cell = any_cell
    is_dense = _DENSE_SCRIPT.search(folded) is not None
    # Inline markup may be inside a phrase; there are no spaces around it.
    unbroken = folded.replace("\n", "") if is_dense else folded
    is_han = is_dense and not _OTHER_LETTER.search(folded)
    if is_han:
        words = _ascii_words(folded) | {word for word in _han_words() if word in folded}
    else:
        words = words_of_text(folded)
    phrases = by_kind(
        (*phrases_in(index, words, folded), *east_phrases(index, unbroken, is_han=is_han))
    )
    return Clues(
        (has_any_label if is_dense else has_label)(words & index.labels, folded, is_cell),
        any(kind == "writers" for kind, _code in phrases)
        or (not words.isdisjoint(index.bylines) and _has_byline(index, words, folded, text))
        or any(sign in folded for sign in _SIGNS)
        or (is_dense and _REPORTER.search(folded.replace("\n", " ")) is not None),
        False,
        phrases,
    )


def words_of_text(folded: str) -> set[str]:
    """The words of a text in lower case that are looked for.

    Args:
        folded: the text; parts of words around unusual characters count too.
    """
    raw = folded.encode("utf-8", "replace").translate(_NO_WORD_BYTES)
    return _known_words(_WIDE.sub(b" ", raw))


def _ascii_words(folded: str) -> set[str]:
    """The words in ASCII that are looked for."""
    return _known_words(folded.encode("utf-8", "replace").translate(_ONLY_ASCII_WORDS))


@cache
def _han_words() -> tuple[str, ...]:
    """The Chinese and Japanese words that are looked for."""
    return tuple(
        word
        for word in (known.decode() for known in byte_words())
        if not _OTHER_LETTER.search(word) and _NOT_PLAIN.search(word)
    )


def _known_words(raw: bytes) -> set[str]:
    return {word.decode() for word in byte_words().intersection(raw.split())}


def _has_byline(index: Index, words: set[str], folded: str, text: str) -> bool:
    """Whether a line starts with words such as `written by`, and what follows may be a name.

    Args:
        index: the tables.
        words: the words of the text that are looked for.
        folded: text runs in lower case.
        text: the same as written; if it has another length, letter case is not known.
    """
    for word in words & index.bylines:
        place = folded.find(word)
        while place >= 0:
            after = folded[place + len(word) : place + len(word) + 1]
            if after.isascii() and after.isalnum():
                place = folded.find(word, place + 1)
                continue
            line = folded.rfind("\n", 0, place) + 1
            before = folded[line:place].lstrip(LINE_INDENT)
            if len(before) < _MAX_BY:
                start = place - len(before)
                first = WORD.match(folded, start)
                if first and first[0] in index.by_first and _is_byline(folded, text, start):
                    return True
            place = folded.find(word, place + 1)
    return False


def _is_byline(folded: str, text: str, start: int) -> bool:
    # A date is often in an element of its own.
    around = folded[start : start + _MAX_DATED].replace("\n", "")
    if dated_by(around, 0) or dated_by(folded[start : start + _MAX_DATED].replace("\n", " "), 0):
        return True
    line = folded[start : start + _MAX_BY].partition("\n")[0]
    return any(
        by_codes(" ".join(line[: word.end()].split()).rstrip(":：,*_"))
        and (len(text) != len(folded) or _BEFORE_NAME.match(text, start + word.end()) is not None)
        for word in _NO_SPACE.finditer(line)
    )

"""A quick test: may the head or the foot of an article name its author, source or translator?

It is made from the same tables as the patterns, so it finds all that they find. Most articles name
none, and their blocks are never built.
"""

import re
from functools import cache
from typing import NamedTuple

from contentlint.rule import Document, lazy
from contentlint.rules.attribution._languages import (
    LANGUAGES,
    TELLING,
    UNSPACED,
    by_words,
    fold,
    labels,
    phrases,
    words_in,
)

# How much of the start and the end of the text is read, in code points.
HEAD, FOOT = 1200, 1600
PHRASE_KINDS = ("guest", "translated", "published", "said", "after")
# The last word before a separator, and the first one of a line or an element.
_BEFORE_SEPARATOR = lazy(
    r"\b(\w++)(?:[.)]|&nbsp;|[ \t\xa0\u3000*_\]）】])*+(?:</?\w[^<>]*>\s*)*+(?:[ \t\xa0\u3000*_]|&nbsp;)*+"
    r"(?:[:：︰|｜丨/／=＝・·•—–\t-]|\n:|\](?=\()|</(?:dt|t[dh]))"
)
_FIRST = lazy(r"(?:^|[>\n])[\s\u3000\xa0*_>（(【\[〔「«“—–#|・※+-]*+(?:\d+[.)]\s++)?(\w++)")
_SCRIPTS = {
    "zh": lazy("[\u4e00-\u9fff]"),
    "ja": lazy("[ぁ-んァ-ヶ]"),
    "ko": lazy("[가-힣]"),
    "ru": lazy("[а-яё]"),
    "ar": lazy("[\u0621-\u06d3]"),
    "vi": lazy("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]"),
}
_CLASSES = (
    "byline",
    "author",
    "itemprop",
    "vcard",
    "writer",
    "autor",
    "yazar",
    "auteur",
    "signature",
)
_REPORTERS = (
    "记者",
    "記者",
    "기자",
    "특파원",
    "글 ",
    "사진 ",
    "さんの寄稿",
    "撰写",
    "撰寫",
    "报道",
    "報導",
    "報道",
)


class _Words(NamedTuple):
    """What the quick test looks for.

    Args:
        first: first words of lines.
        last: last words before a separator.
        hints: by language, texts anywhere.
    """

    first: frozenset[str]
    last: frozenset[str]
    hints: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def _looked_for() -> _Words:
    first = {re.findall(r"\w+", word)[0] for word in by_words()}
    last = set()
    for label, kinds in labels().items():
        if not TELLING.isdisjoint(kinds):
            parts = re.findall(r"\w+", label)
            last.add(parts[-1] if parts else label)
            if "about" in kinds and parts:
                first.add(parts[0])
    hints: dict[str, set[str]] = {language.code: set() for language in LANGUAGES}
    for kind in PHRASE_KINDS:
        for found in phrases(kind):
            hints[found.code].update(found.hints)
    for language in LANGUAGES:
        for agency in words_in("agencies", language.code):
            hints[language.code].update(
                (agency,)
                if language.code in _SCRIPTS
                else (f"({agency})", f"({agency}:", f" {agency})")
            )
    return _Words(
        frozenset(first),
        frozenset(last),
        tuple((code, tuple(sorted(texts, key=len))) for code, texts in hints.items()),
    )


def may_tell(document: Document) -> bool:
    """Whether the ends of an article may name its author, source or translator."""
    runs = document.text_runs
    if not runs:
        return False
    text, start, end = document.text, document.body.start, runs[-1].span.end + 8
    first, last = runs[0].span.start + HEAD, end - FOOT - 8
    if last <= first:
        return may_tell_text(text[start:end])
    return may_tell_text(
        f"{text[max(start, first - 2 * HEAD) : first + 200]}\n{text[last - 200 : end]}"
    )


def may_tell_text(text: str) -> bool:
    """Whether a text may name an author, a source or a translator.

    Args:
        text: text as written in the file.
    """
    looked_for = _looked_for()
    folded = fold(text)
    if not looked_for.last.isdisjoint(_BEFORE_SEPARATOR.findall(folded)):
        return True
    if not looked_for.first.isdisjoint(_FIRST.findall(folded)):
        return True
    if "class=" in folded or "rel=" in folded or "itemprop" in folded:
        if any(name in folded for name in _CLASSES):
            return True
    is_ascii = folded.isascii()
    for code, hints in looked_for.hints:
        script = _SCRIPTS.get(code)
        if script is not None and (is_ascii or not script.search(folded)):
            continue
        if any(hint in folded for hint in hints):
            return True
    return not is_ascii and any(word in folded for word in _REPORTERS)


__all__ = ["FOOT", "HEAD", "UNSPACED", "may_tell", "may_tell_text"]

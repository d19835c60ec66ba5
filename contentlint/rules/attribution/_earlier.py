"""Sentences that say where an article was published before, in any order of their words.

`An earlier version of this text stood in the magazine X`: the article itself, a verb in the past,
and an outlet. Fixed phrases are in `_source_phrases`; here only the roles of the words count.
"""

import re
from collections.abc import Iterator
from functools import cache

from contentlint.rule import NamedTuple, compile_once, lazy
from contentlint.rules.attribution._lines import Block
from contentlint.rules.attribution._meant import NO_ARTICLES
from contentlint.rules.attribution._names import UPPER
from contentlint.rules.attribution._outlets import NO_OUTLET, is_own
from contentlint.rules.attribution._roles import (
    EAST,
    MAX_SENTENCE,
    alternatives,
    itself,
    roles_of,
    version,
)
from contentlint.rules.attribution._sentences import INDENT

# Languages in which every noun has a capital, so that a capital tells nothing.
_ALL_CAPITAL = frozenset({"de"})
# Languages whose nouns are often the last part of a longer word.
_COMPOUNDING = frozenset({"de", "nl"})
_QUOTED = r"[«“„\"‘‹「『《][^»”“\"’›」』》\n]{2,60}[»”“\"’›」』》]"
_NAME = rf"(?:{UPPER}|[А-ЯЁ])[\w'’-]+"
# Further words between an outlet and a verb that says outright that it is a reprint.
_TAKEN = {
    "es": "de; del",
    "fr": "de; du; des; d'; d’; de l'; de l’",
    "pt": "de; da; do; das; dos",
    "it": "di; del; della; dal; dell'; dell’; dei",
    "en": "of",
    "nl": "uit; van",
    "de": "des; der; aus dem; aus der",
}
# How far a word for the text follows a verb for reprinting at most, in code points.
_MAX_APART = 40
# How far a verb follows a noun that starts a sentence: `Column first published in …`.
_MAX_BETWEEN = 16
_DENIED = lazy(r"未曾|[从從]未|尚未|还没|還沒|ない(?=[。、])|않|لم |لن ")
_NEGATED = lazy(
    r"n['’]t\b|\b(?:not(?!:)|never|cannot|nicht|keine?|keinen|niemals|pas|jamais|não|nunca|non|niet|geen|nooit|nie|nigdy|не|никогда|"
    r"không|chưa|tidak|belum|bukan|değil)\b"
)
_ARABIC_VERB = lazy(r"(?<!\w)(?:و?قد |سبق أن )?(?:ن[ُ]?شر|ط[ُ]?بع|صدر|ظهر|ورد|أ[ُ]?ذيع|ب[ُ]?ث|منشور)")


class Earlier(NamedTuple):
    """A sentence that says where an article was published before.

    Args:
        code: the code of its language.
        start: where it starts in its block.
        end: where its outlet ends.
    """

    code: str
    start: int
    end: int


class _Patterns(NamedTuple):
    """The roles of one language as patterns."""

    itself: re.Pattern[str]
    version: re.Pattern[str]
    early: re.Pattern[str]
    text: re.Pattern[str]
    reprint: re.Pattern[str]
    published: re.Pattern[str]
    place: re.Pattern[str]
    taken: re.Pattern[str]
    outlet: re.Pattern[str]


def _words(table: str) -> re.Pattern[str]:
    return compile_once(rf"(?<!\w)(?:{alternatives(table)})(?!\w)")


@cache
def _patterns(code: str) -> _Patterns:
    roles = roles_of(code)
    before = r"(?:(?<!\w)|(?<=[^\W\d_])|(?<=-))" if code in _COMPOUNDING else r"(?<!\w)"
    place = r"" if code == "tr" else r"(?<!\w)"
    return _Patterns(
        compile_once(itself(code)),
        compile_once(version(code)),
        _words(roles.early),
        _words(roles.text or roles.this),
        _words(roles.reprint),
        _words(roles.published),
        compile_once(rf"{place}(?:{alternatives(roles.place)})(?:(?<=['’])|(?!\w))"),
        compile_once(
            rf"{place}(?:{alternatives(f'{roles.place}; {_TAKEN.get(code, roles.place)}')})"
            r"(?:(?<=['’])|(?!\w))"
        ),
        compile_once(rf"{before}(?:{alternatives(roles.outlet)})(?!\w)"),
    )


def earlier(block: Block, code: str) -> Iterator[Earlier]:
    """The sentences of a block that say where the article was published before.

    Args:
        block: a paragraph or the like.
        code: the code of a language.
    """
    east = next((pattern for known, _n, _v, pattern in EAST if known == code), None)
    if east is not None:
        for match in east.finditer(block.text):
            start = match.start()
            if code == "ar":
                # The verb comes first, or directly after the noun.
                start = max(block.text.rfind(mark, 0, start) for mark in ".\n؟!:") + 1
                if start < match.start() - 60 or not _ARABIC_VERB.search(
                    block.text, start, match.end()
                ):
                    continue
                start += len(block.text[start:]) - len(block.text[start:].lstrip(INDENT))
            if not _DENIED.search(block.text, start, match.end()):
                yield Earlier(code, start, match.end())
        return
    patterns = _patterns(code)
    for start, end in _sentences(block):
        is_about_content = _TELLS.match(block.folded, start) is not None
        found = None if is_about_content else _outlet_in(block, (start, end), patterns, code)
        if found is not None:
            yield Earlier(code, *found)


_END = lazy(r"[.!?…;](?=\s|$)|\n(?=[ \t]*\S)")


# `12. sayısında`, `im 3. Heft`
_ORDINAL = lazy(r"\d\.[ ][a-zäöüçşığß]")


def _sentences(block: Block) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(block.text):
        if match[0] == "." and match.start() - start < 12:
            continue
        if match[0] == "." and _ORDINAL.search(
            block.text, max(match.start() - 3, 0), match.end() + 2
        ):
            continue
        if match[0] == "\n" and block.text[match.end() : match.end() + 1].islower():
            continue
        yield start, match.start()
        start = match.end()
    yield start, len(block.text)


# `The photo of this article` is only a part of it.
PART_OF = lazy(
    r"(?<!\w)(?:ic[oô]ne?s?|images?|photos?|photographs?|photographies?|pictures?|illustrations?|logos?"
    r"|vignettes?|figures?|maps?|charts?|diagrams?|thumbnails?|(?:titel|vorschau)?bild(?:er)?|foto|fotos"
    r"|grafik|karte|imagen|imágenes|imagem|imagens|fotografía|ilustración|immagine|afbeelding|titre|title)"
    r"\s(?:(?:of|in|for|from|on|with|de|du|von|zu|des|do|da|di|van|bij)\s)?"
    r"(?:(?:this|the|our|cette|cet|ce|dieses|dieser|diesem|este|esta|questo|questa|dit|deze)(?!\w)|\Z)"
)
# `a link to your published package` is about something else.
_OTHER = lazy(r"(?<!\w)(?:your|my|our|their|his|her|any|every|each) \Z")
# `In this article she describes …` is about what an article says.
_TELLS = lazy(r"\W*in (?:this|the) (?:\w+ )?\w+ (?:he|she|they|we|i|you)\s")


def _outlet_in(
    block: Block, sentence: tuple[int, int], patterns: _Patterns, code: str
) -> tuple[int, int] | None:
    """The range of a sentence from its start to the outlet; None if it says nothing."""
    start, end = sentence
    if end - start > MAX_SENTENCE:
        return None
    folded = block.folded
    text = patterns.text.search(folded, start, end)
    published, is_said = _verb_in(folded, sentence, patterns, text)
    if published is None:
        return None
    itself = patterns.itself.search(folded, start, end)
    if _NEGATED.search(folded, start, published.end()) or _OTHER.search(
        folded, start, published.start()
    ):
        return None
    version = patterns.version.search(folded, start, end)
    first = min((match.start() for match in (itself, version) if match is not None), default=-1)
    is_early = patterns.early.search(folded, start, end) is not None
    is_before = version is not None or is_early or is_said
    is_next = text is not None and 0 < published.start() - text.end() <= _MAX_BETWEEN
    is_bare = is_early and text is not None and (code in NO_ARTICLES or is_next)
    if first < 0 and (is_said or is_bare):
        # `We are republishing this column`, and `Report`, where languages have no articles.
        lead = len(block.text[start:end]) - len(block.text[start:end].lstrip(INDENT))
        first = start + lead if is_said or (text and text.start() <= start + lead + 1) else -1
    if first < 0 or first - start > 60 or PART_OF.search(folded, start, published.start()):
        return None
    # `Note: an earlier version …`
    begin = max(start, block.text.rfind(":", start, first) + 1)
    begin += len(block.text[begin:end]) - len(block.text[begin:end].lstrip(INDENT))
    places = patterns.taken if is_said else patterns.place
    for place in places.finditer(folded, start, end):
        length = _named(block, place.end(), end, patterns, code, is_before=is_before)
        if length and abs(place.start() - published.start()) < 110:
            return min(begin, first), max(place.end() + length, published.end())
    return None


def _verb_in(
    folded: str, sentence: tuple[int, int], patterns: _Patterns, text: re.Match[str] | None
) -> tuple[re.Match[str] | None, bool]:
    """The words that say where a text was published, and whether they say that it is a reprint.

    Args:
        folded: the folded text of the block.
        sentence: its range.
        patterns: those of the language.
        text: the noun for the text in the sentence.
    """
    start, end = sentence
    reprint = patterns.reprint.search(folded, start, end)
    is_near = reprint is not None and text is not None and text.start() < reprint.end() + _MAX_APART
    if reprint is not None and is_near and reprint.start() - start < 60:
        return reprint, True
    return patterns.published.search(folded, start, end), False


def _named(
    block: Block, start: int, end: int, patterns: _Patterns, code: str, *, is_before: bool
) -> int:
    """How long the name of an outlet after a preposition is; 0: there is none."""
    text = block.text[start : min(end, start + 90)]
    if code == "tr":
        # The outlet precedes its suffix: `Bahçe dergisinde`.
        before = block.text[max(start - 40, 0) : start]
        is_outlet = is_before or patterns.outlet.search(before.lower()) is not None
        return 1 if is_outlet and re.search(_NAME, before) else 0
    folded = text.lower()
    if NO_OUTLET.match(folded) or is_own(folded[:24].lstrip(INDENT), code):
        return 0
    quoted = re.match(rf"\s*(?:[^\s«“„\"]+\s){{0,3}}{_QUOTED}", text)
    if quoted is not None:
        return quoted.end()
    noun = patterns.outlet.search(folded)
    if noun is not None and noun.start() < 40 and re.search(_NAME, text) is not None:
        name = re.search(rf"\A.{{0,60}}?{_NAME}(?:[ ]{_NAME}){{0,3}}", text)
        return max(noun.end(), name.end() if name else 0)
    if not is_before or code in _ALL_CAPITAL:
        return 0
    name = re.match(rf"\s*(?:\w{{1,4}}[\s'’]\s*)?{_NAME}(?:[ ]{_NAME}){{0,4}}", text)
    return name.end() if name is not None else 0

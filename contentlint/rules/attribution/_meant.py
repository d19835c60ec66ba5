"""Whether words that are near each other may be a phrase: further words that it needs around them.

These are tested only where a quick test has found the others, for they are in many texts.
"""

from collections.abc import Callable

from contentlint.rules.attribution._languages import UNSPACED, first_words_of, pattern
from contentlint.rules.attribution._roles import MAX_SENTENCE, is_reprint, itself_or_version, nouns
from contentlint.rules.attribution._scan import WORD, has_match
from contentlint.rules.attribution._tongues import MAX_ALONE, tongue_names

# How much of a sentence may precede a phrase that says where an article is from, in code points.
MAX_BEFORE = 160
# How far from a verb a noun without an article may be, in code points.
_MAX_NEXT = 48
# Languages in which a noun at the start of a sentence may mean the article itself.
NO_ARTICLES = frozenset({"pl", "ru", "tr", "id"})


def may_be_meant(kind: str, code: str, first: str, text: str, place: tuple[int, int]) -> bool:
    """Whether a phrase of a kind may be around one of its words.

    Args:
        kind: the kind of the phrase.
        code: the code of its language.
        first: the word, or words.
        text: text runs in lower case, with at most a character between them, and single spaces.
        place: the range of the word in it.
    """
    test = _TESTS.get(kind)
    return test is None or test(code, first, text, place)


def _is_said_of_itself(code: str, _first: str, text: str, place: tuple[int, int]) -> bool:
    if code in UNSPACED:
        return True
    # With the phrase itself, which is short.
    around = _around(place, MAX_BEFORE + 60)
    return has_match(pattern("itself", code), first_words_of("itself", code), text, *around)


def _is_about_itself(code: str, first: str, text: str, place: tuple[int, int]) -> bool:
    if code in NO_ARTICLES or is_reprint(code, first):
        return True
    # `Column first published in …`
    if not nouns(code).isdisjoint(WORD.findall(text, max(place[0] - _MAX_NEXT, 0), place[0])):
        return True
    return has_match(*itself_or_version(code), text, *_around(place, MAX_SENTENCE))


def _names_tongue(code: str, _first: str, text: str, place: tuple[int, int]) -> bool:
    return has_match(*tongue_names(code), text, *_around(place, MAX_ALONE))


def _around(place: tuple[int, int], reach: int) -> tuple[int, int]:
    """The range around a place."""
    # What is between text runs is not longer than they.
    return max(place[0] - 2 * reach, 0), place[1] + 2 * reach


_TESTS: dict[str, Callable[[str, str, str, tuple[int, int]], bool]] = {
    "said": _is_said_of_itself,
    "earlier": _is_about_itself,
    "tongues": _names_tongue,
}

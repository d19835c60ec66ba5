"""Words before a separator or a name, found without expanding every form of the tables.

Forms with few expansions are in a dictionary; the others are patterns, each tried only on texts
with a word of every match of it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from contentlint.rules.attribution._forms import chunks, expanded, forms, size_of, whole_pattern_of
from contentlint.rules.attribution._language import Language

# Forms with more expansions than this are patterns.
_MAX_EXPANDED = 16
# Languages whose labels are not separated into words.
DENSE = frozenset({"zh", "ja", "ko"})
Kinds = dict[str, tuple[str, ...]]


class Composed(NamedTuple):
    """A form with many expansions.

    Args:
        kind: the field of `Language` that it is from.
        code: the code of its language.
        form: the form.
    """

    kind: str
    code: str
    form: str

    @property
    def whole(self) -> re.Pattern[str]:
        """The pattern of the form."""
        return _compiled(self.form)


@lru_cache(maxsize=4096)
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(whole_pattern_of(form))


class Lexicon:
    """The words of some kinds in all languages.

    Args:
        languages: the tables.
        kinds: fields of `Language`.
    """

    def __init__(self, languages: tuple[Language, ...], kinds: tuple[str, ...]) -> None:
        self.plain: dict[str, Kinds] = {}
        self.composed: dict[str, list[Composed]] = defaultdict(list)
        self.dense: list[Composed] = []
        self._known: dict[str, Kinds] = {}
        for language in languages:
            for kind in kinds:
                for form in forms(getattr(language, kind)):
                    self._add(kind, language.code, form)

    def _add(self, kind: str, code: str, form: str) -> None:
        if size_of(form) <= _MAX_EXPANDED:
            for text in expanded(form):
                _join(self.plain.setdefault(text, {}), kind, code)
        elif code in DENSE:
            self.dense.append(Composed(kind, code, form))
        else:
            for word in key_words_of(form):
                self.composed[word].append(Composed(kind, code, form))

    def first_words(self) -> frozenset[str]:
        """The first words of all texts."""
        found = {text.split()[0] for text in self.plain}
        for composed in self.all_composed():
            for options in chunks(composed.form):
                found.update(option.split()[0] for option in options if option)
                if "" not in options:
                    break
        return frozenset(_NO_WORD.split(word, maxsplit=1)[0] or word for word in found)

    def last_chars(self) -> frozenset[str]:
        """The last characters of all texts."""
        found = {text[-1] for text in self.plain if text}
        for composed in self.all_composed():
            for options in reversed(chunks(composed.form)):
                found.update(option.rstrip()[-1] for option in options if option.strip())
                if all(option.strip() for option in options):
                    break
        return frozenset(found)

    def all_composed(self) -> Iterator[Composed]:
        """All forms that are patterns."""
        for group in (*self.composed.values(), self.dense):
            yield from group

    def kinds(self, text: str) -> Kinds:
        """The kinds of a text, each with the codes of its languages; empty: it is unknown."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) > 4096:
                self._known.clear()
            found = self._known[text] = self._find(text)
        return found

    def _find(self, text: str) -> Kinds:
        text = without_vowels(text)
        found = dict(self.plain.get(text, {}))
        for composed in self._candidates(text):
            if composed.code not in found.get(composed.kind, ()) and composed.whole.fullmatch(text):
                _join(found, composed.kind, composed.code)
        return found

    def _candidates(self, text: str) -> Iterator[Composed]:
        for word in _WORD.findall(text):
            yield from self.composed.get(word, ())
        if text[:1] > "\u2e7f" or text[-1:] > "\u2e7f":
            yield from self.dense


_WORD = re.compile(r"\w+")
_NO_WORD = re.compile(r"\W")
_VOWELS = re.compile("[\u0640\u064b-\u0652]")


def without_vowels(text: str) -> str:
    """A text without the vowel marks of Arabic."""
    return _VOWELS.sub("", text)


def _join(kinds: Kinds, kind: str, code: str) -> None:
    if code not in kinds.get(kind, ()):
        kinds[kind] = (*kinds.get(kind, ()), code)


def key_words_of(form: str) -> tuple[str, ...]:
    """Words of which every expansion of a form has one; the rarest that there are.

    Args:
        form: a form of a language with spaces between words.
    """
    found: list[tuple[str, ...]] = []
    for options in chunks(form):
        if "" in options or any(not option.strip("~#") for option in options):
            continue
        found.append(tuple({longest_word(option) for option in options}))
    return max(found, key=lambda words: (min(map(len, words)), -len(words)), default=())


def longest_word(text: str) -> str:
    """The longest word of a text."""
    return max(re.findall(r"\w+", text), key=len, default=text)

"""Words before a separator or a name, found without expanding every form of the tables.

Forms with few expansions are in a dictionary; the others are patterns, each tried only on texts
with a word of every match of it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from contentlint.rule import NamedTuple, compile_once, lazy, stored_rows, stored_words
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
    return compile_once(whole_pattern_of(form))


class Lexicon:
    """The words of some kinds in all languages.

    Args:
        name: a name for its tables, which are stored once for each installed version.
        languages: returns the tables.
        kinds: fields of `Language`.
    """

    def __init__(
        self, name: str, languages: Callable[[], tuple[Language, ...]], kinds: tuple[str, ...]
    ) -> None:
        self.plain: Mapping[str, Mapping[str, Sequence[str]]]
        self.composed: Mapping[str, list[Composed]]
        # By first character; those that may start with any are below the empty one.
        self.dense: Mapping[str, list[Composed]]
        self.plain, self.composed, self.dense = stored_rows(
            name, lambda: _tables(languages(), kinds)
        )
        self._known: dict[str, Kinds] = {}
        self._name = name

    def first_words(self) -> frozenset[str]:
        """The first words of all texts."""
        found = {text.split()[0] for text in self.plain}
        for composed in self.all_composed():
            for options in chunks(composed.form):
                found.update(option.split()[0] for option in options if option)
                if "" not in options:
                    break
        return frozenset(_NO_WORD.split(word, maxsplit=1)[0] or word for word in found)

    def last_words(self) -> frozenset[str]:
        """The last words of all texts; of those without words, the empty one."""
        name = f"{self._name}, last words"
        return stored_words(name, lambda: map(_last_word, self._endings()))

    def last_chars(self, most: int = 1) -> frozenset[str]:
        """The last characters of all texts.

        Args:
            most: how many of each at most; fewer of those that may follow a space.
        """
        name = f"{self._name}, last characters, {most}"
        return stored_words(name, lambda: (text[-most:] for text in self._endings()))

    def _endings(self) -> Iterator[str]:
        """What texts end with, from the start of a word, without space at its end."""
        yield from filter(None, map(str.rstrip, self.plain))
        for composed in self.all_composed():
            for options in reversed(chunks(composed.form)):
                yield from filter(None, map(str.rstrip, options))
                if all(option.strip() for option in options):
                    break

    def all_composed(self) -> Iterator[Composed]:
        """All forms that are patterns."""
        for group in (*self.composed.values(), *self.dense.values()):
            for each in group:
                yield Composed(*each)

    def kinds(self, text: str) -> Kinds:
        """The kinds of a text, each with the codes of its languages; empty: it is unknown."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) > 4096:
                self._known.clear()
            found = self._known[text] = self._find(text)
        return found

    def _find(self, text: str) -> Kinds:
        text = text if text.isascii() else without_vowels(text)
        found = {kind: tuple(codes) for kind, codes in self.plain.get(text, {}).items()}
        for composed in self._candidates(text):
            if composed.code not in found.get(composed.kind, ()) and composed.whole.fullmatch(text):
                _join(found, composed.kind, composed.code)
        return found

    def _candidates(self, text: str) -> Iterator[Composed]:
        for word in _WORD.findall(text):
            for each in self.composed.get(word, ()):
                yield Composed(*each)
        if text[:1] > "\u2e7f" or text[-1:] > "\u2e7f":
            for each in (*self.dense.get(text[:1], ()), *self.dense.get("", ())):
                yield Composed(*each)


def _tables(languages: tuple[Language, ...], kinds: tuple[str, ...]) -> list[Mapping[str, Any]]:
    """The texts of forms with few expansions; the others by word or by first character."""
    plain: dict[str, Kinds] = {}
    composed: dict[str, list[Composed]] = defaultdict(list)
    dense: dict[str, list[Composed]] = defaultdict(list)
    for language in languages:
        for kind in kinds:
            for form in forms(getattr(language, kind)):
                entry = Composed(kind, language.code, form)
                if size_of(form) <= _MAX_EXPANDED:
                    for text in expanded(form):
                        _join(plain.setdefault(text, {}), kind, language.code)
                elif language.code in DENSE:
                    _add(dense, _first_chars(form), entry)
                else:
                    _add(composed, key_words_of(form), entry)
    return [plain, composed, dense]


def _add(table: dict[str, list[Composed]], keys: Iterable[str], entry: Composed) -> None:
    for key in keys:
        table[key].append(entry)


def _first_chars(form: str) -> set[str]:
    """The first characters of all expansions of a form; the empty one for any."""
    found: set[str] = set()
    for options in chunks(form):
        found.update(option[:1] for option in options if option)
        if "" not in options:
            break
    else:
        found.add("")
    return {""} if found & {"", "~", "#", " "} else found


_WORD = lazy(r"\w+")
_NO_WORD = lazy(r"\W")
_VOWELS = lazy("[\u0640\u064b-\u0652]")


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


def _last_word(text: str) -> str:
    words: list[str] = _WORD.findall(text)
    return words[-1] if words else ""


def longest_word(text: str) -> str:
    """The longest word of a text."""
    return max(re.findall(r"\w+", text), key=len, default=text)

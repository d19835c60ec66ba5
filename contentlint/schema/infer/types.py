"""What values of a key amount to: the narrowest type that all but the outliers have."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from contentlint.core.spelling import nearest
from contentlint.schema.infer.observed import Kind, Observed, Pattern

_TEXTS: frozenset[Kind] = frozenset(
    {
        "flag word",
        "whole text",
        "number text",
        "date",
        "worded date",
        "picture",
        "picture address",
        "address",
        "language",
        "slug",
        "text",
    }
)
_SCALARS: frozenset[Kind] = _TEXTS | {"flag", "whole", "number"}


class Candidate(NamedTuple):
    """A type of `contentlint.fields`: the kinds it takes, and those that it is meant for."""

    name: str
    takes: frozenset[Kind]
    means: frozenset[Kind]


def _candidate(name: str, means: tuple[Kind, ...], also: tuple[Kind, ...] = ()) -> Candidate:
    return Candidate(name, frozenset((*means, *also)), frozenset(means))


# The narrowest first.
_CANDIDATES = (
    _candidate("Flag", ("flag",), ("flag word",)),
    _candidate("WholeNumber", ("whole",), ("whole text",)),
    _candidate("Number", ("whole", "number"), ("whole text", "number text")),
    _candidate("PublishDate", ("date",)),
    _candidate("WordedDate", ("worded date",), ("date",)),
    _candidate("ImageUrl", ("picture", "picture address")),
    _candidate("Url", ("address",), ("picture address",)),
    _candidate("Language", ("language",)),
    _candidate("Slug", ("slug",), ("whole", "whole text", "date")),
)

# Keys whose values are never a closed list, however few there have been.
_OPEN_TO_ALL = re.compile(
    r"(?i)title|subtitle|authors?|byline|creators?|names?|descriptions?|summary|excerpt|intro|"
    r"keywords?|lead"
)
_LEAST_ARTICLES = 10
_LEAST_REPEATS = 5
_MOST_OPTIONS = 12
_MOST_NEW = 0.01
_LONGEST_WORD = 40
# A mapping with more keys than this, none of which is in most of its articles, is a dictionary.
_LEAST_OPEN = 8


class Tolerance:
    """How many articles may break a schema, and where it had to be made wider.

    Args:
        articles: how many there are.
        share: which part of them may break it, 0.01 for one in a hundred.
    """

    def __init__(self, articles: int, share: float) -> None:
        self.articles = articles
        self.allowed = int(articles * share + 1e-9)
        # 1: the type takes whatever was seen; 2: it takes anything.
        self.widened: dict[Pattern, int] = {}

    def outliers(self, node: Observed, pattern: Pattern) -> int:
        """How many articles may have a value at a place that its type does not take."""
        if self.widened.get(pattern, 0) > 0:
            return 0
        return min(self.allowed, node.articles.number // 10)

    def is_required(self, node: Observed, pattern: Pattern) -> bool:
        """Whether so few articles lack a key that these are at fault."""
        allowed = 0 if self.widened.get(pattern, 0) > 0 else self.allowed
        return node.lacks.number <= min(allowed, node.articles.number // 10)

    def takes_anything(self, pattern: Pattern) -> bool:
        return self.widened.get(pattern, 0) > 1


@dataclass
class Type:
    """What may stand at a place: any of what is set here.

    Args:
        scalars: names of types in `contentlint.fields`.
        words: an enumeration.
        items: what a list has in it.
        model: the keys of a mapping.
        is_dictionary: whether a mapping with any keys may stand there.
        takes_blank: whether an empty text may stand there, though no other type here takes it.
        takes_none: whether nothing may stand there.
        takes_anything: whether the rest says too little.
    """

    scalars: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    items: "Type | None" = None
    model: "Model | None" = None
    is_dictionary: bool = False
    takes_blank: bool = False
    takes_none: bool = False
    takes_anything: bool = False


@dataclass
class Field:
    """A key of a model: its type, and in how many of the articles it is missing."""

    key: str
    type: Type
    is_required: bool
    lacking: int
    articles: int


@dataclass
class Model:
    """The keys of a mapping, and those that too few articles have, with their numbers."""

    name: str
    fields: list[Field] = field(default_factory=list)
    rare: dict[str, int] = field(default_factory=dict)


def model_of(node: Observed, pattern: Pattern, tolerance: Tolerance) -> Model:
    """The model of a mapping: required keys first, the others by how many have them."""
    model = Model(node.name)
    numbers = {key: inner.articles.number for key, inner in node.keys.items()}
    for key, inner in node.keys.items():
        here = (*pattern, key)
        if here not in tolerance.widened and _is_rare(key, numbers, node, tolerance):
            model.rare[key] = numbers[key]
            continue
        is_required = tolerance.is_required(inner, here)
        kind = type_of(inner, here, tolerance)
        is_text = kind == Type(scalars=("Text",))
        if is_required and is_text and not _blanks(inner, here, tolerance):
            kind.scalars = ("Title" if "title" in key.lower() else "FilledText",)
        model.fields.append(Field(key, kind, is_required, inner.lacks.number, node.mappings.number))
    model.fields.sort(key=lambda known: (not known.is_required, -numbers[known.key], known.key))
    return model


def _is_rare(key: str, numbers: Mapping[str, int], node: Observed, tolerance: Tolerance) -> bool:
    """Whether a key is in too few articles to be a field, or is a misspelling of another."""
    number = numbers[key]
    if number > tolerance.allowed:
        return False
    if number <= min(2, tolerance.allowed) and node.mappings.number > number:
        return True
    return nearest(key, [other for other in numbers if numbers[other] >= 10 * number]) is not None


def type_of(node: Observed, pattern: Pattern, tolerance: Tolerance) -> Type:
    """The type of what stands at a place."""
    if tolerance.takes_anything(pattern):
        return Type(takes_anything=True)
    outliers = tolerance.outliers(node, pattern)
    groups = {
        "scalar": node.number(*_SCALARS),
        "list": node.number("list"),
        "mapping": node.number("mapping"),
        "other": node.number("other"),
    }
    groups = {name: number for name, number in groups.items() if number}
    # The rarest go as long as they are outliers together.
    for name, number in sorted(groups.items(), key=lambda group: (group[1], group[0])):
        if number > outliers or len(groups) == 1:
            break
        outliers -= number
        del groups[name]
    if not groups or "other" in groups:
        return Type(takes_anything=True)
    found = Type(takes_none=node.number("none") > outliers)
    if "scalar" in groups:
        _add_scalar(found, node, outliers)
    if "list" in groups:
        items = node.items
        is_told = items is not None and items.articles.number > 0
        inner = (*pattern, None)
        found.items = type_of(items, inner, tolerance) if items and is_told else Type()
        found.items.takes_anything |= not is_told
        _agree(found, found.items)
    if "mapping" in groups:
        if _is_dictionary(node):
            found.is_dictionary = True
        else:
            found.model = model_of(node, pattern, tolerance)
    if _blanks(node, pattern, tolerance):
        found.takes_blank = "Text" not in found.scalars
    return found


def _add_scalar(found: Type, node: Observed, outliers: int) -> None:
    seen = node.number(*_SCALARS)
    for candidate in _CANDIDATES:
        meant = node.number(*candidate.means)
        if meant and seen - node.number(*(candidate.takes & _SCALARS)) <= outliers:
            found.scalars = (candidate.name,)
            return
    if words := _enumeration(node, outliers):
        found.words = words
        return
    # Text takes all but truth values.
    flags = node.number("flag")
    found.scalars = ("Text",) if flags <= outliers else ("Flag", "Text")


def _agree(one: Type, items: Type) -> None:
    """One value in place of a list is from the same enumeration, or from none."""
    if one.words and items.words:
        one.words = items.words = tuple(sorted({*one.words, *items.words}))
    elif one.words:
        one.words, one.scalars = (), ("Text",)
    elif items.words and one.scalars:
        items.words, items.scalars = (), ("Text",)


def _enumeration(node: Observed, outliers: int) -> tuple[str, ...]:
    """The words of an enumeration; none where the next article may well bring a new one.

    How likely that is, is the share of the words seen once (Good and Turing). Among these, those
    that are a slip of a frequent one are outliers.
    """
    number = node.number(*_TEXTS)
    if not node.words or number < _LEAST_ARTICLES or _OPEN_TO_ALL.fullmatch(node.name):
        return ()
    if node.number("flag", "whole", "number", "date", "worded date") > outliers:
        return ()
    words = {word for word, count in node.words.items() if count.number > 1}
    once = sorted(node.words.keys() - words)
    slips = [word for word in once if nearest(word, words) is not None]
    words.update(set(once) - set(slips[:outliers]))
    if len(once) - len(slips[:outliers]) > number * _MOST_NEW or len(words) > _MOST_OPTIONS:
        return ()
    is_word = all(
        len(word) <= _LONGEST_WORD and word.count(" ") <= 2 and word.isprintable() for word in words
    )
    return tuple(sorted(words)) if is_word and number >= _LEAST_REPEATS * len(words) else ()


def _blanks(node: Observed, pattern: Pattern, tolerance: Tolerance) -> bool:
    return node.number("blank") > tolerance.outliers(node, pattern)


def _is_dictionary(node: Observed) -> bool:
    if node.has_too_many_keys:
        return True
    most = max((inner.articles.number for inner in node.keys.values()), default=0)
    return not node.keys or (len(node.keys) > _LEAST_OPEN and most * 2 < node.mappings.number)

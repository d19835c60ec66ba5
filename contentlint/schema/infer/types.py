"""Choose the narrowest type of a key that accepts all values except outliers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from contentlint.core.patterns import lazy
from contentlint.core.spelling import nearest
from contentlint.core.tuples import NamedTuple
from contentlint.schema.infer.observed import Kind, Observed, Pattern
from contentlint.schema.shipped import common_keys

_TEXTS: frozenset[Kind] = frozenset(
    {
        "boolean word",
        "integer string",
        "number string",
        "date",
        "worded date",
        "image",
        "image URL",
        "url",
        "language",
        "slug",
        "text",
    }
)
_SCALARS: frozenset[Kind] = _TEXTS | {"boolean", "integer", "number"}


class Candidate(NamedTuple):
    """A type of `contentlint.fields`: the kinds that it accepts, and those that it is meant for."""

    name: str
    takes: frozenset[Kind]
    means: frozenset[Kind]


def _candidate(name: str, means: tuple[Kind, ...], also: tuple[Kind, ...] = ()) -> Candidate:
    return Candidate(name, frozenset((*means, *also)), frozenset(means))


# The narrowest first.
_CANDIDATES = (
    _candidate("Flag", ("boolean",), ("boolean word",)),
    _candidate("WholeNumber", ("integer",), ("integer string",)),
    _candidate("Number", ("integer", "number"), ("integer string", "number string")),
    _candidate("PublishDate", ("date",)),
    _candidate("WordedDate", ("worded date",), ("date",)),
    _candidate("ImageUrl", ("image", "image URL")),
    _candidate("Url", ("url",), ("image URL",)),
    _candidate("Language", ("language",)),
    _candidate("Slug", ("slug",), ("integer", "integer string", "date")),
)

# Keys that are never an enumeration, even with few distinct values.
_FREE_TEXT = lazy(
    r"(?i)title|subtitle|authors?|byline|creators?|names?|descriptions?|summary|excerpt|intro|"
    r"keywords?|lead"
)
# A key in one or two articles is a misspelling of a similar one that is this much more frequent.
_MOST_SLIPS = 2
_MIN_RATIO = 3
# A key of fewer nested mappings is never required.
_MIN_MAPPINGS = 3
# A key with fewer dates may be anything.
_MIN_DATES = 3
_MIN_ARTICLES = 10
_MIN_REPEATS = 5
_MAX_OPTIONS = 12
_MAX_UNSEEN = 0.01
_MAX_WORD = 40
# A mapping with more keys, none of them in most articles, is a dictionary.
_MIN_DICTIONARY = 8


class Tolerance:
    """The number of articles that may violate a schema, and the paths with widened types.

    Args:
        articles: number of articles.
        share: share of them that may violate the schema, 0.01 for 1 %.
    """

    def __init__(self, articles: int, share: float) -> None:
        self.articles = articles
        self.allowed = int(articles * share + 1e-9)
        self._share = share
        # 1: the type accepts every observed value; 2: it accepts any value.
        self.widened: dict[Pattern, int] = {}
        # Problems that are mistakes in any number of articles, which widen no type.
        self.mistakes: set[tuple[str, Pattern]] = set()

    @property
    def finds_mistakes(self) -> bool:
        """Whether obvious mistakes of single articles are outliers, however few articles exist."""
        return self._share > 0

    def outliers(self, node: Observed, pattern: Pattern) -> int:
        """Number of articles that may have a value that the type at a path does not accept.

        It is a share of the articles that have the key.
        """
        if self.widened.get(pattern, 0) > 0:
            return 0
        return min(self.allowed, int(node.articles.number * self._share + 1e-9))

    def is_required(self, node: Observed, pattern: Pattern, misspelled: int) -> bool:
        """Whether so few articles lack a key that they count as outliers.

        Args:
            node: the key.
            pattern: the path to it.
            misspelled: number of articles in which it is misspelled.
        """
        allowed = 0 if self.widened.get(pattern, 0) > 0 else self.allowed
        return node.lacks.number - misspelled <= min(allowed, node.articles.number // 10)

    def takes_anything(self, pattern: Pattern) -> bool:
        return self.widened.get(pattern, 0) > 1


@dataclass
class Type:
    """The type of a value: a union of everything that is set here.

    Args:
        scalars: names of types in `contentlint.fields`.
        words: an enumeration.
        items: type of the items of a list.
        model: model of a mapping.
        is_dictionary: whether a mapping with any keys is allowed.
        takes_blank: whether an empty string is allowed in addition.
        takes_none: whether an empty value is allowed.
        takes_anything: whether any value is allowed.
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
    """A key of a model: its type, and the number of articles that lack it."""

    key: str
    type: Type
    is_required: bool
    lacking: int
    articles: int


@dataclass
class Model:
    """The fields of a mapping, and the keys that are left out.

    Args:
        name: the key of the mapping.
        fields: its fields.
        rare: rare keys, with their number of articles.
        misspelled: misspelled keys, with the correct ones.
        empty: keys that never have a value.
    """

    name: str
    fields: list[Field] = field(default_factory=list)
    rare: dict[str, int] = field(default_factory=dict)
    misspelled: dict[str, str] = field(default_factory=dict)
    empty: list[str] = field(default_factory=list)


def model_of(node: Observed, pattern: Pattern, tolerance: Tolerance) -> Model:
    """The model of a mapping: required keys first, the others by frequency."""
    model = Model(node.name)
    numbers = {key: inner.articles.number for key, inner in node.keys.items()}
    if tolerance.finds_mistakes:
        model.misspelled = _misspelled_keys(node, numbers)
    for slip, meant in model.misspelled.items():
        tolerance.mistakes |= {("missing", (*pattern, meant)), ("unknown", (*pattern, slip))}
    for key, inner in node.keys.items():
        here = (*pattern, key)
        if key in model.misspelled:
            continue
        if here not in tolerance.widened and _is_rare(key, numbers, node, tolerance):
            model.rare[key] = numbers[key]
            continue
        # A key that is similar to a known one is a field, or it would be reported.
        is_empty = here not in tolerance.widened and inner.kinds
        if is_empty and inner.number("none") == sum(c.number for c in inner.kinds.values()):
            model.empty.append(key)
            continue
        slips = sum(numbers[s] for s, meant in model.misspelled.items() if meant == key)
        # What one or two articles have in common says little about the next one.
        is_known = not pattern or node.mappings.number >= _MIN_MAPPINGS
        is_required = is_known and tolerance.is_required(inner, here, slips)
        kind = type_of(inner, here, tolerance)
        is_text = kind == Type(scalars=("Text",))
        if is_required and is_text and not _blanks(inner, here, tolerance):
            kind.scalars = ("Title" if "title" in key.lower() else "FilledText",)
        model.fields.append(Field(key, kind, is_required, inner.lacks.number, node.mappings.number))
    model.fields.sort(key=lambda known: (not known.is_required, -numbers[known.key], known.key))
    return model


def _misspelled_keys(node: Observed, numbers: Mapping[str, int]) -> dict[str, str]:
    """The keys of one or two articles that are probably misspellings, with the correct keys."""
    found: dict[str, str] = {}
    for key, number in numbers.items():
        if number > _MOST_SLIPS or key in common_keys():
            continue
        beside = node.keys[key].beside
        others = [o for o, most in numbers.items() if most >= _MIN_RATIO * number]
        meant = nearest(key, [other for other in others if other not in beside])
        if meant is not None:
            found[key] = meant
    return found


def _is_rare(key: str, numbers: Mapping[str, int], node: Observed, tolerance: Tolerance) -> bool:
    """Whether a key is too rare to be a field."""
    number = numbers[key]
    if number > tolerance.allowed:
        return False
    return number <= _MOST_SLIPS and node.mappings.number > number


def type_of(node: Observed, pattern: Pattern, tolerance: Tolerance) -> Type:
    """The type of the values at a path."""
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
    # The rarest groups are dropped while they are within the number of outliers.
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
        if tolerance.finds_mistakes and pattern not in tolerance.widened:
            _report_odd_dates(found, node, pattern, tolerance)
    if "list" in groups:
        items = node.items
        is_known = items is not None and items.articles.number > 0
        inner = (*pattern, None)
        found.items = type_of(items, inner, tolerance) if items and is_known else Type()
        found.items.takes_anything |= not is_known
        _unify_words(found, found.items)
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
    # `Text` accepts everything except booleans.
    flags = node.number("boolean")
    found.scalars = ("Text",) if flags <= outliers else ("Flag", "Text")


def _report_odd_dates(found: Type, node: Observed, pattern: Pattern, tolerance: Tolerance) -> None:
    """Let a key with dates have a type for dates if only single articles have something else."""
    seen, dates = node.number(*_SCALARS), node.number("date")
    allowed = max(1, seen // 10)
    if dates < _MIN_DATES:
        return
    for name, others in (
        ("PublishDate", seen - dates),
        ("WordedDate", seen - dates - node.number("worded date")),
    ):
        if others <= allowed:
            found.scalars, found.words = (name,), ()
            tolerance.mistakes |= {("date", pattern), ("invalid", pattern)}
            return


def _unify_words(one: Type, items: Type) -> None:
    """Give a single value and the items of a list the same enumeration, or none."""
    if one.words and items.words:
        one.words = items.words = tuple(sorted({*one.words, *items.words}))
    elif one.words:
        one.words, one.scalars = (), ("Text",)
    elif items.words and one.scalars:
        items.words, items.scalars = (), ("Text",)


def _enumeration(node: Observed, outliers: int) -> tuple[str, ...]:
    """The words of an enumeration; empty if the next article is likely to have a new word.

    The probability of a new word is estimated by the share of words seen once (Good-Turing). Words
    seen once that are misspellings of a frequent word are outliers.
    """
    number = node.number(*_TEXTS)
    if not node.words or number < _MIN_ARTICLES or _FREE_TEXT.fullmatch(node.name):
        return ()
    if node.number("boolean", "integer", "number", "date", "worded date") > outliers:
        return ()
    words = {word for word, count in node.words.items() if count.number > 1}
    once = sorted(node.words.keys() - words)
    misspelled = [word for word in once if nearest(word, words) is not None]
    words.update(set(once) - set(misspelled[:outliers]))
    if len(once) - len(misspelled[:outliers]) > number * _MAX_UNSEEN or len(words) > _MAX_OPTIONS:
        return ()
    is_word = all(
        len(word) <= _MAX_WORD and word.count(" ") <= 2 and word.isprintable() for word in words
    )
    is_repeated = number >= _MIN_REPEATS * len(words)
    # A key that always has the same word so far is a default and not a choice.
    return tuple(sorted(words)) if is_word and is_repeated and len(words) > 1 else ()


def _blanks(node: Observed, pattern: Pattern, tolerance: Tolerance) -> bool:
    return node.number("blank") > tolerance.outliers(node, pattern)


def _is_dictionary(node: Observed) -> bool:
    if node.has_too_many_keys:
        return True
    most = max((inner.articles.number for inner in node.keys.values()), default=0)
    return not node.keys or (len(node.keys) > _MIN_DICTIONARY and most * 2 < node.mappings.number)

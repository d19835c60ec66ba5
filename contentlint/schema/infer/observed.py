"""Count the kinds of values and the words of each key in the front matter of articles.

The unit is the article: a long list in one article counts no more than a short one.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from math import isfinite
from typing import Any, Literal

from contentlint.core.patterns import lazy
from contentlint.core.tuples import NamedTuple
from contentlint.core.urls import is_templated
from contentlint.front_matter import FrontMatter, KeyPath

Kind = Literal[
    "none",
    "blank",
    "boolean",
    "boolean word",
    "integer",
    "integer string",
    "number",
    "number string",
    "date",
    "worded date",
    "image",
    "image URL",
    "url",
    "language",
    "slug",
    "text",
    "list",
    "mapping",
    "other",
]
"""The kind of a value, as detailed as the types of `contentlint.fields`."""

Pattern = tuple[str | None, ...]
"""The path to a key, with None for any index of a list: `("authors", None, "name")`."""

# More distinct words are not an enumeration; more keys are a dictionary, not a model.
MAX_WORDS = 64
MAX_KEYS = 200

# A key in more articles is not a misspelling of another.
_MOST_BESIDE = 3

_LANGUAGES = frozenset("lang language languages locale hreflang".split())
_SLUGS = frozenset({"slug"})
_IMAGE = lazy(r"(?i)\.(?:avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp)(?:[?#]|$)|^data:image/")
_URL = lazy(r"(?i)(?:https?:)?//\S|mailto:\S|\.{0,2}/(?:\S|$)|data:\S")
_DIGIT = lazy(r"[0-9]")


class Article(NamedTuple):
    """An article to infer from: its path as shown in reports, text and front matter."""

    path: str
    text: str
    front_matter: FrontMatter


class Count:
    """A counter of articles, which are counted in order."""

    __slots__ = ("last", "number")

    def __init__(self, number: int = 0, last: int = -1) -> None:
        self.number = number
        self.last = last

    def add(self, article: int) -> None:
        """Count an article; a repeated call for the same article has no effect."""
        if self.last != article:
            self.number += 1
            self.last = article


class Observed:
    """The observed values of a key, or of the items of a list.

    Args:
        name: the key; for items of a list the key of the list.
        lacks: number of articles so far that have the parent mapping but not the key.
    """

    def __init__(self, name: str, lacks: Count | None = None) -> None:
        self.name = name
        self.lacks = lacks or Count()
        self.articles = Count()
        self.kinds: dict[Kind, Count] = {}
        self.mappings = Count()
        self.words: dict[str, Count] | None = {}
        self.items: Observed | None = None
        self.keys: dict[str, Observed] = {}
        self.has_too_many_keys = False
        # The other keys of the first mappings that have this key.
        self.beside: set[str] = set()

    def number(self, *kinds: Kind) -> int:
        """Number of articles with values of these kinds, summed over the kinds."""
        return sum(count.number for kind, count in self.kinds.items() if kind in kinds)

    def add(self, value: Any, path: KeyPath, article: int, unintended: Collection[KeyPath]) -> None:
        """Add a value.

        Args:
            value: the value.
            path: the path to the value.
            article: the number of its article.
            unintended: paths of values with unintended YAML syntax, which are ignored.
        """
        self.articles.add(article)
        if path in unintended or (isinstance(value, str) and is_templated(value)):
            return
        kind = kind_of(value, self.name)
        self.kinds.setdefault(kind, Count()).add(article)
        if value is None:
            self.lacks.add(article)
        elif isinstance(value, Mapping):
            self.add_mapping(value, path, article, unintended)
        elif isinstance(value, (list, tuple)):
            if self.items is None:
                self.items = Observed(self.name)
            for index, item in enumerate(value):
                self.items.add(item, (*path, index), article, unintended)
        elif isinstance(value, str):
            self.add_word(value, article)

    def add_mapping(
        self, value: Mapping[str, Any], path: KeyPath, article: int, unintended: Collection[KeyPath]
    ) -> None:
        """Add a mapping, key by key; arguments as for `add`."""
        before, last = self.mappings.number, self.mappings.last
        self.mappings.add(article)
        for key, inner in value.items():
            if key[:1] == "{":
                continue
            known = self.keys.get(key)
            if known is None:
                if len(self.keys) >= MAX_KEYS:
                    self.has_too_many_keys = True
                    continue
                known = self.keys[key] = Observed(key, Count(before, last))
            if known.articles.number < _MOST_BESIDE:
                known.beside.update(value)
            known.add(inner, (*path, key), article, unintended)
        for key, known in self.keys.items():
            if key not in value:
                known.lacks.add(article)

    def add_word(self, word: str, article: int) -> None:
        """Count a string, up to a limit of distinct ones."""
        if self.words is None or not word.strip():
            return
        if word not in self.words and len(self.words) >= MAX_WORDS:
            self.words = None
            return
        self.words.setdefault(word, Count()).add(article)

    def all_keys(self) -> Iterator[str]:
        """Every key at any depth."""
        for key, inner in self.keys.items():
            yield key
            yield from inner.all_keys()
        if self.items is not None:
            yield from self.items.all_keys()


def observe(articles: Collection[Article]) -> Observed:
    """Count the values in the front matter of articles."""
    root = Observed("")
    for number, article in enumerate(articles):
        front_matter = article.front_matter
        unintended = {value.path for value in front_matter.retyped if value.is_unintended}
        # `contentlint` is a key of this tool and not part of a schema.
        data = {key: value for key, value in front_matter.data.items() if key != "contentlint"}
        root.add_mapping(data, (), number, unintended)
    return root


def kind_of(value: Any, name: str) -> Kind:
    """The kind of a value; for a string also by its content and its key."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "number" if isfinite(value) else "text"
    if isinstance(value, date):
        return "date"
    if isinstance(value, Mapping):
        return "mapping"
    if isinstance(value, (list, tuple)):
        return "list"
    return _kind_of_text(value, name.lower()) if isinstance(value, str) else "other"


@lru_cache(maxsize=16384)
def _kind_of_text(text: str, name: str) -> Kind:
    if not text.strip():
        return "blank"
    if name in _LANGUAGES and takes("Language", text):
        return "language"
    if name in _SLUGS and takes("Slug", text):
        return "slug"
    is_image = _IMAGE.search(text) is not None and takes("ImageUrl", text)
    if _URL.match(text) and takes("Url", text):
        return "image URL" if is_image else "url"
    if is_image and " " not in text:
        return "image"
    if _DIGIT.search(text) and len(text) <= 80:
        by_type: dict[str, Kind] = {
            "WholeNumber": "integer string",
            "Number": "number string",
            "PublishDate": "date",
            "WordedDate": "worded date",
        }
        return next((kind for field, kind in by_type.items() if takes(field, text)), "text")
    return "boolean word" if takes("Flag", text) else "text"


def takes(field: str, value: Any) -> bool:
    """Whether a type of `contentlint.fields` accepts a value."""
    from pydantic import ValidationError

    try:
        _adapter(field).validate_python(value)
    except ValidationError:
        return False
    return True


@cache
def _adapter(field: str) -> Any:
    from pydantic import TypeAdapter

    from contentlint import fields

    return TypeAdapter(getattr(fields, field))

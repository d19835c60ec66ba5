"""What a schema says about the keys of front matter, read from its JSON Schema."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from contentlint.core.errors import SchemaError
from contentlint.core.tuples import NamedTuple
from contentlint.schema.export import json_schema
from contentlint.schema.json_schema import JsonSchema
from contentlint.schema.problem import Schema

# References that are followed for one key, at most.
_DEEPEST = 30


class Key(NamedTuple):
    """A key of a mapping.

    Args:
        name: the key.
        about: its description; empty if the schema has none.
        is_required: whether it must be there.
        type: its type in words, such as `string or list`; empty if unknown.
    """

    name: str
    about: str
    is_required: bool
    type: str


class Keys:
    """The keys of a schema.

    Args:
        schema: the schema.
    """

    def __init__(self, schema: Schema) -> None:
        try:
            self._root: Any = json_schema(schema)
        except SchemaError:  # with `$ref`s to other files, which are not followed
            self._root = schema.schema if isinstance(schema, JsonSchema) else {}

    def of(self, path: Sequence[str | int]) -> list[Key]:
        """The keys of the mapping at a path, in the order of the schema."""
        found: dict[str, Key] = {}
        for part in self._at(path):
            required = part.get("required", ())
            properties = part.get("properties")
            if not isinstance(properties, Mapping):
                continue
            for name, value in properties.items():
                is_required = isinstance(required, list) and name in required
                about = self.about((*path, name))
                found.setdefault(name, Key(name, about, is_required, self._type(value)))
        return list(found.values())

    def about(self, path: Sequence[str | int]) -> str:
        """The description of a key; empty if there is none."""
        for part in self._at(path):
            about = part.get("description")
            if isinstance(about, str) and about:
                return about
        return ""

    def type(self, path: Sequence[str | int]) -> str:
        """The type of a key, in words."""
        kinds = [self._type(part) for part in self._at(path)]
        return " or ".join(dict.fromkeys(filter(None, kinds)))

    def values(self, path: Sequence[str | int]) -> list[Any]:
        """The values that the schema lists for a key: of an enumeration, or `true` and `false`."""
        found: list[Any] = []
        for part in self._at(path):
            listed = part.get("enum")
            if isinstance(listed, list):
                found += listed
            elif "const" in part:
                found.append(part["const"])
            elif part.get("type") == "boolean":
                found += [True, False]
        kept: list[Any] = []
        for value in found:
            if value is not None and not any(value is each or value == each for each in kept):
                kept.append(value)
        return kept

    def _at(self, path: Sequence[str | int]) -> list[Mapping[str, Any]]:
        """The subschemas that may apply to a value."""
        parts = list(self._branches(self._root, 0))
        for step in path:
            inner = (value for part in parts for value in _inner(part, step))
            parts = [each for value in inner for each in self._branches(value, 0)]
        return parts

    def _branches(self, value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
        if not isinstance(value, Mapping) or depth > _DEEPEST:
            return
        yield value
        for word in ("anyOf", "oneOf", "allOf"):
            branches = value.get(word)
            for branch in branches if isinstance(branches, list) else ():
                yield from self._branches(branch, depth + 1)
        for word in ("then", "else"):
            yield from self._branches(value.get(word), depth + 1)
        reference = value.get("$ref")
        if isinstance(reference, str) and reference.startswith("#/"):
            yield from self._branches(self._referenced(reference), depth + 1)

    def _referenced(self, reference: str) -> Any:
        place = self._root
        for part in reference[2:].split("/"):
            key = part.replace("~1", "/").replace("~0", "~")
            place = place.get(key) if isinstance(place, Mapping) else None
        return place

    def _type(self, value: Any) -> str:
        """The type of a subschema, in words."""
        kinds: list[str] = []
        for part in self._branches(value, 0):
            kind = part.get("type")
            named = kind if isinstance(kind, list) else [kind]
            kinds += [_WORDS.get(each, str(each)) for each in named if each not in (None, "null")]
        return " or ".join(dict.fromkeys(kinds))


_WORDS = {"array": "list", "object": "mapping", "integer": "whole number"}


def _inner(part: Mapping[str, Any], step: str | int) -> Iterator[Any]:
    if isinstance(step, int):
        yield part.get("items")
        return
    properties = part.get("properties")
    if isinstance(properties, Mapping) and step in properties:
        yield properties[step]
    else:
        yield part.get("additionalProperties")

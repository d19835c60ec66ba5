"""The fields of a schema at a key path: through lists, mappings, optional values and unions."""

import dataclasses
import typing
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NewType, Union

from contentlint.core.tuples import NamedTuple
from contentlint.front_matter import KeyPath


class Field(NamedTuple):
    """A field of a model, dataclass or `TypedDict`.

    Args:
        owner: the name of the class.
        keys: the keys that it is read from; the field's own name only if it is one.
        name: the field's own name.
        annotation: its type.
        is_required: whether the key must be present.
        description: the description, if it has one.
    """

    owner: str
    keys: tuple[str, ...]
    name: str
    annotation: Any
    is_required: bool
    description: str | None


def fields_at(annotation: Any, path: KeyPath) -> tuple[Field, ...]:
    """The fields of every class that the value at a path may have."""
    kinds = [annotation]
    for part in path:
        kinds = [inner for kind in kinds for inner in _inside(kind, part)]
    leaves = (leaf for kind in kinds for leaf in _leaves(kind))
    return tuple(field for leaf in leaves for field in fields_of(leaf))


def words_of(annotation: Any) -> tuple[str, ...]:
    """The words that a `Literal` allows; empty for other types."""
    found = [arg for leaf in _leaves(annotation) for arg in _literals(leaf)]
    return tuple(dict.fromkeys(str(getattr(word, "value", word)) for word in found))


def _literals(leaf: Any) -> tuple[Any, ...]:
    return typing.get_args(leaf) if typing.get_origin(leaf) is Literal else ()


def _inside(annotation: Any, part: str | int) -> Iterator[Any]:
    """The types of a value in a mapping or list."""
    for leaf in _leaves(annotation):
        if isinstance(part, str):
            yield from (field.annotation for field in fields_of(leaf) if part in field.keys)
        origin, given = typing.get_origin(leaf), typing.get_args(leaf)
        if not isinstance(origin, type) or not given:
            continue
        if issubclass(origin, Mapping):
            yield given[-1]
        elif isinstance(part, int) and origin is tuple and Ellipsis not in given:
            yield from given[part : part + 1]
        elif isinstance(part, int):
            yield given[0]


def _leaves(annotation: Any) -> Iterator[Any]:
    """The types of a value, without unions, annotations, aliases and root models."""
    origin = typing.get_origin(annotation)
    if origin in (Union, UnionType):
        for inner in typing.get_args(annotation):
            yield from _leaves(inner)
    elif origin is Annotated:
        yield from _leaves(typing.get_args(annotation)[0])
    elif isinstance(annotation, NewType):
        yield from _leaves(annotation.__supertype__)
    elif hasattr(annotation, "__value__"):  # `type Name = ...`
        yield from _leaves(annotation.__value__)
    elif getattr(annotation, "__pydantic_root_model__", False):
        yield from _leaves(annotation.model_fields["root"].annotation)
    elif annotation not in (None, NoneType):
        yield annotation


def is_typed_dict(kind: Any) -> bool:
    """Whether a class is a `TypedDict`, of Python or of `typing_extensions`."""
    return isinstance(kind, type) and hasattr(kind, "__required_keys__")


@lru_cache(maxsize=512)
def fields_of(kind: Any) -> tuple[Field, ...]:
    """The fields of a class; none if it has no fields."""
    known = getattr(kind, "__pydantic_fields__", None)
    if isinstance(known, Mapping):
        by_name = bool(_settings(kind).get("populate_by_name"))
        return tuple(_of_pydantic(kind, name, info, by_name) for name, info in known.items())
    if not isinstance(kind, type):
        return ()
    if is_typed_dict(kind):
        required = kind.__required_keys__  # type: ignore[attr-defined]  # not declared
    elif dataclasses.is_dataclass(kind):
        required = {
            field.name
            for field in dataclasses.fields(kind)
            if field.default is field.default_factory is dataclasses.MISSING
        }
    else:
        return ()
    try:
        hints = typing.get_type_hints(kind)
    except Exception:  # a name of a schema that cannot be resolved
        hints = dict.fromkeys(getattr(kind, "__annotations__", {}), Any)
    return tuple(
        Field(kind.__name__, (name,), name, hint, name in required, None)
        for name, hint in hints.items()
    )


def _settings(kind: Any) -> Mapping[str, Any]:
    found = getattr(kind, "model_config", None) or getattr(kind, "__pydantic_config__", None)
    return found if isinstance(found, Mapping) else {}


def _of_pydantic(kind: Any, name: str, info: Any, by_name: bool) -> Field:
    aliases = (info.alias, info.validation_alias)
    choices = getattr(info.validation_alias, "choices", [])
    keys = [alias for alias in (*aliases, *choices) if isinstance(alias, str)] or [name]
    keys += [name] if by_name else []
    distinct = tuple(dict.fromkeys(keys))
    return Field(
        kind.__name__, distinct, name, info.annotation, info.is_required(), info.description
    )

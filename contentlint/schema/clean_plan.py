"""Make the plan that recognizes valid front matter (`clean.py`) from a Pydantic model."""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import StrictBool

from contentlint import fields
from contentlint.bases import AnyCase, lower_names
from contentlint.schema.clean import KINDS, LIST, WORD, Plan
from contentlint.schema.problem import Schema
from contentlint.schema.pydantic_model import ModelSchema
from contentlint.schema.shape import fields_of

# Settings of a model that a plan takes into account.
_SETTINGS = frozenset({"extra", "populate_by_name", "alias_generator"})
_PLAIN: dict[Any, str] = {
    Any: "Any",
    None: "None",
    NoneType: "None",
    bool: "bool",
    str: "str",
    StrictBool: "bool",
    dict[str, Any]: "dict",
}
_ASK = "ask"


def plan_of(schema: Schema) -> Plan | None:
    """The plan of a schema; None if its model has code or settings of its own.

    Values of types that `KINDS` does not have get a kind that no value is of.
    """
    if not isinstance(schema, ModelSchema):
        return None
    model = schema.model
    any_case = lower_names(model) if issubclass(model, AnyCase) else {}
    if set(model.model_config) - _SETTINGS or _has_validators(model):
        return None
    kinds: dict[str, list[str]] = {}
    required = []
    for field in fields_of(model):
        info = model.model_fields[field.name]
        # Pydantic splits `Annotated`; constraints of `Field` are added to its metadata.
        whole = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        kinds |= {key: list(_kinds(whole)) for key in field.keys}
        if field.is_required:
            required.append(list(field.keys))
    is_closed = model.model_config.get("extra") == "forbid"
    return Plan(schema.is_shipped, kinds, required, any_case, is_closed)


def _has_validators(model: Any) -> bool:
    """Whether a model has validators, apart from that of `AnyCase`."""
    own = model.__pydantic_decorators__
    of_model = set(own.model_validators) - set(AnyCase.__pydantic_decorators__.model_validators)
    return bool(own.validators or own.field_validators or own.root_validators or of_model)


def _kinds(annotation: Any) -> Iterator[str]:
    """The kinds of values of a type: one for each branch of a union."""
    for name in KINDS:
        if getattr(fields, name, None) == annotation and name in fields.__all__:
            yield name
            return
    origin, given = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        for branch in given:
            yield from _kinds(branch)
    elif origin is Literal:
        yield from (WORD + word for word in given if isinstance(word, str))
    elif origin is list:
        yield from (kind + LIST for kind in _kinds(given[0]))
    else:
        plain = (name for kind, name in _PLAIN.items() if kind == annotation)
        yield next(plain, _ASK)

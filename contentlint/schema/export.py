"""Export a schema as JSON Schema, and list its keys."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.errors import PydanticInvalidForJsonSchema
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema

from contentlint.bases import AnyCase
from contentlint.core.errors import SchemaError, said_by
from contentlint.core.tuples import NamedTuple
from contentlint.schema.article_keys import article_keys
from contentlint.schema.importing import without_namespace
from contentlint.schema.json_schema import JsonSchema
from contentlint.schema.problem import Schema
from contentlint.schema.pydantic_model import ModelSchema

Draft = Literal["2020-12", "7"]

_DIALECTS: dict[Draft, str] = {
    "2020-12": "https://json-schema.org/draft/2020-12/schema",
    "7": "http://json-schema.org/draft-07/schema#",
}
_DEFINITIONS: dict[Draft, str] = {"2020-12": "$defs", "7": "definitions"}


class KnownField(NamedTuple):
    """A key of a schema.

    Args:
        names: names of the key, the usual one first.
        is_required: whether the key is required.
        description: description in the schema, if any.
    """

    names: tuple[str, ...]
    is_required: bool
    description: str | None


def known_fields(schema: Schema) -> list[KnownField]:
    """The top-level keys, in the order of the schema."""
    if isinstance(schema, ModelSchema):
        return [
            KnownField(tuple(names), field.is_required(), field.description)
            for names, field in _named_fields(schema.model)
        ]
    if not isinstance(schema, JsonSchema):
        return []
    required = schema.at(()).get("required", ())
    properties = schema.at(("properties",))
    keys = [*properties, *(key for key in required if key not in properties)]
    return [
        KnownField((key,), key in required, schema.at(("properties", key)).get("description"))
        for key in keys
    ]


def forbids_unknown_keys(schema: Schema) -> bool:
    """Whether a schema forbids unknown keys."""
    if isinstance(schema, ModelSchema):
        return schema.model.model_config.get("extra") == "forbid"
    return isinstance(schema, JsonSchema) and schema.schema.get("additionalProperties") is False


def source_of(schema: Schema) -> tuple[Path | None, str]:
    """The file of a schema, and its name in that file."""
    import sys

    if isinstance(schema, JsonSchema):
        return schema.file, ""
    assert isinstance(schema, ModelSchema)
    module = sys.modules.get(schema.model.__module__)
    file = getattr(module, "__file__", None)
    return (Path(file) if file else None), schema.model.__qualname__


def json_schema(schema: Schema, draft: Draft = "2020-12") -> dict[str, Any]:
    """Export a schema as JSON Schema, never stricter than the schema, to avoid false errors.

    Raises:
        SchemaError: a type cannot be expressed in JSON Schema, or a `$ref` is to another file.
    """
    if isinstance(schema, ModelSchema):
        return _of_model(schema, draft)
    assert isinstance(schema, JsonSchema)
    if any(not ref.startswith("#") for ref in _references(schema.schema)):
        raise SchemaError(
            "`$ref`s to other files cannot be exported; use the schema file itself in editors",
            schema.name,
        )
    if draft != "2020-12":
        raise SchemaError("already a JSON Schema; its draft cannot be changed", schema.name)
    return {"$schema": _DIALECTS[draft], **schema.schema}


def _of_model(schema: ModelSchema, draft: Draft) -> dict[str, Any]:
    definitions = _DEFINITIONS[draft]
    try:
        made = schema.model.model_json_schema(
            ref_template=f"#/{definitions}/{{model}}", schema_generator=_Generator
        )
    except PydanticInvalidForJsonSchema as error:
        reason = said_by(error).partition("\n")[0]
        raise SchemaError(f"cannot be expressed in JSON Schema: {reason}", schema.name) from error
    # Two models of one name are distinguished by their modules.
    made = json.loads(without_namespace(json.dumps(made)))
    made = _without_null_defaults(made)
    root = _root(made)
    required = {name for field in known_fields(schema) if field.is_required for name in field.names}
    for key, value in root.get("properties", {}).items():
        # An empty value is allowed unless the key is required.
        if key not in required and not _takes_null(value):
            root["properties"][key] = _or_null(value)
    if schema.is_shipped:
        _require_in_articles_only(root)
    if "$defs" in made and definitions != "$defs":
        made[definitions] = made.pop("$defs")
    return {"$schema": _DIALECTS[draft], **made}


class _Generator(GenerateJsonSchema):
    """Pydantic's generator with all names of a field and without titles that repeat its name."""

    ignored_warning_kinds = {"skipped-choice", "non-serializable-default"}  # noqa: RUF012  # Pydantic's own

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def model_schema(self, schema: Any) -> dict[str, Any]:
        made = super().model_schema(schema)
        if "properties" in made:
            _add_names(made, schema["cls"])
        return made


def _add_names(made: dict[str, Any], model: type[BaseModel]) -> None:
    """Add alternative names of fields; one of them is enough for a required field."""
    properties, required = made["properties"], made.get("required", [])
    conditions = []
    takes_any_case = issubclass(model, AnyCase)
    for names, field in _named_fields(model):
        known = next((name for name in names if name in properties), None)
        if known is None:
            continue
        for name in names:
            properties.setdefault(name, properties[known])
        enough = list(names)
        if takes_any_case:
            enough += [form for n in names for form in (n.lower(), n.capitalize(), n.upper())]
        if field.is_required() and len(set(enough)) > 1:
            required.remove(known)
            choices = [{"required": [name]} for name in dict.fromkeys(enough)]
            conditions.append({"anyOf": choices})
    if conditions:
        made["allOf"] = [*made.get("allOf", []), *conditions]
    if not required:
        made.pop("required", None)
    if takes_any_case:
        made.pop("additionalProperties", None)


def _named_fields(model: type[BaseModel]) -> Iterator[tuple[list[str], FieldInfo]]:
    """The fields of a model, each with its names."""
    config = model.model_config
    for name, field in model.model_fields.items():
        alias = field.validation_alias
        choices = getattr(alias, "choices", [alias])
        names = [choice for choice in choices if isinstance(choice, str)] or [name]
        if config.get("populate_by_name") or config.get("validate_by_name"):
            names.append(name)
        yield list(dict.fromkeys(names)), field


def _require_in_articles_only(root: dict[str, Any]) -> None:
    """Apply the required keys of a shipped schema only to blocks that describe an article."""
    wanted = {key: root.pop(key) for key in ("required", "allOf") if key in root}
    if wanted:
        root["if"] = {"anyOf": [{"required": [key]} for key in article_keys()]}
        root["then"] = wanted


def _root(made: dict[str, Any]) -> dict[str, Any]:
    """The schema of the block; that of a recursive model is among the definitions."""
    reference = made.get("$ref")
    if reference is None:
        return made
    root: dict[str, Any] = made["$defs"][reference.rpartition("/")[2]]
    return root


def _without_null_defaults(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_null_defaults(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    kept = {k: v for k, v in value.items() if not (k == "default" and v is None)}
    return {key: _without_null_defaults(inner) for key, inner in kept.items()}


def _takes_null(schema: Mapping[str, Any]) -> bool:
    if "anyOf" in schema:
        return any(_takes_null(branch) for branch in schema["anyOf"])
    if "enum" in schema or "const" in schema:
        return None in schema.get("enum", [schema.get("const")])
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return "null" in types
    return "$ref" not in schema and "allOf" not in schema and "oneOf" not in schema


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema that also allows null; annotations stay at the top level."""
    about: dict[str, Any] = {
        key: schema[key] for key in ("default", "description", "examples", "title") if key in schema
    }
    rest = {key: value for key, value in schema.items() if key not in about}
    branches = rest["anyOf"] if set(rest) == {"anyOf"} else [rest]
    return {"anyOf": [*branches, {"type": "null"}], **about}


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _references(item)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key == "$ref" and isinstance(inner, str):
                yield inner
            else:
                yield from _references(inner)

"""The configuration reference, from the JSON Schema of the configuration file."""

from collections.abc import Iterator
from typing import Any

from contentlint.config.json_schema import json_schema
from contentlint.config.settings import RENAMED

# Tables of the file, with the definition of their keys in the schema.
_TABLES = {
    "[[collections]]": "CollectionTable",
    "[[overrides]]": "OverrideTable",
    "[limits]": "LimitsTable",
    "[online]": "OnlineTable",
}


def page() -> str:
    """The page as Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    schema = json_schema()
    yield from ("# Configuration reference", "")
    yield (
        "Every key of `contentlint.toml`, with its type, default and limits, from the models that "
        "validate the file. [Configuration](configuration.md) explains them. "
        "`contentlint config schema` prints the same as JSON Schema."
    )
    yield from ("", "## Top level", "")
    yield from _table(schema, schema["properties"])
    for title, name in _TABLES.items():
        table = schema["definitions"][name]
        yield from ("", f"## `{title}`", "", table.get("description", ""), "")
        yield from _table(table, table["properties"])
    yield from ("", "## `[rules]`", "")
    yield (
        "The keys are the ids of [rules](rules/index.md) and categories; the page of each rule has "
        "its options."
    )


def _table(table: dict[str, Any], properties: dict[str, Any]) -> Iterator[str]:
    required = set(table.get("required", ()))
    yield from ("| key | type | default | limits |", "|---|---|---|---|")
    for name, field in properties.items():
        if name in RENAMED:
            continue
        default = "required" if name in required else _default(field)
        yield f"| `{name}` | {_type(field)} | {default} | {_limits(field)} |"


def _type(field: dict[str, Any]) -> str:
    if "$ref" in field or "allOf" in field:
        return "table"
    if "enum" in field:
        return " \\| ".join(f"`{word}`" for word in field["enum"])
    if "anyOf" in field:
        return " or ".join(map(_type, field["anyOf"]))
    if field.get("type") == "array":
        item = field.get("items", {})
        return f"list of {'tables' if '$ref' in item else _type(item) + 's'}"
    kind = str(field.get("type", "any"))
    return "table" if kind == "object" else kind


def _default(field: dict[str, Any]) -> str:
    default = field.get("default")
    if default is None:
        return ""
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    return f'`"{default}"`' if isinstance(default, str) else f"`{default}`"


def _limits(field: dict[str, Any]) -> str:
    words = {
        "minimum": "at least {}",
        "exclusiveMinimum": "more than {}",
        "maximum": "at most {}",
        "minItems": "at least {} item",
        "minLength": "at least {} character",
    }
    found = [text.format(field[key]) for key, text in words.items() if key in field]
    item = field.get("items", {})
    found += [text.format(item[key]) for key, text in words.items() if key in item]
    return ", ".join(found)

"""The JSON Schema of a configuration file, for editors: keys, types, and all rules with options."""

from typing import Any

from contentlint import registry, renames
from contentlint.config import settings
from contentlint.config.checks import CheckTable, complete
from contentlint.config.file import WORDS, OverrideTable, Root, options_model
from contentlint.config.settings import RENAMED
from contentlint.core.finding import SEVERITIES

_IN = "#/definitions/{model}"
# The keys that add rules.
_ADDING = ("extends", "plugins", "checks")
# The draft that editors support.
_DRAFT = "http://json-schema.org/draft-07/schema#"


def json_schema(extra: str = "") -> dict[str, Any]:
    """The JSON Schema of `contentlint.toml`, draft 7.

    Args:
        extra: the token of the rules that a configuration adds, which are described as well; other
            rules of plugins and checks may have any options.
    """
    schema = Root.model_json_schema(by_alias=True, ref_template=_IN)
    definitions = {name: _cleaned(table) for name, table in schema.pop("$defs").items()}
    schema["definitions"] = {**definitions, "rules": _rules(extra)}
    complete(schema["definitions"][CheckTable.__name__])
    published = {} if settings.SCHEMA_URL is None else {"$id": settings.SCHEMA_URL}
    schema = {"$schema": _DRAFT, **published, **_cleaned(schema), "title": "contentlint.toml"}
    keys = schema["properties"]
    for key, words in WORDS.items():
        keys[key]["enum"] = list(words)
    for old, new in RENAMED.items():
        name = ".".join(map(str, new))
        keys[old] |= {"deprecated": True, "description": f"Deprecated: use `{name}`."}
    # Without plugins and checks, there are no other rules than ours.
    names = [*schema["definitions"]["rules"]["properties"], *renames.RULES]
    ours = {"propertyNames": {"enum": names}}
    listed = {"items": {"enum": names}}
    schema["if"] = {"not": {"anyOf": [{"required": [key]} for key in _ADDING]}}
    schema["then"] = {
        "properties": {
            "rules": ours,
            "overrides": {"items": {"properties": {"rules": ours}}},
            "extend-safe-fixes": listed,
            "extend-unsafe-fixes": listed,
        }
    }
    keys["rules"] = {"$ref": _IN.format(model="rules")}
    schema["definitions"][OverrideTable.__name__]["properties"]["rules"] = keys["rules"]
    return schema


def _cleaned(schema: dict[str, Any]) -> dict[str, Any]:
    """A part of a schema without titles, which only repeat the names of keys.

    TOML has no null, so the type of an optional key does not include it.
    """
    cleaned: dict[str, Any] = {}
    for key, value in schema.items():
        if key == "title" or (key == "default" and value is None):
            continue
        if key == "anyOf":
            kept = [_cleaned(choice) for choice in value if choice != {"type": "null"}]
            cleaned |= kept[0] if len(kept) == 1 else {"anyOf": kept}
        elif isinstance(value, dict) and key == "properties":
            cleaned[key] = {name: _cleaned(inner) for name, inner in value.items()}
        else:
            cleaned[key] = _cleaned(value) if isinstance(value, dict) else value
    return cleaned


def _rules(extra: str) -> dict[str, Any]:
    """The settings of each rule and category."""
    severity = {"enum": [*SEVERITIES, "off"]}
    only = {
        "type": "object",
        "properties": {"severity": severity},
        "additionalProperties": False,
    }
    either = {"anyOf": [severity, only]}
    rules: dict[str, Any] = {
        category: {**either, "description": f"Severity of all enabled `{category}` rules."}
        for category in registry.categories(extra)
    }
    for rule_id in registry.active_ids(extra):
        options = _cleaned(options_model(rule_id, extra).model_json_schema()).get("properties", {})
        # With hyphens, as in TOML, and with underscores, as in Python.
        options |= {name.replace("_", "-"): option for name, option in options.items()}
        table = {
            "type": "object",
            "properties": {"severity": severity, **options},
            "additionalProperties": False,
        }
        summary = registry.load(rule_id, extra).summary
        rules[rule_id] = {"anyOf": [severity, table], "description": summary}
    ours = "|".join(registry.categories())
    name = "[a-z][a-z0-9]*(-[a-z0-9]+)*"
    table = {"type": "object", "properties": {"severity": severity}}
    others = {
        f"^(?!({ours})(/|$)){name}$": either,
        f"^(?!({ours})/){name}/{name}$": {"anyOf": [severity, table]},
    }
    return {
        "type": "object",
        "properties": rules,
        "patternProperties": others,
        "additionalProperties": False,
    }

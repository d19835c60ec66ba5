"""The JSON Schema of the configuration and the validation of a file accept the same files."""

import json
from functools import cache
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contentlint import registry
from contentlint.config.file import read_line
from contentlint.config.json_schema import json_schema
from contentlint.core.errors import ConfigError

SEVERITIES = ("error", "warning", "info", "off")
words = st.sampled_from(["", "a", "house", "Posts", "posts/*.md", "hugo", "error", "strict", "low"])
texts = words | st.text('ab/.-_ é👍"\\\n', max_size=6)
values = st.one_of(
    texts, st.booleans(), st.integers(-3, 300), st.floats(-2, 9), st.lists(texts, max_size=2)
)
strings = st.lists(texts, max_size=2)


def table(
    required: dict[str, Any], optional: dict[str, Any]
) -> "st.SearchStrategy[dict[str, Any]]":
    """A table of mostly right keys, sometimes with a wrong one or a value of another type."""
    good = st.fixed_dictionaries(required, optional=optional)
    wrong = st.dictionaries(st.sampled_from([*required, *optional, "patern"]), values, max_size=1)
    return st.builds(lambda a, b: {**a, **b}, good, st.just({}) | st.just({}) | wrong)


sample = st.sampled_from(["Low.\n", "a"]) | table(
    {"text": st.just("a")}, {"path": st.sampled_from(["a.md", "b.html", ""])}
)
fix = st.just("b") | table(
    {"replace": st.just("b")}, {"safe": st.booleans(), "title": st.just("use b")}
)
check = table(
    {"id": st.sampled_from(["house/a", "night-desk/b-c", "house", "html/a", "House/a"]), "message": st.sampled_from(["found", "", "a\nb"])},
    {
        "pattern": st.sampled_from(["a", "b+"]),
        "select": st.sampled_from(["h1", "p > a"]),
        "field": st.sampled_from(["title", "a.b"]),
        "in": st.sampled_from(["prose", "raw", "front-matter", "front-matter.title", "body", "front-matter."]),
        "severity": st.sampled_from(["error", "info", "off", "hint"]),
        "mode": st.sampled_from(["forbid", "require", "deny"]),
        "ignore-case": st.booleans(),
        "optional": st.booleans(),
        "schema": st.just({"type": "string"}),
        "fix": fix,
        "good": st.lists(sample, max_size=2),
        "bad": st.lists(sample, max_size=1),
        "description": st.just("a"),
    },
)  # fmt: skip
plugins = st.dictionaries(
    st.sampled_from(["house", "night-desk", "House", "a_b"]), st.sampled_from(["lint", True, False, 3]), max_size=2
)  # fmt: skip
severity = st.sampled_from([*SEVERITIES, "warn"])
rules = st.dictionaries(
    st.sampled_from(["html", "file/bom", "image/placeholder", "text", "file/bon", "atribution"]),
    severity
    | table(
        {},
        {"severity": severity, "blocked-hosts": st.just(["example.org"]), "words": st.just(["a"])},
    ),
    max_size=2,
)
collection = table(
    {"name": st.just("posts"), "include": st.lists(st.just("posts/*.md"), max_size=1)},
    {"exclude": st.just(["a"]), "schema": st.sampled_from(["hugo", "post.json"])},
)
limits = table(
    {}, {"depth": st.integers(0, 101), "file-size": st.integers(0, 9), "seconds": st.floats(0, 2)}
)
files = table(
    {},
    {
        "extends": st.just("base.toml") | st.just(["a.toml", "b"]),
        "plugins": plugins,
        "checks": st.lists(check, max_size=1),
        "preset": st.sampled_from(["strict", "all", "stict"]),
        "fail-on": st.sampled_from(["error", "never", "off"]),
        "rules": rules,
        "collections": st.lists(collection, max_size=1),
        "overrides": st.lists(table({"paths": st.just(["a/*"])}, {"rules": rules}), max_size=1),
        "limits": limits,
        "exclude": st.just(["a"]),
        "extend-safe-fixes": st.lists(
            st.sampled_from(["html", "file/bom", "file/bon", "unthanked"]), max_size=1
        ),
    },
)


def toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return repr(value) if isinstance(value, float) else json.dumps(value, ensure_ascii=False)


def is_read(data: dict[str, Any]) -> bool:
    try:
        read_line("\n".join(f"{key} = {toml(value)}" for key, value in data.items()))
    except ConfigError:
        return False
    return True


@cache
def validator() -> jsonschema.Draft7Validator:
    schema = json_schema()
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


# Keys with lists of rules.
_LISTS = ("extend-safe-fixes", "extend-unsafe-fixes")


def adds_rules(data: dict[str, Any]) -> bool:
    """Whether a file may name rules that the schema cannot know."""
    return any(key in data for key in ("extends", "plugins", "checks"))


@pytest.mark.slow
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(files)
def test_schema_and_validation_agree(data: dict[str, Any]) -> None:
    accepted = is_read(data)
    if accepted:
        assert validator().is_valid(data)
    elif validator().is_valid(data):
        named = {*data.get("rules", {})} | {
            name for item in data.get("overrides", []) for name in item.get("rules", {})
        }
        named |= {name for key in _LISTS for name in data.get(key, [])}
        unknown = named - {*registry.rule_ids(), *registry.categories()}
        # Only the names of rules that other files add are beyond a schema.
        assert adds_rules(data)
        assert unknown


def test_every_rule_and_option_has_a_text() -> None:
    described = json_schema()["definitions"]["rules"]["properties"]
    assert set(described) == {*registry.rule_ids(), *registry.categories()}
    assert all(each["description"] for each in described.values())


@pytest.mark.parametrize(
    "data",
    [
        {"checks": [{"id": "house/a", "message": "m", "pattern": "a", "in": "front-matter.a.b"}]},
        {
            "plugins": {"house": "lint", "acme": True, "old": False},
            "rules": {"house/a": {"any": 1}},
        },
        {"extends": "house-style", "rules": {"house": "error"}},
    ],
)
def test_files_with_rules_of_their_own(data: dict[str, Any]) -> None:
    assert validator().is_valid(data)

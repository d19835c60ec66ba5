"""The keys of a configuration that add rules: `extends`, `[plugins]` and `[[checks]]`."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Any, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from contentlint import registry
from contentlint.config.settings import Key
from contentlint.core.errors import ConfigError
from contentlint.core.finding import PRESETS, Severity
from contentlint.core.spelling import nearest

_STRINGS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_NAME = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_ID = f"^{_NAME}/{_NAME}$"
_IN = r"^(prose|raw|front-matter(\.[^.]+)*)$"
_KINDS = ("select", "pattern", "field")
# For each key, the kinds of checks that have it.
_BELONGS = {
    "in": ("pattern",),
    "ignore-case": ("pattern",),
    "schema": ("field",),
    "optional": ("field",),
    "fix": ("pattern", "field"),
}

At = Callable[[Key, str], ConfigError]
"""Makes an error at the line of a key."""


class Strict(BaseModel):
    """A table without unknown keys."""

    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=False)


def is_name(text: str) -> bool:
    """Whether a text can be the name of a category or a rule."""
    return re.fullmatch(_NAME, text) is not None


def _list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Extends = Annotated[list[str], BeforeValidator(_list), WithJsonSchema(_STRINGS)]
Plugins = Annotated[
    dict[str, Any],
    WithJsonSchema(
        {
            "type": "object",
            "propertyNames": {"pattern": f"^{_NAME}$"},
            "additionalProperties": {"type": ["string", "boolean"]},
        }
    ),
]


class SampleTable(Strict):
    """A sample article of a check.

    `⟦ ⟧` mark what the check finds.
    """

    text: str
    path: str = Field("sample.md", min_length=1)
    fixed: str | None = None


class FixTable(Strict):
    """How a check repairs what it finds: `replace` may contain groups of the pattern, as `\\1`."""

    replace: str
    safe: bool = False
    title: str | None = Field(None, min_length=1)


def _sample(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


def _fix(value: Any) -> Any:
    return {"replace": value} if isinstance(value, str) else value


Sample = Annotated[SampleTable, BeforeValidator(_sample)]
Repair = Annotated[FixTable, BeforeValidator(_fix)]


class CheckTable(Strict):
    """A rule without Python: elements, text or a front matter key that is forbidden or required."""

    id: str
    message: str = Field(min_length=1)
    severity: str = "warning"
    description: str | None = None
    select: str | None = Field(None, min_length=1)
    pattern: str | None = Field(None, min_length=1)
    field: str | None = Field(None, min_length=1)
    in_: str = Field("prose", alias="in")
    ignore_case: bool = Field(False, alias="ignore-case")
    schema_: dict[str, Any] = Field({}, alias="schema")
    optional: bool = False
    mode: str | None = None
    fix: Repair | None = None
    good: list[Sample] = []
    bad: list[Sample] = []


MODES = ("forbid", "require")


def complete(definition: dict[str, Any]) -> None:
    """Add to the JSON Schema of `CheckTable` what its types do not express."""
    keys = definition["properties"]
    keys["id"]["pattern"] = _ID
    keys["id"]["not"] = {"pattern": f"^({'|'.join(registry.categories())})/"}
    keys["message"]["pattern"] = r"^[^\r\n]+$"
    keys["severity"]["enum"] = list(get_args(Severity))
    keys["mode"]["enum"] = list(MODES)
    keys["in"]["pattern"] = _IN
    for key in ("good", "bad"):
        keys[key]["items"] = {"anyOf": [{"type": "string"}, keys[key]["items"]]}
    keys["fix"] = {"anyOf": [{"type": "string"}, keys["fix"]]}
    definition["oneOf"] = [{"required": [kind]} for kind in _KINDS]
    definition["dependencies"] = {
        key: {"anyOf": [{"required": [kind]} for kind in kinds]} for key, kinds in _BELONGS.items()
    }
    required = {"properties": {"mode": {"const": "require"}}, "required": ["pattern", "mode"]}
    definition["dependencies"]["fix"]["not"] = required


def check_plugins(plugins: dict[str, Any], at: At) -> None:
    """Ensure that the names of plugins are free, and their values folders.

    Raises:
        ConfigError: one is not valid.
    """
    for name, value in plugins.items():
        key = ("plugins", name)
        fault = _fault_of_category(name)
        if fault:
            raise at(key, f"plugin `{name}`: {fault}")
        if not isinstance(value, (str, bool)) or value == "":
            raise at(
                key,
                f"`plugins.{name}` must be a folder, `true` for an installed package, or `false`",
            )


def _fault_of_category(name: str) -> str:
    if not is_name(name):
        return "name must be lower-case words joined by `-`"
    if name in registry.categories() or name in PRESETS:
        return f"`{name}` is a name of contentlint; use another one"
    return ""


def check_checks(checks: Sequence[CheckTable], at: At) -> None:
    """Ensure that checks are complete and can run.

    Raises:
        ConfigError: one is not valid; the message says what to change.
    """
    seen: set[str] = set()
    for number, check in enumerate(checks):
        place: Key = ("checks", number)
        where = f"check `{check.id}`"
        category, slash, name = check.id.partition("/")
        if not slash or not is_name(name) or not is_name(category):
            raise at((*place, "id"), f"{where}: expected an id such as `house/no-shouting`")
        fault = _fault_of_category(category)
        if fault:
            raise at((*place, "id"), f"{where}: {fault}")
        if check.id in seen:
            raise at((*place, "id"), f"{where}: id is used twice")
        seen.add(check.id)
        _check_words(check, place, where, at)
        _check_kind(check, place, where, at)


def _check_words(check: CheckTable, place: Key, where: str, at: At) -> None:
    words: tuple[tuple[str, str | None, tuple[str, ...]], ...] = (
        ("severity", check.severity, get_args(Severity)),
        ("mode", check.mode, MODES),
    )
    for key, value, allowed in words:
        if value is not None and value not in allowed:
            near = nearest(value, allowed)
            hint = f"did you mean `{near}`?" if near else f"expected {' or '.join(allowed)}"
            raise at((*place, key), f"{where}: `{key}`: unknown value `{value}`; {hint}")
    if "\n" in check.message or "\r" in check.message:
        raise at((*place, "message"), f"{where}: `message` must be one line")
    if not re.fullmatch(_IN, check.in_):
        expected = "`prose`, `raw`, `front-matter` or `front-matter.KEY`"
        raise at((*place, "in"), f"{where}: `in`: unknown value `{check.in_}`; expected {expected}")


def _check_kind(check: CheckTable, place: Key, where: str, at: At) -> None:
    given = check.model_dump(by_alias=True, exclude_unset=True)
    kinds = [kind for kind in _KINDS if kind in given]
    if len(kinds) != 1:
        count = "none" if not kinds else " and ".join(f"`{kind}`" for kind in kinds)
        raise at(place, f"{where}: expected one of `select`, `pattern` and `field`; found {count}")
    [kind] = kinds
    for key, allowed in _BELONGS.items():
        if key in given and kind not in allowed:
            needs = " or ".join(f"`{other}`" for other in allowed)
            raise at((*place, key), f"{where}: `{key}` needs {needs}")
    for own, fault in _faults(check, kind, given):
        if fault:
            raise at((*place, *own), f"{where}: {fault}")


def _faults(check: CheckTable, kind: str, given: dict[str, Any]) -> Iterator[tuple[Key, str]]:
    """What is wrong with a key, for each that has to be tried; empty if nothing is."""
    if kind == "select":
        yield ("select",), _fault_of_selector(check.select or "")
    elif kind == "field":
        yield ("schema",), _fault_of_schema(check.schema_)
    else:
        yield ("pattern",), _fault_of_pattern(given)
        if check.fix is not None:
            from contentlint.plugins.declared import mode_of

            is_required = mode_of(given) == "require"
            yield ("fix",), '`fix` needs `mode = "forbid"`' if is_required else ""
            yield ("fix",), _fault_of_replacement(given, check.fix.replace)
    for name, samples in (("good", check.good), ("bad", check.bad)):
        for number, sample in enumerate(samples):
            yield (name, number), _fault_of_sample(sample, name)


def _fault_of_pattern(given: dict[str, Any]) -> str:
    from contentlint.plugins.declared import flags_of
    from contentlint.plugins.slow_patterns import slow_part

    pattern = given["pattern"]
    try:
        compiled = re.compile(pattern, flags_of(given))
        slow = slow_part(pattern, flags_of(given))
    except (re.error, OverflowError, RecursionError) as error:
        return f"invalid pattern: {error}"
    if slow:
        return f"pattern can take too long: {slow}"
    return "pattern matches empty text" if compiled.fullmatch("") else ""


def _fault_of_replacement(given: dict[str, Any], text: str) -> str:
    from contentlint.plugins.declared import flags_of

    try:
        re.compile(given["pattern"], flags_of(given)).sub(text, "")
    except (re.error, IndexError) as error:
        return f"invalid replacement: {error}"
    return ""


def _fault_of_selector(selector: str) -> str:
    import turbohtml

    try:
        list(turbohtml.parse("<p>a</p>").select(selector))
    except Exception as error:  # the library documents no type
        return f"invalid selector `{selector}`: {str(error).partition(chr(10))[0]}"
    return ""


def _fault_of_schema(schema: dict[str, Any]) -> str:
    import jsonschema_rs

    try:
        jsonschema_rs.validator_for(schema, retriever=_no_retrieval)
    except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError, ValueError) as error:
        said = getattr(error, "message", None) or str(error)
        return f"not a valid JSON Schema: {str(said).partition(chr(10))[0]}"
    return ""


def _no_retrieval(uri: str) -> Any:
    raise ValueError(f"`$ref` to `{uri}` is not allowed")


def _fault_of_sample(sample: SampleTable, kind: str) -> str:
    from contentlint.rule import unmarked

    if kind == "good" and ("⟦" in sample.text or sample.fixed is not None):
        return "a good sample has no marks and no `fixed`"
    try:
        unmarked(sample.text)
    except (ValueError, IndexError):
        return "marks `⟦ ⟧` of a sample are not paired"
    return ""

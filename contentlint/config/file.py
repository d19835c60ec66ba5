"""Parsing and validating a configuration file; errors name the line.

In one module, for a key is validated beside the models and the messages.
"""

import inspect
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model
from pydantic_core import ErrorDetails

from contentlint import registry
from contentlint.config.checks import (
    CheckTable,
    Extends,
    FixTable,
    Plugins,
    SampleTable,
    check_checks,
    check_plugins,
)
from contentlint.config.old_names import rename
from contentlint.config.plan import Limits, Online
from contentlint.config.settings import (
    COMMAND_LINE,
    RENAMED,
    Collection,
    ConfigFile,
    Key,
    Override,
    Place,
    Renamed,
    RuleSetting,
    Settings,
)
from contentlint.core.errors import ConfigError
from contentlint.core.finding import CONFIDENCES, FAIL_ON, PRESETS, SEVERITIES
from contentlint.core.globs import compiled
from contentlint.core.source import Source, Span
from contentlint.core.spelling import nearest
from contentlint.core.toml import NotToml
from contentlint.core.toml import parse as parse_toml
from contentlint.front_matter.formats.toml import parse
from contentlint.site.generators import names as generator_names

# The highest value of `limits.depth`; parsing is recursive.
_MAX_DEPTH_LIMIT = 100
# The maximum nesting of a configuration file.
_MAX_NESTING = 50
# The highest values of `online`: a configuration must not turn a check into an attack on a host.
_MAX_TIMEOUT, _MAX_CONCURRENCY, _MAX_PER_HOST, _MAX_RATE = 300, 256, 16, 100


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=False)


class CollectionTable(_Strict):
    """A group of files with the same front matter schema."""

    name: str
    include: list[str] = Field(min_length=1)
    exclude: list[str] = []
    schema_: str | None = Field(None, alias="schema")


class OverrideTable(_Strict):
    """Different rule settings for some paths."""

    paths: list[str] = Field(min_length=1)
    rules: dict[str, Any] = {}


class LimitsTable(_Strict):
    """Limits for the check of a single article."""

    file_size: int = Field(Limits().file_size, alias="file-size", ge=1)
    depth: int = Field(Limits().depth, ge=1, le=_MAX_DEPTH_LIMIT)
    findings: int = Field(Limits().findings, ge=1)
    seconds: float = Field(Limits().seconds, gt=0, allow_inf_nan=False)


class OnlineTable(_Strict):
    """How `check --online` asks external URLs."""

    include: list[str] = []
    exclude: list[str] = []
    accept: list[Annotated[int, Field(ge=100, le=999)]] = []
    timeout: float = Field(Online().timeout, gt=0, le=_MAX_TIMEOUT, allow_inf_nan=False)
    concurrency: int = Field(Online().concurrency, ge=1, le=_MAX_CONCURRENCY)
    per_host: int = Field(Online().per_host, alias="per-host", ge=1, le=_MAX_PER_HOST)
    rate: float = Field(Online().rate, gt=0, le=_MAX_RATE, allow_inf_nan=False)
    user_agent: str = Field(
        Online().user_agent, alias="user-agent", min_length=1, pattern=r"^[!-~]([ -~]*[!-~])?$"
    )
    allow_private: bool = Field(Online().allow_private, alias="allow-private")


class Root(_Strict):
    """The configuration of contentlint."""

    extends: Extends = []
    plugins: Plugins = {}
    checks: list[CheckTable] = []
    preset: str = "recommended"
    fail_on: str = Field("error", alias="fail-on")
    confidence: str = "high"
    exclude: list[str] = []
    baseline: str | None = None
    credits: str | None = None
    credit_keys: list[str] = Field([], alias="credit-keys")
    generator: str | None = None
    schema_: str | None = Field(None, alias="schema")
    inline_schemas: bool = Field(False, alias="inline-schemas")
    collections: list[CollectionTable] = []
    rules: dict[str, Any] = {}
    overrides: list[OverrideTable] = []
    extend_safe_fixes: list[str] = Field([], alias="extend-safe-fixes")
    extend_unsafe_fixes: list[str] = Field([], alias="extend-unsafe-fixes")
    limits: LimitsTable = Field(default_factory=lambda: LimitsTable.model_validate({}))
    online: OnlineTable = Field(default_factory=lambda: OnlineTable.model_validate({}))
    follow_links: bool = Field(False, alias="follow-links")
    # Deprecated: `RENAMED` has the new names.
    max_file_size: int = Field(Limits().file_size, alias="max-file-size", ge=1)
    max_depth: int = Field(Limits().depth, alias="max-depth", ge=1, le=_MAX_DEPTH_LIMIT)
    max_findings_per_file: int = Field(Limits().findings, alias="max-findings-per-file", ge=1)
    time_per_file: float = Field(Limits().seconds, alias="time-per-file", gt=0, allow_inf_nan=False)


# Keys with a fixed set of values.
WORDS = {
    "preset": PRESETS,
    "fail-on": FAIL_ON,
    "confidence": CONFIDENCES,
    "generator": generator_names(),
}

_EXPECTED = {
    "string_type": "a string",
    "list_type": "a list",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "bool_type": "`true` or `false`",
    "int_type": "an integer",
    "float_type": "a number",
    "tuple_type": "a list",
}

_BOUNDS = {
    "greater_than": "more than",
    "greater_than_equal": "at least",
    "less_than_equal": "at most",
}


def read(place: Place, data: bytes, shown: str, extra: str = "") -> ConfigFile:
    """Parse and validate the settings of a file.

    Args:
        place: the file and the table of the settings.
        data: the content of the file.
        shown: the file's name in messages.
        extra: the token of the rules that this file and others add; empty: none.

    Raises:
        ConfigError: a setting is not valid.
    """
    file, table = place
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError("invalid UTF-8", shown) from error
    return _checked(text, file, shown, table, extra)


def read_line(text: str, extra: str = "") -> ConfigFile:
    """Parse and validate TOML of the command line, such as `rules."image/placeholder" = "off"`.

    Raises:
        ConfigError: a setting is not valid.
    """
    return _checked(text, None, COMMAND_LINE, (), extra)


def _checked(
    text: str, path: Path | None, shown: str, table: tuple[str, ...], extra: str
) -> ConfigFile:
    try:
        data: Any = parse_toml(text)
    except NotToml as error:
        line = Source("", text).position(error.span.start).line
        reason = f"invalid TOML: {error.message}"
        raise ConfigError(reason, shown, line if path else None) from error
    except RecursionError as error:
        raise ConfigError("invalid TOML: nested too deeply", shown) from error
    for name in table:
        data = data[name]
    lines = _lines(text, table)
    mistake = _Mistake(path, shown, lines, extra)
    renamed = rename(data, lines, mistake.at)
    for key, words in WORDS.items():
        if isinstance(data.get(key), str) and data[key] not in words:
            raise mistake.word((key,), data[key], words)
    try:
        settings = Root.model_validate(data)
    except ValidationError as error:
        # An unknown key is often the misspelling of a required one; report it first.
        errors = error.errors(include_url=False)
        first = next((e for e in errors if e["type"] == "extra_forbidden"), errors[0])
        raise mistake.of(first, ()) from error
    _check_patterns(settings, mistake)
    check_plugins(settings.plugins, mistake.at)
    check_checks(settings.checks, mistake.at)
    _check_names(settings, mistake)
    return ConfigFile(path, shown, _plain(settings, renamed, mistake), lines)


def _plain(root: Root, renamed: list[Renamed], mistake: "_Mistake") -> Settings:
    """Settings as plain values, with validated rules."""
    values = {
        name: getattr(root, name)
        for name, field in Root.model_fields.items()
        if field.alias not in RENAMED
    }
    values["limits"], values["deprecated"] = _limits(root, mistake)
    values["online"] = root.online.model_dump(by_alias=True, exclude_unset=True)
    values["collections"] = [Collection(**item.model_dump()) for item in root.collections]
    values["rules"] = _rules(root.rules, ("rules",), mistake)
    values["overrides"] = [
        Override(item.paths, _rules(item.rules, ("overrides", index, "rules"), mistake))
        for index, item in enumerate(root.overrides)
    ]
    values["checks"] = [item.id for item in root.checks]
    present = frozenset(root.model_fields_set)
    return Settings(present=present, renamed=renamed, **values)


def _limits(root: Root, mistake: "_Mistake") -> tuple[dict[str, float], list[str]]:
    """The limits that are set, and the deprecated keys among them."""
    limits = root.limits.model_dump(by_alias=True, exclude_unset=True)
    deprecated = root.model_dump(
        by_alias=True, exclude_unset=True, include={old.replace("-", "_") for old in RENAMED}
    )
    for old, value in deprecated.items():
        table, key = RENAMED[old]
        if key in limits:
            raise mistake.at((old,), f"`{old}` and `{table}.{key}` are both set; remove `{old}`")
        limits[str(key)] = value
    return limits, list(deprecated)


def _lines(text: str, table: tuple[str, ...]) -> dict[Key, int]:
    source = Source("", text)
    entries = parse(text, Span(0, len(text)), _MAX_NESTING).entries
    return {
        path[len(table) :]: source.position((entry.key or entry.value).start).line
        for path, entry in entries.items()
        if path[: len(table)] == table
    }


def _check_patterns(settings: Root, mistake: "_Mistake") -> None:
    found: list[tuple[Key, list[str]]] = [(("exclude",), settings.exclude)]
    for index, item in enumerate(settings.collections):
        found.append((("collections", index, "include"), item.include))
        found.append((("collections", index, "exclude"), item.exclude))
    for index, override in enumerate(settings.overrides):
        found.append((("overrides", index, "paths"), override.paths))
    for key, patterns in found:
        for pattern in patterns:
            try:
                compiled((pattern,))
            except ValueError as error:
                message = f"`{_shown(key)}`: invalid pattern `{pattern}`"
                raise mistake.at(key, message) from error


def _check_names(settings: Root, mistake: "_Mistake") -> None:
    known = mistake.known
    for key, names in (
        ("extend-safe-fixes", settings.extend_safe_fixes),
        ("extend-unsafe-fixes", settings.extend_unsafe_fixes),
    ):
        for name in names:
            if name not in known and not registry.is_off(name, mistake.extra):
                raise mistake.unknown((key, name), "rule or category", known)


def _rules(table: Mapping[str, Any], where: Key, mistake: "_Mistake") -> dict[str, RuleSetting]:
    known = mistake.known
    result = {}
    for name, value in table.items():
        key = (*where, name)
        if registry.is_off(name, mistake.extra):
            continue
        if name not in known:
            raise mistake.unknown(key, "rule or category", known)
        result[name] = _rule(name, value, key, mistake)
    return result


def _rule(name: str, value: Any, key: Key, mistake: "_Mistake") -> RuleSetting:
    words = (*SEVERITIES, "off")
    table = dict(value) if isinstance(value, dict) else {"severity": value}
    severity = table.pop("severity", None)
    if severity is not None and severity not in words:
        raise mistake.word(key, str(severity), words)
    if not table:
        return RuleSetting(severity=severity)
    if name in registry.categories(mistake.extra):
        raise mistake.at(key, f"category `{name}` has no options; set them on one of its rules")
    model = options_model(name, mistake.extra)
    # Options are accepted with hyphens, as in TOML, and with underscores, as in Python.
    known = {field.replace("_", "-") for field in model.model_fields}
    for option in table:
        if option.replace("_", "-") not in known:
            raise mistake.unknown((*key, option), f"`{name}` option", known)
    try:
        values = {k.replace("-", "_"): _frozen(v) for k, v in table.items()}
        options = model.model_validate(values)
    except ValidationError as error:
        raise mistake.of(error.errors(include_url=False)[0], key) from error
    return RuleSetting(severity=severity, options=options.model_dump(exclude_unset=True))


def _frozen(value: Any) -> Any:
    """A value with its lists as tuples, the type of list options."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


@cache
def options_model(rule_id: str, extra: str = "") -> type[BaseModel]:
    """A strict model of a rule's options, made from the signature of its `check`."""
    fields: dict[str, Any] = {
        name: (parameter.annotation, parameter.default)
        for name, parameter in registry.load(rule_id, extra).options.items()
        if parameter.annotation is not inspect.Parameter.empty
    }
    return create_model("Options", __config__=ConfigDict(extra="forbid", strict=True), **fields)


class _Mistake:
    """Makes errors that name the file, the line and the valid values."""

    def __init__(self, path: Path | None, shown: str, lines: Mapping[Key, int], extra: str) -> None:
        self.extra = extra
        self.path = path
        self.shown = shown
        self.lines = lines

    @cached_property
    def known(self) -> set[str]:
        """The rules and categories that the file may name."""
        return {*registry.rule_ids(self.extra), *registry.categories(self.extra)}

    def at(self, key: Key, message: str) -> ConfigError:
        line = None
        while key and line is None:
            line = self.lines.get(key)
            key = key[:-1]
        return ConfigError(message, self.shown, line if self.path else None)

    def word(self, key: Key, value: str, words: tuple[str, ...]) -> ConfigError:
        near = nearest(value, words)
        hint = f"did you mean `{near}`?" if near else f"expected {_listed(words)}"
        return self.at(key, f"`{_shown(key)}`: unknown value `{value}`; {hint}")

    def unknown(self, key: Key, kind: str, known: set[str]) -> ConfigError:
        name = str(key[-1])
        near = nearest(name, known)
        if near is None and kind.startswith("rule"):
            tails = {k.partition("/")[2]: k for k in known if "/" in k}
            near = tails.get(nearest(name.rpartition("/")[2], tails) or name.rpartition("/")[2])
        listed = _listed(tuple(sorted(known)))
        hint = f"did you mean `{near}`?" if near else f"expected {listed}"
        if near is None and kind.startswith("rule"):
            hint = "run `contentlint rules` to list all rules"
        if not known:
            hint = "the rule has no options"
        return self.at(key, f"unknown {kind} `{name}`; {hint}")

    def of(self, error: ErrorDetails, where: Key) -> ConfigError:
        key = (*where, *error["loc"])
        kind = error["type"]
        if kind == "extra_forbidden":
            known = _keys_at(key[:-1])
            return self.unknown(key, "key", known)
        if kind == "missing":
            return self.at(key[:-1], f"`{_shown(key[:-1])}`: `{key[-1]}` is missing")
        if kind in _BOUNDS:
            [limit] = error["ctx"].values()
            return self.at(key, f"`{_shown(key)}` must be {_BOUNDS[kind]} {limit:g}")
        if kind == "string_pattern_mismatch":
            return self.at(key, f"`{_shown(key)}` must be printable ASCII text")
        if kind in ("too_short", "string_too_short"):
            return self.at(key, f"`{_shown(key)}` must not be empty")
        expected = _EXPECTED.get(kind)
        message = f"`{_shown(key)}` must be {expected}" if expected else error["msg"].lower()
        return self.at(key, message)


def _keys_at(key: Key) -> set[str]:
    model: type[BaseModel] = Root
    if key[:1] == ("collections",):
        model = CollectionTable
    elif key[:1] == ("overrides",):
        model = OverrideTable
    elif key[:1] == ("limits",):
        model = LimitsTable
    elif key[:1] == ("checks",):
        tables: dict[str, type[BaseModel]] = {
            "fix": FixTable,
            "good": SampleTable,
            "bad": SampleTable,
        }
        model = tables.get(str(key[2]), CheckTable) if len(key) > 2 else CheckTable
    elif key[:1] == ("online",):
        model = OnlineTable
    return {field.alias or name for name, field in model.model_fields.items()} - RENAMED.keys()


def _shown(key: Key) -> str:
    return ".".join(f'"{part}"' if "/" in str(part) else str(part) for part in key)


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)

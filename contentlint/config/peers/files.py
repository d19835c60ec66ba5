"""Read the configuration files of other linters: JSON, YAML and TOML, never programs."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from contentlint.core.errors import ConfigError, UsageError, said_by
from contentlint.core.reading import read_settings, reason
from contentlint.core.tuples import NamedTuple

# A string, a comment, or a comma before a closing bracket.
_JSON_EXTRAS = re.compile(
    r'"(?:[^"\\]|\\[\s\S])*+(?:"|\\?\Z)|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)|,(?=\s*+[\]}])'
)
_PROGRAMS = (".js", ".cjs", ".mjs", ".ts", ".cts", ".mts")
_OFF, _ON = "off", "on"


class Settings(NamedTuple):
    """What a configuration says.

    Args:
        file: its name.
        rules: `off`, `on`, `error`, `warning` or `info` by the name of the rule.
        with_options: the rules with options.
        is_default_off: whether rules that it does not name are off.
        exclude: patterns of files to skip.
        notes: what is not read, as messages.
    """

    file: str
    rules: dict[str, str]
    with_options: set[str]
    is_default_off: bool
    exclude: list[str]
    notes: list[str]


def read(peer: str, folder: Path, root: Path | None) -> Settings:
    """The configuration of a linter in a folder.

    Args:
        peer: its name, as in `tables.PEERS`.
        folder: absolute.
        root: the folder that must contain the file, links resolved; None: any.

    Raises:
        UsageError: there is none, or it is a program.
        ConfigError: it cannot be read.
    """
    programs = []
    for name, keys in _FILES[peer]:
        file = folder / name
        if not file.is_file():
            continue
        if name.endswith(_PROGRAMS):
            programs.append(name)
            continue
        data: Any = _parsed(file, root)
        for key in keys:
            data = data.get(key) if isinstance(data, Mapping) else None
        if data is None and keys:
            continue
        shown = f"{name} ({'.'.join(keys)})" if keys else name
        if not isinstance(data, Mapping):
            raise ConfigError(f"configuration of {peer} must be a mapping", shown)
        return _READERS[peer](shown, data)
    if programs:
        raise UsageError(
            f"--from {peer}: `{programs[0]}` is a program, which is not run; "
            "write its settings as JSON or YAML first"
        )
    names = ", ".join(f"`{name}`" for name, _ in _FILES[peer] if not name.endswith(_PROGRAMS))
    raise UsageError(f"--from {peer}: no configuration in this folder; searched for {names}")


_PACKAGE = "package.json"
_FILES: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "markdownlint": (
        (".markdownlint-cli2.jsonc", ()),
        (".markdownlint-cli2.yaml", ()),
        (".markdownlint.jsonc", ()),
        (".markdownlint.json", ()),
        (".markdownlint.yaml", ()),
        (".markdownlint.yml", ()),
        (".markdownlintrc", ()),
        (_PACKAGE, ("markdownlint-cli2",)),
        (".markdownlint-cli2.cjs", ()),
        (".markdownlint-cli2.mjs", ()),
        (".markdownlint.cjs", ()),
        (".markdownlint.mjs", ()),
    ),
    "html-validate": (
        (".htmlvalidate.json", ()),
        *((f".htmlvalidate{suffix}", ()) for suffix in (".js", ".cjs", ".mjs")),
    ),
    "htmlhint": ((".htmlhintrc", ()),),
    "remark-lint": (
        (".remarkrc", ()),
        (".remarkrc.json", ()),
        (".remarkrc.yml", ()),
        (".remarkrc.yaml", ()),
        (_PACKAGE, ("remarkConfig",)),
        *((f".remarkrc{suffix}", ()) for suffix in (".js", ".cjs", ".mjs")),
    ),
    "rumdl": (
        (".rumdl.toml", ()),
        ("rumdl.toml", ()),
        (".config/rumdl.toml", ()),
        ("pyproject.toml", ("tool", "rumdl")),
    ),
}
"""The files of each linter, with the path of its settings in them; programs come last."""


def _parsed(file: Path, root: Path | None) -> Any:
    try:
        text = read_settings(file, root).decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"cannot be read: {reason(error)}", file.name) from error
    except UnicodeDecodeError as error:
        raise ConfigError("invalid UTF-8", file.name) from error
    try:
        if file.suffix == ".toml":
            import tomllib

            return tomllib.loads(text)
        if file.suffix in (".yaml", ".yml"):
            return _yaml(text)
        try:
            return json.loads(_JSON_EXTRAS.sub(_without, text))
        except ValueError:
            # Files without extension may be YAML.
            if file.suffix in (".json", ".jsonc"):
                raise
            return _yaml(text)
    except (ValueError, RecursionError) as error:
        said = " ".join(said_by(error).split())
        raise ConfigError(f"cannot be parsed: {said}", file.name) from error


def _yaml(text: str) -> Any:
    import yaml

    try:
        return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def _without(match: re.Match[str]) -> str:
    return match[0] if match[0].startswith('"') else " "


# --- what the settings mean


def _markdownlint(file: str, data: Mapping[str, Any]) -> Settings:
    notes = []
    exclude: list[str] = []
    rules = data
    if "markdownlint-cli2" in file:
        rules = data.get("config") or {}
        exclude = _strings(data.get("ignores"))
        notes += [f"`{key}` is not read" for key in data if key not in ("config", "ignores")]
        if not isinstance(rules, Mapping):
            rules = {}
    found = _rules(
        {k: v for k, v in rules.items() if k not in ("default", "extends", "$schema")}, str.lower
    )
    if rules.get("extends"):
        notes.append(f"`extends`: `{rules['extends']}` is not read")
    is_off = rules.get("default") is False
    return Settings(file, *found, is_off, exclude, notes)


def _html_validate(file: str, data: Mapping[str, Any]) -> Settings:
    rules = data.get("rules")
    extends = data.get("extends")
    notes = [f"`{key}` is not read" for key in data if key not in ("rules", "$schema", "extends")]
    notes += [f"`extends`: `{name}` is not read" for name in _strings(extends)]
    found = _rules(rules if isinstance(rules, Mapping) else {}, str)
    return Settings(file, *found, extends == [], [], notes)


def _htmlhint(file: str, data: Mapping[str, Any]) -> Settings:
    # Rules that the file does not name are off.
    return Settings(file, *_rules(data, str), True, [], [])


def _remark_lint(file: str, data: Mapping[str, Any]) -> Settings:
    given = data.get("plugins")
    pairs: list[tuple[str, Any]] = []
    if isinstance(given, Mapping):
        pairs = [(str(name), value) for name, value in given.items()]
    for item in given if isinstance(given, list) else []:
        if isinstance(item, str):
            pairs.append((item, True))
        elif isinstance(item, list) and item and isinstance(item[0], str):
            pairs.append((item[0], item[1] if len(item) > 1 else True))
    rules, notes = {}, []
    for name, value in pairs:
        short = name.removeprefix("remark-")
        if short.startswith("lint-"):
            rules[short] = value
        elif short.startswith("preset-"):
            notes.append(f"preset `{name}` is not read; contentlint has its own recommended rules")
        else:
            notes.append(f"plugin `{name}` has no counterpart")
    # Without a preset, rules that the file does not name are off.
    has_preset = any("preset-" in name for name, _ in pairs)
    return Settings(file, *_rules(rules, str), not has_preset, [], notes)


def _rumdl(file: str, data: Mapping[str, Any]) -> Settings:
    general = data.get("global")
    general = general if isinstance(general, Mapping) else {}
    lists = {
        key: _strings(general.get(key, data.get(key))) for key in ("disable", "enable", "exclude")
    }
    rules: dict[str, Any] = dict.fromkeys(map(str.lower, lists["enable"]), True)
    sections = {k: v for k, v in data.items() if isinstance(v, Mapping) and k != "global"}
    rules |= {str(name).lower(): value for name, value in sections.items()}
    rules |= dict.fromkeys(map(str.lower, lists["disable"]), False)
    found = _rules(rules, str.lower)
    read_keys = {"disable", "enable", "exclude"}
    notes = [f"`{key}` is not read" for key in general if key not in read_keys]
    return Settings(file, *found, bool(lists["enable"]), lists["exclude"], notes)


_READERS: Mapping[str, Callable[[str, Mapping[str, Any]], Settings]] = {
    "markdownlint": _markdownlint,
    "html-validate": _html_validate,
    "htmlhint": _htmlhint,
    "remark-lint": _remark_lint,
    "rumdl": _rumdl,
}


def _rules(
    data: Mapping[Any, Any], name_of: Callable[[str], str]
) -> tuple[dict[str, str], set[str]]:
    """The state of each rule, and the rules with options."""
    states: dict[str, str] = {}
    with_options = set()
    for key, value in data.items():
        name = name_of(str(key))
        states[name], has_options = _state(value)
        if has_options:
            with_options.add(name)
    return states, with_options


_WORDS = {
    "off": _OFF,
    "error": "error",
    "warn": "warning",
    "warning": "warning",
    "info": "info",
    "on": _ON,
}
_NUMBERS = {0: _OFF, 1: "warning", 2: "error"}


def _state(value: Any) -> tuple[str, bool]:
    """What the value of a rule means, and whether it has options."""
    if value is None or value is False:
        return _OFF, False
    if value is True:
        return _ON, False
    if isinstance(value, str):
        return _WORDS.get(value, _ON), value not in _WORDS
    if isinstance(value, int):
        return _NUMBERS.get(value, _ON), value not in _NUMBERS
    if isinstance(value, list) and value:
        state, has_options = _state(value[0])
        return state, has_options or len(value) > 1
    if isinstance(value, Mapping):
        if value.get("enabled") is False:
            return _OFF, False
        own = {key: inner for key, inner in value.items() if key not in ("severity", "enabled")}
        return _WORDS.get(str(value.get("severity")), _ON), bool(own)
    return _ON, True


def _strings(value: Any) -> list[str]:
    found: Iterator[Any] = iter([value] if isinstance(value, str) else value or ())
    return [item for item in found if isinstance(item, str)]

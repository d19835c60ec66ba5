"""What a configuration file says, once it is checked: plain values.

`config_file` checks a file, for which it needs Pydantic and the rules. A file that was checked
before and has not changed is taken from what was remembered, without either.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol

from contentlint import renames
from contentlint.core.finding import Severity
from contentlint.core.reading import read_settings

FILE_NAME = "contentlint.toml"
COMMAND_LINE = "--config"
"""What settings of the command line are called as an origin."""

Key = tuple[str | int, ...]

RENAMED: dict[str, Key] = {
    "max-file-size": ("limits", "file-size"),
    "max-depth": ("limits", "depth"),
    "max-findings-per-file": ("limits", "findings"),
    "time-per-file": ("limits", "seconds"),
}
"""Old keys, which are read for one release, with what they are called now."""


class Memory(Protocol):
    """Texts that were made in another run."""

    def remembered(self, parts: tuple[bytes, ...], make: Callable[[], str]) -> str:
        """A text that was made before from the same parts by this version, or is made now."""


@dataclass(frozen=True)
class Collection:
    """Files that one schema holds for."""

    name: str
    include: list[str]
    exclude: list[str]
    schema_: str | None


@dataclass(frozen=True)
class RuleSetting:
    """What is said of a rule: its severity, its options, or both."""

    severity: Severity | Literal["off"] | None = None
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Override:
    """Other settings for some paths."""

    paths: list[str]
    rules: dict[str, RuleSetting]


class Renamed(NamedTuple):
    """An old name of a rule or of an option: where it is, and what it is called now."""

    key: Key
    old: str
    new: str


@dataclass(frozen=True)
class Settings:
    """All keys of a configuration file.

    Args:
        said: which of the others the file says; the rest has no meaning.
        limits: those that the file says, by key, those said by an old key included.
        deprecated: the old keys that it has.
        renamed: the old names of rules and options that it has.
    """

    said: frozenset[str] = frozenset()
    preset: str = "recommended"
    fail_on: str = "error"
    confidence: str = "high"
    exclude: list[str] = field(default_factory=list)
    baseline: str | None = None
    credits: str | None = None
    credit_keys: list[str] = field(default_factory=list)
    generator: str | None = None
    schema_: str | None = None
    inline_schemas: bool = False
    collections: list[Collection] = field(default_factory=list)
    rules: dict[str, RuleSetting] = field(default_factory=dict)
    overrides: list[Override] = field(default_factory=list)
    extend_safe_fixes: list[str] = field(default_factory=list)
    extend_unsafe_fixes: list[str] = field(default_factory=list)
    limits: dict[str, float] = field(default_factory=dict)
    deprecated: list[str] = field(default_factory=list)
    renamed: list[Renamed] = field(default_factory=list)
    follow_links: bool = False


@dataclass(frozen=True)
class ConfigFile:
    """A configuration file, or a line of TOML on the command line.

    Args:
        path: the file; None for the command line.
        shown: its name for people.
        settings: what it says, checked.
        lines: the line (from 1) of every key, by path from the top of its settings.
    """

    path: Path | None
    shown: str
    settings: Settings
    lines: Mapping[Key, int]

    @property
    def deprecated(self) -> Iterator[str]:
        """A line for each old key that it has."""
        for old in self.settings.deprecated:
            new = ".".join(map(str, RENAMED[old]))
            yield f"{self.origin(old)}: {renames.deprecation(old, new)}"
        for each in self.settings.renamed:
            yield f"{self.origin(*each.key)}: {renames.deprecation(each.old, each.new)}"

    def origin(self, *key: str | int) -> str:
        """Where a key stands, for people: `contentlint.toml:12`."""
        line = self.lines.get(key)
        return self.shown if line is None or self.path is None else f"{self.shown}:{line}"


class Place(NamedTuple):
    """Where settings stand: a file, and the table in it that is ours."""

    file: Path
    table: tuple[str, ...] = ()


def place_in(folder: Path, root: Path | None) -> Place | None:
    """Where the settings of a folder stand; None: it has none.

    Args:
        folder: the folder.
        root: as for `read_settings`.

    Raises:
        OSError: it has a `pyproject.toml` that cannot be read, so that nobody knows.
    """
    # What has the name and is no file is told when it is read.
    own = folder / FILE_NAME
    if _is_there(own):
        return Place(own)
    project = folder / "pyproject.toml"
    if _is_there(project) and b"[tool.contentlint" in read_settings(project, root):
        return Place(project, ("tool", "contentlint"))
    return None


def _is_there(file: Path) -> bool:
    """Whether there is something by this name that is no folder; a link may lead nowhere."""
    return os.path.lexists(file) and not file.is_dir()


def to_json(file: ConfigFile) -> str:
    """The settings of a file as JSON.

    Raises:
        TypeError: an option has a value that JSON does not know.
    """
    settings = file.settings
    data = dict(vars(settings))
    data["said"] = sorted(settings.said)
    data["collections"] = [vars(item) for item in settings.collections]
    data["rules"] = _rules_data(settings.rules)
    data["overrides"] = [[item.paths, _rules_data(item.rules)] for item in settings.overrides]
    return json.dumps([data, [[list(key), line] for key, line in file.lines.items()]])


def from_json(text: str, path: Path | None, shown: str) -> ConfigFile:
    """The opposite of `to_json`.

    Raises:
        ValueError, TypeError, KeyError: it is no such text.
    """
    data, lines = json.loads(text)
    data["said"] = frozenset(data["said"])
    data["collections"] = [Collection(**item) for item in data["collections"]]
    data["rules"] = _rules(data["rules"])
    data["overrides"] = [Override(paths, _rules(rules)) for paths, rules in data["overrides"]]
    data["renamed"] = [Renamed(tuple(key), old, new) for key, old, new in data["renamed"]]
    return ConfigFile(path, shown, Settings(**data), {tuple(key): line for key, line in lines})


def _rules_data(rules: Mapping[str, RuleSetting]) -> dict[str, Any]:
    return {name: [setting.severity, setting.options] for name, setting in rules.items()}


def _rules(data: Mapping[str, Any]) -> dict[str, RuleSetting]:
    return {
        name: RuleSetting(severity, {key: _frozen(value) for key, value in options.items()})
        for name, (severity, options) in data.items()
    }


def _frozen(value: Any) -> Any:
    """Lists as tuples, which is what options are."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value

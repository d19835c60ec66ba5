"""The settings of a validated configuration file: plain values.

`config.file` validates a file, for which it needs Pydantic and the rules. The settings of an
unchanged file that was validated before are cached, and need neither.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, Protocol

from contentlint import renames
from contentlint.core.finding import Severity
from contentlint.core.reading import read_settings
from contentlint.core.records import field, record
from contentlint.core.tuples import NamedTuple

FILE_NAME = "contentlint.toml"
SCHEMA_URL: str | None = None
"""The URL where the JSON Schema of configuration files is published; None: it is not yet."""
COMMAND_LINE = "--config"
"""The origin of settings from the command line."""

Key = tuple[str | int, ...]

RENAMED: dict[str, Key] = {
    "max-file-size": ("limits", "file-size"),
    "max-depth": ("limits", "depth"),
    "max-findings-per-file": ("limits", "findings"),
    "time-per-file": ("limits", "seconds"),
}
"""Deprecated keys, which are accepted for one release, with their new names."""


class Memory(Protocol):
    """Texts computed in earlier runs."""

    def remembered(
        self,
        parts: tuple[bytes, ...],
        make: Callable[[], str],
        holds: Callable[[str], bool] = bool,
    ) -> str:
        """The text that this version computed from the same parts, or a new one.

        Args:
            parts: what it depends on.
            make: computes it.
            holds: whether an earlier text still holds.
        """

    def recalled(self, parts: tuple[bytes, ...], holds: Callable[[str], bool]) -> str | None:
        """The text that this version computed from the same parts earlier; None: there is none."""


@record
class Collection:
    """A group of files with the same front matter schema."""

    name: str
    include: list[str]
    exclude: list[str]
    schema_: str | None


@record
class RuleSetting:
    """The settings of a rule: its severity, its options, or both."""

    severity: Severity | Literal["off"] | None = None
    options: dict[str, Any] = field(default_factory=dict)


@record
class Override:
    """Different rule settings for some paths."""

    paths: list[str]
    rules: dict[str, RuleSetting]


class Renamed(NamedTuple):
    """An old name of a rule or of an option: where it is, and what it is called now."""

    key: Key
    old: str
    new: str


@record
class Settings:
    """All keys of a configuration file.

    Args:
        present: the keys that the file sets; the values of the others have no meaning.
        limits: the limits that the file sets, by key, including those set by deprecated keys.
        online: the settings of `--online` that the file sets, by key.
        deprecated: the deprecated keys in the file.
        renamed: the deprecated names of rules and options in the file.
        checks: the ids of its checks.
    """

    present: frozenset[str] = frozenset()
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
    online: dict[str, Any] = field(default_factory=dict)
    deprecated: list[str] = field(default_factory=list)
    renamed: list[Renamed] = field(default_factory=list)
    follow_links: bool = False
    extends: list[str] = field(default_factory=list)
    plugins: dict[str, str | bool] = field(default_factory=dict)
    checks: list[str] = field(default_factory=list)


@record
class ConfigFile:
    """A configuration file, or a line of TOML on the command line.

    Args:
        path: the file; None for the command line.
        shown: its name in messages.
        settings: its validated settings.
        lines: the line (from 1) of every key, by its path from the top of the settings.
        package: the folder of the installed package that it belongs to, if another file extends it.
    """

    path: Path | None
    shown: str
    settings: Settings
    lines: Mapping[Key, int]
    package: Path | None = None

    @property
    def deprecated(self) -> Iterator[str]:
        """A warning for each deprecated key."""
        for old in self.settings.deprecated:
            new = ".".join(map(str, RENAMED[old]))
            yield f"{self.origin(old)}: {renames.deprecation(old, new)}"
        for each in self.settings.renamed:
            yield f"{self.origin(*each.key)}: {renames.deprecation(each.old, each.new)}"

    def origin(self, *key: str | int) -> str:
        """The location of a key, for messages: `contentlint.toml:12`."""
        line = self.lines.get(key)
        return self.shown if line is None or self.path is None else f"{self.shown}:{line}"


class Place(NamedTuple):
    """The location of settings: a file, and the path of the table in it."""

    file: Path
    table: tuple[str, ...] = ()


class Heading(NamedTuple):
    """The keys of one file.

    Args:
        extends: the files and packages that it extends, in ascending precedence.
        plugins: the folders of its plugins by name; True: an installed package, False: none.
        checks: its checks.
        lines: the lines of these keys, and of plugins and checks by name and number.
    """

    extends: list[str]
    plugins: dict[str, str | bool]
    checks: list[dict[str, Any]]
    lines: dict[str, int]


EMPTY = Heading([], {}, [], {})


def may_have_heading(data: bytes) -> bool:
    """Whether a file contains a key of a heading, without parsing it."""
    return b"extends" in data or b"plugins" in data or b"checks" in data


class Raw(NamedTuple):
    """Settings that are not validated yet.

    Args:
        place: the file; None for a line of TOML on the command line.
        data: its content.
        shown: its name in messages.
        base: the folder that files it names are relative to.
        root: the folder that must contain the files it names; None: any.
        heading: the keys that add rules and other files.
        is_extended: whether another file extends it.
        package: the folder of the installed package that it belongs to.
    """

    place: Place | None
    data: bytes
    shown: str
    base: Path
    root: Path | None
    heading: Heading
    is_extended: bool = False
    package: Path | None = None

    def line(self, key: str) -> str:
        """Where a key of its heading is, as `contentlint.toml:3`."""
        line = self.heading.lines.get(key)
        return self.shown if line is None or self.place is None else f"{self.shown}:{line}"


def place_in(folder: Path, root_of: Callable[[Path], Path | None]) -> Place | None:
    """The location of a folder's settings; None if it has none.

    Args:
        folder: the folder.
        root_of: returns the `root` of `read_settings` for it.

    Raises:
        OSError: its `pyproject.toml` cannot be read.
    """
    # If the name is not a regular file, reading it reports the error.
    own = folder / FILE_NAME
    if _is_there(own):
        return Place(own)
    project = folder / "pyproject.toml"
    if _is_there(project) and b"[tool.contentlint" in read_settings(project, root_of(folder)):
        return Place(project, ("tool", "contentlint"))
    return None


def _is_there(file: Path) -> bool:
    """Whether the path exists and is not a folder; broken links count."""
    return os.path.lexists(file) and not file.is_dir()


def to_json(file: ConfigFile) -> str:
    """The settings of a file as JSON.

    Raises:
        TypeError: JSON cannot represent the value of an option.
    """
    settings = file.settings
    data = dict(vars(settings))
    data["present"] = sorted(settings.present)
    data["collections"] = [vars(item) for item in settings.collections]
    data["rules"] = _rules_data(settings.rules)
    data["overrides"] = [[item.paths, _rules_data(item.rules)] for item in settings.overrides]
    return json.dumps([data, [[list(key), line] for key, line in file.lines.items()]])


def from_json(text: str, path: Path | None, shown: str) -> ConfigFile:
    """The opposite of `to_json`.

    Raises:
        ValueError, TypeError, KeyError: the text was not written by `to_json`.
    """
    data, lines = json.loads(text)
    data["present"] = frozenset(data["present"])
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


def as_toml(value: object) -> str:
    """A value as in TOML, for display."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (tuple, frozenset)):
        return f"[{', '.join(map(as_toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _frozen(value: Any) -> Any:
    """A value with its lists as tuples, the type of list options."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value

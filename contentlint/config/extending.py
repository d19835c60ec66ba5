"""Configuration files that extend others: the chain of files, and the rules that they add.

A file that is extended has lower precedence than the one that names it. Files that it names are
relative to its own folder; patterns are relative to the folder of the file that extends it, since
they are about the articles there.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.machinery import PathFinder
from pathlib import Path

from contentlint.config.heading import from_json, heading, to_json
from contentlint.config.settings import (
    EMPTY,
    FILE_NAME,
    ConfigFile,
    Heading,
    Memory,
    Place,
    Raw,
    may_have_heading,
)
from contentlint.core.errors import ConfigError
from contentlint.core.reading import read_settings, reason
from contentlint.core.records import replace
from contentlint.schema.references import is_json_schema

# Maximum number of files in a chain.
_MOST_FILES = 50


class Chain:
    """Reads files together with those that they extend.

    Args:
        shown: returns a file's name in messages.
        memory: results of earlier runs.
    """

    def __init__(self, shown: Callable[[Path], str], memory: Memory | None) -> None:
        self._shown = shown
        self._memory = memory

    def complete(self, raw: Raw) -> list[Raw]:
        """A file and those that it extends, in ascending precedence.

        Raises:
            ConfigError: one of them cannot be read, or they extend each other.
        """
        raw = raw._replace(heading=self._heading(raw.data, raw.place.table if raw.place else ()))
        return [*self._extended(raw, [raw]), raw]

    def _read(self, place: Place, root: Path | None, shown: str, *, is_extended: bool) -> Raw:
        try:
            data = read_settings(place.file, root)
        except FileNotFoundError as error:
            raise ConfigError("not found", shown) from error
        except OSError as error:
            raise ConfigError(f"cannot be read: {reason(error)}", shown) from error
        found = self._heading(data, place.table)
        return Raw(place, data, shown, place.file.parent, root, found, is_extended)

    def _heading(self, data: bytes, table: tuple[str, ...]) -> Heading:
        if not may_have_heading(data):
            return EMPTY
        if self._memory is None:
            return heading(data, table)
        parts = (b"heading", ".".join(table).encode(), data)
        try:
            return from_json(self._memory.remembered(parts, lambda: to_json(heading(data, table))))
        except (ValueError, TypeError):
            return heading(data, table)

    def _extended(self, raw: Raw, open_files: list[Raw]) -> Iterator[Raw]:
        """The files that a file extends, and those that these extend."""
        for name in raw.heading.extends:
            place, root, shown = self._place(name, raw)
            cycle = [each.shown for each in open_files if each.place == place]
            if cycle:
                names = [each.shown for each in open_files]
                way = " → ".join([*names[names.index(cycle[0]) :], cycle[0]])
                raise ConfigError(f"`extends`: cycle: {way}", raw.line("extends"))
            if len(open_files) > _MOST_FILES:
                raise ConfigError(f"`extends`: more than {_MOST_FILES} files", raw.line("extends"))
            try:
                found = self._read(place, root, shown, is_extended=True)
                if root is not raw.root:
                    found = found._replace(package=root)
                elif raw.package is not None:
                    found = found._replace(package=raw.package)
            except ConfigError as error:
                said = str(error).removeprefix(f"{shown}: ")
                raise ConfigError(f"`extends`: `{name}` {said}", raw.line("extends")) from error
            yield from self._extended(found, [*open_files, found])
            yield found

    def _place(self, name: str, raw: Raw) -> tuple[Place, Path | None, str]:
        """The file that an entry of `extends` names, the folder for its files, and its name."""
        where = raw.line("extends")
        if name.endswith(".toml") or "/" in name or name.startswith("."):
            file = Path(os.path.normpath(raw.base / name))
            if file.is_dir():
                file /= FILE_NAME
            table = ("tool", "contentlint") if file.name == "pyproject.toml" else ()
            return Place(file, table), raw.root, self._shown(file)
        package = name.replace("-", "_")
        folder = _folder_of(package) if package.isidentifier() else None
        if folder is None or not (folder / FILE_NAME).is_file():
            what = f"an installed package with a `{FILE_NAME}`"
            raise ConfigError(
                f"`extends`: `{name}` is neither a file nor {what}; for a file, write `./{name}`",
                where,
            )
        return Place(folder / FILE_NAME), folder, f"{package}/{FILE_NAME}"


def _folder_of(package: str) -> Path | None:
    """The folder of an installed package; nothing is imported.

    The working directory, which `python -m` puts first, is not searched.
    """
    here = os.getcwd()  # noqa: PTH109
    path = [p for p in sys.path if p and os.path.abspath(p) != here]  # noqa: PTH100
    try:
        spec = PathFinder.find_spec(package, path)
    except (ImportError, ValueError):
        return None
    for folder in (spec.submodule_search_locations or ()) if spec is not None else ():
        return Path(folder)
    return None


def with_own_paths(file: ConfigFile, raw: Raw) -> ConfigFile:
    """The settings of an extended file, with absolute paths instead of relative ones."""
    settings, base = file.settings, raw.base

    def schema(reference: str | None) -> str | None:
        if reference is None:
            return None
        source = reference.rpartition(":")[0] or reference
        is_file = is_json_schema(reference) or source.endswith(".py")
        return os.path.normpath(base / reference) if is_file else reference

    def named(name: str | None) -> str | None:
        return os.path.normpath(base / name) if name else name

    collections = [replace(c, schema_=schema(c.schema_)) for c in settings.collections]
    changed = replace(
        settings,
        schema_=schema(settings.schema_),
        baseline=named(settings.baseline),
        credits=named(settings.credits),
        collections=collections,
    )
    return replace(file, settings=changed, package=raw.package)


def extra_of(
    raws: Sequence[Raw], shown: Callable[[Path], str], memory: Memory | None, *, is_on: bool
) -> str:
    """The token of the rules that files add; empty if they add none.

    Args:
        raws: the files, in ascending precedence.
        shown: returns a file's name in messages.
        memory: results of earlier runs.
        is_on: whether plugins are allowed; if not, only their ids are known.

    Raises:
        ConfigError: a plugin cannot be read.
    """
    from contentlint import registry
    from contentlint.plugins.declared import Declared
    from contentlint.plugins.folders import Plugin, package_of
    from contentlint.plugins.loading import PluginSet

    plugins: dict[str, Plugin] = {}
    checks: list[Declared] = []
    for raw in raws:
        for name, value in raw.heading.plugins.items():
            plugins.pop(name, None)
            where = raw.line(name)
            if value is True:
                plugins[name] = package_of(name, where)
            elif value:
                folder = Path(os.path.normpath(raw.base / value))
                plugins[name] = Plugin(name, folder, raw.root, "", shown(folder), where)
        for number, check in enumerate(raw.heading.checks):
            data = json.dumps(check, default=str, ensure_ascii=False)
            checks.append(Declared(check["id"], raw.line(f"checks.{number}"), data))
    if not plugins and not checks:
        return ""
    extra = PluginSet(
        list(plugins.values()), checks, None if memory is None else memory.remembered, is_on=is_on
    )
    registry.add(extra)
    return extra.token

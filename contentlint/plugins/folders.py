"""The folder of a plugin: which rules it has, and the state of its files; nothing is imported.

A plugin may import and read any file of its folder, and no other module of the site, so the content
of these files is all that its rules depend on.
"""

import os
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path

from contentlint.core.errors import ConfigError
from contentlint.core.patterns import lazy
from contentlint.core.reading import read_settings, reason
from contentlint.core.tuples import NamedTuple

GROUP = "contentlint.rules"
"""The group of entry points of packages with rules."""

MODULE = lazy(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
"""The name of a module that is a rule, without `.py`."""
NAME = lazy(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""The name of a category or a rule."""

_MOST_FILES = 2000


class Plugin(NamedTuple):
    """A folder of modules that are rules.

    Args:
        name: the category of its rules.
        folder: absolute.
        root: the folder that must contain all files, links resolved; None: any.
        package: the package that the modules belong to; empty: a folder of the site.
        shown: the folder in messages.
        place: where the configuration names it, as `contentlint.toml:3`.
    """

    name: str
    folder: Path
    root: Path | None
    package: str
    shown: str
    place: str

    def error(self, message: str, file: str = "", line: int | None = None) -> ConfigError:
        """An error in one of its files; without a file, where the configuration names it."""
        return ConfigError(message, f"{self.shown}/{file}" if file else self.place, line)

    def rules(self) -> Iterator[tuple[str, str]]:
        """The id and the module of each rule.

        Raises:
            ConfigError: the folder cannot be read, or a file name cannot be that of a rule.
        """
        try:
            names = sorted(os.listdir(self.folder))  # noqa: PTH208
        except OSError as error:
            if isinstance(error, FileNotFoundError):
                raise self.error(
                    f"plugin `{self.name}`: folder `{self.shown}` not found"
                ) from error
            said = f"plugin `{self.name}`: `{self.shown}` cannot be read: {reason(error)}"
            raise self.error(said) from error
        for name in names:
            if name.endswith(".py") and name[0] != "_":
                stem = name[:-3]
                if not MODULE.fullmatch(stem):
                    said = "file name of a rule must be lower-case words joined by `_`"
                    raise self.error(f"{said}, such as `no_shouting.py`", name)
                yield f"{self.name}/{stem.replace('_', '-')}", stem

    def content(self) -> Iterator[bytes]:
        """The names and contents of its files.

        Raises:
            ConfigError: a file cannot be read, or there are too many.
        """
        files = self.files()
        if len(files) > _MOST_FILES:
            said = f"plugin `{self.name}`: folder has {len(files):,} files, limit {_MOST_FILES:,}"
            raise self.error(said)
        for file in files:
            name = os.path.relpath(file, self.folder)
            try:
                data = read_settings(Path(file), self.root)
            except OSError as error:
                raise self.error(f"cannot be read: {reason(error)}", name) from error
            yield os.fsencode(name)
            yield data

    def files(self) -> list[str]:
        """The paths of its files, sorted."""
        return sorted(self._files(str(self.folder), 0))

    def _files(self, folder: str, depth: int) -> Iterator[str]:
        try:
            entries = list(os.scandir(folder))
        except OSError:
            return
        for entry in entries:
            if entry.name.startswith(".") or entry.name == "__pycache__":
                continue
            if entry.is_dir():
                if depth < 10:
                    yield from self._files(entry.path, depth + 1)
            else:
                yield entry.path


def package_of(name: str, place: str) -> Plugin:
    """The plugin of an installed package, by the name of its entry point.

    Args:
        name: the name of the entry point, and of the category.
        place: as in `Plugin`.

    Raises:
        ConfigError: no installed package has it.
    """
    from importlib.metadata import entry_points

    found = {entry.value for entry in entry_points(group=GROUP, name=name)}
    if not found:
        said = f"plugin `{name}`: no installed package has the entry point `{name}` in `{GROUP}`"
        raise ConfigError(said, place)
    if len(found) > 1:
        both = " and ".join(f"`{value}`" for value in sorted(found))
        raise ConfigError(
            f"plugin `{name}`: entry point is defined by several packages: {both}", place
        )
    [module] = found
    spec = located(module)
    folder = next(iter(spec.submodule_search_locations or ()), None) if spec else None
    if folder is None:
        said = f"plugin `{name}`: entry point `{module}` is not a package with modules"
        raise ConfigError(said, place)
    return Plugin(name, Path(folder), None, module, module.replace(".", "/"), place)


def located(module: str) -> ModuleSpec | None:
    """Where a module is installed; unlike `importlib.util.find_spec`, imports no parent package."""
    path, spec, name = None, None, ""
    for part in module.split("."):
        name = f"{name}.{part}" if name else part
        spec = None
        for finder in sys.meta_path:
            find = getattr(finder, "find_spec", None)
            spec = find(name, path) if find is not None else None
            if spec is not None:
                break
        if spec is None:
            return None
        path = list(spec.submodule_search_locations or ())
    return spec

"""Import the Python files of a site that its schemas consist of.

A schema file may import files beside it (`import desks`, `from .desks import Desk`) and modules
below the folder of the configuration (`from schemas.desks import Desk`), with or without
`__init__.py`. Each site has a namespace of its own: its modules are loaded under a unique name,
and the plain names are aliases that exist only while a schema is loaded, so that two sites can both
have a `desks.py`. No module of Python's standard library or of contentlint can be replaced.
"""

import importlib
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

from contentlint.core.digests import blake2b
from contentlint.core.patterns import lazy
from contentlint.schema.sources import OWN_LIBRARIES, PREFIX, Origin, Recorder, schema_data, state

_NAMESPACE = lazy(rf"{PREFIX}[0-9a-f]{{16}}(?:\.|__)")
_RESERVED = sys.stdlib_module_names | OWN_LIBRARIES


class SiteImports:
    """Context manager that makes the modules of a site importable while a schema is loaded.

    Args:
        base: the folder of the configuration.
        beside: the folder of the schema file, whose modules come first.
        root: as for `schema_data`: the folder that must contain every file; None: any.
        recorder: records the folders in which modules are searched for.
    """

    def __init__(self, base: Path, beside: Path, root: Path | None, recorder: Recorder) -> None:
        self._finder = _Finder(_distinct((beside, base)), base, root, recorder)
        self._writes_bytecode = sys.dont_write_bytecode
        hidden = set(self._finder.loaded_names())
        # Modules of the same names that are loaded already; importlib would not look further.
        self._aside = {
            name: module for name, module in sys.modules.items() if name.partition(".")[0] in hidden
        }

    def __enter__(self) -> "SiteImports":
        sys.dont_write_bytecode = True  # also for modules on paths that the schema adds
        for name in self._aside:
            del sys.modules[name]
        sys.meta_path.insert(0, self._finder)
        return self

    def __exit__(self, *_: object) -> None:
        sys.meta_path.remove(self._finder)
        sys.dont_write_bytecode = self._writes_bytecode
        for alias in self._finder.aliases:
            sys.modules.pop(alias, None)
        sys.modules.update(self._aside)

    def load(self, file: Path) -> ModuleType:
        """The module of a schema file."""
        return importlib.import_module(self._finder.name_of_file(file))

    def modules(self) -> list[ModuleType]:
        """The loaded modules of the site, also those of its other schemas."""
        spaces = {self._finder.name_of(folder).partition(".")[0] for folder in self._finder.folders}
        return [
            module
            for name, module in sys.modules.items()
            if name.partition(".")[0] in spaces and getattr(module, "__file__", None)
        ]


# The loaded files of sites by the name of their module, with their states.
_states: dict[str, tuple[Origin, bytes]] = {}
_files: set[str] = set()


def forget_changed() -> None:
    """Forget the modules of every site in which a loaded file has changed."""
    changed = {name for name, (origin, before) in _states.items() if state(origin) != before}
    _forget({name.partition(".")[0] for name in changed})


def forget_site(*folders: Path) -> None:
    """Forget the modules below folders, as some of them failed to load."""
    _forget({_namespace(folder) for folder in folders})


def _forget(spaces: set[str]) -> None:
    for known in (sys.modules, _states):
        for name in [name for name in known if name.partition(".")[0] in spaces]:
            del known[name]


def without_namespace(text: str) -> str:
    """A text with the names of modules as the site has them."""
    return _NAMESPACE.sub("", text)


def loaded_files() -> set[str]:
    """The files of all sites that have been loaded, also those that failed."""
    return set(_files)


class _Finder(MetaPathFinder):
    """Finds modules in the folders of a site.

    Args:
        folders: the folders that plain names are searched for in.
        base, root, recorder: as for `SiteImports`.
    """

    def __init__(
        self, folders: Sequence[Path], base: Path, root: Path | None, recorder: Recorder
    ) -> None:
        self.folders = folders
        self._base = base
        self._root = root
        self._recorder = recorder
        # The plain names of this load, with the unique names of their modules.
        self.aliases: dict[str, str] = {}
        # Files whose names are not those of their modules.
        self._files: dict[str, Path] = {}

    def loaded_names(self) -> Iterator[str]:
        """The names of loaded modules that the site has as well."""
        for folder in self.folders:
            with suppress(OSError):
                found = {entry.name.removesuffix(".py") for entry in os.scandir(folder)}
                for name in found.intersection(sys.modules) - _RESERVED:
                    if self.local(name, folder) is not None:
                        yield name

    def name_of_file(self, file: Path) -> str:
        """The unique name of the module of a schema file."""
        tail = file.stem.replace(".", "_")
        name = f"{self.name_of(file.parent)}.{tail}"
        self._files[name] = file
        return name

    def name_of(self, folder: Path) -> str:
        """The unique name of a folder, as a package; adds its namespace to the loaded modules."""
        base, parts = self._base, _parts(folder, self._base)
        if parts is None:
            base, parts = folder, ()
        namespace = _namespace(base)
        if namespace not in sys.modules:
            module = sys.modules[namespace] = ModuleType(namespace)
            module.__path__ = [str(base)]
        return ".".join((namespace, *parts))

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module of a name; None if it is not part of the site."""
        parent, _, tail = fullname.rpartition(".")
        if fullname.startswith(PREFIX):
            file = self._files.get(fullname)
            if file is not None:
                return self._spec(fullname, file)
            folders = [Path(folder) for folder in path or ()]
            return next(self._specs(fullname, tail, folders), None)
        if parent:
            real = self.aliases.get(parent)
            return self._alias(fullname, f"{real}.{tail}") if real else None
        if tail in _RESERVED:
            return None
        for folder in self.folders:
            self._recorder.note("modules", str(folder))
            if (real := self.local(tail, folder)) is not None:
                return self._alias(fullname, real)
        return None

    def local(self, tail: str, folder: Path) -> str | None:
        """The unique name of a module in a folder; None if the folder does not have it."""
        real = f"{self.name_of(folder)}.{tail}"
        found = next(self._specs(real, tail, [folder]), None)
        # A folder without `__init__.py` must not hide an installed package.
        is_own = found is not None and (found.loader is not None or not _is_installed(tail))
        return real if is_own else None

    def _specs(self, name: str, tail: str, folders: Sequence[Path]) -> Iterator[ModuleSpec]:
        """The module, package or folder with a name in each folder."""
        for folder in folders:
            if (folder / tail / "__init__.py").is_file():
                yield self._spec(name, folder / tail / "__init__.py", folder / tail)
            elif (folder / f"{tail}.py").is_file():
                yield self._spec(name, folder / f"{tail}.py")
            elif (folder / tail).is_dir():
                spec = ModuleSpec(name, None, is_package=True)
                spec.submodule_search_locations = [str(folder / tail)]
                yield spec

    def _spec(self, name: str, file: Path, package: Path | None = None) -> ModuleSpec:
        loader = _Loader(name, file, self._root)
        spec = ModuleSpec(name, loader, origin=str(file), is_package=package is not None)
        spec.has_location = True
        if package is not None:
            spec.submodule_search_locations = [str(package)]
        return spec

    def _alias(self, name: str, real: str) -> ModuleSpec:
        self.aliases[name] = real
        return ModuleSpec(name, _Alias(real), is_package=True)


class _Loader(SourceFileLoader):
    """Compiles a file of a site: exactly the bytes that are read, never a cached module."""

    def __init__(self, name: str, file: Path, root: Path | None) -> None:
        super().__init__(name, str(file))
        self._root = root

    def get_code(self, fullname: str) -> CodeType:
        data = schema_data(Path(self.path), self._root)
        origin = Origin("file", self.path)
        _states[fullname] = origin, state(origin)
        _files.add(self.path)
        code: CodeType = self.source_to_code(data, self.path)
        return code


class _Alias(Loader):
    """Gives a module a second name."""

    def __init__(self, real: str) -> None:
        self._real = real

    def exec_module(self, module: ModuleType) -> None:
        """Replace the empty module of the alias; importlib returns the replacement."""
        sys.modules[module.__name__] = importlib.import_module(self._real)


def _namespace(base: Path) -> str:
    digest = blake2b(str(base.resolve()).encode("utf-8", "surrogatepass"), digest_size=8)
    return f"{PREFIX}{digest.hexdigest()}"


def _parts(folder: Path, base: Path) -> tuple[str, ...] | None:
    """The names of the folders below the base; None if they cannot be names of packages."""
    try:
        parts = folder.resolve().relative_to(base.resolve()).parts
    except ValueError:
        return None
    return None if any("." in part for part in parts) else parts


def _distinct(folders: tuple[Path, ...]) -> list[Path]:
    return list({folder.resolve(): folder for folder in folders}.values())


def _is_installed(name: str) -> bool:
    """Whether Python finds a module or a package with an `__init__.py` elsewhere."""
    try:
        spec = PathFinder.find_spec(name)
    except (ImportError, ValueError):
        return False
    return spec is not None and spec.origin is not None

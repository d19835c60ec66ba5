"""The origins of a schema: the files that were read while it was loaded.

Cached findings are valid as long as these do not change. For a JSON Schema they are the files that
the loader read. Python code can import and open any file, so everything is recorded: modules from
`sys.modules`, other files and folder listings by an audit hook (PEP 578). Files that are read
later, when an article is checked, are declared by the module, relative to its folder:

    DEPENDS = ("desks.txt", "people/*.toml")
"""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from contentlint.core.digests import blake2b
from contentlint.core.errors import SchemaError
from contentlint.core.patterns import lazy
from contentlint.core.reading import TooLarge, read_file, read_settings, reason
from contentlint.core.tuples import NamedTuple

PREFIX = "_contentlint_schema_"
"""Prefix for the names of modules of schema files."""

NAMES = "DEPENDS"
"""Variable of a module for the files that it reads when an article is checked."""

# A larger file is identified by its size and modification time.
_MAX_BYTES = 64 * 2**20
_MAX_MATCHES = 10_000
_PACKAGES = ("site-packages", "dist-packages")
# The libraries of contentlint itself, whose versions are part of every cache key.
OWN_LIBRARIES = frozenset(
    "annotated_types bs4 contentlint frontmatter jsonschema_rs markdown_it pathspec pydantic "
    "pydantic_core pyromark soupsieve turbohtml typing_extensions typing_inspection yaml".split()
)
_SYSTEM = ("/dev/", "/proc/", "/sys/")
# Code that looks for modules and installed packages, which are recorded in other ways.
_IMPORTING = lazy(r"^<frozen importlib|[/\\]importlib[/\\]|[/\\]zipfile")

Kind = Literal["file", "folder", "modules", "pattern"]


class Origin(NamedTuple):
    """A file or folder that a schema depends on.

    Args:
        kind: `file` depends on its content, `folder` on the names in it, `modules` on the names
            in it that can be imported, `pattern` on the matching files and their content.
        path: absolute path; it may not exist.
    """

    kind: Kind
    path: str


def schema_data(file: Path, root: Path | None) -> bytes:
    """The content of a schema file; arguments as for `read_settings`.

    Raises:
        SchemaError: the file cannot be read, or is outside `root`.
    """
    try:
        return read_settings(file, root)
    except FileNotFoundError as error:
        raise SchemaError("schema not found", str(file)) from error
    except OSError as error:
        raise SchemaError(f"schema cannot be read: {reason(error)}", str(file)) from error


def state(origin: Origin) -> bytes:
    """A digest of its state; empty if it does not exist."""
    kind, path = origin
    if kind == "file":
        return _content(path)
    if kind == "pattern":
        from glob import glob  # few schemas have patterns, and every run needs this function

        found = sorted(glob(path, recursive=True))[:_MAX_MATCHES]  # noqa: PTH207  # absolute
        return _digest(part for name in found for part in (os.fsencode(name), _content(name)))
    try:
        with os.scandir(path) as entries:
            found = sorted(e.name for e in entries if kind == "folder" or _is_importable(e))
    except OSError:
        return b""
    return _digest(map(os.fsencode, found))


def _content(path: str) -> bytes:
    try:
        return _digest((read_file(Path(path), _MAX_BYTES),))
    except TooLarge:
        found = Path(path).stat()
        return f"{found.st_size}:{found.st_mtime_ns}".encode()
    except OSError:
        return b""


def _digest(parts: Iterable[bytes]) -> bytes:
    made = blake2b(digest_size=20)
    for part in parts:
        made.update(len(part).to_bytes(8, "little"))
        made.update(part)
    return made.digest()


def _is_importable(entry: "os.DirEntry[str]") -> bool:
    name = entry.name
    if name.endswith((".py", ".so", ".pyd")):
        return True
    return name.isidentifier() and os.path.exists(f"{entry.path}/__init__.py")  # noqa: PTH110


class Recorder:
    """Context manager that records what Python code reads; nested recorders are independent.

    Modules loaded by earlier recorders are not loaded again, so their origins count as well.
    """

    _running: "list[Recorder]" = []  # noqa: RUF012  # shared: there is one interpreter
    _earlier: "dict[Origin, None]" = {}  # noqa: RUF012
    _is_hooked = False

    def __init__(self) -> None:
        self._opened: dict[Origin, None] = {}
        self._before: frozenset[str] = frozenset()
        self._modules: list[ModuleType] = []

    def __enter__(self) -> "Recorder":
        self._before = frozenset(sys.modules)
        if not Recorder._is_hooked:
            Recorder._is_hooked = True
            sys.addaudithook(_audit)
        Recorder._running.append(self)
        return self

    def __exit__(self, *_: object) -> None:
        Recorder._running.remove(self)
        new = [module for name, module in list(sys.modules.items()) if name not in self._before]
        self._modules = [module for module in new if isinstance(module, ModuleType)]

    def note(self, kind: Kind, path: str) -> None:
        """Record something that was opened."""
        self._opened[Origin(kind, path)] = None

    def origins(self, entry: ModuleType, of_site: Iterable[ModuleType] = ()) -> tuple[Origin, ...]:
        """The recorded origins, sorted.

        Args:
            entry: the module of the schema.
            of_site: the loaded modules of its site, which an earlier recorder may have seen.

        Raises:
            SchemaError: `DEPENDS` is not a list of file names.
        """
        found = dict.fromkeys(origin for origin in self._opened if _is_relevant(origin.path))
        for module in self._modules:
            if module is not entry and not module.__name__.startswith(PREFIX):
                found.update(dict.fromkeys(_module_origins(module)))
        Recorder._earlier.update(found)
        own = dict.fromkeys((*_declared_origins(entry, must=True), *_folders()))
        for module in (entry, *of_site):
            own.update(dict.fromkeys(_module_origins(module)))
        return tuple(sorted({**Recorder._earlier, **own}))


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    """The audit hook; it cannot be removed, so it returns quickly if nothing is recording."""
    if not Recorder._running or event not in ("open", "os.listdir", "os.scandir"):
        return
    path = arguments[0]
    if isinstance(path, int) or _IMPORTING.search(sys._getframe(1).f_code.co_filename):
        return
    if event == "open" and arguments[2] & (os.O_WRONLY | os.O_CREAT):
        return
    try:
        place = os.path.abspath(os.fsdecode("." if path is None else path))  # noqa: PTH100
    except (TypeError, ValueError, OSError):
        return
    for recorder in Recorder._running:
        recorder.note("file" if event == "open" else "folder", place)


def _module_origins(module: ModuleType) -> Iterator[Origin]:
    """A module's file, its `DEPENDS`, and its folder, where another module could shadow it."""
    file = getattr(module, "__file__", None)
    if not isinstance(file, str) or not _is_relevant(file) or _is_library(module.__name__, file):
        return
    place = os.path.abspath(file)  # noqa: PTH100
    yield Origin("file", place)
    if not _is_installed(place):
        yield Origin("modules", os.path.dirname(place))  # noqa: PTH120
        yield from _declared_origins(module, must=False)


def _declared_origins(module: ModuleType, *, must: bool) -> Iterator[Origin]:
    declared = getattr(module, NAMES, ())
    file = getattr(module, "__file__", None) or ""
    names = [declared] if isinstance(declared, str) else declared
    if not isinstance(names, (tuple, list)) or not all(isinstance(name, str) for name in names):
        if must:
            raise SchemaError(f"`{NAMES}` must be a list of file names", file)
        return
    from glob import escape, has_magic

    folder = os.path.dirname(os.path.abspath(file))  # noqa: PTH100, PTH120
    for name in names:
        if has_magic(name):
            yield Origin("pattern", f"{escape(folder)}/{name}")
        else:
            yield Origin("file", os.path.normpath(f"{folder}/{name}"))


def _folders() -> Iterator[Origin]:
    """The folders that modules are imported from, except those of installed packages."""
    for folder in sys.path:
        place = os.path.abspath(folder)  # noqa: PTH100
        if os.path.isdir(place) and _is_relevant(place) and not _is_installed(f"{place}/"):  # noqa: PTH112
            yield Origin("modules", place)


def _is_relevant(path: str) -> bool:
    """Whether a path is relevant: not part of Python, a device, or package metadata."""
    path = f"{path}{os.sep}"
    if path.startswith(_SYSTEM) or "-info/" in path:
        return False
    if path.startswith(_python()):
        return _is_installed(path)
    return not path.startswith(_own_folders())


def _is_installed(path: str) -> bool:
    return any(f"{os.sep}{name}{os.sep}" in path for name in _PACKAGES)


def _is_library(name: str, file: str) -> bool:
    return name.partition(".")[0] in OWN_LIBRARIES and file.startswith(_libraries())


@cache
def _python() -> tuple[str, ...]:
    places = {os.path.dirname(os.path.abspath(os.__file__))}  # noqa: PTH100, PTH120
    return tuple(f"{place}{os.sep}" for place in {*places, *map(os.path.realpath, places)})


@cache
def _own_folders() -> tuple[str, ...]:
    package = Path(__file__).parents[1]
    return tuple(f"{folder}{os.sep}" for folder in (package, package.parent / "schemas"))


@cache
def _libraries() -> str:
    import pydantic

    return str(Path(pydantic.__file__).parents[1])

"""What a schema was made of: the files that were read while it was loaded.

What is found in articles holds as long as these are the same. Of a JSON Schema they are the files
that its loader read. Python code may import and open what it likes, so all of it is noted: modules
by `sys.modules`, other files and the names in folders by an audit hook (PEP 578). What is read
later, when an article is checked, a module names itself, relative to its own folder:

    DEPENDS = ("desks.txt", "people/*.toml")
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, NamedTuple

from contentlint.core.errors import SchemaError
from contentlint.core.reading import TooLarge, read_file, read_settings, reason

PREFIX = "_contentlint_schema_"
"""How the modules of schema files are called."""

NAMES = "DEPENDS"
"""What a module calls the files that it reads when an article is checked."""

# A larger file is known by its size and time of change.
_MOST_BYTES = 64 * 2**20
_MOST_MATCHES = 10_000
_PACKAGES = ("site-packages", "dist-packages")
# The libraries of contentlint itself, whose versions count for every article.
_OWN_LIBRARIES = frozenset(
    "annotated_types bs4 contentlint frontmatter jsonschema_rs markdown_it pathspec pydantic "
    "pydantic_core pyromark soupsieve turbohtml typing_extensions typing_inspection yaml".split()
)
_SYSTEM = ("/dev/", "/proc/", "/sys/")
# Code that looks for modules and installed packages, which are noted in other ways.
_IMPORTING = re.compile(r"^<frozen importlib|[/\\]importlib[/\\]|[/\\]zipfile")

Kind = Literal["file", "folder", "modules", "pattern"]


class Origin(NamedTuple):
    """Something on the disk that a schema was made of.

    Args:
        kind: a file, by its content; a folder, by the names in it; `modules`, by the names in it
            that could be imported; a pattern, by the files that match and their content.
        path: where it is, absolute; it need not be there.
    """

    kind: Kind
    path: str


def schema_data(file: Path, root: Path | None) -> bytes:
    """What a schema's file holds; arguments as for `read_settings`.

    Raises:
        SchemaError: it cannot be read, or lies outside.
    """
    try:
        return read_settings(file, root)
    except FileNotFoundError as error:
        raise SchemaError("there is no such schema file", str(file)) from error
    except OSError as error:
        raise SchemaError(f"schema cannot be read: {reason(error)}", str(file)) from error


def state(origin: Origin) -> bytes:
    """What tells whether it is the same as before; empty where it is not there."""
    kind, path = origin
    if kind == "file":
        return _content(path)
    if kind == "pattern":
        from glob import glob  # few schemas have patterns, and every run comes by here

        found = sorted(glob(path, recursive=True))[:_MOST_MATCHES]  # noqa: PTH207  # absolute
        return _digest(part for name in found for part in (os.fsencode(name), _content(name)))
    try:
        with os.scandir(path) as entries:
            found = sorted(e.name for e in entries if kind == "folder" or _is_importable(e))
    except OSError:
        return b""
    return _digest(map(os.fsencode, found))


def _content(path: str) -> bytes:
    try:
        return _digest((read_file(Path(path), _MOST_BYTES),))
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
    """Notes what Python code reads, in a `with`; inside another one it notes for itself alone.

    What was loaded in an earlier one is loaded no more, so all of that counts as well.
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
            sys.addaudithook(_noted)
        Recorder._running.append(self)
        return self

    def __exit__(self, *_: object) -> None:
        Recorder._running.remove(self)
        new = [module for name, module in list(sys.modules.items()) if name not in self._before]
        self._modules = [module for module in new if isinstance(module, ModuleType)]

    def note(self, kind: Kind, path: str) -> None:
        """Take note of something that was opened."""
        self._opened[Origin(kind, path)] = None

    def origins(self, entry: ModuleType) -> tuple[Origin, ...]:
        """What was read, sorted.

        Args:
            entry: the module of the schema itself.

        Raises:
            SchemaError: its `DEPENDS` names no files.
        """
        found = dict.fromkeys(origin for origin in self._opened if _counts(origin.path))
        for module in self._modules:
            if module is not entry and not module.__name__.startswith(PREFIX):
                found.update(dict.fromkeys(_of_module(module)))
        Recorder._earlier.update(found)
        own = dict.fromkeys((*_of_module(entry), *_named(entry, must=True), *_folders()))
        return tuple(sorted({**Recorder._earlier, **own}))


def _noted(event: str, arguments: tuple[Any, ...]) -> None:
    """The audit hook; it stays for as long as the process lives, so it is quick to do nothing."""
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


def _of_module(module: ModuleType) -> Iterator[Origin]:
    """A module's file, what it names, and the names beside it, one of which may take its place."""
    file = getattr(module, "__file__", None)
    if not isinstance(file, str) or not _counts(file) or _is_library(module.__name__, file):
        return
    place = os.path.abspath(file)  # noqa: PTH100
    yield Origin("file", place)
    if not _is_installed(place):
        yield Origin("modules", os.path.dirname(place))  # noqa: PTH120
        yield from _named(module, must=False)


def _named(module: ModuleType, *, must: bool) -> Iterator[Origin]:
    said = getattr(module, NAMES, ())
    file = getattr(module, "__file__", None) or ""
    names = [said] if isinstance(said, str) else said
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
    """The folders that modules are looked for in, those of installed packages apart."""
    for folder in sys.path:
        place = os.path.abspath(folder)  # noqa: PTH100
        if os.path.isdir(place) and _counts(place) and not _is_installed(f"{place}/"):  # noqa: PTH112
            yield Origin("modules", place)


def _counts(path: str) -> bool:
    """Whether a path is of interest: no part of Python, no device, no record of installations."""
    path = f"{path}{os.sep}"
    if path.startswith(_SYSTEM) or "-info/" in path:
        return False
    if path.startswith(_python()):
        return _is_installed(path)
    return not path.startswith(_own())


def _is_installed(path: str) -> bool:
    return any(f"{os.sep}{name}{os.sep}" in path for name in _PACKAGES)


def _is_library(name: str, file: str) -> bool:
    return name.partition(".")[0] in _OWN_LIBRARIES and file.startswith(_libraries())


@cache
def _python() -> tuple[str, ...]:
    places = {os.path.dirname(os.path.abspath(os.__file__))}  # noqa: PTH100, PTH120
    return tuple(f"{place}{os.sep}" for place in {*places, *map(os.path.realpath, places)})


@cache
def _own() -> tuple[str, ...]:
    package = Path(__file__).parents[1]
    return tuple(f"{folder}{os.sep}" for folder in (package, package.parent / "schemas"))


@cache
def _libraries() -> str:
    import pydantic

    return str(Path(pydantic.__file__).parents[1])

"""The compiled code of many modules in one file, so that a command starts faster.

For each module Python searches a folder, and opens and checks a file, which takes longer than most
modules of contentlint. The code of the modules that commands have imported is therefore stored once
more in one file beside the code that Python stores, under the same conditions: where that folder
can be written, and never with `PYTHONDONTWRITEBYTECODE`. The code of a module is valid while its
source is the same file with the same size and times; otherwise it is imported as usual.
"""

import marshal
import os
import sys
import time
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import SourceFileLoader, cache_from_source
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import CodeType, ModuleType

from contentlint.core.reading import PartialFile, TooLarge

_PACKAGE = __name__.partition(".")[0]
_ABOVE = __file__.rpartition(_PACKAGE)[0]
# What the whole file depends on: its form, Python, and the paths of the sources, which code has.
_WHOLE = (1, sys.version, sys.flags.optimize, _ABOVE)
# The file is not written again for fewer modules.
_ENOUGH = 10
# Minimum age of a source for its times to be reliable, in nanoseconds.
_SETTLED = 2 * 10**9
# Number of bytes for the length of the first part of the file.
_LENGTH = 8
_MOST_BYTES = 64 * 2**20

# The number, size and times of a file.
_State = tuple[int, int, int, int]
# Whether a module is a package, the state of its source, and the range of its code.
_Place = tuple[bool, _State, int, int]


def use_stored_code() -> "StoredCode | None":
    """Import modules from the file from now on; None if that is not possible."""
    if type(__spec__.loader) is not SourceFileLoader or __spec__.cached is None:
        return None
    if None in (sys.stdin, sys.stdout, sys.stderr):  # the file would take the place of the stream
        return None
    folder = os.path.dirname(cache_from_source(_source(_PACKAGE, is_package=True)))  # noqa: PTH120
    stored = StoredCode(f"{folder}{os.sep}modules.{sys.implementation.cache_tag}.dat")
    sys.meta_path.insert(0, stored)
    return stored


class StoredCode:
    """A finder of the modules of contentlint whose code is stored.

    Args:
        file: has the code; it need not exist.
    """

    def __init__(self, file: str) -> None:
        self._path = file
        self._before = frozenset(sys.modules)
        self._file: PartialFile | None = None
        self._start = 0
        self._places: dict[str, _Place] = {}
        try:
            opened = PartialFile(Path(file), _MOST_BYTES)
            start = _LENGTH + int.from_bytes(opened.part(0, _LENGTH), "little")
            whole, places = marshal.loads(opened.part(_LENGTH, start))
        except (OSError, TooLarge, EOFError, ValueError, TypeError, MemoryError):
            return  # missing or damaged
        if whole == _WHOLE:
            self._file, self._start, self._places = opened, start, places

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """The module with a name, if its code is stored and still valid."""
        place = self._places.get(fullname)
        if place is None:
            return None
        is_package, state, _, _ = place
        source = _source(fullname, is_package=is_package)
        if _state(source) != state:
            return None
        loader = _Loader(fullname, source, self)
        spec = ModuleSpec(fullname, loader, origin=source, is_package=is_package)
        spec.has_location = True
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(os.path.dirname(source))  # noqa: PTH120
        return spec

    def code(self, name: str) -> CodeType | None:
        """The code of a module; None if it is damaged."""
        try:
            found = marshal.loads(self._data(name))
        except (OSError, EOFError, ValueError, TypeError, MemoryError):
            return None
        source = _source(name, is_package=self._places[name][0])
        is_own = isinstance(found, CodeType) and found.co_filename == source
        return found if is_own else None

    def _data(self, name: str) -> bytes:
        assert self._file is not None
        _, _, start, end = self._places[name]
        return self._file.part(self._start + start, self._start + end)

    def save(self) -> None:
        """Store the code of modules that were not in the file; a failure has no effect."""
        imported = list(self._new())
        folder = os.path.dirname(self._path)  # noqa: PTH120
        if len(imported) < _ENOUGH or sys.dont_write_bytecode or not os.access(folder, os.W_OK):
            return
        pieces = {name: (place, self._data(name)) for name, place in self._places.items()}
        new = {spec.name: piece for spec in imported if (piece := _piece(spec)) is not None}
        if len(new) >= _ENOUGH:
            from contentlint.core.writing import save

            with suppress(OSError, ValueError):
                save(Path(self._path), _contents({**pieces, **new}), Path(folder))

    def _new(self) -> Iterator[ModuleSpec]:
        """The modules that were imported from files of their own after this finder was added."""
        for name, module in list(sys.modules.items()):
            if name.startswith(f"{_PACKAGE}.") and name not in self._before:
                spec = module.__spec__
                if spec is not None and type(spec.loader) is SourceFileLoader:
                    yield spec


class _Loader(SourceFileLoader):
    """Loads a module whose code is stored.

    Args:
        name: of the module.
        source: the path of its source.
        stored: has its code.
    """

    def __init__(self, name: str, source: str, stored: StoredCode) -> None:
        super().__init__(name, source)
        self._stored = stored

    def get_code(self, fullname: str) -> CodeType | None:
        """The code of the module."""
        return self._stored.code(fullname) or super().get_code(fullname)


def _source(name: str, *, is_package: bool) -> str:
    steps = [*name.split("."), "__init__"] if is_package else name.split(".")
    return f"{_ABOVE}{os.sep.join(steps)}.py"  # noqa: PTH118  # called for every module


def _state(source: str) -> _State | None:
    try:
        state = os.stat(source)  # noqa: PTH116  # called for every module
    except OSError:
        return None
    return state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns


def _piece(spec: ModuleSpec) -> "tuple[_Place, bytes] | None":
    """The place of a module, without a range, and its code."""
    is_package = spec.submodule_search_locations is not None
    source = _source(spec.name, is_package=is_package)
    state = _state(source)  # before the source is read
    if state is None or time.time_ns() - max(state[2:]) < _SETTLED or spec.origin != source:
        return None
    assert isinstance(spec.loader, SourceFileLoader)
    code = spec.loader.get_code(spec.name)
    return None if code is None else ((is_package, state, 0, 0), marshal.dumps(code))


def _contents(pieces: "dict[str, tuple[_Place, bytes]]") -> list[bytes]:
    places, end = {}, 0
    for name, ((is_package, state, _, _), data) in pieces.items():
        places[name] = is_package, state, end, end + len(data)
        end += len(data)
    head = marshal.dumps((_WHOLE, places))
    return [len(head).to_bytes(_LENGTH, "little"), head, *(data for _, data in pieces.values())]

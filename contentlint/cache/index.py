"""What contentlint has computed about itself, for all working directories.

Rules, schemas and generators are imported only where an article needs them. What is known about the
others comes from this file: the severity and condition of each rule, the keys of the schemas,
tables of words, the code of patterns. It is valid while no file of contentlint and no library has
another size, time or version; otherwise it is empty, and computed again. It contains nothing about
articles, so it is used without a cache of findings as well.

The first line of the file has the place of each text in the rest, so that a run reads only the
texts that it needs.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from contentlint.cache.key import digest, program_state
from contentlint.cache.place import INDEX, cache_folder, may_be_opened, may_be_read, opened
from contentlint.core.reading import PartialFile, TooLarge

_MOST_BYTES = 16 * 2**20
# The first line is usually within so many bytes.
_FIRST_LINE = 2**16
# The file is not written again for fewer bytes of tables.
_ENOUGH = 10_000


def index_folder(cwd: Path, named: str | None) -> Path | None:
    """The folder of the index; arguments as for `cache_folder`."""
    return cache_folder(cwd, named, of=Path(__file__).parents[1])


class Index:
    """Texts computed by this installation of contentlint.

    Args:
        folder: from `index_folder`; None: nothing is stored.
    """

    def __init__(self, folder: Path | None) -> None:
        self._file = None if folder is None else folder / INDEX
        self.state = program_state()
        self._state = self.state.hex()
        # The file as it was, where its texts start, and the range of each after that.
        self._stored: PartialFile | None = None
        self._start = 0
        self._places: dict[str, Any] = {}
        self._read()
        # The texts of this run.
        self._new: dict[str, bytes] = {}
        self._is_changed = False
        self._kept = 0

    def remembered(
        self,
        parts: tuple[bytes, ...],
        make: Callable[[], str],
        holds: Callable[[str], bool] = bool,
    ) -> str:
        """The text for these parts, stored by an earlier run or computed now.

        Args:
            parts: what it depends on.
            make: computes it.
            holds: whether a stored text still holds.
        """
        text = self.recalled(parts, holds)
        if text is None:
            text = make()
            self._new[digest(parts).hex()] = text.encode("utf-8", "surrogatepass")
            self._is_changed = True
        return text

    def recalled(self, parts: tuple[bytes, ...], holds: Callable[[str], bool]) -> str | None:
        """The text for these parts, if an earlier run stored it and it still holds."""
        try:
            text = self._text(digest(parts).hex()).decode("utf-8", "surrogatepass")
        except ValueError:  # damaged
            return None
        return text if text and holds(text) else None

    # --- tables, which only some runs need: `contentlint.core.tables`

    def known(self, name: str) -> bytes:
        """The data with a name; empty if there are none."""
        return self._text(_key(name))

    def keep(self, name: str, data: bytes) -> None:
        """Store data for later runs."""
        self._new[_key(name)] = data
        self._kept += len(data)

    def _text(self, key: str) -> bytes:
        new = self._new.get(key)
        place = self._places.get(key)
        if new is not None or place is None or self._stored is None:
            return new or b""
        try:
            start, end = place
            return self._stored.part(self._start + start, self._start + end)
        except (OSError, TypeError, ValueError):
            return b""  # damaged

    # --- the file

    def save(self) -> None:
        """Store new texts; a failure has no effect."""
        if self._file is None or not (self._is_changed or self._kept >= _ENOUGH):
            return
        self._is_changed, self._kept = False, 0
        if opened(self._file.parent) and may_be_opened(self._file, _MOST_BYTES):
            from contentlint.core.writing import save

            with suppress(OSError):
                save(self._file, self._contents(), self._file.parent)

    def _contents(self) -> list[bytes]:
        """The lines of the file: the places of the texts, and the texts."""
        texts = {key: self._text(key) for key in {**self._places, **self._new}}
        places, end = {}, 0
        for key, text in texts.items():
            places[key] = [end, end := end + len(text)]
        return [json.dumps([self._state, places]).encode() + b"\n", *texts.values()]

    def _read(self) -> None:
        if self._file is None or not may_be_read(self._file, _MOST_BYTES):
            return
        try:
            file = PartialFile(self._file, _MOST_BYTES)
            line, is_whole, _ = file.part(0, _FIRST_LINE).partition(b"\n")
            if not is_whole:
                line = file.part(0, file.size).partition(b"\n")[0]
            state, places = json.loads(line)
        except (OSError, TooLarge, ValueError, TypeError, RecursionError):
            return
        if state == self._state and isinstance(places, dict):
            self._stored, self._start, self._places = file, len(line) + 1, places


def _key(name: str) -> str:
    return digest((b"table", name.encode("utf-8", "surrogatepass"))).hex()

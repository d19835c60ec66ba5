"""What contentlint has computed about itself, for all working directories.

Rules, schemas and generators are imported only where an article needs them; what is known about the
others comes from this file: the severity and condition of each rule, the keys of the schemas. It is
valid while no file of contentlint and no library has another size, time or version; otherwise it is
empty, and computed again. It contains nothing about articles, so it is used without a cache of
findings as well.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from contentlint.cache.key import digest, program_state
from contentlint.cache.place import INDEX, cache_folder, may_be_opened, may_be_read, opened
from contentlint.core.reading import TooLarge, read_file

_MOST_BYTES = 16 * 2**20
# The file is not written again for fewer code points of large texts.
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
        # The second line of the file: tables, which only some runs need.
        self._rest = b""
        self._texts = self._read()
        self._tables: dict[str, str] | None = None
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
        key = digest(parts).hex()
        text = self._texts.get(key)
        if not isinstance(text, str) or not holds(text):
            text = self._texts[key] = make()
            self._is_changed = True
        return text

    def recalled(self, parts: tuple[bytes, ...], holds: Callable[[str], bool]) -> str | None:
        """The text for these parts, if an earlier run stored it and it still holds."""
        text = self._texts.get(digest(parts).hex())
        return text if isinstance(text, str) and holds(text) else None

    # --- large texts, which only some runs need: `contentlint.core.tables`

    def known(self, name: str) -> str:
        """The text with a name; empty if there is none."""
        if self._tables is None:
            self._tables = _mapping(self._rest)
        text = self._tables.get(name)
        return text if isinstance(text, str) else ""

    def keep(self, name: str, text: str) -> None:
        """Store a text for later runs."""
        self.known(name)
        if self._tables is not None:
            self._tables[name] = text
            self._kept += len(text)

    # --- the file

    def save(self) -> None:
        """Store new texts; a failure has no effect."""
        if self._file is None or not (self._is_changed or self._kept >= _ENOUGH):
            return
        self._is_changed, self._kept = False, 0
        if opened(self._file.parent) and may_be_opened(self._file, _MOST_BYTES):
            from contentlint.core.writing import save

            with suppress(OSError):
                rest = self._rest if self._tables is None else _line(self._tables)
                save(self._file, [_line([self._state, self._texts]), rest], self._file.parent)

    def _read(self) -> dict[str, str]:
        if self._file is None or not may_be_read(self._file, _MOST_BYTES):
            return {}
        try:
            first, _, rest = read_file(self._file, _MOST_BYTES).partition(b"\n")
            state, texts = json.loads(first)
        except (OSError, TooLarge, ValueError, TypeError, RecursionError):
            return {}
        if state != self._state or not isinstance(texts, dict):
            return {}
        self._rest = rest
        return texts


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _mapping(data: bytes) -> dict[str, str]:
    try:
        found = json.loads(data or b"{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}

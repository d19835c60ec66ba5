"""The folders that the tools may read and write."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from contentlint.core.errors import UsageError
from contentlint.core.tuples import NamedTuple


class Place(NamedTuple):
    """A file or folder inside one of the roots.

    Args:
        root: the root, without symbolic links.
        path: the path, without symbolic links.
    """

    root: Path
    path: Path


class Roots:
    """The folders that were named when the server was started.

    Args:
        folders: the folders; they must exist.

    Raises:
        UsageError: one of them is not a folder.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._roots: list[Path] = []
        for folder in folders:
            real = Path(os.path.realpath(folder))
            if not real.is_dir():
                raise UsageError(f"`{folder}` is not a folder")
            self._roots.append(real)

    @property
    def first(self) -> Path:
        """The root that relative paths are relative to."""
        return self._roots[0]

    def place(self, name: str) -> Place:
        """The place of a path, which may not exist.

        Args:
            name: absolute, or relative to the first root.

        Raises:
            UsageError: it is outside of the roots, symbolic links followed.
        """
        if "\0" in name:
            raise UsageError("the path contains a null character")
        real = Path(os.path.realpath(self.first / name))
        for root in self._around(real):
            return Place(root, real)
        raise UsageError(f"`{name}` is outside of the folders of this server")

    def within(self, files: Sequence[Path]) -> list[Path]:
        """The files that are inside of the roots, symbolic links followed."""
        return [file for file in files if self._around(Path(os.path.realpath(file)))]

    def _around(self, real: Path) -> list[Path]:
        around = [root for root in self._roots if real.is_relative_to(root)]
        return sorted(around, key=lambda root: -len(root.parts))

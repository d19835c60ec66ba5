"""How reports name files: relative to the working directory where they lie near it."""

import os
import sys
from pathlib import Path

from contentlint.core.globs import below

_NAMES_ARE_UTF8 = sys.getfilesystemencoding() == "utf-8"


def shown(path: Path, cwd: Path) -> str:
    """A path as reports show it: relative to the working directory where it lies near, with `/`."""
    near = below(path, cwd)
    return _in_utf8(near if near is not None else _seen_from(path, cwd))


def _seen_from(path: Path, cwd: Path) -> str:
    try:
        return path.relative_to(cwd).as_posix()
    except ValueError:
        return Path(os.path.relpath(path, cwd)).as_posix() if _near(path, cwd) else path.as_posix()


def _in_utf8(name: str) -> str:
    """A name read as UTF-8, as names of articles are, whatever the locale takes them for."""
    if _NAMES_ARE_UTF8 or name.isascii():
        return name
    return os.fsencode(name).decode("utf-8", "surrogateescape")


def place(name: str, cwd: Path) -> Path:
    """The path that `shown` made a name of."""
    if not (_NAMES_ARE_UTF8 or name.isascii()):
        name = os.fsdecode(name.encode("utf-8", "surrogateescape"))
    return cwd / name


def _near(path: Path, cwd: Path) -> bool:
    """Whether `../` leads from the working directory to a path without leaving for the root."""
    return len(os.path.commonpath([path, cwd])) > 1

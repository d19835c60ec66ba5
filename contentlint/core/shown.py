"""How reports display paths: relative to the working directory if they are close to it."""

import os
import sys
from pathlib import Path

from contentlint.core.globs import below

_NAMES_ARE_UTF8 = sys.getfilesystemencoding() == "utf-8"


def shown(path: Path, cwd: Path) -> str:
    """A path as reports display it: relative to the working directory if close, with `/`."""
    near = below(path, cwd)
    return _utf8(near if near is not None else _relative(path, cwd))


def _relative(path: Path, cwd: Path) -> str:
    try:
        return path.relative_to(cwd).as_posix()
    except ValueError:
        return Path(os.path.relpath(path, cwd)).as_posix() if _near(path, cwd) else path.as_posix()


def is_unicode(name: str) -> bool:
    """Whether a name is valid Unicode, and therefore the same on disk and in reports."""
    if name.isascii():
        return True
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return _NAMES_ARE_UTF8


def _utf8(name: str) -> str:
    """A name decoded as UTF-8, whatever the locale encoding is."""
    if _NAMES_ARE_UTF8 or name.isascii():
        return name
    return os.fsencode(name).decode("utf-8", "surrogateescape")


def place(name: str, cwd: Path) -> Path:
    """The path of a name that `shown` returned."""
    if not (_NAMES_ARE_UTF8 or name.isascii()):
        name = os.fsdecode(name.encode("utf-8", "surrogateescape"))
    return cwd / name


def _near(path: Path, cwd: Path) -> bool:
    """Whether a path and the working directory share a folder other than the root."""
    return len(os.path.commonpath([path, cwd])) > 1

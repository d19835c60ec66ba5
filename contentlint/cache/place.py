"""Where the cache is located, and which of its files may be opened.

It is outside the checkout, so that a checkout cannot contain one: in the cache folder of the user,
with one folder per working directory. Only our own files are opened: in a folder that we own, not
links, regular files of limited size. Users may place it elsewhere, even in the checkout, as GitLab
runners require; files that git tracks are never opened then.
"""

import contextlib
import os
import re
import stat
import sys
from pathlib import Path

from contentlint.core.digests import blake2b
from contentlint.core.reading import read_settings, repository_of

VARIABLE = "CONTENTLINT_CACHE_DIR"
FILE = "found.sqlite"
LAST_RUN = "last-run.json"
INDEX = "index.dat"

# Auxiliary files of SQLite. We do not create any, so these are not ours; one of them may name a
# file that SQLite would delete.
_SQLITE_FILES = tuple(f"{FILE}-{suffix}" for suffix in ("journal", "wal", "shm"))
_GITIGNORE = ".gitignore"
_OWN = (FILE, *_SQLITE_FILES, LAST_RUN, INDEX, _GITIGNORE)
_MOST_OF_INDEX = 512 * 2**20


def cache_folder(cwd: Path, named: str | None = None, of: Path | None = None) -> Path | None:
    """The cache folder of a working directory, which may not exist yet; None if there is none.

    Args:
        cwd: the working directory, absolute.
        named: the folder for all caches from the command line.
        of: another folder whose cache folder is meant.
    """
    above = named or os.environ.get(VARIABLE) or _default_folder()
    if above is None:
        return None
    real = os.path.realpath(of or cwd)
    mark = blake2b(os.fsencode(real), digest_size=8).hexdigest()
    name = re.sub(r"[^\w.-]+", "-", os.path.basename(real))[:40].strip(".-") or "folder"  # noqa: PTH119
    return cwd / Path(above).expanduser() / f"{name}-{mark}"


def _default_folder() -> str | None:
    """The cache folder of the user, like `platformdirs`, which takes too long to import."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return rf"{local}\contentlint\Cache" if local else None
    place = os.environ.get("XDG_CACHE_HOME", "")
    # The specification ignores relative paths.
    if sys.platform != "darwin" and place.startswith("/"):
        return f"{place}/contentlint"
    home = os.environ.get("HOME", "")
    # A missing home folder is not created.
    if not home.startswith("/") or not os.path.isdir(home):  # noqa: PTH112  # faster, since it is called in every run
        return None
    return f"{home}/{'Library/Caches' if sys.platform == 'darwin' else '.cache'}/contentlint"


def opened(folder: Path) -> bool:
    """Create the folder if it is missing; return whether it may be used.

    Args:
        folder: from `cache_folder`.
    """
    try:
        if _is_tracked(folder):
            return False
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        if not is_ours(folder):
            return False
        if os.name == "posix" and stat.S_IMODE(folder.stat().st_mode) & 0o022:
            folder.chmod(0o700)
        for name in _SQLITE_FILES:
            (folder / name).unlink(missing_ok=True)
        # If it is in a checkout, git must ignore it.
        ignore = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        if not os.path.lexists(folder / _GITIGNORE):
            handle = os.open(folder / _GITIGNORE, ignore, 0o600)
            os.write(handle, b"*\n")
            os.close(handle)
    except OSError:
        # A cache that cannot be written can still be read.
        return is_ours(folder) and not any(os.path.lexists(folder / name) for name in _SQLITE_FILES)
    return True


def is_ours(place: Path, most: int | None = None) -> bool:
    """Whether a folder or regular file is ours: owned by us and not a link.

    Args:
        place: the folder, or a file in it.
        most: maximum size of the file in bytes; None for a folder.
    """
    try:
        state = place.lstat()
    except OSError:
        return False
    if os.name == "posix" and state.st_uid != os.geteuid():
        return False
    if most is None:
        return stat.S_ISDIR(state.st_mode)
    return stat.S_ISREG(state.st_mode) and state.st_nlink == 1 and state.st_size <= most


def may_be_opened(file: Path, most: int) -> bool:
    """Whether a file in the folder is ours or does not exist yet."""
    return not os.path.lexists(file) or is_ours(file, most)


def may_be_read(file: Path, most: int) -> bool:
    """Whether file and folder exist and are ours; creates nothing."""
    folder = file.parent
    if not is_ours(folder) or _is_tracked(folder):
        return False
    return is_ours(file, most) and not any(os.path.lexists(folder / name) for name in _SQLITE_FILES)


def clear(folder: Path) -> bool:
    """Delete our files in the folder, and the folder and the one above if they are then empty.

    Returns:
        Whether the folder is ours.

    Raises:
        OSError: it cannot be deleted.
    """
    from contentlint.core.writing import TEMPORARY

    if not is_ours(folder) or _is_tracked(folder):
        return False
    names = [entry for entry in folder.iterdir() if entry.name in _OWN]
    temporary = (p for name in (LAST_RUN, INDEX) for p in folder.glob(f".{name}.*{TEMPORARY}"))
    for entry in (*names, *temporary):
        if entry.is_symlink() or not entry.is_dir():
            entry.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()
        above = folder.parent
        # The last cache: nothing is left in the user's cache folder, or in the named one.
        if is_ours(above) and not Path.cwd().is_relative_to(os.path.realpath(above)):
            with contextlib.suppress(OSError):  # it is not empty
                above.rmdir()
    return True


def _is_tracked(folder: Path) -> bool:
    """Whether a folder in a checkout is, or may be, tracked by git.

    The index of git contains every path in plain bytes. A link between the root of the checkout and
    the folder is not trusted either.
    """
    place = Path(os.path.abspath(folder))  # noqa: PTH100  # keeps links
    root = repository_of(place.parent)
    if root is None:
        return False
    if Path(os.path.realpath(place)) != Path(os.path.realpath(root)) / place.relative_to(root):
        return True
    try:
        data = read_settings(_index(root), None, _MOST_OF_INDEX)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    *above, name = place.relative_to(root).parts
    parts = [os.fsencode(part) for part in (*above, name)]
    # The folder itself, one above it (a submodule), or files in it.
    names = [b"/".join(parts[: end + 1]) for end in range(len(parts))]
    return any(name + b"\0" in data for name in names) or names[-1] + b"/" in data


def _index(root: Path) -> Path:
    """The index of a repository; for a worktree or submodule, `.git` names its folder."""
    git = root / ".git"
    if git.is_dir():
        return git / "index"
    target = read_settings(git, None, 4096).decode("utf-8", "replace")
    return root / target.removeprefix("gitdir:").strip() / "index"

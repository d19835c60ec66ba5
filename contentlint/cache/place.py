"""Where the cache lies, and what of it may be opened.

It lies outside the checkout, so that nobody sends one along: in the user's folder of caches, one
folder for each working directory. Whatever is opened there must be ours: a folder that we own, no
link, regular files of bounded size. A person may put it elsewhere, into the checkout as well, as
GitLab's runners want it; what git has of it is never opened then.
"""

import os
import re
import stat
import sys
from hashlib import blake2b
from pathlib import Path

from contentlint.core.reading import read_settings, repository_of

VARIABLE = "CONTENTLINT_CACHE_DIR"
FILE = "found.sqlite"
LAST_RUN = "last-run.json"

# What SQLite puts beside its file. We have it write none of these, so they are a stranger's: one of
# them may name another file, which is deleted when it is found.
_BESIDE = tuple(f"{FILE}-{suffix}" for suffix in ("journal", "wal", "shm"))
_GITIGNORE = ".gitignore"
_OWN = (FILE, *_BESIDE, LAST_RUN, _GITIGNORE)
_MOST_OF_INDEX = 512 * 2**20


def cache_folder(cwd: Path, named: str | None = None) -> Path | None:
    """The folder of a working directory's cache, which need not be there yet; None: there is none.

    Args:
        cwd: the working directory, absolute.
        named: the folder that the command line names for all caches.
    """
    above = named or os.environ.get(VARIABLE) or _usual()
    if above is None:
        return None
    real = os.path.realpath(cwd)
    mark = blake2b(os.fsencode(real), digest_size=8).hexdigest()
    name = re.sub(r"[^\w.-]+", "-", os.path.basename(real))[:40].strip(".-") or "folder"  # noqa: PTH119
    return cwd / Path(above).expanduser() / f"{name}-{mark}"


def _usual() -> str | None:
    """The user's folder of caches, as `platformdirs` has it; importing that takes too long."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return rf"{local}\contentlint\Cache" if local else None
    place = os.environ.get("XDG_CACHE_HOME", "")
    # As the specification has it, what is not absolute does not count.
    if sys.platform != "darwin" and place.startswith("/"):
        return f"{place}/contentlint"
    home = os.environ.get("HOME", "")
    # A home that is not there is not made.
    if not home.startswith("/") or not os.path.isdir(home):  # noqa: PTH112  # in every run
        return None
    return f"{home}/{'Library/Caches' if sys.platform == 'darwin' else '.cache'}/contentlint"


def opened(folder: Path) -> bool:
    """Make the folder where there is none, and see that it may be used; whether it may.

    Args:
        folder: as `cache_folder` names it.
    """
    try:
        if _is_sent_along(folder):
            return False
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        if not is_ours(folder):
            return False
        if os.name == "posix" and stat.S_IMODE(folder.stat().st_mode) & 0o022:
            folder.chmod(0o700)
        for name in _BESIDE:
            (folder / name).unlink(missing_ok=True)
        # Where it lies in a checkout after all, git must not see it.
        ignore = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        if not os.path.lexists(folder / _GITIGNORE):
            handle = os.open(folder / _GITIGNORE, ignore, 0o600)
            os.write(handle, b"*\n")
            os.close(handle)
    except OSError:
        # A cache that cannot be written can still be read.
        return is_ours(folder) and not any(os.path.lexists(folder / name) for name in _BESIDE)
    return True


def is_ours(place: Path, most: int | None = None) -> bool:
    """Whether something is ours: a folder, or a regular file; owned by us, and no link.

    Args:
        place: the folder, or a file in it.
        most: how many bytes the file may have; None: it is a folder.
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
    """Whether a file of the folder is ours, or may be made since there is none."""
    return not os.path.lexists(file) or is_ours(file, most)


def may_be_read(file: Path, most: int) -> bool:
    """Whether there is a file of ours in the folder, which is ours as well; nothing is made."""
    folder = file.parent
    if not is_ours(folder) or _is_sent_along(folder):
        return False
    return is_ours(file, most) and not any(os.path.lexists(folder / name) for name in _BESIDE)


def clear(folder: Path) -> bool:
    """Delete what is ours in the folder, and the folder where nothing else is left.

    Returns:
        Whether there was something of ours.

    Raises:
        OSError: it cannot be deleted.
    """
    from contentlint.core.writing import TEMPORARY

    if not is_ours(folder) or _is_sent_along(folder):
        return False
    names = [entry for entry in folder.iterdir() if entry.name in _OWN]
    for entry in (*names, *folder.glob(f".{LAST_RUN}.*{TEMPORARY}")):
        if entry.is_symlink() or not entry.is_dir():
            entry.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()
    return True


def _is_sent_along(folder: Path) -> bool:
    """Whether a folder in a checkout is, or may be, part of what was checked out.

    That is told by git's index, which has every path in plain bytes; and a link on the way from the
    checkout to the folder is nobody's who started this run.
    """
    place = Path(os.path.abspath(folder))  # noqa: PTH100  # links stay
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
    """The index of a repository; of a work tree or submodule it lies where `.git` says."""
    git = root / ".git"
    if git.is_dir():
        return git / "index"
    said = read_settings(git, None, 4096).decode("utf-8", "replace")
    return root / said.removeprefix("gitdir:").strip() / "index"

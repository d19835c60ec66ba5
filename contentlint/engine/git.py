"""Run git in its own process, without executing anything that a checkout contains.

The `.git` folder of the repository belongs to whoever cloned it and is trusted; git never checks
out a file of that name. The working tree is not trusted: hooks, file system monitors, filters and
text conversions do not run, and a folder that only looks like a repository is not used.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryFile

from contentlint.core.errors import UsageError

_SAFE = (
    "-c",
    "core.fsmonitor=false",
    "-c",
    f"core.hooksPath={os.devnull}",
    # A commit can contain a bare repository with a configuration that runs programs.
    "-c",
    "safe.bareRepository=explicit",
)


class GitFailed(UsageError):
    """git exited with an error; the message is that of git."""


def ask(folder: Path, *arguments: str) -> bytes:
    """The output of a git command.

    Args:
        folder: where git runs, absolute.
        arguments: a command and its options.

    Raises:
        UsageError: git is not installed.
        GitFailed: its exit status is not 0.
    """
    try:
        done = subprocess.run(
            _command(folder, arguments),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=_environment(),
            check=False,
        )
    except OSError as error:
        raise _git_not_found() from error
    if done.returncode != 0:
        message = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise GitFailed(f"git {arguments[0]}: {message}")
    return done.stdout


def blobs(folder: Path, objects: Iterable[str]) -> Iterator[bytes]:
    """The content of files as stored in the repository, without filters.

    Args:
        folder: a folder of the repository, absolute.
        objects: the hashes of blobs.

    Raises:
        UsageError: git is not installed.
        GitFailed: an object is missing, as in a partial clone.
    """
    with TemporaryFile() as wanted:
        wanted.write("".join(f"{name}\n" for name in objects).encode("ascii"))
        wanted.seek(0)
        try:
            process = subprocess.Popen(
                _command(folder, ("cat-file", "--batch")),
                stdin=wanted,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
        except OSError as error:
            raise _git_not_found() from error
        with process:
            assert process.stdout is not None
            while head := process.stdout.readline():
                name, _, rest = head.decode("ascii", "replace").strip().partition(" ")
                kind, _, size = rest.partition(" ")
                if kind != "blob":
                    process.kill()
                    raise GitFailed(f"git cat-file: `{name}` is missing; fetch it first")
                data = process.stdout.read(int(size))
                process.stdout.read(1)  # a line feed
                yield data


def root_of(folder: Path) -> Path | None:
    """The root of the working tree of a folder, by the nearest `.git`; None if there is none.

    git itself would also accept a folder that looks like a bare repository.
    """
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), None)


def _command(folder: Path, arguments: tuple[str, ...]) -> list[str]:
    return [_program(), "--no-pager", *_SAFE, "-C", os.fspath(folder), *arguments]


def _program() -> str:
    """The path of git; Windows, or `.` in `PATH`, could run one in the working directory."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        file = os.path.join(folder, name)  # noqa: PTH118  # an entry of `PATH` is a string
        if os.path.isabs(folder) and os.access(file, os.X_OK):  # noqa: PTH117
            return file
    raise _git_not_found()


def _environment() -> dict[str, str]:
    return {
        **os.environ,
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }


def _git_not_found() -> UsageError:
    return UsageError("git not found in `PATH`")

"""Asking git, in a process of its own, so that nothing that a checkout holds is run for it.

The repository's own folder (`.git`) belongs to whoever made the clone and is trusted; git takes no
file of that name from a commit. The working tree is not trusted: no hook, no file system monitor,
no filter and no text conversion is run, and a folder that only looks like a repository is none.
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
    # A commit can hold the files of a bare repository, with a configuration that runs programs.
    "-c",
    "safe.bareRepository=explicit",
)


class GitFailed(UsageError):
    """Git ran and said no; why, in its own words."""


def ask(folder: Path, *arguments: str) -> bytes:
    """What git prints.

    Args:
        folder: where it is asked, absolute.
        arguments: a command and its options.

    Raises:
        UsageError: there is no git.
        GitFailed: it exits with another status than 0.
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
        raise _not_there() from error
    if done.returncode != 0:
        said = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise GitFailed(f"git {arguments[0]}: {said}")
    return done.stdout


def blobs(folder: Path, objects: Iterable[str]) -> Iterator[bytes]:
    """The content of files, as the repository has it: no filter changes it.

    Args:
        folder: a folder of the repository, absolute.
        objects: the names of blobs.

    Raises:
        UsageError: there is no git.
        GitFailed: an object is not there, as in a clone that has not fetched it.
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
            raise _not_there() from error
        with process:
            assert process.stdout is not None
            while head := process.stdout.readline():
                name, _, rest = head.decode("ascii", "replace").strip().partition(" ")
                kind, _, size = rest.partition(" ")
                if kind != "blob":
                    process.kill()
                    raise GitFailed(f"git cat-file: `{name}` is missing; fetch it first")
                data = process.stdout.read(int(size))
                process.stdout.read(1)  # a line end
                yield data


def root_of(folder: Path) -> Path | None:
    """The root of the working tree around a folder, by the nearest `.git`; None: there is none.

    Git itself would also take a folder whose files look like those of a bare repository.
    """
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), None)


def _command(folder: Path, arguments: tuple[str, ...]) -> list[str]:
    return [_program(), "--no-pager", *_SAFE, "-C", os.fspath(folder), *arguments]


def _program() -> str:
    """Git by its place: Windows, and a `.` in the path, would find one in the working directory."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        file = os.path.join(folder, name)  # noqa: PTH118  # a piece of the path is a text
        if os.path.isabs(folder) and os.access(file, os.X_OK):  # noqa: PTH117
            return file
    raise _not_there()


def _environment() -> dict[str, str]:
    return {
        **os.environ,
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }


def _not_there() -> UsageError:
    return UsageError("git cannot be run: not found in `PATH`")

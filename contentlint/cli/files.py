"""Files that a command writes because the command line names them."""

from collections.abc import Iterable
from pathlib import Path

from contentlint.errors import UsageError


def save(file: Path, pieces: Iterable[str], shown: str) -> None:
    """Write a file as a whole or not at all; the folders above it are made.

    Args:
        file: where it is or will be.
        pieces: its content, in order; what is not Unicode is written as escapes.
        shown: its name for people.

    Raises:
        UsageError: it cannot be written.
    """
    from contentlint.engine.replace import save as write
    from contentlint.reading import project_of, reason

    cwd = Path.cwd()
    try:
        encoded = (piece.encode("utf-8", "backslashreplace") for piece in pieces)
        write(cwd / file, encoded, project_of(cwd))
    except OSError as error:
        raise UsageError(f"`{shown}` cannot be written: {reason(error)}") from error

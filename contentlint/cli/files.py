"""Writing the files that a command line names."""

from collections.abc import Iterable
from pathlib import Path

from contentlint.core.errors import UsageError


def save(file: Path, pieces: Iterable[str], shown: str) -> None:
    """Write a file completely or not at all; missing parent folders are created.

    Args:
        file: its path.
        pieces: its content, in order; lone surrogates are written as escapes.
        shown: its name for people.

    Raises:
        UsageError: it cannot be written.
    """
    from contentlint.core.reading import project_of, reason
    from contentlint.core.writing import save as write

    cwd = Path.cwd()
    try:
        encoded = (piece.encode("utf-8", "backslashreplace") for piece in pieces)
        write(cwd / file, encoded, project_of(cwd))
    except OSError as error:
        raise UsageError(f"`{shown}` cannot be written: {reason(error)}") from error

"""The notes on stderr about files that are not checked."""

from collections.abc import Iterable

from contentlint.cli.options import note
from contentlint.core.finding import Skipped


def print_notes(skipped: Iterable[Skipped], *, with_settings: bool = False) -> None:
    """Print how many files are skipped and why, a line for each reason.

    Args:
        skipped: the skipped files.
        with_settings: whether the notes also name the setting to change.
    """
    for item in skipped:
        hint = f"; {item.setting}" if with_settings and item.setting else ""
        note(f"contentlint: skipped: {item.number} {item.reason}, such as `{item.example}`{hint}")

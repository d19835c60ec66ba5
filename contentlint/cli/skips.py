"""What is said on stderr of files that are not checked."""

from collections.abc import Iterable

from contentlint.cli.options import note
from contentlint.core.finding import Skipped


def tell(skipped: Iterable[Skipped], *, with_settings: bool = False) -> None:
    """Say how many files are skipped and why, a line for each reason.

    Args:
        skipped: what is told.
        with_settings: whether it is said what to change, too.
    """
    for item in skipped:
        hint = f"; {item.setting}" if with_settings and item.setting else ""
        note(f"contentlint: skipped: {item.number} {item.reason}, such as `{item.example}`{hint}")

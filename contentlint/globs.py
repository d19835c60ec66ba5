"""Patterns of paths, in the form that everyone knows from `.gitignore`."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def matches(patterns: Sequence[str], path: str) -> bool:
    """Whether one of the patterns matches a path.

    Args:
        patterns: of `.gitignore`'s form: `drafts/` is a folder at any depth, `/posts/*.md` starts
            at the root, `**` crosses folders, `!` takes back.
        path: relative to the patterns' root, with `/`; a folder's ends in one.
    """
    return bool(patterns) and compiled(tuple(patterns)).match_file(path)


@lru_cache(maxsize=1024)
def compiled(patterns: tuple[str, ...]) -> "GitIgnoreSpec":
    """Patterns made ready; kept, since every file asks for the same ones.

    Raises:
        ValueError: a pattern has no meaning.
    """
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)

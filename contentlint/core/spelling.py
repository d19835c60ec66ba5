"""Find the name that was probably meant."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

_MIN_LENGTH = 4


def nearest(name: str, known: Collection[str], *, plurals: bool = False) -> str | None:
    """The known name that is one typo away from a name; None if there is none or more than one.

    A typo is an extra, missing or wrong letter, or two swapped letters; names of more than seven
    letters may have two. Plurals and names of less than four letters do not count.

    Args:
        name: the name as written.
        known: valid names.
        plurals: whether plurals count as typos.
    """
    if plurals and (other := next((k for k in sorted(known) if _is_plural(name, k)), None)):
        return other
    return _nearest(name, frozenset(known))


def alike(name: str, known: Iterable[str], least: float) -> list[str]:
    """The known name that is most like a name; empty if none is alike enough.

    Args:
        name: the name as written.
        known: valid names.
        least: the least similarity, from 0 to 1, as in `difflib.SequenceMatcher.ratio`.
    """
    from difflib import get_close_matches  # imports much

    return get_close_matches(name, list(known), 1, least)


def beginning(name: str, known: Iterable[str]) -> list[str]:
    """The rule ids that start with a name, with or without their category; sorted.

    Args:
        name: the name as written.
        known: rule ids.
    """
    return sorted(
        rule_id
        for rule_id in known
        if rule_id.startswith(name) or rule_id.partition("/")[2].startswith(name)
    )


def either(names: Sequence[str]) -> str:
    """The question "did you mean …?" for these names."""
    quoted = [f"`{name}`" for name in names]
    listed = " or ".join(filter(None, [", ".join(quoted[:-1]), quoted[-1]]))
    return f"did you mean {listed}?"


@lru_cache(maxsize=4096)
def _nearest(name: str, known: frozenset[str]) -> str | None:
    if len(name) < _MIN_LENGTH:
        return None
    folded = _fold(name)
    found: dict[int, list[str]] = {}
    for candidate in sorted(known):
        if len(candidate) < _MIN_LENGTH or _is_plural(name, candidate):
            continue
        other = _fold(candidate)
        allowed = 1 if min(len(name), len(candidate)) <= 7 else 2
        if abs(len(folded) - len(other)) <= allowed:
            distance = _distance(folded, other)
            if distance <= allowed:
                found.setdefault(distance, []).append(candidate)
    best = found[min(found)] if found else []
    if len({_fold(candidate) for candidate in best}) != 1:
        return None
    return min(best, key=lambda candidate: _distance(name, candidate))


def _fold(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")


def _is_plural(one: str, other: str) -> bool:
    return one + "s" == other or other + "s" == one


def _distance(one: str, other: str) -> int:
    """Optimal string alignment distance."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, start=1):
        last, before, row = before, row, [i]
        for j, right in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            swapped = i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right
            row.append(min(cost, last[j - 2] + 1) if swapped else cost)
    return row[-1]

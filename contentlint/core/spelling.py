"""The name that was probably meant."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

_SHORTEST = 4


def nearest(name: str, known: Collection[str], *, plurals: bool = False) -> str | None:
    """The known name that is one slip away from a name; None where none or several are.

    One slip is a letter too many, too few or wrong, or two letters exchanged; names of more than
    seven letters may have two. A plural is no slip, nor is a name of less than four letters.

    Args:
        name: what was written.
        known: what could have been meant.
        plurals: whether a plural is a slip after all.
    """
    if plurals and (other := next((k for k in sorted(known) if _is_plural(name, k)), None)):
        return other
    return _nearest(name, frozenset(known))


def beginning(name: str, known: Iterable[str]) -> list[str]:
    """The names of rules that begin with a name, with or without their category; sorted.

    Args:
        name: what was written.
        known: ids of rules.
    """
    return sorted(
        rule_id
        for rule_id in known
        if rule_id.startswith(name) or rule_id.partition("/")[2].startswith(name)
    )


def either(names: Sequence[str]) -> str:
    """The question whether one of some names is meant."""
    quoted = [f"`{name}`" for name in names]
    listed = " or ".join(filter(None, [", ".join(quoted[:-1]), quoted[-1]]))
    return f"did you mean {listed}?"


@lru_cache(maxsize=4096)
def _nearest(name: str, known: frozenset[str]) -> str | None:
    if len(name) < _SHORTEST:
        return None
    folded = _fold(name)
    found: dict[int, list[str]] = {}
    for candidate in sorted(known):
        if len(candidate) < _SHORTEST or _is_plural(name, candidate):
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

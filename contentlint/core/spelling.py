"""Find the name that was probably meant."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from posixpath import commonprefix

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
        least: the least similarity, from 0 to 1, as in `difflib.SequenceMatcher.ratio`; of equally
            similar names, the last in the alphabet is taken.
    """
    limits = _upper_limits(name, list(known), least)
    if not limits:
        return []
    from difflib import SequenceMatcher  # imports much

    matcher = SequenceMatcher()
    matcher.set_seq2(name)
    best, found = least, ""
    # The most promising first, since most others are then known to be less similar.
    for limit, other in sorted(limits, reverse=True):
        if limit < best:
            break
        matcher.set_seq1(other)
        if matcher.quick_ratio() < best:
            continue
        ratio = matcher.ratio()
        if ratio >= best and (ratio, other) > (best, found):
            best, found = ratio, other
    return [found] if found else []


def _upper_limits(name: str, known: Sequence[str], least: float) -> list[tuple[float, str]]:
    """The names that may be alike enough, each with a limit that its similarity does not exceed.

    The parts that `difflib` finds to be equal are a common subsequence, so they are not longer than
    the longest one, which needs a few operations for each letter: all its lengths are one number,
    with a bit for each letter of the name (Hyyrö, Bit-parallel LCS-length computation revisited).
    """
    # What all names begin with is part of it.
    start = len(commonprefix([name, min(known), max(known)])) if known else 0
    places: dict[str, int] = {}
    for number, letter in enumerate(name[start:]):
        places[letter] = places.get(letter, 0) | 1 << number
    size, whole = len(name), (1 << len(name) - start) - 1
    found = []
    for other in known:
        total = size + len(other)
        if not total or 2.0 * min(size, len(other)) / total < least:
            continue
        row = whole
        for letter in other[start:]:
            equal = row & places.get(letter, 0)
            row = (row + equal) | (row - equal)
        limit = 2.0 * (size - (row & whole).bit_count()) / total
        if limit >= least:
            found.append((limit, other))
    return found


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

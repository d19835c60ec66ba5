"""Errors of Pydantic by key path, only those of the best branch of each union.

Pydantic reports the errors of every branch and puts the name of the branch into the location:
`("lead", "Video", "length")`. A reader wants to know what is wrong with the `Photo` that was meant.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from contentlint.core.tuples import NamedTuple
from contentlint.front_matter import KeyPath

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


KEY = "[key]"
"""The branch of an error about a key instead of its value."""


class Located(NamedTuple):
    """An error and where it is.

    Args:
        path: the key path, without names of branches.
        error: the error.
        branches: the names of branches, each with the length of the path before it.
    """

    path: KeyPath
    error: "ErrorDetails"
    branches: tuple[tuple[int, str], ...] = ()

    @property
    def branch(self) -> str | None:
        """The innermost branch that contains the value."""
        return self.branches[-1][1] if self.branches else None


def located(data: Mapping[str, Any], errors: "Sequence[ErrorDetails]") -> list[Located]:
    """The errors of a validation by key path, without those of branches that fit worse.

    Args:
        data: the front matter.
        errors: `ValidationError.errors()`.
    """
    return _fitting([_discriminated(_locate(data, error)) for error in errors])


def _locate(data: Mapping[str, Any], error: "ErrorDetails") -> Located:
    path: list[str | int] = []
    branches: list[tuple[int, str]] = []
    value: Any = data
    location = error["loc"]
    is_missing = error["type"] == "missing"
    for part in location[:-1] if is_missing else location:
        if isinstance(value, Mapping):
            part = _as_written(value, part)
            is_there = part in value
        else:
            is_there = (
                isinstance(value, (list, tuple)) and isinstance(part, int) and part < len(value)
            )
        if is_there:
            value = value[part]
            path.append(part)
        else:
            branches.append((len(path), str(part)))
    if is_missing:
        path.append(location[-1])
    return Located(tuple(path), error, tuple(branches))


def _as_written(mapping: Mapping[str, Any], key: str | int) -> str | int:
    """The key as written in the mapping, which may differ in case."""
    if key in mapping or not isinstance(key, str):
        return key
    return next((known for known in mapping if known.lower() == key.lower()), key)


def _discriminated(found: Located) -> Located:
    """The error of a discriminated union as one of the key that decides about the branch."""
    path, error, branches = found
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    keys = re.findall(r"'([^']+)'", str(context.get("discriminator", "")))
    if kind == "union_tag_not_found" and keys and isinstance(value, Mapping):
        changed: ErrorDetails = {**error, "type": "missing"}
        return Located((*path, keys[0]), changed, branches)
    if kind == "union_tag_invalid" and keys and isinstance(value, Mapping):
        key = next((key for key in keys if key in value), None)
        if key is not None:
            tags = str(context.get("expected_tags", ""))
            words = {"expected": " or ".join(tags.rsplit(", ", 1))}
            changed = {**error, "type": "literal_error", "input": value[key], "ctx": words}
            return Located((*path, key), changed, branches)
    return found


def _fitting(errors: list[Located]) -> list[Located]:
    depth = 0
    while any(len(found.branches) > depth for found in errors):
        unions: dict[tuple[Any, ...], dict[str, list[Located]]] = {}
        for found in errors:
            if len(found.branches) > depth:
                length, name = found.branches[depth]
                union = (*found.branches[:depth], found.path[:length])
                unions.setdefault(union, {}).setdefault(name, []).append(found)
        for (*_, place), by_branch in unions.items():
            if len(by_branch) > 1:
                kept = _best(len(place), by_branch)
                dropped = {id(f) for fs in by_branch.values() for f in fs} - set(map(id, kept))
                errors = [found for found in errors if id(found) not in dropped]
        depth += 1
    return errors


def _best(depth: int, by_branch: dict[str, list[Located]]) -> list[Located]:
    """The errors of the branch that fits best; all if the value has the type of none.

    Args:
        depth: the length of the path of the union.
        by_branch: the errors of each branch.
    """
    fitting = [
        found for found in by_branch.values() if all(len(error.path) > depth for error in found)
    ]
    if not fitting:
        return [error for found in by_branch.values() for error in found]
    wrong = [{error.path for error in found if _is_choice(error)} for found in fitting]
    if common := set.intersection(*wrong):  # the key that decides has the word of no branch
        return [error for found in fitting for error in found if error.path in common]
    return min(fitting, key=_cost)


def _cost(errors: list[Located]) -> tuple[int, int, int]:
    """How badly a branch fits: wrong words first, then missing keys, then everything else."""
    missing = sum(found.error["type"] == "missing" for found in errors)
    return sum(map(_is_choice, errors)), missing, len(errors)


def _is_choice(found: Located) -> bool:
    return found.error["type"] in ("literal_error", "enum")

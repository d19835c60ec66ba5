"""Old names of rules and options in a configuration file, replaced by the current ones."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from contentlint import renames
from contentlint.config.settings import Key, Renamed
from contentlint.core.errors import ConfigError

# Makes the error about a key: where it is, and what is wrong with it.
Error = Callable[[Key, str], ConfigError]


def rename(data: Any, lines: dict[Key, int], error: Error) -> list[Renamed]:
    """Replace old names of rules and options in the settings of a file, in place.

    Args:
        data: the settings as parsed, not validated yet.
        lines: the line (from 1) of every key; the current names are added.
        error: makes an error about a key.

    Raises:
        ConfigError: a rule or an option is set under its old and its current name.
    """
    if not isinstance(data, dict):
        return []
    renamed: list[Renamed] = []
    for where, table in _tables(data):
        renamed += _in_table(table, renames.RULES, where, lines, error)
        for rule_id, options in table.items():
            if isinstance(options, dict):
                known = renames.OPTIONS.get(rule_id, {})
                known = {**known, **{old.replace("-", "_"): new for old, new in known.items()}}
                renamed += _in_table(options, known, (*where, rule_id), lines, error)
    return [*renamed, *_in_lists(data)]


def _in_lists(data: dict[str, Any]) -> Iterator[Renamed]:
    """Replace the old ids in the lists of rules whose fixes are safe or unsafe."""
    for key in ("extend-safe-fixes", "extend-unsafe-fixes"):
        names = data.get(key)
        if isinstance(names, list):
            old = [name for name in names if isinstance(name, str) and name in renames.RULES]
            yield from (Renamed((key,), name, renames.current(name)) for name in old)
            data[key] = [renames.current(n) if isinstance(n, str) else n for n in names]


def _tables(data: dict[str, Any]) -> Iterator[tuple[Key, dict[str, Any]]]:
    """Every table of rules, with the path to it."""
    if isinstance(data.get("rules"), dict):
        yield ("rules",), data["rules"]
    overrides = data.get("overrides")
    for index, item in enumerate(overrides if isinstance(overrides, list) else ()):
        if isinstance(item, dict) and isinstance(item.get("rules"), dict):
            yield ("overrides", index, "rules"), item["rules"]


def _in_table(
    table: dict[str, Any],
    known: Mapping[str, str],
    where: Key,
    lines: dict[Key, int],
    error: Error,
) -> Iterator[Renamed]:
    for old in [name for name in table if name in known]:
        new = known[old]
        if new in table or new.replace("-", "_") in table:
            raise error((*where, old), f"`{old}` and `{new}` are both set; remove `{old}`")
        table[new] = table.pop(old)
        for key in [key for key in lines if key[: len(where) + 1] == (*where, old)]:
            lines[*where, new, *key[len(where) + 1 :]] = lines[key]
        yield Renamed((*where, new), old, new)

"""Where a cursor is in front matter, from the lines as they are: a block that is being written
often cannot be parsed."""

import re

from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple

_YAML_KEY = re.compile(r"([ \t]*)((?:- +)*)([\w.-]*)")
_YAML_PAIR = re.compile(r"([ \t]*)((?:- +)*)([\w.-]+|\"[^\"]*\"|'[^']*')[ \t]*:(?:[ \t]+|$)")
_YAML_ITEM = re.compile(r"([ \t]*)-[ \t]+")
_TOML_PAIR = re.compile(r"[ \t]*([\w-]+|\"[^\"]*\"|'[^']*')[ \t]*=[ \t]*")
_TOML_KEY = re.compile(r"[ \t]*([\w-]*)")
_TOML_TABLE = re.compile(r"[ \t]*\[([^\[\]]+)\][ \t]*(?:#.*)?")
_FLOW = re.compile(r"\[[^\[\]]*")
_DELIMITERS = {"---": "yaml", "+++": "toml"}
_QUOTES = "\"'"


class Place(NamedTuple):
    """A place in front matter.

    Args:
        format: `yaml` or `toml`.
        path: the path of the mapping whose key is written, or of the value that is.
        is_key: whether a key is written; otherwise a value.
        word: the span of what is written, up to the cursor.
        is_item: whether the value is an item of a list.
        taken: the keys of this mapping, or the items of this list, on other lines.
    """

    format: str
    path: tuple[str | int, ...]
    is_key: bool
    word: Span
    is_item: bool = False
    taken: frozenset[str] = frozenset()


def place_at(text: str, offset: int) -> Place | None:
    """The place of a cursor; None if it is not in front matter, or where nothing is completed.

    Args:
        text: the article.
        offset: the cursor, as a code-point offset.
    """
    first = text.removeprefix("\ufeff").partition("\n")[0].rstrip()
    kind = _DELIMITERS.get(first)
    if kind is None:
        return None
    lines = text.split("\n")
    number = text.count("\n", 0, offset)
    fences = [i for i, line in enumerate(lines[1:], 1) if line.rstrip() == first]
    if number == 0 or (fences and number >= fences[0]):
        return None
    start = text.rfind("\n", 0, offset) + 1
    written = text[start:offset]
    block = [line.rstrip("\r") for line in lines[1 : fences[0] if fences else len(lines)]]
    if kind == "yaml":
        return _in_yaml(block, number - 1, written, start)
    return _in_toml(block, number - 1, written, start)


def _in_yaml(lines: list[str], number: int, written: str, start: int) -> Place | None:
    end = start + len(written)
    if pair := _YAML_PAIR.match(written):
        parents = _parents(lines, number, len(pair[1]), of_item=bool(pair[2]))
        path = (*parents, *([0] if pair[2] else []), _unquoted(pair[3]))
        value = written[pair.end() :]
        return _value("yaml", path, value, end, lines, number)
    if item := _YAML_ITEM.match(written):
        parents = _parents(lines, number, len(item[1]), of_item=True)
        word = written[item.end() :].lstrip(_QUOTES)
        if not parents:
            return None
        taken = frozenset(_items(lines, number, item[1]))
        return Place("yaml", (*parents, 0), False, Span(end - len(word), end), True, taken)
    key = _YAML_KEY.fullmatch(written)
    if key is None:
        return None
    parents = _parents(lines, number, len(key[1]))
    taken = frozenset(_keys(lines, number, key[1]))
    return Place("yaml", parents, True, Span(end - len(key[3]), end), False, taken)


def _value(
    kind: str, path: tuple[str | int, ...], value: str, end: int, lines: list[str], number: int
) -> Place | None:
    """The place of a value on the line of its key, which may be a list in brackets."""
    if value.startswith("[") and _FLOW.fullmatch(value):
        *others, last = value[1:].split(",")
        word = last.lstrip(" \t").lstrip(_QUOTES)
        rest = lines[number].partition("[")[2].rpartition("]")[0].split(",")
        taken = {_unquoted(each.strip()) for each in (*others, *rest)} - {word, ""}
        return Place(kind, (*path, 0), False, Span(end - len(word), end), True, frozenset(taken))
    if value.startswith(("[", "{", "|", ">", "&", "*", "!", "#")):
        return None
    word = value.lstrip(_QUOTES)
    return Place(kind, path, False, Span(end - len(word), end))


def _parents(
    lines: list[str], number: int, indent: int, *, of_item: bool = False
) -> tuple[str | int, ...]:
    """The path of the mapping or list that a line belongs to, by indentation.

    Args:
        lines: of the block.
        number: the line.
        indent: its indentation.
        of_item: whether it is an item of a list, whose key may have the same indentation.
    """
    path: list[str | int] = []
    limit = indent + of_item
    for line in reversed(lines[:number]):
        if limit <= 0:
            break
        pair = _YAML_PAIR.match(line)
        if pair is None:
            continue
        dash, column = len(pair[1]), len(pair[1]) + len(pair[2])
        if column < limit:
            path.insert(0, _unquoted(pair[3]))
            limit = column
        elif column > limit or not pair[2]:
            continue
        if pair[2]:  # the key of a list has at most the indentation of the `-`
            path.insert(0, 0)
            limit = dash + 1
    return tuple(path)


def _keys(lines: list[str], number: int, indent: str) -> list[str]:
    """The keys on other lines with the same indentation."""
    pairs = (_YAML_PAIR.match(line) for i, line in enumerate(lines) if i != number)
    return [_unquoted(pair[3]) for pair in pairs if pair and pair[1] == indent and not pair[2]]


def _items(lines: list[str], number: int, indent: str) -> list[str]:
    """The items of the same list on other lines."""
    found = []
    for step in (-1, 1):
        at = number + step
        while 0 <= at < len(lines) and (item := _YAML_ITEM.match(lines[at])) and item[1] == indent:
            found.append(_unquoted(lines[at][item.end() :].strip()))
            at += step
    return found


def _in_toml(lines: list[str], number: int, written: str, start: int) -> Place | None:
    end = start + len(written)
    table: tuple[str, ...] = ()
    for line in reversed(lines[:number]):
        if found := _TOML_TABLE.fullmatch(line):
            table = tuple(_unquoted(part.strip()) for part in found[1].split("."))
            break
        if line.lstrip().startswith("[["):
            return None
    if pair := _TOML_PAIR.match(written):
        path = (*table, _unquoted(pair[1]))
        return _value("toml", path, written[pair.end() :], end, lines, number)
    key = _TOML_KEY.fullmatch(written)
    if key is None:
        return None
    pairs = (_TOML_PAIR.match(line) for i, line in enumerate(lines) if i != number)
    taken = frozenset(_unquoted(pair[1]) for pair in pairs if pair)
    return Place("toml", table, True, Span(end - len(key[1]), end), False, taken)


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] in _QUOTES and text[-1] == text[0] else text

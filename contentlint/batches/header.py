"""Front matter that is a column: written as a block in front of the text.

A mapping becomes YAML with one line per key, whose values are JSON, so that a finding can name its
key. Text is taken as it is, if it is YAML; JSON is parsed first.
"""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

_PLAIN_KEY = re.compile(r"[A-Za-z_][\w-]*\Z", re.ASCII)
# YAML reads these as booleans or null.
_NOT_STRINGS = frozenset("y yes n no on off true false null".split())
# JSON has no dates, and writers of JSON front matter write them as strings.
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?\Z")
# YAML ends lines at some of these, and allows none of them in a plain file.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_TOP_KEY = re.compile(
    r"""(?:"((?:[^"\\]|\\.)*)"\s*|'((?:[^']|'')*)'\s*|([^\s#'"{\[][^:]*)):(?:\s|$)"""
)
_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")


class NotFrontMatter(Exception):
    """A value that is neither a mapping nor text."""


def header(value: Any) -> str:
    """The block for a value of the front matter column; empty for None.

    Args:
        value: a mapping, the pairs of a map, or text in JSON, YAML or TOML, with or without fences.

    Raises:
        NotFrontMatter: it is something else.
    """
    if value is None:
        return ""
    if isinstance(value, bytes):
        value = _decoded(value)
    if isinstance(value, str):
        return _of_text(value)
    if isinstance(value, list) and all(isinstance(pair, tuple) for pair in value):
        value = dict(value)
    if not isinstance(value, Mapping):
        raise NotFrontMatter(f"front matter is not a mapping but {type(value).__name__}")
    # A field that a row lacks is null in a struct.
    lines = (
        f"{_key(str(key))}: {_value(item)}\n" for key, item in value.items() if item is not None
    )
    return f"---\n{''.join(lines)}---\n"


def key_at(block: str, offset: int) -> str | None:
    """The top-level key of a place in a block; None if it is before the first.

    Args:
        block: the front matter block, with fences.
        offset: in code points.
    """
    end = block.find("\n", offset)
    for line in reversed(block[: end if end >= 0 else len(block)].split("\n")):
        found = _TOP_KEY.match(line)
        if found is not None:
            quoted, single, plain = found.groups()
            return _unquoted(quoted) if quoted is not None else single or plain.rstrip()
    return None


def _unquoted(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"'))
    except ValueError:
        return text


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotFrontMatter(f"front matter is not UTF-8: byte 0x{data[error.start]:02X}") from None


def _of_text(text: str) -> str:
    stripped = text.strip()
    if not stripped:
        return ""
    if stripped.startswith("{"):
        try:
            value = json.loads(stripped)
        except (ValueError, RecursionError):
            pass  # the front matter parser reports it
        else:
            return header(value)
    fence = _FENCE.match(text)
    if fence is not None:
        mark = fence[1]
        is_closed = re.search(rf"^{re.escape(mark)}[ \t]*\r?$", text[fence.end() :], re.MULTILINE)
        return _ended(text) if is_closed else f"{_ended(text)}{mark}\n"
    return f"---\n{_ended(text)}---\n"


def _ended(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"


def _key(key: str) -> str:
    is_plain = _PLAIN_KEY.match(key) and key.lower() not in _NOT_STRINGS
    return key if is_plain else _json(key)


def _value(value: Any) -> str:
    if isinstance(value, str) and _DAY.match(value):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    return _json(value)


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=_plain)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value)

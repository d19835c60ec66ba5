"""Findings that were there before: recorded once, then held back.

A baseline is a file of JSON lines: a line that says what it is, then one for each finding, sorted.
Lines of different branches merge by themselves. An entry is the rule, the path, and a fingerprint
of what is marked: the key path in the front matter, or the marked text with what stands around it
on its line. Line numbers are no part of it, so that moving an article's lines revives nothing;
where the same stands several times in a file, the entries are numbered.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from contentlint import renames
from contentlint.core.errors import ConfigError
from contentlint.core.finding import Finding
from contentlint.core.reading import MOST_OF_BASELINE, read_settings, reason

FILE_NAME = "contentlint-baseline.jsonl"
VERSION = 2

_HEAD = "contentlint-baseline"


class Entry(NamedTuple):
    """A finding of a baseline.

    Args:
        path: the file, relative to the baseline's folder, with `/`.
        rule: the rule.
        fingerprint: of what is marked.
        repeat: which one it is, from 1, of those in the file with the same rule and fingerprint.
    """

    path: str
    rule: str
    fingerprint: str
    repeat: int


# --- entries


def numbered(findings: Iterable[tuple[str, Finding]]) -> Iterator[tuple[Entry, Finding]]:
    """The entry of each finding.

    Args:
        findings: each with its path in the baseline, in the order of a report.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    for path, finding in findings:
        key = (finding.path, finding.rule, finding.fingerprint)
        counts[key] += 1
        yield Entry(path, finding.rule, finding.fingerprint, counts[key]), finding


# --- the file


def read(file: Path, shown: str, root: Path | None = None) -> frozenset[Entry]:
    """The entries of a baseline.

    Args:
        file: where it is.
        shown: its name for people.
        root: the folder that it must lie in; None: any.

    Raises:
        ConfigError: it is not there, or is damaged; the line is named.
    """
    try:
        text = read_settings(file, root, MOST_OF_BASELINE).decode("utf-8-sig")
    except FileNotFoundError as error:
        hint = "`contentlint baseline write` makes it"
        raise ConfigError(f"no baseline `{shown}`; {hint}") from error
    except OSError as error:
        raise ConfigError(f"cannot be read: {reason(error)}", shown) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ConfigError("is not UTF-8", shown, line) from error
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines or _version(lines[0][1]) != VERSION:
        raise ConfigError(_not_ours(lines), shown, lines[0][0] if lines else None)
    return frozenset(
        entry for number, line in lines[1:] if (entry := _entry(line, shown, number)) is not None
    )


def write(entries: Iterable[Entry]) -> str:
    """The text of a baseline; the same for the same entries in any order."""
    lines = [json.dumps({_HEAD: VERSION})]
    for entry in sorted(entries):
        data = entry._asdict()
        if entry.repeat == 1:
            del data["repeat"]
        line = json.dumps(data, ensure_ascii=False)
        # Bytes of a file's name that are no text are written as escapes.
        is_text = line.encode("utf-8", "replace") == line.encode("utf-8", "surrogatepass")
        lines.append(line if is_text else json.dumps(data))
    return "\n".join(lines) + "\n"


def _version(line: str) -> object:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return data.get(_HEAD) if isinstance(data, dict) else None


def _not_ours(lines: list[tuple[int, str]]) -> str:
    version = _version(lines[0][1]) if lines else None
    if version is None:
        return f'is no baseline; its first line would be `{{"{_HEAD}": {VERSION}}}`'
    return f"is a baseline of version {version}; this contentlint knows version {VERSION}"


def _entry(line: str, shown: str, number: int) -> Entry | None:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        raise ConfigError("a conflict is left here; keep the lines of both sides", shown, number)
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ConfigError("is no JSON; each entry is one line", shown, number) from error
    if isinstance(data, dict) and data.get(_HEAD) == VERSION:
        return None  # the first line of another branch
    if isinstance(data, dict):
        repeat = data.pop("repeat", 1)
        path, rule, fingerprint = (data.pop(name, None) for name in Entry._fields[:3])
        is_text = isinstance(path, str) and isinstance(rule, str) and isinstance(fingerprint, str)
        if is_text and type(repeat) is int and repeat > 0 and not data:
            return Entry(path, renames.current(rule), fingerprint, repeat)
    raise ConfigError("is no entry; one has `path`, `rule` and `fingerprint`", shown, number)

"""The baseline file: findings that are recorded once and then suppressed.

A baseline is a JSON Lines file: a header line, then one sorted line per finding, so that branches
merge without conflicts. An entry consists of the path, the rule and a fingerprint of the marked
text: the key path in front matter, or the text with its context on the line. It has no line number,
so moving lines does not bring findings back. Equal entries of a file are numbered.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from contentlint import renames
from contentlint.core.errors import ConfigError
from contentlint.core.finding import Finding
from contentlint.core.reading import MOST_OF_BASELINE, read_settings, reason
from contentlint.core.tuples import NamedTuple

FILE_NAME = "contentlint-baseline.jsonl"
VERSION = 2

_HEAD = "contentlint-baseline"


class Entry(NamedTuple):
    """A finding in a baseline.

    Args:
        path: the file, relative to the folder of the baseline, with `/`.
        rule: the rule id.
        fingerprint: of the marked text.
        repeat: its 1-based number among those in the file with the same rule and fingerprint.
    """

    path: str
    rule: str
    fingerprint: str
    repeat: int


# --- entries


def numbered(findings: Iterable[tuple[str, Finding]]) -> Iterator[tuple[Entry, Finding]]:
    """The entry of each finding.

    Args:
        findings: each with its path in the baseline, in report order.
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
        file: its path.
        shown: its displayed path.
        root: the folder that must contain it; None for any.

    Raises:
        ConfigError: it does not exist or is damaged; names the line.
    """
    try:
        text = read_settings(file, root, MOST_OF_BASELINE).decode("utf-8-sig")
    except FileNotFoundError as error:
        hint = "create it with `contentlint baseline write`"
        raise ConfigError(f"baseline `{shown}` not found; {hint}") from error
    except OSError as error:
        raise ConfigError(f"cannot be read: {reason(error)}", shown) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ConfigError("invalid UTF-8", shown, line) from error
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines or _version(lines[0][1]) != VERSION:
        raise ConfigError(_version_fault(lines), shown, lines[0][0] if lines else None)
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
        # Undecodable bytes of a file name are written as escapes.
        is_unicode = line.encode("utf-8", "replace") == line.encode("utf-8", "surrogatepass")
        lines.append(line if is_unicode else json.dumps(data))
    return "\n".join(lines) + "\n"


def _version(line: str) -> object:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return data.get(_HEAD) if isinstance(data, dict) else None


def _version_fault(lines: list[tuple[int, str]]) -> str:
    version = _version(lines[0][1]) if lines else None
    if version is None:
        return f'not a baseline; expected first line `{{"{_HEAD}": {VERSION}}}`'
    return f"unsupported baseline version {version}; expected version {VERSION}"


def _entry(line: str, shown: str, number: int) -> Entry | None:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        raise ConfigError("unresolved merge conflict; keep the lines of both sides", shown, number)
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ConfigError("invalid JSON; each entry is one line", shown, number) from error
    if isinstance(data, dict) and data.get(_HEAD) == VERSION:
        return None  # the header of another branch
    if isinstance(data, dict):
        repeat = data.pop("repeat", 1)
        path, rule, fingerprint = (data.pop(name, None) for name in Entry._fields[:3])
        is_text = isinstance(path, str) and isinstance(rule, str) and isinstance(fingerprint, str)
        if is_text and type(repeat) is int and repeat > 0 and not data:
            return Entry(path, renames.current(rule), fingerprint, repeat)
    raise ConfigError("invalid entry; expected `path`, `rule` and `fingerprint`", shown, number)

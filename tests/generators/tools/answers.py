"""What the recorders in Python share: inputs in, answers out, values with their types."""

import base64
import json
import logging
import math
import os
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from importlib.metadata import version
from pathlib import Path
from typing import Any

STAMP = 981173106
"""When the article's file was changed last, in seconds since 1970: 2001-02-03T04:05:06Z."""


def versions(*names: str) -> dict[str, str]:
    """The installed version of each package."""
    return {name: version(name) for name in names}


def moment(value: Any) -> Any:
    """A date as an instant in UTC where it has an offset, else as it is."""
    if isinstance(value, datetime):
        if value.tzinfo is None:
            return value.isoformat()
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return None if value is None else {"$other": str(value)}


def typed(value: Any) -> Any:
    """A value as JSON that keeps its type."""
    if value is None or isinstance(value, (bool, str)):
        return value if value is None or isinstance(value, bool) else str(value)
    if isinstance(value, int):
        return value if abs(value) < 2**53 else {"$number": str(value)}
    if isinstance(value, float):
        return {"$number": str(value)} if not math.isfinite(value) or value.is_integer() else value
    if isinstance(value, (datetime, date, time)):
        return {"$date": moment(value)}
    if isinstance(value, bytes):
        return {"$binary": base64.b64encode(value).decode()}
    if isinstance(value, Mapping):
        return {str(key): typed(each) for key, each in value.items()}
    if isinstance(value, (set, frozenset)):
        return {"$set": sorted(map(str, value))}
    if isinstance(value, (list, tuple)):
        return [typed(each) for each in value]
    return {"$other": str(value)}


class Log(logging.Handler):
    """The warnings and errors of one input."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def taken(self) -> str | None:
        """What was logged since the last call, in one line."""
        lines, self.lines = self.lines, []
        return " | ".join(dict.fromkeys(lines)) or None


def written(path: Path, text: str) -> None:
    """Writes the article, with the time stamp of all."""
    path.write_bytes(text.encode())
    os.utime(path, (STAMP, STAMP))


def answer(tools: dict[str, str], one: Callable[[str], dict[str, Any]]) -> None:
    """Answers every input of the file that record.py names.

    Args:
        tools: the versions of what answers.
        one: from the text of an article to what was made of it; it raises where a build stops.
    """
    answers = []
    for each in json.loads(Path(os.environ["GENERATORS_INPUTS"]).read_text()):
        try:
            answers.append(one(each["text"]))
        except (Exception, SystemExit) as error:
            answers.append({"error": f"{error}" or type(error).__name__})
    Path(os.environ["GENERATORS_ANSWERS"]).write_text(
        json.dumps({"versions": tools, "answers": answers})
    )

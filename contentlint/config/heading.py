"""What a configuration file adds to others: `extends`, `[plugins]` and `[[checks]]`, unvalidated.

The rules that a file may name depend on these keys, also on those of the files that it extends, so
they are read before the file is validated. What has the wrong type is left out here, and reported
by the validation.
"""

import json
import re
from typing import Any

from contentlint.config.settings import EMPTY, Heading
from contentlint.core.toml import NotToml
from contentlint.core.toml import parse as parse_toml


def heading(data: bytes, table: tuple[str, ...]) -> Heading:
    """The keys of a file.

    Args:
        data: its content.
        table: the path of the table of its settings.
    """
    text = data.decode("utf-8-sig", "replace")
    try:
        found: Any = parse_toml(text)
        for name in table:
            found = found[name]
    except (NotToml, RecursionError, KeyError, TypeError):
        return EMPTY
    if not isinstance(found, dict):
        return EMPTY
    extends, plugins, checks = (found.get(key) for key in ("extends", "plugins", "checks"))
    extends = [extends] if isinstance(extends, str) else extends
    return Heading(
        [e for e in extends if isinstance(e, str)] if isinstance(extends, list) else [],
        {k: v for k, v in plugins.items() if isinstance(v, (str, bool))}
        if isinstance(plugins, dict)
        else {},
        [c for c in checks if isinstance(c, dict) and isinstance(c.get("id"), str)]
        if isinstance(checks, list)
        else [],
        _lines(text),
    )


def _lines(text: str) -> dict[str, int]:
    """The first line of each key, found by its form; used in messages only."""
    lines: dict[str, int] = {}
    number_of_check = 0
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if stripped.startswith("[["):
            if re.match(r"\[\[\s*(?:tool\.contentlint\.)?checks\s*\]\]", stripped):
                lines[f"checks.{number_of_check}"] = number
                number_of_check += 1
            continue
        key = re.match(r"""(?:plugins\.)?["']?([\w-]+)["']?\s*=""", stripped)
        if key:
            lines.setdefault(key[1], number)
    return lines


def to_json(found: Heading) -> str:
    """A heading as JSON; dates become strings."""
    return json.dumps(found, default=str)


def from_json(text: str) -> Heading:
    """The opposite of `to_json`.

    Raises:
        ValueError, TypeError: the text was not written by `to_json`.
    """
    return Heading(*json.loads(text))

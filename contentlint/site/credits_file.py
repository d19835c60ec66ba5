"""A site's own list of who made its pictures.

A table in TOML, YAML or JSON: an address, a file name or a pattern of them, and whom it is by, as
words or as a table with `author`, `licence` (or `license`) and `source`:

    "harbour.jpg" = { author = "Mara Ellwood", license = "CC BY 4.0", source = "https://…" }
    "team/*" = "Idris Fenwick"
"""

import re
from collections.abc import Mapping
from fnmatch import translate
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from contentlint.core.errors import ConfigError
from contentlint.core.parsing import NotParsed, parsed
from contentlint.core.reading import read_settings, reason

_KEYS = ("author", "license", "source")
_OTHER_NAMES = {
    "licence": "license",
    "by": "author",
    "photographer": "author",
    "credit": "author",
    "url": "source",
    "link": "source",
}


class Entry(NamedTuple):
    """Who made a picture, on which terms it is used and where it is from; empty: not known."""

    author: str
    license: str
    source: str


class CreditsList:
    """The list, made ready to be asked for addresses.

    Args:
        entries: by address, file name or pattern.
    """

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._exact = {name: entry for name, entry in entries.items() if not _is_pattern(name)}
        self._patterns = [
            (re.compile(f"{translate(name)}|{translate('*/' + name.lstrip('/'))}"), entry)
            for name, entry in entries.items()
            if _is_pattern(name)
        ]

    def find(self, url: str) -> Entry | None:
        """The entry of a picture's address; the most exact name wins, then the first pattern."""
        bare = unquote(url.partition("?")[0].partition("#")[0])
        for name in (url, bare, *_tails(bare)):
            if name in self._exact:
                return self._exact[name]
        path = f"/{bare.lstrip('/')}"
        for pattern, entry in self._patterns:
            if pattern.match(path) or pattern.match(bare):
                return entry
        return None


def read(file: Path, shown: str, root: Path | None = None) -> CreditsList:
    """Read a list.

    Args:
        file: where it is; the ending says in which format.
        shown: what it is called in errors.
        root: the folder that it must lie in; None: any.

    Raises:
        ConfigError: it cannot be read, or is no such table.
    """
    try:
        text = read_settings(file, root).decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"credits cannot be read: {reason(error)}", shown) from error
    except UnicodeDecodeError as error:
        raise ConfigError("is not UTF-8", shown) from error
    try:
        ending = file.suffix.lower()
        data = parsed(text, ending if ending in (".json", ".yaml", ".yml") else ".toml")
    except NotParsed as error:
        raise ConfigError(f"credits cannot be parsed: {error.reason}", shown, error.line) from error
    if not isinstance(data, dict):
        raise ConfigError("must be a table of pictures and their credits", shown)
    return CreditsList({str(name): _entry(name, value, shown) for name, value in data.items()})


def _entry(name: Any, value: Any, shown: str) -> Entry:
    if isinstance(value, str) and value.strip():
        return Entry(value.strip(), "", "")
    if not isinstance(value, dict):
        raise ConfigError(f"`{name}` must be words or a table with `author`", shown)
    found = dict.fromkeys(_KEYS, "")
    for key, said in value.items():
        known = _OTHER_NAMES.get(str(key).lower(), str(key).lower())
        if known in found and said is not None:
            found[known] = str(said).strip()
    if not any(found.values()):
        raise ConfigError(f"`{name}` names no `author`, `license` or `source`", shown)
    return Entry(**found)


def _is_pattern(name: str) -> bool:
    return any(sign in name for sign in "*?[")


def _tails(path: str) -> list[str]:
    """The path without its first folders, the longest first: a/b/c.png, b/c.png, c.png."""
    parts = path.split("/")
    return ["/".join(parts[index:]) for index in range(len(parts)) if parts[index]]

"""The credits file of a site: authors, licenses and sources of its images.

A table in TOML, YAML or JSON. A key is a URL, a file name or a pattern; its value is the author as
a string, or a table with `author`, `license` (or `licence`) and `source`:

    "harbour.jpg" = { author = "Mara Ellwood", license = "CC BY 4.0", source = "https://…" }
    "team/*" = "Idris Fenwick"
"""

import re
from collections.abc import Mapping
from fnmatch import translate
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from contentlint.core.errors import ConfigError
from contentlint.core.reading import read_settings, reason
from contentlint.core.tuples import NamedTuple

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
    """The author, license and source of an image; empty: not known."""

    author: str
    license: str
    source: str


class CreditsList:
    """The entries of a credits file, prepared for lookups.

    Args:
        entries: the entries by URL, file name or pattern.
    """

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._exact = {name: entry for name, entry in entries.items() if not _is_pattern(name)}
        self._patterns = [
            (re.compile(f"{translate(name)}|{translate('*/' + name.lstrip('/'))}"), entry)
            for name, entry in entries.items()
            if _is_pattern(name)
        ]

    def find(self, url: str) -> Entry | None:
        """The entry of an image URL; the most specific name wins, then the first pattern."""
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
    """Read a credits file.

    Args:
        file: its path; the suffix decides the format.
        shown: its name in errors.
        root: the folder that must contain it; None: any.

    Raises:
        ConfigError: the file cannot be read or is not valid.
    """
    try:
        text = read_settings(file, root).decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"credits file cannot be read: {reason(error)}", shown) from error
    except UnicodeDecodeError as error:
        raise ConfigError("invalid credits file: not UTF-8", shown) from error
    from contentlint.core.parsing import NotParsed, parsed

    try:
        suffix = file.suffix.lower()
        data = parsed(text, suffix if suffix in (".json", ".yaml", ".yml") else ".toml")
    except NotParsed as error:
        raise ConfigError(f"invalid credits file: {error.reason}", shown, error.line) from error
    if not isinstance(data, dict):
        raise ConfigError(
            "invalid credits file: must be a table of images and their credits", shown
        )
    return CreditsList({str(name): _entry(name, value, shown) for name, value in data.items()})


def _entry(name: Any, value: Any, shown: str) -> Entry:
    if isinstance(value, str) and value.strip():
        return Entry(value.strip(), "", "")
    if not isinstance(value, dict):
        raise ConfigError(f"`{name}` must be a string or a table with `author`", shown)
    found = dict.fromkeys(_KEYS, "")
    for key, text in value.items():
        known = _OTHER_NAMES.get(str(key).lower(), str(key).lower())
        if known in found and text is not None:
            found[known] = str(text).strip()
    if not any(found.values()):
        raise ConfigError(f"`{name}` has no `author`, `license` or `source`", shown)
    return Entry(**found)


def _is_pattern(name: str) -> bool:
    return any(character in name for character in "*?[")


def _tails(path: str) -> list[str]:
    """The suffixes of a path, the longest first: a/b/c.png, b/c.png, c.png."""
    parts = path.split("/")
    return ["/".join(parts[index:]) for index in range(len(parts)) if parts[index]]

"""A site as its links see it: its articles, files and configuration."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from contentlint.core.globs import compiled
from contentlint.core.patterns import lazy
from contentlint.site.facts import ArticleFacts
from contentlint.site.generator import Generator
from contentlint.site.lookups import Folders
from contentlint.site.pages import LINKS, PAGES, Link, Page, link_of, page_of

if TYPE_CHECKING:
    from contentlint.site.links.navigation import Navigation
    from contentlint.site.links.resolver import Resolver

_PAGE = f'["{PAGES}",'
_LINK = f'["{LINKS}",'
# What ends the front matter in the fact about a page.
_HEADINGS = "},["
_ARTICLES = (".md", ".markdown", ".mdx", ".qmd", ".html", ".htm")
# Folders with libraries, templates and output.
_APART = frozenset("node_modules _site _layouts _includes layouts templates themes venv".split())
_MOST_FOLDERS = 5000
# The number of articles without facts whose front matter is read.
_MOST_UNREAD = 500
_FRONT_MATTER = lazy(r"\A\ufeff?(?:---|\+\+\+)[ \t]*\r?\n(.{0,8000}?)\n(?:---|\+\+\+)", re.DOTALL)
_NAME = lazy(r"[^\s/\"':=,\[\]{}#]{1,200}")
_decode = json.JSONDecoder().raw_decode


class Days:
    """What was asked about the date, as the days on which all answers are the same.

    Attributes:
        first: the latest day that has come.
        next: the earliest day that has not.
    """

    def __init__(self) -> None:
        self.first = date.min
        self.next = date.max

    def has_come(self, day: date) -> bool:
        """Whether a day has begun."""
        if day <= today():
            self.first = max(self.first, day)
            return True
        self.next = min(self.next, day)
        return False

    def narrow(self, state: Sequence[str]) -> None:
        """Add what was asked earlier, with the same answers; as `state`."""
        first, after = map(date.fromisoformat, state)
        self.first, self.next = max(self.first, first), min(self.next, after)

    @property
    def state(self) -> list[str]:
        """The first of the days, and the day after the last, as JSON."""
        return [self.first.isoformat(), self.next.isoformat()]


def today() -> date:
    """The date, in local time."""
    return date.today()


def is_between(state: Sequence[str]) -> bool:
    """Whether the date is one of the days of `Days.state`."""
    first, after = map(date.fromisoformat, state)
    return first <= today() < after


class LinkedSite:
    """A site whose links are resolved.

    Args:
        generator: its generator.
        folders: the names of its files, from its root.
        articles: the facts of its articles, sorted by path.

    Attributes:
        texts: the files read so far.
        days: what was asked about the date so far.
    """

    def __init__(
        self, generator: Generator, folders: Folders, articles: Sequence[ArticleFacts]
    ) -> None:
        self.generator = generator
        self.folders = folders
        self._packed: dict[str, str] = dict(articles)
        self._pages: dict[str, Page | None] = {}
        self.texts: dict[str, str] = {}
        self.days = Days()

    @property
    def paths(self) -> "Mapping[str, str]":
        """The paths of its articles, from its root."""
        return self._packed

    def page(self, path: str) -> Page | None:
        """The article at a path, parsed on first use; None if there is none."""
        try:
            return self._pages[path]
        except KeyError:
            found = self._pages[path] = self._read(path)
            return found

    def links_of(self, path: str) -> Iterator[Link]:
        """The links of the article at a path."""
        packed = self._packed.get(path, "")
        if _LINK in packed:
            yield from (link_of(fact[4]) for fact in json.loads(packed) if fact[0] == LINKS)

    def pages(self) -> Iterator[Page]:
        """All articles, sorted by path."""
        for path in self._packed:
            page = self.page(path)
            if page is not None:
                yield page

    @cached_property
    def resolver(self) -> "Resolver | None":
        """What resolves its links; None if nothing is known about those of its generator."""
        from contentlint.site.links import resolver_of

        return resolver_of(self)

    @cached_property
    def navigation(self) -> "Navigation | None":
        """Its navigation; None if it has none, or nothing is known about it."""
        return None if self.resolver is None else self.resolver.navigation()

    def page_text(self, path: str) -> str:
        """The fact about an article as text; empty if it has none."""
        return page_part(self._packed.get(path, ""))

    def front_text(self, path: str) -> str:
        """The front matter in the fact about an article, as text; empty if it has none."""
        packed = self._packed.get(path, "")
        place = packed.find(_PAGE)
        return "" if place < 0 else packed[place : packed.find(_HEADINGS, place)]

    def _read(self, path: str) -> Page | None:
        packed = self._packed.get(path)
        place = -1 if packed is None else packed.find(_PAGE)
        if packed is None or place < 0:
            return None
        value: list[Any] = _decode(packed, place)[0]
        return page_of(path, value[4])

    def text(self, name: str) -> str:
        """The text of a file, such as the configuration; empty if it does not exist.

        Args:
            name: its path from the root of the site.
        """
        if name not in self.texts:
            self.texts[name] = self.folders.text(name)
        return self.texts[name]

    @cached_property
    def config(self) -> str:
        """The texts of the generator's configuration files that exist, joined by line ends."""
        return "\n".join(filter(None, map(self.text, self.generator.configs)))

    @cached_property
    def by_name(self) -> dict[str, list[str]]:
        """The paths of its articles by file name in lower case, without suffix."""
        found: dict[str, list[str]] = {}
        for path in self._packed:
            found.setdefault(stem(path).lower(), []).append(path)
        return found

    @cached_property
    def unread(self) -> frozenset[str]:
        """The names, in lower case, that articles without facts may have in their URLs.

        The configuration excludes them from the run or from rules about links; the generator may
        publish them. The names are those of their files and the values of their front matter.
        """
        found: set[str] = set()
        folders, number = [""], 0
        for folder in folders:  # grows while it is read
            for name in self.folders.names(folder):
                path = f"{folder}/{name}".lstrip("/")
                if "." not in name:
                    folders += [path] if len(folders) < _MOST_FOLDERS and name not in _APART else []
                elif name.endswith(_ARTICLES) and not self.page_text(path):
                    found.add(stem(path).lower())
                    number += 1
                    if number <= _MOST_UNREAD:
                        found |= _named_in(self.text(path))
        return frozenset(found)

    def is_ignored(self, place: str) -> bool:
        """Whether a `.gitignore` of the repository matches a path: its file may be generated."""
        folder, rest = place, ""
        while folder:
            folder, _, name = folder.rpartition("/")
            rest = f"{name}/{rest}" if rest else name
            verdict = self._verdict(f"{folder}/.gitignore".lstrip("/"), rest)
            if verdict is not None:
                return verdict
        above = ""
        for name in reversed(self.folders.repository):
            above, rest = f"{above}../", f"{name}/{rest}"
            verdict = self._verdict(f"{above}.gitignore", rest)
            if verdict is not None:
                return verdict
        return False

    def _verdict(self, file: str, path: str) -> bool | None:
        """Whether a `.gitignore` excludes a path; None if it says nothing, or nothing valid."""
        lines = self.text(file)
        try:
            return compiled(tuple(lines.splitlines())).check_file(path).include if lines else None
        except ValueError:
            return None


def page_part(packed: str) -> str:
    """The fact about an article as text, out of its facts; empty if it has none."""
    place = packed.find(_PAGE)
    if place < 0:
        return ""
    end = packed.find(_LINK, place)
    return packed[place:] if end < 0 else packed[place:end]


def _named_in(text: str) -> set[str]:
    """The words of front matter, and its lines as names in URLs, in lower case."""
    front = _FRONT_MATTER.match(text)
    if front is None:
        return set()
    whole = front[1].lower()
    titles = (line.partition(":")[2].strip(" \"'") for line in whole.split("\n"))
    return {*_NAME.findall(whole), *("-".join(_NAME.findall(title)) for title in titles)}


def stem(path: str) -> str:
    """The file name of a path without its suffix; for `index` and `README`, the folder's name."""
    folder, _, name = path.rpartition("/")
    plain = name.rpartition(".")[0] or name
    if plain.lower() in ("index", "_index", "readme") and folder:
        return folder.rpartition("/")[2]
    return plain

"""The navigation of a site, as its configuration names it: entries, and the articles they reach.

Only literal values are read. Where code, a plugin or a glob may add entries, an article without an
entry is not known to have none.
"""

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote

from contentlint.core import spelling
from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.site.links.linked import stem
from contentlint.site.lookups import MOST_BYTES

if TYPE_CHECKING:
    from contentlint.site.links import web
    from contentlint.site.links.linked import LinkedSite
    from contentlint.site.links.resolver import Resolver
    from contentlint.site.pages import Page

# How alike a missing target and a suggestion are at least.
_ALIKE = 0.75
# The same for paths in other folders.
_VERY_ALIKE = 0.9
# Shorter names are similar by accident.
_SHORTEST = 3
# What a text names by path, URL or file name.
_MENTION = lazy(r"(?<=[/\"'`(<=\[|:])[\w.%~-]++")
_SOURCE = lazy(r"\.(?:mdx?|markdown|html?|qmd)\Z")
_READ = (
    *(".md", ".mdx", ".markdown", ".qmd", ".rst", ".json", ".yml", ".yaml", ".toml"),
    *(".html", ".njk", ".jinja", ".j2", ".liquid", ".astro", ".vue", ".svelte"),
    *(".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts"),
)
_APART = frozenset("node_modules dist build public static site _site __pycache__ venv i18n".split())
_MOST_FILES = 5000


State = Literal["found", "missing", "unknown"]


class Entry(NamedTuple):
    """An entry of the navigation that names something in the site.

    Args:
        file: the file that has it, as a path from the root of the site.
        span: the span of the target there, as code-point offsets.
        target: the target as written.
        state: `missing` if it certainly does not exist.
        place: what was expected: the path of an article or a URL path.
        suggestion: the existing target that is most like a missing one, as written in the file.
    """

    file: str
    span: Span
    target: str
    state: State
    place: str = ""
    suggestion: str = ""


class Navigation(NamedTuple):
    """The navigation of a site.

    Args:
        entries: its entries, by file and position.
        named: the paths of the articles that have an entry.
        expected: the paths of the articles that may have one; empty if it is not known which
            articles have none.
        name: what the generator calls it: `nav`, `sidebar`.
    """

    entries: tuple[Entry, ...]
    named: frozenset[str]
    expected: frozenset[str]
    name: str

    @property
    def omitted(self) -> frozenset[str]:
        """The articles without an entry."""
        return self.expected - self.named


def missing(entry: Entry, resolver: "Resolver", target: str, candidates: Collection[str]) -> Entry:
    """An entry whose target the site does not have; unknown if an article that is not read may be.

    Args:
        entry: the entry.
        resolver: of the site.
        target: what was looked up.
        candidates: the targets of the same form that exist.
    """
    plain = _SOURCE.sub("", target.strip("/")).lower()
    if {plain.rpartition("/")[2], stem(plain)} & resolver.site.unread:
        return entry._replace(state="unknown")
    suggestion = _nearest(target, candidates) if resolver.may_search() else ""
    return entry._replace(state="missing", suggestion=suggestion)


def is_whole(text: str) -> bool:
    """Whether the text of a file was read to its end."""
    return len(text.encode("utf-8", "surrogatepass")) < MOST_BYTES


def _nearest(target: str, candidates: Collection[str]) -> str:
    """The candidate that is most like a missing target; empty if none is."""
    folder, _, last = target.strip("/").rpartition("/")
    by_folder: dict[str, dict[str, str]] = {}
    for each in candidates:
        where, _, name = each.strip("/").rpartition("/")
        by_folder.setdefault(where, {})[name] = each
    same = [names[last] for names in by_folder.values() if last in names]
    if len(same) == 1 and last:
        return same[0]
    if len(_SOURCE.sub("", last)) < _SHORTEST:
        return ""
    beside = by_folder.get(folder, {})
    if alike := spelling.alike(last, list(beside)[:_MOST_FILES], _ALIKE):
        return beside[alike[0]]
    alike = spelling.alike(target, list(candidates)[:_MOST_FILES], _VERY_ALIKE)
    return alike[0] if alike else ""


def unlinked(site: "LinkedSite", resolver: "Resolver", pages: Collection[str]) -> frozenset[str]:
    """Those of some articles that nothing else in the site links to or mentions.

    A template, a component or a value of front matter may link as well, so an article counts as
    linked if any other file has the last part of its path or URL as a part of a path.

    Args:
        site: the site.
        resolver: what resolves its links.
        pages: the paths of articles.
    """
    left = set(pages) - _linked(site, resolver, set(pages))
    if not left:
        return frozenset()
    names: dict[str, set[str]] = {}
    for path in left:
        page = site.page(path)
        for name in (stem(path), _last(page, resolver)) if page is not None else ():
            names.setdefault(name.lower(), set()).add(path)
    files = list(_files(site))
    if len(files) > _MOST_FILES:
        return frozenset()
    for file in files:
        for name in _mentions(site.text(file)) & names.keys():
            left -= names[name] - {file}
    return frozenset(left)


def _linked(site: "LinkedSite", resolver: "Resolver", pages: set[str]) -> set[str]:
    """The articles among some that another published article links to."""
    found: set[str] = set()
    for page in site.pages():
        if not resolver.is_published(page):
            continue
        for link in site.links_of(page.path):
            outcome = resolver.resolve(page, link)
            if outcome.page in pages and outcome.page != page.path:
                found.add(outcome.page)
    return found


def _last(page: "Page | None", resolver: "Resolver") -> str:
    url = None if page is None else resolver.url(page)
    return (url or "").rstrip("/").rpartition("/")[2].removesuffix(".html")


def _mentions(text: str) -> set[str]:
    return {_SOURCE.sub("", each) for each in _MENTION.findall(text.lower())}


def _files(site: "LinkedSite") -> Iterator[str]:
    """The articles of the site and of sites in it, and what may be its templates and data."""
    yield from site.paths
    folders, number = [""], 0
    for folder in folders:  # grows while it is read
        for name in sorted(site.folders.names(folder)):
            path = f"{folder}/{name}".lstrip("/")
            if name in _APART or (name.startswith(".") and name != ".vitepress"):
                continue
            if "." not in name[1:]:
                folders += [path] if len(folders) < _MOST_FILES else []
            elif name.endswith(_READ) and path not in site.paths:
                number += 1
                yield path
                if number > _MOST_FILES:
                    return


def with_state(entry: Entry, resolver: "web.Resolver") -> tuple[Entry, str]:
    """An entry whose place is a URL path without the base path, and the article that has it.

    Args:
        entry: the entry, with its place.
        resolver: of the site.
    """
    url = unquote(re.split(r"[?#]", entry.place, maxsplit=1)[0])
    found = resolver.at_exactly(url)
    if found is not None:
        return entry, found.page
    if resolver.is_open(url):
        return entry._replace(state="unknown"), ""
    return missing(entry._replace(place=url), resolver, url, resolver.by_url), ""

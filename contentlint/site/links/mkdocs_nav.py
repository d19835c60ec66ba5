"""The navigation of MkDocs: `nav` in `mkdocs.yml`."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from contentlint.core.globs import matches
from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.site.links.navigation import Entry, Navigation, is_whole, missing

if TYPE_CHECKING:
    from contentlint.site.links.mkdocs import Resolver

_CONFIGS = ("properdocs.yml", "properdocs.yaml", "mkdocs.yml", "mkdocs.yaml")
# Plugins with a navigation of their own.
_OWN = frozenset("awesome-pages awesome-nav literate-nav i18n navigation".split())
_EXTERNAL = lazy(r"[A-Za-z][A-Za-z0-9+.-]*:|//?")
_TEXT = "tag:yaml.org,2002:str"
# Settings with patterns of pages that need no entry.
_HIDING = ("not_in_nav", "exclude_docs", "draft_docs")


def navigation_of(resolver: "Resolver") -> Navigation | None:
    """The navigation of a site; None if it has no `nav`, or a plugin decides about it."""
    file = next(filter(resolver.site.text, _CONFIGS), "")
    if not is_whole(resolver.site.text(file)):
        return None
    plugins = {name.rpartition("/")[2] for name in resolver.plugins}
    if not isinstance(resolver.config.get("nav"), list) or plugins & _OWN:
        return None
    pages = _pages(resolver)
    entries: list[Entry] = []
    named: set[str] = set()
    for value, span in _scalars(resolver.site.text(file)):
        if not value or _EXTERNAL.match(value):
            continue
        inner = PurePosixPath(value).as_posix()
        if inner in pages:
            named.add(pages[inner])
        entries.append(_entry(resolver, Entry(file, span, value, "found"), inner, pages))
    # Some plugins add entries, and `INHERIT` may have any of the settings.
    is_open = resolver.may_add_pages
    expected = frozenset() if is_open else frozenset(_expected(resolver, pages, plugins))
    return Navigation(tuple(entries), frozenset(named), expected, "nav")


def _pages(resolver: "Resolver") -> dict[str, str]:
    """The articles of the site by their paths in the docs folder."""
    start = "" if resolver.docs == "." else f"{resolver.docs}/"
    inner = {path[len(start) :]: path for path in resolver.site.paths if path.startswith(start)}
    return {
        name: path
        for name, path in inner.items()
        if not name.endswith((".html", ".htm")) and not f"/{name}".count("/.")
    }


def _entry(resolver: "Resolver", entry: Entry, inner: str, pages: dict[str, str]) -> Entry:
    """An entry with its state.

    Args:
        resolver: of the site.
        entry: the entry.
        inner: its target as a path in the docs folder.
        pages: the articles by their paths there.
    """
    place = inner if resolver.docs == "." else f"{resolver.docs}/{inner}"
    entry = entry._replace(place=place)
    folders = resolver.site.folders
    is_inside = ".." not in inner.split("/")
    if inner in pages or (is_inside and folders.has(place) and not folders.names(place)):
        return entry
    if resolver.may_add_pages:
        return entry._replace(state="unknown")
    return missing(entry, resolver, inner, pages)


def _expected(resolver: "Resolver", pages: dict[str, str], plugins: set[str]) -> Iterator[str]:
    """The articles that MkDocs itself reports if they have no entry."""
    settings = (resolver.config.get(key) for key in _HIDING)
    lines = [tuple(each.splitlines()) for each in settings if isinstance(each, str)]
    for inner, path in pages.items():
        if any(matches(patterns, inner) for patterns in lines):
            continue
        folder, _, name = path.rpartition("/")
        if name == "README.md" and f"{folder}/index.md".lstrip("/") in resolver.site.paths:
            continue  # not published
        if "blog" in plugins and "/posts/" in f"/{inner}":
            continue
        yield path


def _scalars(text: str) -> Iterator[tuple[str, Span]]:
    """The targets in `nav`, in order."""
    import yaml

    shift = text.startswith("\ufeff")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text, loader)
    except yaml.YAMLError:
        return
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == "nav":
            yield from _inside(value, shift)


def _inside(node: Any, shift: int) -> Iterator[tuple[str, Span]]:
    waiting = [node]
    # An alias may name a list that it is part of.
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node.value, str):
            if node.tag != _TEXT:
                continue  # such as `~` and `3`, which MkDocs refuses
            start, end = node.start_mark.index + shift, node.end_mark.index + shift
            quote = node.style in ("'", '"')
            yield node.value, Span(start + quote, end - quote)
        elif node.id == "mapping":
            waiting += [value for _, value in reversed(node.value)]
        else:
            waiting += reversed(node.value)

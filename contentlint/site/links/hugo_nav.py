"""The navigation of Hugo: the menus in its configuration, which name pages or URLs."""

import re
from collections.abc import Iterator
from posixpath import normpath
from typing import TYPE_CHECKING, Any

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.site.links.navigation import Entry, Navigation, missing
from contentlint.site.links.served import parsed, table
from contentlint.site.pages import Page

if TYPE_CHECKING:
    from contentlint.site.links.hugo import Resolver

_SUFFIXES = ("toml", "yaml", "yml", "json")
_STEMS = ("hugo", "config", "config/_default/hugo", "config/_default/config")
_MENUS = ("menus", "menu")
_SUFFIX = lazy(r"\.(?:md|markdown|html?|adoc|rst|org|pandoc|pdc)\Z")
# The value of one of the keys, in TOML, YAML or JSON.
_TARGET = lazy(
    r"(?:^|[{,])[ \t-]*+[\"']?(pageRef|url)[\"']?[ \t]*+[=:][ \t]*+"
    r"(?:\"([^\"\n]*+)\"|'([^'\n]*+)'|([^\s\"',#}]++))",
    re.IGNORECASE | re.MULTILINE,
)


def navigation_of(resolver: "Resolver") -> Navigation | None:
    """The menus of a site; None if its configuration has none.

    Which articles have no entry says nothing, for lists have them.
    """
    entries: list[Entry] = []
    for file in _files(resolver):
        text = resolver.site.text(file)
        spans = _spans(text)
        for code, item in _items(parsed(text, file), file):
            entries += _entry(resolver, file, code, item, spans)
    if not entries:
        return None
    return Navigation(tuple(entries), frozenset(), frozenset(), "menus")


def _files(resolver: "Resolver") -> Iterator[str]:
    codes = ("", *(f".{code}" for code in resolver.hugo.languages))
    stems = [*_STEMS, *(f"config/_default/{name}{code}" for name in _MENUS for code in codes)]
    stems.append("config/_default/languages")
    names = (f"{stem}.{suffix}" for stem in stems for suffix in _SUFFIXES)
    return filter(resolver.site.text, names)


def _items(value: Any, file: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The items of the menus in a file, with the language of each; empty: that of the site."""
    stem = file.rpartition("/")[2].rpartition(".")[0]
    name, _, code = stem.partition(".")
    if name in _MENUS:
        menus = {code: value}
    elif name == "languages":
        menus = _of_languages(value)
    else:
        root = _lowered(value)
        menus = _of_languages(root.get("languages"))
        menus[""] = {**table(root.get("menu")), **table(root.get("menus"))}
    for language, each in menus.items():
        for items in table(each).values():
            for item in items if isinstance(items, list) else ():
                yield language, _lowered(item)


def _of_languages(value: Any) -> dict[str, Any]:
    found = {}
    for code, settings in table(value).items():
        own = _lowered(settings)
        found[str(code).lower()] = {**table(own.get("menu")), **table(own.get("menus"))}
    return found


def _lowered(value: Any) -> dict[str, Any]:
    return {str(key).lower(): each for key, each in table(value).items()}


def _spans(text: str) -> dict[tuple[str, str], list[Span]]:
    """The places of the values of `pageRef` and `url`, in order."""
    found: dict[tuple[str, str], list[Span]] = {}
    for match in _TARGET.finditer(text):
        group = next(n for n in (2, 3, 4) if match[n] is not None)
        found.setdefault((match[1].lower(), match[group]), []).append(Span(*match.span(group)))
    return found


def _entry(
    resolver: "Resolver",
    file: str,
    code: str,
    item: dict[str, Any],
    spans: dict[tuple[str, str], list[Span]],
) -> Iterator[Entry]:
    """The entry of an item; none if it names nothing in the site, or its place is not found.

    Args:
        resolver: of the site.
        file: the file that has it.
        code: its language; empty: any.
        item: its settings.
        spans: of the targets in the file; that of the item is removed.
    """
    key = "pageref" if item.get("pageref") else "url"
    target = item.get(key)
    places = spans.get((key, target), []) if isinstance(target, str) else []
    if not places:
        return
    entry = Entry(file, places.pop(0), str(target), "found")
    if key == "url":
        if entry.target.startswith("/") and not entry.target.startswith("//"):
            yield _at_url(resolver, entry)
    elif item.get("url") is None:  # otherwise the URL is used if there is no page
        yield _at_page(resolver, entry, code)


def _at_url(resolver: "Resolver", entry: Entry) -> Entry:
    url = re.split(r"[?#]", entry.target, maxsplit=1)[0]
    entry = entry._replace(place=url)
    if resolver.published(url):
        return entry
    if resolver.supplied(url) or resolver.hugo.has_unknown_theme:
        return entry._replace(state="unknown")
    return missing(entry, resolver, url, resolver.by_url)


def _at_page(resolver: "Resolver", entry: Entry, code: str) -> Entry:
    plain = normpath(_SUFFIX.sub("", entry.target)).strip("/")
    entry = entry._replace(place=f"content/{plain}")
    languages = [code] if code else list(resolver.hugo.languages)
    pages = [page for each in languages for page in _pages(resolver, each, plain)]
    if any(map(resolver.is_published, pages)) or (plain != "." and resolver.is_list(plain)):
        return entry
    if plain in ("", "."):
        return entry
    if not pages and (resolver.hugo.has_unknown_theme or resolver.supplied(f"/{plain}")):
        return entry._replace(state="unknown")
    known = [f"/{place}" for language, place in resolver.by_place if language in languages]
    return missing(entry, resolver, f"/{plain}", [] if pages else known)


def _pages(resolver: "Resolver", code: str, plain: str) -> Iterator[Page]:
    found = resolver.at_content(code, plain)
    if found is not None:
        yield found
    named = resolver.by_name.get((code, plain.lower()), []) if "/" not in plain else []
    if found is None and len(named) == 1 and (page := resolver.site.page(named[0])):
        yield page

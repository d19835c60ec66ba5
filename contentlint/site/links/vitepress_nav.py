"""The navigation of VitePress: `sidebar` and `nav` of the theme, where they are literals."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.site.links.literals import OPEN, Value, is_open, settings
from contentlint.site.links.navigation import Entry, Navigation, with_state

if TYPE_CHECKING:
    from contentlint.site.links.vitepress import Resolver

_EXTERNAL = lazy(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")
_LAYOUTS = ("home", "page", "false")


def navigation_of(resolver: "Resolver") -> Navigation | None:
    """The navigation of a site; None if its theme has none."""
    entries: list[Entry] = []
    named: set[str] = set()
    are_known = []
    for file in resolver.config_files():
        text = resolver.site.text(file)
        sidebars = list(settings(text, "sidebar"))
        for value in (*sidebars, *settings(text, "nav")):
            for base, link, span in _links(value, ""):
                found, page = _entry(resolver, file, base, link, span)
                entries.append(found)
                named.add(page)
        are_known += [not is_open(each) for each in sidebars if each.value not in (False, None)]
    if not are_known and not entries:
        return None
    expected = _expected(resolver) if are_known and all(are_known) else ()
    return Navigation(tuple(entries), frozenset(named), frozenset(expected), "sidebar")


def _entry(resolver: "Resolver", file: str, base: str, link: str, span: Span) -> tuple[Entry, str]:
    """An entry, looked up at the URL path that the theme makes of its link, and its article."""
    path = re.split(r"[?#]", f"{base}{link}".replace("//", "/"), maxsplit=1)[0]
    url = resolver.rewritten(path)
    url = url if url.startswith("/") else f"/{url}"
    entry = Entry(file, span, link, "found", url)
    if resolver.base and url.strip("/") == path.strip("/") and resolver.is_file_name(path):
        # The theme puts the base path before links to pages only.
        if not path.startswith(f"{resolver.base}/"):
            meant = f"{resolver.base}{url}" if resolver.at_exactly(url) else ""
            return entry._replace(state="missing", suggestion=meant), ""
        entry = entry._replace(place=path[len(resolver.base) :])
    return with_state(entry, resolver)


def _links(found: Value, base: str) -> Iterator[tuple[str, str, Span]]:
    """The links in a sidebar or menu, after the `base` that applies to each."""
    value = found.value
    if isinstance(value, list):
        for each in value:
            yield from _links(each, base)
        return
    if not isinstance(value, dict):
        return
    own = value.get("base")
    base = base if own is None or not isinstance(own.value, str) else own.value
    link = value.get("link")
    if link is not None and isinstance(link.value, str) and not _EXTERNAL.match(link.value):
        yield base, link.value, link.span
    if "text" in value or "items" in value:
        yield from _links(value.get("items", Value(OPEN, found.span)), base)
    else:  # a sidebar for each folder
        for each in value.values():
            yield from _links(each, base)


def _expected(resolver: "Resolver") -> Iterator[str]:
    """The articles that are pages of documentation."""
    for page in resolver.site.pages():
        layout = str(page.front.get("layout", "doc")).lower()
        is_page = page.path.endswith(".md") and resolver.url(page) is not None
        if is_page and layout not in _LAYOUTS:
            yield page.path

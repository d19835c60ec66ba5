"""The navigation of Starlight: `sidebar` in the configuration of Astro."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.site.links.literals import Value, is_open, settings
from contentlint.site.links.navigation import Entry, Navigation, missing, with_state

if TYPE_CHECKING:
    from contentlint.site.links.starlight import Resolver

_EXTERNAL = lazy(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")


class _Sidebar:
    """What a sidebar names.

    Args:
        resolver: of the site.
        file: its configuration file.
    """

    def __init__(self, resolver: "Resolver", file: str) -> None:
        self.resolver = resolver
        self.file = file
        self.entries: list[Entry] = []
        self.named: set[str] = set()
        self.folders: list[str] = []

    def read(self, found: Value) -> None:
        """Add what an item, or a list of items, names."""
        value = found.value
        if isinstance(value, list):
            for each in value:
                self.read(each)
        elif isinstance(value, str):
            self._slug(value, found.span)
        elif isinstance(value, dict):
            self._item(value)

    def _item(self, item: dict[str, Value]) -> None:
        slug, link = item.get("slug"), item.get("link")
        if slug is not None and isinstance(slug.value, str):
            self._slug(slug.value, slug.span)
        if link is not None and isinstance(link.value, str):
            self._link(link.value, link.span)
        if "items" in item:
            self.read(item["items"])
        generated = item.get("autogenerate")
        inner = generated.value if generated is not None else None
        folder = inner.get("directory") if isinstance(inner, dict) else None
        if folder is not None and isinstance(folder.value, str):
            self.folders.append(folder.value.strip("/"))

    def _slug(self, slug: str, span: Span) -> None:
        plain = slug.strip("/")
        start = "" if self.resolver.default == "root" else f"/{self.resolver.default}"
        url = f"{start}/" if plain in ("", "index") else f"{start}/{plain}/"
        if self.resolver.is_file and plain not in ("", "index"):
            url = f"{url[:-1]}.html"
        page = self.resolver.by_url.get(url)
        entry = Entry(self.file, span, slug, "found", url)
        if page is None:
            slugs = [each.strip("/").removesuffix(".html") for each in self.resolver.by_url]
            entry = missing(entry, self.resolver, plain, slugs)
            entry = entry._replace(state="unknown") if self.resolver.generates else entry
        self.entries.append(entry)
        self.named.add(page or "")

    def _link(self, link: str, span: Span) -> None:
        if _EXTERNAL.match(link):
            return
        url = link if link.startswith("/") else f"/{link}"
        if not self.resolver.is_file and not url.endswith("/"):
            # The theme adds one to every link, also to one to a file.
            url = re.split(r"[?#]", url, maxsplit=1)[0].rstrip("/") + "/"
        entry, page = with_state(Entry(self.file, span, link, "found", url), self.resolver)
        self.entries.append(entry)
        self.named.add(page)


def navigation_of(resolver: "Resolver") -> Navigation | None:
    """The navigation of a site; None if it has no `sidebar`."""
    file = next(filter(resolver.site.text, resolver.site.generator.configs), "")
    found = next(settings(resolver.site.text(file), "sidebar"), None)
    if found is None or not isinstance(found.value, list):
        return None
    sidebar = _Sidebar(resolver, file)
    sidebar.read(found)
    docs = f"{resolver.docs}/"
    for path in resolver.site.paths:
        inner = path[len(docs) :] if path.startswith(docs) else "/"
        if any(
            f"{inner}/".startswith(f"{folder}/" if folder else "") for folder in sidebar.folders
        ):
            sidebar.named.add(path)
    is_known = not is_open(found) and not resolver.generates and resolver.knows_languages
    expected = frozenset(_expected(resolver)) if is_known else frozenset()
    return Navigation(tuple(sidebar.entries), frozenset(sidebar.named), expected, "sidebar")


def _expected(resolver: "Resolver") -> Iterator[str]:
    """The articles of the default language that are pages of documentation."""
    for page in resolver.site.pages():
        inner = page.path[len(resolver.docs) + 1 :]
        if not page.path.startswith(f"{resolver.docs}/") or inner.startswith("404."):
            continue
        first = inner.partition("/")[0]
        is_other = first in resolver.languages or (
            resolver.default != "root" and first != resolver.default
        )
        is_splash = page.front.get("template") == "splash"
        if not is_other and not is_splash and resolver.url(page) is not None:
            yield page.path

"""Obsidian: notes by name anywhere in the vault, headings by text, blocks by `^id`.

Obsidian is not run for this; the rules are those of its documentation:
https://help.obsidian.md/links, https://help.obsidian.md/embeds.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from posixpath import dirname
from urllib.parse import quote

from contentlint.core import spelling
from contentlint.core.patterns import lazy
from contentlint.site.links import resolver
from contentlint.site.pages import Heading, Link, Outcome, Page, unknown

# Characters of headings that links to them do not have.
_DROPPED = lazy(r"[!\"#$%&()*+,.:;<=>?@^`{|}~/\[\]\\\s]+")
_TEMPLATE = lazy(r"\{\{|<%")
_FILE = lazy(r"\.[A-Za-z][A-Za-z0-9]{1,7}\Z")
_SKIPPED = frozenset({"node_modules"})
_ALIKE = 0.85
# The number of files of a vault from which on missing targets are not reported.
_MOST = 100_000


class Resolver(resolver.Resolver):
    """Resolves wikilinks, embeds and Markdown links as a vault does."""

    slugs = "obsidian"

    def expand(self, page: Page, link: Link) -> str | Outcome:
        if link.kind not in ("wiki", "embed"):
            return super().expand(page, link)
        if _TEMPLATE.search(link.target):
            return unknown("template syntax")
        # In a table, the `|` before the shown text is escaped.
        target = re.split(r"\\?\|", link.target, maxsplit=1)[0].strip()
        path, hash, fragment = target.partition("#")
        return quote(path.strip()) + hash + quote(fragment)

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if _TEMPLATE.search(path):
            return unknown("template syntax")
        if self._files is None:
            return unknown("large vault")
        place = self._place(page, path)
        if place is not None:
            return Outcome("found", place=place, page=place if place in self.site.paths else "")
        is_note = "." not in path.rpartition("/")[2] or path.lower().endswith(".md")
        return Outcome("missing", "page" if is_note else "file", path, self._similar(path, link))

    def _place(self, page: Page, path: str) -> str | None:
        """The file that a target names; letter case does not count."""
        if path.startswith(("./", "../")):
            wanted = self.inside(dirname(page.path), path)
        else:
            wanted = path.strip("/")
        if not wanted:
            return None
        for form in (wanted.casefold(), f"{wanted.casefold()}.md"):
            places = (self._files or {}).get(form.rpartition("/")[2], ())
            found = [each for each in places if f"/{each.casefold()}".endswith(f"/{form}")]
            if found:
                # Of several, the nearest note is meant, then the one with the shortest path.
                return min(found, key=lambda each: (-_shared(each, page.path), each.count("/")))
        return wanted if self.site.folders.has(wanted) else None

    @cached_property
    def _files(self) -> dict[str, list[str]] | None:
        """The files of the vault by name in lower case; None if there are too many."""
        found: dict[str, list[str]] = {}
        for number, path in enumerate(self._walk("")):
            if number > _MOST:
                return None
            found.setdefault(path.rpartition("/")[2].casefold(), []).append(path)
        return found

    def _walk(self, folder: str) -> Iterator[str]:
        for name in sorted(self.site.folders.names(folder)):
            if name.startswith(".") or name in _SKIPPED:
                continue
            path = f"{folder}/{name}" if folder else name
            inner = () if _FILE.search(name) else self.site.folders.names(path)
            if inner:
                yield from self._walk(path)
            else:
                yield path

    def _similar(self, path: str, link: Link) -> str:
        """The target with the name of the most similar note; empty if none is similar."""
        self._searches += 1
        if self._searches > 300:
            return ""
        name = path.rpartition("/")[2].casefold()
        stems = self._stems
        near = spelling.alike(name.removesuffix(".md"), stems, _ALIKE)
        if not near or link.kind not in ("wiki", "embed"):
            return ""
        rest = re.search(r"#|\\?\|", link.target)
        return stems[near[0]] + (link.target[rest.start() :] if rest else "")

    @cached_property
    def _stems(self) -> dict[str, str]:
        stems = (path.rpartition("/")[2].removesuffix(".md") for path in self.site.paths)
        return {stem.casefold(): stem for stem in stems}

    def anchors(self, page: Page) -> dict[str, None]:
        known = self._anchors.get(page.path)
        if known is None:
            texts = [heading.text for heading in page.headings]
            known = self._anchors[page.path] = dict.fromkeys([*texts, *page.ids])
        return known

    def has_anchor(self, page: Page, anchor: str) -> bool:
        if anchor.startswith("^"):
            return anchor.casefold() in {each.casefold() for each in page.ids}
        if anchor in page.ids:
            return True
        # `#Setup#Linux` is a heading below another one.
        headings = iter(page.headings)
        return all(
            any(_plain(part) in _forms(heading) for heading in headings)
            for part in anchor.split("#")
        )


def _shared(one: str, other: str) -> int:
    """The number of folders that two paths have in common."""
    pairs = zip(one.split("/")[:-1], other.split("/")[:-1], strict=False)
    return next(
        (number for number, (a, b) in enumerate(pairs) if a != b),
        min(one.count("/"), other.count("/")),
    )


def _forms(heading: Heading) -> tuple[str, str]:
    """The text of a heading as links have it, with and without its markup."""
    return _plain(heading.text), _plain(heading.raw)


def _plain(text: str) -> str:
    return _DROPPED.sub(" ", text).strip().casefold()

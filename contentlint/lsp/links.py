"""The links of articles for the editor: where they lead, and what can be linked."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname
from typing import Any
from urllib.parse import unquote

from lsprotocol import types

from contentlint.article.document import Document
from contentlint.article.images.words import IMAGE_KEYS, plain_key
from contentlint.article.links import PlacedLink, page_of_article
from contentlint.core.globs import below
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.lsp.buffers import Buffer, Text
from contentlint.lsp.project import Article, read
from contentlint.lsp.session import Session
from contentlint.lsp.sites import SiteIndex, text_of
from contentlint.site import slugs
from contentlint.site.links import resolver_of
from contentlint.site.links.linked import LinkedSite
from contentlint.site.links.resolver import Resolver, split
from contentlint.site.lookups import Folders
from contentlint.site.pages import Kind, Link, Outcome, Page

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")
# What is written of a link, up to the cursor.
_WRITTEN: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"!\[[^\[\]]*\]\(<?([^\s()<>]*)\Z"), "image"),
    (re.compile(r"\]\(<?([^\s()<>]*)\Z"), "link"),
    (re.compile(r"^ {0,3}\[[^\[\]]+\]:[ \t]*<?([^\s<>]*)\Z"), "definition"),
    (re.compile(r"<(?:a|area)\s[^<>]*\bhref=[\"']([^\"'<>]*)\Z"), "html"),
    (
        re.compile(r"<(?:img|source|video)\s[^<>]*\b(?:src|poster)=[\"']([^\"'<>]*)\Z"),
        "source",
    ),
)
_ARE_IMAGES = frozenset({"image", "source"})
# A line with a link is searched this far back from the cursor, in code points.
_REACH = 1000
_MOST = 200


class Linked(NamedTuple):
    """A site whose links are resolved.

    Args:
        facts: its facts.
        site: its articles and files.
        resolver: resolves its links.
    """

    facts: SiteIndex
    site: LinkedSite
    resolver: Resolver


class Target(NamedTuple):
    """Where a link leads: the file, the anchor as written, and what resolving it found."""

    path: Path
    fragment: str
    outcome: Outcome


class LinkHelp:
    """Answers requests about links.

    Args:
        session: the open files and their sites.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._linked: dict[int, tuple[int, Linked]] = {}
        self._fronts: dict[Path, dict[str, tuple[str, Mapping[str, Any]]]] = {}

    def linked(self, article: Article) -> Linked | None:
        """The site of an article with its links; None if they are not known, or not yet."""
        index = self._session.site(article)
        if index is None or not index.is_complete:
            return None
        known = self._linked.get(id(index))
        if known is not None and known[0] == index.generation:
            return known[1]
        folders = Folders(index.root.folder)
        site = LinkedSite(article.task.plan.generator, folders, index.articles())
        resolver = resolver_of(site)
        if resolver is None:
            return None
        if len(self._linked) > 20:
            self._linked.clear()
        found = Linked(index, site, resolver)
        self._linked[id(index)] = (index.generation, found)
        return found

    def page(self, linked: Linked, article: Article, document: Document) -> Page:
        """The article as a page of its site, with its current text."""
        path = below(article.task.path, linked.facts.root.folder)
        return page_of_article(document)._replace(path=path or article.task.path.name)

    # --- where links lead

    def target_at(self, article: Article, offset: int) -> tuple[Span, Target] | None:
        """Where the link under a cursor leads, with its span; None if that is not known."""
        for placed, target in self.targets(article, offset):
            return placed.span, target
        return None

    def targets(
        self, article: Article, offset: int | None = None
    ) -> Iterator[tuple[PlacedLink, Target]]:
        """The links of an article to existing files, or the one at an offset."""
        linked = self.linked(article)
        if linked is None:
            return
        document = article.document()
        page = self.page(linked, article, document)
        for placed in document.links:
            if offset is not None and not placed.span.start <= offset <= placed.span.end:
                continue
            target = self._target(linked, page, placed.link)
            if target is not None:
                yield placed, target

    def _target(self, linked: Linked, page: Page, link: Link) -> Target | None:
        outcome = linked.resolver.resolve(page, link)
        place = outcome.page or outcome.place
        if not place or (outcome.state == "missing" and outcome.fault in ("page", "file")):
            return None
        path = linked.facts.root.folder / place
        if not path.is_file() or below(path, linked.facts.root.folder) is None:
            return None
        _, fragment = split(link.target.strip())
        return Target(path, fragment, outcome)

    def location(self, linked: Linked, target: Target) -> types.Location:
        """The place of a target: its heading or element, or the start of the file."""
        start = types.Range(types.Position(0, 0), types.Position(0, 0))
        uri = self._session.uri(target.path)
        if not target.fragment or not target.outcome.page:
            return types.Location(uri, start)
        task = linked.facts.project.config.task(target.path)
        text = text_of(target.path, self._session.texts(), task.plan.limits.file_size)
        if text is None:
            return types.Location(uri, start)
        document = read(task, text)
        page = page_of_article(document)._replace(path=target.outcome.page)
        span = anchor_span(linked.resolver, document, page, unquote(target.fragment))
        if span is None:
            return types.Location(uri, start)
        return types.Location(uri, Text(text, self._session.encoding).range(span))

    def about(self, buffer: Buffer, article: Article, offset: int) -> list[tuple[Span, str]]:
        """Where the link under the cursor leads, as text."""
        linked = self.linked(article)
        if linked is None or (found := self.target_at(article, offset)) is None:
            return []
        span, target = found
        place = below(target.path, linked.facts.root.folder) or target.path.name
        lines = [f"→ `{place}`"]
        page = linked.site.page(target.outcome.page) if target.outcome.page else None
        if page is not None:
            title = page.front.get("title")
            if isinstance(title, str) and title:
                lines.append(title)
            if target.fragment:
                lines.append(f"`#{target.fragment}`")
            url = linked.resolver.url(page)
            if url is not None and url != f"/{page.path}":
                lines.append(f"URL: `{linked.resolver.base}{url}`")
        return [(span, "\n\n".join(lines))]

    # --- completion

    def complete(
        self, buffer: Buffer, article: Article, offset: int
    ) -> Iterator[types.CompletionItem]:
        """The targets for the link that is being written at a cursor."""
        linked = self.linked(article)
        text = article.text
        start = max(text.rfind("\n", 0, offset) + 1, offset - _REACH)
        before = text[start:offset]
        for pattern, kind in _WRITTEN:
            if linked is not None and (match := pattern.search(before)):
                word = Span(offset - len(match[1]), offset)
                page = self.page(linked, article, article.document())
                if kind in _ARE_IMAGES:
                    yield from self._files(buffer, linked, page, word, match[1])
                elif "#" in match[1]:
                    yield from self._anchors(buffer, linked, page, kind, word, match[1])
                else:
                    yield from self._pages(buffer, linked, page, kind, word, match[1])
                return

    def _anchors(
        self, buffer: Buffer, linked: Linked, page: Page, kind: Kind, word: Span, written: str
    ) -> Iterator[types.CompletionItem]:
        path = written.partition("#")[0]
        other: Page | None = page
        if path:
            outcome = linked.resolver.resolve(page, Link(kind, path))
            other = linked.site.page(outcome.page) if outcome.page else None
        if other is None or not linked.resolver.slugs:
            return
        names = {heading.id: heading.text for heading in other.headings}
        anchors = slugs.named(linked.resolver.slugs)(linked.resolver.headings(other))
        names |= dict(zip(anchors, (heading.text for heading in other.headings), strict=False))
        place = buffer.range(Span(word.start + len(path) + 1, word.end))
        for number, anchor in enumerate(linked.resolver.anchors(other)):
            yield types.CompletionItem(
                anchor,
                kind=types.CompletionItemKind.Reference,
                detail=names.get(anchor),
                sort_text=f"{number:05}",
                filter_text=anchor,
                text_edit=types.TextEdit(place, anchor),
            )

    def _pages(
        self, buffer: Buffer, linked: Linked, page: Page, kind: Kind, word: Span, written: str
    ) -> Iterator[types.CompletionItem]:
        """The articles of the site, as links that certainly lead to them."""
        wanted = unquote(written.rstrip("/").rpartition("/")[2]).strip(".").lower()
        folder = dirname(page.path)
        places = [path for path in linked.site.paths if wanted in path.lower()]
        places.sort(key=lambda path: (dirname(path) != folder, path))
        place = buffer.range(word)
        for number, path in enumerate(places[:_MOST]):
            other = linked.site.page(path)
            target = None if other is None else _link_to(linked, page, other, kind, written)
            if other is None or target is None or path == page.path:
                continue
            title = other.front.get("title")
            yield types.CompletionItem(
                path,
                kind=types.CompletionItemKind.File,
                detail=title if isinstance(title, str) else None,
                sort_text=f"{number:05}",
                filter_text=f"{written} {path}",
                text_edit=types.TextEdit(place, target),
            )

    def _files(
        self, buffer: Buffer, linked: Linked, page: Page, word: Span, written: str
    ) -> Iterator[types.CompletionItem]:
        """The images and folders in the folder that is being written."""
        resolver, folder = linked.resolver, written.rpartition("/")[0]
        if written.startswith("/"):
            starts = [resolver.inside(root, folder or "/") for root in resolver.roots]
        else:
            starts = [resolver.inside(dirname(page.path), unquote(folder) or ".")]
        place = buffer.range(Span(word.start + written.rfind("/") + 1, word.end))
        for start in starts:
            if start is None:
                continue
            for name in sorted(linked.site.folders.names(start)):
                is_image = name.lower().endswith(_IMAGE_SUFFIXES)
                path = linked.facts.root.folder / start / name
                if name.startswith(".") or not (is_image or path.is_dir()):
                    continue
                kinds = types.CompletionItemKind
                new = name.replace(" ", "%20") + ("" if is_image else "/")
                yield types.CompletionItem(
                    name,
                    kind=kinds.File if is_image else kinds.Folder,
                    sort_text=f"{0 if is_image else 1}{name}",
                    filter_text=name,
                    text_edit=types.TextEdit(place, new),
                )

    def complete_file(
        self, buffer: Buffer, article: Article, word: Span, key: str
    ) -> Iterator[types.CompletionItem]:
        """The image files for a front matter key that names one."""
        linked = self.linked(article)
        if linked is None or plain_key(key) not in IMAGE_KEYS:
            return
        start = word.start
        page = self.page(linked, article, article.document())
        yield from self._files(buffer, linked, page, word, buffer.text[start : word.end])

    def used(self, article: Article, key: str) -> list[tuple[str, int]]:
        """The values of a front matter key in the site, the most frequent first, with numbers.

        Args:
            article: an article of the site.
            key: a key whose values decide about URLs and lists: tags, categories and the like.
        """
        linked = self.linked(article)
        if linked is None:
            return []
        known = self._fronts.setdefault(linked.facts.root.folder, {})
        numbers: Counter[str] = Counter()
        for path, facts in linked.site.paths.items():
            if path not in known or known[path][0] is not facts:
                page = linked.site.page(path)
                known[path] = (facts, {} if page is None else page.front)
            if article.task.path != linked.facts.root.folder / path:
                numbers.update(set(_names(known[path][1], key.lower())))
        return sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))


def _names(front: Mapping[str, Any], key: str) -> Iterator[str]:
    inner = front.get("taxonomies")
    for mapping in (front, inner if isinstance(inner, dict) else {}):
        value = mapping.get(key)
        values = value if isinstance(value, list) else [value]
        yield from (each for each in values if isinstance(each, str) and each)


def _link_to(linked: Linked, page: Page, other: Page, kind: Kind, written: str) -> str | None:
    """A link that leads to a page, relative or from the root as far as it is written; None if no
    form certainly does."""
    resolver = linked.resolver
    url = resolver.url(other)
    pattern = Link(kind, written if written.startswith(("/", "./")) else "a")
    forms = [resolver.written(page, pattern, other.path)]
    forms += [] if url is None else [f"{resolver.base}{url}"]
    for form in forms:
        found = resolver.resolve(page, Link(kind, form))
        if found.state == "found" and not found.fault and found.page == other.path:
            return form
    return None


def anchor_span(resolver: Resolver, document: Document, page: Page, anchor: str) -> Span | None:
    """The heading or element with an anchor; None if there is none."""
    elements = list(document.elements(*HEADINGS))
    if resolver.slugs:
        headings = resolver.headings(page)
        anchors = slugs.named(resolver.slugs)(headings)
        if len(anchors) == len(elements):
            for name in (anchor, anchor.lower()):
                if name in anchors:
                    return elements[anchors.index(name)].span
    for attribute in ("id", "name"):
        for element in document.elements_with(attribute):
            if element.value(attribute) == anchor:
                return element.span
    return None

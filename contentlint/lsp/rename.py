"""Rename of a heading, with the links to it in all articles of the site."""

import json
from collections.abc import Iterator
from urllib.parse import quote, unquote

from contentlint.article.document import Document
from contentlint.article.links import page_of_article
from contentlint.core.edits import edited
from contentlint.core.finding import Edit
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.lsp.links import HEADINGS, Linked, LinkHelp
from contentlint.lsp.project import Article, read
from contentlint.lsp.session import Session
from contentlint.lsp.sites import text_of
from contentlint.site import slugs
from contentlint.site.pages import LINKS, Page, link_of


class CannotRename(Exception):
    """Why a heading cannot be renamed, as a message for the author."""


class Place(NamedTuple):
    """The text of a heading: its span, without `#`, underline, tags and explicit id."""

    span: Span
    text: str


def heading_at(document: Document, offset: int) -> Place | None:
    """The text of the heading at an offset; None if there is none.

    Args:
        document: the article.
        offset: the place, as a code-point offset.
    """
    elements = list(document.elements(*HEADINGS))
    headings = page_of_article(document).headings
    for element, heading in zip(elements, headings, strict=True):
        span = element.span
        if heading.is_html:
            end = element.end_span
            span = Span(span.end, end.start) if end is not None else span
        if not span.start <= offset <= span.end:
            continue
        raw = heading.raw
        if heading.id and not heading.is_html:
            raw = raw.rpartition("{")[0].rstrip(" \t:")
        start = document.text.find(raw, span.start, span.end + len(raw)) if raw else -1
        if start < 0 or "\n" in raw:
            return None
        return Place(Span(start, start + len(raw)), raw)
    return None


def renamed(
    article: Article, offset: int, name: str, help: LinkHelp, session: Session
) -> dict[str, list[Edit]]:
    """The edits by path that rename a heading and change the links that certainly lead to it.

    Args:
        article: the article.
        offset: a place in the heading.
        name: the new text of the heading.
        help: knows the links.
        session: has the unsaved texts.

    Raises:
        CannotRename: there is no heading, the name is not valid, or ids are not known.
    """
    document = article.document()
    place = heading_at(document, offset)
    if place is None:
        raise CannotRename("no heading here that can be renamed")
    if not name.strip() or "\n" in name or "\r" in name:
        raise CannotRename("a heading must be one line of text")
    linked = help.linked(article)
    if linked is None:
        raise CannotRename("the links of this site are not known yet")
    own = Edit(place.span, name.strip())
    text = edited(article.text, [own])
    page = help.page(linked, article, document)
    other = page_of_article(read(article.task, text))._replace(path=page.path, front=page.front)
    changed = _changed_anchors(linked, page, other)
    edits = {page.path: [own]}
    for path, span, target in _links_to(linked, page, set(changed)):
        fragment = target.partition("#")[2]
        new = changed[unquote(fragment)]
        new = quote(new) if "%" in fragment else new
        edit = Edit(Span(span.end - len(fragment), span.end), new)
        if _is_current(linked, session, path, span, target):
            edits.setdefault(path, []).append(edit)
    return edits


def _changed_anchors(linked: Linked, page: Page, other: Page) -> dict[str, str]:
    """The new anchor for each one that changes; duplicates of other headings may change as well.

    Raises:
        CannotRename: the ids are not known.
    """
    resolver = linked.resolver
    if not resolver.slugs:
        raise CannotRename("how this generator makes the ids of headings is not known")
    if any(heading.is_open for heading in (*page.headings, *other.headings)):
        raise CannotRename("ids depend on template syntax in a heading")
    make = slugs.named(resolver.slugs)
    before, after = make(resolver.headings(page)), make(resolver.headings(other))
    if len(before) != len(after):
        raise CannotRename("the name changes the structure of the article")
    return {old: new for old, new in zip(before, after, strict=True) if old and new and old != new}


def _links_to(linked: Linked, page: Page, anchors: set[str]) -> Iterator[tuple[str, Span, str]]:
    """The links that certainly lead to some anchors of a page: article, span and target."""
    for path, facts in linked.site.paths.items():
        if not anchors or "#" not in facts:
            continue
        source = page if path == page.path else linked.site.page(path)
        if source is None:
            continue
        for rule, start, end, _, value in json.loads(facts):
            if rule != LINKS:
                continue
            link = link_of(value)
            fragment = link.target.partition("#")[2]
            if not link.is_exact or link.is_templated or unquote(fragment) not in anchors:
                continue
            found = linked.resolver.resolve(source, link)
            if found.state == "found" and not found.fault and found.page == page.path:
                yield path, Span(start, end), link.target


def _is_current(linked: Linked, session: Session, path: str, span: Span, target: str) -> bool:
    """Whether a link is still where its fact says."""
    task = linked.facts.project.config.task(linked.facts.root.folder / path)
    text = text_of(task.path, session.texts(), task.plan.limits.file_size)
    return text is not None and text[span.start : span.end] == target

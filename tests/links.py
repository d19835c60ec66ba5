"""Resolving the links of a folder in tests, without a run."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from contentlint.article.document import HTML_SUFFIXES, MARKDOWN_SUFFIXES, Document
from contentlint.article.links import collect_links
from contentlint.core.source import Source
from contentlint.site.facts import ArticleFacts, collected, packed
from contentlint.site.generator import Generator
from contentlint.site.generators import named
from contentlint.site.links import resolver_of
from contentlint.site.links.linked import LinkedSite
from contentlint.site.lookups import Folders
from contentlint.site.pages import Link, Outcome


class Resolved(NamedTuple):
    """A link of a file, and what resolving it found."""

    path: str
    line: int
    link: Link
    outcome: Outcome


def generator_of(folder: Path, name: str | None) -> Generator:
    """A generator as it is for the site in a folder."""
    generator = named(name)
    if generator.refine is None:
        return generator
    return generator.refine(generator, lambda file: _text(folder / file))


def _text(file: Path) -> str:
    return file.read_text("utf-8") if file.is_file() else ""


def documents(folder: Path, generator: Generator) -> Iterator[Document]:
    """The articles of a folder, with paths relative to it."""
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if file.suffix in MARKDOWN_SUFFIXES | HTML_SUFFIXES and file.is_file():
            yield Document(Source(path, file.read_text("utf-8")), generator=generator)


def linked_site(folder: Path, name: str | None) -> LinkedSite:
    """The site in a folder, with the facts of all its articles."""
    generator = generator_of(folder, name)
    articles = []
    for document in documents(folder, generator):
        facts = [collected("link", fact) for fact in collect_links(document)]
        articles.append(ArticleFacts(document.path, packed(facts)))
    return LinkedSite(generator, Folders(folder), articles)


def resolved(folder: Path, name: str | None) -> list[Resolved]:
    """All internal links of the articles in a folder, resolved as a generator does."""
    site = linked_site(folder, name)
    resolver = resolver_of(site)
    assert resolver is not None
    found = []
    for document in documents(folder, site.generator):
        page = site.page(document.path)
        assert page is not None
        for span, link in document.links:
            line = document.source.position(span.start)[0]
            found.append(Resolved(document.path, line, link, resolver.resolve(page, link)))
    return found

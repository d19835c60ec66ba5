"""Gather the pictures of articles, each once, with all places where it is used."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.article.document import Document
from contentlint.article.pictures.pages import Credited, Use
from contentlint.config.resolve import Config
from contentlint.core.reading import TooLarge, read_file
from contentlint.core.source import Source, decode
from contentlint.engine.discover import Discovery, shown

if TYPE_CHECKING:
    from contentlint.article.pictures import Picture


def gather(discovery: Discovery, config: Config, cwd: Path) -> tuple[list[Credited], list[str]]:
    """The pictures of all articles of a run, sorted by address, and the files that failed.

    Args:
        discovery: which articles.
        config: what holds for each.
        cwd: the folder that paths are relative to.

    Raises:
        ConfigError: a list of credits cannot be read.
    """
    found: dict[str, Credited] = {}
    failed = []
    for path in discovery.files:
        name = shown(path, cwd)
        try:
            data = read_file(path, config.plan(path).limits.file_size)
        except (OSError, TooLarge):
            failed.append(name)
            continue
        for credited in _of_article(data, path, name, config):
            known = found.get(credited.address)
            found[credited.address] = credited if known is None else _merged(known, credited)
    return [found[address] for address in sorted(found)], failed


def _of_article(data: bytes, path: Path, name: str, config: Config) -> Iterator[Credited]:
    plan = config.plan(path)
    text, fault = decode(data)
    if fault is not None and fault.unreadable:
        return
    source = Source(name, text, fault)
    surroundings = config.surroundings(path, plan)
    document = Document(source, generator=plan.generator, surroundings=surroundings)
    for picture in document.pictures:
        if picture.address and not picture.address.lower().startswith("data:"):
            yield _credited(picture, source)


def _credited(picture: "Picture", source: Source) -> Credited:
    use = Use(source.path, source.position(picture.span.start).line)
    said = picture.credit
    alt = " ".join((picture.alt or "").split())
    address = _from_start(picture.address, source.path)
    if said is None:
        return Credited(address, None, None, None, "", alt, (use,))
    return Credited(address, said.author, said.licence, said.source, said.text, alt, (use,))


def _from_start(address: str, article: str) -> str:
    """A relative address from the working directory instead of from its article."""
    if address.startswith(("/", "#", "{")) or ":" in address.partition("/")[0]:
        return address
    return posixpath.normpath(posixpath.join(posixpath.dirname(article), address))


def _merged(one: Credited, other: Credited) -> Credited:
    """Two uses of a picture: what one does not say, the other may."""
    return one._replace(
        author=one.author or other.author,
        licence=one.licence or other.licence,
        source=one.source or other.source,
        text=one.text or other.text,
        alt=one.alt or other.alt,
        used=one.used + other.used,
    )

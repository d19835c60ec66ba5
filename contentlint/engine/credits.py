"""Gather the pictures of articles, each once, with all places where it is used."""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from contentlint.article.document import Document
from contentlint.article.images.pages import Credited, Use
from contentlint.config.task import Task, TaskOf
from contentlint.core.reading import TooLarge, read_file
from contentlint.core.source import Source, decode
from contentlint.engine.discover import Discovery

if TYPE_CHECKING:
    from contentlint.article.images import Image


def gather(discovery: Discovery, task_of: TaskOf) -> tuple[list[Credited], list[str]]:
    """The pictures of all articles of a run, sorted by address, and the files that failed.

    Args:
        discovery: which articles.
        task_of: makes their tasks.

    Raises:
        ConfigError: a list of credits cannot be read.
    """
    found: dict[str, Credited] = {}
    failed = []
    for path in discovery.files:
        task = task_of(path)
        try:
            data = read_file(path, task.plan.limits.file_size)
        except (OSError, TooLarge):
            failed.append(task.name)
            continue
        for credited in _of_article(data, task):
            known = found.get(credited.url)
            found[credited.url] = credited if known is None else _merged(known, credited)
    return [found[url] for url in sorted(found)], failed


def _of_article(data: bytes, task: Task) -> Iterator[Credited]:
    text, fault = decode(data)
    if fault is not None and fault.unreadable:
        return
    source = Source(task.name, text, fault)
    document = Document(source, generator=task.plan.generator, site=task.site())
    for image in document.images:
        if image.url and not image.url.lower().startswith("data:"):
            yield _credited(image, source)


def _credited(image: "Image", source: Source) -> Credited:
    use = Use(source.path, source.position(image.span.start).line)
    said = image.credit
    alt = " ".join((image.alt or "").split())
    url = _from_start(image.url, source.path)
    if said is None:
        return Credited(url, None, None, None, "", alt, (use,))
    return Credited(url, said.author, said.license, said.source, said.text, alt, (use,))


def _from_start(url: str, article: str) -> str:
    """A relative address from the working directory instead of from its article."""
    if url.startswith(("/", "#", "{")) or ":" in url.partition("/")[0]:
        return url
    return posixpath.normpath(posixpath.join(posixpath.dirname(article), url))


def _merged(one: Credited, other: Credited) -> Credited:
    """Two uses of a picture: what one does not say, the other may."""
    return one._replace(
        author=one.author or other.author,
        license=one.license or other.license,
        source=one.source or other.source,
        text=one.text or other.text,
        alt=one.alt or other.alt,
        used=one.used + other.used,
    )

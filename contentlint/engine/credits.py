"""Collect the images of articles, each once, with all its uses."""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from contentlint.article.document import Document
from contentlint.article.images.pages import CreditedImage, Use
from contentlint.config.task import Task, TaskOf
from contentlint.core.reading import TooLarge, read_file
from contentlint.core.source import Source, decode
from contentlint.engine.discover import Discovery

if TYPE_CHECKING:
    from contentlint.article.images import Image


def collect_images(discovery: Discovery, task_of: TaskOf) -> tuple[list[CreditedImage], list[str]]:
    """The images of all articles of a run, sorted by URL, and the files that cannot be read.

    Args:
        discovery: the articles.
        task_of: makes the task of an article.

    Raises:
        ConfigError: a credits file is not valid.
    """
    found: dict[str, CreditedImage] = {}
    unreadable = []
    for path in discovery.files:
        task = task_of(path)
        try:
            data = read_file(path, task.plan.limits.file_size)
        except (OSError, TooLarge):
            unreadable.append(task.name)
            continue
        for credited in _of_article(data, task):
            known = found.get(credited.url)
            found[credited.url] = credited if known is None else _merged(known, credited)
    return [found[url] for url in sorted(found)], unreadable


def _of_article(data: bytes, task: Task) -> Iterator[CreditedImage]:
    text, fault = decode(data)
    if fault is not None and fault.unreadable:
        return
    source = Source(task.name, text, fault)
    document = Document(source, generator=task.plan.generator, site=task.site())
    for image in document.images:
        if image.url and not image.url.lower().startswith("data:"):
            yield _credited(image, source)


def _credited(image: "Image", source: Source) -> CreditedImage:
    use = Use(source.path, source.position(image.span.start).line)
    credit = image.credit
    alt = " ".join((image.alt or "").split())
    url = _from_working_directory(image.url, source.path)
    if credit is None:
        return CreditedImage(url, None, None, None, "", alt, (use,))
    return CreditedImage(
        url, credit.author, credit.license, credit.source, credit.text, alt, (use,)
    )


def _from_working_directory(url: str, article: str) -> str:
    """A relative URL, resolved against its article, relative to the working directory."""
    if url.startswith(("/", "#", "{")) or ":" in url.partition("/")[0]:
        return url
    return posixpath.normpath(posixpath.join(posixpath.dirname(article), url))


def _merged(one: CreditedImage, other: CreditedImage) -> CreditedImage:
    """Merge two uses of an image; the second supplies what the first lacks."""
    return one._replace(
        author=one.author or other.author,
        license=one.license or other.license,
        source=one.source or other.source,
        text=one.text or other.text,
        alt=one.alt or other.alt,
        used_in=one.used_in + other.used_in,
    )

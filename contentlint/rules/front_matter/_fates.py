"""What the generator of a site does with front matter in some form, in words."""

from contentlint.rule import Document, Shape

_FATES = {
    "shown": "is not read by {}",
    "dropped": "is not read by {}",
    "cut": "is not read by {}, and text of the article is lost",
    "skipped": "makes {} skip the file",
    "stops": "stops the build in {}",
    "rest": "closes the front matter, and {} shows the rest of the line",
}


def fate(document: Document, shape: Shape) -> str | None:
    """What happens to the block of an article, as a verb with its objects; None: it is read.

    Args:
        document: the article.
        shape: the form of its block.
    """
    found = document.reading.fate(shape)
    if found == "read":
        return None
    who = document.generator.title if document.generator.reading else "most generators"
    words = _FATES[found].format(who)
    if found == "rest" and not document.generator.reading:
        words = "closes the front matter, and most generators show the rest of the line"
    return words

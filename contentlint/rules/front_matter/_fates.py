"""What the generator of a site does with front matter in some form, in words."""

from contentlint.rule import Document, Shape

_FATES = {
    "shown": "is not read by {who}",
    "dropped": "is not read by {who}",
    "cut": "is not read by {who}, and text of the article is lost",
    "skipped": "makes {who} skip the file",
    "stops": "stops the build in {who}",
    "rest": "closes the front matter, and {who} {shows} the rest of the line",
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
    is_known = document.generator.reading is not None
    who = document.generator.title if is_known else "most generators"
    return _FATES[found].format(who=who, shows="shows" if is_known else "show")

"""The text of an article that readers see, as one, to look for signs in."""

from contentlint.rule import Document


def prose(document: Document) -> str:
    """All text runs as they stand in the file, a line feed between them.

    Text to look for signs in, before any run is looked at closely.
    """
    return "\n".join([run.raw for run in document.text_runs])

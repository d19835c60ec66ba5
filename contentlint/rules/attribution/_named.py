"""Whether an article names its author and its source at all, for rules about the whole site."""

from contentlint.rule import Document
from contentlint.rules.attribution._authors import authors
from contentlint.rules.attribution._placeholders import is_placeholder
from contentlint.rules.attribution._sources import has_source_key
from contentlint.rules.attribution._when import may_have_byline, says_something


def named_author(document: Document) -> bool:
    """Whether an article names an author: in the front matter or in a byline."""
    if any(not is_placeholder(author.name) for author in authors(document)):
        return True
    if not may_have_byline(document):
        return False
    from contentlint.rules.attribution._bylines import bylines  # which most articles do not need

    return any(True for _byline in bylines(document))


def named_source(document: Document) -> bool:
    """Whether an article names a source: in the front matter, in words or with a link."""
    if has_source_key(document):
        return True
    if not says_something(document):
        return False
    from contentlint.rules.attribution._origins import origin  # which most articles do not need

    found = origin(document)
    return bool(found.claims or found.ways)

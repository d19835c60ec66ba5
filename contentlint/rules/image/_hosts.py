"""Hosts of pictures: whose licence asks for a credit, and who makes pictures for sale."""

import re
from typing import NamedTuple

from contentlint.rule import lazy


class Licensed(NamedTuple):
    """A host of pictures that people may use on terms.

    Args:
        name: what it is called.
        wants: the wording that its terms ask for.
        is_demanded: whether the terms demand it; otherwise they recommend it.
    """

    name: str
    wants: str
    is_demanded: bool


_TASL = "title, author, link to the file page, licence with version and link"

# The terms as their pages state them: https://commons.wikimedia.org/wiki/Commons:Reusing_content,
# https://www.flickr.com/creativecommons, https://unsplash.com/license, https://www.pexels.com/license,
# https://pixabay.com/service/license-summary, https://www.geograph.org.uk/help/freedom,
# https://xkcd.com/license.html, https://www.openstreetmap.org/copyright
LICENSED = {
    "upload.wikimedia.org": Licensed("Wikimedia Commons", _TASL, True),
    "commons.wikimedia.org": Licensed("Wikimedia Commons", _TASL, True),
    "staticflickr.com": Licensed("Flickr", _TASL, True),
    "static.flickr.com": Licensed("Flickr", _TASL, True),
    "live.staticflickr.com": Licensed("Flickr", _TASL, True),
    "geograph.org.uk": Licensed("Geograph", _TASL, True),
    "imgs.xkcd.com": Licensed("xkcd", "author, link to the comic, licence CC BY-NC 2.5", True),
    "tile.openstreetmap.org": Licensed("OpenStreetMap", "`© OpenStreetMap contributors`", True),
    "images.unsplash.com": Licensed("Unsplash", "`Photo by NAME on Unsplash`, both linked", False),
    "plus.unsplash.com": Licensed("Unsplash", "`Photo by NAME on Unsplash`, both linked", False),
    "images.pexels.com": Licensed("Pexels", "`Photo by NAME from Pexels`, both linked", False),
    "cdn.pixabay.com": Licensed("Pixabay", "`Image by NAME from Pixabay`, both linked", False),
}

# Where a licence may be missing because nobody owns the picture: at Wikipedia's own wikis logos are
# used by leave; vector graphics at Commons are flags and logos of mere letters more often than not.
# What does not follow the first naming of the host follows no later one, so none is looked at.
UNSURE = lazy(
    r"upload\.wikimedia\.org/wikipedia/(?!commons/)"
    r"|\A(?s:(?>.*?wikimedia\.org/).*\.svg(?:\.png)?(?:[?#]|\Z))",
    re.IGNORECASE,
)


def licensed(host: str) -> Licensed | None:
    """The terms of a host; None where it has none of its own."""
    parts = host.split(".")
    for start in range(len(parts) - 1):
        found = LICENSED.get(".".join(parts[start:]))
        if found is not None:
            return found
    return None

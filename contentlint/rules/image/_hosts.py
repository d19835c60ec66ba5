"""Hosts of pictures: whose licence asks for a credit, and who makes pictures for sale."""

import re
from typing import NamedTuple


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
# https://pixabay.com/service/license-summary, https://openverse.org/about
LICENSED = {
    "upload.wikimedia.org": Licensed("Wikimedia Commons", _TASL, True),
    "commons.wikimedia.org": Licensed("Wikimedia Commons", _TASL, True),
    "staticflickr.com": Licensed("Flickr", _TASL, True),
    "static.flickr.com": Licensed("Flickr", _TASL, True),
    "live.staticflickr.com": Licensed("Flickr", _TASL, True),
    "images.unsplash.com": Licensed("Unsplash", "`Photo by NAME on Unsplash`, both linked", False),
    "plus.unsplash.com": Licensed("Unsplash", "`Photo by NAME on Unsplash`, both linked", False),
    "images.pexels.com": Licensed("Pexels", "`Photo by NAME from Pexels`, both linked", False),
    "cdn.pixabay.com": Licensed("Pixabay", "`Image by NAME from Pixabay`, both linked", False),
}

# A page at Commons whose file nobody owns: logos of text, flags, works long out of copyright cannot
# be told from the address; vector graphics at Wikipedia's own wikis are logos, used by leave.
OWN_WIKI = re.compile(r"upload\.wikimedia\.org/wikipedia/(?!commons/)")


def licensed(host: str) -> Licensed | None:
    """The terms of a host; None where it has none of its own."""
    parts = host.split(".")
    for start in range(len(parts) - 1):
        found = LICENSED.get(".".join(parts[start:]))
        if found is not None:
            return found
    return None

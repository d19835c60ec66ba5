"""Image hosts whose licenses require or recommend a credit."""

import re

from contentlint.rule import NamedTuple, lazy


class HostTerms(NamedTuple):
    """The terms of a host of freely usable images.

    Args:
        name: the name of the host.
        credit: what the credit must contain.
        is_required: whether the terms require the credit; otherwise they recommend it.
        is_known: whether the host alone says what the license is; Flickr has images with all
            rights reserved as well, and those of the author of the article.
        site: a host whose pages name the author, so that a link to one is a credit; empty: none.
    """

    name: str
    credit: str
    is_required: bool
    is_known: bool = True
    site: str = ""


_TASL = "title, author, link to the file page, and license with version and link"

# As stated in the terms: https://commons.wikimedia.org/wiki/Commons:Reusing_content,
# https://www.flickr.com/creativecommons, https://unsplash.com/license, https://www.pexels.com/license,
# https://pixabay.com/service/license-summary, https://www.geograph.org.uk/help/freedom,
# https://xkcd.com/license.html, https://www.openstreetmap.org/copyright
_TERMS = {
    "upload.wikimedia.org": HostTerms("Wikimedia Commons", _TASL, True),
    "commons.wikimedia.org": HostTerms("Wikimedia Commons", _TASL, True),
    "staticflickr.com": HostTerms("Flickr", _TASL, True, is_known=False),
    "static.flickr.com": HostTerms("Flickr", _TASL, True, is_known=False),
    "live.staticflickr.com": HostTerms("Flickr", _TASL, True, is_known=False),
    "geograph.org.uk": HostTerms("Geograph", _TASL, True),
    "imgs.xkcd.com": HostTerms(
        "xkcd", "author, link to the comic, and license CC BY-NC 2.5", True, site="xkcd.com"
    ),
    "tile.openstreetmap.org": HostTerms("OpenStreetMap", "`© OpenStreetMap contributors`", True),
    "images.unsplash.com": HostTerms(
        "Unsplash", "`Photo by NAME on Unsplash` with both linked", False
    ),
    "plus.unsplash.com": HostTerms(
        "Unsplash", "`Photo by NAME on Unsplash` with both linked", False
    ),
    "images.pexels.com": HostTerms("Pexels", "`Photo by NAME from Pexels` with both linked", False),
    "cdn.pixabay.com": HostTerms("Pixabay", "`Image by NAME from Pixabay` with both linked", False),
}

# Images that may have no license: logos on individual Wikipedias are used with permission or under
# fair use, and most vector graphics on Commons are flags and plain text logos, as are files with
# such a name. Only the first
# occurrence of the host is tried, because a later one cannot match if the first does not.
MAY_BE_UNLICENSED = lazy(
    r"upload\.wikimedia\.org/wikipedia/(?!commons/)"
    r"|\A(?s:(?>.*?wikimedia\.org/).*(?:\.svg(?:\.png)?(?:[?#]|\Z)|/[^/]*"
    r"(?<![A-Za-z])(?:logo|icon|symbol|flag|coat[-_]of[-_]arms|crest|seal)[^/]*\Z))",
    re.IGNORECASE,
)


def terms_of_host(host: str) -> HostTerms | None:
    """The terms of a host; None if they are not known."""
    parts = host.split(".")
    for start in range(len(parts) - 1):
        found = _TERMS.get(".".join(parts[start:]))
        if found is not None:
            return found
    return None

"""Pages of images on their hosts, which name the author and the license.

The terms of these hosts accept a link to such a page as the credit.
"""

import re
from collections.abc import Iterator

from contentlint.core.entities import unescape
from contentlint.core.patterns import lazy

_PAGE = lazy(
    r"(?:https?:)?//(?:commons\.(?:m\.)?wikimedia\.org/(?:wiki/|w/index\.php\?title=)[^\s]+|"
    r"[a-z-]+\.(?:m\.)?wikipedia\.org/wiki/(?:%|file|image|datei|fichier|archivo|ficheiro|файл|bestand|"
    r"plik|dosya|tập_tin|berkas|ملف|파일|ファイル|文件|檔案)[^/\s:]*:[^\s]+|"
    r"(?:www\.|m\.)?flickr\.com/(?:photos/[^/\s]+/\d+|photo(?:_zoom)?\.gne\?(?:[^\s#]*&)?id=\d+)|flic\.kr/p/\w+|"
    r"unsplash\.com/(?:(?:[a-z]{2}/)?photos/|@)[^\s]+|"
    r"(?:www\.)?pexels\.com/(?:[a-z-]+/)?(?:photo|@|foto)[^\s]+|pixabay\.com/(?:[a-z]+/)?"
    r"(?:photos|illustrations|vectors|images|users)/[^\s]+|(?:www\.)?geograph\.org\.uk/photo/\d+|"
    r"openverse\.org/image/[^\s]+|(?:m\.|www\.)?xkcd\.com/\d+)",
    re.IGNORECASE,
)
_TARGETS = lazy(
    r"\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)|"
    r"href\s*=\s*[\"']?([^\"'\s>]+)|((?<![\"'(=])https?://[^\s<>()\"']+)",
    re.IGNORECASE,
)


def image_page(url: str) -> str | None:
    """The page of an image that a URL is the URL of; None if it is another URL."""
    match = _PAGE.match(url.strip())
    return match[0] if match else None


def linked_pages(text: str) -> Iterator[str]:
    """The pages of images that source text links to."""
    if "//" in text:
        for match in _TARGETS.finditer(text):
            if page := image_page(unescape(match[1] or match[2] or match[3] or "")):
                yield page

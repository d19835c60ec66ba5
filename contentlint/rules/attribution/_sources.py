"""Keys of the front matter that name the original of an article."""

from functools import lru_cache

from contentlint.rule import Document, host, is_templated, plain_key

# Keys in the form of `plain_key` that name an outlet or the URL of the original.
_NAMING = frozenset(
    "source sources sourceurl sourcelink sourcename original originalurl originallink originalpost "
    "originalarticle originallyposted via reference references repost reposturl crosspost crossposturl "
    "crosspostedfrom fromurl syndicated syndication fuente fonte quelle bron kaynak sumber nguon nguồn zrodlo źródło "
    "источник المصدر 原文 原文链接 来源 來源 转载 轉載 出处 出處 出典 引用元 転載元 출처 원문 republishedfrom publishedin "
    "publication sourcesite articleurl newsurl originalsource".split()
)
# Keys that hold a URL: of the original only if it is not the path of the article.
_LINKING = frozenset(
    "canonical canonicalurl canonicallink link externalurl externallink origin url ref redirect redirectto "
    "permalink relcanonical guid href redirecturl".split()
)


@lru_cache(maxsize=1024)
def is_source_key(key: str) -> bool:
    """Whether a key names the original, or the URL of it."""
    plain = plain_key(key)
    return plain in _NAMING or plain in ("canonical", "canonicalurl", "canonicallink")


def has_source_key(document: Document) -> bool:
    """Whether a key of the front matter points to the original."""
    return any(
        _points_elsewhere(document, plain_key(key), value)
        for key, value in document.front_matter.data.items()
    )


def _points_elsewhere(document: Document, key: str, value: object) -> bool:
    if key in _NAMING:
        return bool(value) and not (isinstance(value, str) and value.startswith("/"))
    if key not in _LINKING:
        return False
    if isinstance(value, dict):
        return any(_points_elsewhere(document, key, inner) for inner in value.values())
    if not isinstance(value, str) or not value.strip():
        return False
    found = host(value)
    return (found is not None and found != document.site.own_host) or is_templated(value)

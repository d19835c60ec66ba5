"""Tests in conditions of the rules of this category, which look for the same in all URLs."""

from contentlint.rule import Document
from contentlint.rules.security._urls import front_matter_text, url_text


def has_query(document: Document) -> bool:
    """Whether a URL may have a query."""
    return "?" in document.once(url_text) or "?" in document.once(front_matter_text)


def has_at(document: Document) -> bool:
    """Whether a URL may have a user name."""
    return "@" in document.once(url_text) or "@" in document.once(front_matter_text)


def may_run(document: Document) -> bool:
    """Whether a URL may run a script."""
    text = document.once(url_text)
    if "script:" in text or "data:" in text:
        return True
    return ":" in (text := document.once(front_matter_text)) and "script:" in text.lower()


def may_look_alike(document: Document) -> bool:
    """Whether a host may have letters that are not ASCII."""
    texts = (document.once(url_text), document.once(front_matter_text))
    return any("xn--" in text or (not text.isascii() and "//" in text) for text in texts)

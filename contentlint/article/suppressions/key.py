"""Suppressions in a front matter key, which works in every format and survives re-imports.

    contentlint: {ignore: [html/stray-end-tag, image], reason: as in the feed, until: 2027-01-01}

The value is a mapping or a list of mappings; `ignore` is a name or a list of names.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from contentlint.article.suppressions.comments import MARK, invalid_until
from contentlint.article.suppressions.model import ALL, Malformed, Mention, Suppression, mention_of
from contentlint.article.suppressions.removal import whole
from contentlint.core.finding import Edit, Fix
from contentlint.core.source import Span
from contentlint.core.spelling import nearest
from contentlint.front_matter import KeyPath

if TYPE_CHECKING:
    from contentlint.article.document import Document

_KEYS = ("ignore", "reason", "until")
_USAGE = "use `{ignore: [RULE, …], reason: …}`"


def read(document: "Document") -> Iterator[Suppression | Malformed]:
    """The suppressions in the key `contentlint`, in source order."""
    data = document.front_matter.data
    if MARK not in data:
        return
    value = data[MARK]
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _entry(document, (MARK, index), item)
    else:
        yield from _entry(document, (MARK,), value)


def _entry(document: "Document", path: KeyPath, value: Any) -> Iterator[Suppression | Malformed]:
    front_matter = document.front_matter
    if not isinstance(value, Mapping):
        span = front_matter.span_of(path, key=not value)
        yield Malformed(span, f"`{MARK}` is not a mapping; {_USAGE}")
        return
    for name in value:
        if name not in _KEYS:
            yield _unknown_key(front_matter.span_of((*path, name), key=True), name)
    names = list(_names(document, (*path, "ignore"), value.get("ignore")))
    if not names:
        near = any(nearest(name, _KEYS) == "ignore" for name in value)
        if not near:
            yield Malformed(whole(document, path), f"`{MARK}` does not name a rule; {_USAGE}")
        return
    reason = value.get("reason")
    until, error = _until(document, (*path, "until"), value.get("until"))
    if error is not None:
        yield error
    written = None if reason is None else str(reason).strip() or None
    covers = Span(0, len(document.text) + 1)
    span = whole(document, path)
    yield Suppression("file", span, tuple(names), covers, written, until, path)


def _names(document: "Document", path: KeyPath, value: Any) -> Iterator[Mention]:
    front_matter = document.front_matter
    if isinstance(value, str):
        span = front_matter.span_of(path)
        for name in value.replace(",", " ").split():
            place = document.text.find(name, span.start, span.end)
            start = span.start if place < 0 else place
            yield mention_of(name, Span(start, span.end if place < 0 else place + len(name)))
    elif isinstance(value, list):
        for index, name in enumerate(value):
            span = front_matter.span_of((*path, index))
            place = document.text.find(str(name), span.start, span.end)
            if place >= 0:
                span = Span(place, place + len(str(name)))
            yield mention_of(str(name) if name is not None else ALL, span)


def _unknown_key(span: Span, name: str) -> Malformed:
    near = nearest(name, _KEYS)
    if near is None:
        *others, last = (f"`{key}`" for key in _KEYS)
        expected = f"{', '.join(others)} or {last}"
        return Malformed(span, f"unknown key `{name}` in `{MARK}`; expected {expected}")
    fix = Fix(f"replace with `{near}`", (Edit(span, near),), names=(span,))
    return Malformed(span, f"unknown key `{name}` in `{MARK}`; did you mean `{near}`?", fix)


def _until(document: "Document", path: KeyPath, value: Any) -> tuple[date | None, Malformed | None]:
    if value is None:
        return None, None
    if isinstance(value, datetime):
        return value.date(), None
    if isinstance(value, date):
        return value, None
    try:
        return date.fromisoformat(str(value)), None
    except ValueError:
        span = document.front_matter.span_of(path)
        return None, Malformed(span, invalid_until(str(value)))

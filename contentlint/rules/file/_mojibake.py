"""Text that was decoded with the wrong encoding, and what it was before."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from contentlint.rule import Document, NamedTuple, Span, lazy
from contentlint.rules.file._suspects import (
    HEADS,
    LOST,
    TAILS,
    WRONG_HAN,
    expand_ranges,
    suspect_characters,
)


class Garbled(NamedTuple):
    """A run of garbled characters.

    Args:
        span: its place.
        original: the text before it was garbled; None if it cannot be recovered.
        cause: the encoding that UTF-8 was read as; None for replacement characters.
    """

    span: Span
    original: str | None
    cause: str | None


_TAIL = f"[{TAILS}]"
_SEQUENCE = f"(?:[\xc2-\xdf]{_TAIL}|[\xe0-\xef]{_TAIL}{{2}}|[\xf0-\xf4]{_TAIL}{{3}})"
_LATIN = lazy(f"{_SEQUENCE}+(?: {_SEQUENCE}+)*")
_ONE = lazy(_SEQUENCE)
# Characters that follow a letter in correct text as well: CAFÉ”, »Spaß«, Ä…, « clarté »
_PLAUSIBLE = frozenset("‘’“”„‚…–—‹›«»™®")
_SPACED = _PLAUSIBLE | {"\xa0"}
# UTF-8 without the bytes that windows-1252 has no character for.
_STRIPPED = lazy("[\xa1-\xff]{6,}")
_WIDE = lazy("[^\x00-\x7f]+")
_LOST = lazy("(?:锟斤拷|锟斤|ï¿½|\ufffd)+")
_LOST_HINTS = frozenset({*LOST, "锟", "ï"})
_ABOUT_ENCODING = lazy(
    r"U\+FFFD|[Rr]eplacement [Cc]haracter|替换字符|置換文字|乱码|亂碼|文字化け"
    r"|(?:俗称|所谓|所謂|传说中的)[“「『《]?锟斤拷|[“「『《]锟斤拷[”」』》]"
)
_HEAD_HINTS = expand_ranges(HEADS)
_HAN_HINTS = frozenset(WRONG_HAN)


def garbled(document: Document) -> list[Garbled]:
    """The garbled runs of an article's front matter and prose, in order."""
    found = document.once(suspect_characters)
    if not found or document.source.fault is not None:
        return []  # `file/encoding` reports the latter
    runs: list[Garbled] = []
    if not _HEAD_HINTS.isdisjoint(found):
        runs += _latin(document.text)
    if not _HAN_HINTS.isdisjoint(found):
        runs += _east_asian(document.text)
    if not _LOST_HINTS.isdisjoint(found):
        runs += _lost(document.text)
    body = document.body.start if runs else 0
    kept: list[Garbled] = []
    for run in sorted(runs, key=lambda run: run.span):
        if kept and run.span.start < kept[-1].span.end:
            continue
        if run.span.start < body or not document.is_code(run.span.start):
            kept.append(run)
    return kept


def contains(runs: list[Garbled], offset: int) -> bool:
    """Whether an offset is in one of these runs, which are in order."""
    place = bisect_right(runs, offset, key=lambda run: run.span.start) - 1
    return place >= 0 and offset < runs[place].span.end


def _latin(text: str) -> Iterator[Garbled]:
    for match in _LATIN.finditer(text):
        original = _as_utf8(match[0])
        if original is not None and _is_certain(text, match):
            yield Garbled(Span(*match.span()), original, "windows-1252")
    for match in _STRIPPED.finditer(text):
        symbols = sum("\xa1" <= char <= "\xbf" for char in match[0])
        if symbols >= 2 and any("\xe4" <= char <= "\xe9" for char in match[0]):
            yield Garbled(Span(*match.span()), None, "windows-1252")


def _as_utf8(run: str) -> str | None:
    """What a run was before UTF-8 was read as windows-1252, perhaps more than once."""
    original = None
    while (decoded := _decoded(original or run)) is not None:
        original = decoded
    return original


def _decoded(run: str) -> str | None:
    data = bytearray()
    for char in run:
        if char.isascii() or "\x80" <= char <= "\x9f":
            data.append(ord(char))
            continue
        try:
            data += char.encode("windows-1252")
        except UnicodeEncodeError:
            return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    is_text = text != run and all(char.isprintable() or char in "\xa0\xad\ufeff" for char in text)
    return text if is_text and LOST not in text else None


def _is_certain(text: str, match: re.Match[str]) -> bool:
    """Whether a run cannot be correct text that contains such characters by chance."""
    sequences = _ONE.findall(match[0])
    if len(sequences) > 1 and not all(_PLAUSIBLE.issuperset(each[1:]) for each in sequences):
        return True
    first = sequences[0]
    before = text[match.start() - 1 : match.start()]
    is_quoted = _PLAUSIBLE.issuperset(first[1:])
    if len(first) == 2:
        if first[0] in "ÂÃ":
            return not is_quoted or not before.isupper()
        return first[0] in "ÄÅ" and (not is_quoted or before.islower())
    return first.startswith("â€") or not _SPACED.issuperset(first[1:])


def _east_asian(text: str) -> Iterator[Garbled]:
    for match in _WIDE.finditer(text):
        if _HAN_HINTS.isdisjoint(match[0]) or match[0].startswith("锟"):
            continue
        # A character that was cut in two has become U+FFFD or a question mark.
        run = match[0].rstrip(LOST)
        is_cut = run != match[0] or text.startswith("?", match.end())
        for codec, name in (("gb18030", "GBK"), ("cp932", "Shift JIS")):
            original = _read_as(run, codec, is_cut=is_cut)
            if original is not None:
                known = None if is_cut else original
                end = match.end() + (is_cut and run == match[0])
                yield Garbled(Span(match.start(), end), known, name)
                break


def _read_as(run: str, codec: str, *, is_cut: bool) -> str | None:
    """What a run was before UTF-8 was read as an encoding; at least two wide characters.

    Args:
        run: characters beyond ASCII.
        codec: the encoding.
        is_cut: whether its last character may be incomplete.
    """
    try:
        data = run.encode(codec)
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if not is_cut or error.start < len(data) - 2:
            return None
        text = data[: error.start].decode("utf-8")
    except UnicodeEncodeError:
        return None
    wide = sum("\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef" for char in text)
    return text if wide >= 2 and wide * 2 > len(text) else None


def _lost(text: str) -> Iterator[Garbled]:
    if _ABOUT_ENCODING.search(text):
        return  # the article is about encodings
    for match in _LOST.finditer(text):
        yield Garbled(Span(*match.span()), None, None)

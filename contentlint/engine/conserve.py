"""What a safe fix must keep: every word, URL and attribute value that it does not name.

The check compares the characters of the source, not the parsed tree, since the source also contains
text that the parser hides. Edits may drop white space, invisible characters, punctuation, bare HTML
tags, a repeated equal attribute, the second of two equal words, and may write the same character in
another way. A fix must name everything else that it drops.
"""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_letters, digits
from urllib.parse import unquote

from contentlint.core.finding import Edit, Fix
from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.markup.standard import ELEMENTS
from contentlint.markup.tokens import ATTRIBUTE

# Scripts without spaces between words: each character counts as a word.
_UNSPACED = "\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_IN_WORD = rf"[^\W{_UNSPACED}]"
# A URL, a word with characters that join its parts (`a/b.png`, `id=a`, `don't`), a CJK character,
# or another non-ASCII symbol, such as an emoji.
_TOKEN = lazy(
    rf"[A-Za-z][A-Za-z0-9+.-]{{0,20}}://[^\s<>\"'`()“”‘’、。，；：！？（）【】《》「」…]+"
    rf"|{_IN_WORD}++(?:(?:[-.'’,:/=?&#@%+~$]|//){_IN_WORD}++)*+"
    rf"|[{_UNSPACED}]|[^\s\w\x00-\x7f]"
)
_SPLIT = lazy(rf"{_IN_WORD}++|[{_UNSPACED}]|[^\s\w\x00-\x7f]")
_URL_TRAILERS = ".,;:!?&*_"

_TAGS = lazy(r"(?:\s|</?([A-Za-z][A-Za-z0-9]*+)\s*+>)*+")
_TAG = lazy(r"</?[A-Za-z][A-Za-z0-9]*+\s*+>")
_NAME = lazy(r"</?([A-Za-z][A-Za-z0-9]*+)")
_REPEATED = lazy(rf"\s++(\w++)|([{_UNSPACED}])")
_BEFORE_WORD = frozenset(" \t\r\n>\"'(“‘«—–")
_AFTER_WORD = frozenset(" \t\r\n<\"').,;:!?”’»…—–")
_FULL_WIDTH = {0xFEE0 + ord(char): ord(char) for char in ascii_letters + digits}

# How far from an edit its words may extend, in code points.
_MAX_REACH = 2000
# Maximum number of `<` tried as the start of the tag around an edit.
_MOST_TAGS = 5


def lost(text: str, fixes: Sequence[Fix], body_start: int) -> str | None:
    """The first word that fixes drop or damage without naming it.

    Args:
        text: the text that the spans refer to.
        fixes: safe fixes to apply together, without overlapping edits.
        body_start: where the front matter ends; after it no words of the text can be named.

    Returns:
        None if every word is kept.
    """
    names = [span for fix in fixes for span in fix.names if _may_be_named(text, span, body_start)]
    edits = sorted((edit for fix in fixes for edit in fix.edits), key=lambda edit: edit.span)
    for start, group in _windows(text, edits):
        is_named = any(_touches(edit.span, name) for edit in group for name in names)
        before, after, place = "", "", start
        for edit in group:
            between = text[place : edit.span.start]
            kept, written = _before_and_after(text, edit, names)
            before += between + kept
            after += between + written
            place = edit.span.end
        rest = text[place : _reach(text, place, 1)]
        word = _missing(before + rest, after + rest, _SPLIT if is_named else _TOKEN)
        if word is not None:
            return word
    return None


def _may_be_named(text: str, span: Span, body_start: int) -> bool:
    """Whether a fix may name a span: front matter, a comment, or part of one tag or URL."""
    named = text[span.start : span.end]
    if span.end <= body_start or named.strip().startswith(("<!--", "{/*")):
        return True
    return "<" not in named and ">" not in named


def _touches(edit: Span, name: Span) -> bool:
    return edit.start < name.end and name.start < edit.end


def _windows(text: str, edits: Sequence[Edit]) -> Iterator[tuple[int, list[Edit]]]:
    """Edits grouped by the words they touch, each group with the start of these words."""
    group: list[Edit] = []
    start = end = -1
    for edit in edits:
        left = _reach(text, edit.span.start, -1)
        if group and left > end:
            yield start, group
            group = []
        if not group:
            start = left
        group.append(edit)
        end = _reach(text, edit.span.end, 1)
    if group:
        yield start, group


def _reach(text: str, place: int, step: int) -> int:
    """The start (`step` -1) or end (1) of the words at an offset, delimited by white space."""
    if step > 0:
        end = min(len(text), place + _MAX_REACH)
        while place < end and not text[place].isspace():
            place += 1
        return place
    end = max(0, place - _MAX_REACH)
    while place > end and not text[place - 1].isspace():
        place -= 1
    return place


# --- what an edit may drop


def _before_and_after(text: str, edit: Edit, names: Iterable[Span]) -> tuple[str, str]:
    """The text that must remain after an edit, and the text that does."""
    start, end = edit.span
    old = text[start:end]
    if not old or (all(map(is_invisible, old)) and not edit.text.strip()):
        return "", edit.text
    if _is_bare_tags(old) and _are_tags_of(edit.text, old):
        # A tag separates words in the source, even if not for readers; if white space is removed
        # with it, nothing else may separate them.
        separator = "" if any(map(str.isspace, old)) else "<"
        return _TAG.sub(separator, old), _TAG.sub(separator, edit.text) or separator
    if not edit.text and (_repeats_attribute(text, edit.span) or _repeats_word(text, edit.span)):
        return "", ""
    for name in sorted(names, reverse=True):
        if _touches(edit.span, name):
            low, high = max(name.start, start) - start, min(name.end, end) - start
            old = f"{old[:low]} {old[high:]}"
    return old, edit.text


def is_invisible(char: str) -> bool:
    """Whether a character is invisible and has no width: a format or control character."""
    return (unicodedata.category(char) in ("Cf", "Cc") and char not in "\t\n\r\f") or (
        char in "\ufffc\u2028\u2029\u3164\uffa0"
    )


def _is_bare_tags(old: str) -> bool:
    """Whether a text consists only of HTML tags without attributes, and white space."""
    if _TAGS.fullmatch(old) is None:
        return False
    return all(name.lower() in ELEMENTS for name in _NAME.findall(old))


def _are_tags_of(new: str, old: str) -> bool:
    """Whether a text has only tags of the old one: tags may be removed or reordered."""
    if _TAGS.fullmatch(new) is None:
        return False
    extra = Counter(map(str.lower, _TAG.findall(new))) - Counter(map(str.lower, _TAG.findall(old)))
    return not extra or extra.keys() <= {"<br>"}


def _repeats_attribute(text: str, span: Span) -> bool:
    """Whether a span is an attribute that repeats an earlier one in the same tag."""
    place = span.start
    while place < span.end and text[place].isspace():
        place += 1
    own = ATTRIBUTE.fullmatch(text, place, span.end)
    if own is None or place == span.start:
        return False
    wanted = (own["name"].lower(), _unquoted(own["value"]))
    start = span.start
    for _ in range(_MOST_TAGS):
        start = text.rfind("<", max(0, span.start - _MAX_REACH), start)
        if start < 0:
            return False
        if wanted in _attributes(text, start, span.start):
            return True
    return False


def _attributes(text: str, start: int, end: int) -> list[tuple[str, str]]:
    """The attributes of a tag from its start to an offset; none if there is no tag."""
    tag = _NAME.match(text, start, end)
    found: list[tuple[str, str]] = []
    place = end if tag is None else tag.end()
    while place < end:
        if text[place] in " \t\n\f\r/":
            place += 1
            continue
        match = ATTRIBUTE.match(text, place, end)
        if match is None:
            return []
        found.append((match["name"].lower(), _unquoted(match["value"])))
        place = match.end()
    return found


def _unquoted(value: str | None) -> str:
    """A value without its quotes."""
    if value and value[0] in "\"'" and value[-1] == value[0]:
        return value[1:-1]
    return value or ""


def _repeats_word(text: str, span: Span) -> bool:
    """Whether a span is a word that repeats the word before it."""
    match = _REPEATED.fullmatch(text, *span)
    if match is None:
        return False
    if match[2]:
        return text[span.start - 1 : span.start] == match[2]
    word = match[1]
    start = span.start - len(word)
    if start < 0 or (text[start] != word[0].upper() and text[start] != word[0]):
        return False
    if text[start + 1 : span.start] != word[1:]:
        return False
    before, after = text[max(start - 1, 0) : start], text[span.end : span.end + 1]
    return (not before or before in _BEFORE_WORD) and (not after or after in _AFTER_WORD)


# --- words


def _missing(before: str, after: str, pattern: re.Pattern[str]) -> str | None:
    """The first word of a text that another text does not have in the same order."""
    if before == after:
        return None
    following = iter(_words(after, pattern))
    return next((word for word in _words(before, pattern) if word not in following), None)


def _words(text: str, pattern: re.Pattern[str]) -> list[str]:
    found = []
    for word in pattern.findall(_normalized(text)):
        if len(word) == 1 and not word.isalnum() and unicodedata.category(word)[0] not in "SM":
            continue
        found.append(word.rstrip(_URL_TRAILERS) if "://" in word else word)
    return found


def _normalized(text: str) -> str:
    """A text in normalized form: without references and escapes, in half-width characters."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "%" in text:
        text = unquote(text)
    return text if text.isascii() else text.translate(_FULL_WIDTH)

"""What a safe fix must leave: every word, URL and attribute value that it does not name.

The source's own characters are compared, not what a parser makes of them: text that the parser
hides is in the source all the same. What a fix may drop is derived from its edits: white space,
invisible characters, punctuation, bare tags of HTML, a second attribute that says the same, the
second of two equal words, another way to write the same character. All else it has to name.
"""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_letters, digits
from urllib.parse import unquote

from contentlint.core.finding import Edit, Fix
from contentlint.core.source import Span
from contentlint.markup.standard import ELEMENTS
from contentlint.markup.tokens import ATTRIBUTE

# Scripts without spaces between words: each character counts as a word.
_UNSPACED = "\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_IN_WORD = rf"[^\W{_UNSPACED}]"
# A URL, a word with what may join its parts (`a/b.png`, `id=a`, `don't`), a character of CJK, or
# a sign that is not ASCII, such as an emoji.
_TOKEN = re.compile(
    rf"[A-Za-z][A-Za-z0-9+.-]{{0,20}}://[^\s<>\"'`()“”‘’、。，；：！？（）【】《》「」…]+"
    rf"|{_IN_WORD}++(?:(?:[-.'’,:/=?&#@%+~$]|//){_IN_WORD}++)*+"
    rf"|[{_UNSPACED}]|[^\s\w\x00-\x7f]"
)
_SPLIT = re.compile(rf"{_IN_WORD}++|[{_UNSPACED}]|[^\s\w\x00-\x7f]")
_AT_END_OF_URL = ".,;:!?&*_"

_TAGS = re.compile(r"(?:\s|</?([A-Za-z][A-Za-z0-9]*+)\s*+>)*+")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*+\s*+>")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*+)")
_REPEATED = re.compile(rf"\s++(\w++)|([{_UNSPACED}])")
_BEFORE_WORD = frozenset(" \t\r\n>\"'(“‘«—–")
_BEHIND_WORD = frozenset(" \t\r\n<\"').,;:!?”’»…—–")
_FULL_WIDTH = {0xFEE0 + ord(char): ord(char) for char in ascii_letters + digits}

# How far from an edit the words around it may reach, in code points.
_FARTHEST = 2000
# How many `<` are tried as the beginning of the tag around an edit.
_MOST_TAGS = 5


def lost(text: str, fixes: Sequence[Fix], body_start: int) -> str | None:
    """The first word of a text that fixes drop or damage without naming it.

    Args:
        text: what the spans of the fixes are ranges of.
        fixes: safe ones that are to be made at once; their edits do not overlap.
        body_start: where the front matter ends. Behind it no words of the text can be named.

    Returns:
        None where every word is still there.
    """
    names = [span for fix in fixes for span in fix.names if _may_be_named(text, span, body_start)]
    edits = sorted((edit for fix in fixes for edit in fix.edits), key=lambda edit: edit.span)
    for start, group in _windows(text, edits):
        is_named = any(_touches(edit.span, name) for edit in group for name in names)
        before, after, place = "", "", start
        for edit in group:
            between = text[place : edit.span.start]
            kept, written = _compared(text, edit, names)
            before += between + kept
            after += between + written
            place = edit.span.end
        rest = text[place : _reach(text, place, 1)]
        word = _missing(before + rest, after + rest, _SPLIT if is_named else _TOKEN)
        if word is not None:
            return word
    return None


def _may_be_named(text: str, span: Span, body_start: int) -> bool:
    """Whether a fix may name a range: front matter, a comment, or a part of one tag or URL."""
    named = text[span.start : span.end]
    if span.end <= body_start or named.strip().startswith(("<!--", "{/*")):
        return True
    return "<" not in named and ">" not in named


def _touches(edit: Span, name: Span) -> bool:
    return edit.start < name.end and name.start < edit.end


def _windows(text: str, edits: Sequence[Edit]) -> Iterator[tuple[int, list[Edit]]]:
    """Edits that stand in the same words, and where these words begin."""
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
    """Where the words that touch an offset begin (`step` -1) or end (1): at white space."""
    if step > 0:
        end = min(len(text), place + _FARTHEST)
        while place < end and not text[place].isspace():
            place += 1
        return place
    end = max(0, place - _FARTHEST)
    while place > end and not text[place - 1].isspace():
        place -= 1
    return place


# --- what an edit may drop


def _compared(text: str, edit: Edit, names: Iterable[Span]) -> tuple[str, str]:
    """What of the text that an edit replaces has to be there afterwards, and what is."""
    start, end = edit.span
    old = text[start:end]
    if not old or (all(map(is_invisible, old)) and not edit.text.strip()):
        return "", edit.text
    if _is_bare_tags(old) and _are_tags_of(edit.text, old):
        # A tag parts words in the source, whether or not it does so for a reader; where white
        # space goes with it, that may be all that parts them.
        mark = "" if any(map(str.isspace, old)) else "<"
        return _TAG.sub(mark, old), _TAG.sub(mark, edit.text) or mark
    if not edit.text and (_repeats_attribute(text, edit.span) or _repeats_word(text, edit.span)):
        return "", ""
    for name in sorted(names, reverse=True):
        if _touches(edit.span, name):
            low, high = max(name.start, start) - start, min(name.end, end) - start
            old = f"{old[:low]} {old[high:]}"
    return old, edit.text


def is_invisible(char: str) -> bool:
    """Whether a character shows nothing and takes no space: a format or control character."""
    return (unicodedata.category(char) in ("Cf", "Cc") and char not in "\t\n\r\f") or (
        char in "\ufffc\u2028\u2029\u3164\uffa0"
    )


def _is_bare_tags(old: str) -> bool:
    """Whether a text is nothing but tags of HTML without attributes, and white space."""
    if _TAGS.fullmatch(old) is None:
        return False
    return all(name.lower() in ELEMENTS for name in _NAME.findall(old))


def _are_tags_of(new: str, old: str) -> bool:
    """Whether a text holds no tag that another one has not: tags may go or change places."""
    if _TAGS.fullmatch(new) is None:
        return False
    extra = Counter(map(str.lower, _TAG.findall(new))) - Counter(map(str.lower, _TAG.findall(old)))
    return not extra or extra.keys() <= {"<br>"}


def _repeats_attribute(text: str, span: Span) -> bool:
    """Whether a range is an attribute whose name and value stand before it in the same tag."""
    place = span.start
    while place < span.end and text[place].isspace():
        place += 1
    own = ATTRIBUTE.fullmatch(text, place, span.end)
    if own is None or place == span.start:
        return False
    said = (own["name"].lower(), _bare(own["value"]))
    start = span.start
    for _ in range(_MOST_TAGS):
        start = text.rfind("<", max(0, span.start - _FARTHEST), start)
        if start < 0:
            return False
        if said in _attributes(text, start, span.start):
            return True
    return False


def _attributes(text: str, start: int, end: int) -> list[tuple[str, str]]:
    """The attributes of a tag that begins at an offset, up to another in it; none in no tag."""
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
        found.append((match["name"].lower(), _bare(match["value"])))
        place = match.end()
    return found


def _bare(value: str | None) -> str:
    """A value without its quotes."""
    if value and value[0] in "\"'" and value[-1] == value[0]:
        return value[1:-1]
    return value or ""


def _repeats_word(text: str, span: Span) -> bool:
    """Whether a range is a word of prose that stands right before it, too."""
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
    before, behind = text[max(start - 1, 0) : start], text[span.end : span.end + 1]
    return (not before or before in _BEFORE_WORD) and (not behind or behind in _BEHIND_WORD)


# --- words


def _missing(before: str, after: str, pattern: re.Pattern[str]) -> str | None:
    """The first word of a text that another one does not have in its place."""
    if before == after:
        return None
    following = iter(_words(after, pattern))
    return next((word for word in _words(before, pattern) if word not in following), None)


def _words(text: str, pattern: re.Pattern[str]) -> list[str]:
    found = []
    for word in pattern.findall(_plain(text)):
        if len(word) == 1 and not word.isalnum() and unicodedata.category(word)[0] not in "SM":
            continue
        found.append(word.rstrip(_AT_END_OF_URL) if "://" in word else word)
    return found


def _plain(text: str) -> str:
    """A text with every character written in one way: no references, no escapes, half width."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "%" in text:
        text = unquote(text)
    return text if text.isascii() else text.translate(_FULL_WIDTH)

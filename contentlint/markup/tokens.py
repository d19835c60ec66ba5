"""Tags with their exact spans, according to the WHATWG tokenizer (13.2.5).

turbohtml's tree contains only the tags that became elements. To report the others, this module
scans the author's tags again. Offsets are code points in the scanned text, which may contain any
kind of line ending.

`turbohtml.tokenize` finds the same tags at the same offsets, which a test verifies, but cannot
replace this module: tree construction decides after each tag how to continue (a CDATA section in
foreign content, a tag that ends where the next one starts, `<noscript>` with markup as content),
and turbohtml tokenizes a whole text at once. Converting its lines and columns to offsets would also
take longer than the scan.
"""

import re
from collections.abc import Iterator
from functools import cache

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.markup.standard import BOOLEAN, ELEMENTS, RAW_TEXT

_SPACE = r"[\t\n\f\r ]"
_NEXT = lazy(r"<(?:(/?)([A-Za-z][^\t\n\f\r />]*+)|(!--)|(!\[CDATA\[)|[!?]|/(?=[^A-Za-z]))")
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^\t\n\f\r "'>][^\t\n\f\r >]*+|(?=>))"""
ATTRIBUTE = lazy(
    rf"""(?P<name>[^\t\n\f\r />][^\t\n\f\r />=]*+)(?:{_SPACE}*+={_SPACE}*+(?P<value>{_VALUE}))?+"""
)
_ATTRIBUTES = lazy(
    rf"""(?:[\t\n\f\r /]++|[^\t\n\f\r />=][^\t\n\f\r />=]*+"""
    rf"""(?:{_SPACE}*+={_SPACE}*+{_VALUE})?+)*+>"""
)
# An end tag followed directly by a character that is not part of a name: `</code，that is why</p>`.
_END_TAG_AND_WORDS = lazy(
    r"</([A-Za-z][A-Za-z0-9]*+)"
    r"(?=[^\x00-\x7f]|(?:[^\w\s/<>:.-]|[:.-](?![A-Za-z0-9]))(?!>))"
)
_COMMENT_END = lazy(r"--!?>|\Z")
_ABRUPT_COMMENT = lazy(r"-?>")


class Tag(NamedTuple):
    """A start or end tag.

    Args:
        name: in lower case.
        start: the offset of `<`.
        end: the offset after `>`.
        is_end: whether it is an end tag.
        self_closing: whether it ends with `/>`, where the slash is not part of a value.
    """

    name: str
    start: int
    end: int
    is_end: bool
    self_closing: bool


def next_tag(html: str, position: int, *, foreign: bool = False) -> Tag | None:
    """The first tag at or after an offset, skipping comments and declarations.

    Args:
        html: the text.
        position: an offset at which the tokenizer is in the data state.
        foreign: whether the current node is in SVG or MathML, where `<![CDATA[` is not a comment.

    Returns:
        None if no complete tag follows.
    """
    while match := _NEXT.search(html, position):
        slash, name, comment, cdata = match.groups()
        if name is not None:
            end = _tag_end(html, match.end())
            if end is None:
                return None
            closing = html[end - 2] == "/" and _slash_closes(html, match.end(), end)
            return Tag(name.lower(), match.start(), end, slash == "/", closing)
        if comment:
            position = _comment_end(html, match.end())
        elif cdata and foreign:
            close = html.find("]]>", match.end())
            position = len(html) if close < 0 else close + 3
        else:
            close = html.find(">", match.end())
            position = len(html) if close < 0 else close + 1
    return None


def unfinished_at(html: str, tag: Tag) -> int | None:
    """The end of a tag without a closing `>`, which includes the next tag, as in `</li<li>`.

    For the tokenizer the second tag is part of a name. It counts as a missing `>` only if both
    names are HTML elements with only attributes between them, which excludes `List<Map<String>>`
    and `a<b and so on</p>`. An end tag may include words: `</code，…`, `</code, …`, `</em and <b>`.

    Args:
        html: the scanned text.
        tag: one of its tags.

    Returns:
        The offset at which the included text starts; None if the tag has its own `>`.
    """
    if tag.is_end and (words := _with_words(html, tag)):
        return words.end() if _is_element(words[1]) else None
    inner = html.find("<", tag.start + 1, tag.end)
    if inner < 0:
        return None
    name_start = tag.start + 1 + tag.is_end
    name_end = name_start + len(tag.name)
    if inner < name_end:
        name_end = inner
    if not _is_element(html[name_start:name_end]):
        return None
    if tag.is_end:
        # An end tag has no attributes, so the text between its name and `<` is words.
        return name_end
    if inner == name_end:
        return inner if _is_known_tag(html, inner) else None
    if swallowing_attribute(html, tag) is not None:
        return None
    for attribute in ATTRIBUTE.finditer(html, name_end, tag.end):
        inner = html.find("<", *attribute.span("name"))
        if inner >= 0 and _is_known_tag(html, inner):
            return inner if inner == attribute.start("name") else None
        if attribute["value"] is None and not _may_lack_value(attribute["name"]):
            return None
    return None


def _with_words(html: str, tag: Tag) -> re.Match[str] | None:
    """The start of an end tag that includes words."""
    if tag.end - tag.start == len(tag.name) + 3 and tag.name in ELEMENTS:
        return None  # nothing but its name, as nearly all
    return _END_TAG_AND_WORDS.match(html, tag.start, tag.end)


def _may_lack_value(name: str) -> bool:
    """Whether an attribute may have no value."""
    return name.lower() in BOOLEAN or not name.isalnum()


def swallowing_attribute(html: str, tag: Tag) -> Span | None:
    """The attribute of a tag whose value has no closing quote and includes another tag.

    Args:
        html: the scanned text.
        tag: one of its tags.

    Returns:
        The attribute up to the missing quote, on its first line.
    """
    for match in ATTRIBUTE.finditer(html, tag.start + 1 + len(tag.name), tag.end):
        value = match["value"]
        if value and value[0] in "\"'" and ">" in value and "<" in value[value.index(">") :]:
            end = match.start("value") + value.index(">")
            line_end = html.find("\n", match.start(), end)
            return Span(match.start(), line_end if line_end >= 0 else end)
    return None


def _is_known_tag(html: str, position: int) -> bool:
    match = _NEXT.match(html, position)
    return match is not None and match[2] is not None and _is_element(match[2])


def _is_element(name: str) -> bool:
    """Whether a name is an element; `Map` and `Object` are more often types."""
    return (name.islower() or name.isupper()) and name.lower() in ELEMENTS


def comments(html: str) -> Iterator[Span]:
    """The comments in source order, excluding similar text in tags or raw text."""
    position = 0
    while match := _NEXT.search(html, position):
        if match[3]:
            position = _comment_end(html, match.end())
            yield Span(match.start(), position)
            continue
        if match[2] is None:
            close = html.find(">", match.end())
            position = len(html) if close < 0 else close + 1
            continue
        end = _tag_end(html, match.end())
        if end is None:
            return
        position = end
        if not match[1] and match[2].lower() in RAW_TEXT:
            closing = raw_text_end(html, position, match[2].lower())
            position = len(html) if closing is None else closing.end


class Stretch(NamedTuple):
    """The text before a tag, and the tag; None after the last tag.

    The content of raw text elements such as `<script>` is not part of any stretch.
    """

    before: Span
    tag: Tag | None


def stretches(html: str) -> Iterator[Stretch]:
    """The text between tags, including comments and declarations, up to the end of `html`."""
    position = 0
    while tag := next_tag(html, position):
        yield Stretch(Span(position, tag.start), tag)
        position = tag.end
        if not tag.is_end and tag.name in RAW_TEXT:
            closing = raw_text_end(html, position, tag.name)
            if closing is None:
                position = len(html)
                break
            yield Stretch(Span(closing.start, closing.start), closing)
            position = closing.end
    yield Stretch(Span(position, len(html)), None)


def open_tag(html: str) -> Span | None:
    """The `<` and name of a tag that is still open at the end of the file."""
    *_, (rest, _) = stretches(html)
    for match in _NEXT.finditer(html, rest.start):
        if match[2] is not None:
            return Span(*match.span())
    return None


def raw_text_end(html: str, position: int, name: str) -> Tag | None:
    """The end tag that closes a raw text element, or None."""
    match = _raw_text_end(name).search(html, position)
    end = match and _tag_end(html, match.end())
    if match is None or end is None:
        return None
    return Tag(name, match.start(), end, is_end=True, self_closing=False)


@cache
def _raw_text_end(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{re.escape(name)}(?=[\t\n\f\r />])", re.IGNORECASE)


def character_spans(html: str, start: int, end: int) -> Iterator[Span]:
    """The text in a range without tags, excluding comments and declarations."""
    while match := _NEXT.search(html, start, end):
        if match.start() > start:
            yield Span(start, match.start())
        if match[3]:
            start = _comment_end(html, match.end())
        else:
            close = html.find(">", match.end(), end)
            start = end if close < 0 else close + 1
    if start < end:
        yield Span(start, end)


def _comment_end(html: str, position: int) -> int:
    if abrupt := _ABRUPT_COMMENT.match(html, position):
        return abrupt.end()
    match = _COMMENT_END.search(html, position)
    return match.end() if match else len(html)


def _tag_end(html: str, position: int) -> int | None:
    if html.startswith(">", position):
        return position + 1
    if match := _ATTRIBUTES.match(html, position):
        return match.end()
    return _irregular_tag_end(html, position)


def _irregular_tag_end(html: str, position: int) -> int | None:
    """The end of a tag in which an attribute starts with `=`; None if the file ends first."""
    while position < len(html):
        if html[position] == ">":
            return position + 1
        if html[position] in "\t\n\f\r /":
            position += 1
            continue
        match = ATTRIBUTE.match(html, position)
        if match is None or _value_is_open(html, match):
            return None
        position = match.end()
    return None


def _value_is_open(html: str, match: re.Match[str]) -> bool:
    """Whether an attribute value has an opening quote and no closing quote."""
    if match["value"] is not None:
        return False
    rest = re.compile(rf"{_SPACE}*+={_SPACE}*+[\"']").match(html, match.end())
    return rest is not None


def _slash_closes(html: str, position: int, end: int) -> bool:
    """Whether the slash before `>` is outside an unquoted value."""
    last = None
    while position < end - 2:
        if html[position] in "\t\n\f\r /":
            position += 1
            continue
        last = ATTRIBUTE.match(html, position, end - 1)
        if last is None:
            return True
        position = max(last.end(), position + 1)
    return last is None or last.end() < end - 1


# The start of a tag name (13.2.5.6): a letter after `<`.
_NAME = lazy(r"<([A-Za-z][^\t\n\f\r />]*+)")


def tag_names(html: str) -> frozenset[str]:
    """Every name after a `<`, in lower case, including those in comments and code."""
    return frozenset(map(str.lower, set(_NAME.findall(html))))

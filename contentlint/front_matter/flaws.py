"""Front matter that not every generator reads: its delimiters, and what precedes them.

`split` reads blocks generously, as a person would. This module says in which form a block is
written, also where `split` finds none; `Generator.reading` says what a generator does with it.
"""

import re
from typing import NamedTuple

from contentlint.core.patterns import lazy
from contentlint.core.source import BOM, Span
from contentlint.front_matter.block import FrontMatter
from contentlint.front_matter.formats import FORMATS
from contentlint.site.reading import Shape

# Text before a block that was forgotten there, and the longest block, in lines.
_MOST_BEFORE = 20
_LONGEST = 80

# Keys that a block has, and prose between two lines of dashes has not.
_KNOWN_KEY = lazy(
    r"^[ \t>]*[\"']?(?:title|date|tags|categories|layout|author|draft|permalink|slug|description"
    r"|pubDate|published|id|sidebar_position|sidebar_label|head|hero|lang|updated|cover"
    r"|excerpt|summary)[\"']?[ \t]*:(?=[ \t\r\n]|\Z)",
    re.MULTILINE,
)
_TITLE = lazy(r"^(?:title|layout)[ \t]*:(?=[ \t\r\n]|\Z)", re.MULTILINE)
_INNER = lazy(r"[ \t]+\S|[ \t]*-[ \t]|[ \t]*-?[ \t]*\r?$|[ \t]*#|[\]}]")
_KEY = FORMATS["yaml"].key_line
_GAP = lazy(r"\n[ \t]*\r?\n(?=[A-Za-z_][\w-]*[ \t]*:)")
_FENCE = lazy(r"[ \t]*(?:```|~~~)")
_LOWER_KEY = lazy(r"[a-z_]+:[ \t]")
_SPACE = " \t\r\n"
_INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad\u00a0\u3000"

_Form = str
_FORMS: tuple[tuple[_Form, re.Pattern[str]], ...] = (
    ("", lazy(r"---\Z")),
    ("blank", lazy(r"---[ \t]+\Z")),
    ("indented", lazy(r"[ \t]+---[ \t]*\Z")),
    ("short", lazy(r"--[ \t]*\Z")),
    ("long", lazy(r"----[ \t]*\Z")),
    ("longer", lazy(r"-{5,}[ \t]*\Z")),
    ("dashes", lazy(r"(?=-*[—–―])[-—–―]{1,4}[ \t]*\Z")),
    ("characters", lazy(r"(?:={3,}|\*{3,}|_{3,}|~{3,}|- - -)[ \t]*\Z")),
    ("plus", lazy(r"\+{3}[ \t]*\Z")),
    ("semicolons", lazy(r";{3}[ \t]*\Z")),
    ("quoted", lazy(r"[\"'`]---[\"'`][ \t]*\Z")),
    ("quote", lazy(r">[ \t]?---[ \t]*\Z")),
    ("escaped", lazy(r"\\---[ \t]*\Z")),
    ("code", lazy(r"```+(?:ya?ml)?[ \t]*\Z")),
    ("named-yaml", lazy(r"---[ \t]*yaml[ \t]*\Z")),
    ("named-toml", lazy(r"---[ \t]*toml[ \t]*\Z")),
    ("named-json", lazy(r"---[ \t]*json[ \t]*\Z")),
    ("comment", lazy(r"---[ \t]+#[^\r\n]*\Z")),
    ("dots", lazy(r"\.\.\.[ \t]*\Z")),
    ("text", lazy(r"---[ \t]+[^\r\n]+\Z")),
)

# The shapes of blocks by the forms of both delimiters; the opening one alone; the closing one.
_BOTH: dict[_Form, Shape] = {
    "indented": "indented",
    "short": "short",
    "long": "long",
    "longer": "longer",
    "dashes": "dashes",
    "characters": "characters",
    "quoted": "quoted",
    "quote": "quote",
    "escaped": "escaped",
    "code": "code-block",
    "plus": "plus-yaml",
    "semicolons": "semicolons-yaml",
}
_OPENING: dict[_Form, Shape] = {
    "blank": "opening-blank",
    "short": "opening-short",
    "long": "opening-long",
    "longer": "opening-long",
    "comment": "opening-comment",
    "named-yaml": "named-yaml",
    "named-toml": "named-toml",
    "named-json": "named-json",
}
_CLOSING: dict[_Form, Shape] = {
    "blank": "closing-blank",
    "short": "closing-short",
    "long": "closing-long",
    "longer": "closing-long",
    "dashes": "closing-dashes",
    "indented": "closing-indented",
    "text": "closing-text",
    "comment": "closing-text",
    "dots": "dots",
}
_OPENERS = frozenset({"", *_BOTH, *_OPENING}) - {"indented"}
LEADING: frozenset[Shape] = frozenset(
    (
        "blank-line",
        "blank-lines",
        "spaces-line",
        "bom",
        "boms",
        "bom-blank-line",
        "invisible",
        "space",
        "tab",
        "text",
        "code-fence",
    )
)
"""The shapes of blocks that do not begin at the start of the file."""


class Flaw(NamedTuple):
    """A form of a block that not every generator reads.

    Args:
        shape: the form.
        span: the delimiter, or the place where one is missing.
        opening: the opening delimiter as written.
        closing: the closing delimiter as written; None: it has none.
    """

    shape: Shape
    span: Span
    opening: Span
    closing: Span | None


class LeadingBreak(NamedTuple):
    """A thematic break that may be taken for a delimiter.

    Args:
        span: its line.
        shape: what it looks like: an unclosed block, or one that is closed by another break.
        is_above_text: whether it is the first line, so that it opens front matter; otherwise it
            is the first of its kind, below text that is a YAML mapping.
    """

    span: Span
    shape: Shape
    is_above_text: bool


class SecondBlock(NamedTuple):
    """What looks like another block below the first.

    Args:
        span: its opening delimiter, or its first line.
        has_no_opening: whether it only has a closing delimiter.
    """

    span: Span
    has_no_opening: bool


class _Line(NamedTuple):
    start: int
    end: int
    form: _Form | None


def flaws(text: str, front_matter: FrontMatter) -> list[Flaw]:
    """The flaws of the block of a file; of what looks like one, if the file has none.

    Args:
        text: the text of the file.
        front_matter: its front matter.
    """
    if front_matter.format is None:
        return _of_text(text)
    start = front_matter.opening.start
    opening = _line(text, start)
    if front_matter.format != "yaml":
        return _leading(text, front_matter.opening) + _of_other_format(text, opening)
    if front_matter.closed:
        closing: _Line | None = _line(text, text.rfind("\n", 0, front_matter.block.end) + 1)
    else:
        closing = _closing(text, opening)
    if text[start - 1 : start] in (" ", "\t") and closing and closing.form == "indented":
        at = Span(opening.start, opening.end)
        return [Flaw("indented", at, at, Span(closing.start, closing.end))]
    found = _leading(text, front_matter.opening) + _of_delimiters(text, opening, closing)
    return found + _of_content(text, front_matter, opening)


def _of_content(text: str, front_matter: FrontMatter, opening: _Line) -> list[Flaw]:
    """The flaws of a block as lines that are not YAML: blank lines and comments."""
    at = Span(opening.start, opening.end)
    first = _line(text, text.find("\n", opening.end) + 1)
    if first.start == first.end:
        return [Flaw("blank-first", Span(first.start, first.end), at, None)]
    if text.startswith("#", first.start):
        return [Flaw("comment-first", Span(first.start, first.end), at, None)]
    gap = _GAP.search(text, first.start, front_matter.block.end)
    if gap is None:
        return []
    return [Flaw("blank-between", Span(gap.end(), gap.end()), at, None)]


def _of_other_format(text: str, opening: _Line) -> list[Flaw]:
    """The flaws of the delimiters of TOML and JSON."""
    at = Span(opening.start, opening.end)
    first = text[opening.end :].lstrip()
    is_yaml = _KEY.match(first) is not None and not first.startswith('"')
    shape: Shape | None = None
    if opening.form in ("named-toml", "named-json"):
        shape = _OPENING[opening.form]
    elif opening.form == "plus" and is_yaml:
        shape = "plus-yaml"
    elif opening.form == "semicolons":
        shape = "semicolons-yaml" if is_yaml else "semicolons"
        shape = "semicolons-braces" if first.startswith("{") else shape
    return [] if shape is None else [Flaw(shape, at, at, None)]


def _line(text: str, start: int) -> _Line:
    """The line that begins at an offset, and the form of the delimiter on it."""
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    end -= text[start:end].endswith("\r")
    return _Line(start, end, _form(text[start:end]))


def _form(line: str) -> _Form | None:
    if not line or len(line) > 80 or line[0].isalnum():
        return None
    return next((form for form, pattern in _FORMS if pattern.match(line)), None)


def _leading(text: str, opening: Span) -> list[Flaw]:
    """The flaw of what precedes a block."""
    shape = _shape_before(text[: opening.start])
    return [] if shape is None else [Flaw(shape, opening, opening, None)]


def _shape_before(before: str) -> Shape | None:
    if not before:
        return None
    if before == BOM:
        return "bom"
    plain = before.lstrip(BOM)
    if not plain:
        return "boms"
    if plain.strip(_SPACE):
        is_invisible = not plain.strip(_SPACE + _INVISIBLE + BOM)
        is_fence = plain.rstrip().rpartition("\n")[2].startswith("```")
        return "invisible" if is_invisible else "code-fence" if is_fence else "text"
    if before[0] == BOM:
        return "bom-blank-line"
    lines = before.split("\n")
    if len(lines) == 1:
        return "tab" if before == "\t" else "space"
    if lines[-1] or before.strip("\r\n"):
        return "spaces-line"
    return "blank-line" if len(lines) == 2 else "blank-lines"


def _of_delimiters(text: str, opening: _Line, closing: _Line | None) -> list[Flaw]:
    """The flaws of the delimiters of a block: one for both if they have the same form."""
    at = Span(opening.start, opening.end)
    end = None if closing is None else Span(closing.start, closing.end)
    if closing is not None and opening.form == closing.form and opening.form in _BOTH:
        return [Flaw(_BOTH[opening.form], at, at, end)]
    found = []
    if opening.form in _OPENING:
        found.append(Flaw(_OPENING[opening.form], at, at, end))
    if closing is None or end is None:
        return found
    if closing.form in _CLOSING:
        found.append(Flaw(_CLOSING[closing.form], end, at, end))
    elif closing.form == "" and closing.end == len(text):
        found.append(Flaw("last-line", end, at, end))
    return found


def _of_text(text: str) -> list[Flaw]:
    """The flaws of what looks like a block at the start of a file without one."""
    start = len(text) - len(text.lstrip(_SPACE + _INVISIBLE + BOM))
    first = _line(text, start)
    if first.form in _OPENERS:
        return _of_lines(text, first) or (_below_text(text, first) if first.form == "code" else [])
    if _KEY.match(text, first.start):
        return _without_opening(text, first)
    return _below_text(text, first)


def _of_lines(text: str, opening: _Line) -> list[Flaw]:
    closing = _closing(text, opening)
    if closing is None:
        return []
    if not _KNOWN_KEY.search(text, opening.end, closing.start):
        return []
    at = Span(opening.start, opening.end)
    return _leading(text, at) + _of_delimiters(text, opening, closing)


def _closing(text: str, opening: _Line) -> _Line | None:
    """The line that was meant to close a block; None if other text comes first."""
    line = opening
    for _ in range(_LONGEST):
        if line.end >= len(text):
            return None
        line = _line(text, text.find("\n", line.end) + 1)
        if line.form is not None and (
            line.form == opening.form
            or (line.form in ("", *_CLOSING) and opening.form in ("", *_OPENING))
        ):
            return line
        place = line.start
        if opening.form == "quote" and text.startswith("> ", place):
            place += 2
        if not (_KEY.match(text, place, line.end) or _INNER.match(text, place, line.end)):
            return None
    return None


def _without_opening(text: str, first: _Line) -> list[Flaw]:
    """Keys on the first line, and a delimiter or a blank line below them."""
    line = first
    for _ in range(_LONGEST):
        if line.form == "":
            if not _KNOWN_KEY.search(text, first.start, line.start):
                return []
            at = Span(first.start, first.start)
            return [Flaw("no-opening", at, at, Span(line.start, line.end))]
        if line.form == "semicolons" and text.startswith('"', first.start):
            at = Span(first.start, first.start)
            return [Flaw("semicolons-closing", at, at, Span(line.start, line.end))]
        is_blank = line.start == line.end
        if is_blank or not (
            _KEY.match(text, line.start, line.end) or _INNER.match(text, line.start, line.end)
        ):
            break
        if line.end >= len(text):
            break
        line = _line(text, text.find("\n", line.end) + 1)
    if line.start < line.end or not _TITLE.search(text, first.start, line.start):
        return []
    at = Span(first.start, first.start)
    return [Flaw("no-fences", at, at, None)]


def _below_text(text: str, line: _Line) -> list[Flaw]:
    """A whole block below some lines of text; not an example in a code block."""
    if _FENCE.match(text, line.start) and line.form != "code":
        return []
    for _ in range(_MOST_BEFORE):
        if line.end >= len(text):
            return []
        is_fence = line.form == "code"
        line = _line(text, text.find("\n", line.end) + 1)
        if line.form == "":
            closing = _closing(text, line)
            is_block = closing is not None and closing.form == ""
            if not is_block or not _TITLE.search(text, line.end, closing.start if closing else 0):
                return []
            at = Span(line.start, line.end)
            return [Flaw("code-fence" if is_fence else "text", at, at, None)]
        if _FENCE.match(text, line.start):
            return []
    return []


def leading_break(text: str, front_matter: FrontMatter) -> LeadingBreak | None:
    """The thematic break that makes front matter of text, if the file has no block.

    Args:
        text: the text of the file.
        front_matter: its front matter.
    """
    start = 1 if text.startswith(BOM) else 0
    first = _line(text, start)
    is_text = any(problem.code == "text" for problem in front_matter.syntax_problems)
    if first.form == "" and (front_matter.format is None or is_text):
        below = _line(text, text.find("\n", first.end) + 1) if first.end < len(text) else first
        is_spaced = below.start == below.end
        is_followed = bool(text[first.end :].strip())
        if not is_spaced or not is_followed:
            return None
        shape: Shape = "leading-rules" if front_matter.closed and is_text else "leading-rule"
        return LeadingBreak(Span(first.start, first.end), shape, is_above_text=True)
    if front_matter.format is not None:
        return None
    return _break_below_keys(text, start)


def _break_below_keys(text: str, start: int) -> LeadingBreak | None:
    """The first line that begins with `---`, below text that is a YAML mapping."""
    place = text.find("\n---", start)
    if place < 0 or not _KEY.match(text, start) or _KNOWN_KEY.search(text, start, place):
        return None
    from contentlint.front_matter.formats.yaml import parse

    parsed = parse(text, Span(start, place), 20)
    if not parsed.data:
        return None
    line = _line(text, place + 1)
    return LeadingBreak(Span(line.start, line.end), "no-opening", is_above_text=False)


def second_block(text: str, front_matter: FrontMatter) -> SecondBlock | None:
    """Another block that follows the first, with nothing but blank lines between them.

    Args:
        text: the text of the file.
        front_matter: its front matter.
    """
    if front_matter.format != "yaml" or not front_matter.closed:
        return None
    rest = text[front_matter.body_start :]
    start = front_matter.body_start + len(rest) - len(rest.lstrip(_SPACE))
    line = _line(text, start)
    if line.form == "":
        if not _KEY.match(text, text.find("\n", line.end) + 1):
            return None
        is_block = _closing(text, line) is not None
        return SecondBlock(Span(line.start, line.end), has_no_opening=False) if is_block else None
    found = _without_opening(text, line) if _KEY.match(text, start) else []
    # At once below the first block, no heading is meant.
    is_glued = start == front_matter.body_start and _LOWER_KEY.match(text, start)
    if is_glued and _closing(text, _Line(start, start, "")):
        return SecondBlock(Span(line.start, line.end), has_no_opening=True)
    if found and found[0].shape == "no-opening":
        return SecondBlock(Span(line.start, line.end), has_no_opening=True)
    return None

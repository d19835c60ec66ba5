"""Front matter that not every generator reads: its delimiters, and what precedes them.

`split` reads blocks generously, as a person would. This module says in which form a block is
written, also where `split` finds none; `Generator.reading` says what a generator does with it.
"""

import re

from contentlint.core.patterns import lazy
from contentlint.core.source import BOM, Span
from contentlint.core.tuples import NamedTuple
from contentlint.front_matter.block import FrontMatter
from contentlint.front_matter.formats import FORMATS
from contentlint.site.reading import Shape

# Text before a block that was forgotten there, and the longest block, in lines.
_MOST_BEFORE = 20
_LONGEST = 80

# Keys that a block has, and prose between two lines of dashes has not.
KNOWN_KEY = lazy(
    r"^[ \t>]*[\"']?(?:title|date|tags|categories|layout|author|draft|permalink|slug|description"
    r"|pubDate|published|id|sidebar_position|sidebar_label|head|hero|lang|updated|cover"
    r"|excerpt|summary)[\"']?[ \t]*:(?=[ \t\r\n]|\Z)",
    re.MULTILINE,
)
_TITLE = lazy(r"^(?:title|layout)[ \t]*:(?=[ \t\r\n]|\Z)", re.MULTILINE)
_INNER = lazy(r"[ \t]+\S|[ \t]*-[ \t]|[ \t]*+(?:-[ \t]*+)?\r?$|[ \t]*+#|[\]}]")
KEY = FORMATS["yaml"].key_line
_GAP = lazy(r"\n[ \t]*\r?\n(?=[A-Za-z_][\w-]*[ \t]*:)")
_FENCE = lazy(r"[ \t]*(?:```|~~~)")
SPACE = " \t\r\n"
INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad\u00a0\u3000"

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
_LEADING: frozenset[Shape] = frozenset(
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

    @property
    def is_leading(self) -> bool:
        """Whether it is what precedes the block, and not a delimiter."""
        return self.shape in _LEADING


class Line(NamedTuple):
    """A line without its ending, and the form of the delimiter on it; None: it is another line."""

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
    opening = line_at(text, start)
    if front_matter.format != "yaml":
        return _leading(text, front_matter.opening) + _of_other_format(text, opening)
    if front_matter.closed:
        closing: Line | None = line_at(text, text.rfind("\n", 0, front_matter.block.end) + 1)
    else:
        closing = closing_line(text, opening)
    if text[start - 1 : start] in (" ", "\t") and closing and closing.form == "indented":
        at = Span(opening.start, opening.end)
        return [Flaw("indented", at, at, Span(closing.start, closing.end))]
    found = _leading(text, front_matter.opening) + _of_delimiters(text, opening, closing)
    return found + _of_content(text, front_matter, opening)


def _of_content(text: str, front_matter: FrontMatter, opening: Line) -> list[Flaw]:
    """The flaws of a block as lines that are not YAML: blank lines and comments."""
    at = Span(opening.start, opening.end)
    first = line_at(text, text.find("\n", opening.end) + 1)
    if first.start == first.end:
        return [Flaw("blank-first", Span(first.start, first.end), at, None)]
    if text.startswith("#", first.start):
        return [Flaw("comment-first", Span(first.start, first.end), at, None)]
    gap = _GAP.search(text, first.start, front_matter.block.end)
    if gap is None:
        return []
    return [Flaw("blank-between", Span(gap.end(), gap.end()), at, None)]


def _of_other_format(text: str, opening: Line) -> list[Flaw]:
    """The flaws of the delimiters of TOML and JSON."""
    at = Span(opening.start, opening.end)
    first = text[opening.end :].lstrip()
    is_yaml = KEY.match(first) is not None and not first.startswith('"')
    shape: Shape | None = None
    if opening.form in ("named-toml", "named-json"):
        shape = _OPENING[opening.form]
    elif opening.form == "plus":
        shape = "plus-yaml"
    elif opening.form == "semicolons":
        shape = "semicolons-yaml" if is_yaml else "semicolons"
        shape = "semicolons-braces" if first.startswith("{") else shape
    return [] if shape is None else [Flaw(shape, at, at, None)]


def line_at(text: str, start: int) -> Line:
    """The line that begins at an offset, and the form of the delimiter on it."""
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    end -= text[start:end].endswith("\r")
    return Line(start, end, _form(text[start:end]))


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
    if plain.strip(SPACE):
        is_invisible = not plain.strip(SPACE + INVISIBLE + BOM)
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


def _of_delimiters(text: str, opening: Line, closing: Line | None) -> list[Flaw]:
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
    start = len(text) - len(text.lstrip(SPACE + INVISIBLE + BOM))
    first = line_at(text, start)
    if first.form in _OPENERS:
        return _of_lines(text, first) or (_below_text(text, first) if first.form == "code" else [])
    if KEY.match(text, first.start):
        return without_opening(text, first)
    return _below_text(text, first)


def _of_lines(text: str, opening: Line) -> list[Flaw]:
    closing = closing_line(text, opening)
    if closing is None:
        return []
    if not KNOWN_KEY.search(text, opening.end, closing.start):
        return []
    at = Span(opening.start, opening.end)
    return _leading(text, at) + _of_delimiters(text, opening, closing)


def closing_line(text: str, opening: Line) -> Line | None:
    """The line that was meant to close a block; None if other text comes first."""
    line = opening
    for _ in range(_LONGEST):
        if line.end >= len(text):
            return None
        line = line_at(text, text.find("\n", line.end) + 1)
        if line.form is not None and (
            line.form == opening.form
            or (line.form in ("", *_CLOSING) and opening.form in ("", *_OPENING))
        ):
            return line
        place = line.start
        if opening.form == "quote" and text.startswith("> ", place):
            place += 2
        if not (KEY.match(text, place, line.end) or _INNER.match(text, place, line.end)):
            return None
    return None


def without_opening(text: str, first: Line) -> list[Flaw]:
    """Keys on the first line, and a delimiter or a blank line below them."""
    line = first
    for _ in range(_LONGEST):
        if line.form == "":
            if not KNOWN_KEY.search(text, first.start, line.start):
                return []
            at = Span(first.start, first.start)
            return [Flaw("no-opening", at, at, Span(line.start, line.end))]
        if line.form == "semicolons" and text.startswith('"', first.start):
            at = Span(first.start, first.start)
            return [Flaw("semicolons-closing", at, at, Span(line.start, line.end))]
        is_blank = line.start == line.end
        if is_blank or not (
            KEY.match(text, line.start, line.end) or _INNER.match(text, line.start, line.end)
        ):
            break
        if line.end >= len(text):
            break
        line = line_at(text, text.find("\n", line.end) + 1)
    if line.start < line.end or not _TITLE.search(text, first.start, line.start):
        return []
    at = Span(first.start, first.start)
    return [Flaw("no-fences", at, at, None)]


def _below_text(text: str, line: Line) -> list[Flaw]:
    """A whole block below some lines of text; not an example in a code block."""
    if _FENCE.match(text, line.start) and line.form != "code":
        return []
    for _ in range(_MOST_BEFORE):
        if line.end >= len(text):
            return []
        is_fence = line.form == "code"
        line = line_at(text, text.find("\n", line.end) + 1)
        if line.form == "":
            closing = closing_line(text, line)
            is_block = closing is not None and closing.form == ""
            if not is_block or not _TITLE.search(text, line.end, closing.start if closing else 0):
                return []
            at = Span(line.start, line.end)
            return [Flaw("code-fence" if is_fence else "text", at, at, None)]
        if _FENCE.match(text, line.start):
            return []
    return []

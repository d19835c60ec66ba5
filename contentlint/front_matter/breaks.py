"""Thematic breaks that are taken for delimiters, and blocks below the first."""

from contentlint.core.patterns import lazy
from contentlint.core.source import BOM, Span
from contentlint.core.tuples import NamedTuple
from contentlint.front_matter.block import FrontMatter
from contentlint.front_matter.flaws import (
    KEY,
    KNOWN_KEY,
    SPACE,
    Line,
    closing_line,
    line_at,
    without_opening,
)
from contentlint.site.reading import Shape

# The longest text that is tried as YAML, in characters.
_LONGEST = 10_000
_TOML_KEY = lazy(r"[\w.-]+[ \t]*=")
_LOWER_KEY = lazy(r"[a-z_]+:[ \t]")


class LeadingBreak(NamedTuple):
    """A thematic break that may be taken for a delimiter.

    Args:
        span: its line.
        shape: what it looks like: an unclosed block, or one that is closed by another break.
        is_refused: whether the text above it is not valid YAML.
        is_above_text: whether it is the first line, so that it opens front matter; otherwise it
            is the first of its kind, below text that is a YAML mapping.
    """

    span: Span
    shape: Shape
    is_above_text: bool
    is_refused: bool = False


class SecondBlock(NamedTuple):
    """What looks like another block below the first.

    Args:
        span: its opening delimiter, or its first line.
        has_no_opening: whether it only has a closing delimiter.
    """

    span: Span
    has_no_opening: bool


def leading_break(
    text: str, front_matter: FrontMatter, *, reads_above: bool
) -> LeadingBreak | None:
    """The thematic break that makes front matter of text, if the file has no block.

    Args:
        text: the text of the file.
        front_matter: its front matter.
        reads_above: whether keys above a thematic break are front matter for the generator.
    """
    start = 1 if text.startswith(BOM) else 0
    first = line_at(text, start)
    is_text = any(problem.code == "text" for problem in front_matter.syntax_problems)
    if first.form == "" and (front_matter.format is None or is_text):
        below = line_at(text, text.find("\n", first.end) + 1) if first.end < len(text) else first
        is_spaced = below.start == below.end
        is_followed = bool(text[first.end :].strip())
        if not is_spaced or not is_followed:
            return None
        shape: Shape = "leading-rules" if front_matter.closed and is_text else "leading-rule"
        return LeadingBreak(Span(first.start, first.end), shape, is_above_text=True)
    if front_matter.format is not None or not reads_above:
        return None
    return _break_below_keys(text, start)


def _break_below_keys(text: str, start: int) -> LeadingBreak | None:
    """The first line that begins with `---`, below text that is a YAML mapping."""
    place = text.find("\n---", start)
    if (
        not 0 < place - start < _LONGEST
        or not KEY.match(text, start)
        or KNOWN_KEY.search(text, start, place)
    ):
        return None
    from contentlint.front_matter.formats.yaml import parse

    parsed = parse(text, Span(start, place), 20)
    # Tabs and control characters are judged differently by parsers.
    is_refused = any(not problem.code for problem in parsed.syntax_problems)
    if not (is_refused or (parsed.data and KEY.match(text, start))):
        return None
    line = line_at(text, place + 1)
    span = Span(line.start, line.end)
    return LeadingBreak(span, "no-opening", is_above_text=False, is_refused=is_refused)


def second_block(text: str, front_matter: FrontMatter) -> SecondBlock | None:
    """Another block that follows the first, with nothing but blank lines between them.

    Args:
        text: the text of the file.
        front_matter: its front matter.
    """
    if front_matter.format not in ("yaml", "toml") or not front_matter.closed:
        return None
    rest = text[front_matter.body_start :]
    start = front_matter.body_start + len(rest) - len(rest.lstrip(SPACE))
    # Almost every article begins with other text.
    if not text.startswith(("---", "+++"), start) and not KEY.match(text, start):
        return None
    line = line_at(text, start)
    if front_matter.format == "toml":
        is_key = _TOML_KEY.match(text, text.find("\n", line.end) + 1) is not None
        is_block = line.form == "plus" and is_key and "\n+++" in text[line.end :]
        return SecondBlock(Span(line.start, line.end), has_no_opening=False) if is_block else None
    if line.form == "":
        if not KEY.match(text, text.find("\n", line.end) + 1):
            return None
        is_block = closing_line(text, line) is not None
        return SecondBlock(Span(line.start, line.end), has_no_opening=False) if is_block else None
    found = without_opening(text, line) if KEY.match(text, start) else []
    # At once below the first block, no heading is meant.
    is_glued = start == front_matter.body_start and _LOWER_KEY.match(text, start)
    if is_glued and closing_line(text, Line(start, start, "")):
        return SecondBlock(Span(line.start, line.end), has_no_opening=True)
    if found and found[0].shape == "no-opening":
        return SecondBlock(Span(line.start, line.end), has_no_opening=True)
    return None

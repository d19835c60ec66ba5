"""Masks what CommonMark does not accept in the tags of MDX: expressions and spreads.

`<img src={require("./a.png").default} />` is text in CommonMark. With a word instead of the
expression it is a tag, whose value nobody knows. Comments that contain tags are masked as well.
"""

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.markup.mdx.expressions import Budget, Exhausted, Region, balanced
from contentlint.markup.mdx.javascript.reader import Text
from contentlint.markup.template_syntax import Masked, as_word

_START = lazy(r"(?<=[\w:$-])=\{|(?<=\s)\{(?=\s*\.\.\.)|\{(?=/\*)")
_NEEDS_NONE = lazy(r"\{[\w$][\w.$]*\}")
_NOT_LINE_END = lazy(r"[^\r\n]")
# How far from its start a tag or an expression may reach, in code points.
_FARTHEST = 60_000


def mask_expressions(masked: Masked, start: int) -> Masked:
    """Mask the expressions in the tags of an article.

    Args:
        masked: the text with its template syntax masked.
        start: where the body starts.
    """
    text = masked.text
    if "{" not in text:
        return masked
    source, budget = Text(text), Budget.of(text)
    pieces: list[str] = []
    found: list[Span] = []
    place = start
    # The last `<` and `>` outside expressions.
    opened = closed = -1
    while match := _START.search(text, place):
        opened = max(opened, text.rfind("<", place, match.start()))
        closed = max(closed, text.rfind(">", place, match.start()))
        begin = match.end() - 1
        end = _end(Region(source, min(len(text), begin + _FARTHEST), budget), begin)
        is_comment = text.startswith("{/*", begin)
        is_meant = _hides_tags(text[begin:end]) if is_comment else closed < opened
        if end <= begin or not is_meant or _NEEDS_NONE.fullmatch(text, begin, end):
            place = max(match.end(), end if end > begin and is_meant else 0)
            continue
        found.append(Span(begin, end))
        place = end
    if not found:
        return masked
    at = 0
    for span in found:
        pieces += (text[at : span.start], _filled(text, span))
        at = span.end
    pieces.append(text[at:])
    return masked._replace(text="".join(pieces), masks=tuple(sorted((*masked.masks, *found))))


def _end(region: Region, start: int) -> int:
    """The offset after the `}` of an expression; 0: it is not found."""
    try:
        return balanced(region, start) or 0
    except Exhausted:
        return 0


def _filled(text: str, span: Span) -> str:
    """What is written instead of an expression, as long as it is."""
    written = text[span.start : span.end]
    # A spread becomes an attribute, whose name CommonMark takes in ASCII only.
    is_spread = text[span.start - 1].isspace() and not written.startswith("{/*")
    return _NOT_LINE_END.sub("_", written) if is_spread else as_word(written)


def _hides_tags(comment: str) -> bool:
    """Whether a comment contains tags, and no suppression."""
    return "<" in comment and "contentlint-" not in comment

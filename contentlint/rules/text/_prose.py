"""The visible text of an article: as one string, piece by piece, and by paragraph."""

import re
from collections.abc import Iterator

from contentlint.rule import Document, NamedTuple, Span, lazy

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
KANA = "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"
HANGUL = "\u1100-\u11ff\uac00-\ud7af"
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"

# Replaces each code point of URLs, e-mail addresses and character references.
MASK = "\ue000"

_MASK_PATTERN = lazy(
    r"(?:https?://|www\.)[^\s<>\"'`，。；：！？、（）《》「」【】“”]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|&(?:[A-Za-z]{2,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});",
    re.IGNORECASE,
)
# What ends a paragraph between two runs of text: a blank line, a block tag or a block marker.
_BREAK = lazy(
    r"\n[ \t>]*\r?\n|\n[ \t>]*(?:[-*+]|\d{1,9}[.)]|#{1,6}|\||:)[ \t]|\|"
    r"|</?(?:address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|fieldset|"
    r"figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|"
    r"tbody|td|tfoot|th|thead|tr|ul)\b",
    re.IGNORECASE,
)
_CODE_SPAN = lazy(r"(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
_LETTERS = (
    ("han", lazy(f"[{HAN}]+")),
    ("kana", lazy(f"[{KANA}]+")),
    ("hangul", lazy(f"[{HANGUL}]+")),
    ("latin", lazy(f"[{LATIN}]+")),
)
_SAMPLE = 20_000


class Piece(NamedTuple):
    """A run of text without tags.

    Args:
        text: as in the file, with `MASK` in place of URLs, e-mail addresses and references.
        start: its offset in the file.
        parents: the tag names of the elements around it, innermost last.
    """

    text: str
    start: int
    parents: tuple[str, ...]

    def span(self, start: int, end: int) -> Span:
        """The span in the file of a range of the text."""
        return Span(self.start + start, self.start + end)


def prose(document: Document) -> str:
    """The source of all text runs, separated by line feeds.

    For a quick search before a rule looks at each run.
    """
    return "\n".join([run.raw for run in document.text_runs])


def pieces(document: Document) -> list[Piece]:
    """All runs of text, in file order."""
    return [Piece(_masked(run.raw), run.span.start, run.parents) for run in document.text_runs]


def paragraphs(document: Document) -> Iterator[list[Piece]]:
    """The pieces, grouped by paragraph, heading, list item or table cell."""
    group: list[Piece] = []
    end = 0
    for piece in document.once(pieces):
        if group and _has_break(document.text, end, piece.start):
            yield group
            group = []
        group.append(piece)
        end = piece.start + len(piece.text)
    if group:
        yield group


def _has_break(text: str, start: int, end: int) -> bool:
    """Whether a paragraph ends in a range; a `|` in a code span separates no cells."""
    found = _BREAK.search(text, start, end)
    if found is None or found[0] != "|" or "`" not in text[start:end]:
        return found is not None
    return _BREAK.search(_CODE_SPAN.sub("", text[start:end])) is not None


def is_whole_paragraph(document: Document, span: Span) -> bool:
    """Whether a range of text is all of its paragraph, apart from punctuation."""
    for paragraph in paragraphs(document):
        first, last = paragraph[0], paragraph[-1]
        if first.start <= span.start and span.end <= last.start + len(last.text):
            around = "".join(piece.text for piece in paragraph)
            inner = document.text[span.start : span.end]
            return re.sub(r"\W", "", around) == re.sub(r"\W", "", inner)
    return False


def language(document: Document) -> str:
    """The language that front matter declares; otherwise `zh`, `ja`, `ko` or `en` by script.

    `en` covers all languages in Latin or another script.
    """
    data = document.front_matter.data
    for key in ("lang", "language", "locale"):
        named = data.get(key) if isinstance(data, dict) else None
        if isinstance(named, str) and named:
            return re.split("[-_]", named.lower())[0]
    text = document.once(prose)
    if text.isascii():
        return "en"
    sample = text[:_SAMPLE]
    counts = {name: sum(map(len, pattern.findall(sample))) for name, pattern in _LETTERS}
    han, kana, hangul, latin = counts.values()
    if hangul * 3 > latin + han:
        return "ko"
    # A Chinese character carries about as much text as three letters.
    if (han + kana) * 3 < latin:
        return "en"
    return "ja" if kana * 5 > han else "zh"


def _masked(raw: str) -> str:
    if "://" not in raw and "www." not in raw and "@" not in raw and "&" not in raw:
        return raw
    return _MASK_PATTERN.sub(lambda match: MASK * len(match[0]), raw)

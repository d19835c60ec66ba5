"""Sentences of a block, and whether they are about the article itself."""

import re

from contentlint.rule import lazy
from contentlint.rules.attribution._languages import UNSPACED, pattern
from contentlint.rules.attribution._lines import Block
from contentlint.rules.attribution._runs import INDENT as INDENT

_SENTENCE_END = lazy(r"[.!?…](?=[\s\"”»)]|$)|[。！？]|؟")
# A work that is its own subject: 〈鐘〉最早出現於…
_WORK = lazy(r"\A[〈《「『][^〉》」』]{1,40}[〉》」』]\Z")


def sentence_around(block: Block, start: int) -> tuple[int, int]:
    """The range of the sentence around an offset of a block."""
    text, begin, end = block.text, 0, len(block.text)
    for match in re.finditer(r"\n", text):
        if (
            match.start() - text.rfind("\n", 0, match.start()) > 60
            and text[match.end() : match.end() + 1].islower()
        ):
            continue
        if match.start() < start:
            begin = match.end()
        else:
            end = match.start()
            break
    for match in _SENTENCE_END.finditer(text, begin, end):
        if _is_abbreviation(text, match.start()):
            continue
        if match.end() <= start:
            begin = match.end()
        elif match.start() >= start:
            end = match.end()
            break
    return begin, end


def _is_abbreviation(text: str, dot: int) -> bool:
    """Whether a full stop belongs to a short word or a number, as in `n. 9`, `St.`."""
    word = re.search(r"[\w'’]{0,20}\Z", text[max(dot - 20, 0) : dot])
    return (
        text[dot : dot + 1] == "."
        and word is not None
        and 0 < len(word[0]) <= 2
        and not word[0].isupper()
    )


def is_about_itself(folded: str, code: str) -> bool:
    lead = len(folded) - len(folded.lstrip(INDENT))
    limit = lead + (6 if code in UNSPACED or code == "vi" else 36)
    match = pattern("itself", code).search(folded)
    if match is not None and match.start() <= limit:
        return True
    return code in UNSPACED and _WORK.match(folded.partition("最")[0].strip()) is not None

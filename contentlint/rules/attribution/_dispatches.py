"""Datelines of news agencies: `PORT ELSEN (Reuters) -`."""

import re
from collections.abc import Iterator
from functools import cache

from contentlint.rule import Document, lazy
from contentlint.rules.attribution._claims import Claim, Statement, ways_of
from contentlint.rules.attribution._languages import words
from contentlint.rules.attribution._lines import Block
from contentlint.rules.attribution._sentences import INDENT

# Agencies that write their short names in lower case.
_LOWER_CASE = frozenset({"dpa", "dts", "ots", "epd", "kna", "apa", "sda", "sid"})


@cache
def _agencies() -> re.Pattern[str]:
    names = sorted(words("agencies"), key=len, reverse=True)
    names = [
        rf"{re.escape(name)}(?!\w)" if name[0] < "\u2e80" else re.escape(name) for name in names
    ]
    agency = "|".join(names)
    return re.compile(
        rf"\A(?P<before>[^!?。\n]{{0,60}}?)[（(/【\[](?P<lead>[^()（）【】\n]{{0,24}}?)(?<![a-z0-9а-яё\u0600-\u06ff])(?P<name>{agency})"
        rf"(?P<more>[^()（）【】\n]{{0,24}})[）)/】\]](?P<after>[.\s]*(?:[-–—―:]|\Z|電|讯)?)"
        rf"|\A[\s（(【〔]*(?P<east>新华社|新華社|中新社|中央社|中新网|新华网)[^\n。，]{{0,30}}[电電讯訊]"
    )


def dispatched(document: Document, block: Block, *, is_early: bool) -> Iterator[Statement]:
    """What a dateline with an agency says: `PORT ELSEN (Reuters) -`."""
    match = _agencies().match(block.folded)
    if match is None:
        yield from _closing(block)
        return
    group = "east" if match["east"] else "name"
    start, end = match.span(group)
    name = block.text[start:end]
    if group == "name":
        is_alone = not match["before"].strip(INDENT) and not block.text[match.end() :].strip(INDENT)
        is_dateline = is_early and (
            bool(match["after"].strip())
            or match["more"].endswith(("電", "电", "讯"))
            or (match["lead"] + match["before"]).strip().endswith(("=", "＝"))
            or block.text[match.end("more")] == "】"
            or "/" in block.text[start - 1 : start]
        )
        if name.isascii() and len(name) < 5 and name.islower() and name not in _LOWER_CASE:
            return
        if not (is_alone or is_dateline):
            return
    links = ways_of(document, [link for link in block.links if link.start <= match.end()])
    telling = [way for way in links if way.target != "nothing"]
    yield (None, telling) if telling else (Claim(block.span(start, end), has_link=False), [])


_AGENCY_LINE = lazy(
    r"\A\s*[（(][^()（）\n]{0,30}(?:news agency|agence|agencia|agência|agenzia|agentur|persbureau|agencja|агентство|ajansı|وكالة|通信社|通讯社|通訊社|통신|thông tấn xã|kantor berita)[^()（）\n]{0,30}[)）]\s*\Z"
)


def _closing(block: Block) -> Iterator[Statement]:
    match = _AGENCY_LINE.match(block.folded)
    if match is not None and not block.links:
        yield Claim(block.span(*match.span()), has_link=False), []

"""Datelines of news agencies: `PORT ELSEN (Reuters) -`."""

import re
from collections.abc import Iterator
from functools import cache

from contentlint.rule import Document, compile_once, lazy
from contentlint.rules.attribution._claims import Claim, Statement, ways_of
from contentlint.rules.attribution._languages import words
from contentlint.rules.attribution._lines import Block
from contentlint.rules.attribution._sentences import INDENT

_EAST = "新华社|新華社|中新社|中央社|中新网|新华网|法新社|路透社|美联社|美聯社|共同社|韩联社|韓聯社|塔斯社|德新社|埃菲社|合众社|合眾社"
# `/dev/sda`
_IN_PATH = lazy(r"/\w{1,20}/\Z")
# Agencies that write their short names in lower case.
_LOWER_CASE = frozenset({"dpa", "dts", "ots", "epd", "kna", "apa", "sda", "sid"})


@cache
def _agencies() -> re.Pattern[str]:
    names = sorted(sorted(words("agencies")), key=len, reverse=True)
    names = [
        rf"{re.escape(name)}(?!\w)" if name[0] < "\u2e80" else re.escape(name) for name in names
    ]
    agency = "|".join(names)
    return compile_once(
        rf"\A(?P<before>[^!?。\n]{{0,60}}?)[（(/【\[〔](?P<lead>[^()（）【】\n]{{0,24}}?)(?<![a-z0-9а-яё\u0600-\u06ff])(?P<name>{agency})"
        rf"(?P<more>[^()（）【】\n]{{0,24}})[）)/】\]〕](?P<after>[.\s]*(?:[-–—―:]|\Z|電|讯)?)"
        rf"|\A[\s（(【〔]*[据據]?(?P<east>{_EAST})[^\n。，]{{0,30}}[电電讯訊]"
    )


@cache
def _at_the_end() -> re.Pattern[str]:
    """An agency in brackets after the last sentence: `The gates stay shut. (AP)`."""
    names = sorted(sorted(words("agencies")), key=len, reverse=True)
    agency = "|".join(map(re.escape, names))
    return compile_once(
        rf"[.!?。！？؟…»”\"’'」][ \t\u3000*_]*[（(【〔\[](?:[^()（）【】\[\]\n]{{0,16}}[/·,、／ ])?(?P<name>{agency})"
        r"(?:[/·,、／-][^()（）【】\[\]\n]{0,24})?[)）】〕\]][\s*_.]*\Z"
    )


def dispatched(
    document: Document, block: Block, *, is_early: bool, is_last: bool
) -> Iterator[Statement]:
    """What a dateline with an agency says: `PORT ELSEN (Reuters) -`.

    Args:
        document: the article.
        block: a block of it.
        is_early: whether it is one of the first blocks.
        is_last: whether it is one of the last blocks.
    """
    closing = _at_the_end().search(block.folded, max(len(block.folded) - 90, 0))
    if is_last and closing is not None and not _is_a_word(block.text[slice(*closing.span("name"))]):
        yield from _claimed(document, block, closing.span("name"), closing.start())
        return
    match = _agencies().match(block.folded)
    if match is None:
        yield from _closing(block)
        return
    group = "east" if match["east"] else "name"
    start, end = match.span(group)
    name = block.text[start:end]
    if _IN_PATH.search(block.text, 0, start):
        return
    if group == "name":
        is_alone = not match["before"].strip(INDENT) and not block.text[match.end() :].strip(INDENT)
        is_dateline = is_early and (
            bool(match["after"].strip(". \t\n\xa0"))
            or match["more"].endswith(("電", "电", "讯"))
            or (match["lead"] + match["before"]).strip().endswith(("=", "＝"))
            or block.text[match.end("more")] == "】"
            or "/" in block.text[start - 1 : start]
        )
        if _is_a_word(name) or not (is_alone or is_dateline):
            return
    yield from _claimed(document, block, (start, end), 0)


def _is_a_word(name: str) -> bool:
    """Whether a short name of an agency is an ordinary word: `ap`."""
    return name.isascii() and len(name) < 5 and name.islower() and name not in _LOWER_CASE


def _claimed(
    document: Document, block: Block, name: tuple[int, int], first: int
) -> Iterator[Statement]:
    """What an agency says, and the links next to its name."""
    near = [link for link in block.links if first <= link.start <= name[1] + 1]
    telling = [way for way in ways_of(document, near) if way.target != "nothing"]
    yield (None, telling) if telling else (Claim(block.span(*name), has_link=False), [])


_AGENCY_LINE = lazy(
    r"\A\s*[（(][^()（）\n]{0,30}(?:news agency|agence|agencia|agência|agenzia|agentur|persbureau|agencja|агентство|ajansı|وكالة|通信社|通讯社|通訊社|통신|thông tấn xã|kantor berita)[^()（）\n]{0,30}[)）]\s*\Z"
)


def _closing(block: Block) -> Iterator[Statement]:
    match = _AGENCY_LINE.match(block.folded)
    if match is not None and not block.links:
        yield Claim(block.span(*match.span()), has_link=False), []

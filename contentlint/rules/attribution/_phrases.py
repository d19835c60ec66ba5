"""Words by which an article says that it was published elsewhere before."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contentlint.rule import Document, Span
from contentlint.rules.attribution._lines import begins_a_line, passages


class _Phrase(NamedTuple):
    """Words in a text.

    Args:
        pattern: they are its group `said`.
        is_explicit: whether they name the article itself, so that they count in any place;
            others count at the head of a line among the first and the last ones.
    """

    pattern: re.Pattern[str]
    is_explicit: bool


# Who publishes a text of his own again takes it from nobody; a year or a place is no source.
_OWN = (
    r"(?!\s{0,9}[\d〇一二三四五六七八九十]|"
    r"[^\s，。；,;]{0,12}(?:投稿|原创|我的|本人|个人|作者|本站|自己|公众号))"
)
_TITLE = r"[《〈“\"「]?[^\s，。；,;:：)）】\]》〉”」|｜]{2,20}[》〉”」]?"
_END = r"(?=[\s，。；,;)）】\]|｜]|$)"
_OUTLET = (
    r"(?:《[^》\s]{2,20}》|[^\s，。；,;:：)）】\]|｜]{0,16}"
    r"(?:报|网|社|台|刊|号|新闻|杂志|频道|在线|头条|资讯|传媒|客户端|微博|微信|博客|论坛|网络|互联网))"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_NAME = rf"(?:[Tt]he )?(?!{_MONTH}|{_DAY})[A-Z][\w'’&-]*(?:\.\w+)*"
_NAMES = rf"{_NAME}(?: (?:[A-Z][\w'’&-]*(?:\.\w+)*|of|the|and|&)){{0,6}}"
_WHEN = rf"(?:,? (?:on |in )?(?:\d|{_MONTH}|{_DAY})[\w ,]{{0,24}})?"
_PERMISSION = r"(?:,? (?:and|with|by|under) [\w' ]{0,60})?"
_AGAIN = r"[Rr]e(?:printed|published|posted)"
_FIRST = r"(?:[Oo]riginally|[Ff]irst) (?:published|posted|appeared)"
_WHERE = r"(?:in|on|at|by|from|(?:with|by) permission (?:from|of))"

_PHRASES = (
    _Phrase(
        re.compile(
            r"(?:^|[\s（(【\[。；])(?P<said>(?:本|此|该|原)文(?:章)?[ \t]*"
            r"(?:(?:最早|最初)?(?:首发于|原载于?|刊[载登]于|转载自|转自|编译自)[ \t]{0,9}[:：]?"
            r"|(?:来源|出处)[ \t]*[:：])"
            rf"[ \t]{{0,9}}{_OWN}{_TITLE}){_END}",
            re.MULTILINE,
        ),
        is_explicit=True,
    ),
    _Phrase(
        re.compile(
            r"(?P<said>[Tt]his (?:article|post|piece|story|essay|column|interview|report|review)"
            rf"(?: [a-z]+){{0,2}} (?:{_FIRST}|{_AGAIN}) {_WHERE} {_NAMES})(?! \d+\.\d)"
        ),
        is_explicit=True,
    ),
    _Phrase(
        re.compile(
            r"^[ \t\u3000（(【\[—*]*(?P<said>(?:转载自|转自|编译自|原载于?)[ \t]{0,9}[:：]?"
            rf"[ \t]{{0,9}}{_OWN}{_TITLE})[）)】\]。]*[ \t]*\r?$",
            re.MULTILINE,
        ),
        is_explicit=False,
    ),
    _Phrase(
        re.compile(
            r"^[ \t\u3000（(【\[—*]*(?P<said>(?:[英日法德韩]文原文|原文(?:链接|地址|标题|出处))"
            r"[ \t]{0,9}[:：][ \t]*[^\s，。；：:\[<][^\r\n，。；：:\[<\u3000]{3,60})",
            re.MULTILINE,
        ),
        is_explicit=False,
    ),
    _Phrase(
        re.compile(
            rf"^[ \t\u3000（(【\[—*]*(?:[\d年月日/.:：-]{{4,20}}[ \t]+)*(?P<said>"
            rf"(?:文章|稿件|新闻|消息|信息)?(?:来源|出处)[ \t]*[:：][ \t]{{0,9}}{_OWN}{_OUTLET})"
            rf"[）)】\]。]*(?:[ \t|｜]+(?:作者|责任?编辑?|编辑|记者|时间).{{0,60}})?[ \t]*\r?$",
            re.MULTILINE,
        ),
        is_explicit=False,
    ),
    _Phrase(
        re.compile(
            rf"^[ \t(\[*]*(?P<said>(?:{_FIRST}|{_AGAIN}) {_WHERE} {_NAMES})"
            rf"{_WHEN}{_PERMISSION}[.)\]]*[ \t]*\r?$",
            re.MULTILINE,
        ),
        is_explicit=False,
    ),
    _Phrase(
        re.compile(
            r"^[ \t(\[*]*(?P<said>[Ss]ource:[ \t]*(?:[Tt]he )?(?:[A-Z][\w'’&-]* ){0,4}"
            r"(?:Times|Post|News|Herald|Gazette|Tribune|Journal|Review|Daily|Weekly|Magazine|Observer|"
            r"Guardian|Telegraph|Chronicle|Standard|Courier|Examiner|Agency|Reuters|Xinhua))"
            rf"{_WHEN}[.)\]]*[ \t]*\r?$",
            re.MULTILINE,
        ),
        is_explicit=False,
    ),
)


# Each phrase holds one of these; a text without any needs no closer look.
_HINTS = "来源 出处 原文 转自 编译自 载 刊 首发 published posted printed appeared ource:".split()


def published_before(document: Document) -> Iterator[Span]:
    """Where the article says that it was published elsewhere before."""
    if not any(hint in document.text for hint in _HINTS):
        return
    for passage in passages(document):
        for pattern, is_explicit in _PHRASES:
            if not (is_explicit or passage.at_end):
                continue
            if match := pattern.search(passage.raw):
                start, end = match.span("said")
                place = passage.span.start
                if is_explicit or begins_a_line(document, place):
                    yield Span(place + start, place + end)
                    break

"""An article was taken from elsewhere and leads to no original.

It says itself that it was published before ("转载自", "originally published in"), or its author is
not a person but a platform or the outlet that its category names, and neither a link nor a key
such as `source` tells where. A reader cannot check it, and whoever wrote it is not credited.

Link the original in the text, or put its address into `source`.
"""

import re

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    RelatedSpan,
    bad,
    cut,
    good,
    host,
    lazy,
    rule,
)
from contentlint.rules.attribution._authors import Credit, bylines, credits
from contentlint.rules.attribution._phrases import published_before

EXAMPLES = [
    good(
        "---\ntitle: a\nsource: https://example.org/a\n---\nOriginally published in The Observer.",
        path="a.md",
    ),
    good("转载自[海角晚报](https://example.org/a)。\n", path="a.md"),
    good("<p>原文：http://www.example.org/a.htm</p>"),
    good("<p>图片来源：海角晚报</p><p>数据来源：统计局</p><p>误差的来源：有三个。</p>"),
    good("<p>——摘自《潮汐手册》</p><p>来源：读者投稿</p>"),
    good("<p>This feature was first published behind a flag.</p>"),
    good("---\ntitle: a\nauthor: Mara\ncategories: [Mara]\nlink: https://example.org\n---\nText"),
    good("---\ntitle: a\nauthor: Mara Ellwood\ncategories: [City]\n---\nText by many."),
    good(
        "The lever first appeared in Kite 1.39.\n\nIt was originally posted on Monday.\n",
        path="a.md",
    ),
    good("First published in Harbour Lane in 1890, the novel sold badly.\n", path="a.md"),
    good(
        "各国潮位（来源：潮位网）如下。\n\n新机。首发于海角市场。\n\n本文首发于2019年。\n",
        path="a.md",
    ),
    good("- 来源：海角晚报\n- 本文来源：我的笔记\n\n来源：浏览器请求头\n\n潮。\n", path="a.md"),
    good("<figure><img src=a.png alt=b><figcaption>来源：海角晚报</figcaption></figure>"),
    good("> Originally published in The Observer\n\nReprinted in May.\n", path="a.md"),
    bad(
        "The bridge hums.\n\n⟦Originally published in The Observer⟧.\n",
        "`Originally published in The Observer` leads nowhere; link the original",
        path="a.md",
    ),
    bad(
        "<p>潮汐。</p>\r\n<p>⟦转载自《海角晚报》⟧。</p>",
        "`转载自《海角晚报》` leads nowhere; link the original",
    ),
    bad(
        "Low tide.\n\n*⟦This post first appeared on Low Tide Review⟧ on 4 May 2021.*\n",
        "`This post first appeared on Low Tide Re…` leads nowhere; link the original",
        path="a.md",
    ),
    bad(
        "Low tide.\n\n⟦Source: The Harbour Gazette⟧\n",
        "`Source: The Harbour Gazette` leads nowhere; link the original",
        path="a.md",
    ),
    bad(
        "潮。\n\n⟦原文刊载于《海角晚报》⟧，有删节。\n",
        "`原文刊载于《海角晚报》` leads nowhere; link the original",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nauthor: ⟦Tidewire⟧\n---\nLow tide.\n",
        "article is by the outlet `Tidewire` and leads to no original; add `source`",
        path="a.md",
        platforms=("tidewire",),
    ),
    good("原文：The tide is low\n\n译文：潮水低\n", path="a.md"),
    good("<p>英文原文：<a href='https://example.org/a'>Low tide</a></p>"),
    bad(
        "\u3000\u3000⟦英文原文：How the Tide Turns⟧\r\n\r\n潮 👍。\r\n",
        "`英文原文：How the Tide Turns` leads nowhere; link the original",
        path="a.md",
    ),
    bad("<p>⟦来源：海角晚报⟧</p>👍", "`来源：海角晚报` leads nowhere; link the original"),
    bad(
        "---\ntitle: a\nauthor: ⟦云间资讯⟧\ncategories:\n  - 新媒体\n  - 云间资讯\n---\n"
        "<p>清明前的茶园。(陈砚秋 何以宁)</p>",
        "article is by the outlet `云间资讯` and leads to no original; add `source`",
    ),
]

_SOURCE_KEYS = frozenset(
    "source sources source_url sourceurl source_link original original_url originalurl canonical "
    "canonical_url canonicalurl link external_url externalurl external_link origin via url ref "
    "redirect redirect_to reference references repost 原文 来源 转载".split()
)
# Through these a reader gets what others wrote; none of them is the author of anything.
_PLATFORMS = (
    "今日头条",
    "趣头条",
    "百家号",
    "一点资讯",
    "天天快报",
    "搜狐号",
    "网易号",
    "企鹅号",
    "大鱼号",
    "微信公众号",
    "Apple News",
    "Feedly",
    "Flipboard",
    "Google News",
    "MSN",
    "NewsBreak",
    "SmartNews",
    "Toutiao",
    "Yahoo News",
)
# The name of a host has 253 characters at most.
_URL = lazy(r"(?:https?:)?//[\w.-]+\.\w{2,}|\bwww\.[\w.-]{1,253}\.\w{2,}", re.IGNORECASE)


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document, *, platforms: tuple[str, ...] = _PLATFORMS) -> Problems:
    """
    Args:
        platforms: names that are of no author but of a place where others' articles are read.
    """
    said = next(published_before(document), None)
    outlet = _outlet(document, platforms)
    if (said is None and outlet is None) or _leads_somewhere(document):
        return
    if said is not None:
        text = cut(document.text[said.span.start : said.span.end].replace("`", "'"))
        yield Problem(said.span, f"`{text}` leads nowhere; link the original")
    elif outlet is not None:
        name = cut(outlet.name)
        message = f"article is by the outlet `{name}` and leads to no original; add `source`"
        notes = tuple(
            RelatedSpan(byline.span, f"signed by `{cut(' '.join(byline.names))}`")
            for byline in bylines(document)
            if byline.is_sure
        )
        yield Problem(outlet.span, message, related=notes)


def _outlet(document: Document, platforms: tuple[str, ...]) -> Credit | None:
    """The author, where that is a platform or the outlet which a category is named after."""
    front_matter = document.front_matter
    found = front_matter.get("categories", front_matter.get("category"))
    categories = found if isinstance(found, list) else [found]
    by = credits(document)
    if len(by) != 1:
        return None
    is_platform = by[0].name.casefold() in {name.casefold() for name in platforms}
    return by[0] if is_platform or by[0].name in categories else None


def _leads_somewhere(document: Document) -> bool:
    """Whether a key or a link can be the way to the original."""
    for key, value in document.front_matter.data.items():
        if key.lower() in _SOURCE_KEYS and value:
            return True
    for element in document.elements("a"):
        attribute = element.get("href")
        if attribute is not None and (attribute.templated or host(attribute.value or "")):
            return True
    return any(_URL.search(run.raw) for run in document.text_runs)

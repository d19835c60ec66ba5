"""A republished article has no link to the original.

The text says that it was first published elsewhere ("originally published in", "转载自"), or its
author is a platform or an outlet that is also its category, but no link and no key such as
`source` points to the original. Readers cannot verify it, and its writer gets no credit.

A dated article without a source is also reported if nearly all other dated articles of its folder
name one, as in a folder of republished news.

Link to the original in the text, or add its URL as `source`.
"""

import re

from contentlint.rule import (
    Document,
    Fact,
    Facts,
    Problem,
    Problems,
    RelatedSpan,
    Site,
    SiteFacts,
    SiteProblems,
    bad,
    cut,
    good,
    lazy,
    outliers,
    rule,
)
from contentlint.rules.attribution._authors import Author, authors
from contentlint.rules.attribution._feeds import categories, has_feed_date, has_feed_key
from contentlint.rules.attribution._majority import is_counted
from contentlint.rules.attribution._named import named_source
from contentlint.rules.attribution._sources import has_source_key
from contentlint.rules.attribution._when import says_something

_NEWS = {
    f"news/{day}.md": f"---\ntitle: Tide {day}\ndate: 2024-03-{day:02}\n"
    f"source: https://example.com/{day}\n---\nEbb.\n"
    for day in range(1, 12)
}
_OWN = "---\ntitle: Tide\ndate: 2024-03-30\n---\nEbb.\n"

EXAMPLES = [
    bad(
        "Low tide.\n\n⟦Originally published in The Harbour Post⟧.\n",
        "no link to the original: `Originally published in The Harbour Post`; add a link or a "
        "`source` key",
        path="a.md",
    ),
    bad(
        _OWN.replace("---", "⟦---⟧", 1),
        "article has no source, unlike 11 of 12 dated articles in `news`; add `source`",
        path="news/30.md",
        files=_NEWS,
    ),
    good(_OWN, path="posts/30.md", files=_NEWS),
    good(_OWN, path="news/30.md", files=_NEWS, min_articles=13),
    good(_OWN, path="news/30.md", files=_NEWS, min_share=0.95),
    good(
        "---\ntitle: a\nsource: https://example.org/a\n---\nOriginally published in The Observer.",
        path="a.md",
    ),
    good("转载自[海角晚报](https://example.org/a)。\n", path="a.md"),
    good("<p>原文：http://www.example.org/a.htm</p>"),
    good("<p>图片来源：海角晚报</p><p>数据来源：统计局</p><p>误差的来源：有三个。</p>"),
    good("<p>——摘自《潮汐手册》</p><p>来源：读者投稿</p>"),
    good("<p>This feature was first published behind a flag.</p>"),
    good(
        "> Additions since this post was originally shared with the Kite 2 preview in April:\n",
        path="a.md",
    ),
    good("---\ntitle: a\nauthor: Mara\ncategories: [Mara]\nlink: https://example.org\n---\nText"),
    good("---\ntitle: a\nauthor: Mara Ellwood\ncategories: [City]\n---\nText by many."),
    good(
        "The lever first appeared in Kite 1.39.\n\nIt was originally posted on Monday.\n",
        path="a.md",
    ),
    good("First published in Harbour Lane in 1890, the novel sold badly.\n", path="a.md"),
    good("We do not reprint any article from The Harbour Post without a license.\n", path="a.md"),
    good(
        "各国潮位（来源：潮位网）如下。\n\n新机。首发于海角市场。\n\n本文首发于2019年。\n",
        path="a.md",
    ),
    good("Ebb.\n\nŹródło: strumyk u stóp śluzy, woda w nim zimna.\n", path="a.md"),
    good("The pump has an access point (AP).\n", path="a.md"),
    bad(
        "Ebb.\n\nThe gates stay shut. (⟦AP⟧)\n",
        "no link to the original: `AP`; add a link or a `source` key",
        path="a.md",
    ),
    bad(
        "Ebb.\n\n*⟦Reprinted with permission⟧.*\n",
        "no link to the original: `Reprinted with permission`; add a link or a `source` key",
        path="a.md",
    ),
    bad(
        "- ⟦原文地址：⟧\n- 译者：林知微\n\n潮。\n",
        "no link to the original: `原文地址：`; add a link or a `source` key",
        path="a.md",
    ),
    good("- 本文来源：我的笔记\n\n来源：浏览器请求头\n\n潮。\n", path="a.md"),
    good("<figure><img src=a.png alt=b><figcaption>来源：海角晚报</figcaption></figure>"),
    good(
        "---\ntitle: a\nauthor: Quayworks\ncategories: [Quayworks, News]\n---\n"
        "Our team has moved to the pier.\n",
        path="a.md",
    ),
    good("**Source:** The Harbour Gazette, <https://example.org/2021/tide>\n", path="a.md"),
    good("查潮。\n\nsource:S0 AND message:M0\n", path="a.md"),
    good("潮。\n\n- -source：要看的文件\n", path="a.md"),
    good("潮。\n| 来源 | 说明 |\n\n汐\n", path="a.md"),
    good("Ebb.\n\nout/source/tide/depth/quay.txt\n", path="a.md"),
    good("Disk /dev/sda - 80 GB / 74 GiB - QUAY\n", path="a.md"),
    good("来源于码头，潮汐表是最早的一种航海手册。\n", path="a.md"),
    good("# Tide\n\n## VIA: Low and High\n\nEbb.\n", path="a.md"),
    good("这是潮位网的服务，提供：潮位/风速/浪高\n", path="a.md"),
    bad(
        "潮。\n\n⟦来源于海角网⟧\n",
        "no link to the original: `来源于海角网`; add a link or a `source` key",
        path="a.md",
    ),
    good(
        "_This review was originally published in Issue 3 of Quay. Please click_ "
        "[here](http://quay.example/a/b) _to read it._\n",
        path="a.md",
        site=Site("jekyll", host="quay.example"),
    ),
    good("원문: [Low Tide](/en/low-tide)\n\n번역: 윤하람\n", path="a.md"),
    good("Source: input folder\n\nTarget: output folder\n", path="a.md"),
    good("Version 3 is faster.\n\nIt is distributed\nvia the mirror.\n", path="a.md"),
    good(
        "- [Install it\n  now](https://example.org/a)\n  via the Quay Installer.\n- Or not.\n",
        path="a.md",
    ),
    bad(
        "Ebb.\n\n[More](/more)\n⟦Originally published in The Observer⟧.\n",
        "no link to the original: `Originally published in The Observer`; "
        "add a link or a `source` key",
        path="a.md",
    ),
    good("- Preview shows the post as if it was posted on my site. Ebb.\n", path="a.md"),
    good(
        "In this article she describes a flaw that became apparent in a\n"
        "newly released game on the Harbour Lane website.\n",
        path="a.md",
    ),
    good("- 空的专栏不再出现在首页入口。\n", path="a.md"),
    good("- 信息源：海角网、潮汐客户端\n- 输入：笔记\n- 输出：文章\n", path="a.md"),
    bad(
        "- ⟦来源：海角晚报⟧\n- 作者：何以宁\n- 日期：2024-03-02\n",
        "no link to the original: `来源：海角晚报`; add a link or a `source` key",
        path="a.md",
    ),
    good("本文整理自何以宁在潮汐大会上的演讲。\n", path="a.md"),
    good("本文源自码头项目的“学看潮”系列，是其中第三篇。\n\n潮。\n", path="a.md"),
    good("潮。\n\n---\n\nvia：来源链接\n", path="a.md"),
    good("潮。\n\nログ:港\nソース:Quay-Tide\n番号: 7\n", path="a.md"),
    good("Low tide.\n\nVia `.quayrc`\n\n    depth: 3\n", path="a.md"),
    good("값은 매번 저장되므로, 원격 보관함에서 가져온 기록은 넘기지 마십시오.\n", path="a.md"),
    good("한 번에 설치됩니다.\n\n사이트에서 발췌했습니다.\n\n    밀물과 썰물\n", path="a.md"),
    good(
        "Faults were taken care of and fixes of the Quay backdoor continued, "
        "so that the feature stays.\n",
        path="a.md",
    ),
    good(
        "# A\n\nLow.\n\n> L'icône de cette news est tirée de l'article de Mara Ellwood.\n",
        path="a.md",
    ),
    good("The photo of this article was taken from the Quay Gazette.\n", path="a.md"),
    good("* [Retirada de Arena](#arena)\n* [Barcos](#barcos)\n\n## Arena\n", path="a.md"),
    good("- Source: `content/tides/` (Harbour layout)\n- Target: `docs/`\n", path="a.md"),
    good(
        "The ferry is free.\n\nMend it and send a change to this post to add a link to your "
        "published Ferry.\n",
        path="a.md",
    ),
    good(
        "Be kind.\n\nAdapted from several Rules of the Quay, including:\n\n"
        "* [Ferry rules](https://ferry.example/rules/1)\n",
        path="a.md",
    ),
    good("---\ntitle: a\nauthor_name: Mara Ellwood\n---\nLow tide.\n", path="a.md"),
    bad(
        "Low tide.\n\n⟦Originally posted on Open Coast⟧.\n\n"
        "- [Release](https://example.org/releases/2)\n",
        "no link to the original: `Originally posted on Open Coast`; add a link or a `source` key",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nurl: /2024/tide/\n---\n⟦Zuerst erschienen in der Küstenpost⟧.\n",
        "no link to the original: `Zuerst erschienen in der Küstenpost`; "
        "add a link or a `source` key",
        path="a.md",
    ),
    bad(
        "Ebb.\n\n⟦An earlier version of this essay ran in the quarterly Low Tide⟧.\n",
        "no link to the original: `An earlier version of this essay ran in…`; "
        "add a link or a `source` key",
        path="a.md",
    ),
    bad(
        "PORT ELSEN (⟦Reuters⟧) - The ferry left.\n",
        "no link to the original: `Reuters`; add a link or a `source` key",
        path="a.md",
    ),
    bad(
        "The bridge hums.\n\n⟦Originally published in The Observer⟧.\n",
        "no link to the original: `Originally published in The Observer`; "
        "add a link or a `source` key",
        path="a.md",
    ),
    bad(
        "<p>潮汐。</p>\r\n<p>⟦转载自《海角晚报》⟧。</p>",
        "no link to the original: `转载自《海角晚报》`; add a link or a `source` key",
    ),
    bad(
        "Low tide.\n\n*⟦This post first appeared on Low Tide Review⟧ on 4 May 2021.*\n",
        "no link to the original: `This post first appeared on Low Tide Re…`; "
        "add a link or a `source` key",
        path="a.md",
    ),
    bad(
        "Low tide.\n\n⟦Source: The Harbour Gazette⟧\n",
        "no link to the original: `Source: The Harbour Gazette`; add a link or a `source` key",
        path="a.md",
    ),
    bad(
        "潮。\n\n⟦原文刊载于《海角晚报》⟧，有删节。\n",
        "no link to the original: `原文刊载于《海角晚报》`; add a link or a `source` key",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nauthor: ⟦Tidewire⟧\n---\nLow tide.\n",
        "author `Tidewire` is a platform or outlet; link to the original or add a `source` key",
        path="a.md",
        platforms=("tidewire",),
    ),
    good("原文：The tide is low\n\n译文：潮水低\n", path="a.md"),
    good("<p>英文原文：<a href='https://example.org/a'>Low tide</a></p>"),
    bad(
        "\u3000\u3000⟦英文原文：How the Tide Turns⟧\r\n\r\n潮 👍。\r\n",
        "no link to the original: `英文原文：How the Tide Turns`; add a link or a `source` key",
        path="a.md",
    ),
    bad(
        "<p>⟦来源：海角晚报⟧</p>👍",
        "no link to the original: `来源：海角晚报`; add a link or a `source` key",
    ),
    bad(
        "---\ntitle: a\nauthor: ⟦云间资讯⟧\ncategories:\n  - 新媒体\n  - 云间资讯\n---\n"
        "<p>清明前的茶园。(陈砚秋 何以宁)</p>",
        "author `云间资讯` is a platform or outlet; link to the original or add a `source` key",
    ),
]

# Platforms that distribute articles by others.
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
# Names that end so are those of outlets.
_OUTLET = lazy(
    r"(?:资讯|資訊|新闻|新聞|头条|頭條|日报|日報|晚报|晚報|快报|网|網|ニュース|新聞社?|통신|뉴스|일보|"
    r"\b(?:news|daily|times|herald|gazette|tribune|wire|press|feed|planet|digest))\Z",
    re.IGNORECASE,
)
_MARKS = frozenset({"headimg", "thumbnail", "comments"})


@rule(
    severity="warning",
    preset="recommended",
    since="0.1",
    when="front-matter or test:attribution/says_something",
)
def check(document: Document, *, platforms: tuple[str, ...] = _PLATFORMS) -> Problems:
    """
    Args:
        platforms: names of platforms that distribute articles by others.
    """
    outlet = _outlet(document, platforms)
    if outlet is None and not says_something(document):
        return
    # What most articles do not need takes long to import.
    from contentlint.rules.attribution._bylines import bylines
    from contentlint.rules.attribution._origins import links_to_original, origin

    found = origin(document)
    if (not found.claims and outlet is None) or found.has_article or has_source_key(document):
        return
    if found.claims:
        span = found.claims[0].span
        text = " ".join(document.text[span.start : span.end].replace("`", "'").split())
        message = f"no link to the original: `{cut(text)}`; add a link or a `source` key"
        yield Problem(span, message)
    elif outlet is not None and not found.ways and not links_to_original(document):
        name = cut(outlet.name)
        message = (
            f"author `{name}` is a platform or outlet; link to the original or add a `source` key"
        )
        related = tuple(
            RelatedSpan(byline.span, f"byline names `{cut(' '.join(byline.names))}`")
            for byline in bylines(document)
            if byline.is_sure
        )
        yield Problem(outlet.span, message, related=related)


def collect(document: Document, *, platforms: tuple[str, ...] = _PLATFORMS) -> Facts:
    """Whether a dated article names a source; None if `check` reports its author."""
    if is_counted(document):
        is_reported = _outlet(document, platforms) is not None
        value = named_source(document) or (None if is_reported else False)
        yield Fact(document.front_matter.opening, value)


def check_site(facts: SiteFacts, *, min_articles: int = 10, min_share: float = 0.9) -> SiteProblems:
    """
    Args:
        min_articles: minimum number of dated articles in a folder to compare with.
        min_share: minimum share of those that name a source, from 0 to 1.
    """
    for found in outliers(facts, min_articles, min_share):
        others = found.others("dated articles")
        yield found.fact.problem(f"article has no source, unlike {others}; add `source`")


def _outlet(document: Document, platforms: tuple[str, ...]) -> Author | None:
    """The author, if it is a platform, or an outlet that is also a category."""
    named = authors(document)
    if len(named) != 1:
        return None
    [author] = named
    folded = author.name.casefold()
    if any(folded == name.casefold() for name in platforms if len(name) == len(author.name)):
        return author
    named_categories = categories(document)
    if author.name not in named_categories or not _is_aggregated(
        document, author, named_categories
    ):
        return None
    from contentlint.rules.attribution._origins import speaks_for_itself

    # A company has a category with its own name too.
    return None if speaks_for_itself(document) else author


def _is_aggregated(document: Document, author: Author, named_categories: list[object]) -> bool:
    """Whether an article with its author as category comes from a feed."""
    from contentlint.rules.attribution._origins import news_words

    keys = {str(key).lower() for key in document.front_matter.data}
    is_news = any(
        str(category).casefold() in news_words()
        for category in named_categories
        if category != author.name
    )
    marks = len(keys & _MARKS) + has_feed_date(document) + is_news
    return (
        has_feed_key(document) or marks > 1 or (is_news and _OUTLET.search(author.name) is not None)
    )

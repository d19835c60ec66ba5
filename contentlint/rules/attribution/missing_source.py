"""An article was taken from elsewhere and leads to no original.

It says itself that it was published before ("转载自", "originally published in"), or its author is
not a person but the outlet that its category names, and neither a link nor a key such as `source`
tells where. A reader cannot check it, and whoever wrote it is not credited.

Link the original in the text, or put its address into `source`.
"""

import re

from contentlint.rule import Document, Note, Problem, Problems, Span, bad, cut, good, host, rule
from contentlint.rules.attribution._authors import Credit, bylines, credits

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
    bad(
        "The bridge hums.\n\n⟦Originally published in The Observer⟧.\n",
        "`Originally published in The Observer` leads nowhere; link the original",
        path="a.md",
    ),
    bad(
        "<p>潮汐。</p>\r\n<p>⟦转载自《海角晚报》⟧。</p>",
        "`转载自《海角晚报》` leads nowhere; link the original",
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
# What follows the words names where; nothing else may stand between the beginning and them.
_PHRASES = (
    re.compile(
        r"(?:^|[\s\u3000（(【\[>。；;—*-])(?P<said>(?:本文|文章|稿件|新闻|消息|信息)?"
        r"(?:(?:来源|出处|原文出处|文章来源)\s*[:：]|(?:转载|转|编译)自|原载于?|首发于)"
        r"\s*[:：]?\s*[《〈“\"「]?(?![^\s，。；;]*(?:投稿|原创))[^\s，。；;,）)】\]]{2,30})"
    ),
    re.compile(
        r"(?P<said>(?:[Oo]riginally (?:published|posted|appeared)|[Ff]irst (?:published|appeared)|"
        r"[Rr]e(?:printed|published|posted)) (?:in|on|at|by|from|with permission (?:from|of)) "
        r"(?:[Tt]he )?[A-Z][\w'’&-]*(?:\.\w+)*(?: (?:[A-Z][\w'’&-]*(?:\.\w+)*|of|the|and|&)){0,6})"
    ),
)
_ADDRESS = re.compile(r"(?:https?:)?//[\w.-]+\.\w{2,}|\bwww\.[\w.-]+\.\w{2,}", re.IGNORECASE)


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    said = _said(document)
    outlet = _outlet(document)
    if (said is None and outlet is None) or _leads_somewhere(document):
        return
    if said is not None:
        text = cut(document.text[said.start : said.end].replace("`", "'"))
        yield Problem(said, f"`{text}` leads nowhere; link the original")
    elif outlet is not None:
        name = cut(outlet.name)
        message = f"article is by the outlet `{name}` and leads to no original; add `source`"
        notes = tuple(
            Note(byline.span, f"signed by `{cut(' '.join(byline.names))}`")
            for byline in bylines(document)
        )
        yield Problem(outlet.span, message, related=notes)


def _said(document: Document) -> Span | None:
    """Where the article says that it was published before."""
    for run in document.text_runs:
        for pattern in _PHRASES:
            if match := pattern.search(run.raw):
                start, end = match.span("said")
                return Span(run.span.start + start, run.span.start + end)
    return None


def _outlet(document: Document) -> Credit | None:
    """The author, where that is the outlet which a category is named after."""
    front_matter = document.front_matter
    found = front_matter.get("categories", front_matter.get("category"))
    categories = found if isinstance(found, list) else [found]
    by = credits(document)
    return by[0] if len(by) == 1 and by[0].name in categories else None


def _leads_somewhere(document: Document) -> bool:
    """Whether a key or a link can be the way to the original."""
    for key, value in document.front_matter.data.items():
        if key.lower() in _SOURCE_KEYS and value:
            return True
    for element in document.elements("a"):
        attribute = element.get("href")
        if attribute is not None and (attribute.templated or host(attribute.value or "")):
            return True
    return any(_ADDRESS.search(run.raw) for run in document.text_runs)

"""A byline names someone other than the author in the front matter.

The page, the feed and search results show the author from the front matter, while the text names
someone else. Often `author` is a platform or the person who uploaded the text, and the writers get
no credit.

Set `author` to the names in the byline.
"""

from contentlint.rule import (
    Confidence,
    Document,
    Problem,
    Problems,
    RelatedSpan,
    bad,
    cut,
    good,
    rule,
)
from contentlint.rules.attribution._authors import AUTHOR_KEYS, authors, is_desk
from contentlint.rules.attribution._bylines import bylines
from contentlint.rules.attribution._names import are_comparable, are_same
from contentlint.rules.attribution._placeholders import is_placeholder

EXAMPLES = [
    good("---\ntitle: a\nauthor: Mara Ellwood\n---\n<p>By Mara Ellwood</p><p>Text.</p>"),
    good("---\ntitle: a\nauthor: 林知微\n---\n<p>作者：林知微 何以宁</p>"),
    good("---\ntitle: a\nauthor: M. Ellwood\n---\nBy Mara Ellwood\n\nText.\n", path="a.md"),
    good("---\ntitle: a\n---\n<p>作者：林知微</p>"),
    good("---\ntitle: a\nauthor: 林知微\n---\n<p>他写了一本书（作者是谁不重要）</p>"),
    good("---\ntitle: a\nauthor: 林知微\n---\n<p>潮汐每天两次（涨潮 退潮）。</p>"),
    good("---\ntitle: a\nauthor: 林知微\n---\n1. [潮](/a)&nbsp;作者：何以宁\n", path="a.md"),
    good("---\ntitle: a\nauthor: mellwood\n---\nBy Mara Ellwood\n\nText.\n", path="a.md"),
    good("---\ntitle: a\nauthors: [ferry-desk]\n---\nBy Mara Ellwood\n\nText.\n", path="a.md"),
    good("---\ntitle: a\nauthor: Lin Zhiwei\n---\n作者：林知微\n\n潮。\n", path="a.md"),
    good("---\ntitle: a\nauthor: Mara Ellwood\n---\n## By Tide Table\n\nText.\n", path="a.md"),
    good("---\ntitle: a\nauthor: 林知微\n---\n潮。\n\n> 潮来。\n>\n> 作者：何以宁\n", path="a.md"),
    good(
        "---\ntitle: a\nauthor: 林知微\n---\n书名：潮汐手册\n作者：何以宁\n出版社：海角\n",
        path="a.md",
    ),
    good("---\ntitle: a\nauthor: 林知微\n---\n作者：佚名\n\n潮。\n", path="a.md"),
    good(
        "---\ntitle: a\nauthor: 林知微\n---\n文字：加粗\n\n颜色有两种（白色 黄色）\n", path="a.md"
    ),
    good("---\ntitle: a\nauthor: Idris Fenwick\n---\nBy Using Two Ropes\n\nText.\n", path="a.md"),
    good("---\ntitle: a\nauthor: Mara Ellwood\n---\nBy Monday Morning\n\nText.\n", path="a.md"),
    good("---\ntitle: a\nauthor: Inés Marea\n---\nPor Ines Marea\n\nText.\n", path="a.md"),
    good("---\ntitle: a\nauthor: 林知微\n---\n目标有两个（高性能 高可用）\n", path="a.md"),
    good(
        "---\ntitle: a\nauthor: Release Team\n---\n- Stabilize gates\n\n"
        "Contributed by Mara Ellwood\n\nContributed by Idris Fenwick\n\nContributed by Tom Quay\n",
        path="a.md",
    ),
    good(
        "---\ntitle: a\nauthor: News Team\n---\nProjects:\n\n"
        "- [Boats](/a)\n  by Mara Ellwood, mentored by Tom Quay\n"
        "- [Nets](/b)\n  by Idris Fenwick, mentored by Ada Lund\n",
        path="a.md",
    ),
    good(
        "---\ntitle: a\nauthor: News Team\n---\nText.\n\n**Mara Ellwood:** That is all.\n",
        path="a.md",
    ),
    good(
        "---\ntitle: a\nauthor: Idris Fenwick\n---\n"
        "Paper: Tides\nAuthors: Mara Ellwood, Tom Quay\nVenue: Coast 2017\n\nText.\n",
        path="a.md",
    ),
    good("---\ntitle: a\nauthor: 林知微\n---\n潮。\n\n文字：白底黑字，图片：彩色。\n", path="a.md"),
    good(
        "---\ntitle: a\nauthor: 林知微\n---\n文／林知微　撮影／何以宁\n\n潮。\n",
        path="a.md",
    ),
    good(
        "---\ntitle: a\nauthor: Quay Trust\n---\nText.\n\n"
        "**Mara Ellwood** is a guest of the trust.\n",
        path="a.md",
    ),
    good(
        "---\ntitle: a\nauthor: Quay Trust\n---\nTalks:\n\n"
        "- **[Tides](https://example.org/a)**<br>\n  by Mara Ellwood, Harbour Bank<br> 11:00\n"
        "- **[Nets](https://example.org/b)**<br>\n  by Tom Quay, Harbour Bank<br> 12:00\n",
        path="a.md",
    ),
    good(
        "---\ntitle: a\nauthor: Quay Trust\n---\n"
        "- [Tides](/a)\n\n  by Mara Ellwood, Harbour Bank\n\n- [Nets](/b)\n\n  by Mara Ellwood\n",
        path="a.md",
    ),
    good(
        "---\ntitle: a\nauthor: Société du Quai\n---\n# Interview de Mara Ellwood\n\nTexte.\n",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nauthor: Quay Trust\n---\nBy ⟦Mara Ellwood⟧\n\nTalks:\n\n"
        "- [Tides](/a)<br>\n  by Tom Quay\n- [Nets](/b)<br>\n  by Idris Fenwick\n",
        "byline names `Mara Ellwood`, but `author` is `Quay Trust`",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nauthor: Quay Trust\n---\nText.\n\n**⟦Mara Ellwood⟧** is a guest author.\n",
        "byline names `Mara Ellwood`, but `author` is `Quay Trust`",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nauthor: Quay Trust\n---\nText.\n\n"
        "**About the author.** ⟦Mara Ellwood⟧ repairs gates.\n",
        "byline names `Mara Ellwood`, but `author` is `Quay Trust`",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nauthor: Quay Trust\n---\nPosted on 3 May 2021 by ⟦Mara Ellwood⟧\n\nText.\n",
        "byline names `Mara Ellwood`, but `author` is `Quay Trust`",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nauthor: Quay Trust\n---\nWords & pictures by ⟦Mara Ellwood⟧\n\nText.\n",
        "byline names `Mara Ellwood`, but `author` is `Quay Trust`",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nauthor: 码头协会\n---\n【作者】⟦林知微⟧ 编辑：何以宁\n\n潮。\n",
        "byline names `林知微`, but `author` is `码头协会`",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nauthor: 码头协会\n---\n潮。\n\n（⟦林知微⟧系海州大学教授）\n",
        "byline names `林知微`, but `author` is `码头协会`",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nauthor: The Desk\n---\n*By [⟦Mara Ellwood⟧](https://example.org/mara)*\n",
        "byline names `Mara Ellwood`, but `author` is `The Desk`",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nauthor: The Desk\n---\n"
        '<p class="byline">by <a rel="author" href="/m">⟦Mara Ellwood⟧</a></p><p>Text.</p>',
        "byline names `Mara Ellwood`, but `author` is `The Desk`",
    ),
    bad(
        "---\ntitle: a\nauthor: The Desk\n---\nThis is a guest post by ⟦Mara Ellwood⟧, a diver.\n",
        "byline names `Mara Ellwood`, but `author` is `The Desk`",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nauthor: The Desk\n---\nText.\n\n## About the author\n\n"
        "⟦Mara Ellwood⟧ writes about tides.\n",
        "byline names `Mara Ellwood`, but `author` is `The Desk`",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nauthor: The Desk\n---\n<p>作者：⟦Mara Ellwood⟧</p><p>潮。</p>",
        "byline names `Mara Ellwood`, but `author` is `The Desk`",
    ),
    bad(
        "---\ntitle: a\nauthor: 云间资讯\n---\n<p>清明前的茶园。(⟦陈砚秋 何以宁 许南舟⟧) </p>",
        "byline names `陈砚秋 何以宁 许南舟`, but `author` is `云间资讯`",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\nauthor: The Desk\r\n---\r\nBy ⟦Mara Ellwood and Idris Fenwick⟧\r\n",
        "byline names `Mara Ellwood and Idris Fenwick`, but `author` is `The Desk`",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nauthor: [云间资讯]\n---\n<p>文/⟦林知微⟧</p><p>潮。</p>",
        "byline names `林知微`, but `author` is `云间资讯`",
    ),
    bad(
        "---\ntitle: a\nauthor: 云间资讯\n---\n"
        "来源：海角晚报 作者：⟦何以宁⟧\n\n潮。（海角晚报记者 ⟦许南舟⟧）\n",
        "byline names `何以宁`, but `author` is `云间资讯`",
        "byline names `许南舟`, but `author` is `云间资讯`",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nauthor: The Desk\n---\n*By ⟦Mara Ellwood⟧ | 19 November 2021*\n\nText.\n",
        "byline names `Mara Ellwood`, but `author` is `The Desk`",
        path="a.md",
    ),
]


@rule(
    severity="warning",
    preset="recommended",
    since="0.1",
    when=f"key:{','.join(AUTHOR_KEYS)} and test:attribution/may_have_byline",
)
def check(document: Document) -> Problems:
    named = authors(document)
    if not named:
        return
    for byline in bylines(document):
        if any(are_same(name, author.name) for name in byline.names for author in named):
            continue
        is_sure = byline.is_sure and any(
            is_placeholder(author.name)
            or is_desk(author.name)
            or are_comparable(byline.names[0], author.name)
            for author in named
        )
        confidence: Confidence = "high" if is_sure else "medium"
        names = cut(document.text[byline.span.start : byline.span.end])
        value = cut(", ".join(author.name for author in named))
        yield Problem(
            byline.span,
            f"byline names `{names}`, but `{named[0].key}` is `{value}`",
            related=(RelatedSpan(named[0].span, "author in the front matter"),),
            confidence=confidence,
        )

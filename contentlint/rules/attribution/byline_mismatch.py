"""The byline in the text names somebody else than the front matter does.

The page, its feed and its search result say one name, the text another. Most often the front
matter holds the platform or the person who uploaded the text, and the writers go without credit.

Put the names of the byline into `author`.
"""

from contentlint.rule import Confidence, Document, Note, Problem, Problems, bad, cut, good, rule
from contentlint.rules.attribution._authors import bylines, credits

EXAMPLES = [
    good("---\ntitle: a\nauthor: Mara Ellwood\n---\n<p>By Mara Ellwood</p><p>Text.</p>"),
    good("---\ntitle: a\nauthor: 林知微\n---\n<p>作者：林知微 何以宁</p>"),
    good("---\ntitle: a\nauthor: M. Ellwood\n---\nBy Mara Ellwood\n\nText.\n", path="a.md"),
    good("---\ntitle: a\n---\n<p>作者：林知微</p>"),
    good("---\ntitle: a\nauthor: 林知微\n---\n<p>他写了一本书（作者是谁不重要）</p>"),
    good("---\ntitle: a\nauthor: 林知微\n---\n<p>潮汐每天两次（涨潮 退潮）。</p>"),
    good("---\ntitle: a\nauthor: 林知微\n---\n1. [潮](/a)&nbsp;作者：何以宁\n", path="a.md"),
    bad(
        "---\ntitle: a\nauthor: 云间资讯\n---\n<p>清明前的茶园。(⟦陈砚秋 何以宁 许南舟⟧) </p>",
        "byline says `陈砚秋 何以宁 许南舟`, front matter `云间资讯`; name the same",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\nauthor: The Desk\r\n---\r\nBy ⟦Mara Ellwood and Idris Fenwick⟧\r\n",
        "byline says `Mara Ellwood and Idris Fenwick`, front matter `The Desk`; name the same",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nauthor: [云间资讯]\n---\n<p>文/⟦林知微⟧</p><p>潮。</p>",
        "byline says `林知微`, front matter `云间资讯`; name the same",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    by = credits(document)
    if not by:
        return
    known = [_folded(credit.name) for credit in by]
    for byline in bylines(document):
        if any(_same(_folded(name), other) for name in byline.names for other in known):
            continue
        # Two words in brackets at the end may be anything; three names in a row are names.
        is_sure = byline.labelled or len(byline.names) > 1
        confidence: Confidence = "high" if is_sure else "medium"
        said = cut(document.text[byline.span.start : byline.span.end])
        author = cut(", ".join(credit.name for credit in by))
        yield Problem(
            byline.span,
            f"byline says `{said}`, front matter `{author}`; name the same",
            related=(Note(by[0].span, "author of the front matter"),),
            confidence=confidence,
        )


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace(".", " ").split())


def _same(one: str, other: str) -> bool:
    """Whether two names may be the same person's: one holds the other, or the surnames agree."""
    if one in other or other in one:
        return True
    words, others = one.split(), other.split()
    return len(words) > 1 and len(others) > 1 and words[-1] == others[-1]

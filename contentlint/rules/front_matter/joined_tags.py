"""Several tags are one string, which the generator does not split at commas.

`tags: sea, mud` is one tag, "sea, mud", in Hexo and Hugo. Jekyll splits it at blanks and makes a
tag "sea,". Docusaurus only takes lists and stops the build. Eleventy, Pelican and Nikola split at
commas.

Write a list: `tags: [sea, mud]`.

Fix safety: the fix is unsafe, since the pages and URLs of tags and categories change.
"""

from contentlint.rule import (
    Document,
    Edit,
    Fix,
    Problem,
    Problems,
    Site,
    bad,
    cut,
    good,
    lazy,
    rule,
)

EXAMPLES = [
    good("---\ntags: [sea, mud]\n---\n", site=Site("hexo")),
    good("---\ntags: sea\ncategories: low tide\n---\n", site=Site("hugo")),
    good("---\ntags: sea, mud\n---\n", site=Site("eleventy")),
    good("---\ntags: sea, mud\n---\n"),
    good("---\ntags: sea mud\n---\n", site=Site("jekyll")),
    good("---\ntags: sea,mud\n---\n", site=Site("vitepress")),
    bad(
        "---\ntitle: R\ntags: ⟦sea, low tide⟧\n---\n",
        "`tags`: `sea, low tide` is one tag in Hexo; write a list",
        site=Site("hexo"),
    ),
    bad(
        "---\r\ncategories: ⟦'潮，👍'⟧\r\n---\r\n",
        "`categories`: `潮，👍` is one category in Hugo; write a list",
        site=Site("hugo"),
    ),
    bad(
        "---\ntags: ⟦sea, low tide⟧\n---\n",
        "`tags`: `sea, low tide` is split at blanks by Jekyll into `sea,`, `low`, `tide`; "
        "write a list",
        site=Site("jekyll"),
    ),
    bad(
        "---\ntags: ⟦sea, mud⟧\n---\n",
        "`tags`: `sea, mud` is a string, which stops the build in Docusaurus; write a list",
        site=Site("docusaurus"),
    ),
]

_SEPARATOR = lazy(r"(?<![ \t])[ \t]*+[,，、][ \t]*+")
_PLAIN_WORD = lazy(r"[^\W\d_][\w .+-]*")
_ONE = {"tags": "tag", "categories": "category"}


@rule(severity="warning", preset="recommended", since="0.2", when="key:tags,categories")
def check(document: Document) -> Problems:
    front_matter = document.front_matter
    splits = document.reading.splits_tags
    if front_matter.format != "yaml" or splits in ("", "comma"):
        return
    for key, one in _ONE.items():
        raw, value = front_matter.raw((key,)), front_matter.get(key)
        if raw is None or not isinstance(value, str) or "\n" in raw:
            continue
        words = [word for word in _SEPARATOR.split(raw) if word]
        if len(words) < 2 or (splits == "stops" and key != "tags"):
            continue
        span = front_matter.span_of((key,))
        if any(problem.span == span for problem in document.field_problems):
            continue
        fix = None
        if document.text[span.start : span.end] == raw and all(map(_PLAIN_WORD.fullmatch, words)):
            fix = Fix("write a list", (Edit(span, f"[{', '.join(words)}]"),), "unsafe")
        message = f"`{key}`: `{cut(raw)}` {_reading(document, raw, one)}; write a list"
        yield Problem(span, message, fix)


def _reading(document: Document, raw: str, one: str) -> str:
    """What the generator makes of a string of several tags."""
    title = document.generator.title
    if document.reading.splits_tags == "stops":
        return f"is a string, which stops the build in {title}"
    if document.reading.splits_tags == "blank" and " " in raw:
        parts = ", ".join(f"`{part}`" for part in raw.split())
        return f"is split at blanks by {title} into {parts}"
    return f"is one {one} in {title}"

"""An unquoted `#` after a space cuts off the rest of the value.

In YAML, `#` after a space begins a comment, also in the middle of a sentence: `title: Rope #3 of
ten` is the title "Rope", `tags: #sea` has no tag, and `color: #fff` no color. Nothing warns of it.

A comment has a space after its `#`, and so is not reported; neither is one after a date, a number,
a boolean, a list or a value in quotes.

Quote the value, or put a space after the `#` of a comment.

Fix safety: the fix makes the comment part of the value.
"""

import re

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    cut,
    good,
    lazy,
    replace,
    rule,
)

EXAMPLES = [
    good("---\ntitle: Low tide # draft\ncolor: '#fff'\nlayout: C#\n---\n"),
    good("---\ntitle: C # and mud\ndate: 2024-03-18 #published\nweight: 3 #last\n---\n"),
    good("---\ncommit: 0a1b2c3d #old\n---\n"),
    good("---\ntitle: 'Rope #3' #new\ntags: [sea] #more\ndraft: false #true\n---\n"),
    good("---\ncover: #tide.png\ntags: # sea\n  - mud\nsub:\n  #- sand\n  a: b\n---\n"),
    good("---\ntitle: Rope #3 of ten\n---\n", site=Site("pelican")),
    good("+++\nweight = 3 #last\n+++\n"),
    good("---\ntext: |\n  low #tide\ntitle: >-\n  low #tide\nnote: {a: b} #c\n---\n"),
    bad(
        "---\ntitle: ⟦Rope #3 of ten⟧\ntags: ⟦#sea #mud⟧\ncolor: ⟦#ff8800⟧\n---\n",
        "`title`: `#3 of ten` is a comment, and the value ends before it; quote the value",
        "`tags`: `#sea #mud` is a comment, and the value is empty; quote it",
        "`color`: `#ff8800` is a comment, and the value is empty; quote it",
    ),
    bad(
        "---\r\ntags:\r\n  - ⟦#潮⟧\r\n  - ⟦👍 #low⟧\r\n---\r\n",
        "`tags`: `#潮` is a comment, and the value is empty; quote it",
        "`tags`: `#low` is a comment, and the value ends before it; quote the value",
    ),
    bad(
        "---\ntitle: R\nauthor: ⟦Mara (see #12)⟧\n---\n",
        "`author`: `#12)` is a comment, and the value ends before it; quote the value",
        site=Site("jekyll"),
    ),
]

_COMMENT = lazy(r"[ \t]+(#[^\s#!][^\r\n]*)")
_EMPTY = lazy(r"[ \t]+(#[^\s#!][^\r\n]*)(?=\r?\n(?![ \t]*-[ \t]|[ \t]+\S)|\r?\n---|\Z)")
_ITEM = lazy(r"^[ \t]*-[ \t]+(#[^\s#!][^\r\n]*?)[ \t]*\r?$", re.MULTILINE)
_COLOR = lazy(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})[ \t]*")
_HASHTAGS = lazy(r"#[\w/-]+(?:[ \t,]+#?[\w/-]+)*[ \t]*")
# Keys whose value may be written as hashtags.
_WORD_KEYS = frozenset("tag tags category categories keyword keywords topic topics title".split())
# Values that nobody continues with `#`.
_OTHER = lazy(r"[-+\d.:/ TZ]+|[0-9a-f]{7,40}|true|false|yes|no|on|off|null|~", re.IGNORECASE)


@rule(severity="warning", preset="recommended", since="0.2")
def check(document: Document) -> Problems:
    front_matter = document.front_matter
    block = document.text[front_matter.block.start : front_matter.block.end]
    if front_matter.format != "yaml" or "#" not in block or document.reading.yaml == "none":
        return
    for path, entry in front_matter.entries.items():
        name = next((part for part in reversed(path) if isinstance(part, str)), "")
        if entry.value.start == entry.value.end:
            yield from _empty(document, name, entry.value.end, is_item=entry.key is None)
        elif path in front_matter.scalars:
            yield from _cut(document, name, entry.value)


def _cut(document: Document, name: str, value: Span) -> Problems:
    text = document.text
    written = text[value.start : value.end]
    found = _COMMENT.match(text, value.end, document.front_matter.block.end)
    if found is None or written[0] in "'\"|>[{&*!" or "\n" in written:
        return
    if _OTHER.fullmatch(written):
        return
    comment = found[1].rstrip()
    span = Span(value.start, found.start(1) + len(comment))
    message = f"`{name}`: `{cut(comment)}` is a comment, and the value ends before it"
    yield _problem(document, span, f"{message}; quote the value")


def _empty(document: Document, name: str, place: int, *, is_item: bool) -> Problems:
    text, end = document.text, document.front_matter.block.end
    if is_item:
        line = text.rfind("\n", 0, place) + 1
        found = _ITEM.match(text, line, end)
    else:
        found = _EMPTY.match(text, place, end)
    if found is None:
        return
    comment = found[1].rstrip()
    if not _COLOR.fullmatch(comment):
        if not is_item and name.lower() not in _WORD_KEYS:
            return
        if not _HASHTAGS.fullmatch(comment):
            return
    span = Span(found.start(1), found.start(1) + len(comment))
    message = f"`{name}`: `{cut(comment)}` is a comment, and the value is empty; quote it"
    yield _problem(document, span, message)


def _problem(document: Document, span: Span, message: str) -> Problem:
    written = document.text[span.start : span.end]
    quote = "'" if '"' in written or "\\" in written else '"'
    fix = None
    if quote not in written:
        fix = replace(span, f"{quote}{written}{quote}", "quote the value", safety="unsafe")
    return Problem(span, message, fix)

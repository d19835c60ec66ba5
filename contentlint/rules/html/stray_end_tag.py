"""An end tag closes nothing.

No element of that name is open there, or one is open outside of what the end tag may reach. The
browser drops the tag; a `</p>` or `</br>` leaves an empty line instead. Most often the start tag
was deleted, stands elsewhere, or the element was closed before.

Remove the end tag, or put back the start tag that it belongs to. One in quotation marks is named,
not used: write `&lt;` for its `<`.

Fix safety: unsafe for a tag that is named, for one of a name that HTML does not know, for `</body>`
and its like, which an article more often shows than uses, for a `</p>` behind text, which may end a
paragraph, for one in a condition of a template, and where a fault before it may be why it closes
nothing; fix that first. Where the start tag is shown as text, as in `< b>low</b>`, that one is
reported and nothing is removed.
"""

from functools import cached_property

from contentlint.markup.standard import BLOCKS, DOCUMENT, ELEMENTS, HEADINGS, OPTIONAL_END, VOID
from contentlint.rule import (
    Document,
    Edit,
    Fix,
    Problem,
    Problems,
    RelatedSpan,
    Repair,
    Safety,
    Site,
    Span,
    bad,
    delete,
    good,
    lazy,
    replace,
    rule,
)
from contentlint.rules.html._tags import with_line, written_tag
from contentlint.rules.html._text_tags import text_tags

EXAMPLES = [
    good("<div><p>Low tide.</p></div>"),
    good("<div>\n\nLow *tide*.\n\n</div>", path="a.md"),
    good("<p>one<ul><li>two</li></ul>"),
    bad(
        "<p>Low tide.</p>⟦</div>⟧",
        "`</div>` closes nothing; remove it",
        fixed="<p>Low tide.</p>",
    ),
    bad(
        "<p>Low <div>tide</div>⟦</p>⟧",
        "`</p>` closes nothing: `<div>` has ended the paragraph; remove it",
        fixed="<p>Low <div>tide</div>",
    ),
    bad("<p>Low⟦</br>⟧tide</p>", "`</br>` is no end tag; write `<br>`", fixed="<p>Low<br>tide</p>"),
    bad(
        '<p><img src="a.png" alt="">⟦</img>⟧</p>',
        "`</img>` closes nothing: `<img>` has no end tag; remove it",
        fixed='<p><img src="a.png" alt=""></p>',
    ),
    bad(
        "Low tide.⟦</span>⟧ 退潮\r\n",
        "`</span>` closes nothing; remove it",
        fixed="Low tide. 退潮\r\n",
        path="a.md",
    ),
    bad(
        "<p>The parser sees “⟦</body>⟧” and 「⟦</i>⟧」.</p>",
        "`</body>` closes nothing; write `&lt;/body>` where it is text",
        "`</i>` closes nothing; write `&lt;/i>` where it is text",
        fixed="<p>The parser sees “&lt;/body>” and 「&lt;/i>」.</p>",
    ),
    bad(
        "<p><button>Low ⟦</p>⟧</button>",
        "`</p>` does not reach its `<p>`; close what was opened after that first",
    ),
    bad(
        '<p><a href="/a">Low <a href="/b">tide</a>⟦</a>⟧</p>',
        "`</a>` closes nothing; remove it",
        fixed='<p><a href="/a">Low <a href="/b">tide</a></p>',
    ),
    good("<p>Low <em>tide</i> and ebb.</p>"),
    good("The [tide](/t) and ```<b>x</i>```\r```\r<b>x</i>\r```\r", path="a.md"),
    bad(
        "<div>\n<p>Low</p>\n  ⟦</span>⟧\n<p>潮</p>\n</div>\n",
        "`</span>` closes nothing; remove it",
        fixed="<div>\n<p>Low</p>\n<p>潮</p>\n</div>\n",
        path="a.md",
    ),
    bad("<p>The ebb⟦</limit>⟧ of</p>", "`</limit>` closes nothing; remove it"),
    bad(
        "Low ⟦<b tide⟧</b> and ⟦i>⟧ebb</i>\n",
        "`<b tide` is not a tag, so `</b>` closes nothing; correct the start tag",
        "`i>` is not a tag, so `</i>` closes nothing; correct the start tag",
        path="a.md",
    ),
    bad(
        '> 低 ⟦<ahref="/low">⟧tide</a>\n',
        '`<ahref="/low">` is not a tag, so `</a>` closes nothing; correct the start tag',
        path="a.md",
    ),
    bad(
        "<p>Low⟦</p>⟧ tide</p>".replace("⟦</p>⟧ tide</p>", "</p> tide⟦</p>⟧"),
        "`</p>` closes nothing; remove it",
    ),
    bad('<ul><li">Low⟦</li>⟧</ul>', "`</li>` closes nothing; remove it"),
    bad("<ul><li>Low</li> tide⟦</li>⟧</ul>", "`</li>` closes nothing; remove it"),
    bad(
        "<p>The ⟦< strong>⟧low</strong> tide</p>",
        "`< strong>` is not a tag, so `</strong>` closes nothing; correct the start tag",
    ),
    bad(
        "- 低⟦＜B＞⟧潮</b>\n",
        "`＜B＞` is not a tag, so `</b>` closes nothing; correct the start tag",
        path="a.md",
    ),
    bad(
        'The ⟦<a href"/low">⟧tide</a> rises\n',
        '`<a href"/low">` is not a tag, so `</a>` closes nothing; correct the start tag',
        path="a.md",
    ),
    bad(
        "| tide | ebb |\n|---|---|\n| ⟦&lt;i>⟧low</i> | 潮 |\n",
        "`&lt;i>` is not a tag, so `</i>` closes nothing; correct the start tag",
        path="a.md",
    ),
    bad(
        "> `< i>` low⟦</i>⟧\n",
        "`</i>` closes nothing; remove it",
        fixed="> `< i>` low\n",
        path="a.md",
    ),
    bad(
        "<p align=center>\n\n**Low** tide\n\n⟦</p>⟧\n",
        "`</p>` has no matching start tag: a blank line ends `<p>` in Markdown; use `<div>`",
        path="a.md",
        site=Site("hugo"),
    ),
    bad(
        "<p>Low</ and <b>tide⟦</b>⟧</p>",
        "`</b>` closes nothing; remove it",
        fixed="<p>Low</ and <b>tide</p>",
    ),
    good("{% if a %}<div>{% else %}<div class='b'>{% endif %}<p>Low</p></div>"),
    good(
        "{% if a %}\n<section>\n{% endif %}\n\nLow\n\n{% if a %}</section>{% endif %}", path="a.md"
    ),
    bad("<p>Low</p>{% if a %}⟦</div>⟧{% endif %}", "`</div>` closes nothing; remove it"),
    bad(
        "| `low, <code>ebb` and flow⟦</code>⟧ | tide |\n|---|---|\n",
        "`</code>` closes nothing; remove it",
        path="a.md",
    ),
    bad(
        "The `<code>` element: low⟦</code>⟧\n",
        "`</code>` closes nothing; remove it",
        fixed="The `<code>` element: low\n",
        path="a.md",
    ),
    bad("<p>Low</p>⟦</body>⟧", "`</body>` closes nothing; remove it", fixed="<p>Low</p>"),
]

_OPENING_MARKS = frozenset("\"'`“‘„«‹「『")
# An end tag with nothing in it but its name.
_PLAIN = lazy(r"</[A-Za-z][A-Za-z0-9-]*+\s*+>")
_LAST_END_TAG = lazy(r"</([A-Za-z][A-Za-z0-9]*+)\s*>\s*\Z")
_BLOCK_TAG = lazy(r"</?(?:p|li|ul|ol|dl|d[dt]|t[dhr]|table|div|h[1-6])(?![a-z])")
# How far from an end tag another one is looked for, in code points.
_FARTHEST = 5000
_BLOCKS = BLOCKS | HEADINGS | {"p", "table"}
_NAME = lazy(r"[a-z0-9-]+")
_CLOSING_MARKS = frozenset("\"'`”’“»›」』")


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody",
)
def check(document: Document) -> Problems:
    causes = _Causes(document)
    for repair in document.repairs:
        if repair.kind != "stray-end":
            continue
        if (written := document.once(text_tags).get(repair.span)) is not None:
            yield written.problem
            continue
        safety: Safety = "safe" if _may_go(document, repair, causes) else "unsafe"
        yield _problem(document, repair, safety)


def _problem(document: Document, repair: Repair, safety: Safety) -> Problem:
    """What to say of an end tag, by what is known of its other half."""
    tag, span = f"</{repair.tag}>", repair.span
    fix = delete(with_line(document, span), f"remove `{tag}`", safety)
    if _is_named(document, span):
        message = f"`{tag}` closes nothing; write `&lt;/{repair.tag}>` where it is text"
        bracket = Edit(Span(span.start, span.start + 1), "&lt;")
        return Problem(span, message, Fix("write `&lt;`", (bracket,), "unsafe"))
    if repair.other_tag == repair.tag and written_tag(document, repair.other):
        message = f"`{tag}` does not reach its `<{repair.tag}>`"
        notes = () if repair.other is None else (RelatedSpan(repair.other, "opened here"),)
        return Problem(span, f"{message}; close what was opened after that first", related=notes)
    if repair.tag == "br":
        return Problem(
            span, "`</br>` is no end tag; write `<br>`", replace(span, "<br>", "write `<br>`")
        )
    if repair.tag in VOID:
        message = f"`{tag}` closes nothing: `<{repair.tag}>` has no end tag; remove it"
        return Problem(span, message, fix)
    if repair.other is not None and (opener := written_tag(document, repair.other)):
        message = f"`{tag}` closes nothing: `{opener}` has ended the paragraph; remove it"
        return Problem(span, message, fix, (RelatedSpan(repair.other, f"`{opener}` here"),))
    if repair.tag == "p" and repair.opened is not None:
        message = "`</p>` has no matching start tag: a blank line ends `<p>` in Markdown"
        note = RelatedSpan(repair.opened, "opened here")
        return Problem(span, f"{message}; use `<div>`", None, (note,))
    return Problem(span, f"`{tag}` closes nothing; remove it", fix)


def _may_go(document: Document, repair: Repair, causes: "_Causes") -> bool:
    """Whether nothing is lost without an end tag: nothing else may be why it closes nothing."""
    is_known = repair.tag in ELEMENTS and repair.tag not in DOCUMENT
    if repair.tag == "p" and repair.other is None:
        is_known = _is_behind_block(document, repair.span)
    elif repair.tag in OPTIONAL_END:
        is_known = is_known and not _is_behind_its_like(document, repair)
    return (
        is_known
        and _PLAIN.fullmatch(document.text, *repair.span) is not None
        and not causes.before(repair)
        and not _is_behind_code(document, repair)
        and not document.markup.is_conditional(repair.span)
    )


# Faults of a tag through which it, or the tags behind it, are not seen.
_HIDE_TAGS = frozenset(
    "unclosed-quote unexpected-character-in-attribute-name eof-in-tag eof-in-comment "
    "nested-comment incorrectly-opened-comment "
    "unexpected-question-mark-instead-of-tag-name cdata-in-html-content "
    "invalid-first-character-of-tag-name".split()
)
_HIDDEN_BY = frozenset({"unclosed", "nested", "unfinished", "ignored-start", "self-closing"})


class _Causes:
    """Faults that may be why an end tag behind them closes nothing."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def _first(self) -> dict[str, int]:
        """Where the first fault of an element of each name stands."""
        found: dict[str, int] = {}
        for repair in self.document.repairs:
            if repair.kind in _HIDDEN_BY:
                for name in (repair.tag, repair.other_tag or ""):
                    # `<li">` makes an element of a name of its own.
                    match = _NAME.match(name)
                    known = match[0] if match else name
                    found[known] = min(repair.span.start, found.get(known, repair.span.start))
        return found

    @cached_property
    def _hidden(self) -> int:
        """Behind which place any tag may be unseen."""
        places = [e.span.start for e in self.document.parse_errors if e.code in _HIDE_TAGS]
        return min(places, default=len(self.document.text))

    def before(self, repair: Repair) -> bool:
        """Whether there is one before an end tag."""
        start = repair.span.start
        if repair.opened is not None and repair.tag != "p":
            return True
        return self._first.get(repair.tag, start) < start or self._hidden < start


def _is_behind_block(document: Document, span: Span) -> bool:
    """Whether a `</p>` follows the end of a block; behind text it may end a paragraph of it."""
    before = document.text[max(span.start - 200, 0) : span.start]
    end_tag = _LAST_END_TAG.search(before)
    return end_tag is not None and end_tag[1].lower() in _BLOCKS


def _is_behind_its_like(document: Document, repair: Repair) -> bool:
    """Whether nothing but text stands between another end tag of the name and this one.

    Then that one may be the tag too many, as in `<li>low</li> tide</li>`.
    """
    start = max(repair.span.start - _FARTHEST, document.body.start)
    between = document.text[start : repair.span.start].lower()
    _, end_tag, between = between.rpartition(f"</{repair.tag}>")
    return end_tag != "" and between.strip() != "" and _BLOCK_TAG.search(between) is None


def _is_behind_code(document: Document, repair: Repair) -> bool:
    """Whether the start tag may be in a code span of the paragraph, which a backtick has cut off.

    A code span that holds nothing but a tag names it.
    """
    text, end = document.text, repair.span.start
    start = max(text.rfind("\n\n", 0, end), end - _FARTHEST, document.body.start)
    place = text.rfind(f"<{repair.tag}", start, end)
    while place >= 0:
        is_whole = text[place - 1 : place] == "`" and text.startswith(
            "`", text.find(">", place) + 1
        )
        if document.is_code(place) and not is_whole:
            return True
        place = text.rfind(f"<{repair.tag}", start, place)
    return False


def _is_named(document: Document, span: Span) -> bool:
    """Whether a tag stands in quotation marks."""
    before = document.text[max(span.start - 1, 0) : span.start]
    after = document.text[span.end : span.end + 1]
    return before in _OPENING_MARKS and after in _CLOSING_MARKS

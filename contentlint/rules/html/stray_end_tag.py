"""An end tag has no matching start tag.

No element with that name is open, or the end tag cannot close it from there. Browsers ignore the
tag, except that `</p>` and `</br>` become an empty paragraph and a line break. Usually the start
tag was deleted or moved, or the element was closed earlier.

Remove the end tag, or restore its start tag. An end tag in quotation marks is probably text: escape
its `<` as `&lt;`.

Fix safety: unsafe for a tag in quotation marks, for an element unknown to HTML, for `</body>`,
`</html>` and `</head>`, which are usually text in an article, for a `</p>` after text, which may
end a paragraph, inside a template condition, and if an earlier error may be the cause; fix that
error first. If the start tag is displayed as text, as in `< b>low</b>`, the start tag is reported,
and nothing is removed.
"""

import re

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
from contentlint.rules.html._causes import Causes
from contentlint.rules.html._harm import of_stray_end_tag
from contentlint.rules.html._tags import in_authors_case, is_end_tag, with_line, written_tag
from contentlint.rules.html._text_tags import text_tags

EXAMPLES = [
    good('<button @click="low++" :disabled=a>Ebb</button>\n', path="a.md", site=Site("vitepress")),
    good("Low <b @click.once='low({ a })' title=\"by @a\">tide</b>\n", path="a.md"),
    bad(
        '⟦<button @click="low++">⟧Ebb</button>\n',
        '`<button @click="low++">` is not a valid start tag for `</button>`; correct it',
        path="a.md",
        site=Site("eleventy"),
    ),
    good('## <a name="low"/> Low\n\n## <a name="ebb"/> Ebb\n', path="a.md"),
    good("<div><p>Low tide.</p></div>"),
    good("<div>\n\nLow *tide*.\n\n</div>", path="a.md"),
    good("<p>one<ul><li>two</li></ul>"),
    bad(
        "<p>Low tide.</p>⟦</div>⟧",
        "`</div>` has no matching start tag; remove it",
        fixed="<p>Low tide.</p>",
    ),
    bad(
        "<p>Low <div>tide</div>⟦</p>⟧",
        "`</p>` has no matching start tag: `<div>` closed the paragraph; remove it",
        fixed="<p>Low <div>tide</div>",
    ),
    bad(
        "<p>Low⟦</br>⟧tide</p>",
        "`</br>` is not a valid end tag; use `<br>`",
        fixed="<p>Low<br>tide</p>",
    ),
    bad(
        '<p><img src="a.png" alt="">⟦</img>⟧</p>',
        "`</img>` is not allowed: `<img>` is a void element; remove it",
        fixed='<p><img src="a.png" alt=""></p>',
    ),
    bad(
        "Low tide.⟦</span>⟧ 退潮\r\n",
        "`</span>` has no matching start tag; remove it",
        fixed="Low tide. 退潮\r\n",
        path="a.md",
    ),
    bad(
        "<p>The parser sees “⟦</body>⟧” and 「⟦</i>⟧」.</p>",
        "`</body>` has no matching start tag; escape `<` as `&lt;` if it is text",
        "`</i>` has no matching start tag; escape `<` as `&lt;` if it is text",
        fixed="<p>The parser sees “&lt;/body>” and 「&lt;/i>」.</p>",
    ),
    bad(
        "<p><button>Low ⟦</p>⟧</button>",
        "`</p>` cannot close `<p>` from here; close the elements opened after `<p>` first",
    ),
    good('<p><a href="/a">Low <a href="/b">tide</a></a></p>'),
    good('<h2><a name="low"/>Low</h2>\n<h3><a id="ebb"></a>Ebb</h3>'),
    bad(
        "<div>\n<section>\n<p>Low</p>\n⟦</div>⟧\n</section>\n<p>潮</p>\n</div>\n",
        "`</div>` has no matching start tag; remove it",
        fixed="<div>\n<section>\n<p>Low</p>\n</section>\n<p>潮</p>\n</div>\n",
    ),
    good("<p>Low <em>tide</i> and ebb.</p>"),
    good("The [tide](/t) and ```<b>x</i>```\r```\r<b>x</i>\r```\r", path="a.md"),
    bad(
        "<div>\n<p>Low</p>\n  ⟦</span>⟧\n<p>潮</p>\n</div>\n",
        "`</span>` has no matching start tag; remove it",
        fixed="<div>\n<p>Low</p>\n<p>潮</p>\n</div>\n",
        path="a.md",
    ),
    good("<p>The ebb</limit> of</p>\n", path="a.md", site=Site("jekyll")),
    bad("<p>The ebb⟦</limit>⟧ of</p>", "`</limit>` has no matching start tag; remove it"),
    bad(
        "Low ⟦<b tide⟧</b> and ⟦i>⟧ebb</i>\n",
        "`<b tide` is not a valid start tag for `</b>`; correct it",
        "`i>` is not a valid start tag for `</i>`; correct it",
        path="a.md",
    ),
    bad(
        '> 低 ⟦<ahref="/low">⟧tide</a>\n',
        '`<ahref="/low">` is not a valid start tag for `</a>`; correct it',
        path="a.md",
    ),
    bad(
        "<p>Low⟦</p>⟧ tide</p>".replace("⟦</p>⟧ tide</p>", "</p> tide⟦</p>⟧"),
        "`</p>` has no matching start tag; remove it",
    ),
    bad('<ul><li">Low⟦</li>⟧</ul>', "`</li>` has no matching start tag; remove it"),
    bad(
        "<ul><li>Low</li> tide<ul><li>ebb</li></ul>⟦</li>⟧</ul>",
        "`</li>` has no matching start tag; remove it",
    ),
    bad("<ul><li>Low</li> tide⟦</li>⟧</ul>", "`</li>` has no matching start tag; remove it"),
    bad(
        "<p>The ⟦< strong>⟧low</strong> tide</p>",
        "`< strong>` is not a valid start tag for `</strong>`; correct it",
    ),
    bad(
        "- 低⟦＜B＞⟧潮</b>\n",
        "`＜B＞` is not a valid start tag for `</b>`; correct it",
        path="a.md",
    ),
    bad(
        'The ⟦<a href"/low">⟧tide</a> rises\n',
        '`<a href"/low">` is not a valid start tag for `</a>`; correct it',
        path="a.md",
    ),
    bad(
        "| tide | ebb |\n|---|---|\n| ⟦&lt;i>⟧low</i> | 潮 |\n",
        "`&lt;i>` is not a valid start tag for `</i>`; correct it",
        path="a.md",
    ),
    bad(
        "> `< i>` low⟦</i>⟧\n",
        "`</i>` has no matching start tag; remove it",
        fixed="> `< i>` low\n",
        path="a.md",
    ),
    bad(
        '<p align="center"><p><b>Low</b></p>⟦</p>⟧',
        "`</p>` has no matching start tag: `<p>` closed the paragraph; remove it",
        fixed='<p align="center"><p><b>Low</b></p>',
    ),
    bad(
        '<p align=center>\n<a href="/b">low</a>\n\n<a href="/c">tide</a>\n⟦</p>⟧ 潮\n',
        "`</p>` has no matching start tag: a blank line ends `<p>` in Markdown; use `<div>`",
        path="a.md",
    ),
    bad(
        "Low ⟦<b\n>⟧x</b> 潮\n",
        "`<b >` is not a valid start tag for `</b>`; correct it",
        path="a.md",
    ),
    bad(
        '⟦<button title="<?= f("low") ?>">⟧\n<b>潮</b>\n</button>\n',
        '`<button title="<?= f("low") ?>">` is not a valid start tag for `</button>`; correct it',
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
        "`</b>` has no matching start tag; remove it",
        fixed="<p>Low</ and <b>tide</p>",
    ),
    good("{% if a %}<div>{% else %}<div class='b'>{% endif %}<p>Low</p></div>"),
    good(
        "{% if a %}\n<section>\n{% endif %}\n\nLow\n\n{% if a %}</section>{% endif %}", path="a.md"
    ),
    bad("<p>Low</p>{% if a %}⟦</div>⟧{% endif %}", "`</div>` has no matching start tag; remove it"),
    bad(
        "| `low, <code>ebb` and flow⟦</code>⟧ | tide |\n|---|---|\n",
        "`</code>` has no matching start tag; remove it",
        path="a.md",
    ),
    bad(
        "The `<code>` element: low⟦</code>⟧\n",
        "`</code>` has no matching start tag; remove it",
        fixed="The `<code>` element: low\n",
        path="a.md",
    ),
    bad(
        "<table>\n<tr><td>low⟦</th>⟧<th>潮⟦</td>⟧</tr>\n</table>\n",
        "`</th>` does not close `<td>`; use `</td>`",
        "`</td>` does not close `<th>`; use `</th>`",
        fixed="<table>\n<tr><td>low</td><th>潮</th></tr>\n</table>\n",
    ),
    bad(
        "<p>Low</p>⟦</body>⟧", "`</body>` has no matching start tag; remove it", fixed="<p>Low</p>"
    ),
]

_OPENING_QUOTES = frozenset("\"'`“‘„«‹「『")
# An end tag without attributes.
_PLAIN = lazy(r"</[A-Za-z][A-Za-z0-9-]*+\s*+>")
_LAST_END_TAG = lazy(r"</([A-Za-z][A-Za-z0-9]*+)\s*>\s*\Z")
_BLOCK_TAG = lazy(r"</?(?:p|li|ul|ol|dl|d[dt]|t[dhr]|table|div|h[1-6])(?![a-z])")
# How far before an end tag another one is searched for, in code points.
_MAX_DISTANCE = 5000
_BLOCKS = BLOCKS | HEADINGS | {"p", "table"}
_CELL_TAG = lazy(r"<(/?)(t[dhr]|table)(?=[\s>])", re.IGNORECASE)
_CLOSING_QUOTES = frozenset("\"'`”’“»›」』")


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody",
    when="repair:stray-end",
)
def check(document: Document) -> Problems:
    for problem in _problems(document):
        yield in_authors_case(document, problem)


def _problems(document: Document) -> Problems:
    causes = Causes(document)
    shows_unknown = not document.is_html and document.generator.dialect.shows_stray_tags
    for repair in document.repairs:
        if repair.kind != "stray-end" or _is_implied(document, repair):
            continue
        if shows_unknown and repair.tag not in ELEMENTS and repair.opened is None:
            continue  # kramdown shows `</limit>`, as was meant
        if (written := document.once(text_tags).get(repair.span)) is not None:
            yield written.problem
            continue
        if document.omits_html and repair.tag in ELEMENTS:
            continue
        safety: Safety = "safe" if _can_be_removed(document, repair, causes) else "unsafe"
        yield _problem(document, repair, safety)


def _is_implied(document: Document, repair: Repair) -> bool:
    """Whether a start tag implies this end tag, because `<a name="low"/>` left an `<a>` open."""
    return not is_end_tag(document, repair.span) and any(
        earlier.kind == "self-closing" and earlier.tag == repair.tag for earlier in document.repairs
    )


def _problem(document: Document, repair: Repair, safety: Safety) -> Problem:
    """Report an end tag, according to what is known of its start tag."""
    tag, span = f"</{repair.tag}>", repair.span
    fix = delete(with_line(document, span), f"remove `{tag}`", safety)
    at_most = of_stray_end_tag(document, repair.tag)
    if _is_in_quotes(document, span):
        message = f"`{tag}` has no matching start tag; escape `<` as `&lt;` if it is text"
        bracket = Edit(Span(span.start, span.start + 1), "&lt;")
        return Problem(span, message, Fix("escape `<` as `&lt;`", (bracket,), "unsafe"))
    is_closed = repair.tag == "p" and repair.opened is not None
    if repair.other_tag == repair.tag and not is_closed and written_tag(document, repair.other):
        start_tag = f"`<{repair.tag}>`"
        message = f"`{tag}` cannot close {start_tag} from here"
        related = (
            () if repair.other is None else (RelatedSpan(repair.other, f"{start_tag} opened here"),)
        )
        message += f"; close the elements opened after {start_tag} first"
        return Problem(span, message, related=related)
    if repair.tag == "br":
        fix = replace(span, "<br>", "replace with `<br>`")
        return Problem(span, "`</br>` is not a valid end tag; use `<br>`", fix, at_most=at_most)
    if repair.tag in ("td", "th") and (cell := _open_cell(document, span)):
        message = f"`{tag}` does not close `<{cell}>`; use `</{cell}>`"
        title = f"replace with `</{cell}>`"
        return Problem(span, message, replace(span, f"</{cell}>", title, "unsafe"))
    if repair.tag in VOID:
        message = f"`{tag}` is not allowed: `<{repair.tag}>` is a void element; remove it"
        return Problem(span, message, fix, at_most=at_most)
    opener = written_tag(document, repair.other)
    # The span of a paragraph of Markdown may start with another tag.
    if repair.other and opener and opener[1:-1].lower() == repair.other_tag:
        message = f"`{tag}` has no matching start tag: `{opener}` closed the paragraph; remove it"
        related = (RelatedSpan(repair.other, f"paragraph closed by this `{opener}`"),)
        return Problem(span, message, fix, related, at_most=at_most)
    if repair.tag == "p" and repair.opened is not None:
        message = "`</p>` has no matching start tag: a blank line ends `<p>` in Markdown"
        related = (RelatedSpan(repair.opened, "`<p>` opened here"),)
        return Problem(span, f"{message}; use `<div>`", None, related, at_most=at_most)
    return Problem(span, f"`{tag}` has no matching start tag; remove it", fix, at_most=at_most)


def _open_cell(document: Document, span: Span) -> str | None:
    """The name of the cell in which the end tag of the other kind of cell is; None without."""
    before = document.text[max(span.start - _MAX_DISTANCE, document.body.start) : span.start]
    tags = list(_CELL_TAG.finditer(before))
    last = tags[-1] if tags else None
    if last is None or last[1] or _PLAIN.fullmatch(document.text, *span) is None:
        return None
    name = last[2].lower()
    is_other = not document.text.startswith(name, span.start + 2)
    return name if is_other and name in ("td", "th") else None


def _can_be_removed(document: Document, repair: Repair, causes: "Causes") -> bool:
    """Whether an end tag can be removed safely: no other error may be why it is unmatched."""
    is_known = repair.tag in ELEMENTS and repair.tag not in DOCUMENT
    if repair.tag == "p" and repair.other is None:
        is_known = _follows_block(document, repair.span)
    elif repair.tag in OPTIONAL_END:
        is_known = is_known and not _follows_same_end_tag(document, repair)
    return (
        is_known
        and _PLAIN.fullmatch(document.text, *repair.span) is not None
        and not causes.any_before(repair)
        and not _start_tag_is_in_code(document, repair)
        and not document.markup.is_conditional(repair.span)
    )


def _follows_block(document: Document, span: Span) -> bool:
    """Whether a `</p>` follows the end tag of a block; after text it may end a paragraph."""
    before = document.text[max(span.start - 200, 0) : span.start]
    end_tag = _LAST_END_TAG.search(before)
    return end_tag is not None and end_tag[1].lower() in _BLOCKS


def _follows_same_end_tag(document: Document, repair: Repair) -> bool:
    """Whether text follows another end tag of the same name before this one.

    Then the other one may be the stray end tag, as in `<li>low</li> tide</li>`.
    """
    start = max(repair.span.start - _MAX_DISTANCE, document.body.start)
    before = document.text[start : repair.span.start].lower()
    _, end_tag, after = before.rpartition(f"</{repair.tag}>")
    if end_tag != "" and after.strip() != "" and _BLOCK_TAG.search(after) is None:
        return True
    return any(
        after.lstrip()[:1] not in ("", "<") for after in before.split(f"</{repair.tag}>")[1:]
    )


def _start_tag_is_in_code(document: Document, repair: Repair) -> bool:
    """Whether the start tag may be inside a code span of the same paragraph.

    A code span that contains only a tag is a mention of that tag and does not count.
    """
    text, end = document.text, repair.span.start
    start = max(text.rfind("\n\n", 0, end), end - _MAX_DISTANCE, document.body.start)
    place = text.rfind(f"<{repair.tag}", start, end)
    while place >= 0:
        is_only_tag = text[place - 1 : place] == "`" and text.startswith(
            "`", text.find(">", place) + 1
        )
        if document.is_code(place) and not is_only_tag:
            return True
        place = text.rfind(f"<{repair.tag}", start, place)
    return False


def _is_in_quotes(document: Document, span: Span) -> bool:
    """Whether a tag is in quotation marks."""
    before = document.text[max(span.start - 1, 0) : span.start]
    after = document.text[span.end : span.end + 1]
    return before in _OPENING_QUOTES and after in _CLOSING_QUOTES

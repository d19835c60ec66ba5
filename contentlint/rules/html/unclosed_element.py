"""An element has no end tag.

Browsers close the element somewhere else: without `</em>` or `</a>`, emphasis or a link continues
to the end of the article; without `</div>`, the rest of the theme becomes part of the element.
Optional end tags (`</p>`, `</li>`, `</td>` and others) are not required.

Add the end tag where the element should end. Where one of several nested elements of the same name
has no end tag, indentation decides which one is reported. If the element is closed by an end tag
with another name, as in `<em>low</i>`, use the same name in both tags.

Fix safety: unsafe. An end tag is added only before another tag that closes the element, and it may
belong earlier; if the names differ, either may be the correct one.
"""

import re

from contentlint.markup.standard import ELEMENTS, FORMATTING, HEADINGS
from contentlint.rule import (
    Document,
    Fix,
    Problem,
    Problems,
    RelatedSpan,
    Repair,
    Safety,
    Site,
    Span,
    bad,
    good,
    insert,
    replace,
    rule,
)
from contentlint.rules.html._harm import if_tolerant
from contentlint.rules.html._tags import (
    block_name,
    in_authors_case,
    is_end_tag,
    quoted,
    written_tag,
)
from contentlint.rules.html._text_tags import text_tags

EXAMPLES = [
    good(
        "<details>\n<summary>Low</summary>\n\n```java\nMap<Ebb[], Tide> low;\n\nMap<Ebb> tide;\n"
        "```\n\n</details>\n\n<div>\n```\n<div>\n```\n</div>\n",
        path="docs/a.md",
        site=Site("mkdocs"),
    ),
    bad(
        "<details>\n```html\n</div>\n\n<b>\n```\n⟦<div>⟧\n</details>\n",
        "`<div>` is not closed before `</details>`; add `</div>`",
        path="docs/a.md",
        fixed="<details>\n```html\n</div>\n\n<b>\n```\n<div>\n</div></details>\n",
        site=Site("mkdocs"),
    ),
    good("<p>A <em>short</em> walk.<p>And a long one."),
    good("<ul><li>ferry<li>tram</ul>"),
    good(
        "<p>Ferry *12*.</p>\n\n<details><summary>More</summary>\n\nText\n\n</details>", path="a.md"
    ),
    good("<div>\n\n    <div>low</div>\n    </div>\n", path="a.md"),
    good("<Aside>A component of the theme.</Aside>", path="a.md"),
    good("Run `<b>` and:\n\n```html\n<div>\n```\n", path="a.md"),
    good("Low <b>tide</i>\n", path="a.md", site=Site("hugo", configuration="title = 'a'\n")),
    good("{% if a %}<b>{% else %}<i>{% endif %}low{% if a %}</b>{% else %}</i>{% endif %}"),
    good(
        "{% for a in b %}{% if forloop.first %}<ul>{% endif %}<li>low</li>"
        "{% if forloop.last %}</ul>{% endif %}{% endfor %}"
    ),
    good("{% case a %}{% when 1 %}<div>{% when 2 %}<div class='b'>{% endcase %}low</div>"),
    good(
        "{% set row %}\nlow\n{% endset %}\n<tide-tabs>\n\t<div>ebb</div>\n</tide-tabs>", path="a.md"
    ),
    bad(
        "Low\n\n⟦<video controls>⟧<source src='/a.mp4'><p>tide</p></video>\n",
        "`<p>` inside `<video>` ends the paragraph around both; use inline content or put "
        "`<video>` in a `<div>`",
        path="a.md",
    ),
    bad(
        "<p>Low ⟦<span>⟧ebb <div>tide</div></span> 👍</p>\n",
        "`<div>` inside `<span>` ends the paragraph around both; use inline content or put "
        "`<span>` in a `<div>`",
    ),
    bad(
        "{% if a %}<p>The ⟦<em>⟧ferry</p>{% endif %}",
        "`<em>` is not closed before `</p>`; add `</em>`",
        fixed="{% if a %}<p>The <em>ferry</em></p>{% endif %}",
    ),
    bad("{% for a in b %}⟦<div>⟧{% endfor %}low", "`<div>` is not closed; add `</div>`"),
    bad("⟦<div>⟧<p>The ferry is late.</p>", "`<div>` is not closed; add `</div>`"),
    bad(
        "<p>The ⟦<em>⟧ferry is late.</p>",
        "`<em>` is not closed before `</p>`; add `</em>`",
        fixed="<p>The <em>ferry is late.</em></p>",
    ),
    good('<p><a href="/a">Ferry <a href="/b">Tram</a></p>'),
    bad("<div>⟦<h2>⟧渡轮</h3></div>", "`<h2>` is closed by `</h3>`; use `</h2>`"),
    bad(
        "The ⟦<em>⟧ferry is late.\n\nThe tram is not.\n",
        "`<em>` is not closed in this paragraph; add `</em>`",
        path="a.md",
    ),
    bad(
        "Run `ferry` with ⟦<port>⟧ and go.\n",
        "unknown element `<port>` is not displayed; escape `<` as `&lt;` if it is text",
        fixed="Run `ferry` with &lt;port> and go.\n",
        path="a.md",
    ),
    bad(
        "The tag ⟦<web-app>⟧ is the root.\n",
        "`<web-app>` is not closed; add `</web-app>`, or escape `<` as `&lt;` if it is text",
        fixed="The tag &lt;web-app> is the root.\n",
        path="a.md",
    ),
    bad(
        "<p>The ⟦<em>⟧last</i> ferry and the ⟦<b>⟧first</strong> 电车</p>",
        "`<em>` is closed by `</i>`; use the same name in both tags",
        "`<b>` is closed by `</strong>`; use the same name in both tags",
        fixed="<p>The <em>last</em> ferry and the <b>first</b> 电车</p>",
    ),
    bad(
        "<div>\n⟦<ol>⟧\n<li>ferry</li>\n<li>tram\n</ul>\n<p>Then.</p>\n</div>\n",
        "`<ol>` is closed by `</ul>`; use the same name in both tags",
        fixed="<div>\n<ol>\n<li>ferry</li>\n<li>tram\n</ol>\n<p>Then.</p>\n</div>\n",
    ),
    bad(
        "<ol>\n<li>Low\n⟦<ul>⟧\n<li>潮</li>\n</ol>\n</li>\n<li>ebb</li>\n</ol>\n",
        "`<ul>` is closed by `</ol>`; use the same name in both tags",
        fixed="<ol>\n<li>Low\n<ul>\n<li>潮</li>\n</ul>\n</li>\n<li>ebb</li>\n</ol>\n",
    ),
    bad(
        "- The ⟦<STRONG\n  class=x>⟧ferry</B> 👍\r\n".replace("\r\n", "\n"),
        "`<STRONG>` is closed by `</b>`; use the same name in both tags",
        fixed="- The <STRONG\n  class=x>ferry</strong> 👍\n",
        path="a.md",
    ),
    bad(
        "<table><tr><td><b>9 ⟦< /b>⟧</td></tr></table>",
        "`< /b>` is not a valid end tag for `<b>`; use `</b>`",
    ),
    bad(
        "It was <em>late⟦</em⟧ and\nthe <b>tram</b>\n",
        "`</em` is not a valid end tag for `<em>`; use `</em>`",
        path="a.md",
    ),
    bad(
        "Low <em>tide⟦</em⟧, ebb\n",
        "`</em` is not a valid end tag for `<em>`; use `</em>`",
        path="a.md",
    ),
    bad(
        "<p>Low ⟦<code>⟧tide</pre> and <a name=ebb>⟦<a>⟧ebb</p>",
        "`<code>` is closed by `</pre>`; use the same name in both tags",
        "`<a>` is followed by another `<a>`; use `</a>`",
        fixed="<p>Low <code>tide</code> and <a name=ebb></a>ebb</p>",
    ),
    bad(
        '<p>Low ⟦<b>⟧tide</b"> ebb</p>\n',
        '`<b>` is closed by `</b">`; use the same name in both tags',
        fixed="<p>Low <b>tide</b> ebb</p>\n",
    ),
    bad(
        "> The <em>last⟦＜/em＞⟧ ferry\n",
        "`＜/em＞` is not a valid end tag for `<em>`; use `</em>`",
        path="a.md",
    ),
    bad(
        "⟦<details>⟧\n<summary>More</summary>\n\nText 👍\r\n",
        "`<details>` is not closed; add `</details>`",
        path="a.md",
    ),
    bad(
        "<p>The ⟦<strong>⟧ferry</stong> is <b>late⟦<b>⟧ 👍</p>\r\n",
        "`<strong>` is closed by `</stong>`; use the same name in both tags",
        "`<b>` is followed by another `<b>`; use `</b>`",
        fixed="<p>The <strong>ferry</strong> is <b>late</b> 👍</p>\r\n",
    ),
    bad(
        '<div class="page">\n  ⟦<div class="note">⟧\n    <p>Low</p>\n</div>\n<p>潮</p>\n',
        "`<div>` is not closed: `</div>` closes the outer `<div>`; add `</div>`",
        fixed='<div class="page">\n  <div class="note">\n    <p>Low</p>\n</div></div>\n<p>潮</p>\n',
    ),
    bad(
        "<ol>\n<li>Low\n⟦<ul>⟧\n<li>ebb</li>\n</li>\n</ol>\n",
        "`<ul>` is not closed before `</li>`; add `</ul>`",
        fixed="<ol>\n<li>Low\n<ul>\n<li>ebb</li>\n</ul></li>\n</ol>\n",
    ),
    bad(
        "<div>\n⟦<table>⟧\n<tr><td>9</td></tr>\n<p>Low</p>\n<p>Ebb</p>\n</div>\n",
        "`<table>` is not closed before `<p>`; add `</table>`",
    ),
    bad(
        "Low.\n\n⟦<script src='a.js'>⟧\n\nThe *ebb* `<b>`.\n\n- 潮\n",
        "`<script>` is not closed; add `</script>`",
        path="a.md",
    ),
    bad(
        "<div>\n⟦<textarea>⟧low\n<p>ebb</p>\n</div>\n",
        "`<textarea>` is not closed; add `</textarea>`",
    ),
    bad(
        '<p>Low ⟦<a href="/a">⟧tide</span> and ebb.</p>\n<a href="/b">Flow</a>\n',
        "`<a>` is closed by `</span>`; use the same name in both tags",
    ),
    bad(
        '<p>Low ⟦<a href="/a">⟧tide\nand ebb.\n</p>\n<a href="/b">Flow</a>\n',
        "`<a>` is not closed before `</p>`; add `</a>`",
        fixed="""<p>Low <a href="/a">tide\nand ebb.\n</a></p>\n<a href="/b">Flow</a>\n""",
    ),
    bad(
        '<div><a href="/a">\n⟦<figure>⟧<img src="/a.png" alt="潮">\n</a></div>\n',
        "`<figure>` is not closed before `</a>`; add `</figure>`",
        fixed='<div><a href="/a">\n<figure><img src="/a.png" alt="潮">\n</figure></a></div>\n',
    ),
    bad(
        "<section>\n  ⟦<div>⟧\n    <p>Low</p>\n\n  <div>\n    <p>Ebb</p>\n  </div>\n</section>\n",
        "`<div>` is not closed before `</section>`; add `</div>`",
    ),
    bad(
        "Low ⟦<span>⟧tide here.\n\n潮 mud</span> there.\n",
        "`<span>` is not closed in this paragraph; add `</span>`",
        path="a.md",
    ),
    bad(
        "Low ⟦<b>⟧tide here.\n\n潮 mud</b> there.\n",
        "`<b>` is not closed in this paragraph; add `</b>`",
        path="a.md",
    ),
    bad(
        "- ebb\n- ⟦<i>⟧low\n- tide</i>\n\n*flow ⟦<u>⟧mud*</u> 潮\n",
        "`<i>` is not closed in this list item; add `</i>`",
        "`<u>` is not closed in this emphasis; add `</u>`",
        path="a.md",
    ),
    bad(
        "low tide ⟦<div>⟧low tide",
        "`<div>` is not closed; add `</div>`",
        path="a.md",
    ),
]

_ELSEWHERE = "end tag in another block, which Markdown keeps separate"
_ESCAPE: tuple[str, Safety] = ("escape `<` as `&lt;`", "unsafe")


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/syntax.html#end-tags",
    when="repair:unclosed,mismatched,repeated",
)
def check(document: Document) -> Problems:
    for problem in _problems(document):
        yield in_authors_case(document, problem)


def _problems(document: Document) -> Problems:
    for repair in document.repairs:
        # `markdown/omitted-html` reports what the generator leaves out.
        is_omitted = document.omits_html and repair.tag in ELEMENTS
        if repair.kind == "unclosed":
            written = document.once(text_tags).get(repair.span)
            if _is_closed_in_code(document, repair):
                continue
            if written is not None:
                yield written.problem
            elif not is_omitted:
                yield _unclosed(document, repair)
        elif repair.other is not None and not is_omitted:
            if repair.kind == "mismatched":
                yield _mismatched(document, repair, repair.other)
            elif repair.kind == "repeated":
                yield _repeated(repair, repair.other)


def _unclosed(document: Document, repair: Repair) -> Problem:
    """Report an element without an end tag, and what closed it."""
    if not (repair.tag in ELEMENTS or "-" in repair.tag or repair.foreign):
        return _placeholder(document, repair.span)
    end_tag = f"</{repair.tag}>"
    message = f"`<{repair.tag}>` is not closed; add `{end_tag}`"
    if "-" in repair.tag and not repair.foreign and not document.is_html:
        message += ", or escape `<` as `&lt;` if it is text"
        first = Span(repair.span.start, repair.span.start + 1)
        return Problem(repair.span, message, replace(first, "&lt;", *_ESCAPE))
    if repair.other is None:
        return Problem(repair.span, message)
    closer = written_tag(document, repair.other)
    if closer is None:
        return _unclosed_in_block(document, repair)
    if repair.opened is not None:
        return _around_block(repair, repair.other, repair.opened, closer)
    message, fix = _closed_by(document, repair.tag, repair.other, closer)
    by = RelatedSpan(repair.other, f"closed by this `{closer}`")
    return Problem(repair.span, message, fix, (by,))


def _unclosed_in_block(document: Document, repair: Repair) -> Problem:
    """Report an element that the end of a block of Markdown closes."""
    block = block_name(repair.other_tag)
    message = f"`<{repair.tag}>` is not closed in this {block}; add `</{repair.tag}>`"
    related = () if repair.opened is None else (RelatedSpan(repair.opened, _ELSEWHERE),)
    # Browsers open an element such as `<b>` again in the next block.
    is_reopened = repair.opened is not None and repair.tag in FORMATTING
    at_most = if_tolerant(document) if is_reopened else None
    return Problem(repair.span, message, related=related, at_most=at_most)


def _is_closed_in_code(document: Document, repair: Repair) -> bool:
    """Whether the end tag is displayed as code because of its indentation in Markdown.

    `markdown/indented-html` reports the start of that code.
    """
    if document.is_html or not document.generator.dialect.indented_html_is_code:
        return False
    ends = re.finditer(
        rf"^(?: {{4,}}|\t)[ \t]*</{re.escape(repair.tag)}>", document.text, re.MULTILINE
    )
    return any(end.start() > repair.span.end and document.is_code(end.end() - 1) for end in ends)


def _mismatched(document: Document, repair: Repair, end: Span) -> Problem:
    """Report a start tag that is closed by an end tag with another name."""
    closer = f"</{repair.other_tag}>"
    message = f"`<{repair.tag}>` is closed by `{closer}`; use the same name in both tags"
    name = Span(end.start + 2, end.start + 2 + len(repair.other_tag or ""))
    fix = replace(name, repair.tag, f"replace with `</{repair.tag}>`", "unsafe")
    return Problem(repair.span, message, fix, (RelatedSpan(end, f"closed by this `{closer}`"),))


def _repeated(repair: Repair, first: Span) -> Problem:
    """Report a start tag that was meant as the end tag of the one before."""
    tag, end_tag = f"<{repair.tag}>", f"</{repair.tag}>"
    message = f"`{tag}` is followed by another `{tag}`; use `{end_tag}`"
    fix = replace(repair.span, end_tag, f"replace with `{end_tag}`", "unsafe")
    return Problem(repair.span, message, fix, (RelatedSpan(first, f"`{tag}` opened here"),))


def _closed_by(document: Document, tag: str, by: Span, closer: str) -> tuple[str, Fix | None]:
    """The message and fix for an element that another tag in the source closes."""
    end_tag = f"</{tag}>"
    if tag in HEADINGS and closer[2:-1] in HEADINGS:
        return f"`<{tag}>` is closed by `{closer}`; use `{end_tag}`", None
    fix = None
    if is_end_tag(document, by):
        fix = insert(by.start, end_tag, f"add `{end_tag}` before `{closer}`", "unsafe")
    if closer == end_tag:
        reason = f"`{closer}` closes the outer `<{tag}>`"
        return f"`<{tag}>` is not closed: {reason}; add `{end_tag}`", fix
    return f"`<{tag}>` is not closed before `{closer}`; add `{end_tag}`", fix


def _around_block(repair: Repair, block: Span, end: Span, closer: str) -> Problem:
    """Report an inline element with a block inside, in a paragraph."""
    message = f"`{closer}` inside `<{repair.tag}>` ends the paragraph around both"
    remedy = f"use inline content or put `<{repair.tag}>` in a `<div>`"
    related = RelatedSpan(block, f"`{closer}` is here"), RelatedSpan(end, "end tag is here")
    return Problem(repair.span, f"{message}; {remedy}", related=related)


def _placeholder(document: Document, span: Span) -> Problem:
    """Report words in angle brackets that are usually meant as text."""
    tag = quoted(document, span)
    message = f"unknown element `{tag}` is not displayed; escape `<` as `&lt;` if it is text"
    fix = replace(Span(span.start, span.start + 1), "&lt;", *_ESCAPE)
    return Problem(span, message, fix)

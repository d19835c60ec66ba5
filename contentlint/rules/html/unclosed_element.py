"""An element is opened and its end tag is missing.

The browser closes it somewhere else: a forgotten `</em>` or `</a>` runs on to the end of the
article, a forgotten `</div>` swallows what the theme puts below it. End tags that the standard
lets you leave out (`</p>`, `</li>`, `</td>` and others) are never missed.

Add the end tag where the element was meant to end.

Fix safety: only where another end tag closes the element, and unsafe, since the end tag may
belong earlier than that.
"""

from contentlint.markup.standard import ELEMENTS, HEADINGS
from contentlint.rule import (
    Document,
    Fix,
    Note,
    Problem,
    Problems,
    Span,
    bad,
    good,
    insert,
    replace,
    rule,
)
from contentlint.rules.html._tags import block_name, is_end_tag, quoted, written_tag

EXAMPLES = [
    good("<p>A <em>short</em> walk.<p>And a long one."),
    good("<ul><li>ferry<li>tram</ul>"),
    good(
        "<p>Ferry *12*.</p>\n\n<details><summary>More</summary>\n\nText\n\n</details>", path="a.md"
    ),
    good("<Aside>A component of the theme.</Aside>", path="a.md"),
    good("Run `<b>` and:\n\n```html\n<div>\n```\n", path="a.md"),
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
        "{% if a %}<p>The ⟦<em>⟧ferry</p>{% endif %}",
        "`<em>` is not closed before `</p>`; add `</em>`",
        fixed="{% if a %}<p>The <em>ferry</em></p>{% endif %}",
    ),
    bad("{% for a in b %}⟦<div>⟧{% endfor %}low", "`<div>` is never closed; add `</div>`"),
    bad("⟦<div>⟧<p>The ferry is late.</p>", "`<div>` is never closed; add `</div>`"),
    bad(
        "<p>The ⟦<em>⟧ferry is late.</p>",
        "`<em>` is not closed before `</p>`; add `</em>`",
        fixed="<p>The <em>ferry is late.</em></p>",
    ),
    good('<p><a href="/a">Ferry <a href="/b">Tram</a></p>'),
    bad("<div>⟦<h2>⟧渡轮</h3></div>", "`<h2>` is closed by `</h3>`; write `</h2>`"),
    bad(
        "The ⟦<em>⟧ferry is late.\n\nThe tram is not.\n",
        "`<em>` is not closed in its paragraph; add `</em>`",
        path="a.md",
    ),
    bad(
        "Run `ferry` with ⟦<port>⟧ and go.\n",
        "`<port>` is no HTML element and is not shown; write `&lt;port>` where it is text",
        fixed="Run `ferry` with &lt;port> and go.\n",
        path="a.md",
    ),
    bad(
        "The tag ⟦<web-app>⟧ is the root.\n",
        "`<web-app>` is never closed; add `</web-app>`, or write `&lt;` for text",
        path="a.md",
    ),
    bad(
        "⟦<details>⟧\n<summary>More</summary>\n\nText 👍\r\n",
        "`<details>` is never closed; add `</details>`",
        path="a.md",
    ),
]


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/syntax.html#end-tags",
)
def check(document: Document) -> Problems:
    for repair in document.repairs:
        if repair.kind != "unclosed":
            continue
        if not (repair.tag in ELEMENTS or "-" in repair.tag or repair.foreign):
            yield _placeholder(document, repair.span)
            continue
        end_tag = f"</{repair.tag}>"
        if "-" in repair.tag and not repair.foreign and not document.is_html:
            message = f"`<{repair.tag}>` is never closed; add `{end_tag}`, or write `&lt;` for text"
            yield Problem(repair.span, message)
            continue
        closer = written_tag(document, repair.other)
        if repair.other is None:
            yield Problem(repair.span, f"`<{repair.tag}>` is never closed; add `{end_tag}`")
        elif closer is None:
            block = block_name(repair.other_tag)
            message = f"`<{repair.tag}>` is not closed in its {block}; add `{end_tag}`"
            yield Problem(repair.span, message)
        else:
            message, fix = _closed_by(document, repair.tag, repair.other, closer)
            yield Problem(repair.span, message, fix, (Note(repair.other, f"`{closer}` here"),))


def _closed_by(document: Document, tag: str, by: Span, closer: str) -> tuple[str, Fix | None]:
    """What to say of an element that another tag of the author's closes, and what to do."""
    end_tag = f"</{tag}>"
    if tag in HEADINGS and closer[2:-1] in HEADINGS:
        return f"`<{tag}>` is closed by `{closer}`; write `{end_tag}`", None
    fix = None
    if is_end_tag(document, by):
        fix = insert(by.start, end_tag, f"add `{end_tag}` before `{closer}`", "unsafe")
    return f"`<{tag}>` is not closed before `{closer}`; add `{end_tag}`", fix


def _placeholder(document: Document, span: Span) -> Problem:
    """Words in angle brackets, most often meant as text."""
    tag = quoted(document, span)
    message = f"`{tag}` is no HTML element and is not shown; write `&lt;{tag[1:]}` where it is text"
    fix = replace(Span(span.start, span.start + 1), "&lt;", "write `&lt;`", "unsafe")
    return Problem(span, message, fix)

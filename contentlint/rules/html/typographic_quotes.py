"""An attribute value is in typographic quotes.

HTML knows only `"` and `'`. Any other quote is part of the value, which ends at the first space: a
link with `href=“/low”` does not work, and of `alt=“Low tide”` only `“Low` is left. Editors and
word processors replace quotes this way.

Use straight quotes.

Fix safety: unsafe if the value contains spaces.
"""

from contentlint.rule import (
    Document,
    Fix,
    Problem,
    Problems,
    Safety,
    Span,
    bad,
    cut,
    good,
    lazy,
    replace,
    rule,
)

EXAMPLES = [
    good('<a href="/a" title="“low”">tide</a> <b title=low>“潮”</b>'),
    good('`<a href=“/a”>` and <b title="“">low</b>\n', path="a.md"),
    bad(
        "<a ⟦href=“/a”⟧>潮 👍</a>\r\n",
        "`href=“/a”` has typographic quotes; use straight quotes",
        fixed='<a href="/a">潮 👍</a>\r\n',
    ),
    bad(
        "Low <a ⟦href=’/a’⟧ class=b>tide</a>\n",
        "`href=’/a’` has typographic quotes; use straight quotes",
        fixed='Low <a href="/a" class=b>tide</a>\n',
        path="a.md",
    ),
    bad(
        "<img src=/a.png ⟦alt=“Low tide”⟧>",
        "`alt=“Low tide”` has typographic quotes; use straight quotes",
        fixed='<img src=/a.png alt="Low tide">',
    ),
    bad(
        "<b ⟦id=&quot;low&quot;⟧>tide</b>",
        "`id=&quot;low&quot;` has typographic quotes; use straight quotes",
        fixed='<b id="low">tide</b>',
    ),
    bad("<b ⟦title=„low⟧>tide</b>", "`title=„low` has typographic quotes; use straight quotes"),
]

_HINT = lazy(r"=\s*(?:[“”„‟‘’‚«»「」＂″]|&(?:quot|[lrb]dquo|[lr]squo|#34|#822[01]);)")
_QUOTED = lazy(
    r"(?P<open>[“”„‟‘’‚«»「」＂″]|&(?:quot|[lrb]dquo|[lr]squo|#34|#822[01]);)"
    r"(?P<value>[^<>\"“”„‟‘’‚«»「」＂″&]*)"
    r"(?P<close>[“”„‟‘’‚«»「」＂″]|&(?:quot|[lrb]dquo|[lr]squo|#34|#822[01]);)(?=[\s/>])"
)


@rule(
    severity="error",
    preset="recommended",
    since="0.2",
    standard="https://html.spec.whatwg.org/multipage/syntax.html#attributes-2",
)
def check(document: Document) -> Problems:
    if document.is_jsx or not _HINT.search(document.text, document.body.start):
        return
    for element in document.elements():
        if not element.authored or not _HINT.search(document.text, *element.span):
            continue
        for attribute in element.attributes:
            start = attribute.value_span.start
            if attribute.value is None or attribute.templated or _is_quoted(document, start):
                continue
            if not _HINT.match(document.text, _before(document.text, start)):
                continue
            found = _QUOTED.match(document.text, start, element.span.end)
            span = Span(attribute.span.start, found.end() if found else attribute.span.end)
            fix = _straight(Span(*found.span()), found["value"]) if found else None
            written = cut(document.text[span.start : span.end].replace("`", "'"))
            message = f"`{written}` has typographic quotes; use straight quotes"
            yield Problem(span, message, fix)


def _is_quoted(document: Document, start: int) -> bool:
    return document.text[start - 1 : start] in ('"', "'")


def _before(text: str, start: int) -> int:
    """The offset of the `=` before a value."""
    return max(text.rfind("=", 0, start), 0)


def _straight(span: Span, value: str) -> Fix:
    safety: Safety = "unsafe" if any(map(str.isspace, value)) or not value else "safe"
    return replace(span, f'"{value}"', "use straight quotes", safety)

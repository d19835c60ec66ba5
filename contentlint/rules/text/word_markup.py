"""Markup that a word processor wrote for itself stands in the article.

`mso-` styles, `MsoNormal` classes and `<o:p>` tags mean nothing to browsers. They came along with a
copied text, mostly with fonts and sizes that fight the theme. Paste the text alone.

Fix safety: taking `mso-` declarations out of a `style` is safe; a class may have a style in the
theme, so taking it out is unsafe.
"""

from contentlint.rule import (
    Attribute,
    Document,
    Problem,
    Problems,
    Span,
    bad,
    delete,
    good,
    lazy,
    replace,
    rule,
)

EXAMPLES = [
    good('<p class="mason" style="color: red">mso-潮 MsoNormal</p>'),
    good("`<p class=MsoNormal>`\n", path="a.md"),
    bad(
        "<p⟦ class=MsoNormal⟧>潮 👍</p>\r\n",
        "`MsoNormal` is a word processor's class; remove it",
        fixed="<p>潮 👍</p>\r\n",
    ),
    bad(
        '<i ⟦style="mso-a: b; color: red; mso-c:d"⟧>low</i><b⟦ style="mso-a:b"⟧>tide</b>\n',
        "`mso-` styles are a word processor's; remove them",
        "`mso-` styles are a word processor's; remove them",
        fixed='<i style="color: red">low</i><b>tide</b>\n',
        path="a.md",
    ),
    bad("<p>low⟦<o:p>⟧</o:p></p>", "`<o:p>` is a word processor's tag; remove it"),
]

_DECLARATION = lazy(r"[^;\s][^;]*")
_MSO_CLASS = lazy(r"(?<!\S)Mso[A-Z]\w*")


@rule(severity="info", preset="strict", since="0.1")
def check(document: Document) -> Problems:
    text = document.text
    if "mso-" not in text and "Mso" not in text and "<o:" not in text:
        return
    for element in document.elements():
        if not element.authored:
            continue
        if element.tag.startswith("o:"):
            message = f"`<{element.tag}>` is a word processor's tag; remove it"
            yield Problem(element.span, message)
        for attribute in element.attributes:
            if attribute.templated or not attribute.value:
                continue
            if attribute.name == "class" and (match := _MSO_CLASS.search(attribute.value)):
                yield _of_class(document, attribute, match[0])
            elif attribute.name == "style" and "mso-" in attribute.value:
                yield _of_style(document, attribute)


def _of_class(document: Document, attribute: Attribute, name: str) -> Problem:
    message = f"`{name}` is a word processor's class; remove it"
    if (attribute.value or "").split() != [name]:
        return Problem(attribute.span, message)
    span = _with_space(document, attribute.span)
    return Problem(span, message, delete(span, safety="unsafe"))


def _of_style(document: Document, attribute: Attribute) -> Problem:
    message = "`mso-` styles are a word processor's; remove them"
    raw = document.text[attribute.value_span.start : attribute.value_span.end]
    if "&" in raw or '"' in raw or "'" in raw or "(" in raw:
        return Problem(attribute.span, message)  # a `;` in it may end no declaration
    start = attribute.value_span.start
    kept, gone = [], []
    for match in _DECLARATION.finditer(raw):
        if match[0].lower().startswith("mso-"):
            gone.append(Span(start + match.start(), start + match.end()))
        else:
            kept.append(match[0].rstrip())
    if kept:
        fix = replace(attribute.value_span, "; ".join(kept), "remove them", names=tuple(gone))
        return Problem(attribute.span, message, fix)
    span = _with_space(document, attribute.span)
    return Problem(span, message, delete(span, "remove them", names=(attribute.span,)))


def _with_space(document: Document, span: Span) -> Span:
    """A range with the white space before it."""
    return Span(len(document.text[: span.start].rstrip()), span.end)

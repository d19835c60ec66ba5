"""The article contains markup that a word processor generated.

Browsers ignore `mso-` styles, `MsoNormal` classes and `<o:p>` tags. They come with copied text,
often together with fonts and sizes that conflict with the theme. Remove them, or paste as plain
text.

Fix safety: safe for `mso-` declarations in a `style` attribute; unsafe for a class, because the
theme may define a style for it.
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
        "word processor class: `MsoNormal`; remove it",
        fixed="<p>潮 👍</p>\r\n",
    ),
    bad(
        '<i ⟦style="mso-a: b; color: red; mso-c:d"⟧>low</i><b⟦ style="mso-a:b"⟧>tide</b>\n',
        "word processor styles: `mso-`; remove them",
        "word processor styles: `mso-`; remove them",
        fixed='<i style="color: red">low</i><b>tide</b>\n',
        path="a.md",
    ),
    bad("<p>low⟦<o:p>⟧</o:p></p>", "word processor tag: `<o:p>`; remove it"),
]

_DECLARATION = lazy(r"[^;\s][^;]*")
_MSO_CLASS = lazy(r"(?<!\S)Mso[A-Z]\w*")


@rule(severity="info", preset="strict", since="0.1", when="text:mso- or text:Mso or text:<o:")
def check(document: Document) -> Problems:
    text = document.text
    if "mso-" not in text and "Mso" not in text and "<o:" not in text:
        return
    for element in document.elements():
        if not element.authored:
            continue
        if element.tag.startswith("o:"):
            message = f"word processor tag: `<{element.tag}>`; remove it"
            yield Problem(element.span, message)
        for attribute in element.attributes:
            if attribute.templated or not attribute.value:
                continue
            if attribute.name == "class" and (match := _MSO_CLASS.search(attribute.value)):
                yield _class_problem(document, attribute, match[0])
            elif attribute.name == "style" and "mso-" in attribute.value:
                yield _style_problem(document, attribute)


def _class_problem(document: Document, attribute: Attribute, name: str) -> Problem:
    message = f"word processor class: `{name}`; remove it"
    if (attribute.value or "").split() != [name]:
        return Problem(attribute.span, message)
    span = _with_space(document, attribute.span)
    return Problem(span, message, delete(span, "remove the class", "unsafe"))


def _style_problem(document: Document, attribute: Attribute) -> Problem:
    message = "word processor styles: `mso-`; remove them"
    raw = document.text[attribute.value_span.start : attribute.value_span.end]
    if "&" in raw or '"' in raw or "'" in raw or "(" in raw:
        return Problem(attribute.span, message)  # a `;` in it may not end a declaration
    start = attribute.value_span.start
    kept, removed = [], []
    for match in _DECLARATION.finditer(raw):
        if match[0].lower().startswith("mso-"):
            removed.append(Span(start + match.start(), start + match.end()))
        else:
            kept.append(match[0].rstrip())
    if kept:
        fix = replace(
            attribute.value_span, "; ".join(kept), "remove the `mso-` styles", names=tuple(removed)
        )
        return Problem(attribute.span, message, fix)
    span = _with_space(document, attribute.span)
    return Problem(span, message, delete(span, "remove the `mso-` styles", names=(attribute.span,)))


def _with_space(document: Document, span: Span) -> Span:
    """A span extended by the white space before it."""
    return Span(len(document.text[: span.start].rstrip()), span.end)

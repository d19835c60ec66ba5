"""An attribute value is not allowed by the HTML standard.

The `width` and `height` of an image or frame must be integers, in pixels. Browsers read `300px` as
300 but treat `50%` inconsistently, and cannot reserve the right space before the image has loaded.
For `target`, the only keywords that start with `_` are `_blank`, `_self`, `_parent` and `_top`.

Write the size as an integer, or use CSS. Use one of the four keywords as the target, or a name that
does not start with `_`.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, lazy, rule

EXAMPLES = [
    good('<img src="a.png" alt="" width="300" height="200"><a href="/a" target="_blank">a</a>'),
    good(
        '<img src="a.png" alt="" width="{{ width }}" :height="h"><a href="/a" target="tide">a</a>'
    ),
    good('<table width="50%"><tr><td>low</table><svg width="50%"></svg>'),
    bad(
        '<img src="a.png" alt="" ⟦width="50%"⟧ ⟦height=200px⟧>',
        "`width` is not an integer: `50%`; use a number of pixels or CSS",
        "`height` is not an integer: `200px`; use a number of pixels or CSS",
    ),
    bad(
        '👍 <a href="/潮" ⟦target="_new"⟧>low</a>\r\n',
        "unknown `target` keyword `_new`; use `_blank`, `_self`, `_parent` or `_top`",
        path="a.md",
    ),
]

_SIZED = ("img", "iframe", "video", "canvas", "embed", "object", "source")
_TARGETS = frozenset({"_blank", "_self", "_parent", "_top"})
_NUMBER = lazy(r"\d+")


@rule(
    severity="warning",
    preset="strict",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/embedded-content-other.html#dimension-attributes",
)
def check(document: Document) -> Problems:
    for element in document.elements(*_SIZED):
        for name in ("width", "height") if element.authored else ():
            attribute = element.get(name)
            if attribute is None or attribute.templated:
                continue
            value = attribute.value or ""
            if not _NUMBER.fullmatch(value):
                message = (
                    f"`{name}` is not an integer: `{cut(value)}`; use a number of pixels or CSS"
                )
                yield Problem(attribute.span, message)
    for element in document.elements("a", "form", "area"):
        attribute = element.get("target")
        if attribute is None or attribute.templated:
            continue
        value = attribute.value or ""
        if value.startswith("_") and value.lower() not in _TARGETS:
            message = (
                f"unknown `target` keyword `{cut(value)}`; "
                "use `_blank`, `_self`, `_parent` or `_top`"
            )
            yield Problem(attribute.span, message)

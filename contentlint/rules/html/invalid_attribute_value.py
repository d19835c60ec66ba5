"""An attribute has a value that the standard does not allow.

`width` and `height` of a picture or frame are numbers of pixels: browsers read `50%` as they like
and `300px` as 300, and keep no room for the picture before it has come. `target` knows four names
that begin with `_`.
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
        "`width` is `50%`; write a number of pixels, or use CSS",
        "`height` is `200px`; write a number of pixels, or use CSS",
    ),
    bad(
        '👍 <a href="/潮" ⟦target="_new"⟧>low</a>\r\n',
        "`target` is `_new`; write `_blank`, `_self`, `_parent` or `_top`",
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
                message = f"`{name}` is `{cut(value)}`; write a number of pixels, or use CSS"
                yield Problem(attribute.span, message)
    for element in document.elements("a", "form", "area"):
        attribute = element.get("target")
        if attribute is None or attribute.templated:
            continue
        value = attribute.value or ""
        if value.startswith("_") and value.lower() not in _TARGETS:
            message = f"`target` is `{cut(value)}`; write `_blank`, `_self`, `_parent` or `_top`"
            yield Problem(attribute.span, message)

"""An attribute is obsolete on its element.

The HTML standard no longer allows the attribute there, and browsers may stop supporting it.

Replace presentational attributes such as `align` with CSS, and `name` on a link with `id`.
"""

from contentlint.markup.standard import OBSOLETE_ATTRIBUTES
from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good('<img src="a.png" alt="" width="3"><input name="a"><p style="text-align: center">low</p>'),
    good('<p align="center">low</p>', allowed_attributes=("align",)),
    good('<p :align="x" data-align="y">low</p>'),
    bad('<p ⟦align="center"⟧>潮</p>', "`align` is obsolete on `<p>`; use CSS"),
    bad('👍 <a ⟦name="low"⟧></a>\r\n', "`name` is obsolete on `<a>`; use `id`", path="a.md"),
]

_REPLACEMENTS = {
    "name": "`id`",
    "longdesc": "a link",
    "summary": "`<caption>`",
    "language": "`type`",
}


@rule(
    severity="info",
    preset="strict",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/obsolete.html#non-conforming-features",
)
def check(document: Document, *, allowed_attributes: tuple[str, ...] = ()) -> Problems:
    """
    Args:
        allowed_attributes: names of obsolete attributes to allow.
    """
    names = document.markup.attribute_names & OBSOLETE_ATTRIBUTES.keys() - set(allowed_attributes)
    for name in sorted(names):
        for element in document.elements_with(name):
            attribute = element.get(name)
            if not element.authored or element.tag not in OBSOLETE_ATTRIBUTES[name]:
                continue
            replacement = _REPLACEMENTS.get(name, "CSS")
            message = f"`{name}` is obsolete on `<{element.tag}>`; use {replacement}"
            if attribute is not None:
                yield Problem(attribute.span, message)

"""An attribute is obsolete on its element.

Most of them say how something looks, which is the work of CSS; `name` on a link is an `id`.
"""

from contentlint.markup.standard import OBSOLETE_ATTRIBUTES
from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good('<img src="a.png" alt="" width="3"><input name="a"><p style="text-align: center">low</p>'),
    good('<p align="center">low</p>', allow=("align",)),
    good('<p :align="x" data-align="y">low</p>'),
    bad('<p ⟦align="center"⟧>潮</p>', "`align` is obsolete on `<p>`; use CSS"),
    bad('👍 <a ⟦name="low"⟧></a>\r\n', "`name` is obsolete on `<a>`; use `id`", path="a.md"),
]

_INSTEAD = {"name": "`id`", "longdesc": "a link", "summary": "`<caption>`", "language": "`type`"}


@rule(
    severity="info",
    preset="strict",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/obsolete.html#non-conforming-features",
)
def check(document: Document, *, allow: tuple[str, ...] = ()) -> Problems:
    """
    Args:
        allow: attributes that may be used all the same.
    """
    names = document.markup.attribute_names & OBSOLETE_ATTRIBUTES.keys() - set(allow)
    for name in sorted(names):
        for element in document.elements_with(name):
            attribute = element.get(name)
            if not element.authored or element.tag not in OBSOLETE_ATTRIBUTES[name]:
                continue
            instead = _INSTEAD.get(name, "CSS")
            message = f"`{name}` is obsolete on `<{element.tag}>`; use {instead}"
            if attribute is not None:
                yield Problem(attribute.span, message)

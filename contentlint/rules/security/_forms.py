"""Where forms submit what readers enter."""

from collections.abc import Iterator

from contentlint.rule import Attribute, Document


def form_targets(document: Document) -> Iterator[tuple[Attribute, str]]:
    """The attributes that name the target of a form, each with the URL.

    Empty and templated attributes are skipped.
    """
    if "form" not in document.markup.tags:
        return
    for element in document.elements("form", "button", "input"):
        attribute = element.get("action" if element.tag == "form" else "formaction")
        if attribute is not None and not attribute.templated and attribute.value:
            yield attribute, attribute.value

"""Where forms send what readers write."""

from collections.abc import Iterator

from contentlint.rule import Attribute, Document


def targets(document: Document) -> Iterator[tuple[Attribute, str]]:
    """The attributes that name an address for a form, each with the address.

    Empty and templated ones are left out.
    """
    if "form" not in document.markup.tags:
        return
    for element in document.elements("form", "button", "input"):
        attribute = element.get("action" if element.tag == "form" else "formaction")
        if attribute is not None and not attribute.templated and attribute.value:
            yield attribute, attribute.value

"""Which images need no credit."""

from contentlint.rule import Image, lazy

# Status badges, and the largest width or height of an icon in pixels.
_BADGE = lazy(r"(?:https?:)?//(?:[^/]*(?:shields\.io|badge)|[^?#]*/badges?[./])")
_MAX_ICON = 48


def needs_no_credit(image: Image) -> bool:
    """Whether an image is an icon, a badge, an SVG file or a data URI."""
    url = image.url.lower()
    if not url or url.startswith("data:") or url.split("?")[0].endswith(".svg"):
        return True
    if _BADGE.match(url):
        return True
    element = image.element
    sizes = () if element is None else (element.value("width"), element.value("height"))
    return any(size.isdigit() and len(size) < 6 and int(size) <= _MAX_ICON for size in sizes)

"""Faults in URLs of images and pages that can be found without network access."""

from urllib.parse import urlsplit

from contentlint.core.patterns import lazy

_TEMPLATE = lazy(r"\{\{|\{%|<%|\$\{|\}\}|\ue000")
_SCHEME = lazy(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = lazy(r"(?:[^/?#@]*@)?(?:\[[0-9A-Fa-f:.]+\]|[^/?#:\s]+)(?::\d+)?(?:[/?#]|$)")
_SCRIPTS = frozenset({"about", "javascript", "vbscript"})
_DRIVE = lazy(r"[A-Za-z]:[\\/]")
_CONTROL = lazy(r"[\x00-\x1f\x7f]")


def is_templated(value: str) -> bool:
    """Whether a value contains template syntax, so that the final value is not known."""
    return _TEMPLATE.search(value) is not None


def host(value: str) -> str | None:
    """The host of a URL in lower case; None if it has none."""
    try:
        return urlsplit(value.strip()).hostname
    except ValueError:
        return None


def url_fault(value: str, schemes: tuple[str, ...] = ("http", "https")) -> str | None:
    """What is wrong with a URL, as text that follows the URL; None if it is valid.

    Args:
        value: an absolute, protocol-relative or relative URL.
        schemes: the allowed schemes.
    """
    if is_templated(value):
        return None
    if value != value.strip():
        return "has leading or trailing spaces; remove them"
    if " " in value and (value.startswith("/") or _SCHEME.match(value)):
        return "contains a space; use `%20`"
    if _CONTROL.search(value):
        return "contains a control character; remove it"
    if _DRIVE.match(value) or value.lower().startswith("file:"):
        return "is a local file path, which readers cannot open; use a URL"
    if "\\" in value:
        return "contains a backslash; use `/`"
    scheme = _SCHEME.match(value)
    if scheme is None:
        return None if not value.startswith("//") or _HOST.match(value, 2) else "has no host"
    name = scheme[1].lower()
    if name not in schemes:
        # `mdi:home` is an icon name in some themes; report only what looks like a URL.
        is_url = value.startswith("//", scheme.end()) or name in _SCRIPTS
        return f"has the unsupported scheme `{scheme[0]}`; use `https://`" if is_url else None
    if name in ("http", "https"):
        rest = value[scheme.end() :]
        if not rest.startswith("//"):
            return f"is missing `//` after `{scheme[0]}`"
        if not _HOST.match(rest, 2):
            return "has no host"
    return None

"""Addresses of pictures and pages: what is wrong with them, without asking any network."""

import re
from urllib.parse import urlsplit

from contentlint.core.patterns import lazy

_TEMPLATE = lazy(r"\{\{|\{%|<%|\$\{|\}\}|\ue000")
_SCHEME = lazy(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = lazy(r"(?:[^/?#@]*@)?(?:\[[0-9A-Fa-f:.]+\]|[^/?#:\s]+)(?::\d+)?(?:[/?#]|$)")
_SCRIPTS = frozenset({"about", "javascript", "vbscript"})
_CONTROL = lazy(r"[\x00-\x1f\x7f]")


def is_templated(value: str) -> bool:
    """Whether a generator fills in a part of a value, so that it is not known."""
    return _TEMPLATE.search(value) is not None


def host(value: str) -> str | None:
    """The host of an address in lower case; None where it has none."""
    try:
        return urlsplit(value.strip()).hostname
    except ValueError:
        return None


def url_fault(value: str, schemes: tuple[str, ...] = ("http", "https")) -> str | None:
    """What is wrong with an address, in words that follow the address; None where nothing is.

    Args:
        value: an absolute, protocol-relative or relative address.
        schemes: which schemes it may have.
    """
    if is_templated(value):
        return None
    if value != value.strip():
        return "has spaces around it; remove them"
    if " " in value and (value.startswith("/") or _SCHEME.match(value)):
        return "has a space in it; write `%20`"
    if _CONTROL.search(value):
        return "has a control character in it; remove it"
    if re.match(r"[A-Za-z]:[\\/]", value) or value.lower().startswith("file:"):
        return "is a file on one computer; no reader can fetch it"
    if "\\" in value:
        return "has a backslash in it; write `/`"
    scheme = _SCHEME.match(value)
    if scheme is None:
        return None if not value.startswith("//") or _HOST.match(value, 2) else "names no host"
    name = scheme[1].lower()
    if name not in schemes:
        # `mdi:home` is the name of an icon to a theme; only what looks like an address is one.
        is_url = value.startswith("//", scheme.end()) or name in _SCRIPTS
        return f"has the scheme `{scheme[0]}`; write `https://`" if is_url else None
    if name in ("http", "https"):
        rest = value[scheme.end() :]
        if not rest.startswith("//"):
            return f"lacks `//` behind `{scheme[0]}`"
        if not _HOST.match(rest, 2):
            return "names no host"
    return None

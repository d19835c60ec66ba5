"""The anchors of a remote page."""

from collections.abc import Collection
from urllib.parse import unquote

# Prefixes that scripts of a page add to the fragment before they look for it.
_PREFIXES = ("", "user-content-")


def found(html: str, fragments: Collection[str]) -> dict[str, bool] | None:
    """Which fragments a page has.

    Args:
        html: the text of the page.
        fragments: as in URLs, without `#`.

    Returns:
        None if the page has no ids at all: a script writes it.
    """
    import turbohtml

    if not fragments:
        return {}
    tree = turbohtml.parse(html)
    names = {node.attr("id") or "" for node in tree.select("body [id]")}
    if not names - {""}:
        return None
    names |= {node.attr("name") or "" for node in tree.select("a[name]")}
    return {fragment: _is_among(fragment, names) for fragment in fragments}


def _is_among(fragment: str, names: set[str]) -> bool:
    texts = {fragment, unquote(fragment, errors="replace")}
    return any(f"{prefix}{text}" in names for prefix in _PREFIXES for text in texts)

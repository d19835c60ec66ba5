"""Character references as in `html`, which imports the table of all their names at once."""


def unescape(text: str) -> str:
    """As `html.unescape`; most texts have no reference."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def escape(text: str, quote: bool = True) -> str:
    """As `html.escape`."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#x27;") if quote else text

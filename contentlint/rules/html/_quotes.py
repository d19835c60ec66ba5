"""The fix for values in typographic quotes, or in character references for quotes."""

from contentlint.rule import Document, Fix, Safety, Span, lazy, replace

_QUOTED = lazy(
    r"(?P<open>[“”„‟‘’‚«»「」＂″]|&(?:quot|[lrb]dquo|[lr]squo|#34|#822[01]);)"
    r"(?P<value>[^<>\"“”„‟‘’‚«»「」＂″&]*)"
    r"(?P<close>[“”„‟‘’‚«»「」＂″]|&(?:quot|[lrb]dquo|[lr]squo|#34|#822[01]);)(?=[\s/>])"
)


def straight_quotes(document: Document, span: Span) -> Fix | None:
    """Replace the quotes of an attribute's value; unsafe if the value contains spaces.

    Args:
        document: the article.
        span: the attribute with its value.
    """
    equals = document.text.find("=", span.start, span.end)
    found = _QUOTED.search(document.text, equals + 1, span.end + 1) if equals >= 0 else None
    if found is None or document.text[equals + 1 : found.start()].strip():
        return None
    value = found["value"]
    safety: Safety = "unsafe" if any(map(str.isspace, value)) or not value else "safe"
    return replace(Span(*found.span()), f'"{value}"', "use straight quotes", safety)

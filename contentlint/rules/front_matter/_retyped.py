"""Unquoted YAML values that are not what they seem, and who parses them so."""

from contentlint.rule import Document, Fix, Retyped, replace


def parser(document: Document, value: Retyped) -> str | None:
    """Who parses a value so, as words that end a clause; None if that is not known."""
    generator = document.generator
    if generator.reading is not None and generator.reading.yaml is not None:
        return f" by {generator.title}"
    if not value.is_disputed:
        return ""
    if generator.is_known:
        return None
    return " by most generators" if value.kind in ("date", "time") else " by YAML 1.1 parsers"


def quoted(value: Retyped) -> Fix | None:
    """A fix that puts a value into quotes; None if it has both kinds of quotes."""
    quote = "'" if '"' in value.raw or "\\" in value.raw else '"'
    if quote in value.raw or "\n" in value.raw:
        return None
    return replace(value.span, f"{quote}{value.raw}{quote}", "quote the value")

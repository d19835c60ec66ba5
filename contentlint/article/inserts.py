"""What may add content to the page of an article: components, template tags, inserted files."""

from typing import TYPE_CHECKING

from contentlint.core.patterns import lazy
from contentlint.core.source import Characters

if TYPE_CHECKING:
    from contentlint.article.document import Document

_TAG_NAME = lazy(r"\{[{%]\{?[<%]?[-~+]?\s*/?([A-Za-z][\w./-]*)")
_COMPONENT = lazy(r"<([A-Z][\w.]*|[a-z]+-[\w-]+)")
_INSERTS = lazy(
    r"(?m)^import\s[^\n]*\.mdx?[\"']|--8<--|@include\b|\[!INCLUDE|\{include\}|^\.\. include::"
    r"|!\[\[|\{%-?\s*include\b|^:::? *include\b|@\[(?:code|content)|\{!"
)
_INSERT_HINTS = ("\nimport", "--8<--", "[!INCLUDE", "![[", "@[", "{!")
# What precedes the word "include" unless it is one of a sentence, and how far back it is searched.
_BEFORE_INCLUDE, _FAR = "@{%-.:!", 100


def inserts_of(document: "Document") -> list[str]:
    """The names of what may add content to the page."""
    text, start = document.text, document.body.start
    found = set()
    if "<" in text and not document.is_html:
        found.update(_COMPONENT.findall(text, start))
    for mask in document.markup.masks:
        if (tag := _TAG_NAME.match(text, *mask)) is not None:
            found.add(tag[1])
    if not document.generator.is_known and "\n: " in text:
        found.add("definition list")  # some generators give its terms ids
    for match in _INSERTS.finditer(text, start) if _may_insert(text, start) else ():
        found.add("import" if match[0].startswith("import") else _insert(match[0]))
    return sorted(found)[:60]


def _may_insert(text: str, start: int) -> bool:
    """Whether a text may have what inserts other files, for which every line is searched."""
    if text.startswith("import", start) or any(map(Characters(text).has_word, _INSERT_HINTS)):
        return True
    place = text.find("nclude")
    while place >= 0:
        before = text[max(0, place - _FAR) : max(0, place - 1)].rstrip()
        if not before or before[-1] in _BEFORE_INCLUDE:
            return True
        place = text.find("nclude", place + 1)
    return False


def _insert(written: str) -> str:
    return "--8<--" if written == "--8<--" else "embed" if written == "![[" else "include"

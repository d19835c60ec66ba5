"""A code block has no closing fence.

Most renderers then display the rest of the article as code, without headings, links and images;
kramdown and Python-Markdown display the fence and render the code as Markdown.

Add the closing fence: at least as many backticks or tildes as in the opening one.
"""

import re
from collections.abc import Iterator

from contentlint.rule import Document, Element, Problem, Problems, Site, Span, bad, good, lazy, rule

EXAMPLES = [
    good("```\nlow\n```\n\n~~~ sh\n```\n~~~\n\n    ```\n\n> ```\n> low\n> ```\n", path="a.md"),
    good("- low\n\n  ```\n  tide\n  ```\n", path="a.md"),
    good("````\n```\n````", path="a.md"),
    good("<pre>\n```\n</pre>"),
    good("```\nlow\n```\t\n\ntide\n", path="a.md"),
    good("export const low = `~~~js\nebb()\n~~~`\nexport const tide = 1\n", path="a.mdx"),
    bad(
        "export const low = 1\n\n⟦~~~js⟧\nebb()\n",
        "code block is not closed; add a closing fence of 3 tildes",
        path="a.mdx",
    ),
    bad(
        "Low\n\n⟦```sh⟧\ntide\n\n## Ebb 👍\n",
        "code block is not closed; add a closing fence of 3 backticks",
        path="a.md",
    ),
    bad(
        "⟦````⟧\r\ntide\r\n```\r\n",
        "code block is not closed; add a closing fence of 4 backticks",
        path="a.md",
        site=Site("jekyll"),
    ),
    bad(
        "Low\n\n⟦````⟧\ntide\n```\n",
        "code block is not closed; add a closing fence of 4 backticks",
        path="a.md",
    ),
    bad(
        "Low\n\n⟦```⟧\ntide\n``` `\n",
        "code block is not closed; add a closing fence of 3 backticks",
        path="a.md",
    ),
    bad(
        "> ⟦~~~⟧\n> tide\n\nLow\n",
        "code block is not closed; add a closing fence of 3 tildes",
        path="a.md",
    ),
]

_OPENING = lazy(r"(`{3,}|~{3,})[^\r\n]*")
_USUAL = lazy(r"\n```(?!`)([^\r\n]*)")
_FENCE = lazy(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})([^\r\n]*)")
# In MDX: a block that imports or exports. Its strings may contain fences.
_MODULE = lazy(r"^(?:import|export)\b[^\n]*(?:\n[^\S\n]*[^\s][^\n]*)*+", re.MULTILINE)
_CLOSING = lazy(r"[ \t>]*+(?:(?:[-*+]|\d+[.)])[ \t>]*+)?(`{3,}|~{3,})[ \t]*+\Z")


@rule(
    severity="warning",
    preset="recommended",
    since="0.2",
    when="markdown and text:``` or markdown and text:~~~",
)
def check(document: Document) -> Problems:
    if document.is_html or ("```" not in document.text and "~~~" not in document.text):
        return
    if not _may_be_open(document.text, document.body.start):
        return
    for block in document.elements("pre"):
        if block.authored:
            continue
        opening = _OPENING.match(document.text, block.span.start, block.span.end)
        if opening is None or document.markup.is_masked(Span(block.span.start, block.span.end)):
            continue
        if _is_indented(document, block) or _is_in_module(document, opening.start()):
            continue
        fence = opening[1]
        inside = document.text[opening.end() : block.span.end].splitlines()
        if any(_closes(line, fence) for line in inside):
            continue
        kind = "backticks" if fence[0] == "`" else "tildes"
        message = f"code block is not closed; add a closing fence of {len(fence)} {kind}"
        yield Problem(Span(opening.start(), opening.start() + len(opening[0].rstrip())), message)


def _may_be_open(text: str, start: int) -> bool:
    """Whether a fence is open at the end, without regard to quotes and lists."""
    if _are_in_pairs(text, start):
        return False
    fence = ""
    for match in _fences(text, start):
        if not fence:
            fence = match[1]
        elif match[1].startswith(fence) and not match[2].strip():
            fence = ""
    return fence != ""


def _are_in_pairs(text: str, start: int) -> bool:
    """Whether all fences are three backticks at a line start, and every second one closes."""
    fences = _USUAL.findall(text, start)
    return (
        len(fences) % 2 == 0
        and text.count("```", start) == len(fences)
        and not any(map(str.strip, fences[1::2]))
        and not ("~" in text and "~~~" in text)
    )


def _fences(text: str, start: int) -> Iterator[re.Match[str]]:
    """The lines that look like fences; only lines with such marks are examined."""
    marks = [mark for mark in ("```", "~~~") if mark[0] in text and mark in text]
    while found := [place for mark in marks if (place := text.find(mark, start)) >= 0]:
        first = min(found)
        match = _FENCE.match(text, text.rfind("\n", start, first) + 1 or start)
        if match is not None:
            yield match
        start = text.find("\n", first) + 1
        if not start:
            return


def _closes(line: str, fence: str) -> bool:
    """Whether a line closes a fence. Trailing tabs are allowed, though parsers differ on them."""
    found = _CLOSING.match(line)
    return found is not None and found[1].startswith(fence)


def _is_indented(document: Document, block: Element) -> bool:
    """Whether this is an indented code block that only contains a fence."""
    line_start = document.text.rfind("\n", 0, block.span.start) + 1
    margin = document.text[line_start : block.span.start].expandtabs(4).lstrip(">")
    is_in_item = any(parent.tag == "li" for parent in block.ancestors())
    return not is_in_item and margin.isspace() and len(margin) > 3


def _is_in_module(document: Document, place: int) -> bool:
    if not document.is_jsx:
        return False
    modules = document.once(_modules)
    return any(start < place < end for start, end in modules)


def _modules(document: Document) -> list[tuple[int, int]]:
    return [match.span() for match in _MODULE.finditer(document.text, document.body.start)]

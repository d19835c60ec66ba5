"""The text contains a control character.

It usually comes from a terminal, a word processor or a failed conversion. It is invisible, but XML
parsers and feed readers reject the whole page, search does not match the word, and YAML does not
allow it. Remove it.

U+0080 to U+009F are usually quotes, dashes and letters that were windows-1252 in another file: the
fix replaces them with these.

Fix safety: safe; unsafe if a character is replaced, because its encoding is a guess.
"""

import re

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    Span,
    bad,
    delete,
    good,
    lazy,
    replace,
    rule,
)
from contentlint.rules.file._mojibake import contains, garbled
from contentlint.rules.file._suspects import CONTROLS, expand_ranges, suspect_characters

EXAMPLES = [
    good("low\ttide\r\nhigh\ftide 👍 潮"),
    good("<p>â€\x9d is reported by `file/mojibake`</p>"),
    good("```ansi\n\x1b[31mlow\x1b[0m\n```\n", path="a.md"),
    good("export const low = `\\`\\`\\`ansi\n\x1b[31mlow\n\\`\\`\\``\n", path="a.mdx"),
    bad(
        "```sh\n⟦\x1b⟧[31mlow\n```\n",
        "control character: U+001B; remove it",
        fixed="```sh\n[31mlow\n```\n",
        path="a.md",
    ),
    bad(
        "<p>low⟦\x08⟧ tide</p>",
        "control character: U+0008; remove it",
        fixed="<p>low tide</p>",
    ),
    bad(
        "潮⟦\x00\x00⟧\r\n👍 ⟦\x93⟧tide⟦\x94⟧\r\n",
        "found 2 control characters: U+0000; remove them",
        "control character: U+0093, which is `“` in windows-1252; replace it",
        "control character: U+0094, which is `”` in windows-1252; replace it",
        fixed="潮\r\n👍 “tide”\r\n",
        path="a.md",
    ),
    bad(
        "<p>Mara⟦\x92⟧s tide⟦\x85\x94⟧ low⟦\x81⟧</p>",
        "control character: U+0092, which is `’` in windows-1252; replace it",
        "found 2 control characters: U+0085, U+0094, which are `…”` in windows-1252; replace them",
        "control character: U+0081; remove it",
        fixed="<p>Mara’s tide…” low</p>",
    ),
]

_CONTROL = lazy(f"[{CONTROLS}]+")
_ALL = expand_ranges(CONTROLS)
# Code in which escape characters color the output of a terminal; in MDX, also in a string.
_TERMINAL = lazy(r"(?:^[ \t>]*(?:`{3}|~{3})[`~]*+|\\`\\`\\`)[ \t]*ansi\b", re.MULTILINE)


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html"
    "#parse-error-control-character-in-input-stream",
    when="test:file/has_suspects",
)
def check(document: Document) -> Problems:
    if _ALL.isdisjoint(document.once(suspect_characters)):
        return
    fault = document.source.fault
    if fault is not None and fault.unreadable:
        return  # `file/encoding` reports that this is not text
    if not document.source.may_have_controls:
        return
    for match in _CONTROL.finditer(document.text):
        span = Span(*match.span())
        if contains(document.once(garbled), span.start):
            continue
        if match[0] == "\x1b" and _is_colored(document, span.start):
            continue
        codes = ", ".join(f"U+{ord(char):04X}" for char in dict.fromkeys(match[0]))
        number = len(match[0])
        what, it = ("control character", "it")
        if number > 1:
            what, it = (f"found {number} control characters", "them")
        meant = match[0].encode("latin-1", "ignore").decode("cp1252", "ignore")
        if meant.isprintable() and meant:
            are = "is" if number == 1 else "are"
            message = f"{what}: {codes}, which {are} `{meant}` in windows-1252; replace {it}"
            title = f"replace {codes} with `{meant}`"
            yield Problem(span, message, replace(span, meant, title, "unsafe"))
        else:
            message = f"{what}: {codes}; remove {it}"
            yield Problem(span, message, delete(span, f"remove {codes}"))


def _is_colored(document: Document, place: int) -> bool:
    fences = document.once(_terminal_fences)
    is_code = document.is_code(place) or document.is_jsx
    return bool(fences) and fences[0] < place and is_code


def _terminal_fences(document: Document) -> list[int]:
    return [match.start() for match in _TERMINAL.finditer(document.text)]

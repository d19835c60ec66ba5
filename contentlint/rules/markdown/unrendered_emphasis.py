"""Emphasis markers are displayed instead of emphasis.

Readers see the asterisks of `**low **tide`. A space inside the markers always prevents emphasis.
Most renderers also need white space or punctuation on the outer side of markers whose inner side is
punctuation, which Chinese, Japanese and Korean text usually lacks: `**“low”**tide`.

Move spaces and punctuation out of the emphasis.

Fix safety: unsafe, because asterisks may be intended.
"""

import re
from collections.abc import Iterator

from contentlint.rule import (
    MASK,
    Document,
    Edit,
    Fix,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    cut,
    good,
    lazy,
    rule,
)

_EM = "markdown_extensions:\n  - pymdownx.betterem\n"

EXAMPLES = [
    good("2 ** 3 ** 4, `**low**`, \\*\\*low\\*\\*\n\n    **code**\n", path="a.md"),
    good("Call f(*args, **kwargs) with **opts and **rest, or **/*.md and **/*.txt\n", path="a.md"),
    good("他说**“低潮”**的时候\n", path="a.md", site=Site("jekyll")),
    good("<p>**low **tide</p>"),
    good("潮**[low](/a)**`b`**低`c`**潮\n", path="a.md", site=Site("mkdocs", configuration=_EM)),
    bad(
        "潮⟦**“低潮”**⟧的 **`low`**潮\n",
        "emphasis `**“低潮”**` is not rendered; move the punctuation out of it",
        path="a.md",
        site=Site("mkdocs", configuration=_EM),
    ),
    good("**low\u00a0**tide\n", path="a.md", site=Site("jekyll")),
    good("**low** tide, **低潮** and **“低潮”** 的时候\n", path="a.md"),
    good("<div>\n**low **tide\n</div>\n", path="a.md"),
    good("Prices in euros**\n\n** without taxes\n", path="a.md"),
    bad(
        "他说⟦**“低潮”**⟧的时候 👍\r\n",
        "emphasis `**“低潮”**` is not rendered; move the punctuation out of it",
        path="a.md",
    ),
    bad(
        "Then ⟦**low tide: **⟧comes.\n",
        "emphasis `**low tide: **` is not rendered; move the space out of it",
        fixed="Then **low tide:** comes.\n",
        path="a.md",
    ),
    bad(
        "- ⟦** low**⟧ tide\n",
        "emphasis `** low**` is not rendered; remove the space inside it",
        fixed="- **low** tide\n",
        path="a.md",
        site=Site("jekyll"),
    ),
    bad(
        "⟦** 低潮 **⟧：潮水\n",
        "emphasis `** 低潮 **` is not rendered; remove the space inside it",
        fixed="**低潮**：潮水\n",
        path="a.md",
    ),
    good("**Low*** tide, *ebb*\\* 2*3, *a **b***\n\n**x** y\n", path="a.md"),
    bad(
        "Very ⟦**⟧low* 潮\n",
        "emphasis starts with `**` and ends with `*`; use the same on both sides",
        path="a.md",
    ),
    bad(
        "Very *low⟦**⟧ 潮\n",
        "emphasis starts with `*` and ends with `**`; use the same on both sides",
        path="a.md",
    ),
    bad(
        "Very ⟦**⟧low tide today.\n\nThen.\n",
        "emphasis is not closed in this paragraph; add `**`",
        path="a.md",
    ),
    bad(
        "The ⟦**[tide](/a).**⟧Then\n",
        "emphasis `**[tide](/a).**` is not rendered; move the punctuation out of it",
        path="a.md",
    ),
]

# Markers, with what is between two of them in one line.
_PAIR = lazy(r"(?<![*\\/])\*\*(?![*/])([^*\n]{1,200}?)(?<!\\)\*\*(?![*/])")
# Each starts with an asterisk, so that it is tried there only.
_LEFT_OVER = lazy(rf"\*(?:(?<![\w*\\{MASK}]\*)(?={MASK}\w)|(?<={MASK}\*)(?![\w*{MASK}]))")
_OPENING = lazy(r"\*\*(?<!\S\*\*)([^\W\d]\w*)(?=[ \t]+\w+[ \t]+\w)")
# Names after `**` in programs.
_PROGRAM = lazy(r"(?:k?w?args|kw|opt|param|prop|config|data|dict|attr|rest|field|setting)s?", re.I)
_WORD = lazy(r"\w")
_PUNCTUATION = lazy(r"[^\w\s]")


@rule(severity="warning", preset="recommended", since="0.2", when="markdown and running:*")
def check(document: Document) -> Problems:
    if "*" not in document.running_parts or "**" not in document.text:
        return
    yield from _unequal(document)
    if "**" not in document.running_text:
        return
    dialect = document.generator.dialect
    is_space = _is_ascii_space if dialect.emphasis_takes_wide_spaces else str.isspace
    for match in _pairs(document.running_text):
        inner = match[1]
        before, after = is_space(inner[:1]), is_space(inner[-1:])
        if before or after:
            if not _is_meant(document.running_text, match):
                continue
            remedy = "move the space out of it" if not before else "remove the space inside it"
            yield _problem(document, match, remedy, _without_space(match))
        elif dialect.emphasis_needs_flanks and _is_blocked(
            document.running_text, match, sees_words=dialect.emphasis_sees_words
        ):
            yield _problem(document, match, "move the punctuation out of it", None)

    yield from _unclosed(document)


def _unequal(document: Document) -> Problems:
    """Emphasis with two asterisks on one side and one on the other."""
    text, running = document.text, document.running_text
    for match in _LEFT_OVER.finditer(running):
        start = match.start()
        is_opening = running[match.end() : match.end() + 1] == MASK
        if is_opening:
            first, second = text[start : start + 2], text[start + 2 : start + 3]
            if first != "**" or second == "*" or text[start - 1 : start] in ("*", "\\"):
                continue
            span, sides = Span(start, start + 2), "starts with `**` and ends with `*`"
        else:
            if text[start - 1 : start] != "*" or text[start - 2 : start - 1] == "*":
                continue
            span, sides = Span(start - 1, start + 1), "starts with `*` and ends with `**`"
        yield Problem(span, f"emphasis {sides}; use the same on both sides")


def _unclosed(document: Document) -> Problems:
    """An opening `**` without a closing one in its paragraph.

    Two of them in an article may be the marks of a footnote.
    """
    found = [m for m in _OPENING.finditer(document.running_text) if not _PROGRAM.match(m[1])]
    if len(found) == 1 and document.running_text.count("**") == 1:
        span = Span(found[0].start(), found[0].start() + 2)
        yield Problem(span, "emphasis is not closed in this paragraph; add `**`")


def _pairs(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_PAIR`, at the places of its first characters, which are found faster."""
    place = text.find("**")
    while place >= 0:
        match = _PAIR.match(text, place)
        if match is not None:
            yield match
        place = text.find("**", place + 1 if match is None else match.end())


def _is_ascii_space(character: str) -> bool:
    return character.isascii() and character.isspace()


def _problem(document: Document, match: re.Match[str], remedy: str, fix: Fix | None) -> Problem:
    written = cut(document.text[match.start() : match.end()].replace("`", "'"))
    message = f"emphasis `{written}` is not rendered; {remedy}"
    return Problem(Span(*match.span()), message, fix)


def _is_blocked(text: str, match: re.Match[str], *, sees_words: bool) -> bool:
    """Whether punctuation inside the markers and a letter outside prevent the emphasis.

    Args:
        text: the text that Markdown leaves as it is.
        match: the markers.
        sees_words: whether rendered syntax, such as code, counts as a word.
    """
    inner = match[1]
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if _PROGRAM.match(inner) or "(" in inner.partition(")")[2]:
        return False
    opens = _blocks(inner[:1], sees_words) and _is_letter(before)
    closes = _blocks(inner[-1:], sees_words) and _is_letter(after)
    return opens or closes


def _blocks(character: str, sees_words: bool) -> bool:
    if character == MASK:
        return not sees_words
    return _PUNCTUATION.match(character) is not None


def _is_letter(character: str) -> bool:
    return character != MASK and _WORD.match(character) is not None


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """Whether markers with a space inside were meant as emphasis, not as an operator."""
    inner = match[1].strip()
    if not any(map(_is_letter, inner)) or _PROGRAM.match(inner):
        return False
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if match[1][:1].isspace():
        # `2 ** n ** 3`, `a ** b**c`
        is_operand = re.search(r"[\w)\]][ \t]*\Z", text[: match.start()][-20:]) is not None
        return not is_operand and not (match[1][-1:].isspace() and _is_letter(after))
    if before and (before == "(" or (_is_letter(before) and before.isascii())):
        return False
    return _PROGRAM.match(text, match.end()) is None


def _without_space(match: re.Match[str]) -> Fix:
    """Put the space after the marker instead of before it, or remove it."""
    inner = match[1]
    after = match.string[match.end() : match.end() + 1]
    has_space = inner[-1:].isspace() and _is_letter(after)
    edit = Edit(Span(*match.span(1)), inner.strip())
    moved = Edit(Span(match.end(), match.end()), " ")
    return Fix("correct the space", (edit, moved) if has_space else (edit,), "unsafe")

"""A link or image is displayed as its source.

Common causes are a space between text and URL, `[low] (/a)`, a space in the URL,
`[low](/low tide)`, exchanged brackets, `(low)[/a]`, and full-width parentheses. Some renderers
accept spaces in URLs.

Remove the space, replace spaces in the URL by `%20`, or correct the brackets.

Fix safety: unsafe, because brackets next to parentheses may be text.
"""

import re
from collections.abc import Iterator

from contentlint.rule import (
    MASK,
    Document,
    Fix,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    cut,
    delete,
    good,
    insert,
    lazy,
    replace,
    rule,
)

EXAMPLES = [
    good('[low](/a "tide") [low](</low tide>) ![](a.png) [low] (see below)\n', path="a.md"),
    good("See [1] (https://example.org/a), `[a] (/b)` and\n\n    [a] (/b)\n", path="a.md"),
    good("[low](/low tide.html) ![](/low tide.png)\n", path="a.md", site=Site("jekyll")),
    good("f[x](/a b), [low]({{ a b }}) and {% link (a)[/b] %}\n", path="a.md"),
    good("<p>[low] (/a)</p>"),
    good("Low (at the quay)[/caption] and (a)[#b]\n", path="a.md"),
    bad(
        "See ⟦[low tide] (https://example.org/a)⟧ 👍\r\n",
        "link `[low tide] (https://example.org/a)` is not rendered; remove the space before `(`",
        fixed="See [low tide](https://example.org/a) 👍\r\n",
        path="a.md",
    ),
    bad(
        "⟦![潮](/img/low tide.png)⟧\n",
        "image `![潮](/img/low tide.png)` is not rendered; replace spaces in the URL by `%20`",
        fixed="![潮](/img/low%20tide.png)\n",
        path="a.md",
        site=Site("hexo"),
    ),
    bad(
        "⟦[low](/a “tide”)⟧\n",
        "link `[low](/a “tide”)` is not rendered; use straight quotes around the title",
        fixed='[low](/a "tide")\n',
        path="a.md",
    ),
    bad(
        "⟦(low)[https://example.org/a]⟧\n",
        "link `(low)[https://example.org/a]` is not rendered; exchange the brackets",
        fixed="[low](https://example.org/a)\n",
        path="a.md",
        site=Site("mkdocs"),
    ),
    bad(
        "看⟦[潮]（https://example.org/a）⟧\n",
        "link `[潮]（https://example.org/a）` is not rendered; use ASCII parentheses",
        fixed="看[潮](https://example.org/a)\n",
        path="a.md",
    ),
    good(
        "low [潮 (https://example.org/a) or [b(https://example.org/a) c]\n\n    [a](https://example.org\n",
        path="a.md",
    ),
    bad(
        "潮 ⟦[low tide(https://example.org/a)⟧ ebb\n",
        "link `[low tide(https://example.org/a)` is not rendered; add `]` before `(`",
        fixed="潮 [low tide](https://example.org/a) ebb\n",
        path="a.md",
    ),
    bad(
        "潮 ⟦[low](https://example.org/a⟧ ebb\nflow\n",
        "link `[low](https://example.org/a` is not rendered; add `)` after the URL",
        fixed="潮 [low](https://example.org/a) ebb\nflow\n",
        path="a.md",
    ),
    bad(
        'See ⟦[low](/a "tide)⟧, ⟦<https://example.org/a⟧, and ⟦< https://example.org >⟧ 潮\n',
        'link `[low](/a "tide)` is not rendered; close the quotes of the title',
        "link `<https://example.org/a` is not rendered; add `>` after the URL",
        "link `< https://example.org >` is not rendered; remove the spaces around the URL",
        fixed='See [low](/a "tide"), <https://example.org/a>, and <https://example.org> 潮\n',
        path="a.md",
    ),
]

_URL = r"(?:https?://|mailto:|\.{0,2}/(?!/)|#(?=[\w-]+[)）\]]))"
_FILE = r"[\w%./ -]{1,200}\.(?:md|html?|png|jpe?g|gif|svg|webp|pdf)"
_TEXT = (
    rf"(?<![A-Za-z0-9_\])}}\\{MASK}])(?P<mark>!?)"
    r"\[(?P<text>[^\[\]\n]{1,300})\]"
)
_APART = lazy(rf"{_TEXT}(?P<gap>[ \t]+)\((?:{_URL}[^()\s]*|{_FILE})\)")
_SPACED = lazy(
    rf"{_TEXT}\((?P<url>(?:{_URL}"
    rf"[^()\n<>\"]{{0,500}}?|{_FILE}))"
    r"(?P<title>[ \t]{1,9}[“”'‘’][^()\n]{0,300})?[ \t]{0,9}\)"
)
_EXCHANGED = lazy(
    rf"(?<![A-Za-z0-9_\])}}\\{MASK}])"
    r"\((?P<text>[^()\[\]\n]{1,300})\)\[(?P<url>https?://[^\[\]\s]*)\](?!\()"
)
_FULL_WIDTH = lazy(rf"{_TEXT}（(?P<url>{_URL}[^（）()\s]*)）")


@rule(
    severity="warning",
    preset="recommended",
    since="0.2",
    when="markdown and running:[ or markdown and text:<",
)
def check(document: Document) -> Problems:
    text = document.text
    if document.is_html:
        return
    if not document.is_jsx and _ANGLE.search(text):
        yield from _in_angle_brackets(document)
    if "[" not in document.running_parts:  # the brackets of links that are rendered are masked
        return
    if _MAY_BE_UNCLOSED.search(text):
        yield from _unclosed(document, document.running_text)
    if "]" not in text or (")[" not in text and not _HINT.search(text)):
        return
    found = document.running_text
    if "]" not in found:
        return
    yield from _complete(document, found)


def _complete(document: Document, found: str) -> Problems:
    """The links with all brackets and parentheses; each kind is searched for if it may be there."""
    dialect = document.generator.dialect
    if not dialect.links_follow_spaces and _BEFORE_SPACE.search(found):
        for match in filter(_has_letter, _at_brackets(_APART, found)):
            gap = Span(*match.span("gap"))
            yield _problem(
                document,
                match,
                "remove the space before `(`",
                delete(gap, "remove the space", "unsafe"),
            )
    if not dialect.links_take_spaces and "](" in found:
        yield from _spaced(document, found)
    for match in filter(_has_letter, _EXCHANGED.finditer(found)) if ")[" in found else ():
        fix = replace(
            Span(*match.span()), _link(document, match), "exchange the brackets", "unsafe"
        )
        yield _problem(document, match, "exchange the brackets", fix)
    for match in filter(_has_letter, _at_brackets(_FULL_WIDTH, found)) if "]（" in found else ():
        url = document.text[match.start("url") : match.end("url")]
        span = Span(match.start("url") - 1, match.end("url") + 1)
        fix = replace(span, f"({url})", "use ASCII parentheses", "unsafe")
        yield _problem(document, match, "use ASCII parentheses", fix)


_NO_QUOTE = lazy(rf"{_TEXT}\((?P<url>{_URL}[^\s()<>\"]*)[ \t]+\"(?P<title>[^\"()\n]{{1,300}})\)")
# A URL in angle brackets with a space, or without the second one.
_ANGLE = lazy(
    r"<(?P<before>[ \t]*)(?P<url>https?://[^\s<>]{3,500}+)(?P<after>[ \t]*(?P<close>>)?)"
    r"(?![^\s.,;)])"
)
_CLOSED = lazy(r"[^<>\n]{0,300}>")
# A link without its `]` or `)`.
_MAY_BE_UNCLOSED = lazy(r"\[[^\[\]()\n]{2,100}\((?:https?:/|/\w)|\]\([^\s()]{1,500}(?:\s|\Z)")
_NO_BRACKET = lazy(
    rf"(?<![A-Za-z0-9_\])}}\\{MASK}])!?\[(?P<text>[^\[\]()\n{MASK}]{{1,100}}[^\s\[\]()\n{MASK}])"
    rf"\((?P<url>https?://[^\s()]{{3,500}}|/[\w/.-]{{1,500}})\)(?![^\[\]\n]{{0,500}}\])"
)
_NO_PARENTHESIS = lazy(
    rf"{_TEXT}\((?P<url>https?://[^\s()<>\[\]]{{3,500}})(?=[ \t][^()\n{MASK}]{{0,1000}}$|$)",
    re.MULTILINE,
)


def _at_brackets(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that starts with `[` or `![`, which are found much faster."""
    end, place = 0, text.find("[")
    while place >= 0:
        match = None
        if place > end and text[place - 1] == "!":
            match = pattern.match(text, place - 1)
        if match is None:
            match = pattern.match(text, place)
        if match is not None:
            yield match
            end = match.end()
        place = text.find("[", place + 1 if match is None else end)


def _in_angle_brackets(document: Document) -> Iterator[Problem]:
    """URLs in angle brackets that are displayed with a bracket."""
    text = document.text
    for match in _ANGLE.finditer(text, document.body.start):
        is_apart = bool(match["before"]) and bool(match["close"])
        is_open = not match["before"] and not match["close"]
        is_text = is_apart or (is_open and not _CLOSED.match(text, match.end()))
        if not is_text or document.is_code(match.start()) or text[match.start() - 1] == "\\":
            continue
        if document.running_text[match.start()] != "<":
            continue
        url = match["url"].rstrip(".,;)") if is_open else match["url"]
        span = Span(match.start(), match.start("url") + len(url) if is_open else match.end())
        written = cut(text[span.start : span.end].replace("`", "'"))
        remedy = "add `>` after the URL" if is_open else "remove the spaces around the URL"
        fix = replace(span, f"<{url}>", remedy.replace("`>`", "the `>`"), "unsafe")
        yield Problem(span, f"link `{written}` is not rendered; {remedy}", fix)


def _unclosed(document: Document, found: str) -> Iterator[Problem]:
    """The links without a bracket or parenthesis at the end of their text or URL."""
    for match in filter(_has_letter, _at_brackets(_NO_BRACKET, found)):
        fix = insert(match.end("text"), "]", "add the `]`", "unsafe")
        yield _problem(document, match, "add `]` before `(`", fix)
    takes_spaces = document.generator.dialect.links_take_spaces
    for match in filter(_has_letter, () if takes_spaces else _at_brackets(_NO_QUOTE, found)):
        fix = insert(match.end("title"), '"', "add the quote", "unsafe")
        yield _problem(document, match, "close the quotes of the title", fix)
    for match in filter(_has_letter, _at_brackets(_NO_PARENTHESIS, found)):
        fix = insert(match.end("url"), ")", "add the `)`", "unsafe")
        yield _problem(document, match, "add `)` after the URL", fix)


_BEFORE_SPACE = lazy(r"\][ \t]+\(")
_HINT = lazy(r"\](?:[ \t]+\(|\([^()\n]*[ \t“”]|（)")


def _spaced(document: Document, found: str) -> Iterator[Problem]:
    """The links with a space in their URL, or with typographic quotes around their title."""
    for match in filter(_has_letter, _at_brackets(_SPACED, found)):
        url, title = match["url"].rstrip(), match["title"]
        if MASK in url:
            continue
        if title is not None and title.strip()[:1] in "“”":
            span = Span(*match.span("title"))
            straight = title.translate(_STRAIGHT)
            fix = replace(span, straight, "use straight quotes", "unsafe")
            yield _problem(document, match, "use straight quotes around the title", fix)
        elif title is None and any(map(str.isspace, url)):
            span = Span(match.start("url"), match.start("url") + len(url))
            fix = replace(span, url.replace(" ", "%20"), "replace the spaces", "unsafe")
            yield _problem(document, match, "replace spaces in the URL by `%20`", fix)


_STRAIGHT = {ord(sign): '"' for sign in "“”"}


def _has_letter(match: re.Match[str]) -> bool:
    """Whether the text is more than a number, as that of a citation."""
    return any(map(str.isalpha, match["text"]))


def _link(document: Document, match: re.Match[str]) -> str:
    text = document.text[match.start("text") : match.end("text")]
    return f"[{text}]({match['url']})"


def _problem(document: Document, match: re.Match[str], remedy: str, fix: Fix) -> Problem:
    span = Span(*match.span())
    written = cut(document.text[span.start : span.end].replace("`", "'"))
    kind = "image" if written.startswith("!") else "link"
    return Problem(span, f"{kind} `{written}` is not rendered; {remedy}", fix)

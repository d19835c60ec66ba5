"""Syntax of another tool is displayed as text.

Articles that come from another generator or from a forum bring its syntax with them: `!!! note` of
Python-Markdown, `{: .note}` of kramdown, `[b]low[/b]` of BBCode, `.. note::` of reStructuredText,
`[caption id="a"]` of WordPress, `import` and `{/* low */}` of MDX. Readers see it.

Use what the generator renders: Markdown, HTML or a shortcode.
"""

import re
from collections.abc import Iterator

from contentlint.rule import (
    Document,
    NamedTuple,
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

EXAMPLES = [
    good("!!! low\n\n{: .low}\n\nimport a from './a'\n\n{/* low */}\n", path="a.md"),
    good("Low\n{: .note}\n", path="a.md", site=Site("jekyll")),
    good("`[b]low[/b]` [a] and [/a], a[i] and [gallery]\n\n    .. note:: a\n", path="a.md"),
    good("import low from the sea\n", path="a.md", site=Site("hugo")),
    good("Low.\n\nimport low from './a'\n", path="a.md", site=Site("hugo")),
    bad(
        "Low ⟦[b]潮[/b]⟧ and ⟦[url=https://example.org]⟧a[/url] 👍\r\n",
        "`[b]潮[/b]` is BBCode, which is displayed as text; use Markdown",
        "`[url=https://example.org]` is BBCode, which is displayed as text; use Markdown",
        path="a.md",
    ),
    bad(
        "⟦.. note::⟧ Low\n\n⟦[caption id='a']⟧a[/caption]\n\nSee ⟦`low <https://example.org>`_⟧\n",
        "`.. note::` is reStructuredText, which is displayed as text; use Markdown",
        "`[caption id='a']` is a shortcode of WordPress, which is displayed as text; use Markdown "
        "or HTML",
        "`'low <https://example.org>'_` is reStructuredText, which is displayed as text; "
        "use Markdown",
        path="a.md",
    ),
    bad(
        "⟦!!! note⟧\n    Low\n\n潮\n⟦{: .note}⟧\n",
        "`!!! note` is an admonition of Python-Markdown, which is displayed as text; use a block "
        "quote or HTML",
        "`{: .note}` is an attribute list of kramdown, which is displayed as text; remove it or "
        "use HTML",
        path="a.md",
        site=Site("hugo"),
    ),
    bad(
        '```\n!!! note\n    Low\n```\n\n⟦!!! note⟧ "潮"\n    Low\n',
        "`!!! note` is an admonition of Python-Markdown, which is displayed as text; use a block "
        "quote or HTML",
        path="a.md",
        site=Site("mkdocs"),
    ),
    bad(
        '⟦[gallery ids="1,2" link="file"]⟧\n',
        '`[gallery ids="1,2" link="file"]` is a shortcode of WordPress, which is displayed as '
        "text; use Markdown or HTML",
        path="a.md",
    ),
    bad(
        "Low ⟦[url=https://example.org/]⟧ tide\n",
        "`[url=https://example.org/]` is BBCode, which is displayed as text; use Markdown",
        path="a.md",
    ),
    bad(
        "⟦import Low from './low.astro'⟧\n\n⟦{/* tide */}⟧\n",
        "`import Low from './low.astro'` is syntax of MDX, which is displayed as text; remove it, "
        "or use `.mdx`",
        "`{/* tide */}` is syntax of MDX, which is displayed as text; use `<!-- … -->`",
        path="a.md",
        site=Site("astro"),
    ),
]


class _Foreign(NamedTuple):
    """Syntax of another tool.

    Args:
        hints: texts of which one must occur.
        pattern: what matches it in text that Markdown leaves as it is.
        what: what it is, in a message.
        remedy: what to do.
    """

    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    what: str
    remedy: str


_RST = _Foreign(
    ("::",),
    lazy(
        r"^\.\. (?:note|warning|tip|important|image|figure|code-block|code|toctree|seealso|"
        r"danger|hint|attention|versionadded|deprecated|contents|admonition)::",
        re.MULTILINE,
    ),
    "reStructuredText",
    "use Markdown",
)
_EVERYWHERE = (
    _Foreign(
        ("[/", "[url="),
        lazy(r"\[(b|i|u|s|quote|img|center)\][^\[\]\n]{1,300}\[/\1\]|\[url=[^\[\]\s]{3,500}\]"),
        "BBCode",
        "use Markdown",
    ),
    _RST,
    _Foreign(
        ("[/", "[caption ", "[gallery ", "[embed ", "[audio ", "[video ", "[playlist "),
        lazy(
            r"\[(?:caption|gallery|embed|audio|video|playlist)"
            r"(?: [a-z_-]{1,30}=[\"'][^\[\]\n]{0,500}|(?=\][^\[\]\n]{1,500}\[/))\]"
        ),
        "a shortcode of WordPress",
        "use Markdown or HTML",
    ),
)
_ATTRIBUTES = _Foreign(
    ("{:",),
    lazy(r"\{:[ ]?(?:[.#][A-Za-z][\w-]*|[a-z-]{2,20}=[\"'][^{}\n]{1,200}|toc|:)[^{}\n]{0,200}\}"),
    "an attribute list of kramdown",
    "remove it or use HTML",
)
_ADMONITION = _Foreign(
    ("!!! ",),
    lazy(r"^!!! [a-z]+(?=[ \t]*(?:\"[^\"\n]*\"[ \t]*)?\r?\n(?:    |\t)\S)", re.MULTILINE),
    "an admonition of Python-Markdown",
    "use a block quote or HTML",
)
_IMPORT = _Foreign(
    ("import ",),
    lazy(
        r"^import (?:[\w$]+|\{[\w$ ,]{1,200}\}|\* as [\w$]+) from [\"'][^\"'\n]{1,200}[\"'];?"
        r"(?=[ \t]*$)",
        re.MULTILINE,
    ),
    "syntax of MDX",
    "remove it, or use `.mdx`",
)
_OTHER_LINE = lazy(r"^(?!import )[^\S\n]*\S", re.MULTILINE)
_COMMENT = _Foreign(
    ("{/*",), lazy(r"^\{/\*[^{}]{0,500}?\*/\}", re.MULTILINE), "syntax of MDX", "use `<!-- … -->`"
)
_RST_LINK = lazy(r"`[^`<>\n]{1,100} <https?://[^`<>\s]{3,500}>`__?(?!\w)")


@rule(
    severity="warning",
    preset="recommended",
    since="0.2",
    when=(
        "markdown and running:[/ or markdown and running::: or markdown and text:>`_ or "
        "markdown and running:[url= or markdown and running:[caption  or "
        "markdown and running:[gallery  or markdown and running:[embed  or "
        "markdown and running:[audio  or markdown and running:[video  or "
        "markdown and running:[playlist  or "
        "markdown and generator:is_known and running:{: or "
        "markdown and generator:is_known and text:!!! or "
        "markdown and generator:is_known and running:import or "
        "markdown and generator:is_known and running:{/*"
    ),
)
def check(document: Document) -> Problems:
    if document.is_html or document.is_jsx:
        return
    text = document.text
    for foreign in _present(document):
        # The extensions that a generator may have are never part of the running text.
        searched = text if foreign is _ADMONITION else document.running_text
        for match in foreign.pattern.finditer(searched, document.body.start):
            if searched is text and _is_fenced(text, document.body.start, match.start()):
                continue
            # Further down, it is more likely a program.
            before = text[document.body.start : match.start()]
            if foreign is _IMPORT and _OTHER_LINE.search(before):
                continue
            yield _problem(document, match, foreign.what, foreign.remedy)
    if ">`_" in text:
        for match in _RST_LINK.finditer(text, document.body.start):
            if document.is_code(match.start() + 1) and not document.is_code(match.end() - 1):
                yield _problem(document, match, "reStructuredText", "use Markdown")


def _is_fenced(text: str, start: int, offset: int) -> bool:
    """Whether an offset is in a fenced code block."""
    return len(_FENCE.findall(text, start, offset)) % 2 == 1


_FENCE = lazy(r"^ {0,3}(?:```|~~~)", re.MULTILINE)


def _present(document: Document) -> Iterator[_Foreign]:
    """What the generator does not render and the article may contain."""
    for foreign in _looked_for(document):
        searched = document.text if foreign is _ADMONITION else document.running_parts
        # A directive has no markup in it, so it is in one of the parts.
        has_hint = any(hint in searched for hint in foreign.hints)
        if has_hint and (foreign is not _RST or _RST.pattern.search(searched)):
            yield foreign


def _looked_for(document: Document) -> Iterator[_Foreign]:
    """What the generator does not render."""
    yield from _EVERYWHERE
    generator = document.generator
    if not generator.is_known:
        return
    if not generator.dialect.has_attribute_lists:
        yield _ATTRIBUTES
    if not generator.dialect.has_admonitions:
        yield _ADMONITION
    if not (generator.markdown_is_mdx or generator.has_loose_mdx or generator.has_react):
        yield _IMPORT
        # VitePress reads any braces as attributes.
        if not (generator.dialect.has_attribute_lists and generator.dialect.has_containers):
            yield _COMMENT


def _problem(document: Document, match: re.Match[str], what: str, remedy: str) -> Problem:
    span = Span(*match.span())
    written = cut(" ".join(document.text[span.start : span.end].split()).replace("`", "'"))
    return Problem(span, f"`{written}` is {what}, which is displayed as text; {remedy}")

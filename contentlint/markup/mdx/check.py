"""From the text of an article to its faults."""

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.markup.mdx import blocks, extras, inline
from contentlint.markup.mdx.article import ESCAPED_PIPE, Article
from contentlint.markup.mdx.expressions import Exhausted
from contentlint.markup.mdx.fault import Fault
from contentlint.markup.mdx.pairing import pair
from contentlint.markup.mdx.preprocessing import prepare
from contentlint.site.generator import MdxExtension

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.token import Token

_FRONT_MATTER = lazy(r"---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?=\n|$)")
_SUSPECT = lazy(r"[<{]|^(?:import|export) ", re.MULTILINE)
_DEEPEST = 40


def faults(text: str, extensions: frozenset[MdxExtension] = frozenset()) -> list[Fault]:
    """What stops the compilers, in the order of the text.

    Args:
        text: the text of the file.
        extensions: what its site adds to MDX.
    """
    if not _SUSPECT.search(text):
        return []
    shift = len(text) - len(text.removeprefix("\ufeff"))
    # Every replacement is as long as what it replaces.
    text = text[shift:].replace("\r\n", " \n").replace("\r", "\n").replace("\0", "\ufffd")
    front_matter = _FRONT_MATTER.match(text)
    if front_matter:
        shift += front_matter.end()
        text = text[front_matter.end() :]
    origin: Callable[[int], int] = int
    if extensions:
        text, origin = prepare(text, extensions)
    found = _faults(text, extensions)

    def moved(span: Span) -> Span:
        # After the last character, not where the text after a cut continues.
        start, last = origin(span.start), origin(max(span.end - 1, span.start))
        return Span(start + shift, last + (span.end > span.start) + shift)

    return sorted(
        fault._replace(span=moved(fault.span), other=fault.other and moved(fault.other))
        for fault in found
    )


def _faults(text: str, extensions: frozenset[MdxExtension]) -> list[Fault]:
    """What stops the compilers, as `faults`, of a text that is prepared."""
    parser = _parser(extensions)
    article = Article(text, takes_comments="comments" in extensions)
    environment: dict[str, Any] = {"article": article}
    tokens: list[Token] = []
    try:
        parser.block.parse(text, parser, environment, tokens)
        around = ""
        for token in tokens:
            if token.type == "inline" and ("<" in token.content or "{" in token.content):
                if around in ("td_open", "th_open"):
                    token.content = token.content.replace("|", ESCAPED_PIPE)
                _read_chunk(parser, article, token, environment)
            around = token.type
        pair(article, tokens)
    except Exhausted:
        # What was found until then is right.
        pass
    return list(article.faults.values())


def _read_chunk(
    parser: "MarkdownIt", article: Article, token: "Token", environment: dict[str, Any]
) -> None:
    if token.map is None or token.children is None:
        return
    is_paragraph = bool(token.meta.get("is_paragraph"))
    article.open_chunk(token.content, token.map[0], is_paragraph=is_paragraph)
    parser.inline.parse(token.content, parser, environment, token.children)


@cache
def _parser(extensions: frozenset[MdxExtension]) -> "MarkdownIt":
    """A parser with the rules of MDX and of what a site adds."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    parser.disable(["lheading", "code", "html_block", "html_inline", "autolink"])
    around: RuleOptionsType = {"alt": ["paragraph", "blockquote", "list", "reference", "table"]}
    block, text = parser.block.ruler, parser.inline.ruler
    block.at("paragraph", blocks.paragraph)
    block.before("fence", "mdx_flow", blocks.flow, around)
    block.before("mdx_flow", "mdx_module", blocks.module)
    block.before("reference", "mdx_footnote", blocks.footnote, {"alt": ["paragraph", "reference"]})
    block.before("mdx_flow", "mdx_comment", extras.comment_block, around)
    text.push("mdx_comment", extras.comment_text)
    if "directives" in extensions:
        block.before("mdx_flow", "mdx_directive", extras.container, around)
        text.push("mdx_directive", extras.directive_text)
    if "maths" in extensions:
        block.before("fence", "mdx_maths", extras.maths_block, around)
        text.before("escape", "mdx_maths", extras.maths_text)
    text.push("mdx_tag", inline.tag)
    text.push("mdx_expression", inline.expression)
    text.before("text", "mdx_url", inline.url)
    text.at("text", inline.text)
    text.at("link", inline.link)
    text.at("image", inline.image)
    return parser

"""Braces in MDX contain a name that is not defined, which stops the build.

`{name}` is JavaScript in MDX. If the article neither imports nor declares `name`, the build stops
with "ReferenceError: name is not defined".

Escape the brace as `\\{` or use backticks if the braces are text; otherwise import the name.

Fix safety: unsafe, because an import may be missing instead.
"""

import re

from contentlint.rule import Document, Problem, Problems, Site, Span, bad, good, lazy, rule
from contentlint.rules.mdx._faults import escape, quoted

EXAMPLES = [
    good("{name} of {user.id}\n", path="a.mdx"),
    good("{name}\n", path="a.md", site=Site("hugo")),
    good(
        "import {low} from './a'\nexport const tide = {\n  ebb\n}\n\n"
        "{low} {tide.ebb} {frontMatter.title} {props.a} {Math.PI} {undefined} {/* a */} `{b}`\n"
        "\n```js\n{c}\n```\n\n{(() => {\n  const d = 1\n\n  return <b>{d}</b>\n})()}\n",
        path="docs/a.mdx",
        site=Site("docusaurus"),
    ),
    bad(
        "Write ⟦{name}⟧ and ⟦{user.id}⟧ 潮\n",
        r"`name` is not defined; escape `{` as `\{` if it is text",
        r"`user` is not defined; escape `{` as `\{` if it is text",
        fixed="Write \\{name} and \\{user.id} 潮\n",
        path="docs/a.md",
        site=Site("docusaurus"),
    ),
]

_NAME = lazy(r"(?<![\\{$\w=])\{[ \t]*([A-Za-z_$][\w$]{0,60})(?:\.[\w$]{1,60}){0,9}[ \t]*\}(?!\})")
_MODULE = lazy(r"^(?:import|export)\b.*?(?=\n[ \t]*\r?\n|\Z)", re.MULTILINE | re.DOTALL)
_WORD = lazy(r"[A-Za-z_$][\w$]*")
# What every program may use, and keywords.
_GLOBAL = frozenset(
    "undefined null true false this NaN Infinity Math Date JSON Object Array String Number Boolean "
    "Symbol BigInt Intl RegExp Promise Error URL process global globalThis console require module "
    "exports window document navigator location localStorage React".split()
)


@rule(severity="error", preset="recommended", since="0.2", when="mdx and text:{")
def check(document: Document) -> Problems:
    known = document.generator.mdx_names
    text = document.text
    if known is None or not document.is_strict_mdx or "{" not in text or "=>" in text:
        return
    defined: set[str] | None = None
    for match in _NAME.finditer(text, document.body.start):
        name = match[1]
        if name in known or name in _GLOBAL or document.is_code(match.start()):
            continue
        if defined is None:
            modules = _MODULE.findall(text, document.body.start)
            defined = {word for module in modules for word in _WORD.findall(module)}
        if name in defined or _is_inside(text, document.body.start, match.start()):
            continue
        span = Span(*match.span())
        message = rf"{quoted(document, Span(*match.span(1)))} is not defined; escape `{{` as `\{{`"
        yield Problem(span, f"{message} if it is text", escape(span.start, "{", "unsafe"))


def _is_inside(text: str, start: int, offset: int) -> bool:
    """Whether an offset may be in an expression that started before in the same block."""
    block = text[max(text.rfind("\n\n", start, offset), start) : offset]
    return block.count("{") != block.count("}")

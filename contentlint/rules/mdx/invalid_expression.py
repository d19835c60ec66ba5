r"""Braces in MDX contain what is not a JavaScript expression.

In MDX braces enclose JavaScript: `{user id}`, `{a: 1}`, `{% low %}` and `{#id}` stop the build.
TypeScript is not accepted.

Escape `{` as `\{` or use backticks if the braces are text; otherwise correct the expression.
Docusaurus takes `{#id}` at the end of a heading that starts with `#` in the first column.

Fix safety: unsafe where the braces may be meant as code, because readers then see them.
"""

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    RelatedSpan,
    Safety,
    Site,
    bad,
    good,
    lazy,
    rule,
)
from contentlint.rules.mdx._faults import escape, faults, quoted

EXAMPLES = [
    good("{1 + 1} {/* low */} {`a ${tide} }`} {(() => ({a: 1}))().a} \\{low tide}\n", path="a.mdx"),
    good("{low tide} {a: 1}\n", path="a.md"),
    good("## Low {#low}\n", path="docs/a.md", site=Site("docusaurus")),
    bad(
        "The ⟦{user id}⟧ of 潮\n",
        r"`{user id}` is not a JavaScript expression; escape `{` as `\{` if it is text",
        path="a.mdx",
        fixed="The \\{user id} of 潮\n",
    ),
    bad(
        '```json\n{"a": 1}\n```\n\n⟦{"a": 1}⟧ and ⟦{% low %}⟧\n',
        r'`{"a": 1}` is not a JavaScript expression; escape `{` as `\{` if it is text',
        r"`{% low %}` is not a JavaScript expression; escape `{` as `\{` if it is text",
        path="docs/a.md",
        site=Site("docusaurus"),
    ),
    bad(
        "Low ⟦{% if a %}⟧tide{% else %}潮{% endif %}\n",
        r"`{% if a %}` is not a JavaScript expression; escape `{` as `\{` if it is text",
        path="a.mdx",
    ),
    bad(
        "<style>\n  .low ⟦{ color: red }⟧\n</style>\n",
        "`{ color: red }` is not a JavaScript expression; enclose the content of `<style>` in "
        "{` and `}",
        path="a.mdx",
    ),
    bad(
        "## Low ⟦{#low}⟧\n",
        "heading id `{#low}` is not supported here; remove it",
        path="a.mdx",
    ),
    bad(
        "<Tide a=⟦{low tide}⟧ />\n\n<Tide a={{\n  low: 1\n  ⟦t⟧ide: 2\n}} />\n",
        "`{low tide}` in `<Tide>` is not a JavaScript expression",
        "expression in `<Tide>` is not valid JavaScript at `tide: 2`",
        path="a.mdx",
    ),
]

# Words that are plainly text.
_WORDS = lazy(r"\{[^\W\d_][\w-]*(?:[ ,]+[^\W\d_][\w-]*)+[.!?]?\}")
_HEADING_ID = lazy(r"\{#[^\s{}]+\}")
_REST_OF_LINE = lazy(r"[^\n]*")


def _raw_text(text: str, offset: int) -> str | None:
    """The name of the `style` or `script` around an offset."""
    for name in ("style", "script"):
        start = text.rfind(f"<{name}", 0, offset)
        if start >= 0 and text.find(f"</{name}", start, offset) < 0:
            return name
    return None


@rule(
    severity="error",
    preset="recommended",
    since="0.2",
    standard="https://mdxjs.com/docs/troubleshooting-mdx/#could-not-parse-expression-with-acorn-error",
    when="fault:invalid-expression",
)
def check(document: Document) -> Problems:
    for fault in faults(document, "invalid-expression"):
        text, where = quoted(document, fault.span), f" in `<{fault.name}>`" if fault.name else ""
        start = fault.other.start if fault.other else fault.span.start
        if fault.span.start != start:
            rest = _REST_OF_LINE.match(document.text, fault.span.start)
            at = quoted(document, fault.span._replace(end=rest.end())) if rest else text
            message = f"expression{where} is not valid JavaScript at {at}"
            related = (RelatedSpan(fault.span._replace(start=start, end=start + 1), "starts here"),)
            yield Problem(fault.span, message, None, related)
        elif element := _raw_text(document.text, start):
            message = f"{text} is not a JavaScript expression; enclose the content of"
            yield Problem(fault.span, f"{message} `<{element}>` in {{` and `}}")
        elif where:
            yield Problem(fault.span, f"{text}{where} is not a JavaScript expression")
        elif _HEADING_ID.fullmatch(document.text, *fault.span):
            yield Problem(fault.span, f"heading id {text} is not supported here; remove it")
        else:
            is_text = _WORDS.fullmatch(document.text, *fault.span)
            safety: Safety = "safe" if is_text else "unsafe"
            message = rf"{text} is not a JavaScript expression; escape `{{` as `\{{` if it is text"
            yield Problem(fault.span, message, escape(start, "{", safety))

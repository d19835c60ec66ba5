"""A line of MDX that starts with `import` or `export` is not valid JavaScript.

A block that starts with `import` or `export` in the first column is JavaScript up to the next blank
line. It must be valid, without TypeScript, may contain only `import` and `export` statements, and
declares each name once.

Correct the statement. If the line is text, put a space before it.

Fix safety: unsafe where the line may be meant as code.
"""

from contentlint.rule import (
    Document,
    Fix,
    Problem,
    Problems,
    RelatedSpan,
    Safety,
    Span,
    bad,
    good,
    insert,
    lazy,
    rule,
)
from contentlint.rules.mdx._faults import faults, quoted

EXAMPLES = [
    good(
        'import Tide, { low as ebb } from "./tide"\nexport const a = 1\n\n'
        "export default ({ children }) => <div>{children}</div>\n\n import low\n",
        path="a.mdx",
    ),
    good("import low\n", path="a.md"),
    bad(
        "Low\n\nimport the ⟦t⟧ide 潮\n\nebb\n",
        "`import the tide 潮` is not valid JavaScript; put a space before it if it is text",
        path="a.mdx",
        fixed="Low\n\n import the tide 潮\n\nebb\n",
    ),
    bad(
        'import Tide from "./a"\nimport ⟦T⟧ide from "./b"\n\n<Tide />\n',
        "`Tide` is declared twice; rename or remove one",
        path="a.mdx",
    ),
    bad(
        "import { low } from ⟦.⟧/tide\n",
        "`import { low } from ./tide` is not valid JavaScript; correct it",
        path="a.mdx",
    ),
    bad(
        'import Tide from "./a"\n⟦const low = 1⟧\n',
        "`const low = 1` is neither `import` nor `export`; add `export`",
        path="a.mdx",
    ),
]

_LINE = lazy(r"[^\r\n]*")
_CODE = lazy(r"[{}()=\"'*;]|\bfrom\b")
_NAME = lazy(r"[^\W\d]\w*")


@rule(
    severity="error",
    preset="recommended",
    since="0.2",
    standard="https://mdxjs.com/docs/troubleshooting-mdx/"
    "#could-not-parse-importexports-with-acorn-error",
    when="fault:invalid-module,not-a-module",
)
def check(document: Document) -> Problems:
    text = document.text
    for fault in faults(document, "invalid-module", "not-a-module"):
        if fault.kind == "not-a-module":
            message = f"{quoted(document, fault.span)} is neither `import` nor `export`"
            yield Problem(fault.span, f"{message}; add `export`")
            continue
        begin = text.rfind("\n", 0, fault.span.start) + 1
        start = fault.other.start if fault.other else begin
        line = _LINE.match(text, start if begin <= start else begin)
        span = Span(*line.span()) if line else fault.span
        related = () if begin <= start else (RelatedSpan(fault.other or span, "starts here"),)
        if (name := _again(text, fault.span.start, start)) is not None:
            message = f"`{name}` is declared twice; rename or remove one"
            yield Problem(fault.span, message, None, related)
            continue
        message = f"{quoted(document, span)} is not valid JavaScript"
        if begin <= start and not _CODE.search(text, *span):
            fix = _space(start, "safe")
            yield Problem(fault.span, f"{message}; put a space before it if it is text", fix)
        else:
            yield Problem(fault.span, f"{message}; correct it", None, related)


def _space(offset: int, safety: Safety) -> Fix:
    return insert(offset, " ", "put a space before the line", safety)


def _again(text: str, offset: int, start: int) -> str | None:
    """The name at an offset, if it is declared before in the article.

    Args:
        text: the article.
        offset: where the compiler stops.
        start: where the block starts.
    """
    match = _NAME.match(text, offset)
    if match is None:
        return None
    declared = lazy(rf"(?m)^(?:import|export)\b(?:[^\n\"']|\n(?!\n))*?\b{match[0]}\b")
    found = declared.search(text)
    return match[0] if found and found.end() <= offset else None

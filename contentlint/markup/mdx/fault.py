"""What stops the MDX compilers."""

from typing import Literal

from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple

FaultKind = Literal[
    "comment",
    "not-a-tag",
    "unfinished-tag",
    "unquoted-value",
    "invalid-attribute",
    "unclosed",
    "stray-end",
    "mismatched-end",
    "swapped-end",
    "end-tag-form",
    "across-blocks",
    "lazy-line",
    "unclosed-expression",
    "invalid-expression",
    "empty-expression",
    "not-a-spread",
    "invalid-module",
    "not-a-module",
]
"""What is wrong.

- `comment`: an HTML comment
- `not-a-tag`: a `<` that begins no tag
- `unfinished-tag`: a tag without `>`
- `unquoted-value`: an attribute value without quotes or braces
- `invalid-attribute`: a character that no attribute may have
- `unclosed`: a tag without an end tag; `other` is what comes where one is expected
- `stray-end`: an end tag without a start tag
- `mismatched-end`: an end tag with another name than the open tag, which is `other`
- `swapped-end`: the same, where the two end tags are in the wrong order
- `end-tag-form`: an end tag with attributes or with a slash at its end
- `across-blocks`: a start tag whose end tag, which is `other`, is in another block
- `lazy-line`: a tag or expression that continues on a line outside its block
- `unclosed-expression`: a `{` without `}`
- `invalid-expression`: braces around what is not a JavaScript expression
- `empty-expression`: an attribute with empty braces
- `not-a-spread`: braces among the attributes that hold more or less than one spread
- `invalid-module`: an `import` or `export` that is not valid
- `not-a-module`: a statement after an `import` or `export` that is neither
"""


class Fault(NamedTuple):
    """A place that stops the build.

    Args:
        span: what is marked, in the file.
        kind: what is wrong.
        name: the name of the tag that it is about or in; empty for a fragment and in text.
        other: the other place that explains it.
        block: the block that a tag does not leave, such as `paragraph`; for an end tag with another
            name, the name that was expected.
    """

    span: Span
    kind: FaultKind
    name: str = ""
    other: Span | None = None
    block: str = ""

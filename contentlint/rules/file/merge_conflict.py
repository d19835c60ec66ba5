"""The file contains merge conflict markers.

git writes these markers around two versions of the same lines. If the conflict is not resolved,
readers see the markers and both versions. Keep one version or combine the two, and remove the
markers. Markers in code are allowed, since articles about git show them.
"""

import re

from contentlint.rule import Document, Problem, Problems, Span, bad, good, lazy, rule

EXAMPLES = [
    good("Low\n\n```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n```\n", path="a.md"),
    good("<p>Low <<<<<<< tide</p>\n"),
    bad(
        "---\r\n⟦<<<<<<< HEAD⟧\r\ntitle: 潮 👍\r\n=======\r\ntitle: 低\r\n>>>>>>> main\r\n---\r\n",
        "unresolved merge conflict; keep one version and remove the markers",
    ),
    bad(
        "Low\n\n⟦<<<<<<< HEAD⟧\ntide\n||||||| 1a2b3c4\nsea\n=======\nwater\n>>>>>>> 潮汐\n",
        "unresolved merge conflict; keep one version and remove the markers",
        path="a.md",
    ),
]

_CONFLICT = lazy(r"^(<{7} [^\r\n]+)\r?$", re.MULTILINE)
_MIDDLE = lazy(r"^={7}\r?$", re.MULTILINE)
_END = lazy(r"^>{7} \S", re.MULTILINE)


@rule(severity="error", preset="recommended", since="0.1", when="text:<<<<<<< ")
def check(document: Document) -> Problems:
    text = document.text
    if "<<<<<<< " not in text:
        return
    for match in _CONFLICT.finditer(text):
        middle = _MIDDLE.search(text, match.end())
        if middle is None or _END.search(text, middle.end()) is None:
            return
        span = Span(*match.span(1))
        if span.start < document.body.start or not document.is_code(span.start):
            message = "unresolved merge conflict; keep one version and remove the markers"
            yield Problem(span, message)

"""A title is longer than search results show.

They cut it at about 60 columns, and chats and social networks at fewer. A column is a Latin letter;
Chinese, Japanese and Korean characters take two.
"""

import unicodedata

from contentlint.rule import Document, Problem, Problems, bad, good, is_templated, rule

EXAMPLES = [
    good("---\ntitle: How the tide turns\n---\n"),
    good("---\ntitle: 潮水如何转向\n---\n", columns=12),
    good(
        "---\ntitle: '{{ a }} and a very long title that nobody can read to its end at all'\n---\n"
    ),
    bad(
        "---\ntitle: ⟦How the tide turns⟧\n---\n",
        "title is 18 columns wide; search results show 12",
        columns=12,
    ),
    bad(
        "---\r\ntitle: ⟦潮水如何转向。e\u0301 👍⟧\r\n---\r\n",
        "title is 18 columns wide; search results show 12",
        columns=12,
    ),
    bad(
        "---\ntitle: ⟦How the tide turns, and what the harbour master wrote in spring⟧\n---\n",
        "title is 63 columns wide; search results show 60",
    ),
]


@rule(severity="info", preset="all", since="0.1")
def check(document: Document, *, columns: int = 60) -> Problems:
    """
    Args:
        columns: how many are shown.
    """
    title = document.front_matter.raw(("title",))
    if title is None or len(title) * 2 <= columns or is_templated(title):
        return
    width = sum(map(_columns, title.strip()))
    if width > columns:
        message = f"title is {width} columns wide; search results show {columns}"
        yield Problem(document.front_matter.span_of(("title",)), message)


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1

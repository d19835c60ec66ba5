"""A title is longer than search results show.

Search results cut a title at about 60 columns, chats and social networks earlier. A Latin letter
takes one column, a Chinese, Japanese or Korean character two. Shorten the title.
"""

import unicodedata

from contentlint.rule import Document, Problem, Problems, bad, good, is_templated, rule

EXAMPLES = [
    good("---\ntitle: How the tide turns\n---\n"),
    good("---\ntitle: 潮水如何转向\n---\n", max_width=12),
    good(
        "---\ntitle: '{{ a }} and a very long title that nobody can read to its end at all'\n---\n"
    ),
    bad(
        "---\ntitle: ⟦How the tide turns⟧\n---\n",
        "`title` is 18 columns wide; search results show 12",
        max_width=12,
    ),
    bad(
        "---\r\ntitle: ⟦潮水如何转向。e\u0301 👍⟧\r\n---\r\n",
        "`title` is 18 columns wide; search results show 12",
        max_width=12,
    ),
    bad(
        "---\ntitle: ⟦How the tide turns, and what the harbour master wrote in spring⟧\n---\n",
        "`title` is 63 columns wide; search results show 60",
    ),
]


@rule(severity="info", preset="all", since="0.1", when="key:title")
def check(document: Document, *, max_width: int = 60) -> Problems:
    """
    Args:
        max_width: maximum width of a title, in columns.
    """
    title = document.front_matter.raw(("title",))
    if title is None or len(title) * 2 <= max_width or is_templated(title):
        return
    width = sum(map(_columns, title.strip()))
    if width > max_width:
        message = f"`title` is {width} columns wide; search results show {max_width}"
        yield Problem(document.front_matter.span_of(("title",)), message)


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1

"""The date differs from the date in the file name.

The file may have been copied from another article, or the article was rescheduled and only one of
the dates was changed. Generators take the URL from one and the order from the other. Correct the
date, or rename the file.

A difference of one day is allowed, since a time zone can cause it.
"""

from datetime import date

from contentlint.rule import Document, Problem, Problems, bad, cut, good, lazy, rule
from contentlint.rules.front_matter._dates import published

EXAMPLES = [
    good("---\ndate: 2024-03-18\n---\n", path="_posts/2024-03-18-tea.md"),
    good("---\ndate: 2024-03-19T01:00:00+08:00\n---\n", path="2024-03-18-tea.md"),
    good("---\ndate: 2024-03-18\n---\n", path="tea.md"),
    good("---\ndate: 2024-03-18\n---\n", path="2023-99-99-tea.md"),
    good("---\ntitle: tea\n---\n", path="2023-03-18-tea.md"),
    good("---\ndate: 2024-03-18\n---\n", path="tea-since-2023-03-18.md"),
    bad(
        "---\r\ntitle: 潮 👍\r\ndate: ⟦2024-03-28⟧\r\n---\r\n",
        "`date`: `2024-03-28` differs from `2024-03-18` in the file name",
        path="_posts/2024-03-18-tea.md",
    ),
    bad(
        "+++\ndate = ⟦2024-03-28⟧\n+++\n",
        "`date`: `2024-03-28` differs from `2023-03-28` in the file name",
        path="content/2023-03-28-tea/index.md",
        schema="hugo",
    ),
]

_DATED = lazy(r"(?:^|/)([0-9]{4})-([0-9]{2})-([0-9]{2})(?=[-_. ]|/|$)")


@rule(severity="warning", preset="strict", since="0.1", when="front-matter")
def check(document: Document) -> Problems:
    name = _name(document.path)
    match = _DATED.match(name)
    if match is None:
        return
    try:
        named = date(*map(int, match.groups()))
    except ValueError:
        return
    found = published(document)
    if found is not None and abs((found.day - named).days) > 1:
        message = f"`{found.key}`: `{cut(found.raw)}` differs from `{named}` in the file name"
        yield Problem(found.span, message)


def _name(path: str) -> str:
    """The file name of a path; the folder name if the file is an index."""
    folder, _, name = path.replace("\\", "/").rpartition("/")
    return folder.rpartition("/")[2] if name.lower().startswith("index.") else name

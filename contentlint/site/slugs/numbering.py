"""What several algorithms have in common: numbers of duplicates, and typographic characters."""

from collections.abc import Callable, Iterable, Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading

_CODE = lazy(r"(?<!`)(`+)(?!`)(?P<code>[^`]+)(?<!`)\1(?!`)")
_DASHES = lazy(r"(?<!\\)-{2,3}|(?<!\\)\.{3}")


def in_order(headings: Iterable[Heading], slug: Callable[[Heading], str]) -> list[str]:
    """The ids of headings, where a duplicate gets the first free number, as in `tide-1`.

    Explicit ids are taken once their heading was read. Headings that are HTML get no id.

    Args:
        headings: the headings of an article.
        slug: the id that a heading without an explicit one would get, were it the only one.
    """
    taken: set[str] = set()
    counts: dict[str, int] = {}
    found = []
    for heading in headings:
        if heading.is_html:
            found.append(heading.id)
            continue
        made = heading.id or first_free(slug(heading), taken, counts)
        if made:
            taken.add(made)
        found.append(made)
    return found


def first_free(made: str, taken: set[str], counts: dict[str, int]) -> str:
    """An id that is not taken: the one that was made, or with the first number that is free.

    An empty id remains empty.

    Args:
        made: the id that was made.
        taken: the ids that are taken.
        counts: the numbers that were given, by the id before the number; updated.
    """
    if not made or made not in taken:
        return made
    number = counts.get(made, 0) + 1
    while f"{made}-{number}" in taken:
        number += 1
    counts[made] = number
    return f"{made}-{number}"


def without_dashes(heading: Heading) -> str:
    """The text of a heading without what becomes a dash or an ellipsis: `--`, `---` and `...`.

    In code they remain.
    """
    text = heading.text
    if not _DASHES.search(text):
        return text
    kept: Sequence[str] = [code["code"].strip(" ") for code in _CODE.finditer(heading.raw)]
    parts = []
    for code in kept:
        before, found, text = text.partition(code)
        if not found:
            text = before
            continue
        parts.append(_DASHES.sub("", before) + code)
    return "".join(parts) + _DASHES.sub("", text)

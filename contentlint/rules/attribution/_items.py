"""List items with a title, as of talks or books: a name in one is of that, not of the article."""

from bisect import bisect_left, bisect_right

from contentlint.rule import Document, NamedTuple

_TITLES = frozenset(
    {"a", "strong", "b", "em", "i", "cite", *(f"h{level}" for level in range(1, 7))}
)


class Item(NamedTuple):
    """The start of a list item.

    Args:
        is_titled: whether it starts with a link, or with emphasized text.
        is_in_list: whether the item before or after it does so, too.
    """

    is_titled: bool
    is_in_list: bool


def item_before(document: Document, offset: int) -> Item | None:
    """The list item that an offset is in, if text of it is before the offset.

    Args:
        document: the article.
        offset: an offset of the file, in an item.
    """
    items = document.once(_items)
    number = bisect_right(items, offset, key=_start) - 1
    if number < 0 or not items[number][1] < offset:
        return None
    near = (*items[max(number - 1, 0) : number], *items[number + 1 : number + 2])
    return Item(items[number][2], any(is_titled for _start, _first, is_titled in near))


def _items(document: Document) -> list[tuple[int, int, bool]]:
    """Where each list item starts, where its text does, and whether that is a title."""
    runs = [run for run in document.text_runs if run.raw.strip()]
    starts = [run.span.start for run in runs]
    items = []
    for start in sorted(element.span.start for element in document.elements("li")):
        number = bisect_left(starts, start)
        if number < len(runs):
            is_titled = not _TITLES.isdisjoint(runs[number].parents)
            items.append((start, starts[number], is_titled))
    return items


def _start(item: tuple[int, int, bool]) -> int:
    return item[0]

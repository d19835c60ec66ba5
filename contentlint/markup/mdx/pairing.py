"""Which start tag belongs to which end tag."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from contentlint.core.tuples import NamedTuple
from contentlint.markup.mdx.article import Article
from contentlint.markup.mdx.fault import Fault
from contentlint.markup.mdx.tags import Tag

if TYPE_CHECKING:
    from markdown_it.token import Token

_BLOCKS = {
    "paragraph": "paragraph",
    "heading": "heading",
    "list_item": "list item",
    "bullet_list": "list",
    "ordered_list": "list",
    "blockquote": "block quote",
    "th": "table cell",
    "td": "table cell",
    "tr": "table row",
    "table": "table",
    "em": "emphasis",
    "strong": "emphasis",
    "s": "strikethrough",
    "link": "link",
    "label": "label",
    "footnote": "footnote",
    "directive": "admonition",
    "image": "alt text",
}


# How many tags and blocks ahead an end tag is searched for.
_FARTHEST = 1000


class _Block(NamedTuple):
    """A block, or a part of a text, that tags must not leave.

    Args:
        name: what it is called.
    """

    name: str


Step = Tag | _Block | None
"""A tag, the start of a block, or the end of the last block."""


def steps(tokens: "Iterable[Token]") -> "Iterator[Step]":
    """The tags and blocks of an article, in order."""
    for token in tokens:
        if token.meta and "tags" in token.meta:
            yield from token.meta["tags"]
        elif token.meta and "tag" in token.meta:
            yield token.meta["tag"]
        elif token.type == "inline":
            yield from steps(token.children or ())
        elif token.nesting == 1:
            yield _Block(_BLOCKS.get(token.type.removesuffix("_open"), "block"))
        elif token.nesting == -1:
            yield None
        elif token.children:
            yield _Block(_BLOCKS.get(token.type, "block"))
            yield from steps(token.children)
            yield None


def pair(article: Article, tokens: "Iterable[Token]") -> None:
    """Add the faults of tags without a counterpart."""
    _Pairing(article, list(steps(tokens))).run()


class _Pairing:
    def __init__(self, article: Article, steps: list[Step]) -> None:
        self.article = article
        self.steps = steps
        self.index = 0
        self.open: list[Tag | _Block] = []
        # Tags that were open when their block ended.
        self.left: list[tuple[Tag, str]] = []
        # Names that were reported as unclosed; their end tag may still come.
        self.reported: Counter[str] = Counter()

    def run(self) -> None:
        for index, step in enumerate(self.steps):
            self.index = index
            if step is None:
                self._leave()
            elif isinstance(step, _Block):
                self.open.append(step)
            elif step.is_end:
                self._end(step)
            elif not step.closes_itself:
                self.open.append(step)
        while self.open:
            top = self.open.pop()
            if isinstance(top, Tag):
                self._unclosed(top)
        for tag, block in self.left:
            self._unclosed(tag, block=block)

    def _unclosed(self, tag: Tag, *, other: Tag | None = None, block: str = "") -> None:
        place = other.span if other else None
        self.article.add(Fault(tag.span, "unclosed", tag.name, place, block))

    def _leave(self) -> None:
        """The end of a block: what is open in it may end outside."""
        tags: list[Tag] = []
        while self.open:
            top = self.open.pop()
            if isinstance(top, _Block):
                self.left += ((tag, top.name) for tag in tags)
                return
            tags.append(top)

    def _blocks(self) -> Iterator[str]:
        """The names of the blocks around, from the inside."""
        return (each.name for each in reversed(self.open) if isinstance(each, _Block))

    def _end(self, end: Tag) -> None:
        if end.has_attributes or end.closes_itself:
            self.article.add(Fault(end.span, "end-tag-form", end.name))
        inner: list[Tag] = []
        for index in range(len(self.open) - 1, -1, -1):
            tag = self.open[index]
            if isinstance(tag, _Block):
                break
            if tag.name == end.name:
                if inner and self._was_left(end, after=tag):
                    return
                del self.open[index:]
                self._close(end, inner)
                return
            inner.append(tag)
        self._unmatched(end)

    def _close(self, end: Tag, inner: list[Tag]) -> None:
        """Report the tags that an end tag leaves open, from the inside."""
        after = self.steps[self.index + 1] if self.index + 1 < len(self.steps) else None
        for each in inner:
            self.reported[each.name] += 1
            if isinstance(after, Tag) and after.is_end and after.name == each.name:
                # `<b><i></b></i>`: the end tags are in the wrong order.
                fault = Fault(end.span, "swapped-end", end.name, each.span, each.name)
                self.article.add(fault)
                return
        for each in reversed(inner):
            self._unclosed(each, other=end)

    def _unmatched(self, end: Tag) -> None:
        """An end tag without a start tag in its block."""
        top = self.open[-1] if self.open else None
        if self.reported[end.name]:
            # `<b><i></b></i>` is one fault.
            self.reported[end.name] -= 1
        elif isinstance(top, Tag) and not self._is_expected(top, end):
            self.open.pop()
            self.article.add(Fault(end.span, "mismatched-end", end.name, top.span, top.name))
        elif not self._is_elsewhere(end):
            self.article.add(Fault(end.span, "stray-end", end.name))

    def _is_expected(self, tag: Tag, end: Tag) -> bool:
        """Whether the end tag of a start tag is still to come, so that another one is too many."""
        if tag.name.lower() == end.name.lower():
            return False
        return self._has_end(tag.name) or self._opened_outside(end) is not None

    def _has_end(self, name: str) -> bool:
        """Whether an end tag to come belongs to an open tag of that name."""
        depth = 0
        for step in self.steps[self.index + 1 : self.index + 1 + _FARTHEST]:
            if isinstance(step, Tag) and step.name == name and not step.closes_itself:
                depth += -1 if step.is_end else 1
                if depth < 0:
                    return True
        return False

    def _opened_outside(self, end: Tag) -> int | None:
        for index in range(len(self.open) - 1, max(len(self.open) - _FARTHEST, 0) - 1, -1):
            tag = self.open[index]
            if isinstance(tag, Tag) and tag.name == end.name:
                return index
        return None

    def _was_left(self, end: Tag, after: Tag | None = None) -> bool:
        """Take note of a start tag that was open when its block ended, if there is one.

        Args:
            end: the end tag.
            after: the tag that it must come after; None: any.
        """
        for index in range(len(self.left) - 1, max(len(self.left) - _FARTHEST, 0) - 1, -1):
            tag, block = self.left[index]
            if after is not None and tag.span.start < after.span.start:
                return False
            if tag.name == end.name:
                del self.left[index]
                self.article.add(Fault(tag.span, "across-blocks", tag.name, end.span, block))
                return True
        return False

    def _is_elsewhere(self, end: Tag) -> bool:
        """Take note of a start tag in another block, if there is one."""
        if self._was_left(end):
            return True
        outside = self._opened_outside(end)
        if outside is None:
            return False
        start = self.open.pop(outside)
        block = next(self._blocks(), "")
        place = start.span if isinstance(start, Tag) else None
        self.article.add(Fault(end.span, "across-blocks", end.name, place, block))
        return True

"""Lines such as `Source: The Harbor Gazette`: words, a separator, and what they are about."""

from collections.abc import Iterator

from contentlint.rule import Document, NamedTuple, lazy
from contentlint.rules.attribution._languages import MAX_LABEL, label_kinds
from contentlint.rules.attribution._lines import Block, ends

_SEPARATOR = lazy(
    r"[ \xa0\u3000*_)\]】]*(?:[:：︰|｜丨/／=＝・·•\t—–]|(?<=\s)-(?=\s))[ \xa0\u3000:：*_\ufffc]*"
    # 【作者】林知微 · [글] 서하람
    r"|[)）\]］】〕〗》＞>][ \xa0\u3000*_]*(?=[^\s\W])"
)
_LEAD = " \t\xa0\u3000*_（(【[〔［〖＜《「«“—–#>※+-•·.■□◆◇●○◎▲△▼▽★☆✎✍🖊►▶"
_OPENING = "(（[［【〔〖《＜<"
_CLOSING = ")）]］】〕〗》＞>"
# Separators that have other meanings too: only a label at the start of a line counts.
_DOUBTFUL = frozenset("/／・·•=＝—–-|")
_WORD_START = lazy(r"(?<![^\W_])[^\W_]")
_EDGE = lazy(
    r"(?:[|｜丨/／·・•,،，、;；。.!?！？\t()（）【】\[\]〔〕〖〗—–\-:：＞>※*#+＊©]|\s\s|[\u3000\xa0])[\s*_\ufffc「『《]*\Z"
    r"|\A[\s*_\W\d]*\Z|[\u2e80-\u9fff] \Z|\d[日年月]? \Z"
)
# The folders of a path: `build/source/a.txt`
_FOLDERS = lazy(r"[A-Za-z0-9_.-]/\Z")
_DATES = lazy(r"\A[\d年月日/.:：\s-]{4,24}\Z")
# The words before a separator are at most this long; longer lines are prose.
_MAX_LINE = 400


class Label(NamedTuple):
    """A labeled value in a block.

    Args:
        block: the block.
        kinds: the kinds of the label, each with the codes of its languages.
        start: where the label starts.
        value: where its value starts.
        end: where its value ends.
        is_first: whether the label is at the start of its line.
    """

    block: Block
    kinds: dict[str, tuple[str, ...]]
    start: int
    value: int
    end: int
    is_first: bool

    @property
    def text(self) -> str:
        """The value."""
        return self.block.text[self.value : self.end]


def end_labels(document: Document) -> list[Label]:
    """The labeled values at the head and the foot of an article, in their order."""
    return document.once(_end_labels)


def _end_labels(document: Document) -> list[Label]:
    return [label for block in ends(document) for label in labels_of(block)]


def labels_of(block: Block) -> Iterator[Label]:
    """The labeled values of a block."""
    for start, end in block.lines():
        if end - start <= _MAX_LINE:
            yield from _labels_in(block, start, end)


def _labels_in(block: Block, start: int, end: int) -> Iterator[Label]:
    found: list[Label] = []
    for match in _SEPARATOR.finditer(block.text, start, end):
        label = _label_before(
            block, start, match.start(), match[0].strip(" \xa0\u3000*_)]】")[:1] or match[0][:1]
        )
        if label is not None:
            kinds, begin, is_first = label
            found.append(Label(block, kinds, begin, match.end(), end, is_first))
    for number, label_found in enumerate(found):
        following = found[number + 1].start if number + 1 < len(found) else end
        text = block.text[label_found.value : max(following, label_found.value)]
        text = text.rstrip(" \xa0\u3000\t*_|｜丨·•,，;；、/／—–-（(【[>")
        yield label_found._replace(end=label_found.value + len(text))


def _label_before(
    block: Block, start: int, end: int, separator: str
) -> tuple[dict[str, tuple[str, ...]], int, bool] | None:
    """The longest label that ends at an offset of a line, its start, and whether it is first."""
    folded = block.folded
    first = max(start, end - MAX_LABEL)
    for match in _WORD_START.finditer(folded, first, end):
        begin = match.start()
        kinds = label_kinds(folded[begin:end])
        if not kinds:
            continue
        before = block.text[start:begin]
        if separator == "/" and _FOLDERS.search(before):
            continue
        if separator in _CLOSING:
            if before[-1:] in _OPENING and before[-1:] and not before[:-1].strip(_LEAD):
                return kinds, begin, True
            continue
        is_first = not before.strip(_LEAD) or bool(_DATES.match(before))
        if is_first or (_EDGE.search(before) and separator not in _DOUBTFUL):
            return kinds, begin, is_first
        is_known = len(folded[begin:end]) > 1 or separator in before
        if separator in "/／|・·—–-=＝" and _EDGE.search(before) and is_known:
            return kinds, begin, is_first
    return None

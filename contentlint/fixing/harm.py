"""Whether fixes made an article worse: new findings, other data, other words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from contentlint.article.document import Document
from contentlint.core.edits import Moves
from contentlint.core.finding import Edit, Finding
from contentlint.core.source import Span
from contentlint.engine.conserve import is_invisible
from contentlint.front_matter import FrontMatter, KeyPath
from contentlint.markup.standard import SPECIAL

if TYPE_CHECKING:
    import turbohtml

# Elements of the special category (13.2.4.2) that are inline.
_INLINE = frozenset(
    "applet area base button embed iframe img input keygen link marquee meta noscript object param "
    "select source template textarea track wbr".split()
)
_BREAKS = SPECIAL - _INLINE
_NOT_SHOWN = frozenset({"script", "style", "template", "noscript", "iframe", "noembed", "noframes"})
_ONE_LINE = dict.fromkeys(map(ord, "\n\r\f"), " ")


class _Visible(dict[int, int | None]):
    """For `str.translate`: drops control and format characters, each looked up once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = found = None if is_invisible(chr(code)) else code
        return found


_VISIBLE = _Visible()


def new_findings(
    before: Iterable[Finding], after: Iterable[Finding], moves: Moves
) -> list[Finding]:
    """The new findings: of a rule that reported nothing at this place before.

    Findings that depend on other articles do not count.

    Args:
        before: the previous findings, without the fixed ones.
        after: the current findings.
        moves: maps offsets of the previous text to the current one.
    """
    known: dict[str, list[Span]] = defaultdict(list)
    for finding in before:
        known[finding.rule].append(moves.range(finding.span.start))
    for places in known.values():
        places.sort(reverse=True)
    found = []
    for finding in sorted(after, key=lambda finding: finding.span):
        places = known[finding.rule]
        while places and places[-1].end < finding.span.start:
            places.pop()
        if places and places[-1].start <= finding.span.start:
            places.pop()
        else:
            found.append(finding)
    return found


def other_key(before: FrontMatter, after: FrontMatter, edits: list[Edit]) -> str | None:
    """An unintended change of front matter: at a key that was not edited.

    Returns:
        a description, or None if there is no such change or the front matter did not load before.
    """
    if before.format is None or before.syntax_problems:
        return None
    if after.format is None or after.syntax_problems:
        return "the front matter would no longer load"
    targets = _targets(before, edits)
    old, new = dict(_scalars(before.data, ())), dict(_scalars(after.data, ()))
    for path in old:
        if (path not in new or new[path] != old[path]) and not _is_in(path, targets):
            return f"it also changes `{_shown(path)}`"
    written = "\n".join(edit.text for edit in edits)
    for path in new:
        if path not in old and not _is_in(path, targets) and str(path[-1]) not in written:
            return f"it adds the key `{_shown(path)}`"
    return None


def _targets(front_matter: FrontMatter, edits: list[Edit]) -> list[KeyPath]:
    """The innermost keys and values that edits touch."""
    touched = {
        path
        for path, entry in front_matter.entries.items()
        for place in (entry.value, entry.key or entry.value)
        if any(_touches(edit.span, place) for edit in edits)
    }
    around = {path[:length] for path in touched for length in range(len(path))}
    return [path for path in touched if path not in around]


def _touches(edit: Span, place: Span) -> bool:
    """Whether an edit overlaps a place or, as an insertion, is at its edge."""
    if edit.start < edit.end and place.start < place.end:
        return edit.start < place.end and place.start < edit.end
    return edit.start <= place.end and place.start <= edit.end


def _is_in(path: KeyPath, targets: list[KeyPath]) -> bool:
    return any(path[: len(key)] == key for key in targets)


def _scalars(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """All scalar values by path, with their types, so that `1` differs from `true`."""
    if isinstance(value, Mapping) and (value or not path):
        for key, inner in value.items():
            yield from _scalars(inner, (*path, key))
    elif isinstance(value, (list, tuple)) and value:
        for index, inner in enumerate(value):
            yield from _scalars(inner, (*path, index))
    else:
        yield path, (type(value), repr(value))


def _shown(path: KeyPath) -> str:
    return ".".join(map(str, path))


def shown_lines(document: Document) -> list[str]:
    """The visible words of the body, one line per block."""
    text = "".join(_words(document.markup.tree.find("body")))
    lines = (" ".join(line.translate(_VISIBLE).split()) for line in text.split("\n"))
    return [line for line in lines if line]


def is_only_revealed(before: list[str], after: list[str], edits: Iterable[Edit]) -> bool:
    """Whether adding missing `>` to tags only made hidden text visible.

    Args:
        before: the lines visible before.
        after: the lines visible now.
        edits: the edits.
    """
    if any(edit.span.start < edit.span.end or edit.text != ">" for edit in edits):
        return False
    # Compare without spaces, since a hidden word may have been between two visible ones.
    following = iter("".join("".join(after).split()))
    return all(char in following for char in "".join("".join(before).split()))


def _words(body: "turbohtml.Node | None") -> Iterator[str]:
    import turbohtml

    # A tag name in the stack marks the end of its element.
    pending: list[turbohtml.Node | str] = [] if body is None else [body]
    while pending:
        node = pending.pop()
        if isinstance(node, str):
            yield "\n"
        elif isinstance(node, turbohtml.Text):
            yield node.data.translate(_ONE_LINE)
        elif isinstance(node, turbohtml.Element) and node.tag not in _NOT_SHOWN:
            if node.tag in _BREAKS:
                yield "\n"
                pending.append(node.tag)
            pending.extend(reversed(list(node.children)))

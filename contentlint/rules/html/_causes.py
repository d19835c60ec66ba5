"""Errors that may be why a later end tag has no start tag."""

from functools import cached_property

from contentlint.rule import Document, Repair, lazy

_NAME = lazy(r"[a-z0-9-]+")
# Tag errors that hide the tag itself or the tags after it from the parser.
_HIDE_TAGS = frozenset(
    "unclosed-quote unexpected-character-in-attribute-name eof-in-tag eof-in-comment "
    "nested-comment incorrectly-opened-comment "
    "unexpected-question-mark-instead-of-tag-name cdata-in-html-content "
    "invalid-first-character-of-tag-name".split()
)
_HIDDEN_BY = frozenset({"unclosed", "nested", "unfinished", "ignored-start", "self-closing"})


class Causes:
    """Earlier errors that may be why an end tag is unmatched."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def _first(self) -> dict[str, int]:
        """The offset of the first error of each element name."""
        found: dict[str, int] = {}
        for repair in self.document.repairs:
            if repair.kind in _HIDDEN_BY:
                for name in (repair.tag, repair.other_tag or ""):
                    # `<li">` becomes an element named `li"`.
                    match = _NAME.match(name)
                    known = match[0] if match else name
                    found[known] = min(repair.span.start, found.get(known, repair.span.start))
        return found

    @cached_property
    def _misnested(self) -> list[tuple[int, int]]:
        """The elements that are closed before an inner one; the latter may have a wrong end tag."""
        return [
            (repair.other.start, repair.span.start)
            for repair in self.document.repairs
            if repair.kind == "misnested" and repair.other is not None
        ]

    @cached_property
    def _hidden(self) -> int:
        """The offset after which any tag may be hidden."""
        offsets = [e.span.start for e in self.document.parse_errors if e.code in _HIDE_TAGS]
        return min(offsets, default=len(self.document.text))

    def any_before(self, repair: Repair) -> bool:
        """Whether there is such an error before an end tag."""
        start = repair.span.start
        if repair.opened is not None and repair.tag != "p":
            return True
        if any(first < start < last for first, last in self._misnested):
            return True
        return self._first.get(repair.tag, start) < start or self._hidden < start

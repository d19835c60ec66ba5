"""Fingerprints identify a finding among those of its rule in a file, without a line number.

A fingerprint is a hash of the key path in front matter, or of the marked text and the text around
it on its line; it contains no message text. It survives moved lines and changed messages.
"""

import re
from bisect import bisect_right

from contentlint.article.document import Document
from contentlint.core.digests import blake2b
from contentlint.core.finding import Finding
from contentlint.core.patterns import lazy
from contentlint.core.source import Span

# How much of the marked text and of its context a fingerprint uses, in code points.
_MARKED = 200
_AROUND = 24
_WINDOW = 2000
# A suppression comment must not change the fingerprints of findings on its line.
_SUPPRESSION = lazy(
    r"<!--\s*contentlint-(?:(?!-->).)*+(?:-->|\Z)"
    r"|\{[ \t]*/\*\s*contentlint-(?:(?!\*/).)*+(?:\*/[ \t]*\}|\Z)",
    re.DOTALL,
)


class Fingerprints:
    """Computes the fingerprints of the findings of one article.

    Args:
        document: the article.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._keys: list[tuple[int, tuple[str | int, ...]]] | None = None

    def of(self, finding: Finding) -> str:
        """The fingerprint of a finding, as 16 hexadecimal digits."""
        parts = self._parts(finding)
        data = "\0".join(parts).encode("utf-8", "surrogatepass")
        return blake2b(data, digest_size=8).hexdigest()

    def _parts(self, finding: Finding) -> tuple[str, ...]:
        text, span = self.document.text, finding.span
        marked = _one_line(text[span.start : min(span.end, span.start + _MARKED)])
        front_matter = self.document.front_matter
        if front_matter.format is not None and span.start < front_matter.block.end:
            key = self._key_at(span.start)
            if not key or finding.line != finding.end_line:
                marked = finding.about
            return ("key", key, marked.strip("'\""))
        if span.start == span.end:
            return ("file", finding.about)
        return ("text", self._before(span), marked, self._after(span))

    def _key_at(self, offset: int) -> str:
        """The key path at an offset, without list indexes."""
        if self._keys is None:
            entries = self.document.front_matter.entries.items()
            self._keys = sorted(((e.key or e.value).start, path) for path, e in entries)
        place = bisect_right(self._keys, offset, key=lambda known: known[0])
        path = self._keys[place - 1][1] if place else ()
        return ".".join(part for part in path if isinstance(part, str))

    def _before(self, span: Span) -> str:
        text = self.document.text
        start = max(span.start - _WINDOW, 0)
        line = max(text.rfind("\n", start, span.start), text.rfind("\r", start, span.start)) + 1
        return self._beside(text[max(line, start) : span.start])[-_AROUND:]

    def _after(self, span: Span) -> str:
        rest = self.document.text[span.end : span.end + _WINDOW]
        return self._beside(re.split(r"[\r\n]", rest, maxsplit=1)[0])[:_AROUND]

    def _beside(self, text: str) -> str:
        if "contentlint-" in text:
            text = _SUPPRESSION.sub("", text)
        return _one_line(text)


def _one_line(text: str) -> str:
    return " ".join(text.split())

"""Small articles labelled by hand: what a careful reader misses in their attribution and credits.

One file a language, `<language>.txt`, in `tests/attribution`; `seen` and `held_out`
have more, written after the rules:

    §1 A paragraph that pieces of this file share; `§1` in a piece is replaced by it.
    === en-001 byline posts/tide.md generator=hugo
    ---
    author: Harbor Desk
    ---
    By ⟦by|Mara Lind⟧

`⟦tag|text⟧` marks a fault: the tag is the rule (`TAGS`), the text is what a finding should mark. A
piece without marks is in order. The kind says which rules are judged (`JUDGED`); what other rules
find in a piece counts neither for nor against them. All people and outlets are invented.

The labels say what is right, not what the rules find: a link to the original counts where it
follows the words that say so, on a labelled line, or under a source key whose value is not the
path of the article itself.
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent
# Held out once; rules were improved on their faults.
SEEN = FOLDER / "seen"
HELD_OUT = FOLDER / "held_out"

# A tag may name several rules, any of which is right.
TAGS = {
    "src": ("attribution/missing-source",),
    "ind": ("attribution/indirect-source",),
    "way": ("attribution/missing-source", "attribution/indirect-source"),
    "by": ("attribution/byline-mismatch",),
    "author": ("attribution/missing-author",),
    "tr": ("attribution/missing-translator",),
    "unclear": ("attribution/unclear-license",),
    "conflict": ("attribution/conflicting-license",),
    "embed": ("attribution/unsourced-embed",),
    "needs": ("image/license-needs-credit",),
    "stock": ("image/uncredited-stock-photo",),
    "credit": ("image/missing-credit",),
    "agency": ("image/agency-image",),
}

_SOURCE = ("attribution/missing-source", "attribution/indirect-source")
_BYLINE = ("attribution/byline-mismatch",)
_CREDIT = ("image/missing-credit",)
JUDGED: dict[str, tuple[str, ...]] = {
    # words that say where it was published before
    "source": _SOURCE,
    # such words with links that are not the way to the original
    "wrong-link": _SOURCE,
    # a word, a colon and the outlet
    "source-line": _SOURCE,
    # keys of the front matter
    "source-key": _SOURCE,
    # aggregated articles, and posts of companies that look like them
    "aggregated": _SOURCE,
    # home pages, shorteners
    "indirect": _SOURCE,
    # words that look like a source
    "source-trap": _SOURCE,
    "byline": _BYLINE,
    # with links, emphasis, classes; in quotes, lists, headings, definitions
    "byline-markup": _BYLINE,
    # words that look like names, names that are of no author of the article
    "byline-trap": _BYLINE,
    "author": ("attribution/missing-author",),
    "translator": ("attribution/missing-translator",),
    "license": ("attribution/unclear-license", "attribution/conflicting-license"),
    "embed": ("attribution/unsourced-embed",),
    # images of the front matter
    "cover": _CREDIT,
    # images of the body
    "caption": _CREDIT,
    # hosts whose licenses ask for a credit, stock photos, agencies
    "host": ("image/license-needs-credit", "image/uncredited-stock-photo", "image/agency-image"),
}


class Fault(NamedTuple):
    """A fault that a careful reader finds.

    Args:
        rules: ids of the rules that may report it; one of them must.
        start: where the marked text starts, as an offset in code points.
        end: where it ends.
    """

    rules: tuple[str, ...]
    start: int
    end: int


class Piece(NamedTuple):
    """A labelled article.

    Args:
        id: its name, unique in all files.
        language: the language that it is in (BCP 47).
        kind: what it is about; a key of `JUDGED`.
        path: the path of the article in its site.
        text: the whole file.
        expected: every fault, in the order of the text; empty: it is in order.
        generator: what builds the site; None: unknown.
    """

    id: str
    language: str
    kind: str
    path: str
    text: str
    expected: tuple[Fault, ...]
    generator: str | None = None

    @property
    def judged(self) -> tuple[str, ...]:
        """Ids of the rules whose findings count in this piece."""
        return JUDGED[self.kind]


_HEADER = re.compile(r"^=== +(.+)$", re.MULTILINE)
_SHARED = re.compile(r"§([0-9a-z])")
_MARK = re.compile(r"⟦([a-z]+)\|([^⟦⟧]+)⟧")


@cache
def pieces(folder: Path = FOLDER) -> tuple[Piece, ...]:
    """All pieces of the files in a folder."""
    return tuple(piece for path in sorted(folder.glob("*.txt")) for piece in _read(path))


def _read(path: Path) -> list[Piece]:
    head, *parts = _HEADER.split(path.read_text(encoding="utf-8"))
    shared = {line[1]: line[2:].strip() for line in head.splitlines() if line.startswith("§")}
    return [
        _piece(path, header.split(), _SHARED.sub(lambda match: shared[match[1]], body.strip("\n")))
        for header, body in zip(parts[::2], parts[1::2], strict=True)
    ]


def _piece(path: Path, header: list[str], marked: str) -> Piece:
    name, kind, article, *options = header
    text, faults, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        faults.append(Fault(TAGS[match[1]], len(text), len(text) + len(match[2])))
        text += match[2]
        last = match.end()
    text += marked[last:] + "\n"
    if "⟦" in text or "⟧" in text:
        raise ValueError(f"{path.name}: {name}: a mark is not `⟦tag|text⟧`")
    generator = dict(option.split("=", 1) for option in options).get("generator")
    return Piece(name, path.stem, kind, article, text, tuple(faults), generator)

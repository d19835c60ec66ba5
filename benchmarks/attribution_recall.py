"""How much of what articles lack in attribution and credits do the rules find?

    python benchmarks/attribution_recall.py
    python benchmarks/attribution_recall.py --show misses --language de --kind byline
    python benchmarks/attribution_recall.py --held-out

The articles are those of `tests/attribution`, labelled by hand. A finding is right where it is of
the rule that the label names and marks any of the labelled text; `exact` is the share of those that
mark just that. `--show misses` prints every fault that no rule found, `--show alarms` every finding
that no label asks for. Do not look at the held-out articles to improve a rule: they are there to
tell how well it does on what nobody looked at.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "attribution"))

import labelled

from contentlint import registry
from contentlint.article.document import Document
from contentlint.core.source import Source
from contentlint.site.generators import named

Found = tuple[str, int, int]
# Names that rules had before.
OLD_NAMES = {
    "attribution/conflicting-license": "attribution/conflicting-licence",
    "attribution/unclear-license": "attribution/unclear-licence",
    "image/license-needs-credit": "image/licence-needs-credit",
    "image/uncredited-stock-photo": "image/unthanked-photographer",
    "image/agency-image": "image/agency-picture",
}


class Count:
    """How often rules and labels agree."""

    def __init__(self) -> None:
        self.right = self.exact = self.wrong = self.missed = 0

    def row(self, name: str) -> str:
        labels = self.right + self.missed
        said = self.right + self.wrong
        return (
            f"{name:<28} {_share(self.right, labels)} {_share(self.right, said)} "
            f"{_share(self.exact, self.right)} {labels:>7} {self.missed:>7} {self.wrong:>7}\n"
        )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:>9.3f}" if whole else f"{'-':>9}"


@cache
def _known() -> frozenset[str]:
    return frozenset(registry.rule_ids())


def found(piece: labelled.Piece) -> set[Found]:
    """What the judged rules are sure of in a piece.

    Args:
        piece: a labelled article.
    """
    document = Document(Source(piece.path, piece.text), generator=named(piece.generator))
    said: set[Found] = set()
    for rule_id in piece.judged:
        name = rule_id if rule_id in _known() else OLD_NAMES[rule_id]
        for problem in registry.load(name).check(document):
            if problem.confidence == "high":
                said.add((rule_id, *problem.span))
    return said


def matches(fault: labelled.Fault, finding: Found) -> bool:
    """Whether a finding reports a fault: the rule agrees, and the spans overlap.

    Args:
        fault: what a label says.
        finding: rule id, start and end of what was found.
    """
    rule_id, start, end = finding
    return rule_id in fault.rules and start < fault.end and fault.start < end


def compare(
    pieces: Iterable[labelled.Piece],
) -> Iterator[tuple[labelled.Piece, labelled.Fault | None, Found | None]]:
    """Every fault with the finding that reports it, faults and findings without the other too.

    Args:
        pieces: the articles to check.
    """
    for piece in pieces:
        left = found(piece)
        for fault in piece.expected:
            hits = [finding for finding in left if matches(fault, finding)]
            left.difference_update(hits)
            yield piece, fault, min(hits) if hits else None
        for finding in sorted(left):
            yield piece, None, finding


def report(pieces: Iterable[labelled.Piece], show: str | None) -> None:
    """Print how the rules and the labels of some pieces agree.

    Args:
        pieces: the articles to check.
        show: `misses` or `alarms` to print these one by one; None: figures only.
    """
    pieces = tuple(pieces)
    counts: dict[tuple[str, str], Count] = defaultdict(Count)
    out = sys.stdout.write
    for piece, fault, finding in compare(pieces):
        rule_id = fault.rules[0] if fault is not None else finding[0] if finding else ""
        is_exact = fault is not None and finding is not None and finding[1:] == fault[1:]
        for key in (("", "all"), ("language", piece.language), ("kind", piece.kind)):
            _add(counts[key], fault, finding, is_exact=is_exact)
        _add(counts["rule", rule_id], fault, finding, is_exact=is_exact)
        if fault is not None and finding is None and show == "misses":
            out(f"{piece.id} {piece.kind}: {rule_id} not found: {_cut(piece, fault[1:])}\n")
        if fault is None and finding is not None and show == "alarms":
            out(f"{piece.id} {piece.kind}: {rule_id} not expected: {_cut(piece, finding[1:])}\n")
    in_order = sum(not piece.expected for piece in pieces)
    out(f"{len(pieces)} articles, {in_order} of them in order\n")
    group = None
    for key in sorted(counts):
        if key[0] != group:
            group = key[0]
            columns = "   recall precision     exact  faults  missed  alarms"
            out(f"\n{group or 'all':<28} {columns.lstrip():>54}\n")
        out(counts[key].row(key[1]))


def _add(
    count: Count, fault: labelled.Fault | None, finding: Found | None, *, is_exact: bool
) -> None:
    count.right += fault is not None and finding is not None
    count.exact += is_exact
    count.missed += finding is None
    count.wrong += fault is None


def _cut(piece: labelled.Piece, span: tuple[int, ...]) -> str:
    return repr(piece.text[span[0] : span[1]][:80])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--show", choices=("misses", "alarms"), help="print these one by one")
    parser.add_argument("--language", help="only articles in this language, as in `zh-Hant`")
    parser.add_argument("--kind", choices=sorted(labelled.JUDGED), help="only articles of a kind")
    parser.add_argument(
        "--held-out", action="store_true", help="the articles that no rule was improved on"
    )
    parser.add_argument("--seen", action="store_true", help="articles that were held out before")
    options = parser.parse_args()
    folder = labelled.HELD_OUT if options.held_out else labelled.FOLDER
    folder = labelled.SEEN if options.seen else folder
    chosen = [
        piece
        for piece in labelled.pieces(folder)
        if options.language in (None, piece.language) and options.kind in (None, piece.kind)
    ]
    report(chosen, options.show)


if __name__ == "__main__":
    main()

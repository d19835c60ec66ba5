"""How exact are the rules on attribution and pictures on pieces that were labelled by hand?

    python benchmarks/attribution_accuracy.py

Prints precision and recall in all, by language and by rule, and every piece where the rules and
the labels disagree. The pieces are those of `tests/attribution_labelled.py`, then those of
`tests/images_labelled.py`.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import test_attribution
import test_images


class Count:
    """How often rules and labels agree."""

    def __init__(self) -> None:
        self.right = self.wrong = self.missed = 0

    def __str__(self) -> str:
        precision = self.right / max(self.right + self.wrong, 1)
        recall = self.right / max(self.right + self.missed, 1)
        return f"precision {precision:.3f}  recall {recall:.3f}  of {self.right + self.missed}"


def main() -> None:
    for name, one in (("attribution", test_attribution), ("pictures", test_images)):
        sys.stdout.write(f"--- {name}\n")
        report(one.PIECES, one.found)


def report(pieces: Iterable[Any], found: Callable[[Any], set[tuple[str, int, int]]]) -> None:
    """Print how the rules and the labels of some pieces agree."""
    pieces = tuple(pieces)
    counts: dict[str, Count] = defaultdict(Count)
    out = sys.stdout.write
    for piece in pieces:
        said, expected = found(piece), set(piece.expected)
        for fault in said | expected:
            rule, start, end = fault
            for key in ("all", f"language {piece.language}", rule):
                counts[key].right += fault in said and fault in expected
                counts[key].wrong += fault not in expected
                counts[key].missed += fault not in said
            if fault not in said or fault not in expected:
                what = "missed" if fault in expected else "wrong"
                out(f"{what}: {rule} at {piece.text[start:end]!r} in {piece.text!r}\n")
    in_order = sum(not piece.expected for piece in pieces)
    out(f"{len(pieces)} pieces, {in_order} of them in order\n")
    for key in sorted(counts, key=lambda key: (key != "all", key)):
        out(f"{key:<40} {counts[key]}\n")


if __name__ == "__main__":
    main()

"""How exact are the attribution rules on pieces of articles that were labelled by hand?

    python benchmarks/attribution_accuracy.py

Prints precision and recall in all, by language and by rule, and every piece where the rules and
the labels disagree. The pieces are those of `tests/attribution_labelled.py`.
"""

import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from test_attribution import PIECES, found


class Count:
    """How often rules and labels agree."""

    def __init__(self) -> None:
        self.right = self.wrong = self.missed = 0

    def __str__(self) -> str:
        precision = self.right / max(self.right + self.wrong, 1)
        recall = self.right / max(self.right + self.missed, 1)
        return f"precision {precision:.3f}  recall {recall:.3f}  of {self.right + self.missed}"


def main() -> None:
    counts: dict[str, Count] = defaultdict(Count)
    out = sys.stdout.write
    for piece in PIECES:
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
    in_order = sum(not piece.expected for piece in PIECES)
    out(f"{len(PIECES)} pieces, {in_order} of them in order\n")
    for key in sorted(counts, key=lambda key: (key != "all", key)):
        out(f"{key:<40} {counts[key]}\n")


if __name__ == "__main__":
    main()

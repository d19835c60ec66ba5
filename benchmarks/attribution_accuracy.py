"""Measure the accuracy of the attribution and image rules on manually labelled samples.

    python benchmarks/attribution_accuracy.py

Prints precision and recall overall, by language and by rule, and every sample where the rules and
the labels disagree. The samples are in `tests/attribution_labelled.py` and
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
    """Counts of agreement between rules and labels."""

    def __init__(self) -> None:
        self.right = self.wrong = self.missed = 0

    def __str__(self) -> str:
        precision = self.right / max(self.right + self.wrong, 1)
        recall = self.right / max(self.right + self.missed, 1)
        return f"precision {precision:.3f}  recall {recall:.3f}  of {self.right + self.missed}"


def main() -> None:
    for name, one in (("attribution", test_attribution), ("images", test_images)):
        sys.stdout.write(f"--- {name}\n")
        report(one.PIECES, one.found)


def report(pieces: Iterable[Any], found: Callable[[Any], set[tuple[str, int, int]]]) -> None:
    """Print the agreement between the rules and the labels of the samples."""
    pieces = tuple(pieces)
    counts: dict[str, Count] = defaultdict(Count)
    out = sys.stdout.write
    for piece in pieces:
        reported, expected = found(piece), set(piece.expected)
        for problem in reported | expected:
            rule, start, end = problem
            for key in ("all", f"language {piece.language}", rule):
                counts[key].right += problem in reported and problem in expected
                counts[key].wrong += problem not in expected
                counts[key].missed += problem not in reported
            if problem not in reported or problem not in expected:
                what = "missed" if problem in expected else "wrong"
                out(f"{what}: {rule} at {piece.text[start:end]!r} in {piece.text!r}\n")
    unlabelled = sum(not piece.expected for piece in pieces)
    out(f"{len(pieces)} samples, {unlabelled} without expected findings\n")
    for key in sorted(counts, key=lambda key: (key != "all", key)):
        out(f"{key:<40} {counts[key]}\n")


if __name__ == "__main__":
    main()

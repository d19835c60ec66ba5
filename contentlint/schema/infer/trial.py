"""The inferred schema, run on the articles that it was inferred from."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contentlint.schema.infer.observed import Article, Pattern, observe
from contentlint.schema.infer.types import Model, Tolerance, model_of
from contentlint.schema.infer.writing import MODEL, Writer
from contentlint.schema.problem import FieldProblem
from contentlint.schema.pydantic_model import ModelSchema

if TYPE_CHECKING:
    from pydantic import BaseModel


@dataclass(frozen=True)
class Inferred:
    """A schema, and how the articles that it was inferred from fare under it.

    Args:
        source: a Python module; its model is `Article`.
        articles: how many the schema was inferred from.
        outliers: what breaks the schema, by article, in their order.
        rare: keys that are left out, with the number of articles that have them.
    """

    source: str
    articles: int
    outliers: tuple[tuple[Article, tuple[FieldProblem, ...]], ...]
    rare: dict[str, int]


def infer(articles: Sequence[Article], *, tolerance: float, head: str) -> Inferred:
    """Infer a schema.

    Args:
        articles: those with front matter that can be read.
        tolerance: which part of them may break it, 0.01 for one in a hundred.
        head: a comment for the head of the source; one line.
    """
    root = observe(articles)
    allowed = Tolerance(len(articles), tolerance)
    while True:
        model = model_of(root, (), allowed)
        source = Writer(root.all_keys()).write(model, head)
        schema = ModelSchema(MODEL, _run(source))
        checked = ((article, schema.check(article.front_matter)) for article in articles)
        outliers = tuple((article, problems) for article, problems in checked if problems)
        if len(outliers) <= allowed.allowed or not _widen(allowed, outliers):
            return Inferred(source, len(articles), outliers, _rare(model))


def _rare(model: Model) -> dict[str, int]:
    return dict(sorted(model.rare.items(), key=lambda key: (-key[1], key[0])))


def _run(source: str) -> "type[BaseModel]":
    """The model of a source that `Writer` wrote: literals, names and types of ours alone."""
    namespace: dict[str, object] = {"__name__": "contentlint_inferred"}
    exec(compile(source, "<inferred schema>", "exec"), namespace)
    model: type[BaseModel] = namespace[MODEL]  # type: ignore[assignment]  # it wrote a class
    return model


def _widen(
    tolerance: Tolerance, outliers: Sequence[tuple[Article, tuple[FieldProblem, ...]]]
) -> bool:
    """Let the schema take more, at the places that most articles break it at.

    As few places as needed: each keeps the articles from breaking it that break it there alone.
    Whether there was a place left to widen.
    """
    left = [{_pattern(problem) for problem in problems} for _, problems in outliers]
    is_wider = False
    while sum(map(bool, left)) > tolerance.allowed:
        numbers = Counter(pattern for patterns in left for pattern in patterns)
        numbers = Counter({p: n for p, n in numbers.items() if tolerance.widened.get(p, 0) < 2})
        if not numbers:
            break
        place = max(numbers, key=lambda pattern: (numbers[pattern], str(pattern)))
        tolerance.widened[place] = tolerance.widened.get(place, 0) + 1
        is_wider = True
        left = [patterns - {place} for patterns in left]
    return is_wider


def _pattern(problem: FieldProblem) -> Pattern:
    return tuple(part if isinstance(part, str) else None for part in problem.path)

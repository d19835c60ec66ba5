"""Check the inferred schema on the articles that it was inferred from."""

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
    """An inferred schema and the result of checking its articles.

    Args:
        source: a Python module; its model is `Article`.
        articles: number of articles that it was inferred from.
        outliers: the articles that violate the schema, in order, with their problems.
        rare: keys that are left out, with their number of articles.
    """

    source: str
    articles: int
    outliers: tuple[tuple[Article, tuple[FieldProblem, ...]], ...]
    rare: dict[str, int]


def infer(articles: Sequence[Article], *, tolerance: float, head: str) -> Inferred:
    """Infer a schema.

    Args:
        articles: articles with valid front matter.
        tolerance: share of articles that may violate the schema, 0.01 for 1 %.
        head: text of the comment at the top of the source; one line.
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
    """The model of a source that `Writer` wrote; it contains only literals and known names."""
    namespace: dict[str, object] = {"__name__": "contentlint_inferred"}
    exec(compile(source, "<inferred schema>", "exec"), namespace)
    model: type[BaseModel] = namespace[MODEL]  # type: ignore[assignment]  # it wrote a class
    return model


def _widen(
    tolerance: Tolerance, outliers: Sequence[tuple[Article, tuple[FieldProblem, ...]]]
) -> bool:
    """Widen the types at the paths that most articles violate; whether any could be widened.

    As few paths as needed: widening one resolves the articles that violate no other path.
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

"""Infer a Pydantic model from articles.

`observed` counts the values in the front matter of all articles, `types` chooses types for them,
`writing` writes the model as Python, and `trial` checks the same articles with it and widens types
until the number of outliers is within the tolerance. The articles are data: only keys and words of
enumerations reach the model, as Python literals.
"""

from contentlint.schema.infer.observed import Article
from contentlint.schema.infer.trial import Inferred, infer

__all__ = ["Article", "Inferred", "infer"]

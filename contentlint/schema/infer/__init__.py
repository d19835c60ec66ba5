"""A schema made from articles: what they have in common becomes a Pydantic model.

`observed` counts what stands in the front matter of a folder, `types` decides what that amounts
to, `writing` writes it down as Python, and `trial` runs the result on the same articles until no
more of them break it than is allowed. The articles are data: of their text only keys and words of
enumerations reach the model, as Python literals.
"""

from contentlint.schema.infer.observed import Article
from contentlint.schema.infer.trial import Inferred, infer

__all__ = ["Article", "Inferred", "infer"]

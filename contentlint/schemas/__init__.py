"""The shipped schemas: `from contentlint.schemas.hexo import Post`.

In a wheel their files are next to this one; in a checkout they are the top-level `schemas/`.
"""

from pathlib import Path

_checkout = Path(__file__).parents[2] / "schemas"
if (_checkout / "article.py").is_file():
    __path__.append(str(_checkout))

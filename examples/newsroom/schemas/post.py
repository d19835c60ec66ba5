"""The newsroom's own schema: what Hexo knows, and the desk that an article belongs to."""

from typing import Literal

from contentlint.schemas.hexo import Post as HexoPost
from pydantic import Field


class Post(HexoPost):
    """An article of the newsroom."""

    desk: Literal["city", "culture", "science"] = Field(description="the desk that answers for it")

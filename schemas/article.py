"""An article for any generator: a title and the usual keys."""

from pydantic import Field

from contentlint.bases import AnyCase, Usual
from contentlint.fields import PublishDate, Title


class Article(AnyCase, Usual):
    """Front matter of an article, with case-insensitive keys as in some generators."""

    title: Title = Field(description="title of the article")
    date: PublishDate | None = Field(None, description="publication date")
    updated: PublishDate | None = Field(None, description="date of the last change")
    lastmod: PublishDate | None = Field(None, description="date of the last change")

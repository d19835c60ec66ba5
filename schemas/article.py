"""An article of any generator: a title, and the usual keys where they are set."""

from pydantic import Field

from contentlint.bases import AnyCase, Usual
from contentlint.fields import PublishDate, Title


class Article(AnyCase, Usual):
    """Front matter of an article; keys in any case, since some generators read them so."""

    title: Title = Field(description="the headline")
    date: PublishDate | None = Field(None, description="when it was published")
    updated: PublishDate | None = Field(None, description="when it was last changed")
    lastmod: PublishDate | None = Field(None, description="when it was last changed")

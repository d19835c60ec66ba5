"""An article that was published elsewhere, such as news collected from feeds.

It requires the publisher and the URL of the original, so that readers can check the source and its
author is credited. No generator uses it by default; set `schema = "feed"`, or inherit from it.
"""

from typing import Annotated, ClassVar

from pydantic import AfterValidator, AliasChoices, Field

from contentlint.bases import Usual
from contentlint.core.urls import host, is_templated
from contentlint.fields import PublishDate, Text, Title, Url


def _whole_url(value: str) -> str:
    if host(value) is None and not is_templated(value):
        raise ValueError("expected an absolute URL; use the URL of the original")
    return value


class NewsArticle(Usual):
    """Front matter of an article by someone else."""

    # Required keys must be in every file, not only in articles.
    for_every_file: ClassVar[bool] = True

    title: Title = Field(description="title of the article")
    source: Annotated[Url, AfterValidator(_whole_url)] = Field(
        validation_alias=AliasChoices(
            "source", "source_url", "sourceUrl", "original_url", "originalUrl", "link", "url"
        ),
        description="URL of the original article",
    )
    publisher: Title = Field(
        validation_alias=AliasChoices(
            "publisher", "source_name", "sourceName", "site_name", "siteName", "outlet"
        ),
        description="original publisher: a newspaper, an agency, a site",
    )
    date: PublishDate | None = Field(None, description="date of the first publication")
    updated: PublishDate | None = Field(None, description="date of the last change")
    fetched: PublishDate | None = Field(None, description="date when it was fetched")
    license: Text | None = Field(None, description="license of the text")

"""An article that was taken from elsewhere, such as news gathered from feeds.

It names its publisher and the address where it was published first, so that a reader can check it
and whoever wrote it is credited. No generator brings it along; whoever gathers articles names it:
`schema = "feed"`, or inherits from it.
"""

from typing import Annotated, ClassVar

from pydantic import AfterValidator, AliasChoices, Field

from contentlint.bases import Usual
from contentlint.core.urls import host, is_templated
from contentlint.fields import PublishDate, Text, Title, Url


def _whole_url(value: str) -> str:
    if host(value) is None and not is_templated(value):
        raise ValueError("no web address; write the original's, from `https://` on")
    return value


class NewsArticle(Usual):
    """Front matter of an article of somebody else's."""

    # A file that lacks what is required is a fault, whatever else its block is for.
    for_every_file: ClassVar[bool] = True

    title: Title = Field(description="the headline")
    source: Annotated[Url, AfterValidator(_whole_url)] = Field(
        validation_alias=AliasChoices(
            "source", "source_url", "sourceUrl", "original_url", "originalUrl", "link", "url"
        ),
        description="the address where it was published first",
    )
    publisher: Title = Field(
        validation_alias=AliasChoices(
            "publisher", "source_name", "sourceName", "site_name", "siteName", "outlet"
        ),
        description="who published it first: a newspaper, an agency, a site",
    )
    date: PublishDate | None = Field(None, description="when it was published first")
    updated: PublishDate | None = Field(None, description="when it was last changed")
    fetched: PublishDate | None = Field(None, description="when it was taken over")
    license: Text | None = Field(None, description="under which licence it may be shown")

"""A template of an Eleventy site: the keys that Eleventy and its navigation plugin read.

Everything else is the site's own data, and so is the title, which may come from elsewhere in the
data cascade.

https://www.11ty.dev/docs/data-configuration/
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, Field

from contentlint.bases import Usual
from contentlint.fields import Flag, Number, PublishDate, Tags, Text, Texts, Title, WholeNumber

_OF_THE_FILE = ("last modified", "created", "git last modified", "git created")


def _of_the_file(value: Any) -> Any:
    """The words that stand for a date of the file itself are no dates to check."""
    is_word = isinstance(value, str) and value.strip().lower() in _OF_THE_FILE
    return None if is_word else value


class Pagination(BaseModel):
    """Which data a template makes several pages of."""

    data: Text | None = Field(None, description="the name of the data")
    size: WholeNumber | None = Field(None, description="how many items a page has")
    alias: Text | None = Field(None, description="the name of a page's items")
    reverse: Flag | None = Field(None, description="whether the last item is first")
    filter: Texts | None = Field(None, description="the items that are left out")
    resolve: Literal["values"] | None = Field(None, description="what of a mapping is taken")
    addAllPagesToCollections: Flag | None = Field(
        None, description="whether collections have all pages, not only the first"
    )
    generatePageOnEmptyData: Flag | None = Field(
        None, description="whether there is a page without data"
    )


class Navigation(BaseModel):
    """How a page stands in the navigation."""

    key: Text | None = Field(None, description="its name there")
    parent: Text | None = Field(None, description="the key of the page above")
    order: Number | None = Field(None, description="its rank: small is first")
    title: Text | None = Field(None, description="its text, in place of the key")
    url: Text | None = Field(None, description="where it leads, in place of the page")
    excerpt: Text | None = Field(None, description="a line about it")


class Import(BaseModel):
    """What a template needs to be built."""

    collections: Texts | None = Field(None, description="the collections that it reads")


class Page(Usual):
    """Front matter of a template; the site's own data is left alone."""

    title: Title | None = Field(None, description="the headline")
    date: Annotated[PublishDate | None, BeforeValidator(_of_the_file)] = Field(
        None, description="when it was published; also `git Created` and the like"
    )
    layout: Text | bool | None = Field(None, description="the layout it is shown with")
    permalink: Text | bool | dict[str, Any] | None = Field(
        None, description="where it is written; `false` for nowhere"
    )
    tags: Tags | None = Field(None, description="the collections it is in")
    pagination: Pagination | None = Field(None, description="the data that makes its pages")
    templateEngineOverride: Text | bool | None = Field(
        None, description="the template language, in place of the file's"
    )
    eleventyExcludeFromCollections: Flag | Texts | None = Field(
        None, description="whether no collection has it"
    )
    eleventyComputed: dict[str, Any] | None = Field(
        None, description="data that is made of other data"
    )
    eleventyNavigation: Navigation | bool | None = Field(
        None, description="how it stands in the navigation"
    )
    eleventyImport: Import | None = Field(None, description="what it needs to be built")
    dynamicPermalink: Flag | None = Field(None, description="whether the permalink is a template")
    permalinkBypassOutputDir: Flag | None = Field(
        None, description="whether the permalink starts outside of the output folder"
    )

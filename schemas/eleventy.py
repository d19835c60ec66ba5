"""A template of an Eleventy site: the keys that Eleventy and its navigation plugin read.

Other keys are data of the site, and so is the title, which may come from elsewhere in the data
cascade.

https://www.11ty.dev/docs/data-configuration/
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, Field

from contentlint.bases import Usual
from contentlint.fields import Flag, Number, PublishDate, Tags, Text, Texts, Title, WholeNumber

_FILE_DATES = ("last modified", "created", "git last modified", "git created")


def _without_file_dates(value: Any) -> Any:
    """Skip the keywords that refer to a date of the file."""
    is_word = isinstance(value, str) and value.strip().lower() in _FILE_DATES
    return None if is_word else value


class Pagination(BaseModel):
    """The data that a template is paginated over."""

    data: Text | None = Field(None, description="key of the data")
    size: WholeNumber | None = Field(None, description="number of items per page")
    alias: Text | None = Field(None, description="name of the items of a page")
    reverse: Flag | None = Field(None, description="whether the order is reversed")
    filter: Texts | None = Field(None, description="items to exclude")
    resolve: Literal["values"] | None = Field(None, description="part of a mapping to use")
    addAllPagesToCollections: Flag | None = Field(
        None, description="whether all pages are in collections, not only the first"
    )
    generatePageOnEmptyData: Flag | None = Field(
        None, description="whether to write a page if there is no data"
    )


class Navigation(BaseModel):
    """The navigation entry of a page."""

    key: Text | None = Field(None, description="name in the navigation")
    parent: Text | None = Field(None, description="key of the parent page")
    order: Number | None = Field(None, description="position (lower first)")
    title: Text | None = Field(None, description="label, instead of the key")
    url: Text | None = Field(None, description="URL, instead of that of the page")
    excerpt: Text | None = Field(None, description="short description")


class Import(BaseModel):
    """Dependencies of a template."""

    collections: Texts | None = Field(None, description="collections that it uses")


class Page(Usual):
    """Front matter of a template; data of the site is not checked."""

    title: Title | None = Field(None, description="title of the page")
    date: Annotated[PublishDate | None, BeforeValidator(_without_file_dates)] = Field(
        None, description="publication date; also keywords such as `git Created`"
    )
    layout: Text | bool | None = Field(None, description="layout")
    permalink: Text | bool | dict[str, Any] | None = Field(
        None, description="output path; `false` for none"
    )
    tags: Tags | None = Field(None, description="collections that contain it")
    pagination: Pagination | None = Field(None, description="pagination of the template")
    templateEngineOverride: Text | bool | None = Field(
        None, description="template language, instead of that of the file"
    )
    eleventyExcludeFromCollections: Flag | Texts | None = Field(
        None, description="whether it is excluded from collections"
    )
    eleventyComputed: dict[str, Any] | None = Field(None, description="computed data")
    eleventyNavigation: Navigation | bool | None = Field(None, description="navigation entry")
    eleventyImport: Import | None = Field(None, description="dependencies")
    dynamicPermalink: Flag | None = Field(None, description="whether the permalink is a template")
    permalinkBypassOutputDir: Flag | None = Field(
        None, description="whether the permalink is relative to the project, not the output folder"
    )

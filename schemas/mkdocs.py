"""A page of MkDocs, with what Material for MkDocs and its plugins read; a post of its blog.

https://www.mkdocs.org/user-guide/writing-your-docs/#meta-data
https://squidfunk.github.io/mkdocs-material/reference/
https://squidfunk.github.io/mkdocs-material/plugins/blog/#metadata
"""

import re
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from contentlint.bases import Usual
from contentlint.fields import (
    Flag,
    Number,
    PublishDate,
    Tags,
    Text,
    Texts,
    Title,
    WholeNumber,
)

_DATE_AS_TEXT = re.compile(r"[0-9]{4}([-/])[0-9]{1,2}\1[0-9]{1,2}(?:[Tt ]|$)")


def _unquoted(value: Any) -> Any:
    if isinstance(value, str) and _DATE_AS_TEXT.match(value):
        raise ValueError("expected a date without quotes, such as `2024-03-18`")
    return value


PostDate = Annotated[PublishDate, BeforeValidator(_unquoted)]


class PostDates(BaseModel):
    """The dates of a blog post; other keys are not checked."""

    model_config = ConfigDict(extra="allow")

    created: PostDate = Field(description="publication date")
    updated: PostDate | None = Field(None, description="date of the last change")


class Search(BaseModel):
    """Search settings of a page."""

    exclude: Flag | None = Field(None, description="whether it is excluded from search")
    boost: Number | None = Field(None, description="weight in search; more than 1 ranks higher")


class Social(BaseModel):
    """The social card of a page."""

    cards: Flag | None = Field(None, description="whether it has a card")
    cards_layout: Text | None = Field(None, description="layout")
    cards_layout_options: dict[str, Any] | None = Field(None, description="options of the layout")


class Material(Usual):
    """Front matter of Material for MkDocs for any page; keys of plugins are not checked."""

    title: Title | None = Field(None, description="title, instead of the first heading")
    template: Text | None = Field(None, description="template")
    subtitle: Text | None = Field(None, description="subtitle in the navigation")
    icon: Text | None = Field(None, description="icon in the navigation")
    status: Text | None = Field(None, description="status in the navigation, such as `new`")
    hide: Texts | None = Field(
        None, description="hidden parts: `navigation`, `toc`, `path`, `footer`, …"
    )
    search: Search | None = Field(None, description="search settings")
    social: Social | None = Field(None, description="social card")
    tags: Tags | None = Field(None, description="tags")


class BlogPost(Material):
    """Front matter of a post of Material's blog; without a date, the build fails."""

    # Required keys must be in every file, not only in articles.
    for_every_file: ClassVar[bool] = True

    date: PostDate | PostDates = Field(description="publication date")
    authors: list[Text] | None = Field(None, description="authors, by their keys in `.authors.yml`")
    categories: list[Text] | None = Field(None, description="categories")
    draft: Flag | None = Field(None, description="whether it is a draft")
    pin: Flag | None = Field(None, description="whether it is pinned")
    readtime: WholeNumber | None = Field(None, description="reading time in minutes")
    links: list[Text | dict[str, Any]] | None = Field(None, description="related links")
    slug: Text | None = Field(None, description="last part of its URL")


class Page(Material):
    """Front matter of a page; the title may be its first heading or its entry in `nav`."""

    date: PublishDate | None = Field(None, description="date of writing")

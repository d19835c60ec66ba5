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
        raise ValueError("the blog takes no text here; write `2024-03-18`, without quotes")
    return value


PostDate = Annotated[PublishDate, BeforeValidator(_unquoted)]


class PostDates(BaseModel):
    """The dates of a blog post; others are the theme's own."""

    model_config = ConfigDict(extra="allow")

    created: PostDate = Field(description="when it was published")
    updated: PostDate | None = Field(None, description="when it was last changed")


class Search(BaseModel):
    """How search treats a page."""

    exclude: Flag | None = Field(None, description="whether search does not find it")
    boost: Number | None = Field(None, description="its rank in search: more than 1 is up")


class Social(BaseModel):
    """The card of a page for social networks."""

    cards: Flag | None = Field(None, description="whether it has one")
    cards_layout: Text | None = Field(None, description="its layout")
    cards_layout_options: dict[str, Any] | None = Field(None, description="the layout's options")


class Material(Usual):
    """Front matter that Material for MkDocs reads on any page; a plugin's own is left alone."""

    title: Title | None = Field(None, description="the headline, in place of the first heading")
    template: Text | None = Field(None, description="the template it is shown with")
    subtitle: Text | None = Field(None, description="the line below its title in the navigation")
    icon: Text | None = Field(None, description="its icon in the navigation")
    status: Text | None = Field(None, description="its mark in the navigation, such as `new`")
    hide: Texts | None = Field(
        None, description="the parts that are not shown: `navigation`, `toc`, `path`, `footer`, …"
    )
    search: Search | None = Field(None, description="how search treats it")
    social: Social | None = Field(None, description="its card for social networks")
    tags: Tags | None = Field(None, description="its topics")


class BlogPost(Material):
    """Front matter of a post of Material's blog; without a date, the build stops."""

    # A file that lacks what is required is a fault, whatever else its block is for.
    for_every_file: ClassVar[bool] = True

    date: PostDate | PostDates = Field(description="when it was published")
    authors: list[Text] | None = Field(None, description="who wrote it, as `.authors.yml` has them")
    categories: list[Text] | None = Field(None, description="the sections it belongs to")
    draft: Flag | None = Field(None, description="whether it stays unpublished")
    pin: Flag | None = Field(None, description="whether it stays on top")
    readtime: WholeNumber | None = Field(None, description="how many minutes it takes to read")
    links: list[Text | dict[str, Any]] | None = Field(None, description="where to read on")
    slug: Text | None = Field(None, description="the last part of its address")


class Page(Material):
    """Front matter of a page; the title may be its first heading or its place in `nav`."""

    date: PublishDate | None = Field(None, description="when it was written")

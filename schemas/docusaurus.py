"""Articles of a Docusaurus site: a document, a blog post, a page of `src/pages`.

https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs#markdown-front-matter
https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog#markdown-front-matter
https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-pages#markdown-front-matter
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from contentlint.fields import (
    Flag,
    ImageUrl,
    Number,
    Text,
    Title,
    Url,
    WordedDate,
)

HeadingLevel = Annotated[int, Field(ge=2, le=6)]


class TagPage(BaseModel):
    """A tag that is defined inline."""

    label: Text = Field(description="label of the tag")
    permalink: Text = Field(description="URL of its page")


class Author(BaseModel):
    """An author of a blog post."""

    key: Text | None = Field(None, description="key of the author in `authors.yml`")
    name: Text | None = Field(None, description="name")
    title: Text | None = Field(None, description="role or job title")
    url: Url | None = Field(None, description="URL of the author")
    image_url: Url | None = Field(None, description="URL of a portrait")
    imageURL: Url | None = Field(None, description="alias of `image_url`")
    socials: dict[str, Text] | None = Field(None, description="accounts, by platform")

    @model_validator(mode="after")
    def _has_name(self) -> "Author":
        if not (self.key or self.name or self.image_url or self.imageURL):
            raise ValueError("author has no name; add `name`, or a `key` from `authors.yml`")
        return self


class LastUpdate(BaseModel):
    """The last change, overriding the history in git."""

    date: Any = Field(None, description="date of the change, in any format of JavaScript")
    author: Text | None = Field(None, description="author of the change")


class Mdx(BaseModel):
    """How a file is parsed."""

    format: Literal["mdx", "md", "detect"] | None = Field(None, description="format of the file")


class Page(BaseModel):
    """Front matter of a Markdown page in `src/pages`; what all three kinds share."""

    model_config = ConfigDict(extra="allow")

    title: Title | None = Field(None, description="title of the page")
    description: Text | None = Field(None, description="summary for search results")
    image: ImageUrl | None = Field(None, description="image for social networks")
    slug: Text | None = Field(None, description="URL path, relative or from `/`")
    draft: Flag | None = Field(None, description="whether it is a draft")
    keywords: list[Text] | None = Field(None, description="keywords for search engines")
    unlisted: Flag | None = Field(None, description="whether it is unlisted")
    wrapperClassName: Text | None = Field(None, description="CSS class of the wrapper")
    hide_table_of_contents: Flag | None = Field(
        None, description="whether the table of contents is hidden"
    )
    toc_min_heading_level: HeadingLevel | None = Field(
        None, description="highest heading level in the table of contents"
    )
    toc_max_heading_level: HeadingLevel | None = Field(
        None, description="lowest heading level in the table of contents"
    )
    last_update: LastUpdate | None = Field(None, description="last change")
    mdx: Mdx | None = Field(None, description="how it is parsed")


class BlogPost(Page):
    """Front matter of a post in `blog`; the title may be its first heading instead."""

    tags: list[Text | TagPage] | None = Field(None, description="tags")
    date: WordedDate | None = Field(
        None, description="publication date, overriding the date in the file name"
    )
    authors: Text | Author | list[Text | Author] | None = Field(None, description="authors")
    author: Text | None = Field(None, description="author; `authors` is preferred")
    author_title: Text | None = Field(None, description="role of the author")
    author_url: Url | None = Field(None, description="URL of the author")
    author_image_url: Url | None = Field(None, description="URL of a portrait of the author")
    sidebar_label: Text | None = Field(None, description="label in the sidebar")


class Doc(Page):
    """Front matter of a document in `docs`; the title may be its first heading instead."""

    id: Text | None = Field(None, description="identifier, instead of its path")
    tags: list[Text | TagPage] | None = Field(None, description="tags")
    hide_title: Flag | None = Field(None, description="whether the title is hidden")
    pagination_label: Text | None = Field(None, description="label in previous and next links")
    pagination_next: Text | None = Field(None, description="next document; `null` for none")
    pagination_prev: Text | None = Field(None, description="previous document; `null` for none")
    sidebar_label: Text | None = Field(None, description="label in the sidebar")
    sidebar_position: Number | None = Field(None, description="position in the sidebar")
    sidebar_key: Text | None = Field(
        None, description="key in the sidebar, if its label is not unique"
    )
    sidebar_class_name: Text | None = Field(None, description="CSS class in the sidebar")
    sidebar_custom_props: dict[str, Any] | None = Field(
        None, description="custom values for the sidebar"
    )
    displayed_sidebar: Text | None = Field(None, description="sidebar that is shown with it")
    parse_number_prefixes: Flag | None = Field(
        None, description="whether a number prefix of the file name is its position"
    )
    custom_edit_url: Url | None = Field(None, description="URL to edit the page; `null` for none")

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
    """A tag that is declared where it is used."""

    label: Text = Field(description="the tag")
    permalink: Text = Field(description="the address of its page")


class Author(BaseModel):
    """An author of a blog post."""

    key: Text | None = Field(None, description="the name by which `authors.yml` has them")
    name: Text | None = Field(None, description="their name")
    title: Text | None = Field(None, description="what they are")
    url: Url | None = Field(None, description="their page")
    image_url: Url | None = Field(None, description="their portrait")
    imageURL: Url | None = Field(None, description="another name of `image_url`")
    socials: dict[str, Text] | None = Field(None, description="their accounts, by platform")

    @model_validator(mode="after")
    def _is_somebody(self) -> "Author":
        if not (self.key or self.name or self.image_url or self.imageURL):
            raise ValueError("names nobody; write `name`, or the `key` of `authors.yml`")
        return self


class LastUpdate(BaseModel):
    """Who changed it last, and when, in place of what git says."""

    date: Any = Field(None, description="when: anything that JavaScript reads as a date")
    author: Text | None = Field(None, description="who")


class Mdx(BaseModel):
    """How a file is read."""

    format: Literal["mdx", "md", "detect"] | None = Field(None, description="as which format")


class Page(BaseModel):
    """Front matter of a Markdown page in `src/pages`; what all three kinds share."""

    model_config = ConfigDict(extra="allow")

    title: Title | None = Field(None, description="the headline")
    description: Text | None = Field(None, description="one or two sentences for search results")
    image: ImageUrl | None = Field(None, description="the picture for social networks")
    slug: Text | None = Field(None, description="its address, from the folder's or from `/` on")
    draft: Flag | None = Field(None, description="whether it stays unpublished")
    keywords: list[Text] | None = Field(None, description="its topics for search engines")
    unlisted: Flag | None = Field(None, description="whether only its address leads to it")
    wrapperClassName: Text | None = Field(None, description="a CSS class around it")
    hide_table_of_contents: Flag | None = Field(
        None, description="whether the table of contents is left out"
    )
    toc_min_heading_level: HeadingLevel | None = Field(
        None, description="the highest level of heading in the table of contents"
    )
    toc_max_heading_level: HeadingLevel | None = Field(
        None, description="the lowest level of heading in the table of contents"
    )
    last_update: LastUpdate | None = Field(None, description="who changed it last, and when")
    mdx: Mdx | None = Field(None, description="how it is read")


class BlogPost(Page):
    """Front matter of a post in `blog`; the title may be its first heading instead."""

    tags: list[Text | TagPage] | None = Field(None, description="its topics")
    date: WordedDate | None = Field(
        None, description="when it was published, in place of the file name's date"
    )
    authors: Text | Author | list[Text | Author] | None = Field(None, description="who wrote it")
    author: Text | None = Field(None, description="who wrote it; `authors` is preferred")
    author_title: Text | None = Field(None, description="what the author is")
    author_url: Url | None = Field(None, description="the author's page")
    author_image_url: Url | None = Field(None, description="the author's portrait")
    sidebar_label: Text | None = Field(None, description="its text in the sidebar")


class Doc(Page):
    """Front matter of a document in `docs`; the title may be its first heading instead."""

    id: Text | None = Field(None, description="its name for sidebars, in place of its path")
    tags: list[Text | TagPage] | None = Field(None, description="its topics")
    hide_title: Flag | None = Field(None, description="whether the title is not shown at its top")
    pagination_label: Text | None = Field(None, description="its text in links before and behind")
    pagination_next: Text | None = Field(None, description="the document behind; `null` for none")
    pagination_prev: Text | None = Field(None, description="the document before; `null` for none")
    sidebar_label: Text | None = Field(None, description="its text in the sidebar")
    sidebar_position: Number | None = Field(None, description="its rank in the sidebar")
    sidebar_key: Text | None = Field(None, description="its name in the sidebar, if not unique")
    sidebar_class_name: Text | None = Field(None, description="a CSS class in the sidebar")
    sidebar_custom_props: dict[str, Any] | None = Field(
        None, description="your own values for the sidebar"
    )
    displayed_sidebar: Text | None = Field(None, description="the sidebar that is shown with it")
    parse_number_prefixes: Flag | None = Field(
        None, description="whether a number at the head of its name is its rank"
    )
    custom_edit_url: Url | None = Field(
        None, description="where readers can edit it; `null` for nowhere"
    )

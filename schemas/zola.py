"""A page or a section (`_index.md`) of a Zola site.

Zola is strict about types: a number instead of a string stops the build.

https://www.getzola.org/documentation/content/page/
https://www.getzola.org/documentation/content/section/
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool

from contentlint.fields import PublishDate, Slug, Title


def _string_only(value: Any) -> Any:
    if isinstance(value, (int, float)):
        raise ValueError("expected a string; quote it")
    return value


Count = Annotated[int, Field(ge=0, strict=True)]
Heading = Annotated[Title, BeforeValidator(_string_only)]
Name = Annotated[Slug, BeforeValidator(_string_only)]


class Section(BaseModel):
    """Front matter of an `_index.md`; Zola rejects unknown keys outside `[extra]`."""

    model_config = ConfigDict(extra="forbid")

    title: Heading | None = Field(None, description="title of the page")
    description: str | None = Field(None, description="summary for search results")
    draft: StrictBool | None = Field(None, description="whether it is a draft")
    sort_by: (
        Literal[
            "date",
            "update_date",
            "title",
            "title_bytes",
            "weight",
            "slug",
            "path",
            "permalink",
            "none",
        ]
        | None
    ) = Field(None, description="order of its pages")
    weight: Count | None = Field(None, description="position among the sections (lower first)")
    template: str | None = Field(None, description="template")
    page_template: str | None = Field(None, description="template of its pages")
    paginate_by: Count | None = Field(None, description="number of pages per list")
    paginate_path: str | None = Field(None, description="path prefix of the list number")
    paginate_reversed: StrictBool | None = Field(None, description="whether the order is reversed")
    insert_anchor_links: Literal["left", "right", "heading", "none"] | None = Field(
        None, description="position of anchor links in headings"
    )
    in_search_index: StrictBool | None = Field(
        None, description="whether it is in the search index"
    )
    transparent: StrictBool | None = Field(
        None, description="whether its pages belong to the parent section"
    )
    redirect_to: str | None = Field(None, description="URL that it redirects to")
    render: StrictBool | None = Field(None, description="whether it is rendered as a page")
    aliases: list[str] | None = Field(None, description="old URLs that redirect here")
    generate_feeds: StrictBool | None = Field(None, description="whether it has feeds")
    generate_feed: StrictBool | None = Field(
        None, description="whether it has a feed; `generate_feeds` since Zola 0.19"
    )
    extra: dict[str, Any] | None = Field(
        None, description="custom values of the site and the theme"
    )


class Page(BaseModel):
    """Front matter of a page."""

    model_config = ConfigDict(extra="allow")

    title: Heading = Field(description="title of the page")
    description: str | None = Field(None, description="summary for search results")
    date: PublishDate | None = Field(None, description="publication date")
    updated: PublishDate | None = Field(None, description="date of the last change")
    weight: Count | None = Field(None, description="position (lower first)")
    draft: StrictBool | None = Field(None, description="whether it is a draft")
    slug: Name | None = Field(None, description="last part of its URL")
    path: Heading | None = Field(None, description="whole path, instead of that of the section")
    aliases: list[str] | None = Field(None, description="old URLs that redirect here")
    authors: list[str] | None = Field(None, description="authors")
    in_search_index: StrictBool | None = Field(
        None, description="whether it is in the search index"
    )
    render: StrictBool | None = Field(None, description="whether it is rendered as a page")
    template: str | None = Field(None, description="template")
    taxonomies: dict[str, list[str]] | None = Field(
        None, description="tags and categories, by the name of each taxonomy"
    )
    extra: dict[str, Any] | None = Field(
        None, description="custom values of the site and the theme"
    )

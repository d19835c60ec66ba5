"""A page or a section (`_index.md`) of a Zola site.

Zola takes each type literally: a number where text belongs stops the build.

https://www.getzola.org/documentation/content/page/
https://www.getzola.org/documentation/content/section/
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool

from contentlint.fields import PublishDate, Slug, Title


def _text_alone(value: Any) -> Any:
    if isinstance(value, (int, float)):
        raise ValueError("Zola takes text alone; put it in quotes")
    return value


Count = Annotated[int, Field(ge=0, strict=True)]
Heading = Annotated[Title, BeforeValidator(_text_alone)]
Name = Annotated[Slug, BeforeValidator(_text_alone)]


class Section(BaseModel):
    """Front matter of an `_index.md`; Zola refuses keys that it does not know outside `[extra]`."""

    model_config = ConfigDict(extra="forbid")

    title: Heading | None = Field(None, description="the headline")
    description: str | None = Field(None, description="one or two sentences for search results")
    draft: StrictBool | None = Field(None, description="whether it stays unpublished")
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
    ) = Field(None, description="the order of its pages")
    weight: Count | None = Field(None, description="its rank among the sections: small is first")
    template: str | None = Field(None, description="the template it is shown with")
    page_template: str | None = Field(None, description="the template of the pages below it")
    paginate_by: Count | None = Field(None, description="how many pages a list has")
    paginate_path: str | None = Field(None, description="the path before the number of a list")
    paginate_reversed: StrictBool | None = Field(None, description="whether the last is first")
    insert_anchor_links: Literal["left", "right", "heading", "none"] | None = Field(
        None, description="where headings have a link to themselves"
    )
    in_search_index: StrictBool | None = Field(None, description="whether search finds it")
    transparent: StrictBool | None = Field(
        None, description="whether its pages count as those of the section above"
    )
    redirect_to: str | None = Field(None, description="the address that it leads to")
    render: StrictBool | None = Field(None, description="whether it has a page of its own")
    aliases: list[str] | None = Field(None, description="old addresses that lead here")
    generate_feeds: StrictBool | None = Field(None, description="whether it has feeds")
    generate_feed: StrictBool | None = Field(
        None, description="whether it has a feed; `generate_feeds` since Zola 0.19"
    )
    extra: dict[str, Any] | None = Field(None, description="your own and your theme's values")


class Page(BaseModel):
    """Front matter of a page."""

    model_config = ConfigDict(extra="allow")

    title: Heading = Field(description="the headline")
    description: str | None = Field(None, description="one or two sentences for search results")
    date: PublishDate | None = Field(None, description="when it was published")
    updated: PublishDate | None = Field(None, description="when it was last changed")
    weight: Count | None = Field(None, description="its rank: small is first")
    draft: StrictBool | None = Field(None, description="whether it stays unpublished")
    slug: Name | None = Field(None, description="the last part of its address")
    path: Heading | None = Field(None, description="its whole path, in place of the section's")
    aliases: list[str] | None = Field(None, description="old addresses that lead here")
    authors: list[str] | None = Field(None, description="who wrote it")
    in_search_index: StrictBool | None = Field(None, description="whether search finds it")
    render: StrictBool | None = Field(None, description="whether it has a page of its own")
    template: str | None = Field(None, description="the template it is shown with")
    taxonomies: dict[str, list[str]] | None = Field(
        None, description="its tags and categories, by the name of each taxonomy"
    )
    extra: dict[str, Any] | None = Field(None, description="your own and your theme's values")

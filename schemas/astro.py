"""Articles of an Astro site: a blog post, and a page of a Starlight documentation.

A site says itself what its collections have, so `BlogPost` knows the keys of Astro's own guides
and templates; `Doc` is Starlight's documented front matter, whose types it insists on.

https://docs.astro.build/en/guides/markdown-content/
https://starlight.astro.build/reference/frontmatter/
"""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from contentlint.bases import Usual
from contentlint.fields import (
    Image,
    PublishDate,
    Text,
    Title,
    Url,
    WordedDate,
)

HeadingLevel = Annotated[int, Field(ge=1, le=6)]


class HeadTag(BaseModel):
    """An element of the page's `<head>`."""

    tag: Literal["title", "base", "link", "style", "meta", "script", "noscript", "template"] = (
        Field(description="the element's name")
    )
    attrs: dict[str, Any] | None = Field(None, description="its attributes")
    content: str | None = Field(None, description="what stands in it")


class TableOfContents(BaseModel):
    """Which headings the table of contents lists."""

    minHeadingLevel: HeadingLevel | None = Field(None, description="the highest level of heading")
    maxHeadingLevel: HeadingLevel | None = Field(None, description="the lowest level of heading")


class HeroImage(BaseModel):
    """The picture of a hero."""

    alt: str | None = Field(None, description="what it shows, in words")
    file: str | None = Field(None, description="the picture's file")
    dark: str | None = Field(None, description="the picture's file for dark mode")
    light: str | None = Field(None, description="the picture's file for light mode")
    html: str | None = Field(None, description="HTML in place of a picture")


class HeroAction(BaseModel):
    """A button of a hero."""

    text: str = Field(description="its label")
    link: str = Field(description="where it leads")
    variant: Literal["primary", "secondary", "minimal"] | None = Field(
        None, description="its style"
    )
    icon: str | None = Field(None, description="the name of an icon, or an `<svg>`")
    attrs: dict[str, Any] | None = Field(None, description="its attributes")


class Hero(BaseModel):
    """The large opening of a landing page."""

    title: str | None = Field(None, description="the large line, in place of the page's title")
    tagline: str | None = Field(None, description="the line below it")
    image: HeroImage | None = Field(None, description="the picture beside it")
    actions: list[HeroAction] | None = Field(None, description="its buttons")


class Banner(BaseModel):
    """An announcement at the top of a page."""

    content: str = Field(description="its text, also HTML")


class PageLink(BaseModel):
    """The link to the page before or behind."""

    model_config = ConfigDict(extra="forbid")

    link: str | None = Field(None, description="where it leads")
    label: str | None = Field(None, description="its text")


class Badge(BaseModel):
    """A word beside an entry of the sidebar."""

    text: str = Field(description="the word")
    variant: Literal["note", "tip", "caution", "danger", "success", "default"] | None = Field(
        None, description="its colour"
    )


class Sidebar(BaseModel):
    """How a page stands in the sidebar."""

    label: str | None = Field(None, description="its text there")
    order: float | None = Field(None, description="its rank: small is first")
    hidden: bool | None = Field(None, description="whether it is left out")
    badge: str | Badge | None = Field(None, description="a word beside it")
    attrs: dict[str, Any] | None = Field(None, description="attributes of its link")


class Doc(Usual):
    """Front matter of a Starlight page, in `src/content/docs`."""

    # A file that lacks what is required is a fault, whatever else its block is for.
    for_every_file: ClassVar[bool] = True

    title: Title = Field(description="the headline")
    editUrl: Url | bool | None = Field(None, description="where readers can edit it")
    head: list[HeadTag] | None = Field(None, description="elements for its `<head>`")
    tableOfContents: bool | TableOfContents | None = Field(
        None, description="which headings its table of contents lists"
    )
    template: Literal["doc", "splash"] | None = Field(None, description="its layout")
    hero: Hero | None = Field(None, description="its large opening")
    banner: Banner | None = Field(None, description="an announcement at its top")
    lastUpdated: bool | PublishDate | None = Field(None, description="when it was last changed")
    prev: str | bool | PageLink | None = Field(None, description="the link to the page before")
    next: str | bool | PageLink | None = Field(None, description="the link to the page behind")
    pagefind: bool | dict[str, Any] | None = Field(None, description="whether search finds it")
    sidebar: Sidebar | None = Field(None, description="how it stands in the sidebar")
    draft: bool | None = Field(None, description="whether it stays unpublished")


class BlogPost(Usual):
    """Front matter of an article in a collection, or of a Markdown page."""

    title: Title = Field(description="the headline")
    pubDate: WordedDate | None = Field(None, description="when it was published")
    updatedDate: WordedDate | None = Field(None, description="when it was last changed")
    date: WordedDate | None = Field(None, description="when it was published")
    heroImage: Image = Field(None, description="the picture at its head")
    layout: Text | None = Field(None, description="the layout it is shown with")

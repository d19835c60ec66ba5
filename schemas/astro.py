"""Articles of an Astro site: a blog post, and a page of Starlight documentation.

A site defines the keys of its collections itself, so `BlogPost` has the keys of Astro's guides and
templates; `Doc` is the documented front matter of Starlight, with strict types.

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
        Field(description="element's name")
    )
    attrs: dict[str, Any] | None = Field(None, description="attributes")
    content: str | None = Field(None, description="content")


class TableOfContents(BaseModel):
    """Headings in the table of contents."""

    minHeadingLevel: HeadingLevel | None = Field(None, description="highest heading level")
    maxHeadingLevel: HeadingLevel | None = Field(None, description="lowest heading level")


class HeroImage(BaseModel):
    """The image of a hero."""

    alt: str | None = Field(None, description="alt text of the image")
    file: str | None = Field(None, description="image file")
    dark: str | None = Field(None, description="image file for dark mode")
    light: str | None = Field(None, description="image file for light mode")
    html: str | None = Field(None, description="HTML instead of an image")


class HeroAction(BaseModel):
    """A button of a hero."""

    text: str = Field(description="label")
    link: str = Field(description="URL")
    variant: Literal["primary", "secondary", "minimal"] | None = Field(None, description="style")
    icon: str | None = Field(None, description="name of an icon, or an `<svg>`")
    attrs: dict[str, Any] | None = Field(None, description="attributes")


class Hero(BaseModel):
    """The hero section of a landing page."""

    title: str | None = Field(None, description="main heading, instead of the page title")
    tagline: str | None = Field(None, description="text below the heading")
    image: HeroImage | None = Field(None, description="image next to it")
    actions: list[HeroAction] | None = Field(None, description="buttons")


class Banner(BaseModel):
    """An announcement at the top of a page."""

    content: str = Field(description="text, may contain HTML")


class PageLink(BaseModel):
    """The link to the previous or next page."""

    model_config = ConfigDict(extra="forbid")

    link: str | None = Field(None, description="URL")
    label: str | None = Field(None, description="text")


class Badge(BaseModel):
    """A badge next to a sidebar entry."""

    text: str = Field(description="text of the badge")
    variant: Literal["note", "tip", "caution", "danger", "success", "default"] | None = Field(
        None, description="color"
    )


class Sidebar(BaseModel):
    """The sidebar entry of a page."""

    label: str | None = Field(None, description="label")
    order: float | None = Field(None, description="position (lower first)")
    hidden: bool | None = Field(None, description="whether it is omitted")
    badge: str | Badge | None = Field(None, description="badge next to it")
    attrs: dict[str, Any] | None = Field(None, description="attributes of its link")


class Doc(Usual):
    """Front matter of a Starlight page, in `src/content/docs`."""

    # Required keys must be in every file, not only in articles.
    for_every_file: ClassVar[bool] = True

    title: Title = Field(description="title of the article")
    editUrl: Url | bool | None = Field(None, description="URL to edit the page")
    head: list[HeadTag] | None = Field(None, description="elements of its `<head>`")
    tableOfContents: bool | TableOfContents | None = Field(
        None, description="headings in its table of contents"
    )
    template: Literal["doc", "splash"] | None = Field(None, description="layout")
    hero: Hero | None = Field(None, description="hero section")
    banner: Banner | None = Field(None, description="announcement at its top")
    lastUpdated: bool | PublishDate | None = Field(None, description="date of the last change")
    prev: str | bool | PageLink | None = Field(None, description="link to the previous page")
    next: str | bool | PageLink | None = Field(None, description="link to the next page")
    pagefind: bool | dict[str, Any] | None = Field(
        None, description="whether it is in the search index"
    )
    sidebar: Sidebar | None = Field(None, description="entry in the sidebar")
    draft: bool | None = Field(None, description="whether it is a draft")


class BlogPost(Usual):
    """Front matter of an article in a collection, or of a Markdown page."""

    title: Title = Field(description="title of the article")
    pubDate: WordedDate | None = Field(None, description="publication date")
    updatedDate: WordedDate | None = Field(None, description="date of the last change")
    date: WordedDate | None = Field(None, description="publication date")
    heroImage: Image = Field(None, description="image at the top")
    layout: Text | None = Field(None, description="layout")

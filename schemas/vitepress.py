"""A page of a VitePress site, with the keys of its default theme.

https://vitepress.dev/reference/frontmatter-config
https://vitepress.dev/reference/default-theme-home-page
"""

from typing import Any, Literal

from pydantic import BaseModel, Field

from contentlint.bases import Usual
from contentlint.fields import Image, PublishDate, Text, Title


class HeroAction(BaseModel):
    """A button of a hero."""

    text: Text = Field(description="label")
    link: Text = Field(description="URL")
    theme: Literal["brand", "alt", "sponsor"] | None = Field(None, description="color")
    target: Text | None = Field(None, description="HTML attribute `target`")
    rel: Text | None = Field(None, description="HTML attribute `rel`")


class Hero(BaseModel):
    """The hero section of a home page."""

    name: Text | None = Field(None, description="name above the heading")
    text: Text | None = Field(None, description="main heading")
    tagline: Text | None = Field(None, description="text below the heading")
    image: Image = Field(None, description="image next to it")
    actions: list[HeroAction] | None = Field(None, description="buttons")


class Feature(BaseModel):
    """A card of a home page."""

    title: Text = Field(description="headline")
    details: Text | None = Field(None, description="text")
    icon: Any = Field(None, description="an emoji, an SVG or an image")
    link: Text | None = Field(None, description="URL")
    linkText: Text | None = Field(None, description="text of the link")
    rel: Text | None = Field(None, description="HTML attribute `rel`")
    target: Text | None = Field(None, description="HTML attribute `target`")


class PageLink(BaseModel):
    """The link to the previous or next page."""

    text: Text | None = Field(None, description="text")
    link: Text | None = Field(None, description="URL")


class Outline(BaseModel):
    """Headings in the table of contents."""

    level: int | tuple[int, int] | Literal["deep"] | None = Field(
        None, description="heading levels"
    )
    label: Text | None = Field(None, description="title")


class Page(Usual):
    """Front matter of a page; the title may be its first heading instead."""

    title: Title | None = Field(None, description="title of the page")
    titleTemplate: Text | bool | None = Field(None, description="suffix of the window title")
    head: list[list[Text | dict[str, Any]]] | None = Field(
        None, description="elements of its `<head>`, each `[name, attributes]`"
    )
    layout: Text | bool | None = Field(
        None, description="`doc`, `home`, `page`, a custom layout, or `false` for none"
    )
    hero: Hero | None = Field(None, description="hero section of a home page")
    features: list[Feature] | None = Field(None, description="cards of a home page")
    markdownStyles: bool | None = Field(
        None, description="whether the text of a home page has styles"
    )
    navbar: bool | None = Field(None, description="whether it has the navigation bar")
    sidebar: bool | None = Field(None, description="whether it has the sidebar")
    aside: bool | Literal["left"] | None = Field(None, description="position of the aside")
    outline: int | tuple[int, int] | bool | Literal["deep"] | Outline | None = Field(
        None, description="heading levels in its table of contents"
    )
    lastUpdated: bool | PublishDate | None = Field(
        None, description="date of the last change, or whether it is shown"
    )
    editLink: bool | None = Field(None, description="whether it has a link to edit it")
    footer: bool | None = Field(None, description="whether it has the footer")
    pageClass: Text | None = Field(None, description="CSS class of the page")
    prev: Text | bool | PageLink | None = Field(None, description="link to the previous page")
    next: Text | bool | PageLink | None = Field(None, description="link to the next page")
    search: bool | None = Field(None, description="whether it is in the search index")

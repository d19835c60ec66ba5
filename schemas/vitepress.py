"""A page of a VitePress site, with what its default theme reads.

https://vitepress.dev/reference/frontmatter-config
https://vitepress.dev/reference/default-theme-home-page
"""

from typing import Any, Literal

from pydantic import BaseModel, Field

from contentlint.bases import Usual
from contentlint.fields import Image, PublishDate, Text, Title


class HeroAction(BaseModel):
    """A button of a hero."""

    text: Text = Field(description="its label")
    link: Text = Field(description="where it leads")
    theme: Literal["brand", "alt", "sponsor"] | None = Field(None, description="its colour")
    target: Text | None = Field(None, description="the HTML attribute `target`")
    rel: Text | None = Field(None, description="the HTML attribute `rel`")


class Hero(BaseModel):
    """The large opening of a home page."""

    name: Text | None = Field(None, description="the name above it")
    text: Text | None = Field(None, description="the large line")
    tagline: Text | None = Field(None, description="the line below it")
    image: Image = Field(None, description="the picture beside it")
    actions: list[HeroAction] | None = Field(None, description="its buttons")


class Feature(BaseModel):
    """A card of a home page."""

    title: Text = Field(description="its headline")
    details: Text | None = Field(None, description="its text")
    icon: Any = Field(None, description="an emoji, an SVG, or a picture")
    link: Text | None = Field(None, description="where it leads")
    linkText: Text | None = Field(None, description="the text of its link")
    rel: Text | None = Field(None, description="the HTML attribute `rel`")
    target: Text | None = Field(None, description="the HTML attribute `target`")


class PageLink(BaseModel):
    """The link to the page before or behind."""

    text: Text | None = Field(None, description="its text")
    link: Text | None = Field(None, description="where it leads")


class Outline(BaseModel):
    """Which headings the table of contents lists."""

    level: int | tuple[int, int] | Literal["deep"] | None = Field(
        None, description="the levels of heading"
    )
    label: Text | None = Field(None, description="its title")


class Page(Usual):
    """Front matter of a page; the title may be its first heading instead."""

    title: Title | None = Field(None, description="the headline")
    titleTemplate: Text | bool | None = Field(None, description="what follows in the window title")
    head: list[list[Text | dict[str, Any]]] | None = Field(
        None, description="elements for its `<head>`, each `[name, attributes]`"
    )
    layout: Text | bool | None = Field(
        None, description="`doc`, `home`, `page`, a layout of your own, or `false` for none"
    )
    hero: Hero | None = Field(None, description="the opening of a home page")
    features: list[Feature] | None = Field(None, description="the cards of a home page")
    markdownStyles: bool | None = Field(
        None, description="whether the text of a home page has styles"
    )
    navbar: bool | None = Field(None, description="whether it has the navigation bar")
    sidebar: bool | None = Field(None, description="whether it has the sidebar")
    aside: bool | Literal["left"] | None = Field(None, description="where the aside stands")
    outline: int | tuple[int, int] | bool | Literal["deep"] | Outline | None = Field(
        None, description="which levels of heading its table of contents lists"
    )
    lastUpdated: bool | PublishDate | None = Field(
        None, description="when it was last changed, or whether that is shown"
    )
    editLink: bool | None = Field(None, description="whether it has a link to edit it")
    footer: bool | None = Field(None, description="whether it has the footer")
    pageClass: Text | None = Field(None, description="a CSS class of it")
    prev: Text | bool | PageLink | None = Field(None, description="the link to the page before")
    next: Text | bool | PageLink | None = Field(None, description="the link to the page behind")
    search: bool | None = Field(None, description="whether search finds it")

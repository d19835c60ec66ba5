"""A page or section of a Hugo site: Hugo's documented keys, case-insensitive, as in Hugo.

https://gohugo.io/content-management/front-matter/
"""

from typing import Any, Literal

from pydantic import Field

from contentlint.bases import AnyCase, Usual
from contentlint.fields import (
    Flag,
    Image,
    Number,
    PublishDate,
    Tags,
    Text,
    Texts,
    Title,
    WholeNumber,
    WordedDate,
)


class Build(AnyCase):
    """Whether a page is written and listed."""

    list: Literal["always", "local", "never", True, False] | None = Field(
        None, description="page collections that include it"
    )
    render: Literal["always", "link", "never", True, False] | None = Field(
        None, description="whether it is rendered"
    )
    publishResources: Flag | None = Field(None, description="whether its resources are published")


class Sitemap(AnyCase):
    """The entry of a page in `sitemap.xml`."""

    changeFreq: (
        Literal["always", "hourly", "daily", "weekly", "monthly", "yearly", "never", ""] | None
    ) = Field(None, description="how often it changes")
    disable: Flag | None = Field(None, description="whether it is omitted")
    filename: Text | None = Field(None, description="name of the file")
    priority: Number | None = Field(None, description="priority, from 0 to 1")


class Resource(AnyCase):
    """Metadata of the files in a page bundle."""

    src: Text | None = Field(None, description="pattern of the files")
    name: Text | None = Field(None, description="name for templates")
    title: Text | None = Field(None, description="title")
    params: dict[str, Any] | None = Field(None, description="custom values")


class Cascade(AnyCase):
    """Values that a section passes to its descendants."""

    target: dict[str, Any] | None = Field(None, description="pages that they apply to")
    params: dict[str, Any] | None = Field(None, description="custom values")
    build: Build | None = Field(None, description="whether the pages are written and listed")
    draft: Flag | None = Field(None, description="whether the pages are drafts")


class MenuEntry(AnyCase):
    """The menu entry of a page."""

    name: Text | None = Field(None, description="text of the entry")
    identifier: Text | None = Field(None, description="identifier for child entries")
    parent: Text | None = Field(None, description="identifier of the parent entry")
    weight: WholeNumber | None = Field(None, description="position (lower first)")
    title: Text | None = Field(None, description="HTML attribute `title`")
    pre: Text | None = Field(None, description="HTML before the text")
    post: Text | None = Field(None, description="HTML after the text")
    params: dict[str, Any] | None = Field(None, description="custom values")


Menus = Text | list[Text] | dict[str, MenuEntry | None] | None


class Section(AnyCase, Usual):
    """Front matter of an `_index.md`; the title defaults to the name of the folder."""

    title: Title | None = Field(None, description="title of the page")
    date: WordedDate | None = Field(None, description="date of writing")
    publishDate: WordedDate | None = Field(None, description="first day of publication")
    pubdate: WordedDate | None = Field(None, description="alias of `publishDate`")
    published: bool | WordedDate | None = Field(
        None, description="alias of `publishDate`, or whether it is published"
    )
    expiryDate: WordedDate | None = Field(None, description="last day of publication")
    unpublishdate: WordedDate | None = Field(None, description="alias of `expiryDate`")
    lastmod: WordedDate | None = Field(None, description="date of the last change")
    modified: WordedDate | None = Field(None, description="alias of `lastmod`")
    updated: PublishDate | None = Field(None, description="date of the last change")
    summary: Text | None = Field(None, description="summary in lists")
    linkTitle: Text | None = Field(None, description="a shorter title")
    weight: WholeNumber | None = Field(None, description="position (lower first, 0 last)")
    keywords: Tags | None = Field(None, description="keywords for search engines")
    aliases: Texts | None = Field(None, description="old URLs that redirect here")
    url: Text | None = Field(None, description="URL path, instead of the pattern of the site")
    type: Text | None = Field(None, description="content type, instead of the section name")
    layout: Text | None = Field(None, description="template")
    markup: Text | None = Field(None, description="content format, instead of that of the file")
    outputs: Texts | None = Field(None, description="output formats")
    headless: Flag | None = Field(None, description="whether the bundle has no page of its own")
    isCJKLanguage: Flag | None = Field(
        None, description="whether to count words as in CJK languages"
    )
    translationKey: Text | None = Field(None, description="key shared by its translations")
    params: dict[str, Any] | None = Field(None, description="custom values")
    menus: Menus = Field(None, description="menus that contain it")
    menu: Menus = Field(None, description="alias of `menus`")
    images: Image = Field(None, description="images for social networks")
    resources: list[Resource] | None = Field(
        None, description="metadata of the files in its bundle"
    )
    sitemap: Sitemap | None = Field(None, description="entry in `sitemap.xml`")
    sites: dict[str, Any] | None = Field(None, description="languages and versions that include it")
    build: Build | None = Field(None, description="whether it is written and listed")
    cascade: Cascade | list[Cascade] | None = Field(None, description="values for its descendants")


class Page(Section):
    """Front matter of a page; keys of a theme are not checked."""

    title: Title = Field(description="title of the page")

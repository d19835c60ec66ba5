"""A page or section of a Hugo site: Hugo's documented keys, in any case, as Hugo reads them.

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
        None, description="which lists of pages it is in"
    )
    render: Literal["always", "link", "never", True, False] | None = Field(
        None, description="whether it becomes a file"
    )
    publishResources: Flag | None = Field(None, description="whether its resources are published")


class Sitemap(AnyCase):
    """What `sitemap.xml` says of a page."""

    changeFreq: (
        Literal["always", "hourly", "daily", "weekly", "monthly", "yearly", "never", ""] | None
    ) = Field(None, description="how often it changes")
    disable: Flag | None = Field(None, description="whether it is left out")
    filename: Text | None = Field(None, description="the name of the file")
    priority: Number | None = Field(None, description="its weight among the pages, from 0 to 1")


class Resource(AnyCase):
    """Metadata of the files beside a page."""

    src: Text | None = Field(None, description="which files, as a pattern")
    name: Text | None = Field(None, description="by which templates find it")
    title: Text | None = Field(None, description="its title")
    params: dict[str, Any] | None = Field(None, description="your own values")


class Cascade(AnyCase):
    """Values that a section hands down to the pages below it."""

    target: dict[str, Any] | None = Field(None, description="which pages they are for")
    params: dict[str, Any] | None = Field(None, description="your own values")
    build: Build | None = Field(None, description="whether the pages are written and listed")
    draft: Flag | None = Field(None, description="whether the pages stay unpublished")


class MenuEntry(AnyCase):
    """Where a page stands in a menu."""

    name: Text | None = Field(None, description="the text of the entry")
    identifier: Text | None = Field(None, description="the name that children call it by")
    parent: Text | None = Field(None, description="the identifier of the entry above")
    weight: WholeNumber | None = Field(None, description="its rank: small is first")
    title: Text | None = Field(None, description="the HTML attribute `title`")
    pre: Text | None = Field(None, description="HTML before the text")
    post: Text | None = Field(None, description="HTML behind the text")
    params: dict[str, Any] | None = Field(None, description="your own values")


Menus = Text | list[Text] | dict[str, MenuEntry | None] | None


class Section(AnyCase, Usual):
    """Front matter of an `_index.md`: that of a page, but Hugo names it by its folder."""

    title: Title | None = Field(None, description="the headline")
    date: WordedDate | None = Field(None, description="when it was written")
    publishDate: WordedDate | None = Field(None, description="from when on it is published")
    pubdate: WordedDate | None = Field(None, description="another name of `publishDate`")
    published: bool | WordedDate | None = Field(
        None, description="another name of `publishDate`, or whether it is published"
    )
    expiryDate: WordedDate | None = Field(None, description="until when it is published")
    unpublishdate: WordedDate | None = Field(None, description="another name of `expiryDate`")
    lastmod: WordedDate | None = Field(None, description="when it was last changed")
    modified: WordedDate | None = Field(None, description="another name of `lastmod`")
    updated: PublishDate | None = Field(None, description="when it was last changed")
    summary: Text | None = Field(None, description="the teaser in lists")
    linkTitle: Text | None = Field(None, description="a shorter title")
    weight: WholeNumber | None = Field(None, description="its rank: small is first, 0 is last")
    keywords: Tags | None = Field(None, description="its topics for search engines")
    aliases: Texts | None = Field(None, description="old addresses that lead here")
    url: Text | None = Field(None, description="its whole path, in place of the site's pattern")
    type: Text | None = Field(None, description="its content type, in place of the section's name")
    layout: Text | None = Field(None, description="the template it is shown with")
    markup: Text | None = Field(None, description="the content format, in place of the file's")
    outputs: Texts | None = Field(None, description="the output formats")
    headless: Flag | None = Field(None, description="whether the bundle is not published itself")
    isCJKLanguage: Flag | None = Field(None, description="whether it counts words as CJK has them")
    translationKey: Text | None = Field(None, description="what its translations have in common")
    params: dict[str, Any] | None = Field(None, description="your own values")
    menus: Menus = Field(None, description="the menus it is in")
    menu: Menus = Field(None, description="another name of `menus`")
    images: Image = Field(None, description="the pictures for social networks")
    resources: list[Resource] | None = Field(None, description="metadata of the files beside it")
    sitemap: Sitemap | None = Field(None, description="what `sitemap.xml` says of it")
    sites: dict[str, Any] | None = Field(None, description="which languages and versions it is in")
    build: Build | None = Field(None, description="whether it is written and listed")
    cascade: Cascade | list[Cascade] | None = Field(
        None, description="values for the pages below it"
    )


class Page(Section):
    """Front matter of a page; a theme's own keys are left alone."""

    title: Title = Field(description="the headline")

"""A page of a Nuxt Content site.

A site declares further keys of its collections in `content.config.ts`, which are not checked.

https://content.nuxt.com/docs/collections/types
https://content.nuxt.com/usage/markdown/#native-parameters
"""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from contentlint.bases import Usual
from contentlint.fields import Flag, PublishDate, Text, Title


class Navigation(BaseModel):
    """The navigation entry of a page."""

    model_config = ConfigDict(extra="allow")

    title: Text | None = Field(None, description="name in the navigation")
    description: Text | None = Field(None, description="description in the navigation")
    icon: Text | None = Field(None, description="icon in the navigation")


class Seo(BaseModel):
    """Metadata of a page for search engines and social networks."""

    model_config = ConfigDict(extra="allow")

    title: Text | None = Field(None, description="title, instead of that of the page")
    description: Text | None = Field(None, description="summary, instead of that of the page")
    meta: list[dict[str, Any]] | None = Field(None, description="`meta` elements")
    link: list[dict[str, Any]] | None = Field(None, description="`link` elements")


class Page(Usual):
    """Front matter of a page; the title defaults to the first heading."""

    title: Title | None = Field(None, description="title, instead of the first heading")
    date: PublishDate | None = Field(None, description="publication date")
    navigation: Flag | Navigation | None = Field(
        None, description="navigation entry, or whether it has one"
    )
    seo: Seo | None = Field(None, description="metadata for search engines")
    head: dict[str, Any] | None = Field(None, description="elements of the HTML head")

"""A page of a Nuxt Content site.

A site declares further keys of its collections in `content.config.ts`; they are left alone.

https://content.nuxt.com/docs/collections/types
https://content.nuxt.com/usage/markdown/#native-parameters
"""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from contentlint.bases import Usual
from contentlint.fields import Flag, PublishDate, Text, Title


class Navigation(BaseModel):
    """How navigation shows a page."""

    model_config = ConfigDict(extra="allow")

    title: Text | None = Field(None, description="its name there")
    description: Text | None = Field(None, description="what is said of it there")
    icon: Text | None = Field(None, description="its icon there")


class Seo(BaseModel):
    """What search engines and social networks are told of a page."""

    model_config = ConfigDict(extra="allow")

    title: Text | None = Field(None, description="the title, in place of the page's")
    description: Text | None = Field(None, description="the summary, in place of the page's")
    meta: list[dict[str, Any]] | None = Field(None, description="`meta` elements")
    link: list[dict[str, Any]] | None = Field(None, description="`link` elements")


class Page(Usual):
    """Front matter of a page; without a title, the first heading is it."""

    title: Title | None = Field(None, description="the title, in place of the first heading")
    date: PublishDate | None = Field(None, description="when it was published")
    navigation: Flag | Navigation | None = Field(
        None, description="whether navigation has it, and how"
    )
    seo: Seo | None = Field(None, description="what search engines are told")
    head: dict[str, Any] | None = Field(None, description="elements of the HTML head")

"""An article of any generator: a title, and the usual keys where they are set."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from contentlint.fields import (
    Authors,
    Categories,
    Flag,
    Image,
    Language,
    PublishDate,
    Slug,
    Tags,
    Text,
    Title,
)


class Article(BaseModel):
    """Front matter of an article; keys that are not listed here are left alone."""

    model_config = ConfigDict(extra="allow")

    title: Title = Field(description="the headline")
    description: Text | None = Field(None, description="one or two sentences for search results")
    date: PublishDate | None = Field(None, description="when it was published")
    updated: PublishDate | None = Field(None, description="when it was last changed")
    lastmod: PublishDate | None = Field(None, description="when it was last changed")
    author: Authors | None = Field(None, description="who wrote it")
    authors: Authors | None = Field(None, description="who wrote it, where they are several")
    categories: Categories | None = Field(None, description="the sections it belongs to")
    tags: Tags | None = Field(None, description="its topics")
    slug: Slug | None = Field(None, description="the last part of its address")
    image: Image = Field(None, description="the picture that stands for it")
    cover: Image = Field(None, description="the picture at its head")
    thumbnail: Image = Field(None, description="the small picture in lists")
    banner: Image = Field(None, description="the wide picture at its head")
    headimg: Image = Field(None, description="the picture at its head")
    featured_image: Image = Field(None, description="the picture that stands for it")
    lang: Language | None = Field(None, description="the language it is written in")
    draft: Flag | None = Field(None, description="whether it stays unpublished")
    comments: Any = Field(None, description="whether readers may comment")

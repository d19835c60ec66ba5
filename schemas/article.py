"""An article of any generator: a title, and the usual keys where they are set."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from contentlint.fields import (
    Authors,
    Categories,
    Flag,
    Image,
    Language,
    PublishDate,
    Tags,
    Text,
    Title,
)


class Article(BaseModel):
    """Front matter of an article; keys that are not listed here are left alone."""

    model_config = ConfigDict(extra="allow")

    @model_validator(mode="before")
    @classmethod
    def _keys_in_any_case(cls, data: dict[str, Any]) -> dict[str, Any]:
        """Hugo and others read keys in any case: `Title` and `lastMod` are known, too."""
        names = {name.lower(): name for name in cls.model_fields}
        return {names.get(key.lower(), key): value for key, value in data.items()} | data

    title: Title = Field(description="the headline")
    description: Text | None = Field(None, description="one or two sentences for search results")
    date: PublishDate | None = Field(None, description="when it was published")
    updated: PublishDate | None = Field(None, description="when it was last changed")
    lastmod: PublishDate | None = Field(None, description="when it was last changed")
    author: Authors | None = Field(None, description="who wrote it")
    authors: Authors | None = Field(None, description="who wrote it, where they are several")
    categories: Categories | None = Field(None, description="the sections it belongs to")
    tags: Tags | None = Field(None, description="its topics")
    slug: Text | None = Field(None, description="the last part of its address")
    image: Image = Field(None, description="the picture that stands for it")
    cover: Image = Field(None, description="the picture at its head")
    thumbnail: Image = Field(None, description="the small picture in lists")
    banner: Image = Field(None, description="the wide picture at its head")
    headimg: Image = Field(None, description="the picture at its head")
    featured_image: Image = Field(None, description="the picture that stands for it")
    lang: Language | None = Field(None, description="the language it is written in")
    draft: Flag | None = Field(None, description="whether it stays unpublished")
    comments: Any = Field(None, description="whether readers may comment")

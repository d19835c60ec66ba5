"""A post or page of a Hexo site: Hexo's documented keys, and those that themes share.

https://hexo.io/docs/front-matter
"""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

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
    Url,
)


class Post(BaseModel):
    """Front matter of a post; a theme's own keys are left alone."""

    model_config = ConfigDict(extra="allow")

    title: Title = Field(description="the headline")
    date: PublishDate | None = Field(None, description="when it was published")
    updated: PublishDate | None = Field(None, description="when it was last changed")
    layout: Any = Field(None, description="the layout it is shown with, or false for none")
    comments: Flag | None = Field(None, description="whether readers may comment")
    tags: Tags | None = Field(None, description="its topics; posts only")
    categories: Categories | None = Field(None, description="its sections; posts only")
    permalink: Text | None = Field(None, description="its address, in place of the site's pattern")
    excerpt: Text | None = Field(None, description="its beginning, as lists show it")
    disableNunjucks: Flag | None = Field(None, description="whether `{{ }}` is plain text")
    lang: Language | None = Field(None, description="the language it is written in")
    published: Flag | None = Field(None, description="whether it is published")

    author: Authors | None = Field(None, description="who wrote it")
    description: Text | None = Field(None, description="one or two sentences for search results")
    keywords: Tags | None = Field(None, description="its topics for search engines")
    cover: Image = Field(None, description="the picture at its head")
    thumbnail: Image = Field(None, description="the small picture in lists")
    banner: Image = Field(None, description="the wide picture at its head")
    headimg: Image = Field(None, description="the picture at its head")
    top_img: Image = Field(None, description="the picture behind its title")
    photos: Image = Field(None, description="the pictures of a gallery")
    source: Any = Field(None, description="where it was published first")
    link: Url | None = Field(None, description="the address that a link post leads to")
    toc: Any = Field(None, description="whether a table of contents is shown")
    mathjax: Any = Field(None, description="whether formulas are set")
    sticky: Any = Field(None, description="its rank among the posts that stay on top")

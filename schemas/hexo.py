"""A post or page of a Hexo site: Hexo's documented keys and common keys of themes.

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
    """Front matter of a post; keys of a theme are not checked."""

    model_config = ConfigDict(extra="allow")

    title: Title = Field(description="title of the article")
    date: PublishDate | None = Field(None, description="publication date")
    updated: PublishDate | None = Field(None, description="date of the last change")
    layout: Any = Field(None, description="layout; false for none")
    comments: Flag | None = Field(None, description="whether readers may comment")
    tags: Tags | None = Field(None, description="tags; posts only")
    categories: Categories | None = Field(None, description="categories; posts only")
    permalink: Text | None = Field(None, description="URL, instead of the pattern of the site")
    excerpt: Text | None = Field(None, description="excerpt for lists")
    disableNunjucks: Flag | None = Field(None, description="whether `{{ }}` is plain text")
    lang: Language | None = Field(None, description="language of the text")
    published: Flag | None = Field(None, description="whether it is published")

    author: Authors | None = Field(None, description="author")
    description: Text | None = Field(None, description="summary for search results")
    keywords: Tags | None = Field(None, description="keywords for search engines")
    cover: Image = Field(None, description="image at the top")
    thumbnail: Image = Field(None, description="small image in lists")
    banner: Image = Field(None, description="wide image at the top")
    headimg: Image = Field(None, description="image at the top")
    top_img: Image = Field(None, description="background image of the title")
    photos: Image = Field(None, description="images of a gallery")
    source: Any = Field(None, description="source of the article")
    link: Url | None = Field(None, description="URL of a link post")
    toc: Any = Field(None, description="whether a table of contents is shown")
    mathjax: Any = Field(None, description="whether formulas are rendered")
    sticky: Any = Field(None, description="priority among pinned posts")

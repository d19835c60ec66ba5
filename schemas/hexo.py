"""Front matter of a post or page of Hexo: its documented keys, and those of widespread themes.

https://hexo.io/docs/front-matter
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from contentlint.fields import (
    Authors,
    Categories,
    Flag,
    ImageSetting,
    OrBlank,
    PublishDate,
    Tags,
    Text,
    Title,
    describes_an_article,
)


class Post(BaseModel):
    """A post or page of Hexo."""

    model_config = ConfigDict(extra="allow")

    title: Title = Field(description="the headline that readers and the feed see")
    date: OrBlank[PublishDate] = Field(None, description="when it was published, in ISO 8601")
    updated: OrBlank[PublishDate] = Field(None, description="when it was last changed")
    layout: OrBlank[bool | Text] = Field(None, description="`post`, `page`, one of the theme's")
    published: OrBlank[Flag] = Field(None, description="whether readers get to see it")
    comments: OrBlank[Any] = Field(None, description="whether readers can comment")
    permalink: OrBlank[Text] = Field(None, description="its address in place of the site's pattern")
    excerpt: OrBlank[Text] = Field(None, description="the beginning that lists of posts show")
    lang: OrBlank[Text] = Field(None, description="its language, as in `en` or `zh-CN`")
    tags: OrBlank[Tags] = Field(None, description="names without order")
    categories: OrBlank[Categories] = Field(None, description="from the widest to the narrowest")
    disable_nunjucks: OrBlank[Flag] = Field(None, alias="disableNunjucks")

    # Themes: Butterfly, NexT, Fluid, Icarus, Volantis and their kin.
    author: OrBlank[Authors] = Field(None, description="who wrote it")
    description: OrBlank[Text] = Field(None, description="one or two sentences for search results")
    keywords: OrBlank[Tags] = None
    subtitle: OrBlank[Text] = None
    cover: OrBlank[ImageSetting] = None
    thumbnail: OrBlank[ImageSetting] = None
    headimg: OrBlank[ImageSetting] = None
    banner: OrBlank[ImageSetting] = None
    banner_img: OrBlank[ImageSetting] = None
    index_img: OrBlank[ImageSetting] = None
    top_img: OrBlank[ImageSetting] = None
    photos: OrBlank[ImageSetting] = None

    @classmethod
    def requires_fields_of(cls, keys: Mapping[str, Any]) -> bool:
        """Whether a block is a post's; a page with a layout of its own needs no title."""
        return describes_an_article(keys)

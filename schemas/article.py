"""Front matter of an article, whatever builds the site: only a title is required.

For the keys that Hugo, Jekyll, Astro, Eleventy, Zola, MkDocs and Docusaurus agree on. Other keys
are the site's own and pass, unless one looks like a misspelling of a key that is known here.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

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
    Url,
    describes_an_article,
    in_declared_case,
)


class Article(BaseModel):
    """An article."""

    model_config = ConfigDict(extra="allow")

    title: Title = Field(description="the headline that readers and search results see")
    subtitle: OrBlank[Text] = None
    description: OrBlank[Text] = Field(None, description="one or two sentences for search results")
    summary: OrBlank[Text] = None
    excerpt: OrBlank[Text] = None

    date: OrBlank[PublishDate] = Field(None, description="when it was published, in ISO 8601")
    updated: OrBlank[PublishDate] = Field(None, description="when it was last changed")
    lastmod: OrBlank[PublishDate] = Field(None, description="Hugo: when it was last changed")
    publish_date: OrBlank[PublishDate] = Field(None, alias="publishDate")
    expiry_date: OrBlank[PublishDate] = Field(None, alias="expiryDate")
    draft: OrBlank[Flag] = Field(None, description="whether it is kept from readers")

    author: OrBlank[Authors] = Field(None, description="who wrote it")
    authors: OrBlank[Authors] = Field(None, description="who wrote it, where several did")
    canonical_url: OrBlank[Url] = Field(None, description="where it was published first")

    image: OrBlank[ImageSetting] = None
    images: OrBlank[ImageSetting] = None
    cover: OrBlank[ImageSetting] = None
    thumbnail: OrBlank[ImageSetting] = None
    headimg: OrBlank[ImageSetting] = None
    banner: OrBlank[ImageSetting] = None

    tags: OrBlank[Tags] = None
    categories: OrBlank[Categories] = None
    keywords: OrBlank[Tags] = None

    @model_validator(mode="before")
    @classmethod
    def _keys_in_any_case(cls, data: Any) -> Any:
        return in_declared_case(cls, data)

    @classmethod
    def requires_fields_of(cls, keys: Mapping[str, Any]) -> bool:
        """Whether a block is an article's; a redirect or a section's settings need no title."""
        return describes_an_article(keys)

"""A post or page of a Jekyll site: Jekyll's documented keys and those of its usual plugins.

https://jekyllrb.com/docs/front-matter/
"""

from pydantic import Field

from contentlint.bases import Usual
from contentlint.fields import (
    Categories,
    Flag,
    PublishDate,
    Tags,
    Text,
    Texts,
    Title,
    Url,
)


class Post(Usual):
    """Front matter of a post or page; the title defaults to the file name."""

    title: Title | None = Field(None, description="title of the article")
    date: PublishDate | None = Field(
        None, description="publication date, overriding the date in the file name"
    )
    layout: Text | bool | None = Field(None, description="layout")
    permalink: Text | None = Field(None, description="URL, instead of the pattern of the site")
    published: Flag | None = Field(None, description="whether it is published")
    category: Categories | None = Field(None, description="category")
    excerpt: Text | bool | None = Field(None, description="excerpt for lists")
    excerpt_separator: Text | None = Field(None, description="end marker of the excerpt")
    render_with_liquid: Flag | None = Field(None, description="whether Liquid is rendered")

    # jekyll-seo-tag, jekyll-feed, jekyll-sitemap, jekyll-redirect-from
    last_modified_at: PublishDate | None = Field(None, description="date of the last change")
    keywords: Tags | None = Field(None, description="keywords for search engines")
    canonical_url: Url | None = Field(None, description="canonical URL")
    sitemap: Flag | None = Field(None, description="whether `sitemap.xml` lists it")
    redirect_from: Texts | None = Field(None, description="old URLs that redirect here")
    redirect_to: Texts | None = Field(None, description="URL that it redirects to")

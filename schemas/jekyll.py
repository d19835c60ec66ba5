"""A post or page of a Jekyll site: Jekyll's documented keys, and those of its usual plugins.

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
    """Front matter of a post or page; without a title, Jekyll makes one of the file's name."""

    title: Title | None = Field(None, description="the headline")
    date: PublishDate | None = Field(
        None, description="when it was published, in place of the file name's date"
    )
    layout: Text | bool | None = Field(None, description="the layout it is shown with")
    permalink: Text | None = Field(None, description="its address, in place of the site's pattern")
    published: Flag | None = Field(None, description="whether it is published")
    category: Categories | None = Field(None, description="the section it belongs to")
    excerpt: Text | bool | None = Field(None, description="its beginning, as lists show it")
    excerpt_separator: Text | None = Field(None, description="what ends the excerpt")
    render_with_liquid: Flag | None = Field(None, description="whether Liquid tags are run")

    # jekyll-seo-tag, jekyll-feed, jekyll-sitemap, jekyll-redirect-from
    last_modified_at: PublishDate | None = Field(None, description="when it was last changed")
    keywords: Tags | None = Field(None, description="its topics for search engines")
    canonical_url: Url | None = Field(None, description="its address of record")
    sitemap: Flag | None = Field(None, description="whether `sitemap.xml` lists it")
    redirect_from: Texts | None = Field(None, description="old addresses that lead here")
    redirect_to: Texts | None = Field(None, description="the address that it leads to")

"""An article or page of a Pelican site, with metadata between `---` lines.

Keys are case-insensitive, as in Pelican.

https://docs.getpelican.com/en/latest/content.html#file-metadata
"""

from typing import Literal

from pydantic import Field

from contentlint.bases import AnyCase, Usual
from contentlint.fields import Categories, Flag, PublishDate, Tags, Text, Title


class Article(AnyCase, Usual):
    """Front matter of an article or page; keys of plugins are not checked."""

    title: Title = Field(description="title of the article")
    date: PublishDate | None = Field(None, description="publication date")
    modified: PublishDate | None = Field(None, description="date of the last change")
    category: Categories | None = Field(None, description="category")
    keywords: Tags | None = Field(None, description="keywords for search engines")
    summary: Text | None = Field(None, description="excerpt for lists and feeds")
    status: Literal["published", "draft", "hidden", "skip"] | None = Field(
        None, description="whether it is published"
    )
    translation: Flag | None = Field(None, description="whether it is a translation")
    template: Text | None = Field(None, description="template")
    save_as: Text | None = Field(None, description="output path")
    url: Text | None = Field(None, description="URL, instead of the pattern of the site")

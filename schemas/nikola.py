"""A post or page of a Nikola site, with metadata between `---` or `+++` lines.

https://getnikola.com/handbook.html#metadata-fields
"""

from typing import Any, Literal

from pydantic import Field

from contentlint.bases import Usual
from contentlint.fields import Flag, Image, Text, Title, Url


class Post(Usual):
    """Front matter of a post or page; keys of plugins are not checked."""

    title: Title = Field(description="title of the article")
    date: Any = Field(None, description="publication date, in any format of python-dateutil")
    updated: Any = Field(None, description="date of the last change")
    status: Literal["published", "featured", "draft", "private"] | None = Field(
        None, description="whether it is published"
    )
    has_math: Flag | None = Field(None, description="whether it has formulas")
    category: Text | None = Field(None, description="category")
    guid: Text | None = Field(None, description="identifier in feeds")
    link: Url | None = Field(None, description="URL of the original")
    type: Text | None = Field(None, description="type, used as a CSS class")
    enclosure: Text | None = Field(None, description="enclosure in feeds")
    data: Text | None = Field(None, description="data file for its templates")
    filters: Any = Field(None, description="filters after rendering")
    hidetitle: Flag | None = Field(None, description="whether the title is hidden")
    hyphenate: Flag | None = Field(None, description="whether its words are hyphenated")
    nocomments: Flag | None = Field(None, description="whether comments are disabled")
    pretty_url: Flag | None = Field(None, description="whether its URL has no file name")
    previewimage: Image = Field(None, description="image that represents it")
    template: Text | None = Field(None, description="template")
    url_type: Literal["rel_path", "full_path", "absolute"] | None = Field(
        None, description="form of its links"
    )

"""A post or page of a Nikola site, where its metadata stands between `---` or `+++` lines.

https://getnikola.com/handbook.html#metadata-fields
"""

from typing import Any, Literal

from pydantic import Field

from contentlint.bases import Usual
from contentlint.fields import Flag, Image, Text, Title, Url


class Post(Usual):
    """Front matter of a post or page; a plugin's own keys are left alone."""

    title: Title = Field(description="the headline")
    date: Any = Field(
        None, description="when it was published, in any form that python-dateutil reads"
    )
    updated: Any = Field(None, description="when it was last changed")
    status: Literal["published", "featured", "draft", "private"] | None = Field(
        None, description="whether it is published"
    )
    has_math: Flag | None = Field(None, description="whether it has formulas")
    category: Text | None = Field(None, description="the section it belongs to")
    guid: Text | None = Field(None, description="its identifier in feeds")
    link: Url | None = Field(None, description="the original that it was taken from")
    type: Text | None = Field(None, description="its kind, which becomes a CSS class")
    enclosure: Text | None = Field(None, description="a file that feeds bring along")
    data: Text | None = Field(None, description="a file of values for its templates")
    filters: Any = Field(None, description="what is done with it after rendering")
    hidetitle: Flag | None = Field(None, description="whether a page shows no title")
    hyphenate: Flag | None = Field(None, description="whether its words are hyphenated")
    nocomments: Flag | None = Field(None, description="whether it takes no comments")
    pretty_url: Flag | None = Field(None, description="whether its URL has no file name")
    previewimage: Image = Field(None, description="the image that stands for it")
    template: Text | None = Field(None, description="the template it is shown with")
    url_type: Literal["rel_path", "full_path", "absolute"] | None = Field(
        None, description="the form of its links"
    )

"""An article or page of a Pelican site, where its metadata stands between `---` lines.

Keys may be written in any case, as Pelican reads them.

https://docs.getpelican.com/en/latest/content.html#file-metadata
"""

from typing import Literal

from pydantic import Field

from contentlint.bases import AnyCase, Usual
from contentlint.fields import Categories, Flag, PublishDate, Tags, Text, Title


class Article(AnyCase, Usual):
    """Front matter of an article or page; a plugin's own keys are left alone."""

    title: Title = Field(description="the headline")
    date: PublishDate | None = Field(None, description="when it was published")
    modified: PublishDate | None = Field(None, description="when it was last changed")
    category: Categories | None = Field(None, description="the section it belongs to")
    keywords: Tags | None = Field(None, description="its topics for search engines")
    summary: Text | None = Field(None, description="its beginning, as lists and feeds show it")
    status: Literal["published", "draft", "hidden", "skip"] | None = Field(
        None, description="whether it is published"
    )
    translation: Flag | None = Field(None, description="whether it is a translation")
    template: Text | None = Field(None, description="the template it is shown with")
    save_as: Text | None = Field(None, description="where it is written")
    url: Text | None = Field(None, description="its address, in place of the site's pattern")

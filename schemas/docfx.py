"""An article of DocFX, with what Microsoft Learn reads.

https://dotnet.github.io/docfx/spec/docfx_flavored_markdown.html#yaml-header
https://learn.microsoft.com/contribute/content/metadata
"""

from pydantic import ConfigDict, Field

from contentlint.bases import Usual
from contentlint.fields import Text, Texts, Title


class Article(Usual):
    """Front matter of an article; its title is the first heading of the body."""

    model_config = ConfigDict(extra="allow", populate_by_name=False)

    uid: Text | None = Field(None, description="identifier for `xref:` links")
    title: Title | None = Field(None, description="title in search results and browser tabs")
    keywords: Texts | None = Field(None, description="keywords for search engines")
    manager: Text | None = Field(None, description="manager responsible for it")
    ms_author: Text | None = Field(None, alias="ms.author", description="alias of its author")
    ms_date: Text | None = Field(
        None, alias="ms.date", description="date of the last review, as `MM/DD/YYYY`"
    )
    ms_topic: Text | None = Field(None, alias="ms.topic", description="type")
    ms_service: Text | None = Field(
        None, alias="ms.service", description="service that it describes"
    )
    ms_custom: Texts | None = Field(None, alias="ms.custom", description="tags for reports")

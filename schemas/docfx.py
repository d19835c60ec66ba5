"""An article of DocFX, with what Microsoft Learn reads.

https://dotnet.github.io/docfx/spec/docfx_flavored_markdown.html#yaml-header
https://learn.microsoft.com/contribute/content/metadata
"""

from pydantic import ConfigDict, Field

from contentlint.bases import Usual
from contentlint.fields import Text, Texts, Title


class Article(Usual):
    """Front matter of an article; the headline is the first heading of its body."""

    model_config = ConfigDict(extra="allow", populate_by_name=False)

    uid: Text | None = Field(None, description="the name by which `xref:` links to it")
    title: Title | None = Field(None, description="the title in search results and browser tabs")
    keywords: Texts | None = Field(None, description="its topics for search engines")
    manager: Text | None = Field(None, description="who answers for it")
    ms_author: Text | None = Field(None, alias="ms.author", description="the alias of its author")
    ms_date: Text | None = Field(
        None, alias="ms.date", description="when it was last reviewed, as `MM/DD/YYYY`"
    )
    ms_topic: Text | None = Field(None, alias="ms.topic", description="its kind")
    ms_service: Text | None = Field(None, alias="ms.service", description="the service it is about")
    ms_custom: Texts | None = Field(None, alias="ms.custom", description="marks for reports")

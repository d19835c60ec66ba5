"""A note of an Obsidian vault: the default properties, and those of Obsidian Publish.

https://help.obsidian.md/properties
"""

from pydantic import Field

from contentlint.bases import Usual
from contentlint.fields import Flag, PublishDate, Tags, Text, Texts, Title


class Note(Usual):
    """Properties of a note, whose title is its file's name; your own are left alone."""

    title: Title | None = Field(None, description="the headline")
    date: PublishDate | None = Field(None, description="when it was written")
    tags: Tags | None = Field(None, description="its topics, without `#`")
    aliases: Texts | None = Field(None, description="other names that lead here")
    cssclasses: Texts | None = Field(None, description="CSS classes that it is shown with")
    publish: Flag | None = Field(None, description="whether Obsidian Publish takes it")
    permalink: Text | None = Field(None, description="its address, in place of its path")

    # Deprecated since Obsidian 1.4 for the plural of each.
    tag: Tags | None = Field(None, description="another name of `tags`")
    alias: Texts | None = Field(None, description="another name of `aliases`")
    cssclass: Texts | None = Field(None, description="another name of `cssclasses`")

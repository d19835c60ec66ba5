"""A note of an Obsidian vault: the default properties, and those of Obsidian Publish.

https://help.obsidian.md/properties
"""

from pydantic import Field

from contentlint.bases import Usual
from contentlint.fields import Flag, PublishDate, Tags, Text, Texts, Title


class Note(Usual):
    """Properties of a note, whose title is the file name; custom ones are not checked."""

    title: Title | None = Field(None, description="title of the note")
    date: PublishDate | None = Field(None, description="date of writing")
    tags: Tags | None = Field(None, description="tags, without `#`")
    aliases: Texts | None = Field(None, description="other names for links")
    cssclasses: Texts | None = Field(None, description="CSS classes of the note")
    publish: Flag | None = Field(None, description="whether Obsidian Publish publishes it")
    permalink: Text | None = Field(None, description="URL, instead of its path")

    # Deprecated since Obsidian 1.4 in favor of the plural.
    tag: Tags | None = Field(None, description="alias of `tags`")
    alias: Texts | None = Field(None, description="alias of `aliases`")
    cssclass: Texts | None = Field(None, description="alias of `cssclasses`")

"""A Markdown page of a Sphinx site, for MyST-Parser.

https://www.sphinx-doc.org/en/master/usage/restructuredtext/field-lists.html
https://myst-parser.readthedocs.io/en/latest/configuration.html#frontmatter-local-configuration
"""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from contentlint.bases import Usual
from contentlint.fields import Flag, PublishDate, Text, Title, WholeNumber


class Myst(BaseModel):
    """Options of MyST-Parser for one page."""

    model_config = ConfigDict(extra="allow")

    enable_extensions: list[Text] | None = Field(None, description="syntax extensions")
    html_meta: dict[str, Any] | None = Field(None, description="`meta` elements")
    substitutions: dict[str, Any] | None = Field(None, description="values for `{{ }}`")
    heading_anchors: WholeNumber | None = Field(
        None, description="lowest heading level with anchors"
    )
    title_to_header: Flag | None = Field(
        None, description="whether the title is shown as a heading"
    )


class Page(Usual):
    """Front matter of a page; its title is its first heading."""

    title: Title | None = Field(None, description="title, instead of the first heading")
    date: PublishDate | None = Field(None, description="publication date")
    tocdepth: WholeNumber | None = Field(None, description="depth of its table of contents")
    nocomments: Flag | None = Field(None, description="whether comments are disabled")
    orphan: Flag | None = Field(
        None, description="whether it may be missing from all tables of contents"
    )
    nosearch: Flag | None = Field(None, description="whether it is excluded from search")
    myst: Myst | None = Field(None, description="options of MyST-Parser")

"""A page of a Sphinx site that is written in Markdown, with MyST-Parser.

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

    enable_extensions: list[Text] | None = Field(None, description="extensions of its syntax")
    html_meta: dict[str, Any] | None = Field(None, description="`meta` elements")
    substitutions: dict[str, Any] | None = Field(None, description="values for `{{ }}`")
    heading_anchors: WholeNumber | None = Field(
        None, description="down to which level headings have anchors"
    )
    title_to_header: Flag | None = Field(None, description="whether the title is shown as heading")


class Page(Usual):
    """Front matter of a page; its title is its first heading."""

    title: Title | None = Field(None, description="the title, in place of the first heading")
    date: PublishDate | None = Field(None, description="when it was published")
    tocdepth: WholeNumber | None = Field(
        None, description="how many levels its table of contents has"
    )
    nocomments: Flag | None = Field(None, description="whether it takes no comments")
    orphan: Flag | None = Field(None, description="whether it may be in no table of contents")
    nosearch: Flag | None = Field(None, description="whether search does not find it")
    myst: Myst | None = Field(None, description="options of MyST-Parser")

"""A page of MyST Markdown, as `mystmd` and Jupyter Book read it.

https://mystmd.org/guide/frontmatter
"""

from typing import Any

from pydantic import Field

from contentlint.bases import Usual
from contentlint.fields import Flag, Text, Texts, Title, Url, WordedDate


class Page(Usual):
    """Front matter of a page; the title may be its first heading."""

    title: Title | None = Field(None, description="the title, in place of the first heading")
    subtitle: Text | None = Field(None, description="the line below the title")
    short_title: Text | None = Field(None, description="the title where space is short")
    label: Text | None = Field(None, description="its name in cross-references")
    date: WordedDate | None = Field(None, description="when it was published")
    keywords: Texts | None = Field(None, description="its topics for search engines")
    exports: Any = Field(None, description="the documents that are made of it")
    downloads: Any = Field(None, description="the files that readers can download")
    parts: dict[str, Any] | None = Field(None, description="parts apart from the text: `abstract`")
    reviewers: Any = Field(None, description="who reviewed it")
    editors: Any = Field(None, description="who edited it")
    affiliations: Any = Field(None, description="where its authors work")
    doi: Text | None = Field(None, description="its digital object identifier")
    arxiv: Text | None = Field(None, description="its place on arXiv")
    open_access: Flag | None = Field(None, description="whether everyone may read it")
    license: Any = Field(None, description="under which licence it may be used")
    copyright: Text | None = Field(None, description="whose it is")
    funding: Any = Field(None, description="who paid for it")
    github: Text | None = Field(None, description="its repository, as URL or `owner/name`")
    edit_url: Url | None = Field(None, description="where its source can be edited")
    binder: Url | None = Field(None, description="where its code can be run")
    subject: Text | None = Field(None, description="its field")
    venue: Any = Field(None, description="the journal or conference")
    volume: Any = Field(None, description="the journal's volume")
    issue: Any = Field(None, description="the journal's issue")
    math: dict[str, Any] | None = Field(None, description="macros of formulas")
    abbreviations: dict[str, Any] | None = Field(None, description="abbreviations, spelled out")
    numbering: Any = Field(None, description="what has numbers")
    options: dict[str, Any] | None = Field(None, description="options of its templates")
    kernelspec: dict[str, Any] | None = Field(None, description="what runs its code")

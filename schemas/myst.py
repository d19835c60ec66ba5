"""A page of MyST Markdown, for `mystmd` and Jupyter Book.

https://mystmd.org/guide/frontmatter
"""

from typing import Any

from pydantic import Field

from contentlint.bases import Usual
from contentlint.fields import Flag, Text, Texts, Title, Url, WordedDate


class Page(Usual):
    """Front matter of a page; the title may be its first heading."""

    title: Title | None = Field(None, description="title, instead of the first heading")
    subtitle: Text | None = Field(None, description="subtitle")
    short_title: Text | None = Field(None, description="short title")
    label: Text | None = Field(None, description="label for cross-references")
    date: WordedDate | None = Field(None, description="publication date")
    keywords: Texts | None = Field(None, description="keywords for search engines")
    exports: Any = Field(None, description="exported documents")
    downloads: Any = Field(None, description="files to download")
    parts: dict[str, Any] | None = Field(None, description="separate parts, such as `abstract`")
    reviewers: Any = Field(None, description="reviewers")
    editors: Any = Field(None, description="editors")
    affiliations: Any = Field(None, description="affiliations of the authors")
    doi: Text | None = Field(None, description="digital object identifier")
    arxiv: Text | None = Field(None, description="arXiv identifier")
    open_access: Flag | None = Field(None, description="whether it is open access")
    license: Any = Field(None, description="license of the text")
    copyright: Text | None = Field(None, description="copyright notice")
    funding: Any = Field(None, description="funding")
    github: Text | None = Field(None, description="repository, as a URL or `owner/name`")
    edit_url: Url | None = Field(None, description="URL to edit the source")
    binder: Url | None = Field(None, description="URL to run the code")
    subject: Text | None = Field(None, description="subject area")
    venue: Any = Field(None, description="journal or conference")
    volume: Any = Field(None, description="volume of the journal")
    issue: Any = Field(None, description="issue of the journal")
    math: dict[str, Any] | None = Field(None, description="macros for formulas")
    abbreviations: dict[str, Any] | None = Field(
        None, description="abbreviations and their long forms"
    )
    numbering: Any = Field(None, description="numbered elements")
    options: dict[str, Any] | None = Field(None, description="options of the templates")
    kernelspec: dict[str, Any] | None = Field(None, description="engine that runs the code")

"""A document of Quarto: front matter in websites, books and articles.

Options of a format (`format: {html: {…}}`) and keys that are not listed here are not checked.

https://quarto.org/docs/reference/formats/html.html
https://quarto.org/docs/reference/dates.html
"""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from contentlint.bases import Usual
from contentlint.fields import (
    Authors,
    Categories,
    Image,
    Number,
    Text,
    Texts,
    Title,
    Url,
    WordedDate,
)

_DATE_WORDS = ("today", "now", "last-modified")
_MONTH_FIRST = re.compile(r"(?:0?[1-9]|1[0-2])([-/])(?:0?[1-9]|[12][0-9]|3[01])\1(?:[0-9]{2}){1,2}")


def _checkable(value: Any) -> Any:
    """Skip the other formats that Quarto documents: keywords, US order, code in backticks."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if text.lower() in _DATE_WORDS or "`" in text or _MONTH_FIRST.fullmatch(text):
        return None
    return value


QuartoDate = Annotated[WordedDate | None, BeforeValidator(_checkable)]


def _dashed(name: str) -> str:
    return name.replace("_", "-")


class _Options(BaseModel):
    model_config = ConfigDict(extra="allow", alias_generator=_dashed)


class FormattedDate(_Options):
    """A date and its display format."""

    value: QuartoDate = Field(description="date")
    format: Text | None = Field(None, description="display format")


class Execute(_Options):
    """Execution options of a document."""

    eval: bool | list[int] | None = Field(None, description="whether code is run")
    echo: bool | Literal["fenced"] | list[int] | None = Field(
        None, description="whether code is shown"
    )
    output: bool | Text | dict[str, Any] | None = Field(
        None, description="whether results are shown; `asis` as Markdown"
    )
    warning: bool | None = Field(None, description="whether warnings are shown")
    error: bool | None = Field(
        None, description="whether errors are shown instead of stopping the rendering"
    )
    message: bool | None = Field(None, description="whether messages are shown")
    include: bool | None = Field(None, description="whether code and results are included")
    cache: bool | Literal["refresh"] | None = Field(None, description="whether results are cached")
    freeze: bool | Literal["auto"] | None = Field(
        None, description="whether code is not run when the project is rendered"
    )
    enabled: bool | None = Field(None, description="whether code is run at all")


class Document(_Options, Usual):
    """Front matter of a document; the title may be its first heading instead."""

    title: Title | None = Field(None, description="title of the document")
    subtitle: Text | None = Field(None, description="text below the heading")
    date: FormattedDate | QuartoDate = Field(
        None, description="publication date; also `today`, `now`, `last-modified`"
    )
    date_modified: FormattedDate | QuartoDate = Field(None, description="date of the last change")
    date_format: Text | None = Field(None, description="display format of dates")
    author: Authors | None = Field(None, description="author")
    affiliation: Any = Field(None, description="affiliations of the authors")
    abstract: Text | None = Field(None, description="summary")
    abstract_title: Text | None = Field(None, description="title of the summary")
    keywords: Texts | None = Field(None, description="keywords for search engines")
    categories: Categories | None = Field(None, description="categories")
    doi: Text | None = Field(None, description="digital object identifier")
    license: Any = Field(None, description="license of the text")
    copyright: Text | dict[str, Any] | None = Field(None, description="copyright notice")
    citation: bool | dict[str, Any] | None = Field(None, description="how it is cited")

    # Website.
    order: Number | None = Field(None, description="position in an automatic sidebar")
    aliases: Texts | None = Field(None, description="old URLs that redirect here")
    image: Image = Field(None, description="image that represents it")
    image_alt: Text | None = Field(None, description="alt text of the image")
    search: bool | None = Field(None, description="whether it is in the search index")
    draft: bool | None = Field(None, description="whether it is a draft")
    listing: bool | Text | dict[str, Any] | list[Text | dict[str, Any]] | None = Field(
        None, description="listing of documents"
    )
    about: Text | dict[str, Any] | None = Field(None, description="layout of an about page")
    sidebar: bool | Text | dict[str, Any] | None = Field(None, description="sidebar")
    page_navigation: bool | None = Field(
        None, description="whether it has links to the previous and next page"
    )
    repo_actions: bool | Texts | None = Field(None, description="links to its source")
    canonical_url: bool | Url | None = Field(None, description="canonical URL")

    # Rendering.
    format: Text | dict[str, Any] | None = Field(None, description="output formats")
    execute: Execute | None = Field(None, description="execution options")
    engine: Text | None = Field(None, description="engine that runs the code")
    jupyter: bool | Text | dict[str, Any] | None = Field(None, description="Jupyter kernel")
    knitr: bool | dict[str, Any] | None = Field(None, description="options of knitr")
    params: dict[str, Any] | None = Field(None, description="parameters for its code")
    filters: list[Text | dict[str, Any]] | None = Field(None, description="Pandoc filters")
    editor: Literal["source", "visual"] | dict[str, Any] | None = Field(
        None, description="mode of the editor"
    )
    bibliography: Texts | None = Field(None, description="bibliography files")
    csl: Text | None = Field(None, description="citation style")
    crossref: bool | dict[str, Any] | None = Field(None, description="options of cross-references")
    lightbox: bool | Literal["auto"] | dict[str, Any] | None = Field(
        None, description="whether images open in a lightbox"
    )
    theme: Texts | dict[str, Any] | None = Field(None, description="theme")
    css: Texts | None = Field(None, description="style sheets")

    # Text and code.
    toc: bool | None = Field(None, description="whether it has a table of contents")
    toc_depth: int | None = Field(None, description="depth of the table of contents")
    toc_title: Text | None = Field(None, description="title of the table of contents")
    toc_location: Literal["body", "left", "right", "left-body", "right-body"] | None = Field(
        None, description="location of the table of contents"
    )
    toc_expand: int | bool | None = Field(None, description="number of expanded levels")
    number_sections: bool | None = Field(None, description="whether headings have numbers")
    number_depth: int | None = Field(None, description="number of numbered heading levels")
    page_layout: Literal["article", "full", "custom"] | None = Field(
        None, description="page layout"
    )
    title_block_banner: bool | Text | None = Field(
        None, description="background color or image of the title"
    )
    title_block_style: Literal["default", "plain", "manuscript", "none"] | bool | None = Field(
        None, description="style of title and authors"
    )
    anchor_sections: bool | None = Field(None, description="whether headings link to themselves")
    smooth_scroll: bool | None = Field(None, description="whether links scroll smoothly")
    code_fold: bool | Literal["show"] | None = Field(None, description="whether code is folded")
    code_summary: Text | None = Field(None, description="label of folded code")
    code_overflow: Literal["scroll", "wrap"] | None = Field(
        None, description="overflow of long code lines"
    )
    code_line_numbers: bool | Text | None = Field(None, description="whether lines have numbers")
    code_copy: bool | Literal["hover"] | None = Field(
        None, description="whether code has a button to copy it"
    )
    code_tools: bool | dict[str, Any] | None = Field(None, description="code menu")
    code_annotations: bool | Literal["hover", "select", "below", "none"] | None = Field(
        None, description="display of code annotations"
    )
    fig_width: Number | None = Field(None, description="width of figures in inches")
    fig_height: Number | None = Field(None, description="height of figures in inches")
    fig_cap_location: Literal["top", "bottom", "margin"] | None = Field(
        None, description="location of figure captions"
    )
    tbl_cap_location: Literal["top", "bottom", "margin"] | None = Field(
        None, description="location of table captions"
    )
    reference_location: Literal["block", "section", "margin", "document"] | None = Field(
        None, description="location of footnotes"
    )
    citation_location: Literal["document", "margin"] | None = Field(
        None, description="location of citations"
    )
    link_external_icon: bool | None = Field(None, description="whether external links are marked")
    link_external_newwindow: bool | None = Field(
        None, description="whether external links open a new window"
    )
    embed_resources: bool | None = Field(None, description="whether the output is a single file")

"""A document of Quarto: what is read of its front matter in websites, books and articles.

Options of a format (`format: {html: {…}}`) are Quarto's own to check, and so is everything that
is not listed here.

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


def _understood(value: Any) -> Any:
    """What Quarto documents beside ISO 8601 is no fault: words, US order, code in backticks."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if text.lower() in _DATE_WORDS or "`" in text or _MONTH_FIRST.fullmatch(text):
        return None
    return value


QuartoDate = Annotated[WordedDate | None, BeforeValidator(_understood)]


def _dashed(name: str) -> str:
    return name.replace("_", "-")


class _Options(BaseModel):
    model_config = ConfigDict(extra="allow", alias_generator=_dashed)


class FormattedDate(_Options):
    """A date, and how it is shown."""

    value: QuartoDate = Field(description="the date")
    format: Text | None = Field(None, description="how it is shown")


class Execute(_Options):
    """What is done with the code of a document."""

    eval: bool | list[int] | None = Field(None, description="whether code is run")
    echo: bool | Literal["fenced"] | list[int] | None = Field(
        None, description="whether code is shown"
    )
    output: bool | Text | dict[str, Any] | None = Field(
        None, description="whether results are shown; `asis` as Markdown"
    )
    warning: bool | None = Field(None, description="whether warnings are shown")
    error: bool | None = Field(None, description="whether errors are shown and do not stop it")
    message: bool | None = Field(None, description="whether messages are shown")
    include: bool | None = Field(None, description="whether anything of the code is shown")
    cache: bool | Literal["refresh"] | None = Field(None, description="whether results are kept")
    freeze: bool | Literal["auto"] | None = Field(
        None, description="whether a rendering of the whole project leaves the code alone"
    )
    enabled: bool | None = Field(None, description="whether code is run at all")


class Document(_Options, Usual):
    """Front matter of a document; the title may be its first heading instead."""

    title: Title | None = Field(None, description="the headline")
    subtitle: Text | None = Field(None, description="the line below it")
    date: FormattedDate | QuartoDate = Field(
        None, description="when it was published; also `today`, `now`, `last-modified`"
    )
    date_modified: FormattedDate | QuartoDate = Field(None, description="when it was last changed")
    date_format: Text | None = Field(None, description="how dates are shown")
    author: Authors | None = Field(None, description="who wrote it")
    affiliation: Any = Field(None, description="where its authors work")
    abstract: Text | None = Field(None, description="its summary")
    abstract_title: Text | None = Field(None, description="the title of the summary")
    keywords: Texts | None = Field(None, description="its topics for search engines")
    categories: Categories | None = Field(None, description="the sections it belongs to")
    doi: Text | None = Field(None, description="its digital object identifier")
    license: Any = Field(None, description="under which licence it may be used")
    copyright: Text | dict[str, Any] | None = Field(None, description="whose it is")
    citation: bool | dict[str, Any] | None = Field(None, description="how it is cited")

    # The website that it belongs to.
    order: Number | None = Field(None, description="its rank in an automatic sidebar")
    aliases: Texts | None = Field(None, description="old addresses that lead here")
    image: Image = Field(None, description="the picture that stands for it")
    image_alt: Text | None = Field(None, description="what the picture shows, in words")
    search: bool | None = Field(None, description="whether search finds it")
    draft: bool | None = Field(None, description="whether it stays unpublished")
    listing: bool | Text | dict[str, Any] | list[Text | dict[str, Any]] | None = Field(
        None, description="the documents that it lists"
    )
    about: Text | dict[str, Any] | None = Field(None, description="the layout of an about page")
    sidebar: bool | Text | dict[str, Any] | None = Field(None, description="its sidebar")
    page_navigation: bool | None = Field(
        None, description="whether it has links to the page before and behind"
    )
    repo_actions: bool | Texts | None = Field(None, description="links to its source")
    canonical_url: bool | Url | None = Field(None, description="its address of record")

    # How it is rendered.
    format: Text | dict[str, Any] | None = Field(None, description="the formats of its output")
    execute: Execute | None = Field(None, description="what is done with its code")
    engine: Text | None = Field(None, description="what runs its code")
    jupyter: bool | Text | dict[str, Any] | None = Field(None, description="the Jupyter kernel")
    knitr: bool | dict[str, Any] | None = Field(None, description="options of knitr")
    params: dict[str, Any] | None = Field(None, description="values for its code")
    filters: list[Text | dict[str, Any]] | None = Field(None, description="Pandoc filters")
    editor: Literal["source", "visual"] | dict[str, Any] | None = Field(
        None, description="the editor's mode"
    )
    bibliography: Texts | None = Field(None, description="the files of its references")
    csl: Text | None = Field(None, description="the style of its references")
    crossref: bool | dict[str, Any] | None = Field(None, description="options of references")
    lightbox: bool | Literal["auto"] | dict[str, Any] | None = Field(
        None, description="whether pictures open on their own"
    )
    theme: Texts | dict[str, Any] | None = Field(None, description="the theme")
    css: Texts | None = Field(None, description="style sheets")

    # How its text and code are shown.
    toc: bool | None = Field(None, description="whether it has a table of contents")
    toc_depth: int | None = Field(None, description="how many levels the table of contents has")
    toc_title: Text | None = Field(None, description="the title of the table of contents")
    toc_location: Literal["body", "left", "right", "left-body", "right-body"] | None = Field(
        None, description="where the table of contents stands"
    )
    toc_expand: int | bool | None = Field(None, description="how many levels of it are open")
    number_sections: bool | None = Field(None, description="whether headings have numbers")
    number_depth: int | None = Field(None, description="how many levels of heading have numbers")
    page_layout: Literal["article", "full", "custom"] | None = Field(
        None, description="how wide the text is"
    )
    title_block_banner: bool | Text | None = Field(
        None, description="the colour or picture behind the title"
    )
    title_block_style: Literal["default", "plain", "manuscript", "none"] | bool | None = Field(
        None, description="how title and authors are shown"
    )
    anchor_sections: bool | None = Field(None, description="whether headings link to themselves")
    smooth_scroll: bool | None = Field(None, description="whether links scroll to their aim")
    code_fold: bool | Literal["show"] | None = Field(None, description="whether code is folded")
    code_summary: Text | None = Field(None, description="the text of folded code")
    code_overflow: Literal["scroll", "wrap"] | None = Field(
        None, description="what happens to long lines of code"
    )
    code_line_numbers: bool | Text | None = Field(None, description="whether lines have numbers")
    code_copy: bool | Literal["hover"] | None = Field(
        None, description="whether code has a button to copy it"
    )
    code_tools: bool | dict[str, Any] | None = Field(None, description="the menu for all code")
    code_annotations: bool | Literal["hover", "select", "below", "none"] | None = Field(
        None, description="how notes on code are shown"
    )
    fig_width: Number | None = Field(None, description="the width of figures in inches")
    fig_height: Number | None = Field(None, description="the height of figures in inches")
    fig_cap_location: Literal["top", "bottom", "margin"] | None = Field(
        None, description="where the captions of figures stand"
    )
    tbl_cap_location: Literal["top", "bottom", "margin"] | None = Field(
        None, description="where the captions of tables stand"
    )
    reference_location: Literal["block", "section", "margin", "document"] | None = Field(
        None, description="where footnotes stand"
    )
    citation_location: Literal["document", "margin"] | None = Field(
        None, description="where citations stand"
    )
    link_external_icon: bool | None = Field(None, description="whether outward links are marked")
    link_external_newwindow: bool | None = Field(
        None, description="whether outward links open a window"
    )
    embed_resources: bool | None = Field(None, description="whether the output is a single file")

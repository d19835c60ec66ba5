"""A page of a Next.js site, with the front matter of Nextra's themes.

Next.js itself does not read front matter. With libraries such as Contentlayer, each site declares
its own keys, which are not checked.

https://nextra.site/docs/file-conventions
https://nextra.site/docs/blog-theme
"""

from pydantic import Field

from contentlint.bases import Usual
from contentlint.fields import Flag, PublishDate, Text, Title


class Page(Usual):
    """Front matter of a page; the title may be its first heading."""

    title: Title | None = Field(None, description="title, instead of the first heading")
    sidebarTitle: Text | None = Field(None, description="label in the sidebar")
    date: PublishDate | None = Field(None, description="publication date")
    icon: Text | None = Field(None, description="icon in the navigation")
    asIndexPage: Flag | None = Field(None, description="whether it is the index of its folder")
    searchable: Flag | None = Field(None, description="whether it is in the search index")

"""A page of a Next.js site, where its Markdown has front matter: what Nextra's themes read.

Next.js itself reads no front matter; libraries such as Contentlayer have each site declare its own
keys, which are left alone.

https://nextra.site/docs/file-conventions
https://nextra.site/docs/blog-theme
"""

from pydantic import Field

from contentlint.bases import Usual
from contentlint.fields import Flag, PublishDate, Text, Title


class Page(Usual):
    """Front matter of a page; the title may be its first heading."""

    title: Title | None = Field(None, description="the title, in place of the first heading")
    sidebarTitle: Text | None = Field(None, description="its name in the sidebar")
    date: PublishDate | None = Field(None, description="when it was published")
    icon: Text | None = Field(None, description="its icon in the navigation")
    asIndexPage: Flag | None = Field(None, description="whether it is the page of its folder")
    searchable: Flag | None = Field(None, description="whether search finds it")

"""Folders whose generator is not known: only links to Markdown files, which all resolve alike."""

from posixpath import dirname

from contentlint.site.links import resolver
from contentlint.site.pages import Link, Outcome, Page, unknown

# Suffixes of files that are in the folder of the article, whatever renders it.
_SURE = (".md", ".markdown", ".mdx")


class Resolver(resolver.Resolver):
    """Checks links that name a Markdown file; URLs depend on the generator."""

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if path.startswith(("/", "@", "~")) or not path.lower().endswith(_SURE):
            return unknown("URL of an unknown generator")
        place = self.inside(dirname(page.path), path)
        return unknown("outside of the site") if place is None else self.at_place(page, place, link)

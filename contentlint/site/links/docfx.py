"""DocFX: links name files, relative to the article or, with `~/`, to the folder of `docfx.json`.

As its documentation says, for it cannot be run. Ids of headings are not known.
"""

from posixpath import dirname

from contentlint.site.links import resolver
from contentlint.site.pages import Link, Outcome, Page, unknown

_FILES = (".md", ".yml", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".mp4", ".pdf", ".zip")


class Resolver(resolver.Resolver):
    """Resolves links to files."""

    slugs = ""

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        is_file = path.lower().endswith(_FILES)
        if path.startswith("~/"):
            root = self._root(page)
            place = None if root is None else self.inside(root, path[2:])
            if place is None or not is_file:
                return unknown("path from the root of the project")
            return self.existing(place) or unknown("file of another repository")
        if path.startswith("/") or not is_file or link.kind in ("html", "source"):
            return unknown("URL")
        place = self.inside(dirname(page.path), path)
        if place is None:
            return unknown("outside of the site")
        return self.at_place(page, place, link)

    def _root(self, page: Page) -> str | None:
        """The folder above an article that has the configuration; None if there is none."""
        folder = dirname(page.path)
        while True:
            if "docfx.json" in self.site.folders.names(folder):
                return folder
            if not folder:
                return None
            folder = dirname(folder)

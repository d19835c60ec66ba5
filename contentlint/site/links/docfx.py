"""DocFX: links name files, relative to the article or, with `~/`, to the folder of `docfx.json`.

As its documentation says, for it cannot be run. Ids of headings are not known.
"""

import re
from functools import cached_property
from posixpath import dirname

from contentlint.core.patterns import lazy
from contentlint.site.links import resolver
from contentlint.site.pages import Link, Outcome, Page, unknown

_FILES = (".md", ".yml", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".mp4", ".pdf", ".zip")
# Files with the redirects of a repository, which the service that builds it reads.
_REDIRECTIONS = ".openpublishing.redirection"
_REDIRECTED = lazy(
    r"\"source_path(?:_from_root)?\"\s{0,20}:\s{0,20}\"/?([^\"\n]{1,400})\"", re.IGNORECASE
)


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
        found = self.at_place(page, place, link)
        if found.fault in ("page", "file") and place.lower() in self._redirected:
            return unknown("redirect")
        return found

    @cached_property
    def _redirected(self) -> frozenset[str]:
        """The paths of sources that are redirected, in lower case."""
        names = sorted(self.site.folders.names(""))
        files = [name for name in names if name.lower().startswith(_REDIRECTIONS)]
        texts = map(self.site.text, files)
        return frozenset(path.lower() for text in texts for path in _REDIRECTED.findall(text))

    def _root(self, page: Page) -> str | None:
        """The folder above an article that has the configuration; None if there is none."""
        folder = dirname(page.path)
        while True:
            if "docfx.json" in self.site.folders.names(folder):
                return folder
            if not folder:
                return None
            folder = dirname(folder)

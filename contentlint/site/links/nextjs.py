"""Next.js: routes are code, so only what certainly exists or is certainly missing is decided.

A target that names the path of an article below a usual folder is that article. Which algorithm
gives ids to headings is not known either: an anchor is missing if none of the usual ones gives it.
"""

import re
from posixpath import dirname

from contentlint.core.patterns import lazy
from contentlint.site import slugs
from contentlint.site.links import web
from contentlint.site.links.linked import LinkedSite
from contentlint.site.links.web import INSERTS
from contentlint.site.pages import Heading, Link, Outcome, Page, unknown

CONFIGS = tuple(f"next.config.{suffix}" for suffix in ("js", "mjs", "ts", "cjs", "mts"))
_FOLDERS = (
    "src/content content src/posts posts _posts src/pages pages src/app app data public".split()
)
_ALGORITHMS = ("github", "markdown-it-anchor", "vitepress", "nuxt", "docusaurus")
_ARTICLES = (".md", ".mdx")
_IMAGE = lazy(r"\.(?:png|jpe?g|gif|svg|webp|avif|ico)\Z", re.IGNORECASE)
_GROUP = lazy(r"\([^()/]*\)/|@[\w-]+/")


class Resolver(web.Resolver):
    """Resolves targets that are paths of articles, files of `public`, and anchors."""

    roots = ("public",)
    content_folders: tuple[str, ...] = tuple(_FOLDERS)
    algorithms: tuple[str, ...] = _ALGORITHMS

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        self.has_public = site.folders.has("public")

    def url(self, page: Page) -> str | None:
        for folder in self.content_folders:
            if page.path.startswith(f"{folder}/"):
                return self._route(page.path[len(folder) + 1 :])
        return None

    def _route(self, path: str) -> str | None:
        """The URL path of an article, relative to the folder of articles."""
        plain = _GROUP.sub("", path.rpartition(".")[0])
        folder, _, name = plain.rpartition("/")
        if name in ("index", "page", "README"):
            plain = folder
        return f"/{plain}/" if plain else "/"

    def headings(self, page: Page) -> list[Heading]:
        return list(page.headings)

    def anchors(self, page: Page) -> dict[str, None]:
        known = self._anchors.get(page.path)
        if known is None:
            headings = self.headings(page)
            without = [each if each.is_html else each._replace(id="") for each in headings]
            found = [*page.ids, *(each.id for each in headings)]
            for name in self.algorithms:
                found += slugs.named(name)(headings)
                found += slugs.named(name)(without)
            known = self._anchors[page.path] = dict.fromkeys(filter(None, found))
        return known

    def may_add_anchors(self, page: Page) -> str:
        added = INSERTS.intersection(page.opens)
        return f"content of `{min(added)}`" if added else ""

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if not path.startswith("/"):
            place = self.inside(dirname(page.path), path)
            if place and path.endswith(_ARTICLES) and place in self.site.paths:
                return Outcome("found", place=place, page=place)
            if place and self.site.folders.has(place):
                return Outcome("found", place=place)
            return unknown("route of code")
        if found := self.at_exactly(path):
            return found
        if _IMAGE.search(path) and self.has_public and link.kind in ("image", "source"):
            return self.at_url(page, path, link)
        return unknown("route of code")

"""Docusaurus: links to files are resolved by file, others by URL; anchors of github-slugger."""

from posixpath import dirname

from contentlint.core.patterns import lazy
from contentlint.site.links import resolver
from contentlint.site.links.linked import LinkedSite
from contentlint.site.pages import Heading, Link, Outcome, Page, unknown

_BASE = lazy(r"\bbaseUrl\s*:\s*[\"'](/[^\"']*)[\"']")
_FILES = (".md", ".mdx")
_STATIC = lazy(r"\.(?:png|jpe?g|gif|svg|webp|avif|pdf|zip|mp4|webm|txt|json|xml|csv)\Z")


class Resolver(resolver.Resolver):
    """Resolves links with a Markdown suffix by file; URLs depend on slugs, presets and versions."""

    slugs = "github"
    roots = ("static",)

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        base = _BASE.search(site.config)
        self.base = base[1].rstrip("/") if base else ""
        if not site.folders.has("static") and site.folders.has("website/static"):
            self.roots = ("website/static",)

    def url(self, page: Page) -> str | None:
        return None

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if path.startswith("@site/"):
            return self.at_place(page, self.inside("", path[6:]), link)
        if path.startswith("pathname:"):
            return unknown("`pathname:` URL")
        if path.endswith(_FILES) and link.kind != "html":
            return self._at_file(page, path, link)
        if link.kind == "image":
            return self._image(page, path, link)
        return unknown("URL of a page")

    def is_published(self, page: Page) -> bool:
        return page.front.get("draft") is not True

    def headings(self, page: Page) -> list[Heading]:
        return list(page.headings)

    def may_add_anchors(self, page: Page) -> str:
        return "content of `import`" if "import" in page.opens else ""

    def _at_file(self, page: Page, path: str, link: Link) -> Outcome:
        """A link to a source file: relative to the file, else to the content folder."""
        if path.startswith("/"):
            return unknown("path from the content folder")
        place = self.inside(dirname(page.path), path)
        if place is None:
            return Outcome("missing", "outside")
        if (found := self.existing(place)) is not None:
            return found
        first = page.path.partition("/")[0]
        if not path.startswith(".") and (within := self.inside(first, path)) in self.site.paths:
            return Outcome("found", place=within or "", page=within or "")
        return self.at_place(page, place, link)

    def _image(self, page: Page, path: str, link: Link) -> Outcome:
        """An image: relative to the file, or in the static folder."""
        if not path.startswith("/"):
            place = self.inside(dirname(page.path), path)
            if place is not None and (found := self.existing(place)) is not None:
                return found
        if not _STATIC.search(path.lower()):
            return unknown("image without a known suffix")
        if path.startswith("/"):
            return self.at_place(page, self.inside(self.roots[0], path), link)
        return self.at_place(page, self.inside(dirname(page.path), path), link)

    def written(self, page: Page, link: Link, place: str) -> str:
        root = f"{self.roots[0]}/"
        return super().written(page, link, place.removeprefix(root))

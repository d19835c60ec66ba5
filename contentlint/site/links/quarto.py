"""Quarto: links name sources or what is made of them; anchors of Pandoc."""

from collections.abc import Iterable
from posixpath import dirname

from contentlint.core.patterns import lazy
from contentlint.site.links import resolver, served
from contentlint.site.links.linked import LinkedSite
from contentlint.site.links.served import settings, table, texts
from contentlint.site.pages import Heading, Link, Outcome, Page, unknown

_CONFIGS = ("_quarto.yml", "_quarto.yaml")
_SOURCES = (".qmd", ".md", ".ipynb", ".Rmd", ".rmd", ".markdown")
# Ids of figures, tables and code, which may come from options of code cells, and of Quarto's own.
_OF_QUARTO = lazy(
    r"(?:fig|tbl|lst|eq|sec|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|nte|tip|wrn|imp|cau|alg|tabset"
    r"|quarto|title-block|ref|cite|cb\d|fn)-?.*|refs|toc.*|category=.*|category"
)


_OUTPUTS = (".xml", ".json", ".pdf", ".docx", ".epub", ".pptx", ".ipynb")
# What in a source adds headings that are not in it.
_ADDS = ("output: asis", "results='asis'", 'results="asis"', "listing:", "filters:")


class Resolver(resolver.Resolver):
    """Resolves links by file, also where they have the suffix of the output."""

    slugs = "pandoc"

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        config = settings(site, *_CONFIGS)
        project = table(config.get("project"))
        self.output = str(project.get("output-dir") or "_site").strip("./")
        self.is_site = str(project.get("type") or "") in ("website", "book")
        self.may_add_pages = bool(project.get("pre-render") or project.get("post-render"))
        if "_identifiers" in "".join(map(site.text, _CONFIGS)):
            self.slugs = ""
        self.redirects = served.redirects(site)

    def url(self, page: Page) -> str | None:
        if any(part[0] in "_." for part in page.path.split("/")):
            return None  # not rendered
        stem = page.path.rpartition(".")[0]
        return f"/{stem.removesuffix('index')}" if stem.endswith("index") else f"/{stem}.html"

    def aliases(self, page: Page) -> Iterable[str]:
        for alias in texts(page.front.get("aliases") or []):
            if alias.startswith("/"):
                yield alias
            else:
                place = self.inside(dirname(page.path), alias)
                if place is not None:
                    yield f"/{place}"

    def is_published(self, page: Page) -> bool:
        return page.front.get("draft") is not True

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if not self.is_site and path.startswith("/"):
            return unknown("URL from the root of the server")
        folder = "" if path.startswith("/") else dirname(page.path)
        place = self.inside(folder, path)
        if place is None:
            return unknown("outside of the project")
        if self._is_of_include(page):
            return unknown("article that others include")
        if (found := self.existing(place)) is not None and not self.site.folders.names(place):
            return found
        if (source := self._source(place)) is not None:
            return Outcome("found", place=source, page=source if source in self.site.paths else "")
        if self._is_redirected(place):
            return unknown("redirect")
        if found is not None:
            return unknown("URL of a folder")
        if self.may_add_pages or place.split("/")[0] in (self.output, "_site", "_book"):
            return unknown("output of a script")
        name = place.rpartition("/")[2]
        if "." not in name or name.endswith((*_OUTPUTS, "preview.html")):
            return unknown("output of another format")
        return self.at_place(page, place, link)

    def _source(self, place: str) -> str | None:
        """The source of a page at the path of its output; None if there is none."""
        stems = [place.removesuffix(".html")] if place.endswith(".html") else []
        stems += [f"{place}/index".lstrip("/"), place]
        for stem in stems:
            for suffix in _SOURCES:
                if self.site.folders.has(stem + suffix):
                    return stem + suffix
        return None

    def _is_redirected(self, place: str) -> bool:
        plain = f"/{place}".removesuffix("index.html").removesuffix(".html")
        forms = (f"/{place}", plain, f"{plain.rstrip('/')}/")
        if any(form in self.by_url for form in forms):
            return True
        return any(rule.fullmatch(form) for rule in self.redirects for form in forms)

    def _is_of_include(self, page: Page) -> bool:
        return any(part.startswith("_") for part in page.path.split("/"))

    # --- anchors

    def headings(self, page: Page) -> list[Heading]:
        return list(page.headings)

    def _with_anchor(
        self, page: Page, linked: Page, found: Outcome, link: Link, fragment: str
    ) -> Outcome:
        outcome = super()._with_anchor(page, linked, found, link, fragment)
        if outcome.fault and (_OF_QUARTO.fullmatch(fragment) or self._is_of_include(linked)):
            return unknown("id that Quarto makes", linked.path)
        return outcome

    def _of_folders(self, page: Page) -> str:
        """The metadata of the folders of a page."""
        folder, found = dirname(page.path), []
        while folder:
            found.append(self.site.text(f"{folder}/_metadata.yml"))
            folder = dirname(folder)
        return "\n".join(found)

    def may_add_anchors(self, page: Page) -> str:
        added = [name for name in page.opens if name in ("include", "embed")]
        if added:
            return f"content of `{added[0]}`"
        text = self.site.text(page.path)
        if any(each in text + self._of_folders(page) for each in _ADDS):
            return "content that a script or listing adds"
        return "" if page.headings else "article without headings"

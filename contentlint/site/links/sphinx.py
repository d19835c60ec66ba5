"""Sphinx with MyST-Parser: links name sources, files, labels and headings."""

import re
from functools import cached_property
from posixpath import dirname

from contentlint.core.patterns import lazy
from contentlint.site import slugs
from contentlint.site.links import resolver
from contentlint.site.links.linked import LinkedSite
from contentlint.site.pages import Heading, Link, Outcome, Page, unknown

_CONFIGS = ("conf.py", "docs/conf.py", "doc/conf.py", "docs/source/conf.py", "source/conf.py")
_LEVELS = lazy(r"^myst_heading_anchors[ \t]*=[ \t]*(\d+)", re.MULTILINE)
_SLUG_FUNCTION = lazy(r"^myst_heading_slug_func[ \t]*=", re.MULTILINE)
# Objects of a domain, terms and documents, which an inventory may have.
_OBJECT = lazy(r"[./ *]|%20")
_GENERATES = lazy(r"autosummary|autoapi|apidoc|gallery|html_additional_pages|breathe")
_LABEL = lazy(
    r"^[ \t>]*\(([^()\n]+)\)=|^[ \t]*\.\. _([^:\n]+):"
    r"|^[ \t]*(?::?name:|[:`]{3,}\{figure-md\})[ \t]*(\S+)",
    re.MULTILINE,
)
_INCLUDES = lazy(
    r"^[ \t]*(?:`{3,}|~{3,}|:{3,})\{(?:include|eval-rst|auto\w+|literalinclude)\}", re.MULTILINE
)
_DOCUMENTS = (".md", ".rst", ".txt", ".ipynb", ".myst")
_ANY = lazy(r"[A-Za-z0-9_.:-]+")


class Resolver(resolver.Resolver):
    """Resolves targets of MyST as documents, files, labels and headings."""

    slugs = "docutils"

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        name = next((each for each in _CONFIGS if site.folders.has(each)), "")
        config = site.text(name) if name else ""
        self.source = dirname(name)
        levels = _LEVELS.search(config)
        self.levels = int(levels[1]) if levels else 0
        self.generates = _GENERATES.search(config) is not None
        if _SLUG_FUNCTION.search(config):
            self.slugs = ""

    def resolve(self, page: Page, link: Link) -> Outcome:
        target = link.target.strip()
        if target.startswith(("project:", "path:", "myst:", "inv:")):
            return unknown("reference of MyST")
        if not self._is_source(page):
            return unknown("article outside of the source folder")
        if link.kind in ("link", "definition") and target.startswith("#") and len(target) > 1:
            if _OBJECT.search(target):
                return unknown("name of a reference")
            outcome = super().resolve(page, link)
            # Labels are those of the whole project.
            is_label = outcome.fault == "anchor" and self._is_reference(page, outcome.anchor)
            return Outcome("found", place=page.path, page=page.path) if is_label else outcome
        return super().resolve(page, link)

    def _is_source(self, page: Page) -> bool:
        is_built = page.path.endswith((".html", ".htm"))
        return not is_built and page.path.startswith(f"{self.source}/" if self.source else "")

    def _is_reference(self, page: Page, name: str) -> bool:
        """Whether a name is a label of the project or a document."""
        place = self.inside(dirname(page.path), name)
        is_document = place is not None and any(
            self.site.folders.has(place + suffix) for suffix in _DOCUMENTS
        )
        return is_document or name.lower() in self._labels

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if link.kind in ("html", "source"):
            return self._built(page, path, link)
        folder = self.source if path.startswith("/") else dirname(page.path)
        place = self.inside(folder, path)
        if place is None:
            return Outcome("missing", "outside")
        found = self.existing(place)
        if found is not None and (found.page or not self.site.folders.names(place)):
            return found
        if link.kind == "image":
            return self.at_place(page, place, link)
        if found is not None:
            return Outcome("missing", "form", place, self._index_of(page, link, place))
        for suffix in _DOCUMENTS:
            if self.site.folders.has(place + suffix):
                document = self.existing(place + suffix)
                return document or unknown("document")
        if path.lower() in self._labels:
            return Outcome("found", place=path)
        if path.endswith(_DOCUMENTS) or ("/" in path and not self._may_be_label(path)):
            return self.at_place(page, place, link)
        if "." in path.strip("."):
            return self.at_place(page, place, link)
        return unknown("name of a reference")

    def _index_of(self, page: Page, link: Link, place: str) -> str:
        index = f"{place}/index.md"
        return self.written(page, link, index) if index in self.site.paths else ""

    def _built(self, page: Page, path: str, link: Link) -> Outcome:
        """The target of HTML, which is a URL of the built site."""
        if path.startswith("/"):
            return unknown("URL from the root of the server")
        place = self.inside(dirname(page.path), path)
        if place is None:
            return unknown("URL outside of the site")
        stem = place.removesuffix(".html")
        if place.endswith(".html") and f"{stem}.md" in self.site.paths:
            return Outcome("found", place=f"{stem}.md", page=f"{stem}.md")
        if place in self.site.paths and not place.endswith(".html"):
            built = f"{place.rpartition('.')[0]}.html"
            return Outcome(
                "missing", "form", place, self.written(page, link, built), True, page=place
            )
        beside = self.site.folders.names(dirname(place))
        is_known = dirname(place) and any(name.endswith(_DOCUMENTS) for name in beside)
        if place.endswith(".html") and is_known and not self.generates:
            has_source = any(self.site.folders.has(stem + suffix) for suffix in _DOCUMENTS)
            return unknown("document") if has_source else Outcome("missing", "page", place)
        return unknown("file of the built site")

    # --- anchors

    @cached_property
    def _labels(self) -> frozenset[str]:
        """The names of all labels of the project, in lower case."""
        found: set[str] = set()
        for path in self.site.paths:
            for match in _LABEL.finditer(self.site.text(path)):
                found.add((match[1] or match[2] or match[3]).strip("`").lower())
        return frozenset(found)

    def _may_be_label(self, path: str) -> bool:
        """Whether a name may be a label of a notebook, which is not read."""
        return "." not in path and self._has_notebooks

    @cached_property
    def _has_notebooks(self) -> bool:
        folders = {dirname(path) for path in self.site.paths}
        names = (name for folder in folders for name in self.site.folders.names(folder))
        return any(name.endswith(".ipynb") for name in names)

    def headings(self, page: Page) -> list[Heading]:
        return super().headings(page)

    def anchors(self, page: Page) -> dict[str, None]:
        known = self._anchors.get(page.path)
        if known is None:
            headings = self.headings(page)
            found = [*page.ids, *slugs.named("docutils")(headings)]
            made = slugs.named("myst")(headings)
            levels = zip(headings, made, strict=True)
            found += [slug for heading, slug in levels if heading.level <= self.levels]
            found += [heading.id for heading in page.headings]
            for match in _LABEL.finditer(self.site.text(page.path)):
                label = (match[1] or match[2] or match[3]).strip("`")
                found += [label, slugs.named("docutils")([Heading(1, label, label)])[0]]
            known = self._anchors[page.path] = dict.fromkeys(filter(None, found))
        return known

    def may_add_anchors(self, page: Page) -> str:
        if _INCLUDES.search(self.site.text(page.path)):
            return "content of a directive"
        return ""

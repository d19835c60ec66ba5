"""Eleventy: pages at the URLs of their files or `permalink`, as browsers resolve links."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from contentlint.core.patterns import lazy
from contentlint.site.links import web
from contentlint.site.links.linked import LinkedSite
from contentlint.site.pages import Heading, Link, Outcome, Page

_INPUT = lazy(r"\binput\s*:\s*[\"'](?:\./)?([^\"']*)[\"']")
_PREFIX = lazy(r"\bpathPrefix\s*:\s*[\"']/?([^\"']*)[\"']")
_PASSTHROUGH = lazy(r"\baddPassthroughCopy\s*\(\s*([^;]*?)\)\s*;?\s*$", re.MULTILINE)
_COPIED = lazy(r"[\"'](?:\./)?([^\"']+)[\"'](?:\s*:\s*[\"'](?:\./)?([^\"']*)[\"'])?")
# Settings and plugins with which URLs or contents are decided by code.
_COMPUTED = lazy(
    r"\baddGlobalData\s*\(\s*[\"'](?:permalink|eleventyComputed)|\baddTransform\b|\baddTemplate\b"
    r"|InputPathToUrlTransformPlugin|\badd(?:Nunjucks|Liquid)?Global\s*\(\s*[\"']permalink"
)
_ANCHORS = lazy(r"markdown-it-anchor|markdownItAnchor|IdAttributePlugin", re.IGNORECASE)
_OPTIONS = lazy(r"\bslugify\s*[:(,]|\bslugify\w*\s*[:(]|getSlug|IdAttributePlugin")
_TEMPLATES = (".njk", ".liquid", ".html", ".hbs", ".ejs", ".webc", ".11ty.js", ".vto", ".haml")
_TEMPLATES += (".pug", ".mustache", ".11ty.ts", ".11ty.mjs", ".11ty.cjs")
_FRONT = re.compile(r"\A---\r?\n(.*?)\r?\n---", re.DOTALL)
_PERMALINK = re.compile(r"^permalink\s*:\s*(.*)$|\bpermalink\s*[:(]", re.MULTILINE)
_URL_FILTER = re.compile(r"\{\{-?\s*([\"'])(/[^\"'{}]*)\1\s*\|\s*url\s*-?\}\}")
_DATE = re.compile(r"\A\d{4}-\d\d-\d\d-")
_SKIPPED = frozenset({"node_modules", "_site", "_includes", "_data", ".git", "_layouts"})
# How many folders and files are read in search of templates.
_MOST = 3000


class Resolver(web.Resolver):
    """Resolves links where no code decides about URLs."""

    slugs = ""

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        config = site.config
        prefix = _PREFIX.search(config)
        self.base = f"/{prefix[1].strip('/')}".rstrip("/") if prefix else ""
        folder = _INPUT.search(config)
        self.input = folder[1].strip("/").removeprefix(".") if folder else ""
        # Without the plugin, headings have no ids.
        if not _ANCHORS.search(config):
            self.slugs = "" if "require(" in config or "import " in config else "none"
        elif not _OPTIONS.search(config):
            self.slugs = "markdown-it-anchor"
        self.is_computed = _COMPUTED.search(config) is not None

    def expand(self, page: Page, link: Link) -> str | Outcome:
        found = _URL_FILTER.fullmatch(link.target.strip())
        return self.base + found[2] if found else super().expand(page, link)

    def url(self, page: Page) -> str | None:
        if self.is_computed or self._cascade_decides(page.path):
            return None
        path = page.path
        if self.input:
            if not path.startswith(f"{self.input}/"):
                return None
            path = path[len(self.input) + 1 :]
        if path.split("/")[0] in _SKIPPED or path.endswith("README.md"):
            return None
        permalink = page.front.get("permalink")
        if permalink is False:
            return None
        if permalink is not None:
            return _permalink(permalink)
        return _of_file(path)

    def has_unknown_url(self, page: Page) -> bool:
        """Whether a page is published at a URL that is not known."""
        permalink = page.front.get("permalink")
        return permalink not in (None, False) and _permalink(permalink) is None

    def headings(self, page: Page) -> list[Heading]:
        return [each if each.is_html else each._replace(id="") for each in page.headings]

    def may_add_anchors(self, page: Page) -> str:
        return f"content of `{page.opens[0]}`" if page.opens else ""

    def is_open(self, url: str) -> str:
        if self.is_computed:
            return "URLs are computed"
        if self._is_any_url:
            return "templates with computed URLs"
        if any(url.startswith(start) for start in self._copied_starts):
            return "files that are copied"
        return super().is_open(url)

    def other_pages(self) -> Iterable[str]:
        return self._templates[0]

    @cached_property
    def _is_any_url(self) -> bool:
        if self._templates[1]:
            return True
        return any(
            self.has_unknown_url(page) or self._cascade_decides(page.path)
            for page in self.site.pages()
        )

    def _cascade_decides(self, path: str) -> bool:
        """Whether a data file of a folder above the article sets `permalink`."""
        parts = path.split("/")[:-1]
        return any(self._data_decides("/".join(parts[:end])) for end in range(1, len(parts) + 1))

    def _data_decides(self, folder: str) -> bool:
        known = self._decided.get(folder)
        if known is None:
            name = folder.rpartition("/")[2]
            names = self.site.folders.names(folder)
            files = [
                f"{folder}/{each}"
                for each in names
                if each.startswith(f"{name}.") and each.endswith((".json", "js", ".ts"))
            ]
            known = any(_PERMALINK.search(_unquoted(self.site.text(each))) for each in files)
            self._decided[folder] = known
        return known

    @cached_property
    def _decided(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _templates(self) -> tuple[tuple[str, ...], bool]:
        """The URLs of templates that are no articles, and whether some are not known."""
        found: list[str] = []
        is_any = False
        for count, path in enumerate(self._walk(self.input)):
            if count > _MOST:
                return tuple(found), True
            if not path.endswith(_TEMPLATES) or path in self.site.paths:
                continue
            front = _FRONT.match(self.site.text(path))
            permalink = _PERMALINK.search(front[1]) if front else None
            if ".11ty." in path or (front and "pagination:" in front[1]):
                is_any = True
            elif permalink:
                value = (permalink[1] or "").strip().strip("\"'")
                url = _permalink(value)
                is_any |= url is None and value != "false"
                found.append(url or "")
            else:
                inner = path[len(self.input) :].lstrip("/")
                found.append(_of_file(inner))
        return tuple(filter(None, found)), is_any

    def _walk(self, folder: str) -> Iterator[str]:
        for name in sorted(self.site.folders.names(folder)):
            path = f"{folder}/{name}".lstrip("/")
            if name in _SKIPPED or name.startswith("."):
                continue
            if "." in name.lstrip("."):
                yield path
            elif self.site.folders.names(path):
                yield from self._walk(path)

    # --- files that are copied

    @cached_property
    def _copied(self) -> tuple[tuple[str, str], ...]:
        """Pairs of a folder or file and the URL path that it is copied to."""
        found = []
        for call in _PASSTHROUGH.findall(self.site.config):
            for source, target in _COPIED.findall(call):
                inner = source.removeprefix(f"{self.input}/") if self.input else source
                is_mapping = ":" in call
                found.append((source.strip("/"), (target if is_mapping else inner).strip("/")))
        return tuple(found)

    @cached_property
    def _copied_starts(self) -> tuple[str, ...]:
        """Starts of URL paths below which files are copied by a pattern."""
        return tuple(
            "/" + target.split("*")[0] for source, target in self._copied if "*" in source
        )

    def at_exactly(self, url: str) -> Outcome | None:
        if found := super().at_exactly(url):
            return found
        for source, target in self._copied:
            rest = url.lstrip("/")
            if target and rest != target and not rest.startswith(f"{target}/"):
                continue
            place = self.inside(source, rest[len(target) :])
            if place and place != source.strip("/") and self.site.folders.has(place):
                return Outcome("found", place=place)
            if place and rest == target and "." in place and self.site.folders.has(place):
                return Outcome("found", place=place)
        return None

    @cached_property
    def roots(self) -> tuple[str, ...]:  # type: ignore[override]
        # Files are published only where they are copied.
        return ()


def _unquoted(text: str) -> str:
    return text.replace('"', "").replace("'", "")


def _of_file(path: str) -> str:
    """The URL path of a file, relative to the input folder."""
    folder, _, name = path.rpartition("/")
    plain = name
    for suffix in (*_TEMPLATES, ".md", ".markdown"):
        if name.endswith(suffix):
            plain = name.removesuffix(suffix)
            break
    start = f"/{folder}/" if folder else "/"
    # A file with the name of its folder is its index.
    if plain in ("index", folder.rpartition("/")[2]):
        return start
    return f"{start}{plain}/"


def _permalink(value: object) -> str | None:
    """The URL path of a `permalink`; None if it is a template or something else."""
    if not isinstance(value, str) or "{" in value or "<%" in value:
        return None
    url = "/" + value.strip().lstrip("/")
    return url[: -len("index.html")] if url.endswith("/index.html") else url

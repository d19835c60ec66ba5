"""Eleventy: pages at the URLs of their files or `permalink`, as browsers resolve links."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from urllib.parse import quote

from contentlint.core.patterns import lazy
from contentlint.site.links import web
from contentlint.site.links.linked import LinkedSite
from contentlint.site.pages import Heading, Link, Outcome, Page

_INPUT = lazy(r"\binput\s{0,20}:\s{0,20}[\"'](?:\./)?([^\"']{0,400})[\"']")
_PREFIX = lazy(r"\bpathPrefix\s{0,20}:\s{0,20}[\"']/?([^\"']{0,400})[\"']")
_PASSTHROUGH = lazy(
    r"\baddPassthroughCopy\s{0,20}\(\s{0,20}([^;]{0,400}?)\)[ \t]{0,20};?[ \t]{0,20}$",
    re.MULTILINE,
)
_MAPPED = lazy(
    r"(?<![\w./*@-])(?:\./)?([\w./*@-]{1,200})[\"']?\s{0,20}:\s{0,20}[\"'](?:\./)?([^\"']{0,200})"
    r"[\"']"
)
_COPIED = lazy(r"\A[\"'](?:\./)?([^\"']{1,400})[\"']")
# Settings and plugins with which URLs or contents are decided by code.
_COMPUTED = lazy(
    r"\baddGlobalData\s{0,20}\(\s{0,20}[\"'](?:permalink|eleventyComputed)|\baddTransform\b"
    r"|\baddTemplate\b|InputPathToUrlTransformPlugin|\badd(?:Nunjucks|Liquid)?Global\s{0,20}\(\s{0,20}[\"']permalink"
)
_ANCHORS = lazy(r"markdown-it-anchor|markdownItAnchor|IdAttributePlugin", re.IGNORECASE)
_OPTIONS = lazy(r"\bslugify\s{0,20}[:(,]|\bslugify\w{0,40}\s{0,20}[:(]|getSlug|IdAttributePlugin")
_TEMPLATES = tuple(
    ".njk .liquid .html .hbs .ejs .webc .vto .haml .pug .mustache .11ty.js .11ty.ts .11ty.mjs "
    ".11ty.cjs".split()
)
_FRONT = lazy(r"\A---\r?\n(.{0,4000}?)\r?\n---", re.DOTALL)
_PERMALINK = lazy(
    r"^permalink[ \t]{0,20}:[ \t]{0,20}(.{0,400})$|\bpermalink\s{0,20}[:(]", re.MULTILINE
)
_LAYOUT = lazy(
    r"^[ \t]{0,20}[\"']?layout[\"']?[ \t]{0,20}:[ \t]{0,20}[\"']?([\w./-]{1,200})", re.MULTILINE
)
_ID = lazy(r"\bid\s{0,20}=\s{0,20}[\"']?([^\s\"'<>{}]{1,200})")
_FORMATS = lazy(r"\bsetTemplateFormats\s{0,20}\(([^()]{0,400})\)")
_URL_FILTER = lazy(r"\{\{-?\s{0,20}([\"'])(/[^\"'{}]{0,400})\1\s{0,20}\|\s{0,20}url\s{0,20}-?\}\}")
_TEMPLATE = lazy(r"\{\{.{0,400}?\}\}|\{%.{0,400}?%\}|<%.{0,400}?%>|\$\{.{0,400}?\}", re.DOTALL)
_SAFE = "!#$%&'()*+,/:;=?@[]~^`|{}"
_SKIPPED = frozenset({"node_modules", "_site", "_includes", "_data", ".git", "_layouts"})
# How many folders and files are read in search of templates.
_MOST = 3000
# How many layouts around an article are read.
_MOST_LAYOUTS = 5
_MOST_LAYOUT_FOLDERS = 100


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
            loads = any(word in config for word in ("require(", "import ", "import("))
            self.slugs = "" if loads else "none"
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
        if permalink is None:
            permalink = self._permalink_of_layout(page.front.get("layout"))
        if permalink is not None:
            return _permalink(permalink)
        return _of_file(path)

    def headings(self, page: Page) -> list[Heading]:
        return [each if each.is_html else each._replace(id="") for each in page.headings]

    def has_anchor(self, page: Page, anchor: str) -> bool:
        # Ids are percent-encoded, and browsers encode the fragment.
        return (
            super().has_anchor(page, anchor)
            or super().has_anchor(page, quote(anchor, safe=_SAFE))
            or anchor in self._ids_of_layouts
        )

    @cached_property
    def _ids_of_layouts(self) -> frozenset[str]:
        """The ids in layouts and their parts."""
        found: set[str] = set()
        folders = [f"{self.input}/{name}".lstrip("/") for name in ("_includes", "_layouts")]
        for folder in folders:  # grows while it is read
            for name in sorted(self.site.folders.names(folder))[:_MOST]:
                path = f"{folder}/{name}"
                if name.endswith(_TEMPLATES):
                    found.update(_ID.findall(self.site.text(path)))
                elif "." not in name and len(folders) < _MOST_LAYOUT_FOLDERS:
                    folders.append(path)
        return frozenset(found)

    def may_add_anchors(self, page: Page) -> str:
        return f"content of `{page.opens[0]}`" if page.opens else ""

    def is_open(self, url: str) -> str:
        if self.is_computed:
            return "URLs are computed"
        if any(pattern.fullmatch(url) for pattern in self._computed):
            return "template with a computed URL"
        if any(url.startswith(start) for start in self._copied_starts):
            return "files that are copied"
        return super().is_open(url)

    def other_pages(self) -> Iterable[str]:
        return self._templates[0]

    @cached_property
    def _computed(self) -> tuple[re.Pattern[str], ...]:
        """Patterns of the URL paths of templates and articles that are not known exactly."""
        found = dict.fromkeys(self._templates[1])
        for page in self.site.pages():
            permalink = page.front.get("permalink")
            if permalink not in (None, False) and _permalink(permalink) is None:
                found[permalink if isinstance(permalink, str) else ""] = None
            elif permalink is None and (
                of_layout := self._permalink_of_layout(page.front.get("layout"))
            ):
                found[of_layout] = None
            elif self._cascade_decides(page.path):
                found[""] = None
        return tuple(map(_pattern, found))

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
            texts = [self.site.text(each) for each in files]
            layouts = [name for text in texts for name in _LAYOUT.findall(text)]
            known = any(_PERMALINK.search(_unquoted(text)) for text in texts) or any(
                self._permalink_of_layout(name) for name in layouts
            )
            self._decided[folder] = known
        return known

    def _permalink_of_layout(self, layout: object) -> str | None:
        """The `permalink` of a layout, or of a layout around it; None if there is none.

        Args:
            layout: its name, as in front matter.
        """
        for _ in range(_MOST_LAYOUTS):
            if not isinstance(layout, str) or not layout:
                return None
            if layout not in self._layouts:
                self._layouts[layout] = self._front_of_layout(layout)
            front = self._layouts[layout]
            found = _PERMALINK.search(front)
            if found is not None and found[1]:
                return found[1].strip().strip("\"'") or None
            outer = _LAYOUT.search(front)
            layout = outer[1] if outer else None
        return None

    def _front_of_layout(self, layout: str) -> str:
        """The front matter of a layout; empty if it has none, or does not exist."""
        for folder in ("_includes", "_layouts"):
            for suffix in ("", *_TEMPLATES):
                front = _FRONT.match(
                    self.site.text(f"{self.input}/{folder}/{layout}{suffix}".lstrip("/"))
                )
                if front is not None:
                    return front[1]
        return ""

    @cached_property
    def _layouts(self) -> dict[str, str]:
        return {}

    @cached_property
    def _decided(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _templates(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The URLs of templates that are no articles, and the permalinks that are computed."""
        found: list[str] = []
        computed: list[str] = []
        for count, path in enumerate(self._walk(self.input)):
            if count > _MOST:
                computed.append("")
                break
            if not path.endswith(_TEMPLATES) or path in self.site.paths:
                continue
            front = _FRONT.match(self.site.text(path))
            permalink = _PERMALINK.search(front[1]) if front else None
            value = (permalink[1] or "").strip().strip("\"'") if permalink else None
            inner = _of_file(path[len(self.input) :].lstrip("/"))
            if ".11ty." in path or self._cascade_decides(path):
                computed.append("")
            elif value is None:
                found.append(inner)
                if front and "pagination:" in front[1]:
                    computed.append(f"{inner}{{{{ number }}}}/")
            elif value != "false":
                url = _permalink(value)
                (computed if url is None else found).append(value if url is None else url)
        return tuple(found), tuple(computed)

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
            if (single := _COPIED.match(call)) is not None:
                source = single[1].strip("/")
                inner = source.removeprefix(f"{self.input}/") if self.input else source
                found.append((source, inner))
            else:
                found += [(one.strip("/"), to.strip("/")) for one, to in _MAPPED.findall(call)]
        return tuple(found)

    @cached_property
    def _copied_starts(self) -> tuple[str, ...]:
        """Starts of URL paths below which files are copied by a pattern."""
        return tuple("/" + target.split("*")[0] for source, target in self._copied if "*" in source)

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
        if url.endswith(self._copied_formats):
            place = self.inside(self.input, url.lstrip("/")) or ""
            if self.site.folders.has(place):
                return Outcome("found", place=place)
        return None

    @cached_property
    def _copied_formats(self) -> tuple[str, ...]:
        """The endings of files that are copied, since they are among the formats of templates."""
        call = _FORMATS.search(self.site.config)
        formats = re.findall(r"\w+", call[1]) if call else []
        known = (*_TEMPLATES, ".md", ".js", ".mdx")
        return tuple(f".{each}" for each in formats if f".{each}" not in known)

    @cached_property
    def roots(self) -> tuple[str, ...]:  # type: ignore[override]
        # Files are published only where they are copied.
        return ()


def _pattern(permalink: str) -> re.Pattern[str]:
    """A pattern of the URL paths that a template of one may give; any for an empty one."""
    fixed = _TEMPLATE.split(permalink) if permalink else ["", ""]
    inner = ".*".join(re.escape(part.strip("\"' ")) for part in fixed)
    return re.compile("/*" + inner.removesuffix("index\\.html") + "/?", re.DOTALL)


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

"""VitePress: URLs after `srcDir` and `rewrites`; links name pages with or without suffix."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from posixpath import dirname, normpath

from contentlint.core.globs import matches
from contentlint.core.patterns import lazy
from contentlint.site.links import web
from contentlint.site.links.linked import LinkedSite
from contentlint.site.links.web import INSERTS
from contentlint.site.pages import Heading, Link, Outcome, Page, unknown

_COMMENT = lazy(r"(?m)(?<![:\"'])//.*$|(?<!\S)/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)")
_BASE = lazy(r"\bbase\s{0,20}:\s{0,20}[\"'`](/[^\"'`]{0,400})[\"'`]")
_CLEAN = lazy(r"\bcleanUrls\s{0,20}:\s{0,20}(?:true|[\"']with)")
_SOURCE = lazy(r"\bsrcDir\s{0,20}:\s{0,20}[\"'`]([^\"'`]{0,400})[\"'`]")
_EXCLUDE = lazy(r"\bsrcExclude\s{0,20}:\s{0,20}\[([^\]]{0,2000})\]")
_REWRITES = lazy(r"\brewrites\s{0,20}(?::\s{0,20}(\{[^{}]{0,4000}\})|[:(,])")
_PAIR = lazy(r"[\"'`]([^\"'`]{1,400})[\"'`]\s{0,20}:\s{0,20}[\"'`]([^\"'`]{1,400})[\"'`]")
_STRING = lazy(r"[\"'`]([^\"'`]{0,400})[\"'`]")
_PARAMETER = lazy(r":(\w{1,400})(\([^()]{0,400}\))?([*+?]?)")
_SLUGIFY = lazy(
    r"\banchor\s{0,20}:\s{0,20}\{[^{}]{0,400}\b(?:slugify|getTokensText)|\bslugify\s{0,20}[(:,]"
)
# Suffixes of files that are no pages; any other last part with a dot is one.
_FILE = lazy(
    r"\.(?:png|jpe?g|gif|svg|webp|avif|ico|pdf|zip|t?gz|tar|mp[34]|webm|mov|wav|ogg|txt|json|xml"
    r"|ya?ml|csv|tsv|js|mjs|cjs|ts|css|vue|woff2?|ttf|eot|wasm|exe|dmg|docx?|xlsx?|pptx?|epub)\Z",
    re.IGNORECASE,
)
_CONFIGS = tuple(f"config.{suffix}" for suffix in ("ts", "mts", "js", "mjs", "cjs", "cts"))
_KNOWN = frozenset("Badge ClientOnly Content VPButton VPTeamMembers VPTeamPage".split())


class Resolver(web.Resolver):
    """Resolves links as the renderer rewrites them."""

    slugs = "vitepress"
    nav = "vitepress_nav"
    adds_html = True

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        self.folder = self._folder()
        self.config = _COMMENT.sub("", self._texts())
        base = _BASE.search(self.config)
        self.base = base[1].rstrip("/") if base else ""
        self.has_clean_urls = _CLEAN.search(self.config) is not None
        source = _SOURCE.search(self.config)
        self.source = self._at(source[1] if source else "")
        self.roots = (f"{self.source}/public".lstrip("/"),)
        excluded = _EXCLUDE.search(self.config)
        self.excluded = tuple(_STRING.findall(excluded[1])) if excluded else ()
        rewrites = _REWRITES.search(self.config)
        self.is_rewritten_by_code = rewrites is not None and rewrites[1] is None
        pairs = _PAIR.findall(rewrites[1]) if rewrites and rewrites[1] else []
        self.rewrites = tuple((_rewrite(one), _replacement(to)) for one, to in pairs)
        if _SLUGIFY.search(self.config):
            self.slugs = ""

    def _folder(self) -> str:
        """The folder with `.vitepress`, from the root of the site."""
        folders = self.site.folders
        if folders.has(".vitepress"):
            return ""
        inner = [name for name in sorted(folders.names("")) if "." not in name]
        with_config = [name for name in inner if folders.has(f"{name}/.vitepress")]
        return "docs" if "docs" in with_config else with_config[0] if with_config else ""

    def _texts(self) -> str:
        return "\n".join(filter(None, map(self.site.text, self.config_files())))

    def config_files(self) -> Iterator[str]:
        """The paths of files that may have the configuration."""
        at = f"{self.folder}/.vitepress".lstrip("/")
        yield from (f"{at}/{name}" for name in _CONFIGS)
        yield from (f"{at}/config/{name}" for name in self.site.folders.names(f"{at}/config"))

    def _at(self, path: str) -> str:
        place = normpath(f"{self.folder}/{path}".lstrip("/"))
        return "" if place == "." else place

    # --- pages

    def url(self, page: Page) -> str | None:
        path = self._inner(page.path)
        if path is None or self.is_rewritten_by_code or self._is_excluded(path):
            return None
        if "[" in path:
            return None
        for pattern, replacement in self.rewrites:
            if pattern.fullmatch(path):
                path = pattern.sub(replacement, path)
                break
        plain = path.rpartition(".")[0]
        if plain == "index" or plain.endswith("/index"):
            return f"/{plain[: -len('index')]}"
        return f"/{plain}" if self.has_clean_urls else f"/{plain}.html"

    def _inner(self, path: str) -> str | None:
        """A path relative to the folder of the sources; None if it is outside."""
        if not self.source:
            return path
        return path[len(self.source) + 1 :] if path.startswith(f"{self.source}/") else None

    def _is_excluded(self, path: str) -> bool:
        if path.startswith((".vitepress/", "public/", "node_modules/")):
            return True
        return bool(self.excluded) and matches(self.excluded, path)

    def headings(self, page: Page) -> list[Heading]:
        return list(page.headings)

    def may_add_anchors(self, page: Page) -> str:
        added = INSERTS.intersection(page.opens)
        return f"content of `{min(added)}`" if added else ""

    # --- targets

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if link.kind in ("image", "source"):
            return self._asset(page, path, link)
        if link.kind != "html":
            path = self.rewritten(path)
        return super().find(page, path, link)

    def puts_base(self, link: Link) -> bool:
        return link.kind != "html"

    def rewritten(self, path: str) -> str:
        """A target of Markdown as the renderer writes it."""
        if self.is_file_name(path):
            return path
        folder, _, name = path.rpartition("/")
        if name.lower() == "index.md":
            return f"{folder}/" if folder or path.startswith("/") else "./"
        suffix = "" if self.has_clean_urls else ".html"
        if path.endswith(".md"):
            return path[: -len(".md")] + suffix
        return path if path.endswith((".html", "/")) else path + suffix

    def is_file_name(self, path: str) -> bool:
        """Whether a target is a file by its suffix, not a page."""
        return _FILE.search(path) is not None

    def _asset(self, page: Page, path: str, link: Link) -> Outcome:
        """An image, which is imported: relative to the article, or in the folder `public`."""
        if path.startswith(("@", "~")):
            return unknown("alias of an import")
        if path.startswith("/"):
            place = self.inside(self.source, path)
            if place and self.site.folders.has(place):
                return Outcome("found", place=place)
            return super().find(page, path, link)
        return self.at_place(page, self.inside(dirname(page.path), path), link)

    def _forms(self, url: str) -> Iterator[str]:
        yield from super()._forms(url)
        if self.has_clean_urls and url.endswith(".html"):
            yield url[: -len(".html")]

    def other_pages(self) -> Iterable[str]:
        return ("/404.html",)

    def is_open(self, url: str) -> str:
        if self.is_rewritten_by_code:
            return "rewrites by code"
        if any(pattern.match(url) for pattern in self._dynamic):
            return "route with parameters"
        return super().is_open(url)

    @cached_property
    def _dynamic(self) -> tuple[re.Pattern[str], ...]:
        """Patterns of the URL paths of pages with parameters."""
        found = []
        for path in self.site.paths:
            inner = self._inner(path)
            if inner and "[" in inner:
                parts = re.split(r"\[[^\[\]]*\]", inner.rpartition(".")[0])
                found.append(re.compile("/" + ".+".join(map(re.escape, parts))))
        return tuple(found)


def _rewrite(pattern: str) -> re.Pattern[str]:
    """A pattern of `rewrites`, with `:name` for a part and `:name*` for several."""
    found, place = "", 0
    for match in _PARAMETER.finditer(pattern):
        found += re.escape(pattern[place : match.start()])
        inner = match[2][1:-1] if match[2] else ".*" if match[3] in ("*", "+") else "[^/]+?"
        found += f"(?P<{match[1]}>{inner})"
        place = match.end()
    return re.compile(found + re.escape(pattern[place:]))


def _replacement(target: str) -> str:
    return _PARAMETER.sub(r"\\g<\1>", target.replace("\\", r"\\"))

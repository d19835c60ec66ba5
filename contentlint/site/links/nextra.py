"""Nextra: articles of `content` at the URLs of their paths, if a route of the site shows them.

Without such a route in `app`, links are resolved as for Next.js.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from posixpath import dirname

from contentlint.core.patterns import lazy
from contentlint.site import slugs
from contentlint.site.links import nextjs, web
from contentlint.site.links.linked import LinkedSite
from contentlint.site.links.nextjs import CONFIGS
from contentlint.site.pages import Heading, Link, Outcome, Page, unknown

_COMMENT = lazy(r"(?m)(?<![:\"'])//.*$|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)")
_BASE = lazy(r"\bbasePath\s{0,20}:\s{0,20}[\"'`]([^\"'`]{0,400})[\"'`]")
_SLASH = lazy(r"\btrailingSlash\s{0,20}:\s{0,20}true")
# What changes the routes: languages, another folder, and code.
_CHANGES = lazy(r"\bi18n\b|\bcontentDirBasePath\b|\bbasePath\s{0,20}:\s{0,20}[^\"'`\s]")
_REDIRECTS = lazy(r"\b(?:redirects|rewrites)\b")
_SOURCE = lazy(r"\bsource\s{0,20}:\s{0,20}[\"'`](/[^\"'`]{0,400})[\"'`]")
_VARIABLE = lazy(r"[:*(]")
_THEME = lazy(r"[\"']nextra-theme-(?:docs|blog)[\"']")
_ARTICLES = (".md", ".mdx")
_ROUTES = lazy(r"(?:page|route)\.(?:jsx?|tsx?|mdx?)\Z")
# The id at the end of a heading: `## Low tide [#low]`.
_ID = lazy(r"\[#([^\[\]\s]{1,400})\]\Z")
_FOLDERS = ("src/content", "content")


class Resolver(nextjs.Resolver):
    """Resolves links to the articles of the folder of content.

    Attributes:
        folder: the folder of content.
        knows_routes: whether a route shows all its articles at the URLs of their paths.
        adds_slash: whether URLs end with `/`.
    """

    adds_html = True

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        self.config = _COMMENT.sub("", "\n".join(map(site.text, CONFIGS)))
        self.app = next(filter(site.folders.has, ("src/app", "app")), "")
        self.folder = next(filter(site.folders.has, _FOLDERS), "")
        base = _BASE.search(self.config)
        self.base = f"/{base[1].strip('/')}".rstrip("/") if base else ""
        components = "".join(map(site.text, ("mdx-components.js", "mdx-components.tsx")))
        self.adds_base = _THEME.search(components) is not None
        self.adds_slash = _SLASH.search(self.config) is not None
        shown = f"{self.app}/[[...mdxPath]]"
        has_route = bool(self.app and self.folder and site.folders.has(shown))
        is_plain = self.adds_base or not self.base
        self.knows_routes = has_route and is_plain and _CHANGES.search(self.config) is None

    # --- pages

    def url(self, page: Page) -> str | None:
        if not self.knows_routes:
            return super().url(page)
        if not page.path.startswith(f"{self.folder}/") or not page.path.endswith(_ARTICLES):
            return None
        plain = page.path[len(self.folder) :].rpartition(".")[0]
        plain = plain.removesuffix("index") if plain.endswith("/index") else plain
        return plain if plain == "/" else plain.rstrip("/") + "/" * self.adds_slash

    def other_pages(self) -> Iterable[str]:
        for path in self._app_routes:
            if "[" not in path:
                yield path or "/"

    @cached_property
    def _app_routes(self) -> tuple[str, ...]:
        """The URL paths of the routes in `app`, without a last `/`."""
        return tuple(self._walk(self.app, "")) if self.app else ()

    def _walk(self, folder: str, url: str) -> Iterator[str]:
        for name in sorted(self.site.folders.names(folder)):
            if _ROUTES.fullmatch(name):
                yield url
            elif "." not in name or name.startswith("["):
                is_group = name.startswith(("(", "@"))
                yield from self._walk(f"{folder}/{name}", url if is_group else f"{url}/{name}")

    def is_open(self, url: str) -> str:
        for path in self._app_routes:
            start = path.partition("[")[0]
            if "[" in path and start != "/" and url.startswith(start):
                return "route with parameters"
        if _REDIRECTS.search(self.config):
            sources = [
                _VARIABLE.split(each, maxsplit=1)[0] for each in _SOURCE.findall(self.config)
            ]
            if not sources or any(url.startswith(each.rstrip("/")) for each in sources):
                return "redirect"
        return super().is_open(url)

    # --- anchors

    def headings(self, page: Page) -> list[Heading]:
        return [_with_id(heading) for heading in page.headings]

    def anchors(self, page: Page) -> dict[str, None]:
        if not self.knows_routes:
            return super().anchors(page)
        known = self._anchors.get(page.path)
        if known is None:
            headings = self.headings(page)
            made = slugs.named("github")(headings)
            # The title has no id.
            shown = [id for id, heading in zip(made, headings, strict=True) if heading.level > 1]
            known = self._anchors[page.path] = dict.fromkeys(filter(None, [*page.ids, *shown]))
        return known

    # --- targets

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if not self.knows_routes:
            return super().find(page, path, link)
        if link.kind == "image":
            root = "public" if path.startswith("/") else dirname(page.path)
            return self.at_place(page, self.inside(root, path), link)
        if link.kind == "source" and not path.startswith("/"):
            return unknown("source of an element")
        if link.kind == "link" and path.endswith(_ARTICLES):
            path = path.rpartition(".")[0]
        if path.startswith("/") and link.kind == "link" and len(path) > 1:
            path = path.rstrip("/") + "/" * self.adds_slash
        return web.Resolver.find(self, page, path, link)

    def not_found(self, page: Page, url: str, link: Link) -> Outcome:
        forms = (url.rstrip("/"), f"{url}/", url.removesuffix(".html"))
        if any(form in self.by_url for form in forms):
            return unknown("form of a URL that servers redirect")
        return super().not_found(page, url, link)


def _with_id(heading: Heading) -> Heading:
    text = heading.text.rstrip()
    found = None if heading.is_html else _ID.search(text)
    if found is None:
        return heading if heading.is_html else heading._replace(id="")
    return heading._replace(id=found[1], text=text[: found.start()].rstrip())

"""The common part of generators whose links are URLs of the built site, as browsers see them."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from posixpath import dirname, normpath, relpath
from urllib.parse import quote

from contentlint.core import spelling
from contentlint.core.patterns import lazy
from contentlint.site.links import resolver
from contentlint.site.links.resolver import KEPT, raw_path, split
from contentlint.site.pages import Link, Outcome, Page, unknown

_ALIKE = 0.75
_LAST = lazy(r"[^/]*/?\Z")
# Files that servers and generators usually add at the root, or that another program serves.
_ADDED = lazy(
    r"/(?:(?:sitemap|feed|rss|atom|index)[\w-]*\.(?:xml|json|txt)|robots\.txt"
    r"|llms[\w-]*\.txt|favicon[\w.-]*|search(?:\.\w+|/)?|api/.*|assets/.*|\.well-known/.*"
    r"|_(?:astro|next|nuxt|vercel|image|ipx)\b.*)\Z"
)

INSERTS = frozenset({"import", "include", "embed", "@include"})
"""The names of syntax that inserts other articles into a page."""

# Values of attributes, of properties of objects, and text of elements.
_QUOTED = lazy(r"[=:{]\s{0,20}(?:\"([^\"\n]{1,200})\"|'([^'\n]{1,200})')|>([^<>\n]{1,200})<")
# Files that are not published as they are.
_SOURCES = (".md", ".mdx", ".markdown")
_VARIABLE = lazy(r"[*:({[]")
_NETLIFY = lazy(r"^[ \t]{0,20}from[ \t]{0,20}=[ \t]{0,20}[\"'](/[^\"']{0,400})[\"']", re.MULTILINE)
_VERCEL = lazy(r"\"source\"\s{0,20}:\s{0,20}\"(/[^\"]{0,400})\"")


class Resolver(resolver.Resolver):
    """Resolves targets as URLs against the URL of the page.

    Attributes:
        adds_html: whether the server answers `/a` with `a.html`.
        adds_base: whether the generator puts the base path before targets that start with `/`.
        generated: matches URL paths that the generator or a theme may generate beside the
            articles; None: it generates none.
    """

    adds_html = False
    adds_base = False
    generated: re.Pattern[str] | None = None

    # --- what a generator overrides

    def is_open(self, url: str) -> str:
        """Why something beside articles and files may be at a URL path, as a reason; empty: not."""
        if _ADDED.match(url) or (self.generated is not None and self.generated.match(url)):
            return "generated page"
        return "redirect" if self.redirects(url) else ""

    def redirects(self, url: str) -> bool:
        """Whether the configuration of a server redirects a URL path."""
        exact, starts = self._redirects
        return _plain(url) in exact or (bool(starts) and f"{url.rstrip('/')}/".startswith(starts))

    @cached_property
    def _redirects(self) -> tuple[frozenset[str], tuple[str, ...]]:
        """The URL paths that are redirected, and the starts of such paths."""
        exact: set[str] = set()
        starts: set[str] = set()
        for url in self._redirected():
            whole = url.removeprefix(self.base) if self.base else url
            fixed = _VARIABLE.split(whole, maxsplit=1)[0]
            # A rule for every path serves an application, not pages.
            if fixed != whole and fixed.strip("/"):
                starts.add(fixed)
            elif fixed == whole:
                exact.add(_plain(whole))
        return frozenset(exact), tuple(starts)

    def _redirected(self) -> Iterator[str]:
        for name in (*(f"{root}/_redirects".lstrip("/") for root in self.roots), "_redirects"):
            for line in self.site.text(name).splitlines():
                if line.startswith("/"):
                    yield line.split()[0]
        yield from _NETLIFY.findall(self.site.text("netlify.toml"))
        yield from _VERCEL.findall(self.site.text("vercel.json"))

    def other_pages(self) -> Iterable[str]:
        """The URL paths of pages that are not articles, such as components."""
        return ()

    def puts_base(self, link: Link) -> bool:
        """Whether the generator puts the base path before the target of a link."""
        return self.adds_base and link.kind not in ("html", "source")

    # --- resolving

    def _with_anchor(
        self, page: Page, linked: Page, found: Outcome, link: Link, fragment: str
    ) -> Outcome:
        outcome = super()._with_anchor(page, linked, found, link, fragment)
        components = [name for name in linked.opens if name[0].isupper() or "-" in name]
        if outcome.fault != "anchor" or not components:
            return outcome
        if linked.headings and not self._is_made(linked, outcome.anchor):
            return outcome
        return unknown(f"content of `{components[0]}`", linked.path)

    def _is_made(self, page: Page, anchor: str) -> bool:
        """Whether a component of a page may make an id of an attribute or of its content."""
        strings = self._strings.get(page.path)
        if strings is None:
            text = self.site.text(page.path)
            found = [each for match in _QUOTED.finditer(text) for each in match.groups() if each]
            # The others are targets of links.
            plain = (each for each in found if not each.startswith(("#", "/", ".", "http")))
            strings = self._strings[page.path] = frozenset(map(_loose, [*plain, *page.opens]))
        return _loose(anchor) in strings

    @cached_property
    def _strings(self) -> dict[str, frozenset[str]]:
        return {}

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        url = self.absolute(page, path)
        if url is None:
            return unknown("URL of the page")
        if path.startswith("/") and self.base and not self.puts_base(link):
            if url != self.base and not url.startswith(f"{self.base}/"):
                return self._without_base(page, url, link)
            url = url[len(self.base) :] or "/"
        return self.at_url(page, url, link)

    def absolute(self, page: Page, path: str) -> str | None:
        """A target as an absolute URL path; None if the URL of the page is not known.

        Of a relative target, the base path is not part of it.
        """
        if path.startswith("/"):
            return joined("/", path)
        start = self.url(page)
        return None if start is None else joined(self.base + start, path, self.base)

    def at_url(self, page: Page, url: str, link: Link) -> Outcome:
        """The page or file at a URL path without the base path.

        Args:
            page: the article with the link.
            url: the URL path, percent-decoded.
            link: the link.
        """
        if found := self.at_exactly(url):
            return found
        if (same := self._folded.get(_plain(url).casefold())) and _plain(same) != _plain(url):
            return self._in_other_case(page, same, link)
        for root in self.roots:
            place = self.inside(root, url)
            other = self.site.folders.in_other_case(place) if place else None
            if other and other != place and not other.endswith(_SOURCES):
                return self._in_other_case(page, f"/{other[len(root) :].lstrip('/')}", link)
        if reason := self.is_open(url):
            return unknown(reason)
        return self.not_found(page, url, link)

    def at_exactly(self, url: str) -> Outcome | None:
        """The page or file that a server answers a URL path with; None if there is none."""
        if url.startswith("//"):
            # Outside of the base path.
            return None
        for form in self._forms(url):
            if form in self.by_url:
                path = self.by_url[form]
                return Outcome("found", place=path, page=path)
            if form in self._others:
                return Outcome("found", place=form)
        if url.endswith("/"):
            return None
        for root in self.roots:
            place = self.inside(root, url)
            if place and not place.endswith(_SOURCES) and self.site.folders.has(place):
                return Outcome("found", place=place)
        return None

    def _forms(self, url: str) -> Iterator[str]:
        yield url
        if url.endswith("/index.html"):
            yield url[: -len("index.html")]
        if not url.endswith("/"):
            yield f"{url}/"
            if self.adds_html:
                yield f"{url}.html"
                if url.endswith("/index"):
                    yield url[: -len("index")]

    @cached_property
    def _others(self) -> frozenset[str]:
        return frozenset(self.other_pages())

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {_plain(url).casefold(): url for url in reversed([*self._others, *self.by_url])}

    def _in_other_case(self, page: Page, url: str, link: Link) -> Outcome:
        found = self.at_exactly(url)
        return Outcome(
            "missing",
            "case",
            url,
            self.written_url(page, link, url),
            is_safe=True,
            page=found.page if found else "",
        )

    def _without_base(self, page: Page, url: str, link: Link) -> Outcome:
        """A target that starts with `/`, but not with the base path."""
        if not self.at_exactly(url):
            return Outcome("missing", "base", url)
        return Outcome("missing", "base", url, self.written_url(page, link, url), is_safe=True)

    def not_found(self, page: Page, url: str, link: Link) -> Outcome:
        """The outcome for a URL path at which there is nothing, with the nearest page."""
        name = _LAST.search(url)
        is_page = name is None or "." not in name[0] or name[0].endswith((".html", ".md", ".mdx"))
        near = self._nearest(page, url, link)
        suggestion = self.written_url(page, link, near) if near else ""
        return Outcome("missing", "page" if is_page else "file", url, suggestion)

    def _nearest(self, page: Page, url: str, link: Link) -> str:
        """The URL that was probably meant; empty if none is likely."""
        if source := self._as_source(page, link):
            return source
        self._searches += 1
        if self._searches > 300:
            return ""
        folder, _, last = _plain(url).rpartition("/")
        same = self._by_last.get(last, ()) if last else ()
        if len(same) == 1:
            return same[0]
        beside = self._by_folder.get(folder, {})
        alike = spelling.alike(last, beside, _ALIKE)
        return beside[alike[0]] if alike else ""

    @cached_property
    def _by_last(self) -> dict[str, list[str]]:
        """The URL paths of pages by their last part."""
        found: dict[str, list[str]] = {}
        for url in self.by_url:
            found.setdefault(_plain(url).rpartition("/")[2], []).append(url)
        return found

    @cached_property
    def _by_folder(self) -> dict[str, dict[str, str]]:
        """The URL paths of pages by their last part, by what is before it."""
        found: dict[str, dict[str, str]] = {}
        for url in self.by_url:
            folder, _, last = _plain(url).rpartition("/")
            found.setdefault(folder, {})[last] = url
        return found

    def _as_source(self, page: Page, link: Link) -> str:
        """The URL of the article that a target names by file; empty if it names none."""
        path, _ = split(link.target.strip())
        if path.startswith("/"):
            return ""
        for suffix in ("", ".md", ".mdx"):
            place = self.inside(dirname(page.path), path.rstrip("/") + suffix)
            if place and (linked := self.site.page(place)):
                return self.url(linked) or ""
        return ""

    def written_url(self, page: Page, link: Link, url: str) -> str:
        """A URL path as an author writes it in a page: relative if the link is.

        Query and fragment of the link are kept.
        """
        target = link.target.strip()
        path, rest = raw_path(target), target[len(raw_path(target)) :]
        if path.startswith("/"):
            base = "" if self.puts_base(link) else self.base
            return quote(base + url, safe=KEPT) + rest
        start = self.url(page) or "/"
        other = relpath(url, start if start.endswith("/") else dirname(start))
        other = "./" if other == "." else other + "/" * url.endswith("/")
        if path.startswith("./") and not other.startswith("."):
            other = f"./{other}"
        return quote(other, safe=KEPT) + rest


def joined(start: str, path: str, base: str = "") -> str:
    """The URL path of a target, as browsers resolve it.

    Args:
        start: the URL path of the page.
        path: the target, without query and fragment.
        base: a path that is removed from the result; a result elsewhere starts with `//`.
    """
    folder = "" if path.startswith("/") else start.rpartition("/")[0]
    whole = normpath(f"/{folder}/{path}").replace("//", "/")
    if path.endswith(("/", "/.", "/..")) or path in (".", ".."):
        whole = whole.rstrip("/") + "/"
    if not base:
        return whole
    if whole == base or whole.startswith(f"{base}/"):
        return whole[len(base) :] or "/"
    return f"/{whole}"


def _loose(text: str) -> str:
    """The letters and digits of a text or an id."""
    return re.sub(r"[\W_]+", "", text.casefold())


def _plain(url: str) -> str:
    """A URL path without what servers add: the last `/`, `index.html` and `.html`."""
    url = url.removesuffix("index.html").rstrip("/")
    return url.removesuffix(".html")

"""The common part of all resolvers, which reads plain folders as GitHub does.

A generator overrides the methods in which it differs, most often `find` and `url`.

In one module, for these methods call each other.
"""

import re
from collections.abc import Iterable
from functools import cached_property
from importlib import import_module
from posixpath import dirname, normpath, relpath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from contentlint.core import spelling
from contentlint.core.patterns import lazy
from contentlint.site import slugs
from contentlint.site.links.linked import LinkedSite, stem
from contentlint.site.pages import Heading, Link, Outcome, Page, Translation, unknown

if TYPE_CHECKING:
    from contentlint.site.links.navigation import Navigation

EXTERNAL = Outcome("found")
"""The outcome of a link to another site, which is not checked."""

_OTHER = lazy(r"//|[A-Za-z][A-Za-z0-9+.-]*:|\\\\")
_BREAKS = lazy(r"[\t\r\n]")
_END = lazy(r"[?#]")
# A host without a scheme: a known top-level domain, or `www.`.
_EMAIL = lazy(r"[\w.+-]++@(?:[a-z0-9-]++\.)+[a-z]{2,12}", re.IGNORECASE)
_HOST = lazy(
    r"(?:www\.[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:com|org|net|edu|gov|io|dev|app|info|de|fr|cn|jp"
    r"|uk|eu|ru|it|es|nl|pl|br|in|ch|at|co|me|tv))(?::\d+)?(?:/\S*)?",
    re.IGNORECASE | re.ASCII,
)
_SURE_HOST = lazy(
    r"(?:www\.[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:com|org|net|edu|gov|io|dev))(?:/\S*)?",
    re.IGNORECASE | re.ASCII,
)
# Anchors that browsers, renderers of footnotes, themes and comment services supply.
_SUPPLIED = lazy(
    r"top|:~:text=.*|.*:~:text=.*|(?:user-content-)?fn(?:ref)?[-:_]?.*|footnote.*|L\d+.*|!.*|/.*"
    r"|page=\d+.*|t=\d.*|comments?|disqus_thread|respond|more"
    r"|(?:comment|isso)-\d+|remark42__comment-.+",
    re.IGNORECASE | re.DOTALL,
)
_PAGE_SUFFIXES = (".md", ".markdown", ".mdx", ".html", ".qmd")
_SOURCES = (".md", ".markdown", ".mdx", ".qmd")
# How alike the names of a missing target and a suggestion are at least.
_ALIKE = 0.75
# Shorter names are similar by accident.
_SHORTEST = 3
# The number of missing targets of a site for which similar names are searched for.
_MOST_SEARCHES = 300


class Resolver:
    """Resolves the links of a site.

    Attributes:
        slugs: the algorithm of heading ids, a module of `site/slugs`; empty: not known, so that
            anchors of headings are not checked.
        base: the path of the site's URL without the last `/`, such as `/docs`; empty for none.
        roots: the folders whose files are published at the root of the site.
        nav: the module that reads its navigation, with a function `navigation_of`; empty for none.
        reads_translation_keys: whether articles may name what they are a translation of.

    Args:
        site: the site.
    """

    slugs = "github"
    base = ""
    roots: tuple[str, ...] = ("",)
    nav = ""
    reads_translation_keys = False

    def __init__(self, site: LinkedSite) -> None:
        self.site = site
        self._anchors: dict[str, dict[str, None]] = {}
        self._searches = 0

    # --- what a generator overrides

    def expand(self, page: Page, link: Link) -> str | Outcome:
        """The target of a link with template syntax or of a special kind, as a plain URL or path.

        Args:
            page: the article with the link.
            link: a link that is templated, or of the kind `wiki`, `embed` or `tag`.
        """
        return unknown("template syntax" if link.is_templated or link.kind == "tag" else link.kind)

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        """The target of a path, without its anchor.

        Args:
            page: the article with the link.
            path: the target without query and fragment, percent-decoded, not empty.
            link: the link.
        """
        if path.startswith("/"):
            return self.at_place(page, self.inside("", path), link)
        return self.at_place(page, self.inside(dirname(page.path), path), link)

    def url(self, page: Page) -> str | None:
        """The URL path of a page, such as `/guide/setup/`, without the base path.

        None if it has none or the generator decides by something unknown. GitHub shows a page at
        its path.
        """
        return f"/{page.path}"

    def aliases(self, page: Page) -> Iterable[str]:
        """The URL paths that redirect to a page, without the base path."""
        return ()

    def is_published(self, page: Page) -> bool:
        """Whether the page is part of the published site: not a draft, and not excluded."""
        return True

    def headings(self, page: Page) -> list[Heading]:
        """The headings that get an id, with explicit ids as far as the generator has them.

        By default it has none, and `{#id}` is part of the text.
        """
        return list(map(_without_id, page.headings))

    def may_add_anchors(self, page: Page) -> str:
        """What in a page may add anchors that are not in its source, as a reason; empty: none."""
        return ""

    def has_anchor(self, page: Page, anchor: str) -> bool:
        """Whether a page has an anchor.

        Args:
            anchor: the fragment, percent-decoded, without `#`.
        """
        return anchor in self.anchors(page)

    def translation(self, page: Page) -> Translation | None:
        """The article as a translation; None if it is none, or the languages are not known."""
        return None

    def navigation(self) -> "Navigation | None":
        """The navigation of the site; None if it has none, or nothing is known about it."""
        if not self.nav:
            return None
        found: Navigation | None = import_module(f"{__package__}.{self.nav}").navigation_of(self)
        return found

    # --- resolving

    def resolve(self, page: Page, link: Link) -> Outcome:
        """What a link of a page leads to."""
        target = link.target.strip()
        if "\n" in target or "\t" in target:
            target = _BREAKS.sub("", target)  # as browsers do
        if link.is_templated or link.kind in ("wiki", "embed", "tag"):
            expanded = self.expand(page, link)
            if isinstance(expanded, Outcome):
                return expanded
            target = expanded
        if _OTHER.match(target):
            return EXTERNAL
        path, fragment = split(target)
        if not path:
            found = Outcome("found", place=page.path, page=page.path)
        else:
            found = self._found(page, path, link)
        if found.state != "found" or found.fault or not fragment or not found.page:
            return found
        linked = self.site.page(found.page)
        return found if linked is None else self._with_anchor(page, linked, found, link, fragment)

    def _found(self, page: Page, path: str, link: Link) -> Outcome:
        found = self.find(page, path, link)
        if found.state != "found" and _EMAIL.fullmatch(path):
            return Outcome("missing", "scheme", found.place, f"mailto:{link.target.strip()}")
        if found.state != "found" and self._is_host(page, path, found):
            return Outcome("missing", "scheme", found.place, f"https://{link.target.strip()}")
        if found.fault in ("page", "file") and self.site.is_ignored(found.place):
            return unknown("file that git ignores")
        if found.fault == "page" and not found.place.endswith(_SOURCES):
            name = stem(found.place.rstrip("/")).lower()
            if {name, found.place.rstrip("/").rpartition("/")[2].lower()} & self.site.unread:
                return unknown("article that is not read")
            return found
        if found.state == "found" and found.page and not found.fault and found.page != page.path:
            linked = self.site.page(found.page)
            if linked is not None and not self.is_published(linked) and self.is_published(page):
                return found._replace(state="missing", fault="unpublished")
        return found

    def _is_host(self, page: Page, path: str, found: Outcome) -> bool:
        """Whether a path that was not found looks like a host."""
        if found.fault in ("page", "file"):
            return _HOST.fullmatch(path) is not None
        if found.fault or _SURE_HOST.fullmatch(path) is None:
            return False
        place = self.inside(dirname(page.path), path.partition("/")[0])
        return place is not None and not self.site.folders.has(place)

    def _with_anchor(
        self, page: Page, linked: Page, found: Outcome, link: Link, fragment: str
    ) -> Outcome:
        """The outcome for a page and a fragment."""
        anchor = unquote(fragment)
        if self.has_anchor(linked, anchor) or fragment in self.anchors(linked):
            return found
        if _SUPPLIED.fullmatch(anchor):
            return found
        if not self.slugs:
            return unknown("ids of headings", linked.path)
        if any(heading.is_open for heading in linked.headings):
            return unknown("template syntax in a heading", linked.path)
        if reason := self.may_add_anchors(linked):
            return unknown(reason, linked.path)
        near = self.nearest_anchor(linked, anchor)
        return Outcome(
            "missing",
            "anchor",
            found.place,
            with_fragment(link.target.strip(), near) if near else "",
            is_safe=near.casefold() == anchor.casefold(),
            anchor=anchor,
            page=linked.path,
        )

    # --- help for generators

    def inside(self, folder: str, path: str) -> str | None:
        """A path in a folder as a path from the root of the site; None if it is outside."""
        place = normpath(f"{folder}/{path.lstrip('/')}".lstrip("/"))
        if place == ".." or place.startswith("../") or "\0" in place:
            return None
        return "" if place == "." else place

    def at_place(self, page: Page, place: str | None, link: Link) -> Outcome:
        """The page, file or folder at a path from the root of the site.

        Args:
            page: the article with the link.
            place: the path; None: outside of the site.
        """
        if place is None:
            return Outcome("missing", "outside")
        found = self.existing(place)
        if found is not None:
            return found
        if other := self.site.folders.in_other_case(place):
            target = self.written(page, link, other)
            found = self.existing(other)
            return Outcome("missing", "case", other, target, True, page=found.page if found else "")
        return self.missing(page, place, link)

    def at_url(self, page: Page, path: str, link: Link) -> Outcome:
        """The page or file at a URL, which browsers resolve from the URL of the page.

        Args:
            page: the article with the link.
            path: the URL path, relative or from the root of the server.
            link: the link.
        """
        start = self.url(page)
        if start is None:
            return unknown("URL of the article")
        url = path
        if not path.startswith("/"):
            url = joined(start, path)
        elif self.base:
            if not f"{path}/".startswith(f"{self.base}/"):
                return self._outside_base(path, link)
            url = path[len(self.base) :] or "/"
        return self.published(url) or self.missing_url(page, url, link)

    def _outside_base(self, path: str, link: Link) -> Outcome:
        found = self.published(path)
        if found is None:
            return unknown("URL outside of the base path")
        target = self.base + link.target.strip()
        return found._replace(state="missing", fault="base", suggestion=target)

    def published(self, url: str) -> Outcome | None:
        """The page or file at a URL path without the base path; None if there is none."""
        for form in (url, f"{url}/", url.rstrip("/"), f"{url}.html"):
            if page := self.by_url.get(form):
                return Outcome("found", place=page, page=page)
        for root in self.roots:
            place = self.inside(root, url)
            if place and self.site.folders.has(place):
                return Outcome("found", place=place)
        return None

    def missing_url(self, page: Page, url: str, link: Link) -> Outcome:
        """The outcome for a URL path at which the articles and files have nothing."""
        return unknown("URL that a template or plugin may have")

    def existing(self, place: str) -> Outcome | None:
        """The page, file or folder at exactly this path; None if there is none."""
        if place in self.site.paths:
            return Outcome("found", place=place, page=place)
        if self.site.folders.has(place):
            return Outcome("found", place=place)
        return None

    def missing(self, page: Page, place: str, link: Link) -> Outcome:
        """The outcome for a path that does not exist, with the nearest one that does."""
        is_page = place.endswith(_PAGE_SUFFIXES) or "." not in place.rpartition("/")[2]
        near = self.nearest_place(place)
        target = self.written(page, link, near) if near else ""
        return Outcome("missing", "page" if is_page else "file", place, target)

    def written(self, page: Page, link: Link, place: str) -> str:
        """A target as an author writes it: relative, or from the root if the link is.

        Query and fragment of the link are kept.
        """
        path, _ = split(link.target.strip())
        rest = link.target.strip()[len(raw_path(link.target.strip())) :]
        if path.startswith("/"):
            return f"/{quote(place, safe=KEPT)}{rest}"
        other = relpath(place, dirname(page.path) or ".")
        if path.startswith("./") and not other.startswith("."):
            other = f"./{other}"
        return quote(other, safe=KEPT) + rest

    def may_search(self) -> bool:
        """Whether to search for names that are similar to a missing one; not for too many."""
        self._searches += 1
        return self._searches <= _MOST_SEARCHES

    def nearest_place(self, place: str) -> str:
        """The existing path that is most like a missing one; empty if none is."""
        if not self.may_search():
            return ""
        folder, _, name = place.rpartition("/")
        beside = self.site.folders.names(folder)
        if alike := _most_similar(name, beside):
            return f"{folder}/{alike}" if folder else alike
        same = self.site.by_name.get(stem(place).lower(), ())
        if len(same) == 1 and "." in name:
            return same[0]
        paths = spelling.alike(place, self._candidates(place), 0.9)
        return paths[0] if paths else ""

    def _candidates(self, place: str) -> list[str]:
        return self._by_beginning.get(stem(place)[:2].lower(), [])

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        """At most 2000 paths of articles by the first two letters of their names."""
        found: dict[str, list[str]] = {}
        for name, paths in self.site.by_name.items():
            alike = found.setdefault(name[:2], [])
            alike += paths[: 2000 - len(alike)]
        return found

    def anchors(self, page: Page) -> dict[str, None]:
        """The anchors of a page, in order: ids of headings, and those of the HTML in it."""
        known = self._anchors.get(page.path)
        if known is None:
            found = list(page.ids)
            if self.slugs:
                found += slugs.named(self.slugs)(self.headings(page))
            known = self._anchors[page.path] = dict.fromkeys(filter(None, found))
        return known

    def nearest_anchor(self, page: Page, anchor: str) -> str:
        """The anchor of a page that is most like a missing one; empty if none is."""
        anchors = self.anchors(page)
        folded = {each.casefold(): each for each in reversed(anchors)}
        if same := folded.get(anchor.casefold()):
            return same
        plain = {re.sub(r"[\W_]+", "", each.casefold()): each for each in reversed(anchors)}
        if same := plain.get(re.sub(r"[\W_]+", "", anchor.casefold())):
            return same
        alike = spelling.alike(anchor.casefold(), list(folded)[:500], _ALIKE)
        return folded[alike[0]] if alike else ""

    @cached_property
    def by_url(self) -> dict[str, str]:
        """The paths of the pages by URL path; aliases are below, if no page has the URL."""
        found: dict[str, str] = {}
        aliases: dict[str, str] = {}
        for page in self.site.pages():
            url = self.url(page)
            if url is not None:
                found.setdefault(url, page.path)
            aliases.update(dict.fromkeys(self.aliases(page), page.path))
        return {**aliases, **found}


def joined(base: str, path: str) -> str:
    """A relative URL path, resolved from the URL path of a page as browsers do."""
    whole = normpath(f"{base.rpartition('/')[0]}/{path}").replace("//", "/")
    is_folder = path.endswith(("/", "/.", "/..")) or path in (".", "..")
    return f"{whole}/" if is_folder and whole != "/" else whole


KEPT = "/@:+,;=!$&*~._-()'"


def _most_similar(name: str, names: Iterable[str]) -> str:
    """The name that differs least, with the same suffix; empty if none is similar enough."""
    plain, dot, suffix = name.rpartition(".")
    end = f"{dot}{suffix}" if plain else ""
    stems = {each[: len(each) - len(end)]: each for each in names if each.endswith(end)}
    if len(plain or name) < _SHORTEST:
        return ""
    alike = spelling.alike(plain or name, stems, _ALIKE)
    return stems[alike[0]] if alike else ""


_MARKER = lazy(r"\{[^{}]*\}[ \t#]*\Z")


def _without_id(heading: Heading) -> Heading:
    if heading.is_html or not heading.id:
        return heading
    marker = _MARKER.search(heading.raw)
    text = heading.text if marker is None else f"{heading.text} {marker[0]}"
    return heading._replace(id="", text=text)


def split(target: str) -> tuple[str, str]:
    """The path of a target, percent-decoded and without query, and its fragment as written."""
    path = raw_path(target)
    return unquote(path) if "%" in path else path, target.partition("#")[2]


def raw_path(target: str) -> str:
    """The path of a target as written, without query and fragment."""
    end = _END.search(target)
    return target if end is None else target[: end.start()]


def with_fragment(target: str, fragment: str) -> str:
    """A target with another fragment."""
    return f"{target.partition('#')[0]}#{fragment}"

"""The common part of the generators whose links are URLs that browsers resolve."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from posixpath import relpath
from typing import Any
from urllib.parse import quote

from contentlint.core import parsing, spelling
from contentlint.core.patterns import lazy
from contentlint.site.links import resolver
from contentlint.site.links.linked import LinkedSite
from contentlint.site.pages import Link, Outcome, Page, unknown

_ID = lazy(r"""\b(?:id|name)\s*=\s*(?:"([^"<>{}]+)"|'([^'<>{}]+)'|([\w-]+))""")
_TEMPLATES = (".html", ".htm", ".njk", ".jinja", ".j2", ".tmpl", ".liquid", ".mako")
_MOST_TEMPLATES = 400
_OTHER_FORMATS = frozenset({".rst", ".ipynb", ".adoc", ".org", ".txt", ".textile", ".pandoc"})
_SLUG = lazy(r"^[ \t.:]*slug[ \t]*:[ \t]*(\S+)", re.MULTILINE)
_WORD = lazy(r"\w+")
_MOST_FOLDERS = 2000
_KEPT = "/@:+,;=!$&*~._-()'"
# How alike a missing URL and a suggestion are at least.
_ALIKE = 0.8
_MOST_SEARCHES = 200
# Tags of YAML, such as `!ENV` and `!!python/name:pymdownx.slugs.uslugify`.
_TAG = lazy(r"(?<=[\s\[,:])!!?[\w./:-]+")
_FROM = lazy(r"""^[ \t]*from[ \t]*=[ \t]*["'](/[^"'\n]*)["']""", re.MULTILINE)
_SOURCE = lazy(r"\"source\"\s*:\s*\"(/[^\"\n]*)\"")
_VARIABLE = lazy(r"(\*|:[a-z]\w*\*?)")
_SLASHES = lazy(r"/{2,}")


class Resolver(resolver.Resolver):
    """Resolves links by URL.

    Attributes:
        template_folders: folders of the layouts of the site, whose ids every page may have.
    """

    template_folders: tuple[str, ...] = ()
    _others: frozenset[str] | None = None

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        return self.at_url(page, path, link)

    def files_at(self, url: str) -> Iterator[str]:
        """The paths from the root of the site at which a file for a URL path may be.

        Args:
            url: the URL path without the base path, decoded.
        """
        for root in self.roots:
            place = self.inside(root, url)
            if place:
                yield place

    def supplied(self, url: str) -> str:
        """What may have something at a URL path, apart from articles and files, as a reason.

        Args:
            url: the URL path without the base path, decoded, that no article and no file has.
        """
        return ""

    # --- resolving

    def at_url(self, page: Page, path: str, link: Link) -> Outcome:
        start = self.url(page)
        if start is None and not path.startswith("/"):
            return unknown("URL of the article")
        url = _SLASHES.sub("/", _absolute(f"{self.base}{start}", path))
        if self.base:
            if not f"{url}/".startswith(f"{self.base}/"):
                return self._outside(page, url, link)
            url = url[len(self.base) :] or "/"
        return self.published(url) or self.missing_url(page, url, link)

    def _outside(self, page: Page, url: str, link: Link) -> Outcome:
        """The outcome for a URL that is not below the base path, where other sites may be."""
        found = self.published(url)
        if found is None:
            other = self._other_form(url)
            if not other:
                return unknown("URL outside of the base path")
            found = Outcome("found", page=self.by_url.get(other, ""))
            url = other
        target = self.written_url(page, link, url)
        return found._replace(state="missing", fault="base", suggestion=target)

    def published(self, url: str) -> Outcome | None:
        """The page or file at a URL path, as a server of folders with index pages has it."""
        plain = _SLASHES.sub("/", url)
        plain = plain[: -len("index.html")] if plain.endswith("/index.html") else plain
        for form in (plain, f"{plain}/") if not plain.endswith("/") else (plain,):
            if found := self.by_url.get(form):
                return Outcome("found", place=found, page=found)
        for place in self.files_at(plain) if not plain.endswith("/") else ():
            if self._is_file(place) and not self.is_rendered(place):
                return Outcome("found", place=place, page=place if place in self.site.paths else "")
        for place in self.files_at(f"{plain.rstrip('/')}/index.html"):
            if self._is_file(place) and place not in self._at_urls:
                return Outcome("found", place=place)
        return None

    def is_rendered(self, place: str) -> bool:
        """Whether a file is an article that is at another URL than its path."""
        return place in self.site.paths and not place.endswith((".html", ".htm"))

    def _is_file(self, place: str) -> bool:
        return self.site.folders.has(place) and not self.site.folders.names(place)

    def missing_url(self, page: Page, url: str, link: Link) -> Outcome:
        url = _SLASHES.sub("/", url)
        if reason := self.supplied(url):
            return unknown(reason)
        if any(start.fullmatch(f"{self.base}{url}") for start in self._redirects):
            return unknown("redirect")
        if other := self._other_form(url):
            is_alike = url.strip("/").casefold() == other.strip("/").casefold()
            return Outcome(
                "missing", "form", url, self.written_url(page, link, other), is_alike,
                page=self.by_url.get(other, ""),
            )  # fmt: skip
        if other := self._folded.get(url.casefold()) or self._file_in_other_case(url):
            target = self.written_url(page, link, other)
            return Outcome("missing", "case", other, target, True, page=self.by_url.get(other, ""))
        name = url.rpartition("/")[2]
        is_page = "." not in name or name.endswith((".html", ".md", ".markdown"))
        near = self._nearest_url(url)
        target = self.written_url(page, link, near) if near else ""
        return Outcome("missing", "page" if is_page else "file", url, target)

    @cached_property
    def _at_urls(self) -> frozenset[str]:
        """The articles with a URL of their own; a static page is a file."""
        return frozenset(self.by_url.values())

    @cached_property
    def _redirects(self) -> list[re.Pattern[str]]:
        """What URL paths match from which files of hosts redirect."""
        return redirects(self.site, *self.roots)

    def _other_form(self, url: str) -> str:
        """The URL of the page that is meant by another form of its URL; empty if there is none."""
        plain = url.rstrip("/")
        stem = plain.rpartition(".")[0] if plain.endswith((".html", ".md", ".markdown")) else plain
        forms = [f"{stem}/", f"{stem}.html", stem]
        if stem.endswith(("/index", "/_index", "/README")):
            forms.append(f"{stem.rpartition('/')[0]}/")
        return next((form for form in forms if form != url and form in self.by_url), "")

    def _file_in_other_case(self, url: str) -> str:
        if url.endswith("/"):
            return ""
        for root in self.roots:
            place = self.inside(root, url)
            if place and (other := self.site.folders.in_other_case(place)) and other != place:
                return f"/{other[len(root) :].lstrip('/')}"
        return ""

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        return {url.casefold(): url for url in reversed(self.by_url)}

    @cached_property
    def _by_folder(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for url in self.by_url:
            found.setdefault(url.rstrip("/").rpartition("/")[0], []).append(url)
        return found

    def _nearest_url(self, url: str) -> str:
        self._searches += 1
        if self._searches > _MOST_SEARCHES:
            return ""
        beside = self._by_folder.get(url.rstrip("/").rpartition("/")[0], [])
        alike = spelling.alike(url, beside[:1000], _ALIKE)
        return alike[0] if alike else ""

    def written_url(self, page: Page, link: Link, url: str) -> str:
        """A URL as an author writes it in place of a link: relative or from the root.

        Args:
            page: the article with the link.
            link: the link, whose query and fragment are kept.
            url: the URL path without the base path.
        """
        written = link.target.strip()
        if link.is_templated or link.kind in ("wiki", "embed", "tag"):
            return ""
        rest = written[len(resolver.raw_path(written)) :]
        if written.startswith("/"):
            return quote(self.base + url, safe=_KEPT) + rest
        start = self.url(page)
        if start is None:
            return ""
        other = relpath(url, start.rpartition("/")[0] or "/")
        other = f"{other}/" if url.endswith("/") and other != "." else other
        if written.startswith("./") and not other.startswith("."):
            other = f"./{other}"
        return quote("./" if other == "." else other, safe=_KEPT) + rest

    def is_in_another_format(self, url: str, *folders: str) -> bool:
        """Whether an article in a format that is not read may have a URL, by its name or slug.

        Args:
            url: the URL path.
            folders: the folders of the articles.
        """
        if self._others is None:
            self._others = _slugs_of_others(self.site, folders)
        name = url.rstrip("/").rpartition("/")[2].removesuffix(".html")
        return name.lower() in self._others

    # --- anchors

    def has_anchor(self, page: Page, anchor: str) -> bool:
        return super().has_anchor(page, anchor) or anchor in self._ids_of_templates

    @cached_property
    def _ids_of_templates(self) -> frozenset[str]:
        """The ids in the layouts of the site."""
        found: set[str] = set()
        folders = list(self.template_folders)
        read = 0
        while folders and read < _MOST_TEMPLATES:
            folder = folders.pop()
            for name in sorted(self.site.folders.names(folder)):
                place = f"{folder}/{name}"
                if name.endswith(_TEMPLATES):
                    read += 1
                    for match in _ID.finditer(self.site.text(place)):
                        found.add(match[1] or match[2] or match[3])
                elif "." not in name:
                    folders.append(place)
        return frozenset(found)


def _absolute(base: str, path: str) -> str:
    """A URL path, resolved from that of a page as browsers do."""
    return path if path.startswith("/") else resolver.joined(base, path)


def redirects(site: LinkedSite, *roots: str) -> list[re.Pattern[str]]:
    """What URL paths match from which files of hosts redirect.

    Args:
        site: the site.
        roots: the folders that are served as `/`, besides the root of the site.
    """
    found = []
    for root in ("", *roots):
        text = site.text(f"{root}/_redirects".lstrip("/"))
        found += [line.split()[0] for line in text.splitlines() if line.startswith("/")]
    found += _FROM.findall(site.text("netlify.toml"))
    found += _SOURCE.findall(site.text("vercel.json"))
    return [_matcher(each) for each in dict.fromkeys(found)]


def _matcher(source: str) -> re.Pattern[str]:
    """A pattern for the URLs of a rule such as `/blog/*` or `/:year/tide`."""
    parts = _VARIABLE.split(source.rstrip("/"))
    pattern = "".join(
        ".*" if part == "*" else "[^/]+" if part[:1] == ":" else re.escape(part) for part in parts
    )
    return re.compile(f"{pattern}/?", re.DOTALL)


def _slugs_of_others(site: LinkedSite, folders: Iterable[str]) -> frozenset[str]:
    """What the last part of the URL of articles in other formats may be."""
    found: set[str] = set()
    waiting, read = list(folders), 0
    while waiting and read < _MOST_FOLDERS:
        folder = waiting.pop()
        read += 1
        for name in site.folders.names(folder):
            place = f"{folder}/{name}".lstrip("/")
            stem, _, suffix = name.rpartition(".")
            if f".{suffix}" in _OTHER_FORMATS:
                text = site.text(place)[:2000]
                written = _SLUG.search(text)
                title = next((line for line in text.splitlines() if line[:1].isalnum()), "")
                names = (stem, title, written[1] if written else "")
                found.update("-".join(_WORD.findall(each.lower())) for each in names)
            elif not stem:
                waiting.append(place)
    return frozenset(filter(None, found))


def settings(site: LinkedSite, *names: str) -> dict[str, Any]:
    """The settings in configuration files; of the same key, those of the last file.

    Args:
        site: the site.
        names: paths from its root; files that do not exist or cannot be parsed have no settings.
    """
    found: dict[str, Any] = {}
    for name in names:
        text = site.text(name)
        if not text.strip():
            continue
        value = parsed(text, name)
        if isinstance(value, dict):
            found.update({str(key): each for key, each in value.items()})
    return found


def parsed(text: str, name: str) -> Any:
    """The value of a configuration file in YAML, TOML or JSON; None if it is not valid.

    Args:
        text: its text.
        name: its name, which ends in the suffix of its format.
    """
    ending = "." + name.rpartition(".")[2]
    for form in (text, _TAG.sub("", text)):
        try:
            return parsing.parsed(form, ending)
        except parsing.NotParsed:
            continue
    return None


def table(value: Any) -> dict[str, Any]:
    """A value if it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def texts(value: Any) -> list[str]:
    """The strings of a value that is a list of them, or one."""
    values = value if isinstance(value, list) else [value]
    return [str(each) for each in values if isinstance(each, (str, int)) and each != ""]

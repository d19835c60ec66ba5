"""Jekyll: links are URLs, from permalinks; Liquid tags name sources; anchors of kramdown."""

import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cached_property
from posixpath import dirname
from typing import Any

from contentlint.core.patterns import lazy
from contentlint.site.links import served
from contentlint.site.links.jekyll_permalinks import (
    PLACE,
    STYLES,
    dated_values,
    day_of,
    filled,
    kind_of,
    post_of,
    slug_of,
)
from contentlint.site.links.linked import LinkedSite
from contentlint.site.links.served import table, texts
from contentlint.site.pages import Heading, Link, Outcome, Page, unknown

_CONFIGS = ("_config.yml", "_config.yaml", "_config.toml")

# The keys of front matter that decide the URL of a page, or whether it has one.
_DECIDING = ("permalink", "published")

_VARIABLE = lazy(r"\{\{([^{}]*+)\}\}")
_TAG = lazy(r"\{%-?\s*+(link|post_url)\s++([^%{}]*+)%\}")
_QUOTED = lazy(r"(['\"])(.*)\1")
_BASE_VARIABLES = frozenset({"site.baseurl", "site.github.url", "site.github.baseurl"})
# Filters that put the base path before a path.
_BASE_FILTER = lazy(r"(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|github\.url))")

# Gems that add no pages, or only those that are known here.
_HARMLESS = lazy(
    r"jekyll-(?:seo-tag|sitemap|feed|relative-links|optional-front-matter|readme-index|titles-from"
    r"-headings|default-layout|gist|mentions|include-cache|redirect-from|github-metadata|remote-theme"
    r"|avatar|commonmark(?:-ghpages)?|coffeescript|sass-converter|watch|toc|target-blank"
    r"|last-modified-at|compose|paginate|archives)|jemoji|kramdown-parser-gfm|github-pages"
)
# What in a plugin adds pages or files, or changes links.
_ADDS = lazy(
    r"\bGenerator\b|PageWithoutAFile|Page\.new|StaticFile|Hooks\.register|relative_url|href|permalink"
)
# What gems and themes add to a site.
_SUPPLIED = {
    "jekyll-feed": r"/feed(?:/.*)?\.xml|/.*/feed\.xml",
    "jekyll-sitemap": r"/sitemap\.xml|/robots\.txt",
    "jekyll-paginate": r"/(?:.*/)?page[-/]?\d+/?",
    "jekyll-archives": r"/(?:tags?|categor(?:y|ies)|\d{4})/.*",
    "theme": r"/assets/.*",
}


class Resolver(served.Resolver):
    """Resolves URLs from permalinks, collections and defaults of the configuration."""

    slugs = "kramdown-gfm"
    template_folders = ("_layouts", "_includes")

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        config = self.config = served.settings(site, *_CONFIGS)
        base = config.get("baseurl")
        self.base = f"/{base.strip('/')}".rstrip("/") if isinstance(base, str) else ""
        self.style = str(config.get("permalink") or "date")
        self.slugs = _slugs(config)
        found = config.get("collections")
        self.collections: dict[str, dict[str, Any]] = (
            {str(name): table(value) for name, value in found.items()}
            if isinstance(found, dict)
            else {name: {} for name in texts(found)}
        )
        gems = site.text("Gemfile")
        plugins = [*texts(config.get("plugins") or []), *texts(config.get("gems") or [])]
        self.is_jekyll_3 = "github-pages" in gems or not gems
        self.converts = "jekyll-relative-links" in [*plugins] or self.is_jekyll_3
        self.converts_all = table(config.get("relative_links")).get("collections") is True
        self.may_add_pages = any(
            _HARMLESS.fullmatch(name) is None for name in plugins
        ) or _has_generator(site)
        has_theme = bool(config.get("theme") or config.get("remote_theme"))
        self.gems = frozenset([*plugins, *(["theme"] if has_theme else [])])
        self.excluded = texts(config.get("exclude") or [])
        self.included = [*texts(config.get("include") or []), ".htaccess", "_redirects", "_headers"]
        self._urls: dict[str, str | None] = {}

    # --- URLs

    def _is_static(self, page: Page) -> bool:
        """Whether a page is copied as it is, because it has no front matter."""
        if page.front or not page.path.endswith((".html", ".htm")) or page.path.startswith("_"):
            return False
        return not self.site.text(page.path).startswith("---")

    def url(self, page: Page) -> str | None:
        if page.path not in self._urls:
            self._urls[page.path] = self._url(page)
        return self._urls[page.path]

    def _url(self, page: Page) -> str | None:
        if self._is_static(page):
            return f"/{page.path}"
        folder, _, name = page.path.rpartition("/")
        stem, _, _ = name.rpartition(".")
        values = {"output_ext": ".html", "basename": stem, "path": f"/{folder}" if folder else ""}
        front = {**self._defaults(page), **page.front}
        permalink = front.get("permalink")
        post = post_of(page.path)
        if post is not None:
            values.update(dated_values(post, front))
            style = STYLES.get(self.style, self.style)
            collection = table(self.collections.get("posts")).get("permalink")
            template = str(permalink or collection or style)
            template = STYLES.get(template, template)
            if not values.get("year") and PLACE.search(template):
                return None
        elif (top := page.path.partition("/")[0])[:1] == "_":
            collection_settings = self.collections.get(top[1:])
            if collection_settings is None or collection_settings.get("output") is not True:
                return None
            rest = page.path[len(top) + 1 :].rpartition(".")[0]
            slug = str(front.get("slug") or stem)
            values.update(collection=top[1:], path=rest, name=slug_of(stem), title=slug_of(slug))
            values["slug"] = values["title"].lower()
            template = str(
                permalink
                or collection_settings.get("permalink")
                or f"/:collection/:path{self._suffix}"
            )
            if template in STYLES:
                template = f"/:collection/:path{'/' if template == 'pretty' else ':output_ext'}"
        elif permalink:
            template = str(permalink)
        elif stem == "index":
            template = ":path/"
        else:
            template = f":path/:basename{self._suffix}"
        if "{" in template:
            return None
        return filled(template, values)

    @property
    def _suffix(self) -> str:
        """What ends the URLs of pages and of collections."""
        if self.style == "pretty" or self.style.endswith("/"):
            return "/"
        is_named = self.style in STYLES or self.style.endswith(":output_ext")
        return ":output_ext" if is_named else ""

    def _defaults(self, page: Page) -> Mapping[str, Any]:
        """The front matter that the configuration has for a page."""
        found: dict[str, Any] = {}
        for scope, kind, values in self._scopes:
            if kind and kind != kind_of(page.path):
                continue
            is_in = (
                fnmatchcase(page.path, scope if scope.endswith("*") else f"{scope}*")
                if "*" in scope
                else not scope or f"{page.path}/".startswith(f"{scope}/")
            )
            if is_in:
                found.update(values)
        return found

    @cached_property
    def _scopes(self) -> list[tuple[str, str, dict[str, Any]]]:
        entries = self.config.get("defaults")
        found = []
        for entry in entries if isinstance(entries, list) else ():
            scope, values = table(table(entry).get("scope")), table(table(entry).get("values"))
            kept: dict[str, Any] = {key: values[key] for key in _DECIDING if key in values}
            path = str(scope.get("path") or "").strip("/")
            if kept:
                found.append((path, str(scope.get("type") or "").rstrip("s"), kept))
        return sorted(found, key=lambda each: (len(each[0]), bool(each[1])))

    def aliases(self, page: Page) -> Iterable[str]:
        found = texts(page.front.get("redirect_from") or [])
        if page.path.lower().endswith("readme.md"):
            found.append(f"/{dirname(page.path)}/".replace("//", "/"))
        return found

    def is_published(self, page: Page) -> bool:
        if page.front.get("published") is False or "_drafts/" in page.path:
            return False
        post = post_of(page.path)
        if post is None or self.config.get("future") is True:
            return True
        written = day_of(post, page.front)
        return written is None or self.site.days.has_come(written)

    def files_at(self, url: str) -> Iterator[str]:
        for place in super().files_at(url):
            if not self._is_excluded(place):
                yield place

    def _is_excluded(self, place: str) -> bool:
        parts = place.split("/")
        if any(fnmatchcase(place, f"{each.strip('/')}") for each in self.included):
            return False
        if any(each.strip("/") in (place, *_parents(place)) for each in self.included):
            return False
        if any(part.startswith(("_", ".", "#")) or part.endswith("~") for part in parts):
            return True
        return any(
            fnmatchcase(each, pattern.strip("/"))
            for pattern in self.excluded
            for each in (place, *_parents(place))
        )

    def supplied(self, url: str) -> str:
        if self.may_add_pages:
            return "plugin that adds pages"
        if any(url.startswith(start) for start in self._archives):
            return "file of `jekyll-archives`"
        for gem, pattern in _SUPPLIED.items():
            if gem in self.gems and re.fullmatch(pattern, url):
                return f"file of `{gem}`"
        return ""

    @cached_property
    def _archives(self) -> list[str]:
        """What the URLs of archives begin with, as far as the configuration says so."""
        found = table(table(self.config.get("jekyll-archives")).get("permalinks"))
        starts = (str(pattern).partition(":")[0] for pattern in found.values())
        return [start for start in starts if start.strip("/")]

    # --- links

    def _is_read_in_repository(self, page: Page) -> bool:
        """Whether Jekyll does not publish an article, which is for readers of the repository."""
        names = {part[1:] for part in page.path.split("/") if part.startswith("_")}
        if not names.isdisjoint(("posts", "drafts", *self.collections)):
            return False
        if page.path.lower() == "readme.md" and not self.site.text(page.path).startswith("---"):
            return True
        return self._is_excluded(page.path)

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if self._is_read_in_repository(page):
            place = self.inside(dirname(page.path), path)
            if place and self.site.folders.has(place):
                return Outcome("found", place=place, page=place if self.site.page(place) else "")
        is_plain = self.converts_all or kind_of(page.path) == "page"
        if (
            self.converts
            and is_plain
            and link.kind in ("link", "image", "definition")
            and not link.is_templated
        ):
            place = self.inside("" if path.startswith("/") else dirname(page.path), path)
            linked = self.site.page(place) if place else None
            if linked is not None and self.url(linked) is not None:
                return Outcome("found", place=linked.path, page=linked.path)
            if place and not self._is_excluded(place) and self._is_file(place):
                return Outcome("found", place=place)
        return self.at_url(page, path, link)

    def published(self, url: str) -> Outcome | None:
        found = super().published(url)
        # GitHub Pages serves pages without their suffix.
        if found is None and not url.endswith("/") and (page := self.by_url.get(f"{url}.html")):
            return Outcome("found", place=page, page=page)
        return found

    def expand(self, page: Page, link: Link) -> str | Outcome:
        if link.kind in ("wiki", "embed"):
            return unknown("wikilink")
        written = link.target
        missing: list[Outcome] = []

        def tag(match: re.Match[str]) -> str:
            url = self._tagged(match[1], match[2].rstrip().removesuffix("-").rstrip())
            if isinstance(url, str):
                return url
            missing.append(url)
            return ""

        def variable(match: re.Match[str]) -> str:
            name, _, filters = match[1].strip("- \t\n").partition("|")
            return self._variable(page, name.strip(), filters, match[0])

        target = _VARIABLE.sub(variable, _TAG.sub(tag, written))
        if missing:
            return missing[0]
        if "{{" in target or "{%" in target:
            return unknown("template syntax")
        if self.base and target.startswith(f"{self.base}{self.base}/") and self.is_jekyll_3:
            target = target[len(self.base) :]
        return target

    def _variable(self, page: Page, name: str, filters: str, written: str) -> str:
        """The value of an output tag; as written if it is not known."""
        steps = [each.strip() for each in filters.split("|") if each.strip()]
        if name in _BASE_VARIABLES and not steps:
            return self.base
        if name == "site.url" and not steps:
            return ""
        quoted = _QUOTED.fullmatch(name)
        if quoted is not None:
            value = quoted[2]
        elif name == "page.url" and (url := self.url(page)):
            value = url
        else:
            return written
        if not steps:
            return value
        if len(steps) == 1 and _BASE_FILTER.fullmatch(steps[0]):
            is_joined = "prepend" not in steps[0]
            return f"{self.base}/{value.lstrip('/')}" if is_joined else f"{self.base}{value}"
        return written

    def _tagged(self, tag: str, name: str) -> str | Outcome:
        """The URL of the source that `link` or `post_url` names."""
        if "{" in name or name.startswith(("page.", "include.")):
            return unknown("template syntax")
        place = name.strip("\"'") if tag == "link" else self._posts.get(name.strip("/"), "")
        page = self.site.page(place) if place else None
        if page is not None and self.is_published(page):
            url = self.url(page)
            prefix = "" if self.is_jekyll_3 else self.base
            return unknown("URL of the article") if url is None else prefix + url
        if place.startswith("/"):
            return Outcome("missing", "page", place)
        if tag == "link" and place and self._is_file(place) and not self._is_excluded(place):
            return f"{self.base}/{place}"
        if page is not None:
            return Outcome("missing", "unpublished", place, page=place)
        return Outcome("missing", "page", place or f"_posts/{name}")

    @cached_property
    def _posts(self) -> dict[str, str]:
        """The paths of posts by the names that `post_url` takes."""
        found: dict[str, str] = {}
        for path in self.site.paths:
            post = post_of(path)
            if post is not None and post.date:
                name = path.rpartition("/")[2].rpartition(".")[0]
                found.setdefault(name, path)
                inner = path.partition("_posts/")[2].rpartition(".")[0]
                found[f"{post.above}/{inner}" if post.above else inner] = path
        return found

    # --- anchors

    def headings(self, page: Page) -> list[Heading]:
        return list(page.headings)

    def may_add_anchors(self, page: Page) -> str:
        added = [name for name in page.opens if name in ("include", "include_relative", "for")]
        return f"content of `{added[0]}`" if added else ""


def _has_generator(site: LinkedSite) -> bool:
    """Whether a plugin in the site may add pages or files, or change URLs."""
    names = sorted(site.folders.names("_plugins"))
    texts_of = (site.text(f"_plugins/{name}") for name in names if name.endswith(".rb"))
    has_folders = any("." not in name for name in names)
    return has_folders or any(not text or _ADDS.search(text) for text in texts_of)


def _slugs(config: Mapping[str, Any]) -> str:
    """The algorithm of the ids of headings; empty: not known."""
    kramdown = table(config.get("kramdown"))
    if str(config.get("markdown") or "kramdown").lower() != "kramdown":
        return ""
    if kramdown.get("auto_ids") is False or {"auto_id_prefix", "transliterated_header_ids"} & set(
        kramdown
    ):
        return ""
    is_own = str(kramdown.get("input") or "GFM").lower() == "kramdown"
    return "kramdown" if is_own else "kramdown-gfm"


def _parents(place: str) -> list[str]:
    parts = place.split("/")
    return ["/".join(parts[:number]) for number in range(1, len(parts))]

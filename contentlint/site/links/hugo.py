"""Hugo: links are URLs or, through render hooks, paths of content; `ref` names content."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from posixpath import dirname, normpath

from contentlint.core.patterns import lazy
from contentlint.site.links import resolver, served
from contentlint.site.links.hugo_shortcodes import figure_source, reference_of
from contentlint.site.links.hugo_site import HugoSite, Place, urlized
from contentlint.site.links.linked import LinkedSite
from contentlint.site.links.served import table, texts
from contentlint.site.pages import Heading, Link, Outcome, Page, Translation, unknown
from contentlint.site.slugs import goldmark

_SLUGS = {
    "github": goldmark.github,
    "github-ascii": goldmark.ascii_only,
    "blackfriday": goldmark.blackfriday,
}
_SUFFIX = lazy(r"\.(?:md|markdown|html?|adoc|rst|org|pandoc|pdc)\Z")
# Shortcodes of Hugo itself, none of which adds an id that is linked.
_PLAIN_SHORTCODES = frozenset(
    "ref relref figure youtube vimeo vimeo_simple tweet twitter x gist highlight param instagram "
    "details qr".split()
)
_FEEDS = lazy(
    r"(?:.*/)?(?:index|feed|rss|atom|sitemap)\.(?:xml|json|txt)|.*/page/\d+/?|.*\.webmanifest"
)
_ROOTED = frozenset({"/404.html", "/sitemap.xml", "/robots.txt", "/_redirects", "/llms.txt"})


class Resolver(served.Resolver):
    """Resolves URLs from the paths of content, and references to content."""

    slugs = "goldmark"
    nav = "hugo_nav"

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        self.hugo = hugo = HugoSite(site)
        self.base = hugo.base
        self.roots = hugo.static_roots
        goldmark_settings = table(table(hugo.config.get("markup")).get("goldmark"))
        reading = table(goldmark_settings.get("parser"))
        kind = str(reading.get("autoHeadingIDType") or reading.get("autoheadingidtype") or "github")
        self.slug = _SLUGS.get(kind, goldmark.github)
        self.has_term_ids = reading.get("autoDefinitionTermID") is True
        self.has_ids = reading.get("autoHeadingID") is not False
        layouts = ("layouts", *(f"{theme}/layouts" for theme in hugo.theme_folders))
        self.template_folders = layouts
        # Those of the site or of a theme; Hugo has its own for sites in several languages.
        self.has_custom_hooks = hugo.has_unknown_theme or any(
            self._has_hook(folder, 3) for folder in layouts
        )
        self.has_hooks = (
            self.has_custom_hooks or len(hugo.languages) > 1 or "renderHooks" in goldmark_settings
        )
        self.reads_translation_keys = len(hugo.languages) > 1
        self._urls: dict[str, str | None] = {}
        self._places: dict[str, Place | None] = {}

    def _has_hook(self, folder: str, depth: int) -> bool:
        names = self.site.folders.names(folder)
        if folder.endswith("_markup"):
            return any(name.startswith(("render-link", "render-image")) for name in names)
        inner = (f"{folder}/{name}" for name in sorted(names) if "." not in name)
        return depth > 0 and any(self._has_hook(each, depth - 1) for each in inner)

    # --- pages

    def place(self, page: Page) -> Place | None:
        """Where a page is in the content."""
        if page.path not in self._places:
            self._places[page.path] = self.hugo.place(page)
        return self._places[page.path]

    def url(self, page: Page) -> str | None:
        if page.path not in self._urls:
            place = self.place(page)
            is_page = place is not None and _is_rendered(page)
            self._urls[page.path] = self.hugo.url(page, place) if place and is_page else None
        return self._urls[page.path]

    def translation(self, page: Page) -> Translation | None:
        place = self.place(page)
        if place is None or len(self.hugo.languages) < 2:
            return None
        key = str(page.front.get("translationkey") or f"/{place.path}{place.bundle}")
        return Translation(key, place.language, place.language == self.hugo.default)

    def aliases(self, page: Page) -> Iterable[str]:
        for alias in texts(page.front.get("aliases") or []):
            if alias.startswith("/"):
                yield _as_folder(alias)
            elif (url := self.url(page)) is not None:
                yield _as_folder(normpath(f"{dirname(url.rstrip('/'))}/{alias}"))

        url = self.url(page)
        redirects = page.front.get("redirects")
        for entry in redirects if isinstance(redirects, list) and url else ():
            source = str(table(entry).get("from") or "")
            if source and "*" not in source:
                yield _as_folder(source if source.startswith("/") else f"{url}{source}")

    def is_published(self, page: Page) -> bool:
        return self.hugo.is_published(page)

    @cached_property
    def _lists(self) -> frozenset[str]:
        """The URLs of lists without an article: home, sections and taxonomies."""
        hugo = self.hugo
        disabled = {each.lower() for each in texts(hugo.config.get("disablekinds") or [])}
        found = {f"{hugo.prefix(code)}/" for code in hugo.languages} | {"/"}
        if len(hugo.languages) > 1:
            found.add(f"/{hugo.default}/")
        if "section" not in disabled:
            found.update(f"{hugo.prefix(code)}/{urlized(name)}/" for code, name in hugo.sections())
        for plural, key in hugo.taxonomies.items():
            for page in self.site.pages():
                place = self.place(page)
                if place is None or not self.is_published(page):
                    continue
                start = f"{hugo.prefix(place.language)}/{plural}/"
                found.update(
                    f"{start}{urlized(term)}/" for term in texts(page.front.get(key) or [])
                )
            found.update(f"{hugo.prefix(code)}/{plural}/" for code in hugo.languages)
        feeds = [] if "rss" in disabled else [f"{url}index.xml" for url in found]
        return frozenset([*found, *feeds, *([] if "sitemap" in disabled else ["/sitemap.xml"])])

    def published(self, url: str) -> Outcome | None:
        found = super().published(url)
        if found is not None:
            return found
        plain = url.removesuffix("index.html") if url.endswith("/index.html") else url
        if plain in self._lists or f"{plain.rstrip('/')}/" in self._lists:
            return Outcome("found", place=plain)
        return None

    def files_at(self, url: str) -> Iterator[str]:
        yield from super().files_at(url)
        yield from self.hugo.static_places(url)
        first, _, rest = url.lstrip("/").partition("/")
        plain = f"/{rest}" if first in self.hugo.languages else url
        for root in self.hugo.content_roots:
            if not root.target and (place := self.inside(root.folder, plain)):
                yield place
        folder, _, name = url.rpartition("/")
        while folder:
            linked = self.by_url.get(f"{folder}/")
            if linked is not None and "/index." in f"/{linked}":
                yield f"{dirname(linked)}/{name}"
                return
            folder, _, above = folder.rpartition("/")
            name = f"{above}/{name}"

    def supplied(self, url: str) -> str:
        if url in _ROOTED or _FEEDS.fullmatch(url):
            return "output of a template"
        if f"{url}/".startswith(self.hugo.absent) or self.hugo.is_generated(url):
            return "content from outside"
        roots = (root.folder for root in self.hugo.content_roots)
        if self.is_in_another_format(url, *roots):
            return "article in another format"
        if self._is_in_default_language(url):
            return "content of another language"
        if any(self.site.folders.has(f"{root}{url}") for root in self._asset_roots):
            return "file in `assets`"
        first = url.strip("/").partition("/")[0]
        if first in self.hugo.taxonomies and self.hugo.taxonomies[first] not in (
            "tags",
            "categories",
        ):
            return "terms of a taxonomy"
        name = url.rpartition("/")[2]
        if self.hugo.has_unknown_theme and "." in name and not name.endswith((".html", ".md")):
            return "" if self._has_first_folder(url) else "file of a theme"
        return ""

    def _is_in_default_language(self, url: str) -> bool:
        """Whether the page exists in the default language, and may be a fallback for others."""
        hugo = self.hugo
        if not self.has_custom_hooks and not hugo.has_fallback:
            return False
        first, _, rest = url.lstrip("/").partition("/")
        if first not in hugo.languages or first == hugo.default:
            return False
        plain = f"{hugo.prefix(hugo.default)}/{rest}"
        return f"{plain}/".startswith(hugo.absent) or self.published(plain) is not None

    @cached_property
    def _asset_roots(self) -> tuple[str, ...]:
        return ("assets", *(f"{theme}/assets" for theme in self.hugo.theme_folders))

    def _has_first_folder(self, url: str) -> bool:
        first, slash, _ = url.strip("/").partition("/")
        return bool(slash) and any(self.site.folders.has(f"{root}/{first}") for root in self.roots)

    # --- links

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if self.place(page) is None:
            return unknown("article outside of the content folder")
        if _is_part(page) and not path.startswith("/"):
            return unknown("article that others include")
        is_markdown = link.kind in ("link", "image", "definition")
        found = self._hooked(page, path) if is_markdown and self.has_hooks else None
        if found is not None:
            return self._either(page, path, link, found)
        outcome = self.at_url(page, path, link)
        is_hooked = is_markdown and self.has_custom_hooks
        is_path = "/" in path or "." in path
        if is_hooked and (not is_path or outcome.fault not in ("", "page", "file")):
            return outcome if not outcome.fault else unknown("render hook")
        return outcome

    def _either(self, page: Page, path: str, link: Link, found: Outcome) -> Outcome:
        """What a render hook finds, without the page if it is another one than at the URL."""
        if not self.has_custom_hooks or not found.page:
            return found
        at_url = self.at_url(page, path, link)
        is_other = at_url.state != "missing" and at_url.page != found.page
        return found._replace(page="") if is_other else found

    def _hooked(self, page: Page, path: str) -> Outcome | None:
        """The content or file that a render hook finds."""
        if (linked := self._content(page, path, "")) is not None:
            return Outcome("found", place=linked.path, page=linked.path)
        if self.is_list(path):
            return Outcome("found", place=path)
        place = self.place(page)
        is_bundle = place is not None and place.bundle
        folders = [dirname(page.path) if is_bundle else "", *self._asset_roots]
        if self.has_custom_hooks:
            folders[0] = dirname(page.path)
            folders += [*(root.folder for root in self.hugo.content_roots), *self.roots]
        for each in folders if not path.startswith("/") else folders[1:]:
            file = self.inside(each, path) if each else None
            # Names of resources are in lower case.
            file = self.site.folders.in_other_case(file) if file else None
            is_resource = file and (file not in self.site.paths or self.has_custom_hooks)
            if file and is_resource and self._is_file(file):
                return Outcome("found", place=file)
        return self.published(f"/{path.lstrip('/')}") if self.has_custom_hooks else None

    def expand(self, page: Page, link: Link) -> str | Outcome:
        figure = figure_source(link.target)
        if figure is not None:
            return self._figure(page, figure, link)
        reference = reference_of(link.target)
        if reference is None:
            return unknown("shortcode")
        name, language, rest = reference
        path, fragment = resolver.split(name)
        fragment = fragment or rest.partition("#")[2]
        linked = self._content(page, path, language) if path else page
        if linked is None:
            if self.is_list(path):
                return Outcome("found", place=path)
            return Outcome("missing", "page", path)
        found = Outcome("found", place=linked.path, page=linked.path)
        if not self.is_published(linked) and self.is_published(page):
            return found._replace(state="missing", fault="unpublished")
        if not fragment:
            return found
        return self._with_anchor(page, linked, found, link, fragment)

    def _figure(self, page: Page, path: str, link: Link) -> Outcome:
        if not path or "{{" in path or re.match(r"[a-z]+:|//", path):
            return unknown("shortcode")
        plain = resolver.split(path)[0]
        found = self._hooked(page, plain) or self.at_url(page, plain, link)
        return found if found.state == "found" else unknown("shortcode")

    def is_list(self, path: str) -> bool:
        """Whether a path of the content is that of a list without an article."""
        plain = f"/{path.strip('/')}/".replace("//", "/")
        if plain.split("/")[1] in self.hugo.languages:
            return False
        return any(
            f"{self.hugo.prefix(code)}{plain}" in self._lists for code in self.hugo.languages
        )

    def _content(self, page: Page, path: str, language: str) -> Page | None:
        """The page that a path of content names; None if there is none, or if several could be.

        Args:
            page: the article with the path.
            path: relative to the article, from the content folder, or the name of a page.
            language: the code of its language; empty: that of the article.
        """
        place = self.place(page)
        if place is None:
            return None
        language = language or place.language
        plain = _SUFFIX.sub("", path)
        head, _, last = plain.rpartition(".")
        if head and last.lower() in self.hugo.languages:
            plain, language = head, last.lower()
        name = plain.rpartition("/")[2]
        if name in ("index", "_index"):
            plain = plain[: -len(name)]
        if path.startswith("/"):
            return self.at_content(language, normpath(plain).strip("/"))
        own = place.path if place.bundle else dirname(place.path)
        for folder in dict.fromkeys((own, dirname(place.path), "")):
            # Hooks of themes take `../` for part of a URL.
            if not folder and own and self.has_custom_hooks and ".." in plain.split("/"):
                continue
            if linked := self.at_content(language, normpath(f"{folder}/{plain}").strip("/")):
                return linked
        if "/" in path.strip("/") or path.startswith("."):
            return None
        named = self.by_name.get((language, plain.strip("/").lower()), [])
        return self.site.page(named[0]) if len(named) == 1 else None

    def at_content(self, language: str, path: str) -> Page | None:
        """The page of a language at a path of the content, without suffix."""
        plain = "" if path == "." else path
        found = self.by_place.get((language, plain.lower())) or self.by_place.get(
            (language, urlized(plain))
        )
        return self.site.page(found) if found else None

    @cached_property
    def by_place(self) -> dict[tuple[str, str], str]:
        """The paths of articles by language and path of content in lower case."""
        found: dict[tuple[str, str], str] = {}
        for page in self.site.pages():
            place = self.place(page)
            if place is not None:
                found.setdefault((place.language, place.path.lower()), page.path)
                found.setdefault((place.language, urlized(place.path)), page.path)
        return found

    @cached_property
    def by_name(self) -> dict[tuple[str, str], list[str]]:
        """The paths of articles by language and name in lower case."""
        found: dict[tuple[str, str], list[str]] = {}
        for (language, path), article in self.by_place.items():
            articles = found.setdefault((language, path.rpartition("/")[2]), [])
            if article not in articles:
                articles.append(article)
        return found

    # --- anchors

    def _with_anchor(
        self, page: Page, linked: Page, found: Outcome, link: Link, fragment: str
    ) -> Outcome:
        outcome = super()._with_anchor(page, linked, found, link, fragment)
        is_content = self.place(linked) is not None
        is_part = is_content and (self.url(linked) is None or _is_part(linked))
        return unknown("article that others include") if outcome.fault and is_part else outcome

    def headings(self, page: Page) -> list[Heading]:
        return list(page.headings)

    def anchors(self, page: Page) -> dict[str, None]:
        known = self._anchors.get(page.path)
        if known is None:
            found = list(page.ids)
            headings = self.headings(page)
            if self.has_ids:
                # Of both, for the version of Hugo is not known.
                found += goldmark.from_text(self.slug, headings)
                found += goldmark.from_source(self.slug, headings)
            else:
                found += [heading.id for heading in headings]
            known = self._anchors[page.path] = dict.fromkeys(filter(None, found))
        return known

    def may_add_anchors(self, page: Page) -> str:
        added = [name for name in page.opens if name not in _PLAIN_SHORTCODES]
        if not added and self.has_term_ids and "\n: " in self.site.text(page.path):
            return "ids of terms"
        return f"content of `{added[0]}`" if added else ""


def _is_rendered(page: Page) -> bool:
    """Whether front matter does not say that the page is not rendered."""
    build = table(page.front.get("build")) or table(page.front.get("_build"))
    if page.front.get("headless") is True:
        return False
    return build.get("render") not in (False, "never", "false")


def _is_part(page: Page) -> bool:
    """Whether a page is in a folder of articles that others include."""
    return any(name.startswith("_") for name in page.path.split("/")[:-1])


def _as_folder(alias: str) -> str:
    return alias if alias.endswith(("/", ".html")) else f"{alias}/"

"""Docusaurus: links to source files by file, others as URLs; anchors of github-slugger."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from posixpath import dirname

from contentlint.core.globs import matches
from contentlint.core.patterns import lazy
from contentlint.site import slugs
from contentlint.site.links import web
from contentlint.site.links.docusaurus_settings import Content, Settings
from contentlint.site.links.linked import LinkedSite
from contentlint.site.links.web import INSERTS
from contentlint.site.pages import Heading, Link, Outcome, Page, Translation, unknown

_FILES = (".md", ".mdx")
_COMPONENTS = (".js", ".jsx", ".ts", ".tsx")
_NUMBER = lazy(r"(?!\d+[-_.]\d+)\d+\s*[-_.]+\s*(?=[^-_.\s])")
_BLOG = lazy(r"(.*?)(\d{4})[-/](\d\d?)[-/](\d\d?)[-/]?(.*?)(?:/index)?\Z")
_WORD = lazy(r"[a-z0-9-]+\Z")
_FROM = lazy(r"\bfrom\s{0,20}:\s{0,20}(?:\[([^\]]{0,400})\]|[\"'`](/[^\"'`]{0,400})[\"'`])")
_STRING = lazy(r"[\"'`](/[^\"'`]{0,400})[\"'`]")
_CATEGORY_SLUG = lazy(r"[\"']?slug[\"']?\s{0,20}:\s{0,20}[\"']?(/?[\w/.-]{1,400})")
_KNOWN = frozenset("Tabs TabItem Details Head CodeBlock Admonition Link Translate".split())


class Resolver(web.Resolver):
    """Resolves links of documents with versions and languages, of blogs and of pages."""

    slugs = "docusaurus"
    nav = "docusaurus_nav"
    adds_base = True

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        self.settings = Settings(site)
        self.base = self.settings.base
        self.roots = self.settings.static
        self._contents = {content.folder: content for content in self.settings.contents}
        self._of_folder: dict[str, Content | None] = {}

    # --- pages

    def content(self, path: str) -> Content | None:
        """The content plugin that reads a file; None if none does."""
        folder = dirname(path)
        if folder not in self._of_folder:
            self._of_folder[folder] = self._content(folder)
        return self._of_folder[folder]

    def _content(self, folder: str) -> Content | None:
        while True:
            if folder in self._contents:
                return self._contents[folder]
            if not folder:
                return None
            folder = dirname(folder)

    def url(self, page: Page) -> str | None:
        content = self.content(page.path)
        if content is None:
            return None
        inner = page.path[len(content.folder) :].lstrip("/")
        path = inner.rpartition(".")[0]
        if matches(content.excluded, inner) or any(
            part.startswith("_") for part in path.split("/")
        ):
            return None
        route = f"/{content.route}" if content.route else ""
        if content.language:
            route = f"/{content.language}{route}"
        if content.kind == "docs":
            return self._with_slash(route + self._of_document(page, path))
        if content.kind == "blog":
            return self._with_slash(route + self._of_post(page, path))
        plain = "" if path == "index" else path.removesuffix("/index")
        return self._with_slash(f"{route}/{plain}")

    def _with_slash(self, url: str) -> str:
        if self.settings.slash is None or url in ("", "/"):
            return url or "/"
        return f"{url.rstrip('/')}/" if self.settings.slash else url.rstrip("/") or "/"

    def _of_document(self, page: Page, path: str) -> str:
        folder, _, name = map(self.without_numbers, path.rpartition("/"))
        last = folder.rpartition("/")[2]
        start = f"/{folder}/" if folder else "/"
        slug = page.front.get("slug")
        if slug is not None:
            return web.joined(start, str(slug))
        if name.lower() in ("index", "readme", last.lower()):
            return start
        return start + str(page.front.get("id", name))

    def without_numbers(self, path: str) -> str:
        """A path without the number prefixes of its parts, if they are no part of URLs."""
        if not self.settings.strips_numbers:
            return path
        return "/".join(_NUMBER.sub("", part) for part in path.split("/"))

    def _of_post(self, page: Page, path: str) -> str:
        slug = page.front.get("slug")
        if slug is not None:
            return web.joined("/", str(slug))
        if dated := _BLOG.match(path):
            folder, year, month, day, name = dated.groups()
            return f"/{folder}{year}/{month}/{day}/{name}"
        return "/" + path.removesuffix("/index").removesuffix("index")

    def aliases(self, page: Page) -> Iterable[str]:
        # Articles without a translation are part of the site in every language.
        content, url = self.content(page.path), self.url(page)
        if content is None or content.language or url is None:
            return ()
        return [f"/{language}{url}" for language in self.settings.languages]

    def is_published(self, page: Page) -> bool:
        return page.front.get("draft") is not True

    def translation(self, page: Page) -> Translation | None:
        content = self.content(page.path)
        if content is None or not self.settings.languages:
            return None
        inner = page.path[len(content.folder) :]
        key = f"{content.kind} {content.id} {content.version} {inner}"
        return Translation(key, content.language, is_original=not content.language)

    def headings(self, page: Page) -> list[Heading]:
        return list(page.headings)

    def anchors(self, page: Page) -> dict[str, None]:
        known = self._anchors.get(page.path)
        if known is None:
            headings = self.headings(page)
            made = slugs.named(self.slugs)(headings)
            # The theme drops the ids of headings of the first level.
            shown = [id for id, heading in zip(made, headings, strict=True) if heading.level > 1]
            known = self._anchors[page.path] = dict.fromkeys(filter(None, [*page.ids, *shown]))
        return known

    def may_add_anchors(self, page: Page) -> str:
        added = INSERTS.intersection(page.opens)
        return f"content of `{min(added)}`" if added else ""

    # --- targets

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        content = self.content(page.path)
        if content is None:
            return unknown("article that no plugin reads")
        if link.kind in ("html", "source"):
            return self._of_html(page, path, link)
        if path.startswith("@site/"):
            place = self.inside(self.settings.folder, path[6:])
            return self._at_place(page, place, content, link)
        if path.endswith(_FILES):
            return self._at_file(page, path, content, link)
        if (place := self._asset(page, path)) is not None:
            return Outcome("found", place=place)
        if link.kind == "image" and not path.startswith("/"):
            return self.at_place(page, self.inside(dirname(page.path), path), link)
        inner = self.inner(path)
        if content.language and path.startswith("/"):
            # The site of each language has a base path of its own.
            return self.at_url(page, web.joined("/", f"/{content.language}{inner}"), link)
        return super().find(page, inner, link)

    def written_url(self, page: Page, link: Link, url: str) -> str:
        content = self.content(page.path)
        if content and content.language and self.puts_base(link):
            url = url.removeprefix(f"/{content.language}") or "/"
        return super().written_url(page, link, url)

    def _of_html(self, page: Page, path: str, link: Link) -> Outcome:
        if path.startswith("/") or link.kind == "html":
            return super().find(page, path, link)
        return unknown("source of an element")

    def inner(self, path: str) -> str:
        """A target without the base path, which is not put before a target that has it."""
        if self.base and f"{path}/".startswith(f"{self.base}/"):
            return path[len(self.base) :] or "/"
        return path

    def puts_base(self, link: Link) -> bool:
        return link.kind not in ("html", "source")

    def _asset(self, page: Page, path: str) -> str | None:
        """The path of a file that is no article, relative to the article or a static folder."""
        if "." not in path.rpartition("/")[2].strip("."):
            return None
        starts = self.roots if path.startswith("/") else (dirname(page.path),)
        for start in starts:
            place = self.inside(start, path)
            if place and place not in self.site.paths and self.site.folders.has(place):
                return place
        return None

    def _at_place(self, page: Page, place: str | None, content: Content, link: Link) -> Outcome:
        """The target of `@site/`."""
        if place is None:
            return Outcome("missing", "outside")
        if place.endswith(_FILES):
            return self._linked(place, content) or self._no_file(page, place, link)
        return self.at_place(page, place, link)

    def _at_file(self, page: Page, path: str, content: Content, link: Link) -> Outcome:
        """The target of a link to a source file."""
        for place in self._places(page, path, content):
            if place and (found := self._linked(place, content)):
                return found
        for root in self.roots if path.startswith("/") else ():
            place = self.inside(root, path)
            if place and self.site.folders.has(place):
                return Outcome("found", place=place)
        first = next(self._places(page, path, content), None)
        return self._no_file(page, first or path, link)

    def _places(self, page: Page, path: str, content: Content) -> Iterator[str | None]:
        """The places in which a source file is searched for."""
        if not path.startswith("/"):
            yield self.inside(dirname(page.path), path)
        if not path.startswith("."):
            folders = (content.folder, content.source or content.folder, self.settings.folder)
            for folder in folders:
                yield self.inside(folder, path)

    def _linked(self, place: str, content: Content) -> Outcome | None:
        """The article at a place, if the same plugin reads it."""
        if place not in self.site.paths:
            return None
        other = self.content(place)
        page = self.site.page(place)
        if other is None or page is None or self.url(page) is None:
            return None
        if (other.kind, other.id) != (content.kind, content.id):
            return None
        return Outcome("found", place=place, page=place)

    def _no_file(self, page: Page, place: str, link: Link) -> Outcome:
        """The outcome for a source file that is not found."""
        if self.site.folders.has(place):
            # It exists, and another plugin or none reads it: a URL is needed.
            linked = self.site.page(place)
            url = self.url(linked) if linked else None
            suggestion = self.base + url if url else ""
            return Outcome("missing", "form", place, suggestion, page=place if linked else "")
        if self.settings.rewrites:
            return unknown("plugin that changes links")
        return self.at_place(page, place, link)

    # --- pages that are not articles

    def other_pages(self) -> Iterable[str]:
        found = {"/404.html", "/404"}
        for content in self.settings.contents:
            start = f"/{content.language}" if content.language else ""
            start += f"/{content.route}" if content.route else ""
            if content.kind == "pages":
                found.update(start + url for url in self._components(content.folder))
            elif content.kind == "blog" and self.site.folders.names(content.folder):
                found |= {start or "/", f"{start}/archive", f"{start}/tags"}
            found.update(start + url for url in self._categories)
        return {each.rstrip("/") + "/" for each in found} | found

    def _components(self, folder: str, inner: str = "") -> Iterator[str]:
        for name in sorted(self.site.folders.names(folder)):
            if name.startswith("_"):
                continue
            plain, _, suffix = name.rpartition(".")
            if f".{suffix}" in _COMPONENTS and ".test" not in name and ".d." not in name:
                yield inner or "/" if plain == "index" else f"{inner}/{plain}"
            elif "." not in name:
                yield from self._components(f"{folder}/{name}", f"{inner}/{name}")

    @cached_property
    def _categories(self) -> tuple[str, ...]:
        """The explicit URL paths of generated indexes, below those of the documents."""
        found = []
        for path in self._category_files:
            slug = _CATEGORY_SLUG.search(self.site.text(path))
            if slug:
                found.append("/" + slug[1].lstrip("/"))
        for name in self.site.folders.names(self.settings.folder):
            if name.startswith("sidebars"):
                text = self.site.text(f"{self.settings.folder}/{name}".lstrip("/"))
                found += ["/" + each.lstrip("/") for each in _CATEGORY_SLUG.findall(text)]
        return tuple(found)

    @cached_property
    def _category_files(self) -> tuple[str, ...]:
        folders = {dirname(path) for path in self.site.paths}
        return tuple(
            f"{folder}/{name}"
            for folder in sorted(folders)
            for name in self.site.folders.names(folder)
            if name.startswith("_category_.")
        )

    def is_open(self, url: str) -> str:
        if self.settings.adds_pages:
            return "plugin that adds pages"
        for language in self.settings.languages:
            if url.startswith(f"/{language}/"):
                url = url[len(language) + 1 :]
        for content in self.settings.contents:
            start = f"/{content.route}/" if content.route else "/"
            if content.kind != "pages" and url.startswith(start):
                rest = url[len(start) :].strip("/")
                if content.folder in self._elsewhere:
                    return "articles of another site"
                if reason := self._generated_below(content, rest):
                    return reason
        if url.strip("/") in self._client_redirects:
            return "redirect"
        if url.strip("/") == "search" and "search" not in self.settings.text.lower():
            return ""
        return super().is_open(url)

    @cached_property
    def _elsewhere(self) -> frozenset[str]:
        """The folders of articles that are outside of the site, or part of a site inside it."""
        inside = {dirname(path) for path in self.site.paths}
        return frozenset(
            content.folder
            for content in self.settings.contents
            if content.folder.startswith("..")
            or (
                self.site.folders.has(content.folder)
                and not any(f"{folder}/".startswith(f"{content.folder}/") for folder in inside)
            )
        )

    def _generated_below(self, content: Content, rest: str) -> str:
        """Why a page may be generated below the start of a plugin's URLs; empty: it is not."""
        first, _, name = rest.partition("/")
        if first == "tags" and name:
            return "" if self._are_tags_known(content) else "page of a tag"
        if content.kind == "docs":
            return "generated index" if first == "category" else ""
        files = self.site.folders.names(content.folder)
        if first == "authors" and any(each.startswith("authors.") for each in files):
            return "page of an author"
        return "page of the blog" if first == "page" or name.endswith(".xml") else ""

    def at_exactly(self, url: str) -> Outcome | None:
        if found := super().at_exactly(url):
            return found
        if not url.endswith("/") or url == "/":
            return self._tag_page(url)
        return super().at_exactly(url.rstrip("/")) or self._tag_page(url.rstrip("/"))

    def _tag_page(self, url: str) -> Outcome | None:
        return Outcome("found", place=url) if url in self._tag_urls else None

    @cached_property
    def _tag_urls(self) -> frozenset[str]:
        found = set()
        for page in self.site.pages():
            content = self.content(page.path)
            if content is None or not page.front.get("tags"):
                continue
            start = f"/{content.route}/tags" if content.route else "/tags"
            found.add(start)
            found.update(f"{start}/{tag}" for tag in _tags(page))
        return frozenset(found)

    def _are_tags_known(self, content: Content) -> bool:
        if any(name.startswith("tags.") for name in self.site.folders.names(content.folder)):
            return False
        return all(
            _WORD.match(tag)
            for page in self.site.pages()
            if page.path.startswith(f"{content.folder}/")
            for tag in _tags(page)
        )

    @cached_property
    def _client_redirects(self) -> frozenset[str]:
        found: set[str] = set()
        for match in _FROM.finditer(self.settings.text):
            found.update(_STRING.findall(match[1]) if match[1] else [match[2]])
        return frozenset(each.strip("/") for each in found)


def _tags(page: Page) -> Iterator[str]:
    tags = page.front.get("tags")
    for tag in tags if isinstance(tags, list) else ():
        yield str(tag.get("permalink", tag) if isinstance(tag, dict) else tag).strip("/")

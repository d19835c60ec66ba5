"""Hexo: posts at `permalink`, pages at their files, tags that name posts and their assets."""

import re
from collections.abc import Iterator
from functools import cached_property

from contentlint.core.patterns import lazy
from contentlint.site.links import web
from contentlint.site.links.linked import LinkedSite
from contentlint.site.pages import Link, Outcome, Page, unknown
from contentlint.site.slugs.hexo import slugize

_SETTING = r"^{}:[ \t]*[\"']?([^\"'#\n]*?)[\"']?[ \t]*(?:#.*)?$"
_HOST = lazy(r"https?://[^/]{0,400}")
_TAG = lazy(
    r"\{%-?\s{0,20}(post_link|post_path|asset_img|asset_link|asset_path)\s(.{0,400}?)-?%\}",
    re.DOTALL,
)
_WORD = lazy(r"\"([^\"]{0,400})\"|'([^']{0,400})'|(\S{1,400})")
_DATE = lazy(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ]\d\d?:\d\d(?::\d\d)?)?\Z")
_NUMBERS = frozenset({"day", "i_day", "i_month", "month", "year"})
_VARIABLE = lazy(r":(\w{1,400})")
_IMAGE_PLUGINS = lazy(
    r"\"hexo-(?:asset-image|asset-link|image-link|img-prefix|generator-post-assets|filter-image"
    r"|asset-pipeline|cdnify|lazyload-image|renderer-asset)"
)
# Plugins that generate pages at URLs of their own or change them.
_URL_PLUGINS = lazy(
    r"\"hexo-(?:generator-(?:i18n|alias|multilingual|books|topic|tag-plus)|abbrlink|permalink"
    r"|i18n|multi-language|short-url)"
)
_SUFFIXES = (".md", ".markdown", ".mkd", ".mkdn", ".mdwn", ".mdtxt", ".mdtext")
_KEEPS_ROOT = lazy(r"^[ \t]{1,20}prependRoot:[ \t]{0,20}false", re.MULTILINE)
_POST_ASSET = lazy(r"^[ \t]{1,20}postAsset:[ \t]{0,20}true", re.MULTILINE)
_PAGE_NUMBER = lazy(r"page/\d{1,400}/\Z")

# Tags whose output has no ids.
_WITHOUT_IDS = frozenset(
    "asset_img asset_link asset_path blockquote code codeblock endblockquote endcode endcodeblock "
    "endquote endraw iframe img jsfiddle link post_link post_path pullquote quote raw url_for "
    "vimeo youtube gist note endnote subnote label button btn mermaid endmermaid".split()
)


class Resolver(web.Resolver):
    """Resolves links where `permalink` has the variables of the date and the name.

    Attributes:
        is_known: whether what the renderer of Markdown makes of targets is known.
    """

    # Most servers answer `/about/more` with `more.html`.
    adds_html = True

    def __init__(self, site: LinkedSite) -> None:
        super().__init__(site)
        package = site.text("package.json")
        root = self.setting("root") or _HOST.sub("", self.setting("url"))
        self.base = f"/{root.strip('/')}".rstrip("/")
        self.source = self.setting("source_dir") or "source"
        theme = self.setting("theme") or "landscape"
        self.theme = f"themes/{theme}/source"
        self.roots = (self.source, self.theme)
        self.has_theme = site.folders.has(f"themes/{theme}")
        self.permalink = self.setting("permalink") or ":year/:month/:day/:title/"
        self.has_assets = self.setting("post_asset_folder") == "true"
        self.is_marked = "hexo-renderer-marked" in package or "hexo-renderer-" not in package
        self.slugs = "hexo-marked" if self.is_marked else ""
        self.is_known = self.is_marked
        if '"hexo-renderer-markdown-it"' in package and not self.is_marked:
            self.slugs, self.is_known = "hexo-markdown-it", True
        if re.search(r"modifyAnchors|anchors\s*:|anchorAlias|headerIds", site.config):
            self.slugs = ""
        self.moves_images = _IMAGE_PLUGINS.search(package) is not None
        self.moves_urls = _URL_PLUGINS.search(package) is not None

    def setting(self, name: str) -> str:
        """A scalar setting of `_config.yml` at the first level; empty if it is not set."""
        found = re.search(_SETTING.format(re.escape(name)), self.site.config, re.MULTILINE)
        return found[1].strip() if found else ""

    # --- pages

    def url(self, page: Page) -> str | None:
        if not page.path.startswith(f"{self.source}/") or self.moves_urls:
            return None
        path = page.path[len(self.source) + 1 :]
        if path.startswith(("_posts/", "_drafts/")):
            return self._of_post(page, path.partition("/")[2])
        if any(part.startswith("_") for part in path.split("/")):
            return None
        if (permalink := page.front.get("permalink")) is not None:
            return _normal(permalink) if isinstance(permalink, str) else None
        plain, _, suffix = path.rpartition(".")
        url = f"/{plain}.html" if f".{suffix}" in _SUFFIXES or suffix == "html" else f"/{path}"
        return url[: -len("index.html")] if url.endswith("/index.html") else url

    def _of_post(self, page: Page, path: str) -> str | None:
        written = page.front.get("permalink")
        if written is not None:
            return _normal(written) if isinstance(written, str) else None
        values = {"title": self.slug(page), "name": self.slug(page).rpartition("/")[2]}
        date = _DATE.match(str(page.front.get("date") or ""))
        if date is not None:
            year, month, day = (int(part) for part in date.groups())
            values |= {"year": str(year), "month": f"{month:02}", "day": f"{day:02}"}
            values |= {"i_month": str(month), "i_day": str(day)}
        if set(_VARIABLE.findall(self.permalink)) - values.keys():
            return None
        return _normal(_VARIABLE.sub(lambda found: values[found[1]], self.permalink))

    def slug(self, page: Page) -> str:
        """The name of a post: its path in the folder of posts, without suffix."""
        path = page.path[len(self.source) + 1 :].partition("/")[2].rpartition(".")[0]
        names = self.setting("new_post_name")
        if names.startswith(":year-:month-:day-:title"):
            folder, _, name = path.rpartition("/")
            plain = re.sub(r"\A\d{4}-\d\d-\d\d-", "", name)
            return f"{folder}/{plain}" if folder else plain
        return path

    def is_published(self, page: Page) -> bool:
        if page.path.startswith(f"{self.source}/_drafts/"):
            return self.setting("render_drafts") == "true"
        return page.front.get("published") is not False

    def may_add_anchors(self, page: Page) -> str:
        added = [name for name in page.opens if name not in _WITHOUT_IDS]
        return f"content of `{added[0]}`" if added else ""

    # --- targets

    def expand(self, page: Page, link: Link) -> str | Outcome:
        tag = _TAG.fullmatch(link.target.strip())
        if tag is None:
            return super().expand(page, link)
        words = [next(filter(None, found.groups()), "") for found in _WORD.finditer(tag[2])]
        if link.kind == "link" and self.is_known:
            # The tag is `<!--…-->` while Markdown is rendered, which is a destination in `<>`.
            return Outcome("missing", "form", link.target.strip())
        if tag[1].startswith("post_"):
            return self._post_link(words[0] if words else "")
        return self._asset(page, words)

    def _post_link(self, name: str) -> str | Outcome:
        slug, _, fragment = name.partition("#")
        path = self._posts.get(slug) or self._titles.get(slug)
        if path is None:
            return Outcome("missing", "page", f"{self.source}/_posts/{slug}.md")
        post = self.site.page(path)
        url = self.url(post) if post else None
        if url is None:
            return Outcome("found", place=path, page=path)
        return url + (f"#{fragment}" if fragment else "")

    def _asset(self, page: Page, words: list[str]) -> Outcome:
        if not self.has_assets:
            return unknown("folder of assets")
        # Class names may be before the name of the file.
        folder = page.path.rpartition(".")[0]
        names = [word for word in words if "." in word]
        if not names:
            return unknown("template syntax")
        for name in names:
            place = self.inside(folder, name)
            if place and self.site.folders.has(place):
                return Outcome("found", place=place)
        return Outcome("missing", "file", self.inside(folder, names[0]) or names[0])

    @cached_property
    def _posts(self) -> dict[str, str]:
        return {
            self.slug(page): page.path
            for page in self.site.pages()
            if page.path.startswith((f"{self.source}/_posts/", f"{self.source}/_drafts/"))
        }

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {
            str(page.front.get("title")): page.path
            for page in self.site.pages()
            if page.path.startswith(f"{self.source}/_posts/") and page.front.get("title")
        }

    def find(self, page: Page, path: str, link: Link) -> Outcome:
        if link.kind == "image" and not path.startswith("\\"):
            return self._image(page, path, link)
        return super().find(page, path, link)

    def _image(self, page: Page, path: str, link: Link) -> Outcome:
        """An image of Markdown, before whose target the renderer puts the root."""
        if self.moves_images or not self.is_known:
            return unknown("plugin that changes images")
        if not self.is_marked or _KEEPS_ROOT.search(self.site.config):
            return super().find(page, path, link)
        beside = self.inside(page.path.rpartition(".")[0], path)
        is_beside = beside is not None and self.site.folders.has(beside)
        if is_beside and _POST_ASSET.search(self.site.config):
            return Outcome("found", place=beside or "")
        found = self.at_url(page, self._rooted(path), link)
        if found.state == "missing" and is_beside:
            # It exists, but not at the root.
            return found._replace(fault="form", suggestion="")
        return found

    def _rooted(self, path: str) -> str:
        """The URL path, without the base path, of a target that the root is put before."""
        if path.startswith("/"):
            return web.joined("/", path)
        return web.joined(f"{self.base}/", path, self.base)

    def puts_base(self, link: Link) -> bool:
        return link.kind == "tag"

    def at_exactly(self, url: str) -> Outcome | None:
        if found := super().at_exactly(url):
            # Folders with `_` are not copied.
            return found if found.page or "/_" not in found.place else None
        folder, _, name = url.rpartition("/")
        post = self.by_url.get(f"{folder}/")
        if self.has_assets and name and post and "/_posts/" in post:
            place = f"{post.rpartition('.')[0]}/{name}"
            if self.site.folders.has(place):
                return Outcome("found", place=place)
        if url in self._generated or f"{url}/" in self._generated:
            return Outcome("found", place=url)
        return None

    def is_open(self, url: str) -> str:
        if self.moves_urls:
            return "plugin that decides about URLs"
        if self._has_unknown_url and self._post_pattern.match(url):
            return "post without a known URL"
        if not self.has_theme and re.match(r"/(?:css|js|images?|lib|fonts|img|assets)/", url):
            return "file of the theme"
        plain = _PAGE_NUMBER.sub("", url if url.endswith("/") else f"{url}/")
        if plain != url and (plain in self._generated or plain in self.by_url or plain == "/"):
            return "generated page"
        if re.search(
            r"^(?:tag_map|category_map|filename_case):[ \t]*[1-9\n]", self.site.config, re.M
        ):
            first = url.split("/")[1]
            if first in (self.tags, self.categories):
                return "generated page"
        if '"hexo-generator-json' in self.site.text("package.json") and url.endswith(".json"):
            return "generated page"
        return super().is_open(url)

    @cached_property
    def _post_pattern(self) -> re.Pattern[str]:
        """A pattern of the start of the URL paths that posts may have."""
        fixed = [re.escape(part) for part in _VARIABLE.split("/" + self.permalink.lstrip("/"))]
        # Every second part is the name of a variable.
        fixed[1::2] = (r"\d{1,4}" if name in _NUMBERS else ".+?" for name in fixed[1::2])
        return re.compile("".join(fixed).rstrip("/"))

    @cached_property
    def _has_unknown_url(self) -> bool:
        posts = f"{self.source}/_posts/"
        return any(
            page.path.startswith(posts) and self.url(page) is None for page in self.site.pages()
        )

    @property
    def tags(self) -> str:
        """The folder of the pages of tags."""
        return self.setting("tag_dir") or "tags"

    @property
    def categories(self) -> str:
        """The folder of the pages of categories."""
        return self.setting("category_dir") or "categories"

    @cached_property
    def _generated(self) -> frozenset[str]:
        """The URL paths of the pages of tags, categories and archives, and the home page."""
        archives = self.setting("archive_dir") or "archives"
        found = {"/", f"/{archives}/", "/index.html"}
        for page in self.site.pages():
            if not page.path.startswith(f"{self.source}/_posts/") or not self.is_published(page):
                continue
            for tag in _names(page.front.get("tags")):
                found.add(f"/{self.tags}/{slugize(tag)}/")
            start = ""
            for category in _names(page.front.get("categories")):
                found.add(f"/{self.categories}/{slugize(category)}/")
                start = f"{start}/{slugize(category)}"
                found.add(f"/{self.categories}{start}/")
            if date := _DATE.match(str(page.front.get("date") or "")):
                year, month = int(date[1]), int(date[2])
                found |= {f"/{archives}/{year}/", f"/{archives}/{year}/{month:02}/"}
        return frozenset(found)


def _names(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _names(each)
    elif value is not None and not isinstance(value, dict):
        yield str(value)


def _normal(permalink: str) -> str:
    url = "/" + permalink.strip().lstrip("/")
    if "." not in url.rpartition("/")[2] and not url.endswith("/"):
        url += "/"
    return url[: -len("index.html")] if url.endswith("/index.html") else url

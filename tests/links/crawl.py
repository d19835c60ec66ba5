"""Whether the links of built sites lead somewhere, as the built HTML says.

A link of the source is recognized by its label, `L001` and so on: the text of `<a>`, or `alt`.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import unquote, urlsplit

LABEL = re.compile(r"\bL\d{3}\b")


@dataclass
class Page:
    """A built page.

    Args:
        file: its path in the folder of the built site.
        url: the URL path that readers have it under, against which relative links resolve.
        ids: its anchors.
        links: `href` or `src` by label; None: the element has none.
        hrefs: all `href` of its links.
    """

    file: str
    url: str
    ids: set[str] = field(default_factory=set)
    links: dict[str, str | None] = field(default_factory=dict)
    hrefs: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.href: str | None = None
        self.text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(reversed(attrs))
        if values.get("id"):
            self.page.ids.add(str(values["id"]))
        if tag == "link" and values.get("rel") == "canonical" and values.get("href"):
            self.page.url = urlsplit(str(values["href"])).path
        if tag == "a":
            if values.get("name"):
                self.page.ids.add(str(values["name"]))
            self.href, self.text = values.get("href"), []
            self.page.hrefs.add(self.href or "")
        if tag == "img" and LABEL.fullmatch((values.get("alt") or "").strip()):
            self.page.links.setdefault(str(values["alt"]).strip(), values.get("src"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.text is not None:
            if label := LABEL.fullmatch("".join(self.text).strip()):
                self.page.links.setdefault(label[0], self.href)
            self.text = None

    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)


@dataclass
class Server:
    """A built site, as a static server gives it out.

    Args:
        root: the folder of the built site.
        base: the path of its URL, such as `/sea/`.
        serves_html: whether `/a` is answered with `a.html`, as GitHub Pages does.
        host: the host of its URL; links to it count as links to other sites.
    """

    root: Path
    base: str = "/"
    serves_html: bool = False
    pages: dict[str, Page] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for path in sorted(self.root.rglob("*")):
            if path.is_file():
                self.files.add(path.relative_to(self.root).as_posix())
        for name in sorted(self.files):
            if name.endswith(".html"):
                url = self.base + re.sub(r"(?:^|(?<=/))index\.html$", "", name)
                page = self.pages[name] = Page(name, url)
                reader = _Reader(page)
                reader.feed((self.root / name).read_text(encoding="utf-8"))
                reader.close()

    def file(self, path: str) -> str | None:
        """The file that answers a URL path, percent-decoded; None: there is none."""
        if not path.startswith(self.base):
            if f"{path}/" != self.base:
                return None
            path = self.base
        name = path[len(self.base) :]
        if name.rstrip("/") in self.files and not name.endswith("/"):
            return name
        index = f"{name.rstrip('/')}/index.html".lstrip("/")
        if index in self.files:
            return index
        if self.serves_html and f"{name}.html" in self.files:
            return f"{name}.html"
        return None

    def target(self, page: Page, href: str) -> str | None:
        """The file that answers a URL of this site, as a page has it; None: there is none."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return None
        if not parts.path:
            return page.file
        path = unquote(parts.path)
        if not path.startswith("/"):
            folder = page.url if page.url.endswith("/") else dirname(page.url)
            # Browsers stay at the root where `..` would leave it.
            joined = normpath(f"{folder}/{path}").replace("//", "/")
            path = joined + ("/" if re.search(r"(?:^|/)\.{0,2}$", path) else "")
            path = path.replace("//", "/")
        return self.file(path)

    def state(self, page: Page, href: str | None) -> str:
        """`found`, `missing`, `anchor`: the page has no such anchor; `external`."""
        if href is None:
            return "missing"
        parts = urlsplit(href)
        if parts.scheme == "data":
            # A small file that the build has found.
            return "found"
        if parts.scheme or parts.netloc:
            return "external"
        file = self.target(page, href)
        if file is None:
            return "missing"
        if not parts.fragment or file not in self.pages:
            return "found"
        ids = self.pages[file].ids
        if parts.fragment in ids or unquote(parts.fragment) in ids or parts.fragment == "top":
            return "found"
        return "anchor"

    def page_with(self, labels: set[str]) -> Page | None:
        """The page that an article became: the one with most of its links and fewest others."""
        best = max(
            self.pages.values(),
            key=lambda page: (
                len(labels & page.links.keys()),
                -len(page.links.keys() - labels),
                -len(page.file),
            ),
            default=None,
        )
        return best if best and labels & best.links.keys() else None

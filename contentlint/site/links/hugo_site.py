"""What the configuration of a Hugo site decides about URLs: languages, folders, permalinks."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import MAXYEAR, date, timedelta
from functools import cached_property, lru_cache
from typing import Any

from contentlint.core.patterns import lazy
from contentlint.core.tuples import NamedTuple
from contentlint.site.links.linked import LinkedSite
from contentlint.site.links.served import parsed, table, texts
from contentlint.site.pages import Page

_SUFFIXES = ("toml", "yaml", "yml", "json")
_SECTIONS = ("languages", "permalinks", "markup", "module", "taxonomies", "outputs", "params")
_HOST = lazy(r"\A(?:(?:https?:)?//[^/]++|\{\{[^{}]*+\}\})")
_DATE = lazy(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_PLACE = lazy(r":([a-z]+)")
_SPACE = lazy(r"\s+")


class Place(NamedTuple):
    """Where an article is in the content of a site.

    Args:
        language: the code of its language.
        path: its path in the content folder of the language, without language and suffix.
        bundle: `leaf` for `index`, `branch` for `_index`, else empty.
    """

    language: str
    path: str
    bundle: str


class Root(NamedTuple):
    """A folder of content.

    Args:
        folder: its path from the root of the site.
        language: the code of its language; empty: by the names of files.
        target: its path in the content; empty: the content folder itself.
    """

    folder: str
    language: str = ""
    target: str = ""


class HugoSite:
    """The settings of a Hugo site.

    Args:
        site: the site.
    """

    def __init__(self, site: LinkedSite) -> None:
        self.site = site
        self.config = _config(site)
        base = _HOST.sub("", str(self.config.get("baseurl") or ""), count=1).strip("/")
        self.base = f"/{base}" if base and re.fullmatch(r"[\w./~-]+", base) else ""
        self.default = str(self.config.get("defaultcontentlanguage") or "en").lower()
        found = table(self.config.get("languages"))
        self.languages = {
            str(code).lower(): _lowered(table(value)) for code, value in found.items()
        }
        self.languages.setdefault(self.default, {})
        self.has_prefix = self.config.get("defaultcontentlanguageinsubdir") is True
        self.is_ugly = self.config.get("uglyurls") is True
        module = _lowered(table(self.config.get("module")))
        self.imports = bool(module.get("imports"))
        self.mounts = [_lowered(table(each)) for each in _list(module.get("mounts"))]
        self.themes = [name.rpartition("/")[2] for name in texts(self.config.get("theme") or [])]
        folder = str(self.config.get("themesdir") or "themes").strip("/")
        names = texts(self.config.get("theme") or [])
        self.theme_folders = [
            f"{folder}/{name}" for name in names if site.folders.names(f"{folder}/{name}")
        ]
        self.has_unknown_theme = self.imports or len(self.theme_folders) < len(names)

    @cached_property
    def content_roots(self) -> list[Root]:
        """Folders of content, those inside of others first."""
        found = []
        for code, language in self.languages.items():
            if folder := language.get("contentdir"):
                found.append(Root(str(folder).strip("/"), code))
        for source, target, code in self._mounted("content"):
            is_fallback = any(f"{source}/".startswith(f"{each.folder}/") for each in found)
            if not is_fallback and self.site.folders.names(source):
                found.append(Root(source, code, target))
        root = str(self.config.get("contentdir") or "content").strip("/")
        names = self.site.folders.names(root)
        if not found and len(self.languages) > 1 and self.default in names:
            # The mounts are in a file that is generated.
            found += [Root(f"{root}/{code}", code) for code in self.languages if code in names]
        found.append(Root(root))
        return sorted(found, key=lambda each: -len(each.folder))

    def _mounted(self, component: str) -> Iterator[tuple[str, str, str]]:
        """The folder, the path in the component and the language of its mounts."""
        for mount in self.mounts:
            target = str(mount.get("target") or "").strip("/")
            if f"{target}/".startswith(f"{component}/"):
                matrix = table(table(mount.get("sites")).get("matrix"))
                codes = texts(mount.get("lang") or matrix.get("languages") or [])
                code = codes[0].lower() if codes else ""
                source = str(mount.get("source") or "").strip("/")
                yield source, target[len(component) + 1 :], code

    @cached_property
    def absent(self) -> tuple[str, ...]:
        """What the URLs of content and files begin with that are mounted from outside."""
        found = []
        for component in ("content", "static"):
            for source, target, _ in self._mounted(component):
                if target and not self.site.folders.has(source):
                    found.append(f"/{target.removesuffix('.md').removesuffix('/_index')}/")
        return tuple(found)

    def is_generated(self, url: str) -> bool:
        """Whether a URL is in a folder of content that has only a `.gitignore`.

        A script writes its articles before the build.
        """
        parts = url.removeprefix(self.base).strip("/").split("/")
        for root in self.content_roots:
            for number in range(1, len(parts) + 1):
                folder = "/".join((root.folder, *parts[:number]))
                names = self.site.folders.names(folder)
                if names == {".gitignore"}:
                    return True
                if not names:
                    break
        return False

    @cached_property
    def has_fallback(self) -> bool:
        """Whether content of one language is mounted into another."""
        own = [root.folder for root in self.content_roots]
        sources = [(source, code) for source, _, code in self._mounted("content") if code]
        return any(
            f"{source}/".startswith(f"{folder}/") and source != folder
            for source, _ in sources
            for folder in own
        )

    @cached_property
    def static_roots(self) -> tuple[str, ...]:
        """Folders that are served as `/`."""
        found = texts(self.config.get("staticdir") or [])
        mounted = [source for source, target, _ in self._mounted("static") if not target]
        roots = [each.strip("/") for each in (*found, *mounted)] or ["static"]
        return (*roots, *(f"{theme}/static" for theme in self.theme_folders))

    def static_places(self, url: str) -> Iterator[str]:
        """The paths of mounted files that may be at a URL path."""
        for source, target in self._static_mounts:
            if url.startswith(f"/{target}/"):
                yield f"{source}{url[len(target) + 1 :]}"

    @cached_property
    def _static_mounts(self) -> list[tuple[str, str]]:
        return [(source, target) for source, target, _ in self._mounted("static") if target]

    @cached_property
    def taxonomies(self) -> dict[str, str]:
        """The names of taxonomies: the key in front matter by the folder in URLs."""
        found = self.config.get("taxonomies")
        if isinstance(found, dict):
            return {str(plural).lower(): str(plural).lower() for plural in found.values()}
        return {"tags": "tags", "categories": "categories"}

    @cached_property
    def permalinks(self) -> dict[str, str]:
        """The patterns of pages by section."""
        found = table(self.config.get("permalinks"))
        pages = table(found.get("page"))
        plain = {key: value for key, value in found.items() if isinstance(value, str)}
        return {str(key).strip("/"): str(value) for key, value in {**plain, **pages}.items()}

    def place(self, page: Page) -> Place | None:
        """Where an article is; None if it is not content."""
        for root in self.content_roots:
            if page.path.startswith(f"{root.folder}/"):
                rest = page.path[len(root.folder) + 1 :]
                return self._place(f"{root.target}/{rest}" if root.target else rest, root.language)
        return None

    def _place(self, path: str, code: str) -> Place:
        folder, slash, name = path.rpartition("/")
        stem = name.rpartition(".")[0] or name
        start, dot, last = stem.rpartition(".")
        language = code or self.default
        if dot and last.lower() in self.languages:
            stem, language = start, last.lower()
        bundle = {"index": "leaf", "_index": "branch"}.get(stem, "")
        return Place(language, folder if bundle else f"{folder}{slash}{stem}", bundle)

    def is_published(self, page: Page) -> bool:
        """Whether an article is no draft, has begun and has not expired."""
        front, config = page.front, self.config
        if str(front.get("draft")).lower() in ("true", "1", "t"):
            return config.get("builddrafts") is True
        starts = day(front.get("publishdate") or front.get("pubdate") or front.get("published"))
        starts = starts or day(front.get("date"))
        ends = day(front.get("expirydate") or front.get("unpublishdate"))
        has_come = self.site.days.has_come
        if starts is not None and config.get("buildfuture") is not True and not has_come(starts):
            return False
        if ends is None or config.get("buildexpired") is True:
            return True
        return ends.year == MAXYEAR or not has_come(ends + timedelta(days=1))

    def prefix(self, language: str) -> str:
        """The folder of a language in URLs, such as `/de`."""
        is_plain = language == self.default and not self.has_prefix
        return "" if is_plain or len(self.languages) < 2 else f"/{language}"

    def url(self, page: Page, place: Place) -> str | None:
        """The URL path of an article, without the base path; None if it is not known."""
        prefix = self.prefix(place.language)
        own = page.front.get("url")
        if isinstance(own, str) and own:
            if ":" in own or "{" in own:
                return None
            return own if own.startswith("/") else f"{prefix}/{own}"
        pattern = self.permalinks.get(place.path.partition("/")[0]) if "/" in place.path else None
        if not pattern and "/" not in place.path:
            pattern = self.permalinks.get("/")
        if pattern and place.bundle != "branch":
            filled = _filled(pattern, page, place)
            return None if filled is None else self._ended(f"{prefix}/{filled.strip('/')}")
        folder, _, name = place.path.rpartition("/")
        slug = page.front.get("slug")
        if isinstance(slug, (str, int)) and str(slug).strip("/") and place.bundle != "branch":
            name = str(slug).strip("/")
        path = urlized(f"{folder}/{name}" if folder else name)
        if not path:
            return f"{prefix}/"
        return f"{prefix}/{path}/" if place.bundle == "branch" else self._ended(f"{prefix}/{path}")

    def _ended(self, path: str) -> str:
        return f"{path}.html" if self.is_ugly else f"{path}/"

    def sections(self) -> Iterator[tuple[str, str]]:
        """The language and the name of each folder of the first level that has articles."""
        found: dict[tuple[str, str], None] = {}
        for page in self.site.pages():
            place = self.place(page)
            if place is not None and "/" in place.path:
                found[place.language, place.path.partition("/")[0]] = None
        yield from found


@lru_cache(maxsize=20_000)
def urlized(path: str) -> str:
    """A path as it is in URLs: in lower case, with `-` for spaces."""
    text = _SPACE.sub("-", path.strip())
    return "".join(each for each in text if _is_kept(each)).lower()


def _is_kept(character: str) -> bool:
    return (
        character in "./\\_#+~-@%"
        or unicodedata.category(character)[0] in "LM"
        or character.isdigit()
    )


def day(value: Any) -> date | None:
    """The day of a date in front matter; None if it is not one."""
    match = _DATE.match(str(value or ""))
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _filled(pattern: str, page: Page, place: Place) -> str | None:
    """A pattern of a permalink with its values; None if one is not known."""
    folder, _, name = place.path.rpartition("/")
    title, slug = page.front.get("title"), page.front.get("slug")
    values: dict[str, str] = {
        "section": place.path.partition("/")[0],
        "sections": folder,
        "filename": name,
        "contentbasename": name,
        "slugorfilename": str(slug or name),
        "slugorcontentbasename": str(slug or name),
    }
    if title or slug:
        values["slug"] = str(slug or title)
    if title:
        values["title"] = str(title)
    written = day(page.front.get("date"))
    if written is not None:
        values |= {
            "year": f"{written.year:04}",
            "month": f"{written.month:02}",
            "day": f"{written.day:02}",
            "yearday": str(written.timetuple().tm_yday),
            "monthname": written.strftime("%B"),
            "weekdayname": written.strftime("%A"),
        }
    names = _PLACE.findall(pattern)
    if "[" in pattern or any(name not in values for name in names):
        return None
    filled = _PLACE.sub(lambda match: values[match[1]].replace(" ", "-"), pattern)
    return urlized(filled)


def _config(site: LinkedSite) -> dict[str, Any]:
    """The configuration, with keys of the first level in lower case."""
    found: dict[str, Any] = {}
    stems = ("config", "hugo", "config/_default/config", "config/_default/hugo")
    for name in (f"{stem}.{suffix}" for stem in stems for suffix in _SUFFIXES):
        if text := site.text(name):
            found.update(_lowered(table(parsed(text, name))))
    for section in _SECTIONS:
        # Of a template, too: the file that is made of it may not be in the repository.
        both = (section, f"{section}-template")
        names = (f"config/_default/{stem}.{suffix}" for stem in both for suffix in _SUFFIXES)
        for name in names:
            if text := site.text(name):
                value = table(parsed(text, name))
                found[section] = {**table(found.get(section)), **value}
    return found


def _lowered(value: Mapping[str, Any]) -> dict[str, Any]:
    return {str(key).lower(): each for key, each in value.items()}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []

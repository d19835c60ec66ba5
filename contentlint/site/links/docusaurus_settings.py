"""The parts of a Docusaurus configuration that decide about URLs, as far as they are literals."""

import json
import re
from collections.abc import Iterator
from posixpath import normpath

from contentlint.core.patterns import lazy
from contentlint.core.tuples import NamedTuple
from contentlint.site.links.linked import LinkedSite

_COMMENT = lazy(r"(?m)(?<![:\"'])//.*$|(?<!\S)/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)")
_BASE = lazy(r"\bbaseUrl\s{0,20}:\s{0,20}[\"'](/[^\"']{0,400})[\"']")
_SLASH = lazy(r"\btrailingSlash\s{0,20}:\s{0,20}(true|false)")
_LOCALES = lazy(r"\blocales\s{0,20}:\s{0,20}\[([^\]]{0,400})\]")
_DEFAULT_LOCALE = lazy(r"\bdefaultLocale\s{0,20}:\s{0,20}[\"']([^\"']{1,400})[\"']")
_STATIC = lazy(r"\bstaticDirectories\s{0,20}:\s{0,20}\[([^\]]{0,400})\]")
_STRING = lazy(r"[\"'`]([^\"'`]{0,400})[\"'`]")
_PRESET = lazy(r"\b(docs|blog|pages)\s{0,20}:\s{0,20}(\{|false)")
_PLUGIN = lazy(
    r"\bcontent-(docs|blog|pages)[\"'`]?\s{0,20}\)?\s{0,20},\s{0,20}(?:/\*.{0,400}?\*/\s{0,20})?\{"
)
_EXCLUDE = lazy(r"(?s)(?<!\w)exclude\s{0,20}:\s{0,20}\[([^\]]{0,2000})\]")
_OPTION = r"\bNAME\s{0,20}:\s{0,20}[\"'`]([^\"'`]{0,400})[\"'`]"
_SIDEBAR = lazy(
    r"\bsidebarPath\s{0,20}:\s{0,20}(?:require\.resolve\s{0,20}\(\s{0,20})?"
    r"[\"'`]([^\"'`]{1,400})[\"'`]"
)
_LAST = lazy(r"\blastVersion\s{0,20}:\s{0,20}(?:[\"'`]([^\"'`]{0,400})[\"'`]|(\w))")
_VERSION_PATH = lazy(
    r"(?<![\w.-])([\w.-]{1,60})[\"']?\s{0,20}:\s{0,20}\{[^{}]{0,400}?\bpath\s{0,20}:\s{0,20}"
    r"[\"'`]([^\"'`]{0,200})[\"'`]"
)
# Plugins, of the site or of others, that may add pages.
_ADDS_PAGES = lazy(
    r"[\"'`]\./(?:src/)?(?:plugins?|docusaurus)[\w./-]{0,400}[\"'`]|\baddRoute\b|createRedirects"
    r"|plugin-typedoc|openapi-docs|plugin-remote-content|plugin-content-(?:showcase|gallery)"
    r"|\./plugins?/|plugin-redoc|redocusaurus|graphql-markdown|theme-openapi|plugin-storybook"
)

# Plugins of the site itself that change what is compiled, perhaps its links.
_OWN_CODE = lazy(r"\b(?:from|require|import)\s{0,20}\(?\s{0,20}[\"'`]\.\.?/[\w./-]{0,400}[\"'`]")
_COMPILES = lazy(r"\b(?:remark|rehype|beforeDefaultRemark|beforeDefaultRehype)Plugins\b")


class Content(NamedTuple):
    """One instance of a content plugin.

    Args:
        kind: `docs`, `blog` or `pages`.
        folder: the folder of its articles, from the root of the site.
        route: the start of its URLs, without `/` at either end.
        id: its name, `default` unless it is set.
        version: the name of a version of documents; empty for others.
        language: the language of translated articles; empty for others.
        source: for translated articles, the folder of the articles that they translate.
        sidebar: the file with the sidebars of documents; empty: they are generated.
        excluded: patterns of files in its folder that it does not read.
    """

    kind: str
    folder: str
    route: str
    id: str = "default"
    version: str = ""
    language: str = ""
    source: str = ""
    sidebar: str = ""
    excluded: tuple[str, ...] = ()


class Settings:
    """The settings of a site.

    Attributes:
        folder: the folder of the configuration, from the root of the site; empty for the root.
        base: the path of the site's URL, without the last `/`.
        slash: the setting `trailingSlash`; None: not set.
        static: the folders of static files.
        languages: the languages other than the default one.
        contents: the content plugins with their versions and translations.
        adds_pages: whether plugins may add pages.
        rewrites: whether plugins of the site may change links.
        strips_numbers: whether number prefixes of files are no part of URLs.
    """

    def __init__(self, site: LinkedSite) -> None:
        self.site = site
        self.folder = (
            "website"
            if site.folders.has("website/package.json")
            and not any(name.startswith("docusaurus.config.") for name in site.folders.names(""))
            else ""
        )
        names = sorted(site.folders.names(self.folder))
        config = next((name for name in names if name.startswith("docusaurus.config.")), "")
        self.text = text = _COMMENT.sub("", site.text(self._at(config)) if config else "")
        base = _BASE.search(text)
        self.base = base[1].rstrip("/") if base else ""
        slash = _SLASH.search(text)
        self.slash = None if slash is None else slash[1] == "true"
        static = _STATIC.search(text)
        folders = _STRING.findall(static[1]) if static else ["static"]
        self.static = tuple(map(self._at, folders))
        locales, default = _LOCALES.search(text), _DEFAULT_LOCALE.search(text)
        every = _STRING.findall(locales[1]) if locales else []
        self.languages = [each for each in every if default is None or each != default[1]]
        self.adds_pages = _ADDS_PAGES.search(text) is not None
        self.rewrites = all(each.search(text) for each in (_OWN_CODE, _COMPILES))
        self.strips_numbers = re.search(r"numberPrefixParser\s*:\s*false", text) is None
        self.contents = tuple(self._with_translations(self._contents()))

    def _at(self, path: str) -> str:
        place = normpath(f"{self.folder}/{path}".lstrip("/"))
        return "" if place == "." else place

    def _contents(self) -> Iterator[Content]:
        found: set[str] = set()
        for match in _PRESET.finditer(self.text):
            if match[1] in found or not self._is_option(match.start()):
                continue
            found.add(match[1])
            if match[2] == "{":
                yield from self._of_options(match[1], _block(self.text, match.end() - 1))
        for kind in ("docs", "blog", "pages"):
            if kind not in found:
                yield from self._of_options(kind, "")
        for match in _PLUGIN.finditer(self.text):
            yield from self._of_options(match[1], _block(self.text, match.end() - 1))

    def _is_option(self, start: int) -> bool:
        """Whether a key is an option of the preset, not of the theme."""
        before = self.text[:start]
        return before.rfind("preset") > before.rfind("themeConfig")

    def _of_options(self, kind: str, options: str) -> Iterator[Content]:
        id = _option(options, "id") or "default"
        default = "src/pages" if kind == "pages" else kind
        folder = self._at(_option(options, "path") or default)
        route = _option(options, "routeBasePath")
        if route is None:
            route = "" if kind == "pages" else kind
        route = route.strip("/")
        exclude = _EXCLUDE.search(options)
        # The patterns start at the folder.
        excluded = tuple(f"/{each}" for each in _STRING.findall(exclude[1])) if exclude else ()
        every = [Content(kind, folder, route, id)]
        if kind == "docs":
            every = list(self._versions(id, folder, route, options))
        yield from (content._replace(excluded=excluded) for content in every)

    def _versions(self, id: str, folder: str, route: str, options: str) -> Iterator[Content]:
        start = "" if id == "default" else f"{id}_"
        text = self.site.text(self._at(f"{start}versions.json"))
        versions = _list(text)
        last = _LAST.search(options)
        # A version that code decides is the first one, mostly.
        newest = last[1] if last and last[1] else (versions[0] if versions else "current")
        paths = dict(_VERSION_PATH.findall(options))
        for name in ("current", *versions):
            default = "" if name == newest else "next" if name == "current" else name
            path = paths.get(name, default).strip("/")
            at, sidebar = folder, self._sidebar(options)
            if name != "current":
                at = self._at(f"{start}versioned_docs/version-{name}")
                sidebar = self._at(f"{start}versioned_sidebars/version-{name}-sidebars.json")
            route_of = f"{route}/{path}".strip("/")
            yield Content("docs", at, route_of, id, name, sidebar=sidebar)

    def _sidebar(self, options: str) -> str:
        """The file of sidebars; its suffix may be left out."""
        written = _SIDEBAR.search(options)
        if written is None:
            return ""
        place = self._at(written[1])
        if place.startswith(".."):
            return ""  # outside of the site
        names = (f"{place}{suffix}" for suffix in ("", ".js", ".ts", ".json", ".cjs", ".mjs"))
        return next(filter(self.site.text, names), "")

    def _with_translations(self, contents: Iterator[Content]) -> Iterator[Content]:
        for content in contents:
            yield content
            for language in self.languages:
                plugin = f"docusaurus-plugin-content-{content.kind}"
                plugin += "" if content.id == "default" else f"-{content.id}"
                version = content.version
                inner = (
                    ""
                    if not version
                    else "/current"
                    if version == "current"
                    else f"/version-{version}"
                )
                folder = self._at(f"i18n/{language}/{plugin}{inner}")
                yield content._replace(folder=folder, language=language, source=content.folder)


def _option(options: str, name: str) -> str | None:
    found = re.search(_OPTION.replace("NAME", name), options)
    return None if found is None else found[1]


def _list(text: str) -> list[str]:
    try:
        found = json.loads(text) if text else []
    except ValueError:
        return []
    return [str(each) for each in found] if isinstance(found, list) else []


def _block(text: str, start: int) -> str:
    """The braces at an offset with their content."""
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] == "{") - (text[place] == "}")
        if not depth:
            return text[start : place + 1]
    return text[start:]

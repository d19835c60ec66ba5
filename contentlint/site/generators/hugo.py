"""Hugo: https://gohugo.io/documentation/."""

import re

from contentlint.core.patterns import lazy
from contentlint.site.dialect import GOLDMARK
from contentlint.site.generator import Assets, Generator, Kind, Marker

_SUFFIXES = ("toml", "yaml", "yml", "json")


def _files(*stems: str) -> tuple[str, ...]:
    return tuple(f"{stem}.{suffix}" for stem in stems for suffix in _SUFFIXES)


# Configuration keys that are rare in other files named `hugo.json`.
_KEYS = frozenset(
    "archetypedir assetdir baseurl builddrafts buildexpired buildfuture canonifyurls cascade "
    "contentdir datadir defaultcontentlanguage defaultcontentlanguageinsubdir disablekinds "
    "disablelanguages disablepathtolower enableemoji enablegitinfo enablerobotstxt frontmatter "
    "hascjklanguage i18ndir ignorefiles imaging languagecode languages layoutdir mainsections "
    "markup mediatypes menu menus minify module outputformats paginate pagination params "
    "permalinks publishdir relativeurls resourcedir rsslimit sectionpagesmenu staticdir "
    "summarylength taxonomies theme themesdir timezone titlecasestyle uglyurls".split()
)
_FOLDERS = ("content", "layouts", "archetypes", "themes", "static")

GENERATOR = Generator(
    "hugo",
    "Hugo",
    schema="hugo",
    markers=(
        Marker(_files("config/_default/hugo", "config/_default/config")),
        Marker(_files("hugo"), keys=_KEYS, may_be_empty=True),
        Marker(_files("hugo"), keys=frozenset({"title", "copyright", "build"}), beside=_FOLDERS),
        Marker(_files("config"), keys=frozenset({"baseurl", "languagecode"}), beside=("content",)),
    ),
    configs=_files(
        "hugo",
        "config",
        "module",
        "config/_default/hugo",
        "config/_default/config",
        "config/_default/module",
    ),
    kinds=(
        Kind("sections", ("**/_index.*",), "hugo.Section"),
        Kind("pages", ("content/**/*.md",), "hugo"),
    ),
    not_content=frozenset({"public", "resources", "themes", "layouts", "archetypes"}),
    templates=frozenset({"shortcodes"}),
    marks=frozenset({"display-maths"}),
    extensions=frozenset({"definition-lists", "heading-attributes"}),
    dialect=GOLDMARK,
    shows_braces=True,
    reads_dates_with_slashes=False,
    assets=Assets(
        roots=("static", "assets"),
        others=("content",),
        moved=lazy(r"staticDir|assetDir|contentDir|\bmounts?\b|\bimports\b", re.IGNORECASE),
        bundles=("**/index.*", "**/_index.*"),
        theme_roots=("static", "assets"),
    ),
)

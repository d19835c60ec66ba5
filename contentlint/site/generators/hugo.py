"""Hugo: https://gohugo.io/documentation/."""

import re
from collections.abc import Callable

from contentlint.core.patterns import lazy
from contentlint.core.records import replace
from contentlint.site.dates import GO, Dates
from contentlint.site.dialect import GOLDMARK, GOLDMARK_SAFE
from contentlint.site.generator import Assets, Generator, Kind, Marker
from contentlint.site.reading import USUAL, Flag, Reading, shapes

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
# Without `unsafe` in the configuration, raw HTML is omitted. That of a theme counts only if merged.
_UNSAFE = lazy(r"\bunsafe\b|_merge\b", re.IGNORECASE)
_CONFIGS = _files(
    "hugo",
    "config",
    "module",
    *(f"config/_default/{name}" for name in ("hugo", "config", "module", "markup")),
)
_OF_PRODUCTION = _files(*(f"config/production/{name}" for name in ("hugo", "config", "markup")))
_FOLDERS = ("content", "layouts", "archetypes", "themes", "static")


# The first folder of `contentDir` and of the source of a mount.
_MOUNTED = lazy(r"(?:contentDir|source)[ \t]*[=:][ \t]*[\"']?([\w.-]+)", re.IGNORECASE)


def _refined(generator: Generator, text_of: Callable[[str], str]) -> Generator:
    """Use the dialect of the configured renderer; folders that are mounted may hold articles."""
    text = "\n".join(map(text_of, (*_CONFIGS, *_OF_PRODUCTION)))
    mounted = sorted(set(_MOUNTED.findall(text)) - generator.content_folders)
    omits_html = bool(text.strip()) and not _UNSAFE.search(text)
    changes = [*(["omits HTML"] if omits_html else []), *mounted]
    return replace(
        generator,
        content_folders=generator.content_folders.union(mounted),
        dialect=GOLDMARK_SAFE if omits_html else generator.dialect,
        variant=" ".join(changes),
    )


GENERATOR = Generator(
    "hugo",
    "Hugo",
    schema="hugo",
    reading=Reading(
        "goccy",
        USUAL
        | shapes(
            "blank-line blank-lines spaces-line bom bom-blank-line space tab opening-comment empty"
        ),
        rest=shapes("closing-text closing-long"),
        stops=shapes(
            "indented closing-indented opening-short closing-short short long longer opening-long "
            "closing-dashes plus-yaml dashes-toml named-yaml named-toml named-json dots "
            "no-closing only-text only-list only-null leading-rule leading-rules"
        ),
        takes_six_hyphens=True,
        flags={
            "draft": Flag(frozenset("true false 1 0 t f".split()), "false", publishes=True),
            "headless": Flag(),
            "published": Flag(is_date=True),
        },
        splits_tags="never",
        accepts=frozenset({"control", "document"}),
        reserved=lazy(r"[,}].*|\?"),
        has_json=True,
    ),
    markers=(
        Marker(_files("config/_default/hugo", "config/_default/config")),
        Marker(_files("hugo"), keys=_KEYS, may_be_empty=True),
        Marker(_files("hugo"), keys=frozenset({"title", "copyright", "build"}), beside=_FOLDERS),
        Marker(_files("config"), keys=frozenset({"baseurl", "languagecode"}), beside=("content",)),
    ),
    configs=_CONFIGS,
    refine=_refined,
    kinds=(
        Kind("sections", ("**/_index.*",), "hugo.Section"),
        Kind("pages", ("content/**/*.md",), "hugo"),
    ),
    content_folders=frozenset({"content"}),
    not_content=frozenset({"public", "resources", "themes", "layouts", "archetypes"}),
    templates=frozenset({"shortcodes"}),
    marks=frozenset({"display-maths"}),
    extensions=frozenset({"definition-lists", "heading-attributes"}),
    dialect=GOLDMARK,
    links="hugo",
    shows_braces=True,
    assets=Assets(
        roots=("static", "assets"),
        others=("content",),
        moved=lazy(r"staticDir|assetDir|contentDir|\bmounts?\b|\bimports\b", re.IGNORECASE),
        bundles=("**/index.*", "**/_index.*"),
        theme_roots=("static", "assets"),
        sources=("static",),
    ),
    dates=(
        Dates(
            frozenset("date lastmod modified publishDate pubdate expiryDate unpublishdate".split()),
            "stops the build",
            any_case=True,
            strings=GO,
            # Its YAML parser keeps dates as strings.
            knows_timestamps=False,
            unit="seconds",
        ),
    ),
    top_keys=frozenset({"date", "draft", "tags"}),
    also_below=frozenset({("params", "tags")}),
)

"""Docusaurus: https://docusaurus.io/docs."""

from collections.abc import Callable

from contentlint.core.patterns import lazy
from contentlint.core.records import replace
from contentlint.site.dates import JAVASCRIPT_FAILS, Dates, Shift
from contentlint.site.dialect import DIRECTIVES
from contentlint.site.generator import Assets, Generator, Kind, Marker, MdxExtension
from contentlint.site.reading import USUAL, Flag, Reading, shapes

_SUFFIXES = ("js", "ts", "mjs", "mts", "cjs", "cts")
_CONFIGS = tuple(f"docusaurus.config.{suffix}" for suffix in _SUFFIXES)

# It appends `Z` to a date that is a string.
_SHIFTS = (
    Shift(
        lazy(r"(?!\d{4}-\d\d-\d\d[Tt]\d).*(?: |:\d\d| GMT)[-+](?!00:?00$)(?:\d\d?:?\d\d|\d{3})"),
        "UTC, without the offset",
    ),
    Shift(
        lazy(
            r"\d{4}-\d\d-\d\d[Tt].*(?:[Zz]|[-+]\d\d:?\d\d)"
            r"|.*\d\s?(?:[Zz]|UTC|GMT|[A-Z]{3}|[AP]M)"
        ),
        "an invalid date",
    ),
)
_COMMENT = lazy(r"(?m)^[ \t]*+//.*|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)")
_FORMAT = lazy(r"\bmarkdown\s*:\s*\{[\s\S]{0,600}?\bformat\s*:\s*[\"'](?:md|detect)[\"']")
_COMPATIBILITY = lazy(r"\bmdx1Compat\s*:\s*\{([^{}]{0,600})\}")
_MATHS = lazy(r"remark-math|remarkMath")
# Releases before 3 compile with MDX 1.
_OLD = lazy(r"[\"']@docusaurus/core[\"']\s*:\s*[\"'][^\d\"']*[12]\.")
# The settings of `mdx1Compat` and what each of them adds.
_SETTINGS: dict[str, MdxExtension] = {
    "comments": "comments",
    "admonitions": "admonition-titles",
    "headingIds": "heading-ids",
}
# The site is in `website`, its articles are in folders beside it, such as `docs`.
_SITES_BELOW = tuple(f"website/{name}" for name in _CONFIGS)
_BESIDE = lazy(r"\bpath\s*:\s*[\"']\.\./([\w-]+)/?[\"']")


def _refined(generator: Generator, text_of: Callable[[str], str]) -> Generator:
    """Adapt how articles are compiled to the settings of the site."""
    config = _COMMENT.sub("", "\n".join(map(text_of, _CONFIGS)))
    package = text_of("package.json")
    below = "\n".join(map(text_of, _SITES_BELOW))
    if below.strip() and not config.strip():
        config = _COMMENT.sub("", below)
        package = text_of("website/package.json")
        folders = frozenset(_BESIDE.findall(config))
        generator = replace(generator, mdx_folders=folders, assets=_ASSETS_BELOW)
    extensions = set(generator.mdx_extensions)
    if compatibility := _COMPATIBILITY.search(config):
        off = [name for name in _SETTINGS if _is_off(name, compatibility[1])]
        extensions -= {_SETTINGS[name] for name in off}
    if _MATHS.search(config):
        extensions.add("maths")
    has_mdx_1 = _OLD.search(package) is not None
    is_mdx = _FORMAT.search(config) is None
    variant = [*sorted(extensions), *sorted(generator.mdx_folders)]
    variant += ["mdx-1"] * has_mdx_1 + ["commonmark"] * (not is_mdx)
    return replace(
        generator,
        markdown_is_mdx=is_mdx,
        mdx_extensions=frozenset(extensions),
        has_mdx_1=has_mdx_1,
        variant=" ".join(variant),
    )


def _is_off(name: str, settings: str) -> bool:
    _, _, value = settings.partition(name)
    return value.replace(" ", "").startswith(":false")


_ASSETS = Assets(
    roots=("static",),
    others=("",),
    moved=lazy("staticDirectories"),
    is_open=False,
    knows_beside=True,
    sources=("static",),
)
_ASSETS_BELOW = replace(
    _ASSETS, sources=("website/static",), roots=("website/static",), others=("website", "")
)


GENERATOR = Generator(
    "docusaurus",
    "Docusaurus",
    schema="docusaurus",
    reading=Reading(
        "js-yaml-4",
        USUAL | shapes("bom named-yaml named-json only-null empty"),
        rest=shapes("closing-text closing-long"),
        stops=shapes(
            "closing-indented closing-short closing-dashes dashes-toml named-toml opening-comment "
            "dots no-closing only-text only-list leading-rule leading-rules"
        ),
        flags=dict.fromkeys(("draft", "unlisted"), Flag(frozenset(("true", "false")), "stops")),
        splits_tags="stops",
    ),
    markers=(Marker(_CONFIGS), Marker(_SITES_BELOW, contains=_BESIDE)),
    configs=(*_CONFIGS, *_SITES_BELOW, "package.json", "website/package.json"),
    refine=_refined,
    kinds=(
        Kind(
            "posts",
            ("blog/**/*.md*", "i18n/*/docusaurus-plugin-content-blog*/**/*.md*"),
            "docusaurus.BlogPost",
        ),
        Kind(
            "pages",
            ("src/pages/**/*.md*", "i18n/*/docusaurus-plugin-content-pages*/**/*.md*"),
            "docusaurus.Page",
        ),
        Kind("docs", ("docs/**/*.md*", "versioned_docs/**/*.md*"), "docusaurus"),
    ),
    not_content=frozenset({"build"}),
    # Excluded by the default of the plugin option `exclude`.
    never_content=frozenset({"__tests__"}),
    marks=frozenset({"containers"}),
    dialect=DIRECTIVES,
    markdown_is_mdx=True,
    has_mdx_format=True,
    has_react=True,
    # What the loader adds to a module.
    mdx_names=frozenset({"props", "frontMatter", "contentTitle", "toc", "assets", "metadata"}),
    mdx_extensions=frozenset(
        {"admonition-titles", "code-blocks", "comments", "directives", "heading-ids"}
    ),
    shows_braces=True,
    takes_heading_as_title=True,
    links="docusaurus",
    assets=_ASSETS,
    dates=(
        Dates(
            frozenset({"date"}),
            "stops the build",
            folders=("blog", "docusaurus-plugin-content-blog"),
            fails=JAVASCRIPT_FAILS,
            shifts=_SHIFTS,
            unit="number",
            empty_fails=True,
        ),
        Dates(
            frozenset({"last_update.date"}),
            "stops the build",
            fails=JAVASCRIPT_FAILS,
            unit="milliseconds",
        ),
    ),
)

"""Docusaurus: https://docusaurus.io/docs."""

from contentlint.core.patterns import lazy
from contentlint.site.dates import JAVASCRIPT_FAILS, Dates, Shift
from contentlint.site.generator import Assets, Generator, Kind, Marker
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
    markers=(Marker(_CONFIGS),),
    configs=_CONFIGS,
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
    markdown_is_mdx=True,
    shows_braces=True,
    takes_heading_as_title=True,
    assets=Assets(
        roots=("static",),
        others=("",),
        moved=lazy("staticDirectories"),
        is_open=False,
        knows_beside=True,
        sources=("static",),
    ),
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

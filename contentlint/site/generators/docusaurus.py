"""Docusaurus: https://docusaurus.io/docs."""

from contentlint.core.patterns import lazy
from contentlint.site.dialect import DIRECTIVES
from contentlint.site.generator import Assets, Generator, Kind, Marker

_SUFFIXES = ("js", "ts", "mjs", "mts", "cjs", "cts")
_CONFIGS = tuple(f"docusaurus.config.{suffix}" for suffix in _SUFFIXES)


GENERATOR = Generator(
    "docusaurus",
    "Docusaurus",
    schema="docusaurus",
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
    dialect=DIRECTIVES,
    markdown_is_mdx=True,
    shows_braces=True,
    takes_heading_as_title=True,
    assets=Assets(
        roots=("static",),
        others=("",),
        moved=lazy("staticDirectories"),
        is_open=False,
        knows_beside=True,
    ),
)

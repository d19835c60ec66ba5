"""Zola: https://www.getzola.org/documentation/."""

from contentlint.site.dialect import GFM
from contentlint.site.generator import Assets, Generator, Kind, Marker

GENERATOR = Generator(
    "zola",
    "Zola",
    schema="zola",
    markers=(
        Marker(
            ("zola.toml",),
            keys=frozenset(
                "base_url title theme compile_sass build_search_index markdown taxonomies "
                "default_language generate_feeds extra".split()
            ),
            may_be_empty=True,
        ),
        Marker(
            ("config.toml",), keys=frozenset({"base_url", "compile_sass", "build_search_index"})
        ),
    ),
    configs=("zola.toml", "config.toml"),
    kinds=(
        Kind("sections", ("**/_index.*",), "zola.Section"),
        Kind("pages", ("content/**/*.md",), "zola"),
    ),
    not_content=frozenset({"public", "templates", "themes"}),
    templates=frozenset({"tera"}),
    extensions=frozenset({"heading-attributes"}),
    dialect=GFM,
    reads_dates_with_slashes=False,
    assets=Assets(
        roots=("static",),
        others=("content", ""),
        bundles=("**/index.md",),
        theme_roots=("static", "assets"),
        knows_beside=True,
    ),
)

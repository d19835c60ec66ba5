"""Zola: https://www.getzola.org/documentation/."""

from contentlint.site.generator import Assets, Generator, Kind, Marker
from contentlint.site.reading import Flag, Reading, shapes

GENERATOR = Generator(
    "zola",
    "Zola",
    schema="zola",
    # From the source of Zola 0.22: white space may precede the block; a page without one, or with
    # other delimiters, stops the build.
    reading=Reading(
        None,
        shapes(
            "blank-line blank-lines spaces-line bom bom-blank-line space tab closing-blank "
            "closing-text closing-long last-line blank-first blank-between comment-first only-null "
            "empty dashes-json"
        ),
        stops=shapes(
            "invisible text code-fence opening-blank opening-short opening-long opening-comment "
            "named-yaml named-toml named-json no-opening closing-short closing-dashes dots "
            "no-closing short dashes characters quoted quote escaped code-block plus-yaml "
            "semicolons semicolons-yaml semicolons-braces semicolons-closing no-fences "
            "dashes-toml only-text only-list leading-rule leading-rules boms"
        ),
        flags=dict.fromkeys(("draft", "render", "in_search_index"), Flag(others="stops")),
    ),
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
    reads_dates_with_slashes=False,
    assets=Assets(
        roots=("static",),
        others=("content", ""),
        bundles=("**/index.md",),
        theme_roots=("static", "assets"),
        knows_beside=True,
    ),
)

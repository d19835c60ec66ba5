"""Zola: https://www.getzola.org/documentation/."""

from collections.abc import Callable

from contentlint.core.records import replace
from contentlint.site.dates import ZOLA, Dates
from contentlint.site.dialect import GFM
from contentlint.site.generator import Assets, Generator, Kind, Marker
from contentlint.site.reading import Flag, Reading, shapes

_CONFIGS = ("zola.toml", "config.toml")


def _refined(generator: Generator, text_of: Callable[[str], str]) -> Generator:
    """Read the names of the taxonomies; nothing is known if the configuration is not valid."""
    # Only sites of Zola need the parser.
    from contentlint.core.toml import NotToml, parse

    text = next(filter(None, map(text_of, _CONFIGS)), "")
    if not text:
        return generator
    try:
        config = parse(text)
    except (NotToml, RecursionError):
        return generator
    languages = config.get("languages")
    tables = [config, *(languages.values() if isinstance(languages, dict) else ())]
    lists = [table.get("taxonomies") for table in tables if isinstance(table, dict)]
    found = [entry for each in lists if isinstance(each, list) for entry in each]
    names = frozenset(
        entry["name"]
        for entry in found
        if isinstance(entry, dict) and isinstance(entry.get("name"), str)
    )
    return replace(generator, taxonomies=names, variant=f"taxonomies: {sorted(names)}")


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
    configs=_CONFIGS,
    links="zola",
    kinds=(
        Kind("sections", ("**/_index.*",), "zola.Section"),
        Kind("pages", ("content/**/*.md",), "zola"),
    ),
    refine=_refined,
    content_folders=frozenset({"content"}),
    not_content=frozenset({"public", "templates", "themes"}),
    templates=frozenset({"tera"}),
    extensions=frozenset({"heading-attributes"}),
    dialect=GFM,
    assets=Assets(
        roots=("static",),
        others=("content", ""),
        bundles=("**/index.md",),
        theme_roots=("static", "assets"),
        knows_beside=True,
    ),
    dates=(
        Dates(
            frozenset({"date", "updated"}),
            "stops the build",
            strings=ZOLA,
            # Its YAML parser keeps dates as strings.
            knows_timestamps=False,
        ),
    ),
    top_keys=frozenset({"date", "draft"}),
    keys_of_tables=(("tags", "taxonomies"), ("categories", "taxonomies")),
)

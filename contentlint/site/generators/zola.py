"""Zola: https://www.getzola.org/documentation/."""

from collections.abc import Callable
from dataclasses import replace

from contentlint.site.dates import ZOLA, Dates
from contentlint.site.generator import Assets, Generator, Kind, Marker

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
    kinds=(
        Kind("sections", ("**/_index.*",), "zola.Section"),
        Kind("pages", ("content/**/*.md",), "zola"),
    ),
    refine=_refined,
    not_content=frozenset({"public", "templates", "themes"}),
    templates=frozenset({"tera"}),
    extensions=frozenset({"heading-attributes"}),
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

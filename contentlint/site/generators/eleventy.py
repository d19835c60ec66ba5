"""Eleventy: https://www.11ty.dev/docs/."""

from contentlint.site.dates import LUXON, Dates
from contentlint.site.dialect import MARKDOWN_IT
from contentlint.site.generator import Generator, Kind, Marker
from contentlint.site.reading import USUAL, Flag, Reading, shapes

_CONFIGS = (".eleventy.js", *(f"eleventy.config.{suffix}" for suffix in ("js", "mjs", "cjs", "ts")))
# Global data. The name of a file is the name of its value in templates.
_DATA = tuple(
    f"{folder}/{name}.{suffix}"
    for folder in ("_data", "src/_data", "src/data", "content/_data", "source/_data")
    for name in ("author", "metadata", "meta", "site", "global", "config")
    for suffix in ("json", "js", "mjs", "cjs", "yml", "yaml")
)

GENERATOR = Generator(
    "eleventy",
    "Eleventy",
    schema="eleventy",
    reading=Reading(
        "js-yaml-4",
        USUAL | shapes("bom named-yaml named-json only-null empty"),
        rest=shapes("closing-text closing-long"),
        dropped=shapes("dashes-toml only-text only-list"),
        cut=shapes("leading-rule leading-rules"),
        stops=shapes(
            "closing-indented closing-short closing-dashes named-toml opening-comment dots "
            "no-closing"
        ),
        flags={"permalink": Flag(others="stops"), "eleventyExcludeFromCollections": Flag()},
        splits_tags="comma",
        strings=frozenset({"permalink"}),
    ),
    markers=(Marker(_CONFIGS),),
    configs=_CONFIGS,
    data=_DATA,
    links="eleventy",
    kinds=(Kind("posts", ("posts/**/*.md",), "eleventy"),),
    not_content=frozenset({"_site", "_includes"}),
    templates=frozenset({"liquid", "nunjucks", "ejs"}),
    marks=frozenset({"containers"}),
    may_read_image_sizes=True,
    dates=(Dates(frozenset({"date"}), "stops the build", strings=LUXON, unit="none"),),
    dialect=MARKDOWN_IT,
)

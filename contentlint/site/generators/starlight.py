"""Starlight, the documentation theme of Astro: https://starlight.astro.build/."""

from contentlint.core.patterns import lazy
from contentlint.core.records import replace
from contentlint.site.dates import NO_STRINGS, Dates
from contentlint.site.dialect import DIRECTIVES
from contentlint.site.generator import Kind, Marker
from contentlint.site.generators import astro
from contentlint.site.reading import Flag

assert astro.GENERATOR.reading is not None

GENERATOR = replace(
    astro.GENERATOR,
    name="starlight",
    title="Starlight",
    # The schema of its pages is its own.
    reading=replace(
        astro.GENERATOR.reading,
        flags=dict.fromkeys(("draft", "pagefind"), Flag(others="stops")),
        splits_tags="",
    ),
    markers=(Marker(astro.CONFIGS, contains=lazy("@astrojs/starlight")),),
    kinds=(Kind("docs", ("src/content/docs/**/*.md*",), "astro.Doc"), *astro.GENERATOR.kinds),
    precedence=-1,
    links="starlight",
    dates=(
        Dates(
            frozenset({"lastUpdated"}),
            "stops the build",
            folders=("content/docs",),
            strings=NO_STRINGS,
            takes_booleans=True,
            empty_fails=True,
        ),
    ),
    dialect=DIRECTIVES,
)

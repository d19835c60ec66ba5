"""Nuxt Content with MDC (Markdown with components): https://content.nuxt.com/docs/."""

from contentlint.core.patterns import lazy
from contentlint.site.dialect import GFM
from contentlint.site.generator import Generator, Kind, Marker
from contentlint.site.reading import USUAL, Reading, shapes

_SUFFIXES = ("ts", "js", "mjs", "mts", "cjs", "cts")
_CONFIGS = tuple(f"nuxt.config.{suffix}" for suffix in _SUFFIXES)
_MODULE = "@nuxt/content"

GENERATOR = Generator(
    "nuxt",
    "Nuxt Content",
    schema="nuxt",
    reading=Reading(
        "yaml-2",
        USUAL | shapes("opening-long opening-comment only-null empty leading-rule"),
        rest=shapes("long closing-text closing-long"),
        dropped=shapes("longer dashes-toml named-yaml named-toml named-json only-text only-list"),
        cut=shapes("leading-rules"),
        accepts=frozenset({"control", "document", "escape"}),
        reserved=lazy("[@%`,].*"),
    ),
    markers=(
        Marker(tuple(f"content.config.{suffix}" for suffix in _SUFFIXES), contains=lazy(_MODULE)),
        Marker(_CONFIGS, contains=lazy(_MODULE)),
        Marker(_CONFIGS, package=_MODULE),
    ),
    configs=_CONFIGS,
    links="nuxt",
    kinds=(Kind("pages", ("content/**/*.md",), "nuxt"),),
    not_content=frozenset({"dist"}),
    templates=frozenset({"vue"}),
    marks=frozenset({"colon-components"}),
    dialect=GFM,
    takes_heading_as_title=True,
)

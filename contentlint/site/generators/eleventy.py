"""Eleventy: https://www.11ty.dev/docs/."""

from contentlint.site.generator import Generator, Kind, Marker

_CONFIGS = (".eleventy.js", *(f"eleventy.config.{suffix}" for suffix in ("js", "mjs", "cjs", "ts")))

GENERATOR = Generator(
    "eleventy",
    "Eleventy",
    schema="eleventy",
    markers=(Marker(_CONFIGS),),
    configs=_CONFIGS,
    kinds=(Kind("posts", ("posts/**/*.md",), "eleventy"),),
    not_content=frozenset({"_site", "_includes"}),
    templates=frozenset({"liquid", "nunjucks", "ejs"}),
    marks=frozenset({"containers"}),
    may_read_image_sizes=True,
)

"""Astro: https://docs.astro.build/."""

from contentlint.core.patterns import lazy
from contentlint.site.dialect import GFM
from contentlint.site.generator import Assets, Generator, Kind, Marker

CONFIGS = tuple(f"astro.config.{suffix}" for suffix in ("mjs", "ts", "js", "mts", "cjs", "cts"))

GENERATOR = Generator(
    "astro",
    "Astro",
    schema="astro",
    markers=(Marker(CONFIGS),),
    configs=CONFIGS,
    kinds=(Kind("posts", ("src/content/**/*.md*",), "astro"),),
    not_content=frozenset({"dist"}),
    marks=frozenset({"containers"}),
    dialect=GFM,
    shows_braces=True,
    assets=Assets(
        roots=("public",),
        others=("src", ""),
        moved=lazy(r"publicDir|srcDir|\broot:"),
        is_open=False,
        is_strict=True,
        knows_beside=True,
    ),
)

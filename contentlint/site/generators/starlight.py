"""Starlight, the documentation theme of Astro: https://starlight.astro.build/."""

from dataclasses import replace

from contentlint.core.patterns import lazy
from contentlint.site.dialect import DIRECTIVES
from contentlint.site.generator import Kind, Marker
from contentlint.site.generators import astro

GENERATOR = replace(
    astro.GENERATOR,
    name="starlight",
    title="Starlight",
    markers=(Marker(astro.CONFIGS, contains=lazy("@astrojs/starlight")),),
    kinds=(Kind("docs", ("src/content/docs/**/*.md*",), "astro.Doc"), *astro.GENERATOR.kinds),
    precedence=-1,
    dialect=DIRECTIVES,
)

"""Pelican, with Python-Markdown: https://docs.getpelican.com/."""

from contentlint.core.patterns import lazy
from contentlint.site.generator import Generator, Kind, Marker

GENERATOR = Generator(
    "pelican",
    "Pelican",
    schema="pelican",
    markers=(Marker(("pelicanconf.py",)),),
    configs=("pelicanconf.py",),
    kinds=(Kind("articles", ("content/**/*.md",), "pelican"),),
    not_content=frozenset({"output", "themes"}),
    marks=frozenset({"admonitions", "containers"}),
    extensions=frozenset({"definition-lists", "heading-attributes"}),
    allows_spaces_in_urls=True,
    shows_braces=True,
    # `Title: Low tide` of Python-Markdown's `meta` extension, or an HTML page.
    other_metadata=lazy(r"\s*(?:[\w-]+:[ \t]|<(?:!doctype|html)\b)"),
)

"""Pelican, with Python-Markdown: https://docs.getpelican.com/."""

from contentlint.core.patterns import lazy
from contentlint.site.dates import DATEUTIL_FAILS, DATEUTIL_SHIFTS, Dates
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
    shows_braces=True,
    # `Title: Low tide` of Python-Markdown's `meta` extension, or an HTML page.
    other_metadata=lazy(r"\s*(?:[\w-]+:[ \t]|<(?:!doctype|html)\b)"),
    dates=(
        Dates(
            frozenset({"date", "modified"}),
            "skips the article",
            any_case=True,
            fails=DATEUTIL_FAILS,
            shifts=DATEUTIL_SHIFTS,
            knows_timestamps=False,
            empty_fails=True,
            knows_midnight=False,
            quotes_are_text=True,
        ),
    ),
)

"""Nikola: https://getnikola.com/handbook.html."""

import re

from contentlint.core.patterns import lazy
from contentlint.site.dates import DATEUTIL_FAILS, DATEUTIL_SHIFTS, Dates
from contentlint.site.generator import Generator, Kind, Marker
from contentlint.site.reading import Reading, shapes

GENERATOR = Generator(
    "nikola",
    "Nikola",
    schema="nikola",
    reading=Reading(
        "ruamel",
        shapes("bom dashes-json blank-first blank-between comment-first"),
        dropped=shapes("named-json"),
        stops=shapes(
            "closing-indented closing-blank closing-text closing-short closing-long "
            "closing-dashes plus-yaml dashes-toml dots no-closing last-line only-text only-list "
            "only-null empty leading-rule leading-rules"
        ),
        splits_tags="comma",
        strings=frozenset({"slug"}),
    ),
    markers=(
        Marker(
            ("conf.py",),
            contains=lazy(r"^(?:BLOG_TITLE|POSTS|COMPILERS)[ \t]*=", re.MULTILINE),
        ),
    ),
    links="nikola",
    configs=("conf.py",),
    kinds=(
        Kind("posts", ("posts/**/*.md",), "nikola"),
        Kind("pages", ("pages/**/*.md",), "nikola"),
    ),
    not_content=frozenset({"output", "themes", "templates", "cache", "plugins", "files"}),
    templates=frozenset({"shortcodes"}),
    marks=frozenset({"admonitions", "display-maths"}),
    extensions=frozenset({"definition-lists", "heading-attributes"}),
    allows_spaces_in_urls=True,
    # `<!-- .. title: Low tide -->`, or a `.meta` file next to the post.
    other_metadata=lazy(r"(?!---|\+\+\+)"),
    dates=(
        Dates(
            frozenset({"date", "updated"}),
            "stops the build",
            fails=DATEUTIL_FAILS,
            shifts=DATEUTIL_SHIFTS,
            unit="none",
            empty_fails=True,
            knows_midnight=False,
        ),
    ),
)

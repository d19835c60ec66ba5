"""Nikola: https://getnikola.com/handbook.html."""

import re

from contentlint.core.patterns import lazy
from contentlint.site.generator import Generator, Kind, Marker

GENERATOR = Generator(
    "nikola",
    "Nikola",
    schema="nikola",
    markers=(
        Marker(
            ("conf.py",),
            contains=lazy(r"^(?:BLOG_TITLE|POSTS|COMPILERS)[ \t]*=", re.MULTILINE),
        ),
    ),
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
)

"""Sphinx with MyST-Parser: https://myst-parser.readthedocs.io/."""

from contentlint.core.patterns import lazy
from contentlint.site.generator import Generator, Kind, Marker

GENERATOR = Generator(
    "sphinx",
    "Sphinx",
    schema="sphinx",
    markers=(
        Marker(
            ("conf.py",),
            contains=lazy(r"[\"'](?:myst_parser|myst_nb|recommonmark)[\"']"),
        ),
        # Jupyter Book 1.
        Marker(("_toc.yml",), keys=frozenset({"format", "root", "parts", "chapters"})),
    ),
    configs=("conf.py",),
    kinds=(Kind("pages", ("**/*.md",), "sphinx"),),
    not_content=frozenset({"_build", "_static", "_templates"}),
    marks=frozenset({"containers", "percent-comments", "display-maths"}),
    extensions=frozenset({"definition-lists", "heading-attributes", "maths"}),
    takes_heading_as_title=True,
)

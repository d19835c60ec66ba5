"""Sphinx with MyST-Parser: https://myst-parser.readthedocs.io/."""

from contentlint.core.patterns import lazy
from contentlint.site.generator import Generator, Kind, Marker
from contentlint.site.reading import USUAL, Reading, shapes

GENERATOR = Generator(
    "sphinx",
    "Sphinx",
    schema="sphinx",
    reading=Reading(
        "pyyaml",
        USUAL
        | shapes(
            "bom closing-indented long longer closing-long named-yaml named-json opening-comment "
            "dots only-null empty leading-rule"
        ),
        dropped=shapes("dashes-toml named-toml only-text only-list"),
        cut=shapes("leading-rules"),
    ),
    markers=(
        Marker(
            ("conf.py",),
            contains=lazy(r"[\"'](?:myst_parser|myst_nb|recommonmark)[\"']"),
        ),
        # Jupyter Book 1.
        Marker(("_toc.yml",), keys=frozenset({"format", "root", "parts", "chapters"})),
    ),
    links="sphinx",
    configs=("conf.py",),
    fills_links=True,
    kinds=(Kind("pages", ("**/*.md",), "sphinx"),),
    not_content=frozenset({"_build", "_static", "_templates"}),
    marks=frozenset({"containers", "percent-comments", "display-maths"}),
    extensions=frozenset({"definition-lists", "heading-attributes", "maths"}),
    takes_heading_as_title=True,
)

"""Quarto, with Pandoc's Markdown: https://quarto.org/docs/guide/."""

from contentlint.core.records import replace
from contentlint.site.dialect import UNRECORDED
from contentlint.site.generator import Generator, Kind, Marker

GENERATOR = Generator(
    "quarto",
    "Quarto",
    schema="quarto",
    markers=(Marker(("_quarto.yml", "_quarto.yaml")),),
    configs=("_quarto.yml", "_quarto.yaml"),
    links="quarto",
    kinds=(Kind("documents", ("**/*.qmd",), "quarto"),),
    not_content=frozenset({"_site", "_book"}),
    # Cached results, extensions and libraries of rendered pages.
    never_content=frozenset({"_freeze", "_extensions", "site_libs"}),
    templates=frozenset({"shortcodes"}),
    marks=frozenset({"bracketed-attributes", "containers", "display-maths"}),
    extensions=frozenset({"definition-lists", "heading-attributes", "maths"}),
    dialect=replace(UNRECORDED, has_containers=True),
    shows_braces=True,
    takes_heading_as_title=True,
)

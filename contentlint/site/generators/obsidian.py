"""Obsidian vaults, which may be published directly: https://help.obsidian.md/."""

from contentlint.site.dialect import GFM
from contentlint.site.generator import Generator, Kind, Marker

GENERATOR = Generator(
    "obsidian",
    "Obsidian",
    schema="obsidian",
    markers=(Marker((".obsidian",)),),
    links="obsidian",
    kinds=(Kind("notes", ("**/*.md",), "obsidian"),),
    # Sites of other generators are often edited with it.
    precedence=1,
    marks=frozenset({"double-percent-comments", "wikilinks", "display-maths"}),
    extensions=frozenset({"maths"}),
    dialect=GFM,
    takes_heading_as_title=True,
)

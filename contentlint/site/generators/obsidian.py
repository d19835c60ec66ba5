"""Obsidian, a writer's vault that may be published as it is: https://help.obsidian.md/."""

from contentlint.site.generator import Generator, Kind, Marker

GENERATOR = Generator(
    "obsidian",
    "Obsidian",
    schema="obsidian",
    markers=(Marker((".obsidian",)),),
    kinds=(Kind("notes", ("**/*.md",), "obsidian"),),
    # The articles of a site of another generator are often written in it.
    precedence=1,
    marks=frozenset({"double-percent-comments", "wikilinks", "display-maths"}),
    extensions=frozenset({"maths"}),
    takes_heading_as_title=True,
)

"""Renders Markdown texts with Python-Markdown, set up as MkDocs and as Material for MkDocs do.

Reads a JSON array of texts from standard input; writes a JSON array of {renderer: HTML}.
"""

import json
import sys

import markdown

MKDOCS = ["toc", "tables", "fenced_code"]
# What Material's documentation advises to switch on.
MATERIAL = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.details", "pymdownx.highlight",
    "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.mark", "pymdownx.smartsymbols", "pymdownx.superfences",
    "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
]  # fmt: skip
OPTIONS = {
    "pymdownx.highlight": {"use_pygments": False},
    "pymdownx.tabbed": {"alternate_style": True},
}

answers = [
    {
        "mkdocs": markdown.markdown(text, extensions=MKDOCS),
        "material": markdown.markdown(text, extensions=MATERIAL, extension_configs=OPTIONS),
    }
    for text in json.load(sys.stdin)
]
sys.stdout.write(json.dumps(answers))

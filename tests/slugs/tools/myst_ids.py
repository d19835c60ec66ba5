"""Asks MyST-Parser, through docutils, for the ids of headings.

The argument is `anchors`: those of `myst_heading_anchors = 6`, or `docutils`: those of sections.
"""

import json
import os
import re
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.core import publish_doctree
from myst_parser.docutils_ import Parser


def answer(text: str, which: str) -> dict[str, Any]:
    """The ids of the headings of a document, and its other ids."""
    tree = publish_doctree(
        text,
        parser=Parser(),
        settings_overrides={
            "myst_heading_anchors": 6,
            "myst_enable_extensions": ["attrs_block"],
            "doctitle_xform": False,
            "report_level": 5,
            "raw_enabled": True,
        },
    )
    sections = list(tree.findall(nodes.section))
    slugs = {
        target[1]: slug for slug, target in getattr(tree, "myst_slugs", {}).items() if target[1]
    }
    ids = []
    for section in sections:
        own = section["ids"]
        slug = next((slugs[each] for each in own if each in slugs), None)
        ids.append(slug if which == "anchors" else own[0])
    others = [
        each for node in tree.findall(nodes.Element) if node not in sections for each in node["ids"]
    ]
    others += [each for section in sections for each in section["ids"][1:]]
    for raw in tree.findall(nodes.raw):
        others += re.findall(r"<[^>]* id=\"([^\"]*)\"", raw.astext())
    return {"ids": ids, "others": others}


if __name__ == "__main__":
    asked = json.loads(Path(os.environ["GENERATORS_INPUTS"]).read_text())
    found = []
    for document in asked:
        found.append(answer(document["text"], sys.argv[1]))
    versions = {name: version(name) for name in ("myst-parser", "docutils")}
    Path(os.environ["GENERATORS_ANSWERS"]).write_text(
        json.dumps({"versions": versions, "answers": found})
    )

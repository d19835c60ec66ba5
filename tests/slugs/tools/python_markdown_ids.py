"""Asks Python-Markdown for the ids of headings; the argument is the function that makes them.

Extensions are those that MkDocs has by default, and attribute lists.
"""

import json
import os
import sys
from importlib.metadata import version
from pathlib import Path

import markdown
from markdown.extensions.toc import slugify, slugify_unicode
from pymdownx.slugs import slugify as pymdownx

SLUGS = {
    "slugify": slugify,
    "slugify-unicode": slugify_unicode,
    "pymdownx": pymdownx(),
    "pymdownx-lower": pymdownx(case="lower"),
    "pymdownx-lower-ascii": pymdownx(case="lower-ascii"),
    "pymdownx-fold": pymdownx(case="fold"),
    "pymdownx-lower-percent": pymdownx(case="lower", percent_encode=True),
}

if __name__ == "__main__":
    asked = json.loads(Path(os.environ["GENERATORS_INPUTS"]).read_text())
    found = []
    for document in asked:
        found.append(
            {
                "html": markdown.markdown(
                    document["text"],
                    extensions=["toc", "tables", "fenced_code", "attr_list"],
                    extension_configs={"toc": {"slugify": SLUGS[sys.argv[1]]}},
                )
            }
        )
    versions = {name: version(name) for name in ("Markdown", "pymdown-extensions")}
    Path(os.environ["GENERATORS_ANSWERS"]).write_text(
        json.dumps({"versions": versions, "answers": found})
    )

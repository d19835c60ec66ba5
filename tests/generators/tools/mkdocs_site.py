"""MkDocs, or a post of Material's blog: their page objects, of one file.

`python mkdocs_site.py [material]`
"""

import logging
import sys
import tempfile
from pathlib import Path

from answers import Log, answer, moment, typed, versions, written
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

is_material = sys.argv[1:] == ["material"]
folder = Path(tempfile.mkdtemp())
docs = folder / "docs"
(docs / "blog" / "posts").mkdir(parents=True)
settings = "site_name: Sea\n"
if is_material:
    settings += "theme:\n  name: material\nplugins:\n  - blog\n"
(folder / "mkdocs.yml").write_text(settings)
name = "blog/posts/a.md" if is_material else "a.md"
log = Log()
logging.getLogger("mkdocs").addHandler(log)
config = load_config(str(folder / "mkdocs.yml"))


def one(text):
    written(docs / name, text)
    log.taken()
    file = File(name, str(docs), str(folder / "site"), use_directory_urls=True)
    if is_material:
        from material.plugins.blog.structure import Post

        page = Post(file, config)
        return {
            "title": typed(page.title),
            "data": typed(page.meta),
            "body": page.markdown,
            "published": not page.config.draft,
            "dates": {"date": moment(page.config.date.created)},
            "tags": typed(page.meta.get("tags")),
            "categories": typed(page.config.categories),
            "url": typed(page.config.slug),
            "log": log.taken(),
        }
    page = Page(None, file, config)
    page.read_source(config)
    body = page.markdown
    page.render(config, Files([file]))
    return {
        "title": typed(page.title),
        "data": typed(page.meta),
        "body": body,
        "log": log.taken(),
    }


answer(versions(*(("mkdocs-material",) if is_material else ()), "mkdocs", "PyYAML"), one)

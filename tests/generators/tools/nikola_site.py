"""Nikola: its post object, of one page of a site with the default settings."""

import logging
import os
import tempfile
from pathlib import Path

from answers import Log, answer, moment, typed, versions, written

folder = Path(tempfile.mkdtemp())
os.chdir(folder)
(folder / "pages").mkdir()
(folder / "posts").mkdir()

import nikola.utils  # noqa: E402
from nikola import Nikola  # noqa: E402
from nikola.post import Post  # noqa: E402

log = Log()
nikola.utils.LOGGER.addHandler(log)
logging.getLogger().addHandler(log)
site = Nikola(
    BLOG_TITLE="Sea",
    SITE_URL="https://example.org/",
    TIMEZONE="Asia/Tokyo",
    POSTS=(("posts/*.md", "posts", "post.tmpl"),),
    PAGES=(("pages/*.md", "pages", "page.tmpl"),),
    COMPILERS={"markdown": (".md",)},
)
site.init_plugins()
path = folder / "pages" / "a.md"


def one(text):
    written(path, text)
    log.taken()
    compiler = site.get_compiler("pages/a.md")
    found = Post(
        "pages/a.md",
        site.config,
        "pages",
        False,
        site.MESSAGES,
        "page.tmpl",
        compiler,
        metadata_extractors_by=site.metadata_extractors_by,
    )
    # As its compiler reads a file: line ends are `\n`, a byte order mark is no part of it.
    read = path.read_text(encoding="utf-8-sig")
    body, _ = compiler.compile_string(read, "pages/a.md", found.is_two_file, found, "en")
    meta = dict(found.meta["en"])
    return {
        "title": typed(found.title()),
        "data": typed(meta),
        "body": body,
        "published": not (found.is_draft or found.is_private),
        "status": found.post_status,
        "dates": {
            "date": "file" if "date" not in named(text) and "date" in meta else moment(found.date),
            "updated": moment(found.updated),
        },
        "tags": typed(found.tags),
        "categories": typed(meta.get("category")),
        "url": found.permalink(),
        "log": log.taken(),
    }


def named(text):
    """The keys that the text names, roughly: enough to know where a date has come from."""
    return {line.partition(":")[0].partition("=")[0].strip() for line in text.splitlines()}


answer(versions("nikola", "ruamel.yaml", "toml"), one)

"""Pelican: its readers and its article, of one file."""

import logging
import tempfile
from pathlib import Path

from answers import Log, answer, moment, typed, versions, written
from pelican.contents import Article
from pelican.readers import Readers
from pelican.settings import read_settings

folder = Path(tempfile.mkdtemp())
path = folder / "a.md"
# Without a date of their own articles are not read; the setting is here so that this is seen in
# the cells about dates alone.
settings = read_settings(
    override={
        "PATH": str(folder),
        "DEFAULT_DATE": "fs",
        "TIMEZONE": "Asia/Tokyo",
        "CACHE_CONTENT": False,
    }
)
log = Log()
logging.getLogger().addHandler(log)


def one(text):
    written(path, text)
    log.taken()
    found = Readers(settings).read_file(str(folder), "a.md", content_class=Article)
    valid = found.is_valid()
    logged = log.taken()
    metadata = found.metadata
    if not valid:
        return {"page": False, "log": logged, "data": typed(metadata)}
    return {
        "title": typed(metadata.get("title")),
        "data": typed(metadata),
        "body": found._content,
        "published": found.status == "published",
        "status": found.status,
        "dates": {name: moment(getattr(found, name, None)) for name in ("date", "modified")},
        "tags": [tag.name for tag in getattr(found, "tags", [])],
        "categories": [found.category.name] if getattr(found, "category", None) else [],
        "url": found.url,
        "log": logged,
    }


answer(versions("pelican", "Markdown"), one)

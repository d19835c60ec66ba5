"""Sphinx with MyST-Parser: its reading of one document in a site of one."""

import tempfile
from io import StringIO
from pathlib import Path

from answers import answer, typed, versions, written
from sphinx.application import Sphinx

folder = Path(tempfile.mkdtemp())
(folder / "conf.py").write_text('project = "Sea"\nextensions = ["myst_parser"]\n')
path = folder / "index.md"
written(path, "Mud.\n")
warnings = StringIO()
app = Sphinx(
    str(folder),
    str(folder),
    str(folder / "out"),
    str(folder / "tree"),
    "dummy",
    status=None,
    warning=warnings,
    freshenv=True,
)
from myst_parser.config.main import read_topmatter  # noqa: E402


def one(text):
    written(path, text)
    warnings.seek(0)
    warnings.truncate()
    app.emit("env-purge-doc", app.env, "index")
    app.env.clear_doc("index")
    app.env._pickled_doctree_cache.clear()
    app.env._write_doc_doctree_cache.clear()
    app.builder.read_doc("index")
    tree = app.env.get_doctree("index")
    metadata = dict(app.env.metadata["index"])
    read = {}
    try:
        read = read_topmatter(path.read_text(encoding="utf-8-sig")) or {}
    except Exception as error:
        read = {"$error": str(error)}
    logged = [line for line in warnings.getvalue().splitlines() if "isn't included" not in line]
    return {
        "title": metadata.get("title"),
        "data": typed(read),
        "body": tree.astext(),
        "log": " | ".join(logged) or None,
    }


answer(versions("sphinx", "myst-parser", "PyYAML"), one)

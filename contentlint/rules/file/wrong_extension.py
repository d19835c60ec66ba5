"""The content of a file does not match its extension.

The file is an image, a complete HTML page, a feed or another format, not an article. A generator
parses every `.md` file as Markdown and every `.html` file as HTML, and publishes the result.

Rename the file to match its content, or replace the content with the intended article.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, good, rule
from contentlint.rules.file._file_types import foreign_type

EXAMPLES = [
    good("<!doctype html>\n<html><body>潮</body></html>\n"),
    good("<svg viewBox='0 0 1 1'></svg> 👍 starts the article\n", path="a.md"),
    good("潮\n\n```html\n<!doctype html>\n```\n", path="a.md"),
    bad(
        "⟦<!DOCTYPE html>⟧\r\n<html><body>潮 👍</body></html>\r\n",
        "content is a complete HTML page, but the extension is `.md`; rename the file",
        path="a.md",
    ),
    bad(
        "⟦%PDF-1.7⟧\n1 0 obj\n",
        "content is a PDF file, but the extension is `.html`; rename the file",
    ),
    bad(
        "⟦\udc89PNG⟧\r\n\x1a\n\x00\x00\x00\rIHDR",
        "content is a PNG image, but the extension is `.md`; rename the file",
        path="a.md",
    ),
]


@rule(severity="error", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    found = document.once(foreign_type)
    if found is None:
        return
    text = document.text
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    end = min((text + "\n").index("\n", start), start + 40)
    end = start + len(text[start:end].rstrip("\r"))
    suffix = document.path.rpartition(".")[2]
    message = f"content is {found}, but the extension is `.{suffix}`; rename the file"
    yield Problem(Span(start, end), message)

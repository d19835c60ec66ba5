"""The file is not what its name says: a picture, a page or a feed, no article.

A generator reads `.md` as Markdown and `.html` as HTML, whatever is in it, and publishes what comes
out. Name the file by its content, or put the article there that was meant.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, good, rule
from contentlint.rules.file._kinds import kind

EXAMPLES = [
    good("<!doctype html>\n<html><body>潮</body></html>\n"),
    good("<svg viewBox='0 0 1 1'></svg> 👍 begins the article\n", path="a.md"),
    good("潮\n\n```html\n<!doctype html>\n```\n", path="a.md"),
    bad(
        "⟦<!DOCTYPE html>⟧\r\n<html><body>潮 👍</body></html>\r\n",
        "file is a whole HTML page and its name ends in `.md`; name it by what it is",
        path="a.md",
    ),
    bad(
        "⟦%PDF-1.7⟧\n1 0 obj\n",
        "file is a PDF file and its name ends in `.html`; name it by what it is",
    ),
    bad(
        "⟦\udc89PNG⟧\r\n\x1a\n\x00\x00\x00\rIHDR",
        "file is a PNG picture and its name ends in `.md`; name it by what it is",
        path="a.md",
    ),
]


@rule(severity="error", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    found = document.once(kind)
    if found is None:
        return
    text = document.text
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    end = min((text + "\n").index("\n", start), start + 40)
    end = start + len(text[start:end].rstrip("\r"))
    suffix = document.path.rpartition(".")[2]
    message = f"file is {found} and its name ends in `.{suffix}`; name it by what it is"
    yield Problem(Span(start, end), message)

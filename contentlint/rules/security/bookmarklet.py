"""A link is a bookmarklet.

Readers drag it to their bookmarks and run it on other pages. A click on the link runs it on this
page as well, with the privileges of the page, and a content security policy blocks it. Publish only
code that you have read; in articles by others, check what it does.

A link is a bookmarklet if the article uses the word and the link has a script that works on any
page. Other `javascript:` URLs are reported by `security/script-url`.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule
from contentlint.rules.security._bookmarklets import is_bookmarklet
from contentlint.rules.security._urls import url_text, urls

EXAMPLES = [
    good("A bookmarklet has a `javascript:` URL. [low](javascript:void(0)) [tide](/tide/)\n",
         path="a.md"),
    good("[low](javascript:(function(){open(location)})())\n", path="a.md"),
    bad(
        "潮 👍 ブックマークレット: [low](⟦javascript:(function(){open(location)})()⟧)\r\n",
        "bookmarklet: a click runs its script on this page; check what it does",
        path="a.md",
    ),
    bad(
        '<p>Bookmarklet: <a href="⟦javascript:location.href=%22/a?%22+document.title⟧">low</a></p>',
        "bookmarklet: a click runs its script on this page; check what it does",
    ),
]  # fmt: skip


@rule(severity="info", preset="recommended", since="0.2", when="test:security/may_run")
def check(document: Document) -> Problems:
    if "javascript:" not in document.once(url_text):
        return
    for url in document.once(urls):
        if is_bookmarklet(document, url):
            message = "bookmarklet: a click runs its script on this page; check what it does"
            yield Problem(url.span, message)

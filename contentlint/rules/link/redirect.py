"""An external URL is redirected permanently.

The server answers that the page has moved permanently (301, 308). Redirects cost readers time, and
stop working when the old host is switched off. Link to the new URL. A page that is redirected to
the home page of its site probably no longer exists; look for its content elsewhere.

Temporary redirects (302, 303, 307) are followed and not reported, nor are those whose target does
not answer with success.

Fix safety: unsafe, since the server chooses the new URL; open it before you commit it.

Runs with `contentlint check --online`.
"""

from contentlint.rule import (
    Answer,
    Document,
    Fix,
    Problem,
    Problems,
    Site,
    bad,
    cut,
    good,
    replace,
    rule,
)
from contentlint.rules.link._external import External, externals

_WEB = {
    "http://tide.example.org/low": Answer("moved", "", "https://tide.example.org/low"),
    "https://old.example.org/a?b=1&c=2": Answer("moved", "", "https://new.example.org/a?b=1&c=2"),
    "https://old.example.org/2011/ferry": Answer("moved", "", "https://old.example.org/"),
    "https://tide.example.org/gone": Answer("dead", "404"),
}
_SITE = Site(None, web=_WEB)

EXAMPLES = [
    good("[low](https://tide.example.org/low) [a](https://tide.example.org/gone)\n", path="a.md",
         site=_SITE),
    good("<pre>http://tide.example.org/low</pre>", site=_SITE),
    bad(
        "---\nsource: '⟦http://tide.example.org/low⟧'\n---\n\n"
        "[low](⟦http://tide.example.org/low#ebb⟧)\n",
        "`http://tide.example.org/low` has moved to `https://tide.example.org/low`; update it",
        "`http://tide.example.org/low#ebb` has moved to `https://tide.example.org/low#ebb`; "
        "update it",
        fixed="---\nsource: 'https://tide.example.org/low'\n---\n\n"
        "[low](https://tide.example.org/low#ebb)\n",
        path="a.md",
        site=_SITE,
    ),
    bad(
        "[low][a], [ebb][a] ⟦http://tide.example.org/low⟧\n\n"
        "[a]: ⟦http://tide.example.org/low⟧ 'b'\n",
        "`http://tide.example.org/low` has moved to `https://tide.example.org/low`; update it",
        "`http://tide.example.org/low` has moved to `https://tide.example.org/low`; update it",
        fixed="[low][a], [ebb][a] https://tide.example.org/low\n\n"
        "[a]: https://tide.example.org/low 'b'\n",
        path="a.md",
        site=_SITE,
    ),
    bad(
        "<a href='⟦https://old.example.org/a?b=1&amp;c=2⟧'>潮</a>",
        "`https://old.example.org/a?b=1&c=2` has moved to `https://new.example.org/a?b=1&c=2`; "
        "update it",
        fixed="<a href='https://new.example.org/a?b=1&amp;c=2'>潮</a>",
        site=_SITE,
    ),
    bad(
        "<a href='⟦https://old.example.org/2011/ferry⟧'>ferry</a>",
        "`https://old.example.org/2011/ferry` is redirected to the home page "
        "`https://old.example.org/`; the page may no longer exist",
        site=_SITE,
    ),
]  # fmt: skip


@rule(severity="info", preset="recommended", since="0.2", online=True)
def check(document: Document) -> Problems:
    for url in document.once(externals):
        answer = document.site.page(url.page)
        if answer is None or answer.fault != "moved":
            continue
        new = answer.url
        if url.fragment and "#" not in new:
            new = f"{new}#{url.fragment}"
        shown = f"`{cut(new.replace('`', '%60'), 80)}`"
        if _is_home(answer.url) and not _is_home(url.page):
            end = f"is redirected to the home page {shown}; the page may no longer exist"
            yield Problem(url.span, f"{url.shown} {end}", about=url.value)
            continue
        message = f"{url.shown} has moved to {shown}; update it"
        yield Problem(url.span, message, _fix(url, new), about=url.value)


def _fix(url: External, new: str) -> Fix | None:
    if not url.is_exact:
        return None
    text = new.replace("&", "&amp;") if url.in_html else new
    return replace(url.span, text, "replace it with the new URL", "unsafe", (url.span,))


def _is_home(url: str) -> bool:
    """Whether a URL is that of a whole site."""
    return url.partition("//")[2].partition("#")[0].partition("/")[2] == ""

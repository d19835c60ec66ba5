"""An external URL does not exist.

The server answers that the page does not exist (404) or has been removed (410), or the host name
does not exist. Readers see an error page, or no image. Link to the page's new URL or to an archived
copy, or remove the link. If a page exists all the same, because its server only answers browsers,
use `exclude` in `[online]`.

Other answers (401, 403, 429, 5xx, a timeout) say nothing about the page; they are only counted.

Runs with `contentlint check --online`.
"""

from contentlint.rule import Answer, Document, Problem, Problems, Site, bad, cut, good, rule
from contentlint.rules.link._external import externals

_WEB = {
    "https://tide.example.org/low": Answer("dead", "404"),
    "https://tide.example.org/": Answer("dead", "404"),
    "https://tide.example.org/a.png": Answer("dead", "410"),
    "https://tide.example.org/old": Answer("dead", "404", "https://tide.example.org/new/"),
    "https://gone.example.org/": Answer("dead", "host `gone.example.org` not found"),
    "http://tide.example.org/moved": Answer("moved", "", "https://tide.example.org/moved"),
}
_SITE = Site(None, web=_WEB)

EXAMPLES = [
    good("<a href='https://tide.example.org/high'>high</a> <code>https://tide.example.org/low</code>",
         site=_SITE),
    good("[moved](http://tide.example.org/moved) `https://tide.example.org/low`\n", path="a.md",
         site=_SITE),
    good("[low](https://tide.example.org/low)\n", path="a.md"),
    good("https://tide.example.org/low潮 `https://tide.example.org/low` https://tide.example.org/low{{x}}\n"
         "https://tide.example.org/<YEAR>/low https://tide.example.org/{year}\n",
         path="a.md", site=_SITE),
    bad(
        "See ⟦https://tide.example.org/low⟧. (⟦https://tide.example.org/low⟧), "
        "[https://tide.example.org/low](https://tide.example.org/high) [a][b] [b] ![b][]\n\n"
        "[b]: <⟦https://tide.example.org/a.png⟧>\n",
        "`https://tide.example.org/low` is dead: status 404; update or remove it",
        "`https://tide.example.org/low` is dead: status 404; update or remove it",
        "`https://tide.example.org/a.png` is dead: status 410; update or remove it",
        path="a.md",
        site=_SITE,
    ),
    bad(
        "---\nsource: ⟦https://gone.example.org/⟧\n---\n\n[low](⟦https://tide.example.org/low#a⟧) "
        "![a](⟦https://tide.example.org/a.png⟧) <⟦https://tide.example.org/low⟧>\n",
        "`https://gone.example.org/` is dead: host `gone.example.org` not found; "
        "update or remove it",
        "`https://tide.example.org/low#a` is dead: status 404; update or remove it",
        "`https://tide.example.org/a.png` is dead: status 410; update or remove it",
        "`https://tide.example.org/low` is dead: status 404; update or remove it",
        path="a.md",
        site=_SITE,
    ),
    bad(
        "<img src='⟦//tide.example.org/a.png⟧' srcset='⟦https://tide.example.org/high 1x, "
        "HTTPS://tide.example.org/a.png 2x⟧' alt='潮'><a href='⟦https://tide.example.org/old⟧'>a</a>",
        "`//tide.example.org/a.png` is dead: status 410; update or remove it",
        "`HTTPS://tide.example.org/a.png` is dead: status 410; update or remove it",
        "`https://tide.example.org/old` is dead: redirects to `https://tide.example.org/new/`, "
        "status 404; update or remove it",
        site=_SITE,
    ),
]  # fmt: skip


@rule(severity="error", preset="recommended", since="0.2", online=True)
def check(document: Document) -> Problems:
    for url in document.once(externals):
        answer = document.site.page(url.page)
        if answer is None or answer.fault != "dead":
            continue
        reason = f"status {answer.detail}" if answer.detail.isdigit() else answer.detail
        if answer.url:
            reason = f"redirects to `{cut(answer.url.replace('`', '%60'), 80)}`, {reason}"
        message = f"{url.shown} is dead: {reason}; update or remove it"
        yield Problem(url.span, message, about=url.value)

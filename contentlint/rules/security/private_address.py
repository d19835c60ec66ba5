"""A link points to a private host, which readers cannot reach.

`localhost`, `192.168.…` and `….local` are the author's own computer or network. Such a link was
usually copied from a preview; readers get an error, or something else that runs on their own
computer. Use the public URL. Links whose text shows the host, as in a tutorial, are allowed, and so
are such URLs without a path. If a command above the link starts a server, or the text above it
names the same host, the confidence is low: the reader is told to run that server.

Images are checked by `image/invalid-url` and `front-matter/wrong-image-host`.
"""

import re
from functools import cache, partial

from contentlint.rule import Confidence, Document, Problem, Problems, bad, cut, good, lazy, rule
from contentlint.rules.security._hosts import host_of, is_private, may_be_private
from contentlint.rules.security._urls import Url, front_matter_text, url_text, urls

EXAMPLES = [
    good("Open [http://localhost:4000/a](http://localhost:4000/a) <http://127.0.0.1/b>\n",
         path="a.md"),
    good("[your site](http://localhost:4000) `http://localhost/a`\n", path="a.md"),
    good("<a href='https://localhost.example/10.0.0.1'>潮</a><a href='/localhost/a'>a</a>"),
    good("```sh\nnpm run dev\n```\n\nOpen [the admin page](http://localhost:1337/admin/a).\n",
         path="a.md"),
    good("The gauge runs on http://localhost:9000. See [all](http://localhost:9000/a).\n",
         path="a.md"),
    bad(
        '<p>潮 👍</p>\r\n<a href="⟦http://localhost:4000/2024/03/terraces/⟧">low</a>',
        "`http://localhost:4000/2024/03/terraces/` points to a private host, "
        "which readers cannot reach; use the public URL",
    ),
    bad(
        "---\nsource: ⟦http://192.168.1.7:1313/a/⟧\ncover: http://localhost/a.png\n---\n[tide](⟦//nas.local/a/b.pdf⟧)\n",
        "`http://192.168.1.7:1313/a/` points to a private host, which readers cannot reach; "
        "use the public URL",
        "`//nas.local/a/b.pdf` points to a private host, which readers cannot reach; "
        "use the public URL",
        path="a.md",
    ),
]  # fmt: skip

_IMAGE = lazy(r"\.(?:png|jpe?g|gif|webp|svg|avif)(?:[?#]|$)", re.IGNORECASE)
# The first private hosts of an article, which are searched for in its text.
_MAX_SERVERS = 50
# Commands that start a server on the reader's computer.
_START = lazy(
    r"\b(?:npm|yarn|pnpm|bun|deno|npx)[ ](?:run[ ]|task[ ])?(?:start|dev|develop|serve|preview)\b|"
    r"(?:^[ \t>]*|&&[ ])(?:\$[ ])?(?:sudo[ ]|bundle[ ]exec[ ]|python3?[ ]|php[ ])?[\w./-]{2,40}[ ]"
    r"(?:server?|dev|develop|preview|runserver|start|up|run)\b|"
    r"`[\w./-]{2,40}[ ](?:server?|dev|develop|preview|runserver|start|up)[^`\n]{0,60}`|"
    r"\b(?:rails|docker|docker-compose|docker[ ]compose|flask|kubectl)[ ]"
    r"(?:s|server|run|up|start|proxy|port-forward)\b|-m[ ]http\.server|http-server\b|minikube",
    re.MULTILINE,
)
_LINK_ATTRIBUTES = frozenset({"href", "action", "formaction", "src", "data"})


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    if not may_be_private(document.once(url_text)):
        in_front = document.once(front_matter_text)
        if "//" not in in_front or not may_be_private(in_front.lower()):
            return
    started = cache(partial(_place_of_start, document))
    for url in document.once(urls):
        name = host_of(url.value)
        if name is None or not is_private(name) or not _is_link(url):
            continue
        if url.element is not None and name in url.element.text:
            continue
        path = url.value.partition("//")[2].partition("/")[2]
        confidence: Confidence = "high" if path else "medium"
        is_searched = started.cache_info().misses < _MAX_SERVERS
        if is_searched and url.element is not None and started(_server(url.value)) < url.span.start:
            confidence = "low"
        message = (
            f"`{cut(url.value)}` points to a private host, which readers cannot reach; "
            "use the public URL"
        )
        yield Problem(url.span, message, confidence=confidence)


def _server(url: str) -> str:
    """The host and the port of a URL."""
    return url.partition("//")[2].partition("/")[0]


def _place_of_start(document: Document, server: str) -> int:
    """Where the article first starts a server or names this one outside a link; else its end."""
    text, start = document.text, document.body.start
    mention = re.compile(rf"(?<!\]\()(?<![\"'=<(/])(?:https?://)?{re.escape(server)}")
    found = (_START.search(text, start), mention.search(text, start))
    return min((match.start() for match in found if match), default=len(text))


def _is_link(url: Url) -> bool:
    if url.element is None:
        return _IMAGE.search(url.value) is None
    return url.name in _LINK_ATTRIBUTES and url.tag not in ("img", "source")

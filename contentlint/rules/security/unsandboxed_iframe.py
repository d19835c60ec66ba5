"""A frame shows a page of another site without a fence.

Without `sandbox` the page in it may open windows, send forms and lead the reader away from the
article. Write `sandbox` with what it needs, or name its host in `hosts`: the players and maps that
articles embed everywhere are there from the start. `allow-scripts` with `allow-same-origin` fences
nothing in where the framed page is of one's own site.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.security._hosts import host_of, is_at
from contentlint.rules.security._urls import as_browsers_read

EXAMPLES = [
    good("<iframe sandbox src=//tide.example></iframe><iframe src=/a.html title=潮></iframe>"),
    good("<iframe src='https://www.youtube.com/embed/a'></iframe>\n", path="a.md"),
    good("<iframe src='https://a.tide.example'></iframe>", hosts=("tide.example",)),
    bad(
        '<p>潮 👍</p>\r\n⟦<iframe src="https://tide.example/a">⟧</iframe>',
        "page of `tide.example` stands in a frame without `sandbox`; "
        "write it, or name the host in `hosts`",
    ),
    bad(
        "⟦<iframe src='//www.youtube.com.evil.example/a'>⟧</iframe>\n",
        "page of `www.youtube.com.evil.example` stands in a frame without `sandbox`; "
        "write it, or name the host in `hosts`",
        path="a.md",
    ),
]

_HOSTS = (
    "youtube.com",
    "youtube-nocookie.com",
    "player.vimeo.com",
    "player.bilibili.com",
    "v.qq.com",
    "player.youku.com",
    "music.163.com",
    "open.spotify.com",
    "w.soundcloud.com",
    "google.com",
    "openstreetmap.org",
    "codepen.io",
    "codesandbox.io",
    "jsfiddle.net",
    "stackblitz.com",
)


@rule(
    severity="warning",
    preset="strict",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/iframe-embed-object.html#attr-iframe-sandbox",
)
def check(document: Document, *, hosts: tuple[str, ...] = _HOSTS) -> Problems:
    """
    Args:
        hosts: those whose pages need no fence, with all hosts below them.
    """
    for element in document.elements("iframe"):
        attribute = element.get("src")
        if attribute is None or attribute.templated or element.get("sandbox") is not None:
            continue
        name = host_of(as_browsers_read(attribute.value or ""))
        if name and not is_at(name, hosts):
            message = (
                f"page of `{cut(name)}` stands in a frame without `sandbox`; "
                "write it, or name the host in `hosts`"
            )
            yield Problem(element.span, message)

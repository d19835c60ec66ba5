"""An iframe shows a page of another site without a sandbox.

Without the `sandbox` attribute the embedded page can open windows, submit forms and navigate the
reader away from the article. Add `sandbox` with the permissions that the page needs, or add its
host to `allowed-hosts`, which lists common video players and maps by default. `allow-scripts`
together with `allow-same-origin` gives no protection against a page of the same origin.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.security._hosts import host_of, is_listed
from contentlint.rules.security._urls import browser_url

EXAMPLES = [
    good("<iframe sandbox src=//tide.example></iframe><iframe src=/a.html title=潮></iframe>"),
    good("<iframe src='https://www.youtube.com/embed/a'></iframe>\n", path="a.md"),
    good("<iframe src='https://a.tide.example'></iframe>", allowed_hosts=("tide.example",)),
    bad(
        '<p>潮 👍</p>\r\n⟦<iframe src="https://tide.example/a">⟧</iframe>',
        "iframe from `tide.example` has no `sandbox` attribute; "
        "add one, or add the host to `allowed-hosts`",
    ),
    bad(
        "⟦<iframe src='//www.youtube.com.evil.example/a'>⟧</iframe>\n",
        "iframe from `www.youtube.com.evil.example` has no `sandbox` attribute; "
        "add one, or add the host to `allowed-hosts`",
        path="a.md",
    ),
]

_ALLOWED_HOSTS = (
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
    when="tag:iframe",
)
def check(document: Document, *, allowed_hosts: tuple[str, ...] = _ALLOWED_HOSTS) -> Problems:
    """
    Args:
        allowed_hosts: hosts, including subdomains, that need no sandbox.
    """
    for element in document.elements("iframe"):
        attribute = element.get("src")
        if attribute is None or attribute.templated or element.get("sandbox") is not None:
            continue
        name = host_of(browser_url(attribute.value or ""))
        if name and not is_listed(name, allowed_hosts):
            message = (
                f"iframe from `{cut(name)}` has no `sandbox` attribute; "
                "add one, or add the host to `allowed-hosts`"
            )
            yield Problem(element.span, message)

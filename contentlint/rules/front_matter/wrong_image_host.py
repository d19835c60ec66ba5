"""An image is on a host that readers cannot reach, or that is not allowed.

`localhost` and IP addresses such as `192.168.0.2` belong to the author's own computer or network.
Set `blocked-hosts` to hosts that forbid embedding or delete their images, or `allowed-hosts` to the
only hosts that the site uses. Move the image to another host.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, host, lazy, rule
from contentlint.rules.front_matter._images import images, is_url

EXAMPLES = [
    good("---\ncover: https://img.example.org/a.png\nthumbnail: /localhost/a.png\n---\n"),
    good("---\ncover: https://10.example.org/a.png\nlink: http://localhost/\n---\n"),
    good("---\ncover: //img.example.org/a.png\n---\n", allowed_hosts=("example.org",)),
    bad(
        "---\ncover: ⟦http://localhost:4000/a.png⟧\nimages:\n  - ⟦'http://192.168.0.2/a.png'⟧\n---\n",
        "`cover` points to `localhost`, which readers cannot reach",
        "`images.0` points to `192.168.0.2`, which readers cannot reach",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\ncover: ⟦https://a.example.com/a.png⟧\r\n---\r\n",
        "`cover`: host `a.example.com` is blocked; use another one",
        blocked_hosts=("example.com",),
    ),
    bad(
        "---\ncover:\n  image: ⟦https://a.example.com/a.png⟧\n---\n",
        "`cover.image`: host `a.example.com` is not allowed; use `example.org`",
        allowed_hosts=("example.org",),
    ),
]

_UNREACHABLE = lazy(
    r"localhost|.*\.local(?:host)?|0\.0\.0\.0|::1|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+"
    r"|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+"
)


@rule(severity="error", preset="recommended", since="0.1", when="test:front-matter/has_images")
def check(
    document: Document,
    *,
    allowed_hosts: tuple[str, ...] = (),
    blocked_hosts: tuple[str, ...] = (),
) -> Problems:
    """
    Args:
        allowed_hosts: only hosts that images may be on, subdomains included; empty: any host.
        blocked_hosts: hosts that images must not be on, subdomains included.
    """
    for image in document.once(images):
        name = host(image.url) if is_url(image.url) else None
        if name is None:
            continue
        if _UNREACHABLE.fullmatch(name):
            message = f"`{image.key}` points to `{cut(name)}`, which readers cannot reach"
        elif _is_below(name, blocked_hosts):
            message = f"`{image.key}`: host `{cut(name)}` is blocked; use another one"
        elif allowed_hosts and not _is_below(name, allowed_hosts):
            hosts = " or ".join(f"`{known}`" for known in allowed_hosts[:3])
            message = f"`{image.key}`: host `{cut(name)}` is not allowed; use {hosts}"
        else:
            continue
        yield Problem(image.span, message)


def _is_below(name: str, hosts: tuple[str, ...]) -> bool:
    return any(name == known or name.endswith(f".{known}") for known in hosts)

"""A picture's address leads to a host from which no reader gets it.

`localhost` and addresses such as `192.168.0.2` are the writer's own computer or network. Which
other hosts a site refuses (they forbid it, or vanish), or which alone it allows, is for the options
to say.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, host, lazy, rule
from contentlint.rules.front_matter._images import images, is_url

EXAMPLES = [
    good("---\ncover: https://img.example.org/a.png\nthumbnail: /localhost/a.png\n---\n"),
    good("---\ncover: https://10.example.org/a.png\nlink: http://localhost/\n---\n"),
    good("---\ncover: //img.example.org/a.png\n---\n", allowed=("example.org",)),
    bad(
        "---\ncover: ⟦http://localhost:4000/a.png⟧\nimages:\n  - ⟦'http://192.168.0.2/a.png'⟧\n---\n",
        "cover leads to `localhost`, which no reader can reach",
        "images.0 leads to `192.168.0.2`, which no reader can reach",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\ncover: ⟦https://a.example.com/a.png⟧\r\n---\r\n",
        "cover leads to `a.example.com`, from where pictures are refused",
        refused=("example.com",),
    ),
    bad(
        "---\ncover:\n  image: ⟦https://a.example.com/a.png⟧\n---\n",
        "cover.image leads to `a.example.com`; pictures come from `example.org`",
        allowed=("example.org",),
    ),
]

_OWN = lazy(
    r"localhost|.*\.local(?:host)?|0\.0\.0\.0|::1|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+"
    r"|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+"
)


@rule(severity="error", preset="recommended", since="0.1")
def check(
    document: Document, *, allowed: tuple[str, ...] = (), refused: tuple[str, ...] = ()
) -> Problems:
    """
    Args:
        allowed: the only hosts that pictures may come from, with all hosts below them.
        refused: hosts that they may not come from, with all hosts below them.
    """
    for image in images(document):
        name = host(image.url) if is_url(image.url) else None
        if name is None:
            continue
        if _OWN.fullmatch(name):
            fault = "which no reader can reach"
        elif _is_below(name, refused):
            fault = "from where pictures are refused"
        elif allowed and not _is_below(name, allowed):
            hosts = ", ".join(f"`{known}`" for known in allowed[:3])
            message = f"{image.key} leads to `{cut(name)}`; pictures come from {hosts}"
            yield Problem(image.span, message)
            continue
        else:
            continue
        yield Problem(image.span, f"{image.key} leads to `{cut(name)}`, {fault}")


def _is_below(name: str, hosts: tuple[str, ...]) -> bool:
    return any(name == known or name.endswith(f".{known}") for known in hosts)

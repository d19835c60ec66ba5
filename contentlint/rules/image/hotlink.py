"""A picture is shown from somebody else's server.

Its owner pays for the traffic, learns who reads the article, and can change or remove the picture
at any time; many refuse such requests, and readers see a broken one. Put a copy on the own site,
with leave and credit.

The own host is taken from the generator's configuration; without it, or `own`, nothing is said.
"""

from contentlint.rule import Document, Problem, Problems, Site, bad, good, host, rule

_HERE = Site("hexo", host="tide.example.org")

EXAMPLES = [
    good("![Ferry](/img/a.png) ![b](https://tide.example.org/b.png)\n", path="a.md", site=_HERE),
    good("![Ferry](https://img.example.org/a.png)\n", path="a.md", site=_HERE),
    good("![Ferry](https://harbour.example.com/a.png)\n", path="a.md"),
    good("![Badge](https://img.shields.io/badge/a-b-green)\n", path="a.md", site=_HERE),
    good(
        "![Ferry](https://cdn.example.net/a.png)\n",
        path="a.md",
        own=("example.org",),
        hosts=("cdn.example.net",),
    ),
    bad(
        "👍 ![Ferry](⟦https://harbour.example.com/a.png⟧)\r\n",
        "picture is shown from `harbour.example.com`; put a copy on the own site",
        path="a.md",
        site=_HERE,
    ),
    bad(
        "---\ntitle: 潮\ncover: ⟦//harbour.example.com/a.png⟧\n---\n",
        "picture is shown from `harbour.example.com`; put a copy on the own site",
        own=("example.org",),
    ),
]

# Where people put pictures of their own, and services that are there to be shown from.
_HOSTS = (
    "aliyuncs.com",
    "amazonaws.com",
    "azureedge.net",
    "b-cdn.net",
    "bcebos.com",
    "blob.core.windows.net",
    "clouddn.com",
    "cloudflare.com",
    "cloudfront.net",
    "cloudinary.com",
    "digitaloceanspaces.com",
    "discordapp.com",
    "github.com",
    "github.io",
    "githubassets.com",
    "githubusercontent.com",
    "gitee.com",
    "giphy.com",
    "googleapis.com",
    "googleusercontent.com",
    "gravatar.com",
    "ibb.co",
    "imagekit.io",
    "imgix.net",
    "imgse.com",
    "imgur.com",
    "jsdelivr.net",
    "loli.net",
    "mermaid.ink",
    "myqcloud.com",
    "netlify.app",
    "notion.so",
    "pexels.com",
    "postimg.cc",
    "qiniucdn.com",
    "qiniudn.com",
    "r2.dev",
    "shields.io",
    "sm.ms",
    "staticflickr.com",
    "travis-ci.org",
    "unpkg.com",
    "unsplash.com",
    "upyun.com",
    "vercel.app",
    "wikimedia.org",
    "wp.com",
    "ytimg.com",
)


@rule(severity="info", preset="all", since="0.1")
def check(
    document: Document, *, own: tuple[str, ...] = (), hosts: tuple[str, ...] = _HOSTS
) -> Problems:
    """
    Args:
        own: hosts of the own site, with all hosts below them; the generator's is known.
        hosts: other hosts that pictures may be shown from, with all hosts below them.
    """
    foreign = [
        (image, name)
        for image in document.images
        if (name := host(image.url)) is not None and not _is_below(name, hosts)
    ]
    if not foreign:
        return
    here = document.site.own_host
    ours = (*own, _site_of(here)) if here else own
    for image, name in foreign:
        if ours and not _is_below(name, ours):
            message = f"picture is shown from `{name}`; put a copy on the own site"
            yield Problem(image.span, message)


def _is_below(name: str, hosts: tuple[str, ...]) -> bool:
    return any(name == one or name.endswith(f".{one}") for one in hosts)


def _site_of(name: str) -> str:
    """The part of a host that its neighbours share: example.org of tide.example.org."""
    parts = name.split(".")
    is_short = len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2
    return ".".join(parts[-3:] if is_short else parts[-2:])

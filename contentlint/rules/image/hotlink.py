"""An image is loaded from another site's server.

The owner of the server pays for the traffic, learns who reads the article, and can change or remove
the image at any time. Many servers block such requests, and readers see a broken image. Host a copy
on your own site, with permission and credit.

Your own host is read from the generator's configuration. Without it and without `own-hosts`,
nothing is reported.
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
        own_hosts=("example.org",),
        allowed_hosts=("cdn.example.net",),
    ),
    bad(
        "👍 ![Ferry](⟦https://harbour.example.com/a.png⟧)\r\n",
        "image is loaded from `harbour.example.com`; host a copy on your own site",
        path="a.md",
        site=_HERE,
    ),
    bad(
        "---\ntitle: 潮\ncover: ⟦//harbour.example.com/a.png⟧\n---\n",
        "image is loaded from `harbour.example.com`; host a copy on your own site",
        own_hosts=("example.org",),
    ),
]

# Hosts for uploads, and services whose images are meant to be embedded.
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


@rule(severity="info", preset="all", since="0.1", when="has:images")
def check(
    document: Document,
    *,
    own_hosts: tuple[str, ...] = (),
    allowed_hosts: tuple[str, ...] = _HOSTS,
) -> Problems:
    """
    Args:
        own_hosts: hosts of your site, including subdomains; the host in the generator's
            configuration is always included.
        allowed_hosts: other hosts that images may be loaded from, including subdomains.
    """
    foreign = [
        (image, name)
        for image in document.images
        if (name := host(image.url)) is not None and not _is_below(name, allowed_hosts)
    ]
    if not foreign:
        return
    site_host = document.site.own_host
    own = (*own_hosts, _registrable_domain(site_host)) if site_host else own_hosts
    for image, name in foreign:
        if own and not _is_below(name, own):
            message = f"image is loaded from `{name}`; host a copy on your own site"
            yield Problem(image.span, message)


def _is_below(name: str, hosts: tuple[str, ...]) -> bool:
    return any(name == one or name.endswith(f".{one}") for one in hosts)


def _registrable_domain(name: str) -> str:
    """The domain without subdomains, by rule of thumb: `example.org` of `tide.example.org`."""
    parts = name.split(".")
    is_short = len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2
    return ".".join(parts[-3:] if is_short else parts[-2:])

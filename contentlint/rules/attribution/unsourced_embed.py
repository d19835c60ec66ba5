"""An embedded post, video or map has no title, caption or link.

The content of an `<iframe>` or `<embed>` is someone else's work, and it disappears when the host
removes it or the reader's browser blocks it. Without a title, a caption or a link, nothing tells
the reader what it was and who made it.

Add a `title` that names the work and its author, a caption, or a link next to the embed.
"""

import re

from contentlint.rule import Document, Element, Problem, Problems, bad, good, host, lazy, rule

EXAMPLES = [
    good("<iframe src='https://www.youtube.com/embed/x' title='Low tide, by Mara'></iframe>"),
    good(
        "<figure><iframe src='https://player.vimeo.com/video/1'></iframe>"
        "<figcaption>Mara Ellwood</figcaption></figure>"
    ),
    good(
        "<p><iframe src='https://www.youtube.com/embed/x'></iframe></p>\n"
        "<p><a href='https://www.youtube.com/watch?v=x'>Low tide</a></p>"
    ),
    good("<iframe src='/chart.html'></iframe>"),
    good("<iframe src='https://example.org/chart.html'></iframe>"),
    bad(
        "<p>Low tide 👍.</p>\r\n⟦<iframe src='https://www.youtube.com/embed/x'>⟧</iframe>\r\n<p>a</p>",
        "embed from `www.youtube.com` has no credit; add a `title`, a caption or a link",
    ),
    bad(
        "Ebb.\n\n⟦<iframe src='//player.bilibili.com/p.html?aid=1' title='video'>⟧</iframe>\n",
        "embed from `player.bilibili.com` has no credit; add a `title`, a caption or a link",
        path="a.md",
    ),
    bad(
        "⟦<iframe src='https://video.example.org/1'>⟧</iframe>",
        "embed from `video.example.org` has no credit; add a `title`, a caption or a link",
        embed_hosts=("video.example.org",),
    ),
]

# Hosts whose content is embedded in other sites.
_HOSTS = (
    "bilibili.com",
    "codepen.io",
    "dailymotion.com",
    "facebook.com",
    "giphy.com",
    "instagram.com",
    "nicovideo.jp",
    "open.spotify.com",
    "platform.twitter.com",
    "player.youku.com",
    "rutube.ru",
    "soundcloud.com",
    "speakerdeck.com",
    "tiktok.com",
    "tudou.com",
    "tv.naver.com",
    "v.qq.com",
    "vimeo.com",
    "vk.com",
    "youtube-nocookie.com",
    "youtube.com",
)
# Default titles in embed codes of hosts, and generic words.
_USELESS = lazy(
    r"(?:(?:youtube|vimeo|bilibili|embedded|embed) )?"
    r"(?:video|player|iframe|embed|frame|content|map|视频|動画|영상)(?: player)?\Z|\Z",
    re.IGNORECASE,
)
_LINK = lazy(r"<a\s[^<>]*href|\]\(", re.IGNORECASE)
# Maximum distance of the link before or after an embed, in code points.
_NEAR = 200


@rule(severity="info", preset="strict", since="0.1", when="tag:iframe,embed")
def check(document: Document, *, embed_hosts: tuple[str, ...] = _HOSTS) -> Problems:
    """
    Args:
        embed_hosts: hosts whose embedded content needs a credit, including subdomains.
    """
    for element in document.elements("iframe", "embed"):
        name = host(element.value("src"))
        if name is None or not any(name == one or name.endswith(f".{one}") for one in embed_hosts):
            continue
        if _USELESS.match(element.value("title").strip()) and not _has_caption_or_link(
            document, element
        ):
            message = f"embed from `{name}` has no credit; add a `title`, a caption or a link"
            yield Problem(element.span, message)


def _has_caption_or_link(document: Document, element: Element) -> bool:
    """Whether an embed has a caption, or a link next to it."""
    figure = element.closest("figure")
    if figure is not None and any(child.tag == "figcaption" for child in figure.children):
        return True
    end = element.end_span.end if element.end_span is not None else element.span.end
    text = document.text
    before = text[max(element.span.start - _NEAR, document.body.start) : element.span.start]
    return bool(_LINK.search(before) or _LINK.search(text, end, end + _NEAR))

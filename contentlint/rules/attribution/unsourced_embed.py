"""An embedded post, video or map does not say whose it is.

What an `<iframe>` or an `<embed>` shows belongs to somebody else, and is gone when its host is, or
when a reader blocks it; then nothing tells what stood there. Name or link it: a `title` that says
whose it is, a caption, a link beside it.
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
        "embed from `www.youtube.com` does not say whose it is; add a caption or a link",
    ),
    bad(
        "Ebb.\n\n⟦<iframe src='//player.bilibili.com/p.html?aid=1' title='video'>⟧</iframe>\n",
        "embed from `player.bilibili.com` does not say whose it is; add a caption or a link",
        path="a.md",
    ),
    bad(
        "⟦<iframe src='https://video.example.org/1'>⟧</iframe>",
        "embed from `video.example.org` does not say whose it is; add a caption or a link",
        hosts=("video.example.org",),
    ),
]

# Where people publish what others embed.
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
# Titles that hosts write into the code to copy, and words that name no one.
_USELESS = lazy(
    r"(?:(?:youtube|vimeo|bilibili|embedded|embed) )?"
    r"(?:video|player|iframe|embed|frame|content|map|视频|動画|영상)(?: player)?\Z|\Z",
    re.IGNORECASE,
)
_LINK = lazy(r"<a\s[^<>]*href|\]\(", re.IGNORECASE)
# How far before and behind an embed its link or caption may stand.
_NEAR = 200


@rule(severity="info", preset="strict", since="0.1")
def check(document: Document, *, hosts: tuple[str, ...] = _HOSTS) -> Problems:
    """
    Args:
        hosts: where people publish what others embed; each stands for its subdomains, too.
    """
    for element in document.elements("iframe", "embed"):
        name = host(element.value("src"))
        if name is None or not any(name == one or name.endswith(f".{one}") for one in hosts):
            continue
        if _USELESS.match(element.value("title").strip()) and not _is_told(document, element):
            message = f"embed from `{name}` does not say whose it is; add a caption or a link"
            yield Problem(element.span, message)


def _is_told(document: Document, element: Element) -> bool:
    """Whether a caption or a link stands with an embed."""
    figure = element.closest("figure")
    if figure is not None and any(child.tag == "figcaption" for child in figure.children):
        return True
    end = element.end_span.end if element.end_span is not None else element.span.end
    text = document.text
    before = text[max(element.span.start - _NEAR, document.body.start) : element.span.start]
    return bool(_LINK.search(before) or _LINK.search(text, end, end + _NEAR))

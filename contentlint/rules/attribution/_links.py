"""Links to the original of an article: which of them lead to an article at all."""

import re
from typing import Literal
from urllib.parse import unquote, urlsplit

from contentlint.rule import Document, host, is_templated, lazy
from contentlint.rules.attribution._words import SHORTENERS

# What a link points to; only an article can be the original.
Target = Literal["article", "home", "shortener", "profile", "redirect", "nothing"]

# Values that scripts leave where there was none.
_LEFT_OVER = lazy(
    r"(?:^|[/=])(?:undefined|null|none|nan|nil|todo|xxx+|\[object%20object\])/?$", re.IGNORECASE
)
# Pages about a user of a platform, instead of an article.
_PROFILES = (
    (lazy(r"(?:^|\.)medium\.com$"), lazy(r"/@[\w.-]+/?$|/?$")),
    # On a host of its own, each user has articles right below the home page.
    (lazy(r"(?:^|\.)(?:dev\.to|hashnode\.com)$"), lazy(r"/@?[\w.-]+/?$|/?$")),
    (lazy(r"(?:^|\.)juejin\.(?:cn|im)$"), lazy(r"/user/\d+")),
    (lazy(r"(?:^|\.)zhihu\.com$"), lazy(r"/(?:people|org|column)/[^/]+/?$|/[a-z-]+/?$|/c_\d+/?$")),
    (
        lazy(
            r"^(?:www\.|m\.)?(?:twitter\.com|x\.com|facebook\.com|instagram\.com|github\.com|gitee\.com|t\.me|vk\.com)$"
        ),
        lazy(r"/[\w.@-]+/?$"),
    ),
    (lazy(r"(?:^|\.)linkedin\.com$"), lazy(r"/(?:in|company)/[^/]+/?$")),
    (
        lazy(
            r"(?:^|\.)(?:note\.com|velog\.io|brunch\.co\.kr|qiita\.com|zenn\.dev|viblo\.asia|substack\.com)$"
        ),
        lazy(r"/(?:u/)?@?[\w.-]+/?$"),
    ),
    (lazy(r"(?:^|\.)habr\.com$"), lazy(r"/(?:\w\w/)?(?:users|company|companies)/[^/]+/?$")),
    (
        lazy(
            r"(?:^|\.)(?:weibo\.com|jianshu\.com|segmentfault\.com|csdn\.net|cnblogs\.com|oschina\.net|blog\.csdn\.net)$"
        ),
        lazy(r"/u/[^/]+/?$|/[\w-]+/?$"),
    ),
    (lazy(r"(?:^|\.)(?:youtube\.com)$"), lazy(r"/(?:@|c/|user/|channel/)[^/]+/?$")),
    (
        lazy(r""),
        lazy(r"/(?:u|user|users|people|profile|profiles|authors?|members?|space)/@?[^/]+/?$"),
    ),
)
# Pages that send the reader on to the URL in their query.
_REDIRECT = lazy(
    r"(?:/action/gotolink|/go(?:to)?(?:link)?|/redirect|/link|/out|/jump|/leave|/l\.php|/url)/?\?(?:.*&)?"
    r"\w*=(?:https?(?::|%3a))|[?&](?:to|target|url|goto|redirect(?:_url|_to)?)=https?(?::|%3a)",
    re.IGNORECASE,
)
_MAX_URL = 2000
# Ways to pass a page on to others.
_SHARING = lazy(
    r"facebook\.com/sharer?|twitter\.com/(?:intent|share)|/share\.php|/sharer|linkedin\.com/share|"
    r"b\.hatena\.ne\.jp|/intent/tweet|mailto:|api\.whatsapp|t\.me/share|pinterest\.com/pin/create|/submit\?|javascript:",
    re.IGNORECASE,
)


def target(document: Document, url: str, shorteners: tuple[str, ...] = SHORTENERS) -> Target:
    """What a link points to.

    Args:
        document: the article with the link.
        url: the URL.
        shorteners: hosts of URL shorteners.
    """
    if is_templated(url):
        return "article"
    url = url.strip()[:_MAX_URL]
    if url.startswith("www."):
        url = f"https://{url}"
    name = host(url)
    if name is None or _LEFT_OVER.search(unquote(url)) or _SHARING.search(url):
        return "nothing"
    if name.removeprefix("www.") in shorteners:
        return "shortener"
    parts = urlsplit(url)
    if parts.path in ("", "/") and not parts.query and not parts.fragment.strip("/!"):
        return "home"
    if _REDIRECT.search(url):
        return "redirect"
    if not parts.query and any(
        hosts.search(name) and path.match(parts.path) for hosts, path in _PROFILES
    ):
        return "profile"
    own = document.site.own_host
    return "nothing" if own is not None and own == name else "article"

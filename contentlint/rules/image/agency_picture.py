"""A picture has the file name that an agency gave it, which sells it.

The name that a picture had at Getty, Shutterstock or 视觉中国 says where it was taken from. They
search the web for their pictures and send bills. With a credit beside it the licence was most
likely bought, and nothing is said.

Buy the licence and write the credit that it asks for, or take another picture.
"""

import re
from urllib.parse import unquote, urlsplit

from contentlint.rule import Document, Problem, Problems, bad, cut, good, host, rule

EXAMPLES = [
    good("![Ferry](/img/getty-museum.jpg) ![Tide](/img/alamy-river-in-spring.jpg)\n", path="a.md"),
    good(
        "![Ferry](/img/gettyimages-123456789.jpg)\nPhoto: Mara Ellwood / Getty Images\n",
        path="a.md",
    ),
    good("![AP](/img/ap-access-point.png) ![VCG](/img/vcg-logo.png)\n", path="a.md"),
    good("---\ntitle: a\ncover: /img/shutterstock_123456789.jpg\ncredit: Shutterstock\n---\n"),
    good("<p>Their names begin with gettyimages-123456789.</p>"),
    good("![Logo](/img/reuters-logo.svg)\n", path="a.md"),
    bad(
        "👍 ![Ferry](⟦/img/gettyimages-1234567890-612x612.jpg⟧)\r\n",
        "`gettyimages-1234567890-612x612.jpg` is the name of a picture of Getty Images; "
        "buy it and credit it, or take another",
        path="a.md",
    ),
    bad(
        "---\ntitle: 潮\ncover: ⟦https://example.org/u/shutterstock_1234567890.jpg⟧\n---\n",
        "`shutterstock_1234567890.jpg` is the name of a picture of Shutterstock; "
        "buy it and credit it, or take another",
    ),
    bad(
        "<img alt='' src='⟦https://media.gettyimages.com/id/1/photo/a.jpg⟧'>"
        "<img alt='' src='⟦/img/VCG111234567890.jpg⟧'>",
        "`a.jpg` is a picture at Getty Images; buy it and credit it, or take another",
        "`VCG111234567890.jpg` is the name of a picture of 视觉中国; "
        "buy it and credit it, or take another",
    ),
    bad(
        "![Ferry](⟦/img/AdobeStock_123456789_Preview.jpeg⟧)\n",
        "`AdobeStock_123456789_Preview.jpeg` is the name of a picture of Adobe Stock; "
        "buy it and credit it, or take another",
        path="a.md",
    ),
]

# The names that pictures have when they leave the agency: a word of it and a long number.
_NAMES = (
    ("Getty Images", r"(?:gettyimages?|getty_images|gty)[-_]\d{6,}"),
    ("Shutterstock", r"shutterstock[-_]\d{6,}|stock-(?:photo|vector|illustration)-[\w-]+-\d{6,}"),
    ("iStock", r"istock(?:photo)?[-_]\d{6,}"),
    ("Adobe Stock", r"adobestock[-_]\d{6,}|fotolia[-_]\d{6,}"),
    ("Alamy", r"alamy[-_](?:stock[-_](?:photo|image)[-_])?[a-z0-9]{5,7}(?=[._-]|$)(?<=\d[a-z0-9])"),
    ("Depositphotos", r"depositphotos[-_]\d{6,}"),
    ("Dreamstime", r"dreamstime(?:_[a-z]{1,3})?[-_]\d{6,}"),
    ("123RF", r"123rf[-_]\d{6,}|\d{6,}[-_]123rf"),
    ("AP", r"ap[-_]?(?:photo[-_])?\d{11,14}"),
    ("AFP", r"afp[-_]?(?:com[-_])?(?:\d{8,}|[a-z0-9]{2,3}-?\d{6,})|000_[0-9a-z]{6,8}(?=\.)"),
    ("Reuters", r"(?:reuters[-_]?)?rtr(?:s|x)?[0-9a-z]{4,6}(?=\.)(?<=\d..)|reuters[-_]\d{6,}"),
    ("dpa", r"(?:dpa|urn-newsml-dpa-com)[-_]\d{8,}"),
    ("视觉中国", r"vcg[-_]?\d{8,}"),
    ("IC photo", r"ic[-_]?photo[-_]?\d{6,}"),
    ("Visual China", r"visual[-_]?china[-_]?\d{6,}"),
    ("アフロ", r"aflo[-_]\d{6,}"),
)
_NAMED = re.compile("|".join(f"(?P<a{n}>{p})" for n, (_, p) in enumerate(_NAMES)), re.IGNORECASE)
# Where the agencies show their pictures, with or without a watermark.
_HOSTS = {
    "media.gettyimages.com": "Getty Images",
    "image.shutterstock.com": "Shutterstock",
    "thumbs.dreamstime.com": "Dreamstime",
    "c8.alamy.com": "Alamy",
    "l450v.alamy.com": "Alamy",
    "media.istockphoto.com": "iStock",
    "st.depositphotos.com": "Depositphotos",
    "previews.123rf.com": "123RF",
    "as1.ftcdn.net": "Adobe Stock",
    "as2.ftcdn.net": "Adobe Stock",
    "t3.ftcdn.net": "Adobe Stock",
    "t4.ftcdn.net": "Adobe Stock",
    "img.vcg.com": "视觉中国",
    "alifei01.cfp.cn": "视觉中国",
    "alifei02.cfp.cn": "视觉中国",
}


@rule(severity="error", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    for picture in document.pictures:
        file = _file_name(picture.address)
        seller = _HOSTS.get(host(picture.address) or "")
        if seller is not None:
            said = f"`{cut(file)}` is a picture at {seller}"
        elif match := _NAMED.match(file):
            said = f"`{cut(file)}` is the name of a picture of {_seller(match)}"
        else:
            continue
        if picture.credit is None:
            yield Problem(picture.span, f"{said}; buy it and credit it, or take another")


def _file_name(address: str) -> str:
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    return unquote(path).rpartition("/")[2]


def _seller(match: re.Match[str]) -> str:
    return _NAMES[int((match.lastgroup or "a0")[1:])][0]

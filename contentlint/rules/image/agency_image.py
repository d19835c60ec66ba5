"""An image has the file name of a photo agency and no credit.

File names of Getty Images, Shutterstock, 视觉中国 and others show where an image was copied from.
The agencies search the web for their images and send invoices to sites without a license. An image
with a credit is not reported, because it is probably licensed.

License the image and add the credit that the license requires, or replace the image.
"""

import re
from urllib.parse import unquote, urlsplit

from contentlint.rule import Document, Image, Problem, Problems, bad, cut, good, host, lazy, rule

EXAMPLES = [
    good("![Ferry](/img/getty-museum.jpg) ![Tide](/img/alamy-river-in-spring.jpg)\n", path="a.md"),
    good(
        "![Ferry](/img/gettyimages-123456789.jpg)\nPhoto: Mara Ellwood / Getty Images\n",
        path="a.md",
    ),
    good("![idafen / Getty Images](/img/gettyimages-123456789.jpg)\n", path="a.md"),
    good("![Boxes](/img/thinkstockphotos-123456789.jpg)\n\n> thinkstock\n", path="a.md"),
    good("![AP](/img/ap-access-point.png) ![VCG](/img/vcg-logo.png)\n", path="a.md"),
    good("---\ntitle: a\ncover: /img/shutterstock_123456789.jpg\ncredit: Shutterstock\n---\n"),
    good("<p>Their names begin with gettyimages-123456789.</p>"),
    good("![Logo](/img/reuters-logo.svg) ![Card](/img/RTX4090.png)\n", path="a.md"),
    good("![Steps](/img/000_sequence.png) ![Cod](/img/stock-photo-2023.jpg)\n", path="a.md"),
    good("![Point](/img/ap-202403181230.png) ![Agency](/img/epa20240318.png)\n", path="a.md"),
    bad(
        "👍 ![Ferry](⟦/img/gettyimages-1234567890-612x612.jpg⟧)\r\n",
        "`gettyimages-1234567890-612x612.jpg` looks like an image from Getty Images; "
        "license and credit it, or replace it",
        path="a.md",
    ),
    bad(
        "---\ntitle: 潮\ncover: ⟦https://example.org/u/shutterstock_1234567890.jpg⟧\n---\n",
        "`shutterstock_1234567890.jpg` looks like an image from Shutterstock; "
        "license and credit it, or replace it",
    ),
    bad(
        "<img alt='' src='⟦https://media.gettyimages.com/id/1/photo/a.jpg⟧'>"
        "<img alt='' src='⟦/img/VCG111234567890.jpg⟧'>",
        "`a.jpg` is an image from Getty Images; license and credit it, or replace it",
        "`VCG111234567890.jpg` looks like an image from 视觉中国; "
        "license and credit it, or replace it",
    ),
    bad(
        "<img alt='' src='⟦/img/2024-alamy-2A1B3C4.jpg⟧'>"
        "<img alt='' src='⟦/img/AP24078123456789.jpg⟧'>"
        "<img alt='' src='⟦/img/PYH2024031812340001300_P4.jpg⟧'>",
        "`2024-alamy-2A1B3C4.jpg` looks like an image from Alamy; "
        "license and credit it, or replace it",
        "`AP24078123456789.jpg` looks like an image from AP; license and credit it, or replace it",
        "`PYH2024031812340001300_P4.jpg` looks like an image from 연합뉴스; "
        "license and credit it, or replace it",
    ),
    bad(
        "![Ferry](⟦/img/AdobeStock_123456789_Preview.jpeg⟧)\n",
        "`AdobeStock_123456789_Preview.jpeg` looks like an image from Adobe Stock; "
        "license and credit it, or replace it",
        path="a.md",
    ),
]

# File names as the agencies deliver them: a word for the agency and a long number. A number that
# looks like a date, or an ordinary word, does not count.
_NOT_A_DATE = r"(?!20[0-3]\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))"
_NAMES = (
    ("Getty Images", r"(?:gettyimages?|getty[-_ ]images?|gty|getty)[-_ ]?\d{6,}"),
    (
        "Shutterstock",
        r"shutterstock[-_ ]?(?:editorial[-_ ]?)?\d{6,}[a-z]{0,2}|"
        r"stock-(?:photo|vector|illustration)-[\w-]*\d{7,}",
    ),
    ("iStock", r"istock(?:photo)?[-_ ]?\d{6,}"),
    ("Adobe Stock", r"adobe-?stock[-_ ]?\d{6,}|fotolia[-_ ]\d{6,}"),
    (
        "Alamy",
        r"alamy[-_ ](?:(?:stock[-_ ])?(?:photo|image)[-_ ])?(?=[a-z]*\d+[a-z])[a-z0-9]{6,7}",
    ),
    ("Depositphotos", r"depositphotos[-_ ]\d{6,}"),
    ("Dreamstime", r"dreamstime(?:[-_ ][a-z]{1,4})?[-_ ]?\d{5,}"),
    ("123RF", r"123rf(?:[-_ ][a-z]{1,4})?[-_ ]?\d{6,}|\d{6,}[-_](?:[a-z]{1,3}[-_])?123rf"),
    ("Bigstock", r"bigstock[-_ ][\w-]*\d{6,}"),
    ("Thinkstock", r"thinkstock(?:photos)?[-_ ]\d{6,}"),
    # Two digits of the year, the day of the year, a number.
    ("AP", rf"ap[-_ ]?(?:photo[-_ ]?)?{_NOT_A_DATE}\d\d(?:[0-2]\d\d|3[0-6]\d)\d{{6,9}}"),
    (
        "AFP",
        r"afp[-_ ](?:com[-_ ])?\d{8,}|"
        r"(?-i:000[-_](?=\d{1,2}[A-Z])(?=(?:[A-Z]*\d){2})[A-Z0-9]{6,7})|"
        r"000[-_](?:par|was|hkg|nic|del|arp|mvd)\d{6,8}",
    ),
    (
        "Reuters",
        r"reuters[-_ ]\d{6,}|\d{4}-\d\d-\d\dt\d{6}z_\d+_\w+_rtr[a-z]{4}(?:_\w+)?|"
        r"lynx(?=[a-z0-9]*\d[a-z0-9]*\d)[a-z0-9]{9,12}|(?-i:RC2(?=[A-Z]*\d*[A-Z])[A-Z0-9]{9,11})",
    ),
    ("EPA", r"epa-?[01]\d{7}"),
    ("dpa", r"dpa[-_]\d{8,}|urn[-_]newsml[-_]dpa[-_]com[-_][\d-]+"),
    ("picture alliance", r"picture[-_ ]?alliance[-_ ]?\d{6,}"),
    ("IMAGO", r"imago(?:[-_ ]images)?[-_ ]?\d{7,10}[a-z]?"),
    ("ТАСС", r"tass[-_ ]\d{6,}"),
    ("연합뉴스", r"(?:pyh|akr|gyh|pcm)20\d{15,18}(?:[-_]p\d)?"),
    ("뉴시스", r"nisi20\d{6}[-_]\d{10}"),
    ("新华社", r"xx[a-z]{3,6}\d{6}[-_]20\d{6}(?:[-_]\w+)?"),
    ("视觉中国", r"vcg[-_]?(?:\d{9,15}|\d{2}[a-z]{1,2}\d{6,12})|cfp\d{9,}"),
    ("东方IC", r"(?:dfic|ic[-_]?photo)[-_]?\d{6,}"),
    ("摄图网", r"摄图网[-_]\d{6,}"),
    ("包图网", r"包图网[-_]\d{5,}"),
    ("千图网", r"千图网[-_]\d{5,}"),
    ("图虫", r"(?:tuchong|图虫创意)[-_]\d{6,}"),
    ("Veer", r"veer[-_]\d{6,}"),
    ("アフロ", r"aflo[-_]\d{6,}"),
    ("PIXTA", r"pixta[-_]\d{6,}"),
)
_NAMED = lazy(
    r"(?<![a-z0-9])(?:"
    + "|".join(f"(?P<a{n}>{pattern})" for n, (_, pattern) in enumerate(_NAMES))
    + r")(?![a-z0-9])",
    re.IGNORECASE,
)
# File systems do not allow longer names.
_MAX_NAME = 255
# Hosts of preview images, with or without a watermark.
_HOSTS = (
    ("Getty Images", r"media\.gettyimages\.(?:com|co\.uk)"),
    ("Shutterstock", r"(?:image|www)\.shutterstock\.com|ak\.picdn\.net"),
    ("Dreamstime", r"thumbs\.dreamstime\.com"),
    ("Alamy", r"(?:c\d|l450v|zoom)\.alamy\.com"),
    ("iStock", r"media\.istockphoto\.com"),
    ("Depositphotos", r"(?:st|static)\d?\.depositphotos\.com"),
    ("123RF", r"(?:previews|us)\.123rf\.com"),
    ("Adobe Stock", r"(?:as|t)\d\.ftcdn\.net"),
    ("视觉中国", r"(?:img|goss\w*|alifei\d*)\.(?:vcg\.com|cfp\.cn)"),
    ("Veer", r"(?:goss|img)\w*\.veer\.com"),
)
# A longer URL is a data URI.
# How far after an image its credit is searched for, in code points.
_NEAR = 80
_MAX_URL = 2000
_PREVIEW_HOSTS = lazy("|".join(f"(?P<a{n}>{pattern})" for n, (_, pattern) in enumerate(_HOSTS)))


@rule(severity="error", preset="recommended", since="0.1", when="has:images")
def check(document: Document) -> Problems:
    for image in document.images:
        if len(image.url) > _MAX_URL:
            continue
        file = _file_name(image.url)
        if preview := _PREVIEW_HOSTS.fullmatch(host(image.url) or ""):
            agency = _agency(preview, _HOSTS)
            claim = f"is an image from {agency}"
        elif match := _NAMED.search(file):
            agency = _agency(match, _NAMES)
            claim = f"looks like an image from {agency}"
        else:
            continue
        if image.credit is None and not _names_agency(document, image, agency):
            message = f"`{cut(file)}` {claim}; license and credit it, or replace it"
            yield Problem(image.span, message)


def _names_agency(document: Document, image: Image, agency: str) -> bool:
    """Whether the alt text or the next line is a name and the agency, or the agency alone."""
    end = image.element.span.end if image.element is not None else image.span.end
    after = document.text[end : end + _NEAR].lstrip("\r\n \t>*_").partition("\n")[0]
    texts = ((image.alt or "").strip(), after.strip(" \t\r*_"))
    return any(len(text) < _NEAR and text.endswith(agency) for text in texts) or any(
        text.casefold() == agency.casefold() for text in texts
    )


def _file_name(url: str) -> str:
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    return unquote(path).rpartition("/")[2][:_MAX_NAME]


def _agency(match: re.Match[str], names: tuple[tuple[str, str], ...]) -> str:
    return names[int((match.lastgroup or "a0")[1:])][0]

"""An image has no credit.

Enable this rule if every image on the site needs a credit. The rule searches the caption, a key
next to the image key, `title` and `alt`, the line after or before the image, a line at the top or
bottom of the article or a section that credits all images, and the credits file in the
configuration. For an image in the front matter, it also searches lines such as `Cover photo by …`
and `题图：…` anywhere in the article, and so it does for the only image of an article.

Name the author of the image in one of these places.
"""

from contentlint.rule import (
    Document,
    Entry,
    Problem,
    Problems,
    Site,
    bad,
    cut,
    good,
    rule,
)
from contentlint.rules.image._credits import needs_no_credit

EXAMPLES = [
    good("![Ferry](a.jpg)\n*Photo: Mara Ellwood*\n", path="a.md"),
    good("![Ferry](a.jpg 'Photo: Mara Ellwood')\n", path="a.md"),
    good("![Ferry](a.jpg)\n\nPhoto by Mara Ellwood\n\nText.\n", path="a.md"),
    good("<figure><img src=a.jpg alt=''><figcaption>© Mara Ellwood</figcaption></figure>"),
    good("---\ntitle: a\ncover: a.jpg\ncover_credit: Mara Ellwood\n---\n"),
    good("---\ntitle: a\ncover: {image: a.jpg, photographer: Mara Ellwood}\n---\n"),
    good("---\ntitle: a\nphotos_by: Mara Ellwood\n---\n![a](a.jpg) ![b](b.jpg)\n", path="a.md"),
    good("文/林知微 图/何以宁\n\n![渡船](a.jpg)\n", path="a.md"),
    good(
        "![Ferry](/img/2021/a.jpg)\n",
        path="a.md",
        site=Site(None, credits={"2021/*": Entry("Mara Ellwood", "", "")}),
    ),
    good(
        "---\ntitle: a\ncover: a.jpg\nbildrecht: Mara Ellwood\n---\n",
        site=Site(None, credit_keys=("bildrecht",)),
    ),
    good("![Ferry](data:image/png;base64,AAAA) ![b](/img/icon.svg)\n", path="a.md"),
    good(
        "---\ntitle: a\ncover: a.jpg\n---\nThe ferry leaves at noon.\n\n"
        "<small>Cover photo by Mara Ellwood.</small>\n",
        path="a.md",
    ),
    good(
        "---\ntitle: a\ncover: a.jpg\n---\n正文。\n\n> 题图来自 Unsplash，摄影师 Mara\n",
        path="a.md",
    ),
    good("---\ntitle: a\ncover: a.jpg\n---\nText.\n\n📷 Mara Ellwood / Unsplash\n", path="a.md"),
    good(
        "---\ntitle: a\ncover: a.jpg\n---\n![Quay](b.jpg)\n\nText.\n\n## Fotoverantwoording\n\n"
        "- Steiger: Joris Kade\n",
        path="a.md",
    ),
    good("![Ferry](a.jpg)\n\nText.\n\nText.\n\nFoto: Bayu Muara\n", path="a.md"),
    good("![Ferry](a.jpg)\n\nEl barco en 1961. Archivo municipal de Elsén\n", path="a.md"),
    good("![Ferry](a.jpg)\n\nThe ferry (Mara Ellwood/Harbour Gazette)\n", path="a.md"),
    good("![Ferry](a.jpg)\n\n_Imagen cedida por el museo de la isla_\n", path="a.md"),
    good("![渡し](a.jpg)\n\n「[島の資料館](https://example.org/a)」より引用\n", path="a.md"),
    good("Tüm fotoğraflar: Deniz Kıyı\n\nText.\n\n![Ferry](a.jpg)\n\nText.\n", path="a.md"),
    good("<p><img src='a.jpg' alt='الرصيف'><br>(تصوير: سلمى الساحلي)</p>"),
    bad(
        "---\ntitle: a\ncover: ⟦a.jpg⟧\n---\nText.\n\nTitelbild: die Fähre im Nebel\n",
        "image `a.jpg` has no credit; name its author",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\ncover: ⟦a.jpg⟧\n---\n正文。\n\n题图来自网络，侵删\n\n## Photo Gallery\n",
        "image `a.jpg` has no credit; name its author",
        path="a.md",
    ),
    bad(
        "👍 ![Ferry](⟦a.jpg⟧)\r\n\r\nThe ferry leaves at noon.\r\n",
        "image `a.jpg` has no credit; name its author",
        path="a.md",
    ),
    bad(
        "---\ntitle: 潮\ncover: ⟦/img/a.jpg⟧\n---\n",
        "image `/img/a.jpg` has no credit; name its author",
    ),
    bad(
        "<figure><img src='⟦a.jpg⟧' alt='a'><figcaption>The ferry at noon</figcaption></figure>",
        "image `a.jpg` has no credit; name its author",
    ),
]


@rule(severity="warning", preset="all", since="0.1", when="has:images")
def check(document: Document) -> Problems:
    for image in document.images:
        if needs_no_credit(image) or image.credit is not None:
            continue
        message = f"image `{cut(image.url)}` has no credit; name its author"
        yield Problem(image.span, message)

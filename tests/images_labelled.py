"""Hand-labeled samples of articles with images: their credits, alt texts and URLs.

All texts, people and agency numbers are invented. `⟦ ⟧` marks the spans that must be reported, in
document order; a sample without marks has no problems. The labels state the correct result, not
the current output of the rules.
"""

import re
from typing import NamedTuple


class Piece(NamedTuple):
    """A labeled sample.

    Args:
        topic: the rules that it tests: a key of `TOPICS`.
        language: the language code (BCP 47).
        text: the text of the file.
        path: the file name.
        expected: (rule id, start, end) of every expected finding, as code-point offsets.
    """

    topic: str
    language: str
    text: str
    path: str
    expected: tuple[tuple[str, int, int], ...]


TOPICS = {
    "credit": (
        "image/agency-image",
        "image/license-needs-credit",
        "image/missing-credit",
        "image/uncredited-stock-photo",
    ),
    "alt": ("image/missing-alt", "image/useless-alt"),
    "srcset": ("image/broken-srcset",),
    "service": ("image/placeholder",),
}
# Short names of expected findings; one may expect two rules.
_FAULTS = {
    "none": ("image/missing-credit",),
    "terms": ("image/license-needs-credit", "image/missing-credit"),
    "thanks": ("image/missing-credit", "image/uncredited-stock-photo"),
    "agency": ("image/agency-image", "image/missing-credit"),
    "alt": ("image/useless-alt",),
    "no-alt": ("image/missing-alt",),
    "srcset": ("image/broken-srcset",),
    "placeholder": ("image/placeholder",),
}


def _piece(topic: str, language: str, marked: str, *faults: str) -> Piece:
    text, spans, starts = "", [], []
    for part in re.split("([⟦⟧])", marked):
        if part == "⟦":
            starts.append(len(text))
        elif part == "⟧":
            spans.append((starts.pop(), len(text)))
        else:
            text += part
    assert not starts
    assert len(spans) == len(faults), marked
    expected = tuple(
        (rule, *span)
        for span, fault in zip(sorted(spans), faults, strict=True)
        for rule in _FAULTS[fault]
    )
    path = "a.html" if text.startswith("<") else "a.md"
    return Piece(topic, language, text, path, expected)


_COMMONS = "https://upload.wikimedia.org/wikipedia/commons/a/ab/Ferry.jpg"
_FLICKR = "https://live.staticflickr.com/65535/1234_ab_b.jpg"
_UNSPLASH = "https://images.unsplash.com/photo-1234-abcd"


def _credit(language: str, marked: str, *faults: str) -> Piece:
    return _piece("credit", language, marked, *faults)


def _alt(language: str, marked: str, *faults: str) -> Piece:
    return _piece("alt", language, marked, *faults)


_ENGLISH = (
    _credit("en", "![Ferry](quay.jpg)\n*Photo by Mara Ellwood*\n"),
    _credit("en", "![Ferry](quay.jpg)\n\n(Photo: Mara Ellwood / Harbour Archive)\n\nText.\n"),
    _credit("en", "![Ferry](quay.jpg 'Image credit: Mara Ellwood')\n"),
    _credit("en", "<figure><img src=quay.jpg alt=Ferry><figcaption>The ferry leaves at noon. "
        "<span>Courtesy of the Harbour Museum</span></figcaption></figure>"),
    _credit("en", "<figure><img src=quay.jpg alt=Ferry><figcaption>The ferry (Mara Ellwood/AP)"
        "</figcaption></figure>"),
    _credit("en", "<div class='wp-caption'><img src=quay.jpg alt=Ferry>"
        "<p class='wp-caption-text'>The ferry. © 2024 Mara Ellwood</p></div>"),
    _credit("en", "<div class=photo><img src=quay.jpg alt=Ferry><div class='photo-credit'>"
        "Mara Ellwood</div></div><p>The ferry leaves at noon.</p>"),
    _credit("en", "---\ntitle: a\nphoto:\n  src: quay.jpg\n  author: Mara Ellwood\n---\nText.\n"),
    _credit("en", "---\ntitle: a\nimage: quay.jpg\nimage_credit: Mara Ellwood\n---\nText.\n"),
    _credit("en", "---\ntitle: a\ncover: quay.jpg\ncreditlink: https://example.org/mara\n---\nText.\n"),
    _credit("en", "---\ntitle: a\nheader:\n  image: quay.jpg\n  caption: 'Photo credit: "
        "[**Unsplash**](https://unsplash.com)'\n---\nText.\n"),
    _credit("en", "---\ntitle: a\ncover:\n  image: quay.jpg\n  caption: Photo by Mara Ellwood\n---\nText.\n"),
    _credit("en", "---\ntitle: a\ncoverImage: quay.jpg\ncoverCredit: Mara Ellwood\n---\nText.\n"),
    _credit("en", "By Idris Fenwick. Photographs by Mara Ellwood\n\n![Ferry](quay.jpg)\n\nText.\n"),
    _credit("en", f"[![Ferry]({_FLICKR})](https://www.flickr.com/photos/mara/1234/)\n\nText.\n"),
    _credit("en", f"<figure><a href='https://commons.wikimedia.org/wiki/File:Ferry.jpg'><img "
        f"src='{_COMMONS}' alt=Ferry></a></figure><p>Text.</p>"),
    _credit("en", f"![Ferry]({_COMMONS})\nMara Ellwood, [CC BY-SA 4.0]"
        "(https://creativecommons.org/licenses/by-sa/4.0/), via Wikimedia Commons\n"),
    _credit("en", f"![Ferry]({_UNSPLASH})\n\nPhoto by [Mara Ellwood](https://unsplash.com/@mara) on "
        "[Unsplash](https://unsplash.com)\n"),
    _credit("en", "![Ferry](shutterstock_1234567890.jpg)\nCredit: Mara Ellwood/Shutterstock\n"),
    _credit("en", "![Diagram](000_diagram.png)\n*Illustration: Mara Ellwood*\n"),
    _credit("en", "![Ferry](⟦quay.jpg⟧)\n\nThe map (right) shows the quay before the flood.\n", "none"),
    _credit("en", "![Ferry](⟦quay.jpg⟧)\n\nImages: how the quay is built up from the sea floor, step by "
        "step, is shown below.\n", "none"),
    _credit("en", "![Ferry](⟦quay.jpg⟧)\n\nThe quay was reached via Docker Lane in those days.\n", "none"),
    _credit("en", "![Ferry](⟦quay.jpg⟧)\n\nReuters moved its office to the quay in 1999.\n", "none"),
    _credit("en", "![Ferry](⟦quay.jpg⟧)\n\nPhoto of the quay in spring.\n", "none"),
    _credit("en", "![Ferry](⟦quay.jpg⟧)\n\nThe cover: a heavy plate of steel that keeps rain out.\n", "none"),
    _credit("en", "<figure><img src='⟦quay.jpg⟧' alt=Ferry><figcaption>The ferry at the pier, photographed "
        "at dawn</figcaption></figure>", "none"),
    _credit("en", "<p><img src='⟦quay.jpg⟧' alt='The ferry'></p><p>Source code of the ferry's timetable "
        "is public domain by now, says the harbour.</p>", "none"),
    _credit("en", "---\ntitle: a\ncover: ⟦quay.jpg⟧\nauthor: Mara Ellwood\n---\nText.\n", "none"),
    _credit("en", "---\ntitle: a\nimage: ⟦quay.jpg⟧\nsource: https://example.org/article\n---\nText.\n", "none"),
    _credit("en", f"![Ferry](⟦{_COMMONS}⟧)\n\nThe ferry leaves at noon.\n", "terms"),
    _credit("en", f"<p><img src='⟦{_FLICKR}⟧' alt=Ferry></p><p>The map: see below.</p>", "none"),
    _credit("en", f"---\ntitle: a\ncover: ⟦{_COMMONS}⟧\n---\nText.\n", "terms"),
    _credit("en", f"---\ntitle: a\ncover: ⟦{_UNSPLASH}⟧\n---\nText.\n", "thanks"),
    _credit("en", "![Ferry](⟦/img/2024-03-gettyimages-1234567890.jpg⟧)\n\nText.\n", "agency"),
    _credit("en", "![Ferry](⟦/img/AP24078123456789.jpg⟧)\n\nText.\n", "agency"),
    _credit("en", "![Ferry](⟦/img/alamy-2A1B3C4.jpg⟧)\n\nText.\n", "agency"),
    _credit("en", "![Ferry](⟦/img/2024-03-18T021540Z_1_LYNXMPEK2H03F_RTROPTP_4_FERRY.JPG⟧)\n\nText.\n", "agency"),
    _credit("en", "![Ferry](⟦/img/000_34XY2AB.jpg⟧)\n\nText.\n", "agency"),
    _credit("en", "![Ferry](⟦/img/epa11234567.jpg⟧)\n\nText.\n", "agency"),
    _credit("en", "![Card](⟦/img/RTX4090.png⟧) ![Steps](⟦/img/000_sequence.png⟧) "
        "![Access](⟦/img/ap-202403181230.png⟧)\n", "none", "none", "none"),
    _credit("en", "<img src='⟦/img/stock-photo-of-cod-2023.jpg⟧' alt='Cod'><p>Text.</p>", "none"),
    _alt("en", "![The ferry at noon](a.jpg) ![k8s](k8s.png) ![web3](web3.png)\n"),
    _alt("en", "![Photo of Mara](a.jpg) ![Figure 3: tides](b.jpg) ![Logo](logo.png)\n"),
    _alt("en", "<img src=a.jpg alt='Screenshot of the timetable'><img src=b.jpg alt=''>"),
    _alt("en", "![⟦image⟧](a.jpg) and ![⟦Picture 2⟧](b.jpg)\n", "alt", "alt"),
    _alt("en", "![⟦IMG_2041.JPG⟧](IMG_2041.JPG) ![⟦DSC01234⟧](x.jpg)\n", "alt", "alt"),
    _alt("en", "![⟦alt text⟧](a.jpg) ![⟦Untitled⟧](b.jpg)\n", "alt", "alt"),
    _alt("en", "⟦<img src=a.jpg>⟧ <img src=a.jpg alt='⟦photo⟧'>", "no-alt", "alt"),
    _alt("en", "![⟦Screen Shot 2021-03-04 at 10.11.12⟧](a.png) ![⟦image-20210304101112345⟧](b.png)\n", "alt", "alt"),
    _alt("en", "![⟦ferry_at_quay_01⟧](img/ferry_at_quay_01.png)\n", "alt"),
    _piece("srcset", "en", "<img alt='' src=a.png srcset='a.png 1x, b.png 2x'>"),
    _piece("srcset", "en", "<img alt='' src=a.png srcset='a.png 400w 300h, b.png 800w 600h' sizes=50vw>"),
    _piece("srcset", "en", "<img alt='' src=a.png srcset='a,b.png 1x,c.png 2.5x'>"),
    _piece("srcset", "en", "<picture><source srcset='a.webp, b.webp 1.5x'><img alt='' src=a.png></picture>"),
    _piece("srcset", "en", "<img alt='' src=a.png srcset='⟦a.png 1x b.png 2x⟧'>", "srcset"),
    _piece("srcset", "en", "<img alt='' src=a.png srcset='low tide.png ⟦400⟧, b.png 800w'>".replace(
        "low tide.png ⟦400⟧, b.png 800w", "⟦low tide.png 400w, b.png 800w⟧"), "srcset"),
    _piece("srcset", "en", "<img alt='' src=a.png srcset='a.png ⟦400px⟧, b.png 800w' sizes=50vw>", "srcset"),
    _piece("srcset", "en", "<picture><source srcset='a.webp 2x, b.webp ⟦2x⟧'><img alt='' src=a.png></picture>", "srcset"),
    _piece("service", "en", "![Ferry](https://img.example.org/picsum.photos.jpg)\n"),
    _piece("service", "en", "![Ferry](⟦https://placehold.co/600x400⟧)\n", "placeholder"),
    _piece("service", "en", "---\ntitle: a\ncover: ⟦https://picsum.photos/400⟧\n---\n", "placeholder"),
)  # fmt: skip

_CHINESE = (
    _credit("zh-Hans", "![渡船](quay.jpg)\n图/林知微\n\n渡船中午出发。\n"),
    _credit("zh-Hans", "<p><img src=quay.jpg alt=渡船></p><p>渡船离港。林知微 摄</p><p>正文。</p>"),
    _credit("zh-Hans", "<p><img src=quay.jpg alt=渡船></p><p>渡船离港。海角晚报记者 林知微/摄</p>"),
    _credit("zh-Hans", "![渡船](quay.jpg)\n\n（图片来源：海角晚报）\n\n正文。\n"),
    _credit("zh-Hans", "![渡船](quay.jpg)\n\n图源：视觉中国\n"),
    _credit("zh-Hans", "<figure><img src=quay.jpg alt=渡船><figcaption>渡船离港（受访者供图）</figcaption></figure>"),
    _credit("zh-Hans", "文/何以宁 图/林知微\n\n![渡船](quay.jpg)\n\n正文。\n"),
    _credit("zh-Hans", "---\ntitle: 潮\n封面: /img/quay.jpg\n图片来源: 海角晚报\n---\n正文。\n"),
    _credit("zh-Hans", "---\ntitle: 潮\ncover: /img/quay.jpg\n摄影: 林知微\n---\n正文。\n"),
    _credit("zh-Hans", f"![渡船]({_COMMONS})\n图：林知微，CC BY-SA 4.0，来自维基共享资源\n"),
    _credit("zh-Hans", "![渡船](/img/VCG211234567890.jpg)\n\n渡船离港。图片来源：视觉中国\n"),
    _credit("zh-Hans", "![架构](⟦arch.png⟧)\n图：系统架构\n\n请求先到网关。\n", "none"),
    _credit("zh-Hans", "![架构](⟦arch.png⟧)\n\n图1：服务之间的调用关系\n\n请求先到网关。\n", "none"),
    _credit("zh-Hans", "![渡船](⟦quay.jpg⟧)\n\n渡船拍摄于三月，当时潮水很低。\n", "none"),
    _credit("zh-Hans", "<p><img src='⟦quay.jpg⟧' alt=渡船></p><p>如图所示：渡船停在码头。</p>", "none"),
    _credit("zh-Hans", "---\ntitle: 潮\ncover: ⟦/img/quay.jpg⟧\nauthor: 林知微\n---\n正文。\n", "none"),
    _credit("zh-Hans", f"<p><img src='⟦{_COMMONS}⟧' alt=渡船></p><p>渡船每天两班。</p>", "terms"),
    _credit("zh-Hans", "![渡船](⟦/img/VCG211234567890.jpg⟧)\n\n渡船离港。\n", "agency"),
    _credit("zh-Hans", "![渡船](⟦/upload/VCG41N1234567890.jpg⟧)\n\n渡船离港。\n", "agency"),
    _credit("zh-Hans", "![渡船](⟦/upload/摄图网_500123456.jpg⟧)\n\n渡船离港。\n", "agency"),
    _credit("zh-Hans", "![渡船](⟦/upload/XxjpseC007030_20240318_PEPFN0A001.jpg⟧)\n\n渡船离港。\n", "agency"),
    _alt("zh-Hans", "![渡船停在北码头](a.jpg) ![图片压缩流程](b.png) ![](c.png)\n".replace(" ![](c.png)", "")),
    _alt("zh-Hans", "<img src=a.jpg alt='照片墙上的渡船'><img src=b.jpg alt='微信图片识别流程'>"),
    _alt("zh-Hans", "![⟦图片⟧](a.jpg) ![⟦照片⟧](b.jpg) ![⟦图 1⟧](c.jpg)\n", "alt", "alt", "alt"),
    _alt("zh-Hans", "![⟦在这里插入图片描述⟧](a.jpg) ![⟦这里写图片描述⟧](b.jpg)\n", "alt", "alt"),
    _alt("zh-Hans", "![⟦微信图片_20210304101112⟧](a.jpg) ![⟦输入图片说明⟧](b.jpg)\n", "alt", "alt"),
    _alt("zh-Hans", "<img src=a.jpg alt='⟦QQ截图20210304101112⟧'><img src=b.jpg alt='⟦截屏2021-03-04 上午10.11.12⟧'>", "alt", "alt"),
    _credit("zh-Hant", "![渡船](quay.jpg)\n圖／林知微\n\n渡船中午出發。\n"),
    _credit("zh-Hant", "<p><img src=quay.jpg alt=渡船></p><p>渡船離港。記者林知微／攝影</p>"),
    _credit("zh-Hant", "<figure><img src=quay.jpg alt=渡船><figcaption>渡船離港。（林知微攝）</figcaption></figure>"),
    _credit("zh-Hant", "![渡船](quay.jpg)\n\n圖片來源：海角晚報\n"),
    _credit("zh-Hant", "<figure><img src=quay.jpg alt=渡船><figcaption>渡船離港。圖／翻攝自林知微臉書</figcaption></figure>"),
    _credit("zh-Hant", "---\ntitle: 潮\ncover: /img/quay.jpg\n攝影: 林知微\n---\n正文。\n"),
    _credit("zh-Hant", "![渡船](⟦quay.jpg⟧)\n\n攝影機對著渡船拍了三天。\n", "none"),
    _credit("zh-Hant", "<figure><img src='⟦quay.jpg⟧' alt=渡船><figcaption>圖為渡船離港</figcaption></figure>", "none"),
    _credit("zh-Hant", f"---\ntitle: 潮\ncover: ⟦{_FLICKR}⟧\n---\n正文。\n", "none"),
    _credit("zh-Hant", "![渡船](⟦/img/gettyimages-1234567890-2048x2048.jpg⟧)\n\n渡船離港。\n", "agency"),
    _alt("zh-Hant", "![渡船停在北碼頭](a.jpg) ![圖片壓縮流程](b.png)\n"),
    _alt("zh-Hant", "![⟦圖片⟧](a.jpg) ![⟦照片⟧](b.jpg) ![⟦圖片說明⟧](c.jpg)\n", "alt", "alt", "alt"),
    _alt("zh-Hant", "![⟦螢幕快照 2021-03-04 上午10.11.12⟧](a.jpg) <img src=b.jpg alt='⟦圖像⟧'>\n", "alt", "alt"),
)  # fmt: skip

_JAPANESE = (
    _credit("ja", "![渡し船](quay.jpg)\n写真：汐見遥\n\n船は正午に出る。\n"),
    _credit("ja", "<figure><img src=quay.jpg alt=渡し船><figcaption>出港する船＝汐見遥撮影</figcaption></figure>"),
    _credit("ja", "<figure><img src=quay.jpg alt=渡し船><figcaption>出港する船（写真提供：港町博物館）</figcaption></figure>"),
    _credit("ja", "![渡し船](quay.jpg)\n\n撮影：汐見遥\n"),
    _credit("ja", "<figure><img src=quay.jpg alt=渡し船><figcaption>出港する船（港町博物館提供）</figcaption></figure>"),
    _credit("ja", "文・汐見遥　写真・小川澪\n\n![渡し船](quay.jpg)\n\n本文。\n"),
    _credit("ja", "---\ntitle: 潮\nimage: /img/quay.jpg\n写真: 小川澪\n---\n本文。\n"),
    _credit("ja", f"![渡し船]({_UNSPLASH})\n写真：UnsplashのMara Ellwood\n"),
    _credit("ja", "![渡し船](⟦quay.jpg⟧)\n\n写真を見ると、船は古い。\n", "none"),
    _credit("ja", "<figure><img src='⟦quay.jpg⟧' alt=渡し船><figcaption>三月に撮影した渡し船</figcaption></figure>", "none"),
    _credit("ja", f"<p><img src='⟦{_COMMONS}⟧' alt=渡し船></p><p>船は正午に出る。</p>", "terms"),
    _credit("ja", "![渡し船](⟦/img/aflo_123456789.jpg⟧)\n\n船は正午に出る。\n", "agency"),
    _alt("ja", "![北の桟橋の渡し船](a.jpg) ![画像圧縮の流れ](b.png)\n"),
    _alt("ja", "![⟦画像⟧](a.jpg) ![⟦写真2⟧](b.jpg)\n", "alt", "alt"),
    _alt("ja", "<img src=a.jpg alt='⟦画像の説明⟧'><img src=b.jpg alt='⟦スクリーンショット 2021-03-04 10.11.12⟧'>", "alt", "alt"),
)  # fmt: skip

_KOREAN = (
    _credit("ko", "![나룻배](quay.jpg)\n사진=한서윤\n\n배는 정오에 떠난다.\n"),
    _credit("ko", "<figure><img src=quay.jpg alt=나룻배><figcaption>항구를 떠나는 배. [사진=바다일보]</figcaption></figure>"),
    _credit("ko", "<p><img src=quay.jpg alt=나룻배></p><p>항구를 떠나는 배. ⓒ한서윤</p>"),
    _credit("ko", "![나룻배](quay.jpg)\n\n(사진 제공: 항구박물관)\n"),
    _credit("ko", "<figure><img src=quay.jpg alt=나룻배><figcaption>항구를 떠나는 배. 항구박물관 제공</figcaption></figure>"),
    _credit("ko", "---\ntitle: 물때\nimage: /img/quay.jpg\n사진: 한서윤\n---\n본문.\n"),
    _credit("ko", "![나룻배](⟦quay.jpg⟧)\n\n사진 속의 배는 오래되었다.\n", "none"),
    _credit("ko", "<figure><img src='⟦quay.jpg⟧' alt=나룻배><figcaption>항구를 떠나는 배</figcaption></figure>", "none"),
    _credit("ko", f"![나룻배](⟦{_FLICKR}⟧)\n\n배는 정오에 떠난다.\n", "none"),
    _credit("ko", "![나룻배](⟦/img/PYH2024031812340001300_P4.jpg⟧)\n\n배는 정오에 떠난다.\n", "agency"),
    _alt("ko", "![북쪽 부두의 나룻배](a.jpg) ![사진관 앞의 배](b.jpg)\n"),
    _alt("ko", "![⟦이미지⟧](a.jpg) ![⟦사진 1⟧](b.jpg)\n", "alt", "alt"),
)  # fmt: skip

_SPANISH = (
    _credit("es", "![El transbordador](quay.jpg)\n*Foto: Nerea Olmo*\n"),
    _credit("es", "<figure><img src=quay.jpg alt=Barco><figcaption>El barco sale. Fotografía de Nerea Olmo"
        "</figcaption></figure>"),
    _credit("es", "<figure><img src=quay.jpg alt=Barco><figcaption>El barco sale. / NEREA OLMO / EFE"
        "</figcaption></figure>"),
    _credit("es", "![El barco](quay.jpg)\n\nImagen cortesía del Museo del Puerto\n"),
    _credit("es", "---\ntitle: Marea\ncover: quay.jpg\ncover_author: Nerea Olmo\n---\nTexto.\n"),
    _credit("es", "Texto de Iria Salas. Fotos de Nerea Olmo\n\n![El barco](quay.jpg)\n\nTexto.\n"),
    _credit("es", "![El barco](⟦quay.jpg⟧)\n\nFoto de la ría en marzo.\n", "none"),
    _credit("es", "![El barco](⟦quay.jpg⟧)\n\nImagen: así quedó el muelle después del temporal.\n", "none"),
    _credit("es", f"<p><img src='⟦{_COMMONS}⟧' alt=Barco></p><p>La fuente está en la plaza.</p>", "terms"),
    _credit("es", "![El barco](⟦/img/depositphotos_123456789-stock-photo-barco.jpg⟧)\n\nTexto.\n", "agency"),
    _alt("es", "![El barco en el muelle](a.jpg) ![Imagen del barco](b.jpg)\n"),
    _alt("es", "![⟦imagen⟧](a.jpg) ![⟦Fotografía 2⟧](b.jpg)\n", "alt", "alt"),
)  # fmt: skip

_FRENCH = (
    _credit("fr", "![Le bac](quay.jpg)\n*Photo : Solène Marée*\n"),
    _credit("fr", "<figure><img src=quay.jpg alt=Bac><figcaption>Le bac part. Crédit photo : Solène Marée"
        "</figcaption></figure>"),
    _credit("fr", "<figure><img src=quay.jpg alt=Bac><figcaption>Le bac part. SOLÈNE MARÉE / AFP"
        "</figcaption></figure>"),
    _credit("fr", "![Le bac](quay.jpg)\n\n© Solène Marée\n"),
    _credit("fr", "---\ntitle: Marée\nimage: quay.jpg\nimage_credit: Solène Marée\n---\nTexte.\n"),
    _credit("fr", "Texte : Yann Grève. Photographies : Solène Marée\n\n![Le bac](quay.jpg)\n\nTexte.\n"),
    _credit("fr", "![Le bac](⟦quay.jpg⟧)\n\nPhoto de famille devant le bac.\n", "none"),
    _credit("fr", "![Le bac](⟦quay.jpg⟧)\n\nImage : le quai après la tempête, vu du phare.\n", "none"),
    _credit("fr", f"---\ntitle: Marée\ncover: ⟦{_COMMONS}⟧\n---\nTexte.\n", "terms"),
    _credit("fr", "![Le bac](⟦/img/AdobeStock_123456789.jpeg⟧)\n\nTexte.\n", "agency"),
    _alt("fr", "![Le bac au quai](a.jpg) ![Photo du bac](b.jpg)\n"),
    _alt("fr", "![⟦photo⟧](a.jpg) ![⟦Capture d’écran 2021-03-04 à 10.11.12⟧](b.jpg)\n", "alt", "alt"),
)  # fmt: skip

_GERMAN = (
    _credit("de", "![Die Fähre](quay.jpg)\n*Foto: Wiebke Ebbe*\n"),
    _credit("de", "<figure><img src=quay.jpg alt=Fähre><figcaption>Die Fähre legt ab. Bild: Wiebke Ebbe/dpa"
        "</figcaption></figure>"),
    _credit("de", "<figure><img src=quay.jpg alt=Fähre><figcaption>Die Fähre legt ab (Foto von Wiebke Ebbe)"
        "</figcaption></figure>"),
    _credit("de", "![Die Fähre](quay.jpg)\n\nBildquelle: Hafenarchiv\n"),
    _credit("de", "---\ntitle: Ebbe\nbild: x\nimage: quay.jpg\nbildnachweis: Wiebke Ebbe\n---\nText.\n"),
    _credit("de", f"![Die Fähre]({_COMMONS})\nWiebke Ebbe, CC BY-SA 4.0\n"),
    _credit("de", "![Die Fähre](⟦quay.jpg⟧)\n\nBild: die Fähre am Morgen, kurz vor der Abfahrt.\n", "none"),
    _credit("de", "![Die Fähre](⟦quay.jpg⟧)\n\nDie Karte (rechts) zeigt den Hafen.\n", "none"),
    _credit("de", f"<p><img src='⟦{_FLICKR}⟧' alt=Fähre></p><p>Die Quelle der Ebbe.</p>", "none"),
    _credit("de", "![Die Fähre](⟦/img/imago0123456789h.jpg⟧)\n\nText.\n", "agency"),
    _credit("de", "![Die Fähre](⟦/img/urn-newsml-dpa-com-20090101-240318-99-123456.jpg⟧)\n\nText.\n", "agency"),
    _alt("de", "![Die Fähre am Kai](a.jpg) ![Bild der Fähre](b.jpg)\n"),
    _alt("de", "![⟦Bild⟧](a.jpg) ![⟦Bildschirmfoto 2021-03-04 um 10.11.12⟧](b.jpg)\n", "alt", "alt"),
)  # fmt: skip

_PORTUGUESE = (
    _credit("pt", "![A balsa](quay.jpg)\n*Foto: Inês Maré*\n"),
    _credit("pt", "<figure><img src=quay.jpg alt=Balsa><figcaption>A balsa parte. Crédito: Inês Maré"
        "</figcaption></figure>"),
    _credit("pt", "<figure><img src=quay.jpg alt=Balsa><figcaption>A balsa parte (Foto: Divulgação/Porto)"
        "</figcaption></figure>"),
    _credit("pt", "![A balsa](quay.jpg)\n\nImagem: Reprodução/Museu do Porto\n"),
    _credit("pt", "---\ntitle: Maré\nimage: quay.jpg\nphotographer: Inês Maré\n---\nTexto.\n"),
    _credit("pt", "![A balsa](⟦quay.jpg⟧)\n\nFoto da balsa em março.\n", "none"),
    _credit("pt", "<figure><img src='⟦quay.jpg⟧' alt=Balsa><figcaption>A balsa parte ao meio-dia"
        "</figcaption></figure>", "none"),
    _credit("pt", f"![A balsa](⟦{_COMMONS}⟧)\n\nA fonte fica na praça.\n", "terms"),
    _credit("pt", "![A balsa](⟦/img/dreamstime_xl_123456789.jpg⟧)\n\nTexto.\n", "agency"),
    _alt("pt", "![A balsa no cais](a.jpg) ![Foto da balsa](b.jpg)\n"),
    _alt("pt", "![⟦imagem⟧](a.jpg) ![⟦foto 1⟧](b.jpg)\n", "alt", "alt"),
)  # fmt: skip

_RUSSIAN = (
    _credit("ru", "![Паром](quay.jpg)\n*Фото: Вера Отливина*\n"),
    _credit("ru", "<figure><img src=quay.jpg alt=Паром><figcaption>Паром отходит. Фото Веры Отливиной / ТАСС"
        "</figcaption></figure>"),
    _credit("ru", "<figure><img src=quay.jpg alt=Паром><figcaption>Паром отходит. © Вера Отливина"
        "</figcaption></figure>"),
    _credit("ru", "![Паром](quay.jpg)\n\nИсточник фото: Музей порта\n"),
    _credit("ru", "---\ntitle: Отлив\nimage: quay.jpg\nфото: Вера Отливина\n---\nТекст.\n"),
    _credit("ru", "Текст: Глеб Морской. Фото: Вера Отливина\n\n![Паром](quay.jpg)\n\nТекст.\n"),
    _credit("ru", "![Паром](⟦quay.jpg⟧)\n\nФото с причала сделано в марте.\n", "none"),
    _credit("ru", "![Паром](⟦quay.jpg⟧)\n\nФото: так выглядел причал после шторма.\n", "none"),
    _credit("ru", f"<p><img src='⟦{_COMMONS}⟧' alt=Паром></p><p>Источник бьёт на площади.</p>", "terms"),
    _credit("ru", "![Паром](⟦/img/TASS_12345678.jpg⟧)\n\nТекст.\n", "agency"),
    _alt("ru", "![Паром у причала](a.jpg) ![Фото парома](b.jpg)\n"),
    _alt("ru", "![⟦изображение⟧](a.jpg) ![⟦Снимок экрана 2021-03-04 в 10.11.12⟧](b.jpg)\n", "alt", "alt"),
)  # fmt: skip

# Samples that break simple heuristics, in any language.
_ODD = (
    _credit("en", "---\ntitle: a\n---\n{{< figure src=\"quay.jpg\" attr=\"Mara Ellwood\" >}}\n"),
    _credit("en", "---\ntitle: a\n---\n{{< figure src=\"quay.jpg\" caption=\"Photo by Mara Ellwood\" >}}\n"),
    _credit("en", "---\ntitle: a\n---\n{{< figure src=\"⟦quay.jpg⟧\" caption=\"The ferry\" >}}\n", "none"),
    _credit("en", "---\ntitle: a\n---\n{{< figure src=\"⟦/img/shutterstock_1234567890.jpg⟧\" >}}\n", "agency"),
    _credit("en", "```md\n![Ferry](quay.jpg)\n```\n\nThe name is `gettyimages-1234567890.jpg`.\n"),
    _credit("en", "![Build](https://img.shields.io/badge/build-ok-green) ![x](icon.svg) "
        "<img src='data:image/png;base64,AAAA' alt=dot>\n"),
    _credit("en", "<video poster='⟦quay.jpg⟧' src=a.mp4></video><p>Text.</p>", "none"),
    _credit("en", f"---\ntitle: a\ncover: quay.jpg\nimage_credit: Mara Ellwood\n---\n![Ferry](⟦{_COMMONS}⟧)\n\nText.\n", "terms"),
    _credit("en", "<figure><img src=a.jpg alt=a><img src=b.jpg alt=b><figcaption>Photos: Mara Ellwood"
        "</figcaption></figure>"),
    _credit("en", "<img class=lazy src='data:image/gif;base64,R0' data-src='⟦/img/gettyimages-1234567890.jpg⟧' "
        "alt=Ferry><p>Text.</p>", "agency"),
    _credit("en", "---\ntitle: a\ngallery:\n  - url: a.jpg\n    credit: Mara Ellwood\n  - url: ⟦b.jpg⟧\n---\nText.\n", "none"),
    _credit("en", "---\r\ntitle: 潮 👍\r\ncover: ⟦https://example.org/u/iStock-1234567890.jpg⟧\r\n---\r\nText.\r\n", "agency"),
)  # fmt: skip

# Written after the rules, and labeled before running them.
_LATER = (
    _credit("en", "![Ferry](quay.jpg)\n\n_Image: The Harbour Museum_\n\nText.\n"),
    _credit("en", "![Ferry](quay.jpg)\n\n<small>Photograph: Mara Ellwood for the Harbour Post</small>\n"),
    _credit("en", "<figure><img src=quay.jpg alt=Ferry><figcaption>Ferry at the quay. (AP Photo/Mara Ellwood)</figcaption></figure>"),
    _credit("en", "<figure><img src=quay.jpg alt=Ferry><figcaption>Ferry at the quay | Mara Ellwood / Reuters</figcaption></figure>"),
    _credit("en", "![Ferry](quay.jpg \"© Harbour Trust, all rights reserved\")\n"),
    _credit("en", "![Ferry](quay.jpg)\nFig. 1. The ferry. Reproduced with permission; photo courtesy Mara Ellwood.\n"),
    _credit("en", "![Ferry](quay.jpg)\n*(picture taken by Mara Ellwood)*\n"),
    _credit("en", "![Ferry](quay.jpg)\n\nSource: [Harbour statistics office](https://example.org/stats)\n"),
    _credit("en", "---\ntitle: a\nimage:\n  path: /quay.jpg\n  credits: Mara Ellwood\n  source_url: https://example.org/q\n---\n"),
    _credit("en", "---\ntitle: a\nthumbnail: quay.jpg\nthumbnail_caption: 'Ferry. Photo: Mara Ellwood'\n---\n"),
    _credit("en", "---\ntitle: a\nhero_image: quay.jpg\nhero_image_attribution: Mara Ellwood, CC BY 4.0\n---\n"),
    _credit("en", "# Quay\n\n*Words: Idris Fenwick. Pictures: Mara Ellwood*\n\nText.\n\n![a](a.jpg)\n\nMore.\n\n![b](b.jpg)\n\nEnd.\n"),
    _credit("en", "![Ferry](⟦quay.jpg⟧)\n\n*The ferry at noon*\n", "none"),
    _credit("en", "![Ferry](⟦quay.jpg⟧)\n\nCredit cards are taken on board.\n", "none"),
    _credit("en", "![Ferry](⟦quay.jpg⟧)\n\nPictures by the dozen hung on the wall.\n", "none"),
    _credit("en", "![Ferry](⟦quay.jpg⟧)\n\nCopyright law is older than the ferry.\n", "none"),
    _credit("en", "![Ferry](⟦quay.jpg⟧)\n\nImage (c) shows the quay from above.\n", "none"),
    _credit("en", "![Ferry](⟦quay.jpg⟧)\n\nSource: see the table below for all the numbers.\n", "none"),
    _credit("en", "![Ferry](⟦quay.jpg⟧)\n\nPhoto: unknown\n", "none"),
    _credit("en", "<p><img src='⟦quay.jpg⟧' alt='Ferry'></p><h2>Getty Images buys the quay</h2>", "none"),
    _credit("en", "![Ferry](⟦a.jpg⟧)\n\nText.\n\n![Quay](b.jpg)\nPhoto: Mara Ellwood\n\nMore text here.\n", "none"),
    _credit("en", f"![Ferry](⟦{_COMMONS}⟧)\n\n[The harbour](https://example.org) was built via public works.\n", "terms"),
    _credit("en", "![Ferry](⟦/u/Shutterstock_1234567890-1024x683.jpg⟧)\n\nText.\n", "agency"),
    _credit("en", "![x](⟦/u/getty-museum-2023.jpg⟧) ![y](⟦/u/stock-photo-tips.png⟧) ![z](⟦/u/map_000.png⟧)\n", "none", "none", "none"),
    _credit("zh-Hans", "![渡船](quay.jpg)\n\n▲渡船离港。（图/海角晚报 林知微）\n\n正文。\n"),
    _credit("zh-Hans", "<p style='text-align:center'><img src=quay.jpg alt=渡船></p><p style='text-align:center'><span>渡船离港 摄影：林知微</span></p>"),
    _credit("zh-Hans", "<p><img src=quay.jpg alt=渡船></p><p>图片来源：摄图网</p>"),
    _credit("zh-Hans", "<p><img src=quay.jpg alt=渡船><br>渡船离港。新华社记者 林知微 摄</p>"),
    _credit("zh-Hans", "<p><img src=quay.jpg alt=渡船></p><p>（配图由海角博物馆提供）</p>"),
    _credit("zh-Hans", "![渡船](⟦quay.jpg⟧)\n\n图片来源于网络\n", "none"),
    _credit("zh-Hans", "![渡船](⟦quay.jpg⟧)\n\n图：渡船与潮汐的关系\n", "none"),
    _credit("zh-Hans", "![流程](⟦flow.png⟧)\n\n来源：请求从客户端发出。\n", "none"),
    _credit("zh-Hans", "![渡船](⟦quay.jpg⟧)\n\n摄影是一门艺术，渡船是他的题材。\n", "none"),
    _credit("zh-Hant", "![渡船](quay.jpg)\n\n（圖／記者林知微攝）\n"),
    _credit("zh-Hant", "<figure><img src=quay.jpg alt=渡船><figcaption>渡船離港。（海角博物館提供）</figcaption></figure>"),
    _credit("zh-Hant", "<figure><img src='⟦quay.jpg⟧' alt=渡船><figcaption>▲渡船離港，遊客揮手。</figcaption></figure>", "none"),
    _credit("ja", "![船](quay.jpg)\n（撮影・小川澪）\n"),
    _credit("ja", "<figure><img src=quay.jpg alt=船><figcaption>出港する船 ©港町新聞社</figcaption></figure>"),
    _credit("ja", "<figure><img src=quay.jpg alt=船><figcaption>出港する船（画像：港町観光協会）</figcaption></figure>"),
    _credit("ja", "![船](⟦quay.jpg⟧)\n\n画像は三月の港です。\n", "none"),
    _credit("ja", "![船](⟦quay.jpg⟧)\n\n提供されるサービスは次のとおり。\n", "none"),
    _credit("ko", "<figure><img src=quay.jpg alt=배><figcaption>배가 떠난다. /사진=한서윤 기자</figcaption></figure>"),
    _credit("ko", "![배](quay.jpg)\n\n출처: 항구박물관\n"),
    _credit("ko", "![배](⟦quay.jpg⟧)\n\n배 시간 정보 제공은 중단되었다.\n", "none"),
    _credit("ko", "![배](⟦quay.jpg⟧)\n\n이미지: 배가 항구에 들어오는 모습은 아래와 같다\n", "none"),
    _credit("es", "<figure><img src=quay.jpg alt=b><figcaption>El barco. (Foto: EFE/Nerea Olmo)</figcaption></figure>"),
    _credit("es", "![b](quay.jpg)\n\nFuente: Instituto del Mar\n"),
    _credit("es", "![b](⟦quay.jpg⟧)\n\nCréditos universitarios: cómo se cuentan en la escuela de mar.\n", "none"),
    _credit("fr", "<figure><img src=quay.jpg alt=b><figcaption>Le bac. Photo Solène Marée / Ouest</figcaption></figure>"),
    _credit("fr", "![b](quay.jpg)\n\nCrédits : Musée du port\n"),
    _credit("fr", "![b](⟦quay.jpg⟧)\n\nSource : voir le tableau ci-dessous.\n", "none"),
    _credit("de", "<figure><img src=quay.jpg alt=b><figcaption>Die Fähre. © Wiebke Ebbe</figcaption></figure>"),
    _credit("de", "![b](quay.jpg)\n\n(Bild: privat)\n"),
    _credit("de", "![b](quay.jpg)\n\nFoto: picture alliance / Wiebke Ebbe\n"),
    _credit("de", "![b](⟦quay.jpg⟧)\n\nBilder von der Fähre gibt es viele.\n", "none"),
    _credit("de", "![b](⟦quay.jpg⟧)\n\nQuelle: siehe unten, mit allen Zahlen.\n", "none"),
    _credit("pt", "<figure><img src=quay.jpg alt=b><figcaption>A balsa. Fotografia: Inês Maré/Lusa</figcaption></figure>"),
    _credit("pt", "![b](⟦quay.jpg⟧)\n\nImagens: como era o cais antes da tempestade.\n", "none"),
    _credit("ru", "![b](quay.jpg)\n\nИллюстрация: Вера Отливина\n"),
    _credit("ru", "![b](quay.jpg)\n\nФото из архива Музея порта\n"),
    _credit("ru", "![b](⟦quay.jpg⟧)\n\nИсточник: см. таблицу ниже.\n", "none"),
    _alt("en", "![Image of the quay](a.jpg) ![h264](h264.png) ![RFC 2616](b.png)\n"),
    _alt("en", "![⟦image.png⟧](x.png) ![⟦Photo (1)⟧](b.jpg)\n", "alt", "alt"),
    _alt("en", "![⟦WhatsApp Image 2021-03-04 at 10.11.12⟧](x.jpg)\n", "alt"),
    _alt("zh-Hans", "![⟦image-20210304101112345⟧](b.png) ![⟦截图_20210304⟧](c.png)\n", "alt", "alt"),
    _piece("srcset", "en", "<img alt='' src=a.png srcset='a.png 1x, , b.png 2x'>"),
    _piece("srcset", "en", "<img alt='' src=a.png srcset='a.png ⟦-2x⟧'>", "srcset"),
    _piece("srcset", "en", "<img alt='' src=a.png srcset='⟦a.png 1x, b.png 800w⟧' sizes=50vw>", "srcset"),
)  # fmt: skip

PIECES = (
    *_ENGLISH,
    *_CHINESE,
    *_JAPANESE,
    *_KOREAN,
    *_SPANISH,
    *_FRENCH,
    *_GERMAN,
    *_PORTUGUESE,
    *_RUSSIAN,
    *_ODD,
    *_LATER,
)

"""The alt text of an image is a generic word or a file name.

Screen readers read it aloud, but `image`, `图片` or `IMG_1234.jpg` does not tell the listener
anything about the image. Editors and upload services often insert such text.

Describe the image. If it is only decoration, leave the alt text empty.
"""

import re
from urllib.parse import unquote, urlsplit

from contentlint.rule import Document, Problem, Problems, bad, cut, good, lazy, rule

EXAMPLES = [
    good("![The ferry at noon](a.png) ![](b.png) ![渡船](c.png)\n", path="a.md"),
    good("<img src='ferry.png' alt='Ferry'><img src='b.png' alt=''>"),
    good("<img src='ferry-at-noon.png' alt='Ferry at noon'>"),
    good("![image 2 of the map](a.png) ![Photo of Mara](b.png)\n", path="a.md"),
    good("![logo](logo.png) ![](image.png) ![Bild der Fähre](a.png)\n", path="a.md"),
    good("![{{ page.title }}](a.png)\n", path="a.md"),
    good("![ferry](ferry.png) ![k8s](/img/k8s.svg)\n", path="a.md"),
    good("<pre>low <img src='images/callouts/2.png' alt='2'></pre>"),
    bad(
        "👍 ![⟦image⟧](a.png)\r\n",
        "generic alt text: `image`; describe the image",
        path="a.md",
    ),
    bad("![⟦图片⟧](a.png)\n", "generic alt text: `图片`; describe the image", path="a.md"),
    bad(
        "<img src=a.png alt='⟦Foto 3⟧'>",
        "generic alt text: `Foto 3`; describe the image",
    ),
    bad(
        "<img src='/u/IMG_20210304.jpg' alt='⟦IMG_20210304⟧'>",
        "alt text is a file name: `IMG_20210304`; describe the image",
    ),
    bad(
        "![⟦ferry-01.png⟧](/img/ferry-01.png)\n",
        "alt text is a file name: `ferry-01.png`; describe the image",
        path="a.md",
    ),
    bad(
        "![⟦Screenshot 2021-03-04 10.11⟧](a.png)\n",
        "alt text is a file name: `Screenshot 2021-03-04 10.11`; describe the image",
        path="a.md",
    ),
    good("![The years 2021-03-04](a.png) ![20210304](b.png)\n", path="a.md"),
    bad(
        "![⟦2021-03-04_101112⟧](a.png) ![⟦3ce0fded1gw1et90cjtyaj0567dg4⟧](b.png)\n",
        "alt text is a file name: `2021-03-04_101112`; describe the image",
        "alt text is a file name: `3ce0fded1gw1et90cjtyaj0567dg4`; describe the image",
        path="a.md",
    ),
    bad(
        "![⟦alt text⟧](a.png) ![⟦ここに代替テキスト⟧](b.png)\n",
        "generic alt text: `alt text`; describe the image",
        "generic alt text: `ここに代替テキスト`; describe the image",
        path="a.md",
        words=("ここに代替テキスト",),
    ),
]

_WORDS = frozenset(
    "image|images|img|photo|photos|picture|pictures|pic|graphic|screenshot|screen shot|screen|"
    "untitled|undefined|null|none|alt|alt text|alternative text|image alt text|image description|"
    "description|placeholder|cover image|featured image|hero image|thumbnail|thumb|image title|"
    "enter image description here|insert image description|photo description|"
    "图片|图像|图|照片|相片|图示|图片描述|在这里插入图片描述|插入图片描述|这里写图片描述|此处输入图片的描述|请输入图片描述|"
    "输入图片说明|输入图片描述|截图|截屏|封面|封面图|配图|插图|无标题|未命名|图片说明|替代文本|"
    "圖片|圖像|圖|相片|圖檔|圖片說明|圖片描述|輸入圖片說明|請輸入圖片描述|截圖|螢幕截圖|封面圖|配圖|插圖|無標題|替代文字|"
    "画像|写真|イメージ|図|図版|スクリーンショット|代替テキスト|画像の説明|画像の説明を追加|写真の説明|サムネイル|無題|"
    "이미지|사진|그림|스크린샷|대체 텍스트|이미지 설명|사진 설명|썸네일|"
    "imagen|imágenes|foto|fotos|fotografía|captura|captura de pantalla|sin título|"
    "texto alternativo|descripción de la imagen|imagen de portada|"
    "imagem|imagens|fotografia|captura de tela|sem título|descrição da imagem|imagem de capa|"
    "photographie|capture|capture d'écran|capture d’écran|sans titre|texte alternatif|"
    "description de l'image|description de l’image|"
    "bild|bilder|grafik|abbildung|bildschirmfoto|ohne titel|alternativtext|bildbeschreibung|"
    "titelbild|"
    "изображение|картинка|фото|фотография|скриншот|снимок экрана|рисунок|без названия|"
    "описание изображения".split("|")
)
# 3, (3), -3, No. 3 after such a word
_NUMBER = lazy(r"(?<![ _-])[ _-]*+(?:(?:no\.?|nr\.?|#)[ _-]*+)?\(?\d{1,4}\)?\Z", re.IGNORECASE)
_FILE = lazy(r"[^\s/]+\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?|heic)", re.IGNORECASE)
# Default file names of cameras, phones and operating systems.
_CAMERA = lazy(
    r"(?:IMG|DSC[NF]?|PXL|DCIM|MVIMG|PANO|GOPR)[ _-]?\d{4,}[\w-]*|WP_\d{8}[\w-]*|P\d{7}|"
    r"WhatsApp[ -]Image[\w .-]*\d|"
    r"(?:Screen ?[Ss]hot|Bildschirmfoto|Captura de pantalla|Capture d[’']écran|Снимок экрана|"
    r"스크린샷|スクリーンショット|截屏|截图|屏幕截图|螢幕快照|微信图片|微信截图|企业微信截图|QQ图片|QQ截图)"
    r"[ _-]*\d{4}[\w .:年月日-]*|image-\d{8,}[\w-]*|[0-9a-f]{16,}|"
    r"\d{4}-\d\d-\d\d[ _-]\d{6}|\d{8}[ _-]\d{6}|(?=(?:[a-z]*+\d){6})[0-9a-z]{24,}|"
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)


@rule(severity="warning", preset="recommended", since="0.1", when="has:images")
def check(document: Document, *, words: tuple[str, ...] = ()) -> Problems:
    """
    Args:
        words: additional alt texts to report.
    """
    for image in document.images:
        element = image.element
        alt = image.alt.strip() if image.alt is not None else ""
        if not alt or element is None:
            continue
        attribute = element.get("alt")
        if attribute is None or attribute.templated:
            continue
        span = attribute.value_span
        bare = _NUMBER.sub("", alt).casefold().strip(" .:：。!！")
        if bare in _WORDS or alt in words:
            yield Problem(span, f"generic alt text: `{cut(alt)}`; describe the image")
        elif _is_file_name(alt, image.url):
            yield Problem(span, f"alt text is a file name: `{cut(alt)}`; describe the image")


def _is_file_name(alt: str, url: str) -> bool:
    """Whether an alt text is a file name: with a suffix, or unlike any word a person writes."""
    if _FILE.fullmatch(alt) or _CAMERA.fullmatch(alt):
        return True
    try:
        name = unquote(urlsplit(url).path).rpartition("/")[2]
    except ValueError:
        return False
    stem = name.rpartition(".")[0]
    # DocBook numbers the lines of a listing with images.
    if alt.isdigit() and "/callouts/" in url:
        return False
    # `ferry` for ferry.png is a word, and so are k8s and h264; ferry_01 and 20240318 are not.
    return alt == stem and re.fullmatch(r"\w*_\w*|[\d._-]+", stem) is not None

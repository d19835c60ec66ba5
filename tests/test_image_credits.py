"""Which lines at an image are credits, in the languages of the tables."""

import pytest

from contentlint.article.document import Document
from contentlint.article.images.credit import credit, is_credit
from contentlint.article.images.forms import lines_about_cover, may_credit_cover
from contentlint.article.images.host_pages import image_page
from contentlint.core.source import Source

CREDITS = {
    "en": "Pic: Mara Ellwood|📷 Mara Ellwood|Courtesy Harbour Museum|Banner by Mara Ellwood|"
    "Art: Mara Ellwood|The quay (photo: Mara Ellwood)|Photo by the author",
    "zh": "图片来自渡口晚报|（图片来自渡口晚报，林知微 摄）|题图：林知微 绘|头图来自渡口博物馆|图源：渡口博物馆|"
    "📷 林知微|图片由渡口博物馆提供|截图：林知微",
    "zh-Hant": "圖／渡口晚報提供|首圖攝影：許知微|（翻攝渡口晚報）|封面照：許知微|圖片提供／渡口博物館",
    "ja": "カバー写真：汐見 遥|絵：汐見遥|「島の資料館」より引用|画像引用元：島の資料館|クレジット：汐見遥|Photo：汐見遥",
    "ko": "표지 사진: 한서윤|글·사진 한서윤|나루일보 캡처|이미지 제공: 나루박물관",
    "es": "Imagen cedida por el museo|Foto de portada: Nerea Olmo|La lonja. / NEREA OLMO|"
    "Cortesía del Museo del Puerto|Fuente de la imagen: Museo",
    "fr": "Cliché Yann Quéré|Photo de couverture : Yann Quéré|Crédits : Yann Quéré|"
    "Avec l’aimable autorisation de la mairie",
    "de": "Titelbild: Wiebke Ebbe|Foto Wiebke Ebbe|Beitragsbild: Wiebke Ebbe / Hafenamt|"
    "Mit freundlicher Genehmigung des Hafenamts|Rechte: Wiebke Ebbe|Foto: privat",
    "pt": "Foto de capa: Rute Maré|Divulgação / Museu do Porto|— Foto: Rute Maré/Jornal|Capa: Rute Maré",
    "it": "Foto di copertina: Elio Riva|(foto Elio Riva)|Ph. Elio Riva|Crediti: Elio Riva|"
    "Per gentile concessione del museo",
    "nl": "Beeld: Femke Kade|Foto's: Femke Kade|Foto Femke Kade|Omslagfoto: Femke Kade|"
    "Met dank aan het museum|Bron foto: museum",
    "pl": "fot. Olaf Brzeg|Zdjęcie: Olaf Brzeg|Autor zdjęcia: Olaf Brzeg|Dzięki uprzejmości muzeum|"
    "Źródło zdjęcia: muzeum",
    "tr": "Fotoğraf: Deniz Koy|Görsel: Liman Müzesi|Fotoğraf Deniz Koy|Liman Müzesi arşivi|"
    "Kapak görseli: Deniz Koy",
    "vi": "Ảnh: Lê Bến|Nguồn ảnh: Bảo tàng|Ảnh bìa: Lê Bến|Ảnh do Lê Bến cung cấp|Ảnh: Bảo tàng Cảng",
    "id": "Foto: Ratna Muara|Sumber gambar: museum|Foto sampul: Ratna Muara|Gambar oleh Ratna Muara|"
    "(Dok. Museum Pelabuhan)",
    "ru": "Фото на обложке: Глеб Молов|Иллюстрация предоставлена музеем|Скриншот: Глеб Молов|"
    "Автор фото: Глеб Молов",
    "ar": "تصوير: سلمى الميناء|مصدر الصورة: متحف الميناء|صورة الغلاف: سلمى الميناء|بعدسة سلمى الميناء",
}
CAPTIONS = {
    "en": "Pic of the week: the quay|📷 More pictures in the album|Photo Gallery|On the picture: Mara Ellwood|"
    "a courtesy stop for boats|images/quay.png|photo=page.image",
    "zh": "题图：冬天的渡口|图片来源于网络|题图来自网络，侵删|图：系统架构",
    "zh-Hant": "首圖說明：結冰的渡口|示意圖|▲渡口平面圖（圖一）",
    "ja": "カバー写真の説明：凍った水門|※画像はイメージです",
    "ko": "자료사진|▲ 수문 사진(1961년 무렵)",
    "es": "Imagen de portada: la lonja helada|Foto de familia|Imagen de archivo",
    "fr": "Photo de couverture : le quai gelé|Le quai, photo prise à midi|Photo d’illustration",
    "de": "Titelbild: die Fähre im Nebel|Foto: die Fähre am Mittag|Symbolbild",
    "pt": "Foto de capa: o cais gelado|Imagem ilustrativa",
    "it": "In copertina: il molo gelato|Il molo in una foto del 1961",
    "nl": "Omslagfoto: de bevroren kade|Beeld van de kade in 1961",
    "pl": "Zdjęcie na okładce: zamarznięte nabrzeże|Nabrzeże na fotografii z 1961 roku",
    "tr": "Kapak fotoğrafı: donmuş iskele|Temsili görsel",
    "vi": "Ảnh bìa: bến cảng đóng băng|Ảnh minh họa|Ảnh: Internet",
    "id": "Foto sampul: dermaga saat badai|Foto: ilustrasi",
    "ru": "Фото на обложке: замёрзший причал|Фото из открытых источников",
    "ar": "صورة الغلاف: الرصيف متجمدًا|صورة أرشيفية",
}


@pytest.mark.parametrize("language", CREDITS)
def test_a_line_that_names_an_author_or_a_source_is_a_credit(language: str) -> None:
    assert [line for line in CREDITS[language].split("|") if not is_credit(line)] == []


@pytest.mark.parametrize("language", CAPTIONS)
def test_a_line_that_names_nobody_is_a_caption(language: str) -> None:
    assert [line for line in CAPTIONS[language].split("|") if is_credit(line)] == []


COVERS = (
    "Cover photo by Mara Ellwood|Header image: Mara Ellwood|Teaser illustration: Mara Ellwood|"
    "题图：林知微 绘|头图：林知微|封面图来自 Unsplash|首圖攝影：許知微|封面照：許知微|カバー写真：汐見 遥|"
    "アイキャッチ画像：汐見遥|トップ画像：汐見遥|표지 사진: 한서윤|대표 이미지: 한서윤|썸네일: 한서윤|"
    "Foto de portada: Nerea Olmo|Imagen destacada: Nerea Olmo|Photo de couverture : Yann Quéré|"
    "Image de une : Yann Quéré|Photo d’illustration : Yann Quéré|Titelbild: Wiebke Ebbe|"
    "Beitragsbild: Wiebke Ebbe|Aufmacherbild: Wiebke Ebbe|Foto de capa: Rute Maré|Capa: Rute Maré|"
    "Foto di copertina: Elio Riva|In copertina: foto di Elio Riva|Omslagfoto: Femke Kade|"
    "Uitgelichte afbeelding: Femke Kade|Zdjęcie na okładce: Olaf Brzeg|Zdjęcie główne: Olaf Brzeg|"
    "Kapak fotoğrafı: Deniz Koy|Öne çıkan görsel: Deniz Koy|Ảnh bìa: Lê Bến|Ảnh đại diện: Lê Bến|"
    "Foto sampul: Ratna Muara|Gambar unggulan: Ratna Muara|Фото на обложке: Глеб Молов|"
    "Обложка: Глеб Молов|صورة الغلاف: سلمى الميناء|صورة المقال: سلمى الميناء"
)


@pytest.mark.parametrize("line", COVERS.split("|"))
def test_a_line_in_the_middle_of_an_article_credits_the_cover(line: str) -> None:
    paragraphs = "The ferry leaves at noon and returns with the tide.\n\n" * 40
    text = f"---\ncover: a.jpg\n---\n{paragraphs}> *{line}*\n\n{paragraphs}"
    [cover] = Document(Source("a.md", text)).images
    assert cover.credit is not None


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Cover photo by Mara Ellwood, used with permission", "Mara Ellwood"),
        ("Imagen de Nerea Olmo en Pixabay", "Nerea Olmo"),
        ("fot. Olaf Brzeg / Museum", "Olaf Brzeg / Museum"),
        ("图片由林知微提供", "林知微"),
    ],
)
def test_the_author_of_a_credit_is_its_name_only(text: str, author: str) -> None:
    assert credit(text, "line").author == author


@pytest.mark.parametrize(
    "url",
    [
        "//www.flickr.com/photos/mara/1/",
        "http://www.flickr.com/photo_zoom.gne?id=1&size=l",
        "https://commons.wikimedia.org/w/index.php?title=File:Quay.jpg",
        "https://de.m.wikipedia.org/wiki/Datei:Quay.jpg",
    ],
)
def test_pages_of_images_are_recognized(url: str) -> None:
    assert image_page(url) is not None


@pytest.mark.parametrize(
    "url", ["https://www.flickr.com/photos/mara/", "https://en.wikipedia.org/wiki/Low:_a_tide"]
)
def test_other_pages_of_the_hosts_are_not(url: str) -> None:
    assert image_page(url) is None


@pytest.mark.parametrize(
    "body",
    [
        "Text.\n\n## Image credits\n\n- Quay: Mara Ellwood\n",
        "Text.\n\nBildnachweis\n------------\n\n[The quay](https://example.org/quay)\n",
        "<h3>Nguồn ảnh</h3>\n<p>Bìa: Lê Bến</p>\n",
        "Text.\n\n**图片来源**\n\n* 题图：渡口博物馆\n",
    ],
)
def test_a_section_with_image_credits_credits_the_cover_and_the_images(body: str) -> None:
    text = f"---\ntitle: a\ncover: a.jpg\n---\n![Quay](b.jpg)\n\nThe ferry left.\n\n{body}"
    assert [image.credit is not None for image in Document(Source("a.md", text)).images] == [
        True,
        True,
    ]


def test_a_section_without_names_credits_nothing() -> None:
    text = "---\ncover: a.jpg\n---\nText.\n\n## Image credits\n\nto be added\n\n## Next\n\nMara Ellwood\n"
    assert [image.credit for image in Document(Source("a.md", text)).images] == [None]


@pytest.mark.parametrize(
    "text", ["", "low\nCover: Mara\n\ntide", "封面：潮", "Titel\n\nkopf", "İ cover\nlow\nbanner"]
)
def test_lines_about_the_cover_are_those_that_may_credit_it(text: str) -> None:
    assert list(lines_about_cover(text)) == list(filter(may_credit_cover, text.split("\n")))

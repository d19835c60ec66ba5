"""Words by which pictures and their credits are told, language by language."""

import re

PICTURE_KEYS = frozenset(
    "avatar background banner banner_img bannerimage bg_img card_image cover cover_image coverimage "
    "cover_img feature_image featured featured_image featuredimage featureimage figure gallery "
    "header_image header_img header headerimage headimg hero hero_image heroimage image image_url "
    "images img index_img lead_image leadimage og_image ogimage opengraph photo photos picture "
    "pictures poster resources share_image social_image splash teaser thumb thumbnail thumbnails "
    "top_img 封面 图片 题图 配图".split()
)
INNER_KEYS = frozenset("src url image file path href address img thumbnail cover".split())
# Keys that name who made the pictures of an article, all of them.
CREDIT_KEYS = frozenset(
    "credit credits creditlink credit_link credit_url "
    "image_author image_credit image_credits imagecredit image_copyright image_attribution "
    "image_source image_by img_credit photo_author photo_by photo_credit photo_credits photocredit "
    "photo_source photographer photographers photography picture_credit picture_credits pictures_by "
    "photos_by illustrator illustration_by "
    "摄影 攝影 图片来源 圖片來源 图片作者 供图 写真 撮影 画像出典 사진 사진출처 fotograf fotografin fotógrafo "
    "fotógrafa bildnachweis bildquelle photographe crédit_photo crédits фото автор_фото".split()
)
# Keys beside the address of a picture, in one mapping with it.
BESIDE = frozenset(
    "author artist attribution by byline copyright creator credit creditlink creditname credits "
    "creditline licence license owner photographer source sourceurl source_url rights".split()
)
_LATIN_WORDS = (
    r"photos?|photographs?|photography|photographer|images?|pictures?|illustrations?|artwork|"
    r"graphics?|drawings?|cover|screenshots?|fotos?|fotografías?|fotografias?|imagen|imágenes|imagem|"
    r"imagens|ilustración|ilustração|photographies?|dessins?|visuels?|bild(?:er)?|grafik(?:en)?|"
    r"abbildung|aufnahme|zeichnung|map|karte"
)
CREDIT = re.compile(
    r"©|\(c\)[ \w]|ⓒ|"
    rf"\b(?:{_LATIN_WORDS})[ \u00a0]*(?:by\b|from\b|via\b|courtesy\b|credits?\b|source\b|copyright\b|"
    r"de\b|do\b|da\b|par\b|por\b|von\b|[:：/／|｜=(])|"
    r"\b(?:bildnachweis|bildquelle|fotonachweis|bildrechte)\b|"
    r"\b(?:credits?|courtesy|copyright|crédits?|créditos?|cortesía|cortesia)\b[ \u00a0]*(?:of\b|to\b|by\b|de\b|:|：)|"
    r"\b(?:sources?|quelle|fuente|fonte)[ \u00a0]*[:：]|\bvia[ ]+[A-Z\[]|"
    r"\bCC[- ](?:BY|0)\b|creative commons|public domain|"
    r"\b(?:getty images|reuters|afp|ap photo|shutterstock|unsplash|pexels|pixabay|flickr|wikimedia|alamy|"
    r"istock|xinhua|dpa|epa)\b|"
    r"(?<![\u4e00-\u9fff])(?:图片?|圖片?|图源|圖源|配图|配圖|题图|題圖|封面图?|插图|插圖|照片|摄影|攝影|摄影师|供图|供圖|绘图|繪圖|制图|製圖)"
    r"(?:来源|來源|提供|作者|由|自)?[ \u3000]*[:：/／|｜©][ \u3000]*(?=[^\s。，])|"
    r"(?:图片|圖片|照片)(?:来源|來源|来自|來自|由)|(?:来源|來源|出处|出處)[ \u3000]*[:：]|"
    r"[\u4e00-\u9fff]{2,4}[ \u3000/／]*[摄攝](?![\u4e00-\u9fff])|供图|供圖|视觉中国|視覺中國|新华社|新華社|中新社|"
    r"(?:写真|撮影|画像|イラスト|図版|提供|出典|引用元|作画)(?:提供|出典|者|協力)?[ \u3000]*[:：=＝/／・]|写真提供|撮影者?[ \u3000]|"
    r"(?:사진|이미지|그림|삽화|출처|제공|촬영|일러스트)(?:제공|출처|작가)?[ \u3000]*[:：=/／·|]|[가-힣]{2,10} 제공|"
    r"\b(?:фото(?:графия)?|снимок|иллюстрация|рисунок|источник|изображение|автор фото)[ \u00a0]*[:：©—/|(]",
    re.IGNORECASE,
)
# A line at the head or foot of an article that speaks of all its pictures.
GENERAL = re.compile(
    r"(?:^|(?<=[>\n*_(（|｜])|(?<=[\w）)][ \t\u3000])|(?<=\n[ \t]))(?:"
    r"(?:[Aa]ll (?:the )?|[Aa]lle |[Tt]outes? les? |[Tt]odas las |[Tt]odas as )?"
    r"(?:[Pp]hotos|[Pp]hotographs|[Ii]mages|[Pp]ictures|[Ii]llustrations|[Ff]otos|[Bb]ilder|[Ii]mágenes|"
    r"[Ii]magens|[Pp]hotographies|[Pp]hotography|[Dd]essins)"
    r"(?:[ \u00a0]*(?:by|courtesy of|from|von|par|por|de)[ ]+[A-ZÀ-Þ\[<]|[ \u00a0]*[:：©|][ ]*[A-ZÀ-Þ\[<])"
    r"|(?:图|圖|图片|圖片|摄影|攝影|供图|供圖|配图|配圖|图片来源|圖片來源|图源|圖源|插图|插圖)[ \u3000]*[:：/／|｜][ \u3000]*[^\s<!\[(]"
    r"|(?:写真|撮影|画像|イラスト|写真提供)[ \u3000]*[:：=＝/／・][ \u3000]*[^\s<!\[(]"
    r"|(?:사진|이미지|그림)[ \u3000]*[:：=/·|][ \u3000]*[^\s<!\[(]"
    r"|(?:Фото|фото|Фотографии|Иллюстрации)[ \u00a0]*[:：©—/|][ ]*[^\s<!\[(])",
    re.MULTILINE,
)

"""Keys and words that identify images and their credits, in all supported languages.

Front matter keys have the form of `plain_key`: lower case, without `_` and `-`.
"""

from functools import lru_cache

# Front matter keys for images in generators and themes.
IMAGE_KEYS = frozenset(
    "avatar background backgroundimage banner bannerimg bannerimage bgimg cardimage cover "
    "coverimage coverimg feature featureimage featured featuredimage featuredimagepreview "
    "featuredimg figure gallery headerimage headerimg header headimg hero heroimage image imageurl "
    "images img indeximg leadimage ogimage opengraph photo photos picture pictures poster preview "
    "previewimage resources shareimage socialimage splash teaser thumb thumbnail thumbnails "
    "topimg 封面 图片 題圖 题图 配图 配圖 圖片".split()
)
# Keys for the URL in a mapping under such a key.
INNER_KEYS = frozenset(
    "src url image imagepath file path href address img thumbnail cover teaser overlayimage".split()
)
# Keys with the credit of all images of an article.
ALL_IMAGES_KEYS = frozenset(
    "credits imagecredits photographer photographers photography photocredits picturecredits "
    "picturesby photosby imagesby illustrator illustrators "
    "摄影 攝影 图片来源 圖片來源 图源 圖源 图片作者 供图 供圖 写真 撮影 画像出典 写真提供 사진 사진출처 사진제공 "
    "fotograf fotografin fotógrafo fotógrafa fotos bildnachweis bildquelle bildquellen photographe "
    "créditphoto créditsphoto crédits фото фотограф авторфото источникфото".split()
)
# Keys with the credit of the image in the front matter.
CREDIT_KEYS = ALL_IMAGES_KEYS | frozenset(
    "credit creditlink crediturl imageauthor imagecredit imagecopyright imageattribution "
    "imagesource imageby imagelicense imagelicence imgcredit photoauthor photoby photocredit "
    "photosource photolicense photolicence picturecredit illustrationby".split()
)
# Credit keys in the same mapping as an image URL, or appended to the name of the image key.
ADJACENT_KEYS = frozenset(
    "attr attribution author artist by byline copyright creator credit creditlink creditname "
    "crediturl credits licence license owner photographer source sourceurl rights attrlink".split()
)


@lru_cache(maxsize=4096)
def plain_key(key: object) -> str:
    """A key in lower case, without `_` and `-`."""
    return str(key).lower().replace("_", "").replace("-", "")


# Words that introduce a credit and nothing else.
CREDIT_WORDS = (
    r"(?:photo(?:graph)?s?|images?|pictures?|illustrations?)[ -](?:credits?|courtesy|copyright)|"
    r"credits?|courtesy|photographers?|illustrators?|"
    r"crédits?(?:[ ]photos?)?|créditos?(?:[ ]de[ ](?:la[ ])?(?:foto|imagen|imagem))?|"
    r"photographe|fotógraf[oa]|fotograf(?:in)?|bildnachweis|bildquellen?|bildrechte|fotonachweis|"
    r"图片来源|圖片來源|图片出处|照片来源|照片來源|图片来自|圖片來自|图源|圖源|图片作者|供图|供圖|图片提供|圖片提供|"
    r"摄影师?|攝影師?|翻摄|翻攝|摄|攝|绘图|繪圖|制图|製圖|"
    r"写真提供|画像提供|写真出典|画像出典|撮影者?|イラスト|作画|図版提供|"
    r"사진[ ]?제공|사진[ ]?출처|이미지[ ]?출처|출처|촬영|일러스트|"
    r"автор[ ](?:фото|снимка)|источник[ ](?:фото|изображения)|фотограф|фото[ ]из[ ]архива"
)
# Words that introduce a credit or a caption: the text after them must look like a name.
CAPTION_WORDS = (
    r"photos?|photographs?|photography|photographies?|images?|pictures?|illustrations?|artwork|"
    r"graphics?|drawings?|screenshots?|source|sources|map|dessins?|visuels?|infographie|"
    r"fotos?|fotografías?|fotografias?|imagen|imágenes|imagem|imagens|ilustración|ilustração|"
    r"gráfico|fuente|fonte|bild|bilder|grafiken?|abbildung|aufnahme|zeichnung|karte|quelle|"
    r"图|圖|图片|圖片|照片|配图|配圖|题图|題圖|封面图?|封面圖|插图|插圖|来源|來源|出处|出處|资料图|資料照|"
    r"写真|画像|図版|図|出典|引用元|提供|사진|이미지|그림|삽화|그래픽|자료|"
    r"фото(?:графия|графии)?|снимок|иллюстраци[яи]|рисунок|источник|изображение|графика|карта"
)
# Words that introduce the credit of all images; in languages without a plural, of one as well.
ALL_IMAGES_WORDS = (
    r"photos|photographs|photography|photographies|images|pictures|illustrations|drawings|"
    r"fotos|fotografías|fotografias|imágenes|imagens|ilustraciones|ilustrações|bilder|dessins|"
    r"photo[ ]credits|image[ ]credits|crédits[ ]photos?|bildnachweis|bildquellen?|"
    r"图|圖|图片|圖片|摄影|攝影|供图|供圖|配图|配圖|图片来源|圖片來源|图源|圖源|插图|插圖|"
    r"写真|撮影|画像|イラスト|写真提供|사진|이미지|그림|사진[ ]?제공|"
    r"фото|фотографии|иллюстрации"
)
# Words after a name instead of before it: 林知微 摄, 港町博物館提供, 한서윤 촬영.
HAN_SUFFIXES = r"(?:拍)?[摄攝]影?|供[图圖]|[绘繪]制?|制图|製圖"
KANA_SUFFIXES = r"撮影|提供"
HANGUL_SUFFIXES = r"제공|촬영|기자|작가"

# Agencies and services whose names appear after a slash or alone in brackets.
AGENCIES = (
    r"getty(?:[ ]images)?|reuters|afp|ap(?:[ ](?:photo|images?))?|epa(?:-efe)?|efe|ansa|dpa|apa|"
    r"keystone|lusa|tass|тасс|риа[ ]новости|xinhua|kyodo|yonhap|bloomberg|alamy(?:[ ]stock[ ]photo)?|"
    r"shutterstock|istock(?:photo)?|adobe[ ]stock|depositphotos|dreamstime|imago|picture[ ]alliance|magnum|belga|ntb|"
    r"unsplash|pexels|pixabay|flickr|wikimedia(?:[ ]commons)?|nasa|esa|"
    r"新华社|新華社|中新社|视觉中国|視覺中國|东方IC|中央社|路透|法新社|美联社|美聯社|共同通信|時事通信|アフロ|"
    r"연합뉴스|뉴시스|뉴스1|로이터|維基共享資源|维基共享资源"
)
SERVICES = (
    r"unsplash|pexels|pixabay|flickr|wikimedia(?:[ ]commons)?|wikipedia|openverse|nasa|geograph"
)

# Endings of the names of outlets and institutions.
ORGANIZATIONS = (
    r"(?:报|報|网|網|社|台|臺|刊|新闻|新聞|日报|晚报|周刊|传媒|傳媒|集团|集團|公司|中国|中國|博物馆|博物館|档案馆|美术馆|"
    r"美術館|图书馆|圖書館|大学|大學|学院|學院|研究所|委员会|委員會|政府|协会|協會|基金会|微博|微信|公众号|官方|官网|"
    r"官網|脸书|臉書|资源|資源|工作室|影像|图库|圖庫|図書館|資料館|新聞社|通信|協議会|観光協会|受访者|受訪者|提供|本人|作者)"
)
# Words for an unknown or anonymous author.
UNNAMED = frozenset("佚名 未知 匿名 匿名希望 不详 不詳 不明 익명 anonymous unknown".split())
# Words that name no one: "the internet".
NOBODY = UNNAMED | frozenset(
    "网络 網路 網絡 互联网 网上 百度 谷歌 internet web google the-internet pinterest netz "
    "network интернет 인터넷 ネット インターネット".split()
)
# The family names of nine in ten Chinese people, simplified and traditional.
FAMILY_NAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋"
    "蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万"
    "段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳"
    "邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍"
    "翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣"
    "賈葉閻鍾範譚鄒陸顧龍萬錢湯喬賀賴龔龐蘭顏嚴溫蘆魯韋畢聶叢齊莊時關費紀歐項陽衛鮑單寧閔強華車邊"
)
# Lower-case words inside names, and names in lower case.
PARTICLES = frozenset(
    "de da do dos das del della di du des la le les van von vom der den zu zur of the and y e et "
    "und & for d' l' и из bin al el ter ten af av".split()
)
LOWER_NAMES = frozenset("dpa epa afp ap imago privat archiv reuters iStock unsplash pexels".split())

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
    "creditphoto creditsphoto creditfoto creditofoto créditofoto creditoimagen créditoimagen "
    "creditoimagem créditoimagem fuenteimagen fuentefoto fonteimagem fontefoto fotografo fotografa "
    "creditifoto fotocredit fotocredits fotograaf beeldcredit beeldcredits bildrechte bildautor "
    "bildurheber autorzdjęcia autorzdjecia źródłozdjęcia zrodlozdjecia fotoğrafçı fotografci "
    "görselkaynağı gorselkaynagi nguồnảnh nguonanh sumbergambar sumberfoto fotografer kreditfoto "
    "المصور مصدرالصورة تصوير 题图来源 封面来源 图片版权 題圖來源 首圖來源 "
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


# The tables of words below are regular expressions, one line a language where lines differ: English,
# Spanish, French, German, Portuguese, Italian, Dutch, Polish, Turkish, Vietnamese, Indonesian,
# Russian, Arabic, Chinese, Japanese, Korean.

# Words that introduce a credit and nothing else.
CREDIT_WORDS = (
    r"(?:photo(?:graph)?s?|images?|pictures?|illustrations?)[ -](?:credits?|courtesy|copyright)|"
    r"credits?|courtesy|photographers?|illustrators?|"
    r"créditos?(?:[ ](?:de[ ](?:las?[ ])?|d[ao]s?[ ])?(?:fotos?|imagen|imágenes|imagem|imagens))?|"
    r"fuente[ ]de[ ]la[ ](?:imagen|foto)|fonte[ ]da[ ](?:imagem|foto)|fotógraf[oa]|"
    r"crédits?(?:[ ](?:photos?|images?))?|photographe|"
    r"fotograf(?:in)?|bildnachweise?|bildquellen?|bildrechte|fotonachweise?|rechte|"
    r"crediti(?:[ ](?:foto(?:grafici)?|immagin[ei]))?|fotograf[oa]|"
    r"fotograaf|fotocredits?|beeldcredits?|bron[ ](?:foto|beeld|afbeelding)|beeldmateriaal|"
    r"(?:autor(?:ka|zy)?|źródł[oa])[ ](?:zdję(?:cia|ć)|grafiki|ilustracji)|"
    r"fotoğrafçı|(?:fotoğraf|görsel)[ ]kayna(?:ğı|kları)|telif|"
    r"(?:ảnh[ ])?tư[ ]liệu|nguồn[ ](?:hình[ ])?ảnh|nguồn[ ]hình|nhiếp[ ]ảnh|"
    r"fotografer|kredit(?:[ ](?:foto|gambar))?|sumber[ ](?:gambar|foto)|ilustrator|"
    r"автор[ ](?:фото(?:графии)?|снимка|изображения)|источник[ ](?:фото|изображения)|фотограф|"
    r"фото[ ]из[ ]архива|"
    r"مصدر[ ]الصورة?|مصادر[ ]الصور|حقوق[ ]الصورة?(?:[ ]محفوظة)?|المصور(?:ة)?|تصوير|بعدسة|عدسة|"
    r"图片来源|圖片來源|图片出处|照片来源|照片來源|图片来自|圖片來自|图源|圖源|图片作者|供图|供圖|"
    r"(?:图片|照片|圖片)提供|摄影师?|攝影師?|翻摄|翻攝|摄|攝|绘图|繪圖|制图|製圖|"
    r"写真提供|画像提供|写真出典|画像出典|画像引用元|撮影者?|イラスト|作画|図版提供|クレジット|"
    r"사진[ ]?제공|사진[ ]?출처|이미지[ ]?출처|이미지[ ]?제공|출처|촬영|일러스트|캡처"
)
# Words for where an image is from, which introduce the source of a text as well.
SOURCE_WORDS = (
    r"source|sources|fuente|fonte|quelle|bron|źródło|kaynak|nguồn|sumber|источник|المصدر|"
    r"来源|來源|出处|出處|出典|引用元|提供|자료|출처"
)
# Words that introduce a credit or a caption: the text after them must look like a name.
CAPTION_WORDS = (
    r"photos?|photographs?|photography|photographies?|images?|pictures?|pics?|illustrations?|"
    r"art(?:work)?|graphics?|drawings?|screenshots?|map|📷️?|📸|"
    r"instantáneas?|retratos?|fotos?|fotografías?|imagen|imágenes|ilustración|gráfico|captura|"
    r"prises?[ ]de[ ]vue|dessins?|visuels?|infographie|clichés?|capture|"
    r"schnappsch[uü]ss?e?|bild|bilder|grafik(?:en)?|abbildung(?:en)?|aufnahmen?|zeichnung|karte|titelbild|fotografie|"
    r"fotografias?|imagem|imagens|ilustração|arte|divulgação|reprodução|arquivo|"
    r"immagin[ei]|illustrazion[ei]|disegn[oi]|scatt[oi]|inquadratura|ph|"
    r"foto['’]s|opnamen?|beeld(?:en)?|afbeelding(?:en)?|illustraties?|tekening(?:en)?|"
    r"fot|zdjęci[ae]|(?:s?fotografował|uchwycił)a?|kadr|grafika|ilustracj[ae]|rys|rysunek|obraz|"
    r"fotoğraf(?:lar)?|görsel(?:ler)?|resim|illüstrasyon|çizim|çizer|kare|çekim|ekran[ ]görüntüsü|"
    r"(?:hình[ ])?ảnh(?:[ ]chụp(?:[ ]màn[ ]hình)?)?|hình|chụp|minh[ ]họa|tranh|đồ[ ]họa|"
    r"jepretan|bidikan|gambar|ilustrasi|tangkapan[ ]layar|"
    r"фото(?:графия|графии)?|сним(?:ок|ки)|иллюстраци[яи]|рисунок|рис|изображени[ея]|графика|карта|"
    r"картинка|скриншот|съёмка|коллаж|"
    r"(?:ال)?صورة?|رسم|رسوم|بريشة|تصميم|لقطة[ ]شاشة|"
    r"图|圖|图片|圖片|照片|配图|配圖|题图|題圖|封面图?|封面圖|插图|插圖|插画|插畫|绘|繪|资料图|資料照|截图|"
    rf"写真|画像|図版|図|絵|사진|이미지|그림|삽화|그래픽|{SOURCE_WORDS}"
)
# Of them, those with nothing but a space before the name: Foto Wiebke Ebbe.
BARE_WORDS = (
    r"снимок|фотографировала?|снял[аи]?|(?:s?fotografował)a?|photo|foto|clichés?|ph\.|fot\.|rys\.|рис\.|beeld|courtesy|cortesia|archivio|archivo|vía|"
    r"collectie|zbiory|📷️?|📸|фото|фотография|ảnh|fotoğraf|글[ ]?[·과와/]?[ ]?사진|"
    r"تصوير|عدسة|بعدسة|بريشة"
)
# Archives and collections, which end a caption: before their name, as the last part of a word, after
# their name.
ARCHIVES = (
    r"archives?(?:[ ]of)?|collections?(?:[ ]of)?|from[ ]the[ ](?:collections?|archives?)[ ]of|archivos?|colección|colecciones|fondos?|fototeca|hemeroteca|"
    r"archives|fonds|coll\.|archiv|sammlung|bestand|nachlass|arquivos?|acervo|coleção|fundo|archivi[oi]?|collezion[ei]|"
    r"collectie|archief|beeldbank|archiwum|zbiory|ze[ ]zbiorów|kolekcja|из[ ](?:архива|фондов|собрания|коллекции)|архив|коллекция|"
    r"arşiv|tư[ ]liệu|bộ[ ]sưu[ ]tập|koleksi|arsip|dok\.|dokumentasi|(?:من[ ])?(?:أرشيف|مجموعة|مقتنيات)"
)
ARCHIVE_ENDS = r"archiv|sammlung|museum|bibliothek|mediathek|fotothek|archief|collectie"
ARCHIVES_AFTER = r"archives?|collections?|library|arşivi|koleksiyonu|müzesi"
# Words after `photo` that are parts of another term: Photo Gallery.
NO_NAMES = frozenset(
    "gallery album albums booth editor mode library viewer story essay credit".split()
)
# Words that introduce the credit of all images; in languages without a plural, of one as well.
ALL_IMAGES_WORDS = (
    r"photos|photographs|photography|photographies|images|pictures|illustrations|drawings|"
    r"fotos|fotografías|fotografias|imágenes|imagens|ilustraciones|ilustrações|bilder|dessins|"
    r"foto['’]s|beelden|immagini|fotografie|illustrazioni|zdjęcia|ilustracje|"
    r"fotoğraflar|görseller|ảnh|hình[ ]ảnh|(?:le|testo[ ]e|testi[ ]e|teks[ ]dan)[ ]foto|foto-foto|"
    r"(?:نص[ ]و)?صور|الصور|تصوير|"
    r"photo[ ]credits|image[ ]credits|crédits[ ]photos?|bildnachweis|bildquellen?|"
    r"图|圖|图片|圖片|照片|摄影|攝影|供图|供圖|配图|配圖|图片来源|圖片來源|图源|圖源|插图|插圖|"
    r"写真|撮影|画像|イラスト|写真提供|사진|이미지|그림|사진[ ]?제공|"
    r"фото|фотографии|иллюстрации"
)
# Before such a word, which then may be a singular: alle foto, semua foto.
ALL_WORDS = (
    r"all(?:[ ]the)?|todas[ ]l?as|todos[ ]l?os|toutes[ ]les|tous[ ]les|alle|sämtliche|tutte[ ]le|"
    r"wszystkie|tüm|bütün|toàn[ ]bộ|tất[ ]cả|semua|все|جميع|كل|seluruh|全文|本文|文中|所有|全部|全て|すべて|모든"
)
# Words for the image at the top of an article.
COVER_WORDS = (
    r"(?:cover|header|hero|banner|featured?|title|lead|teaser|thumbnail|top|preview)[ -]"
    r"(?:photo(?:graph)?|image|picture|pic|illustration|art(?:work)?)|cover|banner|header|"
    r"(?:foto(?:grafía)?|imagen|ilustración)[ ](?:de[ ](?:la[ ])?(?:portada|cabecera)|destacada|"
    r"principal)|portada|"
    r"(?:photo|image|illustration|visuel)[ ](?:de[ ](?:la[ ])?couverture|de[ ]une|d['’]illustration|"
    r"d['’]en-tête|à[ ]la[ ]une|d['’]ouverture)|(?:en[ ])?couverture|"
    r"(?:titel|beitrags|header|vorschau|aufmacher|teaser|cover|kopf)-?(?:bild|foto|grafik|illustration)|"
    r"(?:foto(?:grafia)?|imagem|ilustração)[ ](?:d[ae][ ]capa|destacada|de[ ]destaque|principal)|capa|"
    r"(?:foto|immagine|illustrazione)[ ](?:di[ ]copertina|in[ ]evidenza)|(?:in[ ])?copertina|"
    r"(?:omslag|cover|header|titel|kop)(?:foto|beeld|afbeelding|illustratie)?|"
    r"uitgelichte[ ]afbeelding|"
    r"(?:zdjęcie|ilustracja|grafika|obraz)[ ](?:na[ ]okładce|główne|tytułowe|w[ ]nagłówku)|okładka|"
    r"kapak(?:[ ](?:fotoğrafı|görseli|resmi|çizimi))?|öne[ ]çıkan[ ](?:görsel|fotoğraf)|"
    r"(?:ảnh|hình|hình[ ]ảnh|tranh)[ ](?:bìa|đại[ ]diện|tiêu[ ]đề)|"
    r"(?:foto|gambar|ilustrasi)[ ](?:sampul|utama|unggulan|muka|header)|"
    r"(?:фото|изображение|иллюстрация|картинка)[ ](?:на|для)[ ]обложк[еи]|обложка|"
    r"صورة[ ](?:الغلاف|المقال|الخبر)|الصورة[ ]الرئيسية|غلاف|"
    r"(?:题图|題圖|头图|頭圖|首图|首圖|封面[图圖照]?|封面图片|封面圖片|封面照片)"
    r"(?:来源|來源|作者|摄影|攝影)?|"
    r"(?:カバー|ヘッダー|トップ|表紙|アイキャッチ|サムネイル|見出し)(?:写真|画像|イラスト)?|"
    r"(?:표지|커버|대표|배너|헤더)[ ]?(?:사진|이미지|그림|일러스트)|썸네일"
)
# Headings above the credits of all images.
SECTION_WORDS = (
    r"(?:image|photo(?:graph)?|picture|illustration)s?[ ](?:credits?|sources?|attributions?)|"
    r"créditos[ ](?:de[ ]las[ ]|d[ae]s[ ])?(?:imágenes|fotos|imagens|fotográficos)|"
    r"crédits?[ ](?:photos?|images?|photographiques|des[ ]images)|"
    r"bildnachweise?|bildquellen?|bildrechte|fotonachweise?|bilder|"
    r"crediti[ ](?:fotografici|foto|immagini|delle[ ]immagini)|"
    r"(?:foto|beeld)(?:verantwoording|credits)|bronnen[ ](?:beeld|foto['’]s)|"
    r"(?:źródła|autorzy)[ ](?:zdjęć|ilustracji|grafik)|(?:görsel|fotoğraf)[ ]kaynakları|"
    r"nguồn[ ](?:hình[ ])?ảnh|(?:sumber|kredit)[ ](?:foto|gambar)|"
    r"(?:источники|авторы)[ ](?:изображений|иллюстраций|фото(?:графий)?)|(?:مصادر|حقوق)[ ]الصور|"
    r"图片来源|图片出处|图片版权|圖片來源|圖片出處|画像出典|画像クレジット|写真クレジット|画像引用元|"
    r"사진[ ]?출처|이미지[ ]?출처"
)
# Words after a name instead of before it: 林知微 摄, 港町博物館提供, 한서윤 촬영.
HAN_SUFFIXES = r"(?:拍)?[摄攝]影?|供[图圖]|[资資]料[图照圖]|[绘繪]制?|制图|製圖"
KANA_SUFFIXES = r"撮影|提供|写す|画|描く|作図|作画"
HANGUL_SUFFIXES = r"제공|촬영|기자|작가|캡처"
# Given or shown with permission; what follows is the source, whatever it looks like.
PERMISSION_WORDS = (
    r"(?:photo|image)[ ](?:provided|supplied)[ ]by|(?:cedid[ao]s?|facilitad[ao]s?)[ ]p[oe]r|"
    r"(?:cortes[íi]a|gentileza)[ ]d[aeo]l?s?|(?:avec[ ])?l['’]aimable[ ]autorisation[ ]d(?:e[ ]la|[eu]s?)|"
    r"mit[ ]freundlicher[ ]genehmigung[ ](?:von|de[rs])|per[ ]gentile[ ]concessione[ ]d(?:i|el(?:la)?)|"
    r"met[ ]dank[ ]aan|met[ ]toestemming[ ]van|dzięki[ ]uprzejmości|"
    r"tác[ ]giả[ ]cung[ ]cấp|atas[ ]izin|dok(?:\.|umentasi)|предоставлен[аоы]?|بإذن[ ](?:من)?"
)

# Agencies and services whose names appear after a slash or alone in brackets.
AGENCIES = (
    r"getty(?:[ ]images)?|reuters|afp|ap(?:[ ](?:photo|images?))?|epa(?:-efe)?|efe|ansa|dpa|apa|"
    r"keystone|lusa|tass|тасс|риа[ ]новости|xinhua|kyodo|yonhap|bloomberg|alamy(?:[ ]stock[ ]photo)?|"
    r"shutterstock|istock(?:photo)?|adobe[ ]stock|depositphotos|dreamstime|imago|picture[ ]alliance|magnum|belga|ntb|"
    r"lapresse|anp|hollandse[ ]hoogte|pap|anadolu(?:[ ]ajansı)?|depo[ ]photos|ttxvn|antara(?:[ ]foto)?|"
    r"unsplash|pexels|pixabay|flickr|wikimedia(?:[ ]commons)?|nasa|esa|"
    r"أ[ ]?ف[ ]?ب|رويترز|غيتي(?:[ ]إيمدجز)?|"
    r"新华社|新華社|中新社|视觉中国|視覺中國|东方IC|達志影像|中央社|路透|法新社|美联社|美聯社|"
    r"共同通信|時事通信|アフロ|AFP＝時事|"
    r"연합뉴스|뉴시스|뉴스1|로이터|게티이미지(?:뱅크)?|維基共享資源|维基共享资源"
)
SERVICES = (
    r"unsplash|pexels|pixabay|flickr|wikimedia(?:[ ]commons)?|wikipedia|openverse|nasa|geograph|"
    r"freepik|undraw|midjourney|dall[-·]?e|stable[ ]diffusion"
)

# Endings of the names of outlets and institutions.
ORGANIZATIONS = (
    r"(?:报|報|网|網|社|台|臺|刊|新闻|新聞|日报|晚报|周刊|传媒|傳媒|集团|集團|公司|中国|中國|博物馆|博物館|档案馆|美术馆|"
    r"美術館|图书馆|圖書館|大学|大學|学院|學院|研究所|委员会|委員會|政府|协会|協會|基金会|微博|微信|公众号|官方|官网|"
    r"官網|脸书|臉書|资源|資源|工作室|影像|图库|圖庫|図書館|資料館|新聞社|通信|協議会|観光協会|受访者|受訪者|提供|本人|作者)"
)
# Words for an unknown or anonymous author.
UNNAMED = frozenset("佚名 未知 匿名 匿名希望 不详 不詳 不明 익명 anonymous unknown".split())
# The author of the article, who needs no name in a credit.
AUTHOR_WORDS = (
    r"(?:the[ ]|l['’]|dell['’])?(?:author|autore?|autora|auteur|yazar|penulis|myself|me)|"
    r"автора|作者|筆者|著者|本人|필자|المؤلف|privat"
)
# Words that name no one: "the internet".
NOBODY = UNNAMED | frozenset(
    "网络 网路 網路 網絡 互联网 网上 百度 谷歌 internet web google the-internet pinterest netz "
    "network интернет 인터넷 ネット インターネット イメージ 자료사진 网络资源 网络图片 sưu-tầm istimewa dr d.r "
    "materiały-prasowe divulgação reprodução ilustrasi ilustração illustration archiv archivo archief "
    "arquivo archive arsip stock symbolbild symbolfoto وكالات الإنترنت إنترنت أرشيف أرشيفية".split()
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
    "und & for d' l' и из bin al el ter ten af av dello degli dei delle w na ve dan đến en i".split()
)
LOWER_NAMES = frozenset("dpa epa afp ap imago privat archiv reuters iStock unsplash pexels".split())

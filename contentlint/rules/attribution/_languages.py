"""Phrases and names with which articles state their authors and sources, by language.

There is one `Language` for each language; everything that depends on the language is here. The
values are parts of regular expressions with `re.MULTILINE`; empty: no such phrase.
In one module, for these are tables of one form.
"""

import re
from typing import NamedTuple

from contentlint.rule import lazy

# Names of people, by script.
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-ĂĆČĎĐĒĘĚĞĪĶŁŃŇŌŐŘŚŞŠŤŪŮŹŻŽ]"
_WORD = rf"(?:{_CAPITAL}[\w'’-]+|{_CAPITAL}\.)"
_PARTICLE = (
    r"(?:de|del|de la|de los|da|do|dos|das|di|du|des|le|la|van|van der|van den|von|von der|"
    r"vom|zu|zur|bin|al|el|ter|ten|y|e)"
)
LATIN = rf"{_WORD}(?:[ \t]+(?:{_PARTICLE}[ \t]+)?{_WORD}){{1,3}}"
CYRILLIC = r"(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]\.)(?:[ \t]*(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]\.)){1,2}"
HAN = "[\u4e00-\u9fff]{2,4}(?:[·•][\u4e00-\u9fff]{1,6})?"
# A family name in kanji and a given name in kanji or kana, with or without a space between them.
JAPANESE = (
    "(?:[\u4e00-\u9fff々ヶ]{1,3}[ \u3000][\u4e00-\u9fff々ぁ-んァ-ヶー]{1,5}"
    "|[\u4e00-\u9fff々ヶ]{2,6}[ぁ-ん]{0,4}|[\u4e00-\u9fff々]{1,3}[ぁ-んァ-ヶー]{2,5})"
)
HANGUL = "[가-힣]{2,4}"

MONTHS = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_LATIN_TITLE = (
    rf"(?:«[^»\n]{{2,40}}»|“[^”\n]{{2,40}}”|„[^“”\n]{{2,40}}[“”]|\"[^\"\n]{{2,40}}\"|"
    rf"(?:[Tt]he )?(?!{MONTHS}|{DAYS}){_CAPITAL}[\w'’&-]*(?:\.\w+)*"
    rf"(?: (?:{_CAPITAL}[\w'’&-]*(?:\.\w+)*|of|the|and|&|de|del|du|des|der|da|do|la|le|y|und|et)){{0,6}})"
)
_CYRILLIC_TITLE = r"(?:«[^»\n]{2,40}»|[А-ЯЁ][\w-]*(?: [А-ЯЁ][\w-]*){0,4}|[A-Z][\w.-]+)"
_EAST_TITLE = "(?:『[^』\n]{2,30}』|「[^」\n]{2,30}」|《[^》\n]{2,30}》|〈[^〉\n]{2,30}〉)"


class Language(NamedTuple):
    """The phrases of one language for authors, sources and translations.

    Args:
        code: the language code (BCP 47).
        name: a pattern for the name of one person.
        label: words before a colon or a similar character and the name of the author.
        by: a word directly before the name of the author.
        never: what may follow that word without being a name.
        anywhere: sentences that name the first publication of the article, anywhere in a line.
        alone: lines that name the first publication, at the ends of the text only.
        source: a word before a colon and the name of an outlet.
        lead: words directly before the link to the original.
        outlet: a pattern for the name of an outlet.
        translated: sentences or lines that mark the text as a translation.
        translator: words that name the translator.
        openings: the first letters of lines with any of these, at least three.
        hints: text inside lines with any of these that `openings` does not cover.
        core: text that every match of `anywhere` and `translated` contains.
    """

    code: str
    name: str
    label: str = ""
    by: str = ""
    never: str = ""
    anywhere: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    source: str = ""
    lead: str = ""
    outlet: str = ""
    translated: tuple[str, ...] = ()
    translator: str = ""
    openings: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    core: tuple[str, ...] = ()


_FIRST = r"(?:[Oo]riginally|[Ff]irst) (?:published|posted|appeared|printed)"
_AGAIN = r"[Rr]e(?:printed|published|posted|produced)"
_WHERE = r"(?:in|on|at|by|from|(?:with|by) (?:kind )?permission (?:from|of))"

ENGLISH = Language(
    "en",
    LATIN,
    label=(
        r"[Aa]uthors?|AUTHORS?|[Ww]ords(?: by)?|WORDS|[Tt]ext(?: by)?|[Ww]ritten by|"
        r"[Ss]tory(?: by)?|[Aa]rticle by|[Rr]eport(?:ed|ing)?(?: by)?|[Ww]riter"
    ),
    by=r"(?:[Bb][Yy]|[Ww]ords by|[Tt]ext by|[Ww]ritten by|[Ss]tory by|[Rr]eport(?:ed|ing) by)",
    never=(
        r"(?:The|An?|Our|Your|My|This|That|These|Those|All|Any|Each|Every|Popular|Default|Design|"
        r"Contrast|Comparison|Law|Using|[A-Z]\w+ing)\b"
    ),
    anywhere=(
        r"[Tt]his (?:article|post|piece|story|essay|column|interview|report|review)"
        rf"(?: [a-z]+){{0,2}} (?:{_FIRST}|{_AGAIN}) {_WHERE} {_LATIN_TITLE}(?! \d+\.\d)",
    ),
    alone=(
        rf"(?:{_FIRST}|{_AGAIN}) {_WHERE} {_LATIN_TITLE}",
        rf"[Vv]ia:? {_LATIN_TITLE}",
        rf"[Cc]ross-?posted (?:from|at|on) {_LATIN_TITLE}",
    ),
    lead=(
        rf"(?:{_FIRST}|{_AGAIN}) (?:{_WHERE} )?(?:the )?|\b(?:[Oo]riginal )?[Ss]ource[ \t]*:|[Vv]ia:?|"
        r"\b[Oo]riginal(?: article| post| story| version)?[ \t]*:|[Cc]ross-?posted (?:from|at|on)"
    ),
    source="[Ss]ource",
    outlet=(
        r"(?:[Tt]he )?(?:[A-Z][\w'’&-]* ){0,4}(?:Times|Post|News|Herald|Gazette|Tribune|Journal|"
        r"Review|Daily|Weekly|Magazine|Observer|Guardian|Telegraph|Chronicle|Standard|Courier|"
        r"Examiner|Mirror|Press|Agency|Reuters|Xinhua)(?: Agency)?"
    ),
    translated=(
        r"[Tt]his (?:article|post|piece|story|essay|text|page|document)(?: [a-z]+){0,2} "
        r"(?:translated(?= from\b|[.)]?$)|(?:my |an? )?(?:[A-Z]\w+ )?translation(?= of\b|[.)]?$))",
        r"^[ \t*_(]*[Tt]ranslated from (?:the )?(?:original )?"
        r"(?:Arabic|Chinese|Danish|Dutch|English|Finnish|French|German|Greek|Hebrew|Hindi|Italian|"
        r"Japanese|Korean|Norwegian|Persian|Polish|Portuguese|Russian|Spanish|Swedish|Turkish|"
        r"Ukrainian|Vietnamese)\b",
    ),
    translator=r"[Tt]ranslated(?: [\w ]{1,30})? by\b|[Tt]ranslat(?:ors?|ion)(?: by)?[ \t]*:|"
    r"(?:my|our|own) translation|\b(?:I|[Ww]e)(?:'ve| have)? translated",
    openings=tuple(
        "Author|AUTHOR|author|Words|WORDS|words|Text|text:|text by|Written|written|WRITTEN|Story|story|Article|Report:|Report by|Reported|Reporting|Writer|By |By:|BY |BY:|by |This art|this art|This pos|this pos|This pie|this pie|This sto|this sto|This ess|this ess|This col|this col|This int|this int|This rep|this rep|This rev|this rev|This tex|This pag|This doc|First |first |Origin|origin|Reprint|reprint|Republi|republi|Reposte|Reprodu|Via|via|Cross|cross|Source|source|Transla|transla".split(
            "|"
        )
    ),
    hints=(
        "riginally p",
        "irst published",
        "irst appeared",
    ),
    core=("ublished", "osted", "ppeared", "rinted", "roduced", "ransla"),
)

SPANISH = Language(
    "es",
    LATIN,
    label=r"Autor(?:es|as?)?|Texto(?: de)?|Escrito por|Redactor(?:a|es)?|Un texto de|Reportaje(?: de)?",
    by=r"(?:[Pp]or|POR|Escrito por|Texto de|Un texto de)",
    never=r"(?:El|La|Los|Las|Un[ao]?s?|Est[eao]s?|Ahora|Fin|Qué|Eso|Supuesto|Favor|Tu|Mi|Su)\b",
    anywhere=(
        r"[Ee]ste (?:artículo|texto|reportaje)(?: [a-zéóú]+){0,2} "
        rf"(?:public(?:ado|ó)|apareció)(?: originalmente| por primera vez| primero)+ (?:en|por) "
        rf"(?:el |la )?{_LATIN_TITLE}",
    ),
    alone=(
        r"(?:[Oo]riginalmente publicado|[Pp]ublicado (?:originalmente|por primera vez|antes)|"
        rf"[Rr]eproducido (?:con permiso )?de|[Pp]ublicado en) (?:en |de |por )?(?:el |la )?{_LATIN_TITLE}",
        rf"[Vv]ía:? {_LATIN_TITLE}",
    ),
    lead=(
        r"[Pp]ublicado (?:originalmente|por primera vez) en(?: el| la)?|[Oo]riginalmente publicado en(?: el| la)?|"
        r"\b[Ff]uente[ \t]*:|[Vv]ía:?|(?:[Aa]rtículo|[Tt]exto) original[ \t]*:"
    ),
    source="[Ff]uente",
    outlet=(
        r"(?:(?:El|La) )?(?:[A-ZÁÉÍÓÚ][\wñ]* (?:de |del |de la )?){0,4}(?:Diario|Periódico|Noticias|"
        r"Gaceta|Correo|Revista|Agencia|Mundo|País|Prensa|Tribuna|Heraldo)"
        r"(?: (?:de |del |de la )?[A-ZÁÉÍÓÚ][\wñ]*){0,3}"
    ),
    translated=(
        r"(?:[Ee]ste (?:artículo|texto) (?:es una traducción|(?:ha sido|fue|está) traducido)(?! por\b| al\b)"
        r"|^[ \t*_(]*[Tt]raducid[oa] del? (?:inglés|francés|alemán|portugués|italiano|chino|ruso|japonés))",
    ),
    translator=r"[Tt]raduc(?:ido|ida)(?: [\wé ]{1,30})? por\b|[Tt]raduc(?:tora?|ción)(?: de)?[ \t]*:|[Tt]raducción de [A-Z]",
    openings=tuple(
        "Autor|Texto|Escrito|Redact|Un text|Reporta|Por |POR |por |Origin|Publicad|Reprodu|Vía|vía|Fuente|fuente|Este ar|este ar|Este te|este te|Este re|Artículo|Traduc|traduc".split(
            "|"
        )
    ),
    hints=("originalmente",),
    core=("riginalmente", "rimer", "raduc"),
)

FRENCH = Language(
    "fr",
    LATIN,
    label=r"Auteur(?:es?|s|rice)?|Autrice|Texte(?: de)?|Écrit par|Rédigé par|Propos recueillis par|Article de",
    by=r"(?:[Pp]ar|PAR|Écrit par|Rédigé par|Texte de|Propos recueillis par|Un article de)",
    never=r"(?:L[eas]s?|L['’]|Une?|Des|Cet?t?e?s?|Mon|Ma|Notre|Votre|Contre|Exemple|Ailleurs|Rapport)\b",
    anywhere=(
        r"[Cc]e(?:t article| texte| billet| reportage)(?: est| a)?(?: [a-zéè'’]+){0,3} "
        r"(?:publié|paru|diffusé)(?: [a-zéè'’]+){0,2} "
        rf"(?:dans|sur|par|chez) (?:le |la |les |l['’])?{_LATIN_TITLE}",
    ),
    alone=(
        r"(?:[Ii]nitialement (?:publié|paru)|(?:[Pp]ublié|[Pp]aru) (?:initialement|d['’]abord|à l['’]origine)|"
        r"[Aa]rticle (?:initialement |d['’]abord )?(?:paru|publié)|[Rr]eproduit (?:avec l['’]autorisation )?de) "
        rf"(?:dans |sur |par |chez )?(?:le |la |les |l['’])?{_LATIN_TITLE}",
        rf"[Vv]ia:? {_LATIN_TITLE}",
    ),
    lead=(
        r"(?:[Pp]ublié|[Pp]aru)(?: initialement| d['’]abord)? (?:dans|sur|par|chez)(?: le| la| les| l['’])?|"
        r"\b[Ss]ource[ \t\u00a0]*:|(?:[Aa]rticle|[Tt]exte) original[ \t\u00a0]*:"
    ),
    source=r"[Ss]ource",
    outlet=(
        r"(?:L(?:e|a|es) |L['’])?(?:[A-ZÉÈ][\wéè'’-]* (?:de |du |des |de la )?){0,4}(?:Journal|Gazette|Revue|"
        r"Courrier|Agence|Monde|Presse|Dépêche|Voix|Nouvelles|Quotidien|Tribune|Écho|AFP)"
        r"(?: (?:de |du |des |de la )?[A-ZÉÈ][\wéè'’-]*){0,3}"
    ),
    translated=(
        r"(?:[Cc]e(?:t article| texte| billet) (?:est une traduction|(?:a été|est) traduit)(?! par\b| en\b)"
        r"|^[ \t*_(]*[Tt]raduit (?:de l['’](?:anglais|allemand|espagnol|italien)|du (?:chinois|russe|portugais|japonais))(?! par\b))",
    ),
    translator=r"[Tt]raduit(?: [\wéè'’ ]{1,30})? par\b|[Tt]raduct(?:eur|rice|ion)(?: par| de)?[ \t]*:|[Tt]raduction de [A-Z]",
    openings=tuple(
        "Auteur|Autrice|Texte|Écrit|Rédigé|Propos re|propos re|Article|article|Un arti|Par |PAR |par |Initialement|initialement|Publié|publié|Paru|paru|Reprodu|Source|source|Cet art|cet art|Ce text|ce text|Ce bill|Ce repo|Tradui|tradui|Traduc".split(
            "|"
        )
    ),
    hints=("itialement",),
    core=("ublié", "paru", "iffusé", "radu"),
)

GERMAN = Language(
    "de",
    LATIN,
    label=r"Autor(?:in(?:nen)?|en)?|Text(?: von)?|Verfasst von|Geschrieben von|Ein (?:Beitrag|Bericht|Text) von|Verfasser(?:in)?",
    by=r"(?:[Vv]on|VON|Verfasst von|Geschrieben von|Text von|Ein (?:Beitrag|Bericht|Text|Gastbeitrag) von)",
    never=r"(?:D(?:er|ie|as|en|em|es)|Eine[rmns]?|Ein|Unser\w*|Mein\w*|Dein\w*|Anfang|Natur|Hand|Haus|Herzen|Vielen?|Allen?)\b",
    anywhere=(
        r"[Dd]iese[rs] (?:Artikel|Beitrag|Text|Bericht)(?: (?:ist|wurde|erschien))(?: [a-zäöü]+){0,2} "
        r"(?:zuerst|zunächst|ursprünglich)(?: am [\d. ]+(?: [A-Z]\w+ \d{4})?)? (?:in|im|bei|auf|beim) "
        rf"(?:der |dem |den )?{_LATIN_TITLE}",
    ),
    alone=(
        r"(?:(?:[Zz]uerst|[Uu]rsprünglich) (?:erschienen|veröffentlicht)|[Ee]rschien(?:en)? zuerst|[Nn]achdruck aus|"
        rf"[Ü]bernommen (?:aus|von)) (?:in |im |bei |auf |beim )?(?:der |dem |den )?{_LATIN_TITLE}",
    ),
    lead=(
        r"(?:[Zz]uerst|[Uu]rsprünglich) (?:erschienen|veröffentlicht)(?: in| im| bei| auf| beim)?(?: der| dem)?|"
        r"\bQuelle[ \t]*:|\b(?:Original|Originalartikel|Originalbeitrag)[ \t]*:"
    ),
    source="Quelle",
    outlet=(
        r"(?:(?:Der|Die|Das) )?(?:[A-ZÄÖÜ][\wäöüß-]* ){0,4}[A-ZÄÖÜ]?[\wäöüß-]*(?:[Zz]eitung|[Aa]nzeiger|[Bb]latt|"
        r"[Kk]urier|[Pp]resse|[Nn]achrichten|[Rr]undschau|Post|[Bb]ote|[Mm]agazin|[Ss]piegel|dpa)"
        r"(?: [A-ZÄÖÜ][\wäöüß-]*){0,2}"
    ),
    translated=(
        r"(?:[Dd]ieser (?:Artikel|Beitrag|Text) (?:ist eine Übersetzung|wurde (?:aus dem [A-Z]\w+ )?übersetzt)(?! von\b)"
        r"|^[ \t*_(]*(?:[Üü]bersetzt )?[Aa]us dem (?:Englischen|Französischen|Spanischen|Chinesischen|Russischen|Italienischen|Japanischen)(?: übersetzt)?(?=[.)*_ \t]*$))",
    ),
    translator=r"[Üü]bersetzt(?: [\wäöüß ]{1,30})? von\b|[Aa]us dem [A-Z]\w+ von\b|[Üü]bersetz(?:ung|er(?:in)?)(?: von)?[ \t]*:|Übersetzung von [A-Z]",
    openings=tuple(
        "Autor|Text|Verfass|Geschrie|Ein Bei|Ein Ber|Ein Tex|Ein Gas|Von |VON |von |Zuerst|zuerst|Ursprü|ursprü|Erschie|Nachdru|Übernom|Quelle|Origin|Dieser |dieser |Dieses |Übers|übers|Aus dem|aus dem".split(
            "|"
        )
    ),
    hints=("zuerst ",),
    core=("zuerst", "zunächst", "ursprünglich", "berset", "us dem "),
)

PORTUGUESE = Language(
    "pt",
    LATIN,
    label=r"Autor(?:es|as?)?|Texto(?: de)?|Escrito por|Reportagem(?: de)?|Redator(?:a|es)?|Um texto de",
    by=r"(?:[Pp]or|POR|Escrito por|Texto de|Reportagem de)",
    never=r"(?:O|A|Os|As|Um[a]?|Uns|Est[ea]s?|Isso|Que|Favor|Exemplo|Fim|Seu|Sua|Meu|Minha)\b",
    anywhere=(
        r"[Ee]ste (?:artigo|texto)(?: foi| saiu)?(?: [a-zéêó]+){0,2} (?:publicado|divulgado)"
        rf"(?: originalmente| primeiro| pela primeira vez)+ (?:em|no|na|pelo|pela) {_LATIN_TITLE}"
        r"|[Ee]ste (?:artigo|texto) foi (?:originalmente|primeiro) publicado "
        rf"(?:em|no|na|pelo|pela) {_LATIN_TITLE}",
    ),
    alone=(
        r"(?:[Oo]riginalmente publicado|[Pp]ublicado (?:originalmente|pela primeira vez)|[Rr]eproduzido) "
        rf"(?:em|no|na|de|do|da|pelo|pela) {_LATIN_TITLE}",
    ),
    lead=(
        r"[Pp]ublicado (?:originalmente|pela primeira vez) (?:em|no|na)|[Oo]riginalmente publicado (?:em|no|na)|"
        r"\b[Ff]onte[ \t]*:|(?:[Aa]rtigo|[Tt]exto) original[ \t]*:"
    ),
    source="[Ff]onte",
    outlet=(
        r"(?:[OA] )?(?:[A-ZÁÉÍÓÚÂÊ][\wãõçáéíóú]* (?:de |do |da )?){0,4}(?:Jornal|Folha|Diário|Agência|Gazeta|"
        r"Correio|Revista|Notícias|Globo|Estado|Tribuna)(?: (?:de |do |da )?[A-ZÁÉÍÓÚÂÊ][\wãõçáéíóú]*){0,3}"
    ),
    translated=(
        r"(?:[Ee]ste (?:artigo|texto) (?:é uma tradução|foi traduzido)(?! por\b| para\b)"
        r"|^[ \t*_(]*[Tt]raduzido do (?:inglês|francês|alemão|espanhol|italiano|chinês|russo|japonês)(?! por\b))",
    ),
    translator=r"[Tt]raduzid[oa](?: [\wêã ]{1,30})? por\b|[Tt]radu(?:tora?|ção)(?: de)?[ \t]*:|[Tt]radução de [A-Z]",
    openings=tuple(
        "Autor|Texto|Escrito|Reporta|Redat|Um text|Por |POR |por |Origin|Publicad|publicad|Reprodu|Fonte|fonte|Este ar|este ar|Este te|Artigo|Traduz|traduz".split(
            "|"
        )
    ),
    core=("riginalmente", "rimeir", "radu"),
)

RUSSIAN = Language(
    "ru",
    CYRILLIC,
    label=r"[Аа]втор(?:ы)?(?: (?:текста|статьи|материала))?|Текст|Написал(?:а|и)?|Подготовил(?:а|и)?|Беседовал(?:а|и)?",
    by=r"(?:Написал(?:а|и)?|Подготовил(?:а|и)?|Беседовал(?:а|и)?)",
    never="",
    anywhere=(
        r"[Ээ]т(?:а статья|от (?:текст|материал)) (?:был[а]? )?(?:впервые |изначально |первоначально )"
        rf"(?:был[а]? )?(?:опубликован[а]?|вышл?[аи]?|появил(?:ась|ся)) (?:в|на) (?:\w+ )?{_CYRILLIC_TITLE}",
    ),
    alone=(
        r"(?:(?:[Вв]первые|[Ии]значально|[Пп]ервоначально) опубликован[оа]?|[Пп]ерепечат(?:ано|ка)|[Пп]о материалам|"
        rf"[Оо]публиковано) (?:в |на |из |с )?(?:газет[аеы] |журнал[аеы]? |сайт[аеы]? )?{_CYRILLIC_TITLE}",
    ),
    lead=(
        r"[Оо]публикован[оа]? (?:впервые )?(?:в|на)|\b[Ии]сточник[ \t]*:|\b[Оо]ригинал(?: статьи| материала)?[ \t]*:"
    ),
    source="[Ии]сточник",
    outlet=(
        r"(?:газета |журнал |агентство |портал |сайт )?(?:«[^»\n]{2,40}»|[А-ЯЁ][\w-]*(?: [\w-]+){0,3}"
        r"(?:[Нн]овости|[Вв]естник|[Вв]едомости|[Ии]звестия|[Гг]азета|[Аа]гентство|[Пп]равда)|ТАСС|Интерфакс|РИА Новости)"
    ),
    translated=(
        r"(?:[Ээ]т(?:а статья|от текст) (?:является переводом|переведен[а]?|— перевод|- перевод)"
        r"|^[ \t*_(]*[Пп]еревод с (?:английского|французского|немецкого|испанского|китайского|японского)(?=[.)*_ \t]*$))",
    ),
    translator=r"[Пп]ерев(?:ёл|ел|ела|одчи[кц]\w*|од)[ \t]*:|[Пп]ерев(?:ёл|ела?)\b|[Пп]еревод (?:с \w+ )?[А-ЯЁ]|[Пп]ереводчи[кц]\w* [А-ЯЁ]",
    openings=tuple(
        "Автор|автор|Текст|Написа|Подгото|Беседо|Эта ста|Этот те|Этот ма|эта ста|Впервые|впервые|Изначал|Первона|Перепеч|По мате|Опублик|опублик|Источник|источник|Оригинал|Перев|перев".split(
            "|"
        )
    ),
    core=("публик", "вышл", "вышел", "появ", "ерев"),
)

# An author who republishes their own text needs no source; a year or a place is not a source.
_OWN = (
    r"(?!\s{0,9}[\d〇一二三四五六七八九十]|"
    r"[^\s，。；,;]{0,12}(?:投稿|原创|原創|我的|本人|个人|個人|作者|本站|自己|公众号|公眾號))"
)
_HAN_TITLE = r"[《〈“\"「]?[^\s，。；,;:：)）】\]》〉”」|｜]{2,20}[》〉”」]?"
_HAN_END = r"(?=[\s，。；,;)）】\]|｜]|$)"
_TAKEN = "(?:转载自|轉載自|转自|轉自|编译自|編譯自)"
_FIRST_IN = "(?:首发于|首發於|原载于?|原載於?|刊[载登]于|刊[載登]於)"

CHINESE = Language(
    "zh",
    HAN,
    label="(?:本文|原文|文章)?(?:原?作者|撰文|撰稿人?|執筆)",
    anywhere=(
        rf"(?:本|此|该|該|原)文(?:章)?[ \t]*(?:(?:最早|最初)?(?:{_FIRST_IN}|{_TAKEN})[ \t]{{0,9}}[:：]?"
        rf"|(?:来源|來源|出处|出處)[ \t]*[:：])[ \t]{{0,9}}{_OWN}{_HAN_TITLE}{_HAN_END}",
    ),
    alone=(
        rf"(?:{_TAKEN}|译自|譯自|原载于?|原載於?)[ \t]{{0,9}}[:：]?[ \t]{{0,9}}{_OWN}{_HAN_TITLE}",
        r"(?:[英日法德韩韓]文原文|原文(?:链接|鏈接|連結|地址|标题|標題|出处|出處))"
        r"[ \t]{0,9}[:：][ \t]*[^\s，。；：:\[<][^\r\n，。；：:\[<\u3000]{3,60}",
    ),
    lead=(
        rf"(?:{_TAKEN}|{_FIRST_IN}|译自|譯自)[ \t]*[:：]?|(?:来源|來源|出处|出處)[ \t]*[:：]|"
        r"(?:[英日法德韩韓]文)?原文(?:链接|鏈接|連結|地址|标题|標題|出处|出處)?[ \t]*[:：]"
    ),
    source="(?:文章|稿件|新闻|新聞|消息|信息)?(?:来源|來源|出处|出處)",
    outlet=(
        rf"{_OWN}(?:《[^》\s]{{2,20}}》|[^\s，。；,;:：)）】\]|｜]{{0,16}}"
        r"(?:报|報|网|網|社|台|臺|刊|号|號|新闻|新聞|杂志|雜誌|频道|頻道|在线|在線|头条|頭條|资讯|資訊|传媒|傳媒|"
        r"客户端|客戶端|微博|微信|博客|论坛|論壇|网络|網路|互联网))"
    ),
    translated=(
        r"(?:本|此|该|該)文(?:章)?[^\s，。；,;]{0,6}(?:翻译自|翻譯自|译自|譯自|编译自|編譯自)",
        r"^[ \t\u3000（(【\[—*]*(?:翻译自|翻譯自|译自|譯自|编译自|編譯自)[ \t]{0,9}[:：]?",
    ),
    translator=(
        "(?:译者|譯者|翻译|翻譯|编译|編譯|译文|譯文|校译|校譯)[ \\t]*[:：/／|｜]|"
        "由[^\\n，。]{1,20}(?:翻译|翻譯|编译|編譯)|[译譯][ \\t]*[:：/／]|"
        "(?:笔者|筆者|本人|我|自己)[^\\n，。]{0,6}(?:翻译|翻譯|编译|編譯)"
    ),
    hints=(
        "来源",
        "來源",
        "出处",
        "出處",
        "原文",
        "转自",
        "轉自",
        "转载自",
        "轉載自",
        "译自",
        "譯自",
        "原载",
        "原載",
        "刊载",
        "刊登于",
        "刊載",
        "刊登於",
        "首发于",
        "首發於",
        "编译自",
        "編譯自",
        "作者",
        "撰文",
        "撰稿",
        "记者",
        "記者",
        "文/",
        "文／",
        "文｜",
        "文|",
        "文：",
        "文字",
    ),
    core=("自", "于", "於", "载", "載", "源", "处", "處"),
)

JAPANESE_LANGUAGE = Language(
    "ja",
    JAPANESE,
    label="著者|執筆者?|筆者|文責|取材・文|文・写真|構成・文|取材|文|ライター|記者|寄稿",
    anywhere=(
        rf"(?:この|本)(?:記事|稿|文章|コラム)は[、 ]?[^。\n]{{0,20}}{_EAST_TITLE}[^。\n]{{0,24}}"
        r"(?:掲載|発表|公開)(?:された|した)(?:もの|記事|原稿)",
    ),
    alone=(
        rf"(?:初出|転載元|引用元|元記事|原文)[ \t]*[:：][ \t]*(?:{_EAST_TITLE}|[^\s:：<\[]{{2,30}})",
        rf"{_EAST_TITLE}(?:[^。\n]{{0,12}})(?:より|から)転載",
    ),
    lead=r"(?:初出|転載元|引用元|元記事|出典|情報源|ソース|原文)[ \t]*[:：]",
    source="(?:出典|情報源|ソース)",
    outlet=(
        r"(?:「[^」\n]{2,20}」|『[^』\n]{2,20}』|[^\s:：、。<\[]{1,14}"
        r"(?:新聞|通信|ニュース|放送|日報|タイムズ|マガジン|オンライン))"
    ),
    translated=(
        r"(?:この|本)(?:記事|稿|文章)は[^。\n]{0,30}(?:翻訳した(?:もの|記事)|を翻訳|の翻訳(?:です|である)|の訳(?:です|である))",
        r"^[ \t\u3000（(【\[*]*(?:英語|中国語|フランス語|ドイツ語|韓国語|ロシア語)(?:版)?から(?:の)?翻訳",
    ),
    translator=r"(?:翻訳者?|訳者?|抄訳|編訳|監訳)[ \t]*[:：/／=＝・]|[^\s、。]{2,12}[ \t]?訳[ \t]*$|(?:私|筆者)が[^。\n]{0,6}訳",
    hints=(
        "掲載",
        "転載",
        "初出",
        "引用元",
        "元記事",
        "出典",
        "情報源",
        "ソース：",
        "翻訳",
        "著者",
        "執筆",
        "筆者",
        "文責",
        "文・",
        "文＝",
        "文=",
        "取材",
        "ライター",
        "寄稿",
        "の訳",
    ),
    core=("掲載", "発表", "公開", "訳"),
)

KOREAN = Language(
    "ko",
    HANGUL,
    label="글쓴이|작성자|저자|필자|취재|글|기자",
    anywhere=(
        rf"이 (?:글|기사|칼럼)[은는] [^.\n]{{0,20}}(?:{_EAST_TITLE}|'[^'\n]{{2,20}}'|‘[^’\n]{{2,20}}’|\S{{2,14}})에 "
        r"(?:처음 |먼저 )?(?:게재|실린|실렸|발표|소개)\w*",
    ),
    alone=(
        r"(?:원문|원출처|최초 게재|전재)[ \t]*[:：][ \t]*[^\s:：<\[][^\n:：<\[]{1,30}",
        r"\S{2,14}에서 (?:전재|옮김)",
    ),
    lead=r"(?:출처|원문|원출처|전재)[ \t]*[:：]",
    source="출처",
    outlet=r"\S{1,12}(?:일보|신문|뉴스|방송|통신|타임스|매거진|저널)",
    translated=(
        r"이 (?:글|기사)[은는] [^.\n]{0,30}(?:번역한|옮긴|번역했|번역입니다|번역본)",
        r"^[ \t(\[*]*(?:영어|일본어|중국어|프랑스어|독일어)에서 번역",
    ),
    translator=r"(?:번역자?|옮긴이|역자)[ \t]*[:：/=·]|[가-힣]{2,4} (?:번역|옮김)(?=[\s.)\]]*$)",
    hints=(
        "게재",
        "실린",
        "실렸",
        "원문",
        "출처",
        "원출처",
        "전재",
        "옮김",
        "번역",
        "글쓴이",
        "작성자",
        "저자",
        "필자",
        "취재",
        "글·",
        "글:",
        "글=",
        "글 ",
        "기자",
        "특파원",
        "발표",
        "소개",
    ),
    core=("게재", "실린", "실렸", "발표", "소개", "번역", "옮긴"),
)

LANGUAGES = (
    ENGLISH,
    SPANISH,
    FRENCH,
    GERMAN,
    PORTUGUESE,
    RUSSIAN,
    CHINESE,
    JAPANESE_LANGUAGE,
    KOREAN,
)

# Placeholders for the name of an author.
PLACEHOLDERS = frozenset(
    "admin|administrator|webmaster|root|user|username|user name|test|tester|todo|tbd|tba|fixme|unknown|"
    "n/a|none|null|nil|undefined|xxx|author|the author|author name|author's name|your name|"
    "your name here|name|full name|first last|firstname lastname|john doe|jane doe|guest author|"
    "作者|作者名|作者姓名|未知|未知作者|管理员|管理員|你的名字|您的名字|姓名|佚名作者|测试|測試|待补充|待定|某某|匿名作者|"
    "著者|著者名|筆者名|管理者|名前|あなたの名前|氏名|テスト|未定|"
    "작성자|저자|관리자|이름|홍길동|테스트|미정|운영자|"
    "autor|autora|tu nombre|su nombre|nombre|nombre del autor|administrador|desconocido|prueba|"
    "auteur|votre nom|nom|nom de l'auteur|nom de l’auteur|administrateur|inconnu|"
    "ihr name|dein name|name des autors|unbekannt|max mustermann|erika mustermann|"
    "seu nome|nome|nome do autor|desconhecido|teste|fulano de tal|"
    "автор|ваше имя|имя|имя автора|администратор|админ|неизвестен|неизвестно|тест|иван иванов".split(
        "|"
    )
)

# URL shorteners.
SHORTENERS = (
    "amzn.to",
    "bit.ly",
    "buff.ly",
    "clck.ru",
    "cutt.ly",
    "dlvr.it",
    "dwz.cn",
    "fb.me",
    "flip.it",
    "goo.gl",
    "han.gl",
    "is.gd",
    "j.mp",
    "lnkd.in",
    "me2.do",
    "ow.ly",
    "rb.gy",
    "rebrand.ly",
    "shorturl.at",
    "suo.im",
    "t.cn",
    "t.co",
    "t.ly",
    "tiny.cc",
    "tinyurl.com",
    "trib.al",
    "url.cn",
    "v.gd",
    "vk.cc",
    "wp.me",
    "x.gd",
)

# Claims attributed to studies and the like, and text that each of them contains.
CLAIMS = lazy(
    r"\b[Aa]ccording to (?:(?:the|an?|one|recent|new|some)\b )*"
    r"(?:[\w-]+ ){0,2}?(?:stud(?:y|ies)|surveys?|polls?|reports?|research|researchers|experts?|"
    r"scientists|analysts|statistics|figures|data|estimates|sources)\b"
    r"|\b(?:[Ss]tudies|[Ss]urveys|[Pp]olls|[Rr]esearch|[Ee]xperts|[Ss]cientists|[Ss]tatistics) "
    r"(?:show|shows|suggest|suggests|say|found|find|finds|have shown|has shown|estimate|indicate)\b"
    r"|(?:^|(?<=[，。；：、\s“]))(?:据|根据|據|根據)(?!以上|上述|上面|下面|前面|我们|我們|自己|需求|实际|實際)[\u4e00-\u9fff]{2,16}?"
    r"(?:统计|統計|调查|調查|报道|報導|数据显示|數據顯示|研究显示|研究顯示|披露|估计|估計|估算)"
    r"|(?:^|(?<=[，。；\s]))(?:研究|调查|調查|统计|統計|数据|數據|民调|民調)(?:表明|发现|發現|顯示|显示)(?=[，,：:])"
    r"|[\u4e00-\u9fffァ-ヶー]{2,12}の(?:調査|研究|統計|発表)に(?:よると|よれば)"
    r"|[가-힣]{2,10}(?: [가-힣]{2,6})? ?(?:조사|연구|통계|보고서|발표)에 (?:따르면|의하면)"
    r"|\b[Ss]egún (?:un|una|el|la|los|las)? ?(?:estudios?|encuestas?|informes?|expertos|datos|estadísticas)\b"
    r"|\b[Ss]elon (?:une?|l['’]|l[ea]s?|des)? ?(?:études?|sondages?|rapports?|experts|enquêtes?|statistiques)\b"
    r"|\b[Ll]aut (?:eine[rm]|der|dem)? ?(?:Studien?|Umfragen?|Berichten?|Bericht|Experten|Statistik)\b"
    r"|\b[Ss]egundo (?:um|uma|o|a|os|as)? ?(?:estudos?|pesquisas?|relatórios?|especialistas|dados)\b"
    r"|[Пп]о данным (?:опрос[ао]в?|исследовани[яй]|статистики|отчёта|отчета|экспертов)",
    re.MULTILINE,
)
CLAIM_HINTS = lazy(
    r"ccording to|tudies|urveys|olls |esearch|xperts|cientists|tatistics|[据據]|研究|调查|調查|统计|統計|"
    r"数据|數據|民调|民調|によ|에 따르면|에 의하면|egún|elon |aut |egundo|о данным"
)

# Words with which an article refers to itself, before the phrase about its publication.
ITSELF = (
    r"(?:[Tt]his |[Tt]he )?(?:article|post|piece|story|essay|column|interview|text)\b|"
    r"[Ee]ste (?:artículo|texto|artigo)\b|[Cc]e(?:t article| texte| billet)\b|"
    r"[Dd]ieser? (?:Artikel|Beitrag|Text)\b|[Ээ]т(?:а статья|от текст)\b|"
    r"[本此该該原]文(?:章)?|文章|稿件|新闻|新聞|消息|信息"
)

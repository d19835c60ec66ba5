"""Sentences that mark an article as a translation: a word for translating, and from what.

Fixed phrases are in the tables of `Language`; here any language may be named, and any kind of text.
"""

import re
from collections.abc import Iterator
from functools import cache

from contentlint.rule import compile_once
from contentlint.rules.attribution._forms import expanded, first_words, forms, pattern_of
from contentlint.rules.attribution._roles import roles_of

# Of each language: words for translating, in the forms that tell what has happened; then words
# with which languages are named after them, prepositions included.
_WORDS: dict[str, tuple[str, str]] = {
    "en": (
        "translated; translation; adapted; rendered; rendering",
        "from {the|} {original|} {albanian|arabic|basque|bengali|bulgarian|catalan|chinese|croatian|czech|danish|dutch|english|estonian|finnish|flemish|french|galician|georgian|german|greek|hebrew|hindi|hungarian|icelandic|indonesian|irish|italian|japanese|korean|latin|latvian|lithuanian|malay|norwegian|persian|polish|portuguese|romanian|russian|serbian|slovak|slovene|spanish|swedish|thai|turkish|ukrainian|urdu|vietnamese|welsh}",
    ),
    "es": (
        "traducid{o|a|os|as}; traducción; vertid{o|a}; adaptad{o|a}; traducimos; traduje",
        "{del|desde el|de el} {albanés|alemán|árabe|búlgaro|catalán|checo|chino|coreano|croata|danés|eslovaco|esloveno|euskera|finés|francés|gallego|griego|hebreo|hindi|húngaro|indonesio|inglés|islandés|italiano|japonés|latín|lituano|neerlandés|noruego|persa|polaco|portugués|rumano|ruso|serbio|sueco|turco|ucraniano|vietnamita}",
    ),
    "fr": (
        "traduit{|e|s|es}; traduction; adapté{|e}; traduisons; transposé{|e}",
        "{du|de|depuis le} {albanais|bulgare|catalan|chinois|coréen|croate|danois|finnois|français|grec|hongrois|japonais|latin|néerlandais|norvégien|persan|polonais|portugais|roumain|russe|serbe|slovaque|slovène|suédois|tchèque|turc|vietnamien}; de {l'|l’}{allemand|anglais|arabe|espagnol|hébreu|hindi|indonésien|islandais|italien|ukrainien|estonien}",
    ),
    "de": (
        "übersetzt{|e|er|es}; übersetzung; übertragen; übertragung; verdeutscht; adaptiert",
        "{aus dem|vom|ins} {albanischen|arabischen|bulgarischen|chinesischen|dänischen|deutsche|deutschen|englischen|estnischen|finnischen|französischen|griechischen|hebräischen|isländischen|italienischen|japanischen|katalanischen|koreanischen|kroatischen|lateinischen|lettischen|litauischen|niederländischen|norwegischen|persischen|polnischen|portugiesischen|rumänischen|russischen|schwedischen|serbischen|slowakischen|slowenischen|spanischen|tschechischen|türkischen|ukrainischen|ungarischen|vietnamesischen|indonesischen}",
    ),
    "pt": (
        "traduzid{o|a|os|as}; tradução; vertid{o|a}; adaptad{o|a}; traduzimos",
        "{do|a partir do|de} {albanês|alemão|árabe|búlgaro|catalão|checo|tcheco|chinês|coreano|croata|dinamarquês|eslovaco|espanhol|finlandês|francês|galego|grego|hebraico|holandês|neerlandês|húngaro|indonésio|inglês|italiano|japonês|latim|norueguês|persa|polonês|polaco|romeno|russo|sérvio|sueco|turco|ucraniano|vietnamita}",
    ),
    "it": (
        "tradott{o|a|i|e}; traduzione; adattat{o|a}; traduciamo; volt{o|a} in italiano",
        "{dal|dallo} {bulgaro|ceco|cinese|coreano|croato|danese|finlandese|francese|giapponese|greco|latino|norvegese|olandese|nederlandese|persiano|polacco|portoghese|rumeno|russo|serbo|sloveno|spagnolo|svedese|tedesco|turco|ucraino|ungherese|vietnamita|catalano}; {dall'|dall’}{albanese|arabo|ebraico|indonesiano|inglese|islandese|ucraino|ungherese|estone|originale}",
    ),
    "nl": (
        "vertaald; vertaling; bewerkt; hertaald; bewerking; vertaalden",
        "{uit|vanuit} het {albanees|arabisch|bulgaars|catalaans|chinees|deens|duits|engels|fins|frans|fries|grieks|hebreeuws|hongaars|ijslands|indonesisch|italiaans|japans|koreaans|kroatisch|latijn|noors|oekraïens|perzisch|pools|portugees|roemeens|russisch|servisch|sloveens|spaans|tsjechisch|turks|vietnamees|zweeds}",
    ),
    "pl": (
        "przetłumaczon{o|y|a|e}; tłumaczenie; tłumaczone; przekład; przełożon{o|y|a|e}; tłumaczył; tłumaczyła; spolszczon{y|o|a}",
        "{z|z języka} {albańskiego|angielskiego|arabskiego|białoruskiego|bułgarskiego|chińskiego|chorwackiego|czeskiego|duńskiego|fińskiego|francuskiego|greckiego|hebrajskiego|hiszpańskiego|holenderskiego|islandzkiego|japońskiego|katalońskiego|koreańskiego|litewskiego|łaciny|niderlandzkiego|niemieckiego|norweskiego|perskiego|portugalskiego|rosyjskiego|rumuńskiego|serbskiego|słowackiego|słoweńskiego|szwedzkiego|tureckiego|ukraińskiego|węgierskiego|wietnamskiego|włoskiego}",
    ),
    "ru": (
        "перевод; переведен{о|а|ы}; переведён; переведен; переложение; перевели",
        "{с|со} {албанского|английского|арабского|белорусского|болгарского|венгерского|вьетнамского|голландского|греческого|датского|иврита|исландского|испанского|итальянского|каталанского|китайского|корейского|латыни|литовского|немецкого|нидерландского|норвежского|персидского|польского|португальского|румынского|сербского|словацкого|словенского|турецкого|украинского|финского|французского|хорватского|чешского|шведского|эстонского|японского}",
    ),
    "tr": (
        "çevrilmiştir; çevrilmiş; çevrilerek; çevrilip; çevrildi; çeviri; çevirisi; çevirisidir; tercüme; türkçeleştirilmiştir; aktarılmıştır; uyarlanmıştır",
        "{almanca|arapça|arnavutça|bulgarca|çekçe|çince|danca|farsça|felemenkçe|fince|fransızca|hırvatça|ibranice|i̇ngilizce|ingilizce|ispanyolca|i̇spanyolca|isveççe|i̇sveççe|italyanca|i̇talyanca|japonca|katalanca|korece|lehçe|macarca|norveççe|portekizce|rumence|rusça|sırpça|ukraynaca|vietnamca|yunanca}{|dan|den|'dan|'den|’dan|’den} {|aslından|orijinalinden|metinden}",
    ),
    "vi": (
        "dịch; bản dịch; bài dịch; chuyển ngữ; lược dịch; biên dịch; phỏng dịch",
        "từ {nguyên bản|bản|} {tiếng|nguyên tác} {anh|ả rập|ba lan|bồ đào nha|bulgari|đan mạch|đức|hà lan|hàn|hungari|hy lạp|indonesia|latinh|na uy|nga|nhật|pháp|phần lan|rumani|séc|tây ban nha|thái|thổ nhĩ kỳ|thụy điển|trung|ukraina|ý}",
    ),
    "id": (
        "diterjemahkan; terjemahan; dialihbahasakan; alih bahasa; disadur; saduran",
        "dari bahasa {arab|belanda|ceko|denmark|finlandia|hindi|hungaria|ibrani|inggris|islandia|italia|jepang|jerman|jawa|korea|melayu|mandarin|norwegia|persia|polandia|portugis|prancis|rumania|rusia|spanyol|swedia|thai|tionghoa|turki|ukraina|vietnam|yunani}",
    ),
}
# Words for any language, by their endings, after the words between.
_ANY = {
    "en": r"from\s+(?:the\s+)?(?:original\s+)?\w{2,}(?:ish|ese|ian|ic|an|och|ean|ali|hili|ati)",
    "es": r"del\s+\w{2,}(?:és|án|ano|eno|co|go|so|ol|és|tín|lán|dés|o|i)",
    "fr": r"(?:du\s+|de\s+l['’])\w{2,}(?:ais|ois|ien|ïen|éen|ain|ol|and|que|ec|an|on|ié|le|i)",
    "de": r"(?:aus\s+dem|vom)\s+\w{2,}(?:ischen|schen)",
    "pt": r"do\s+\w{2,}(?:ês|ão|ano|eno|co|go|so|ol|ol|im|lão|o|i)",
    "it": r"(?:dal(?:lo)?\s+|dall['’])\w{2,}(?:ese|ano|eno|co|so|olo|ino|ante|i|o)",
    "nl": r"uit\s+het\s+\w{2,}(?:s|isch|es|ers|ens)",
    "pl": r"z(?:\s+języka)?\s+\w{2,}(?:skiego|ckiego|dzkiego)",
    "ru": r"со?\s+\w{2,}(?:ского|цкого|иша|ьского)",
    "tr": r"\w{2,}(?:ca|ce|ça|çe)(?:\s+aslından|\s+orijinalinden|['’]?[dt][ae]n)",
    "vi": r"từ\s+tiếng\s+\w{2,}",
    "id": r"dari\s+bahasa\s+\w{2,}",
}
_LEAD = " \t\n*_(["
# Words of which one is between them.
_FROM = {
    "en": ("from",),
    "es": ("del", "desde", "de"),
    "fr": ("du", "de", "depuis"),
    "de": ("aus", "vom", "ins"),
    "pt": ("do", "de", "partir"),
    "it": ("dal", "dallo", "dall"),
    "nl": ("uit", "vanuit"),
    "pl": ("z",),
    "ru": ("с", "со"),
    "vi": ("từ",),
    "id": ("dari",),
}
# A paragraph that says only this is at most this long, in code points.
MAX_ALONE = 200


def keys_of_tongues() -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """What texts with such sentences contain: language, one of the first, one of the second."""
    for code, (table, _names) in _WORDS.items():
        for form in forms(table):
            for word in expanded(form):
                yield code, (word,), _FROM.get(code, ())


@cache
def _pattern(code: str) -> re.Pattern[str]:
    table, names = _WORDS[code]
    verb = "|".join(pattern_of(form) for form in forms(table))
    name = "|".join(pattern_of(form) for form in forms(names))
    text = "|".join(pattern_of(form) for form in forms(roles_of(code).text)) or "(?!)"
    near = r"(?:[ \t]+[^\s.!?:]+){0,3}?[ \t]+"
    # `Translated from the Danish`, `Article translated from the Danish`, `From the Danish …`.
    return compile_once(
        rf"(?<!\w)(?:(?:{text})(?:{near}|[ \t]+))?(?:{verb})(?:{near}|[ \t]+)(?:{name})(?!\w)"
        rf"|(?<!\w)(?:{name})(?:{near}|[ \t]+)(?:{verb})(?!\w)"
        # A language that is not in the list, if nothing else is in the sentence before it.
        rf"|\A[\s*_(\[(]*(?:(?:{text})[ \t]+)?(?:{verb})[ \t]+(?:{_ANY[code]})(?!\w)"
        rf"|\A[\s*_(\[(]*(?:{_ANY[code]})[ \t]+(?:{verb})(?!\w)"
    )


@cache
def tongue_names(code: str) -> tuple[re.Pattern[str], frozenset[str]]:
    """The names of languages, with the words before them that every such sentence has; and the
    first of those words."""
    table = _WORDS[code][1]
    names = "|".join(pattern_of(form) for form in forms(table))
    heads = first_words(table) | set(_FROM[code]) if code in _FROM else frozenset()
    return compile_once(rf"(?<!\w)(?:{names}|{_ANY[code]})(?!\w)"), heads


def tongues(folded: str, code: str) -> Iterator[tuple[int, int]]:
    """The ranges of a paragraph that mark the article as a translation.

    Args:
        folded: the paragraph in lower case.
        code: the code of a language.
    """
    if code in _WORDS and len(folded) <= MAX_ALONE:
        for match in _pattern(code).finditer(folded):
            lead = len(match[0]) - len(match[0].lstrip(_LEAD))
            start = match.start() + lead
            if start <= 60:
                yield start, match.end()

"""Words of sentences that say where an article was published before, by their role.

Tables of forms, as in `_forms`; every sentence is some combination of these roles, in any order.
"""

import re
from collections.abc import Iterator
from functools import cache

from contentlint.rule import NamedTuple, compile_once, lazy
from contentlint.rules.attribution._forms import expanded, first_words, forms, pattern_of

# How long a sentence with these words is at most, in code points.
MAX_SENTENCE = 260
# How long what the patterns of `EAST` match is at most.
_MAX_EAST = 180


@cache
def roles_of(code: str) -> "Roles":
    """The roles of the words of a language."""
    return next(roles for roles in ROLES if roles.code == code)


def alternatives(table: str) -> str:
    """The regular expression of the forms of a table, the longest first."""
    return "|".join(pattern_of(form) for form in sorted(forms(table), key=len, reverse=True))


def itself(code: str) -> str:
    """The regular expression of words for the article itself: `this text`, `this short text`."""
    roles = roles_of(code)
    text = rf"['’\s]\s*(?:\w+\s)?(?:{alternatives(roles.text)})" if roles.text else ""
    return rf"(?<!\w)(?:{alternatives(roles.this)}){text}(?!\w)"


def version(code: str) -> str:
    """The regular expression of words for a version of it, near such a noun: `of the text`."""
    roles = roles_of(code)
    found = alternatives(roles.version)
    if roles.text:
        found = rf"(?:{found})(?!\w)(?:\s+\S+){{0,3}}?\s+(?:{alternatives(roles.text)})"
    return rf"(?<!\w)(?:{found})(?!\w)"


@cache
def itself_or_version(code: str) -> tuple[re.Pattern[str], frozenset[str]]:
    """Words for the article itself or for a version of it, and the words they start with."""
    roles = roles_of(code)
    heads = first_words(roles.this), first_words(roles.version)
    return compile_once(f"{itself(code)}|{version(code)}"), (
        frozenset().union(*heads) if all(heads) else frozenset()
    )


@cache
def nouns(code: str) -> frozenset[str]:
    """The words for an article."""
    return frozenset(noun for form in forms(roles_of(code).text) for noun in expanded(form))


def is_reprint(code: str, verb: str) -> bool:
    """Whether a verb says outright that a text is taken from elsewhere."""
    return verb in _reprints(code)


@cache
def _reprints(code: str) -> frozenset[str]:
    return frozenset(verb for form in forms(roles_of(code).reprint) for verb in expanded(form))


class Roles(NamedTuple):
    """The words of one language.

    Args:
        code: the language code (BCP 47).
        this: words before a noun that make it the article itself.
        text: nouns for an article, with all their endings.
        version: words for an earlier version, near such a noun.
        early: words that say that it was before.
        published: verbs, in the forms that tell what has happened.
        place: words between verb and outlet.
        reprint: verbs that say outright that a text is taken from elsewhere.
        outlet: nouns for outlets; in German and Dutch also the last part of a word.
    """

    code: str
    this: str
    text: str
    version: str
    early: str
    published: str
    place: str
    reprint: str
    outlet: str


ROLES = (
    Roles(
        "en",
        this="this; the {present|above|following|preceding}",
        text="article; text; piece; story; post; essay; column; interview; report; review; feature; tutorial; chapter; profile; dispatch; commentary; reportage; tale; portrait; obituary; conversation; editorial; series",
        version="{earlier|previous|first|shorter|longer|different|older|edited|abridged|expanded|extended|modified|shortened|prior|original} {version|versions|draft|form|edition|iteration}",
        early="originally; first; previously; initially; earlier; before; once; already; formerly",
        published="published; printed; ran; appeared; featured; carried; aired; hosted; posted; released; came out; serialised; serialized; commissioned; broadcast; written for; circulated; distributed; heard",
        place="in; on; by; at; for; through; via; from; over at; to",
        reprint="{comes|came} to us; {reaches|reached} us; {republish|republishing|reprint|reprinting|repost|reposting|crosspost|cross-post|republished|reprinted|reposted|reproduced}; taken; excerpted; borrowed; drawn",
        outlet="magazine; newspaper; journal; weekly; monthly; quarterly; newsletter; blog; gazette; zine; almanac; bulletin; daily; anthology; website; supplement; review; times; herald; radio; podcast; channel; station; tv",
    ),
    Roles(
        "es",
        this="este; esta; el {presente|siguiente}; la {presente|siguiente}",
        text="artículo; texto; entrada; crónica; entrevista; columna; nota; noticia; pieza; reportaje; ensayo; relato; post; reseña; serie; perfil; cuento; tribuna; conversación",
        version="{primera|anterior|versión|una} {versión|anterior|previa|reducida|abreviada|ampliada}; versión {previa|anterior|más} {de|breve|corta|larga}; primera versión; versión anterior; versión reducida",
        early="originalmente; por primera vez; antes; primero; inicialmente; anteriormente; previamente; ya; en su día",
        published="publicó; {publicad|aparecid|impres|difundid|alojad|editad|recogid|incluid|emitid|divulgad}{o|a|os|as}; apareció; salió; vio la luz; fue {portada|escrito|escrita}; imprimió; recogió; leyó; acogió; emitió; {emitid|retransmitid|radiad|leíd}{o|a}; se emitió; sonó; circuló; se leyó",
        place="en; por; para; con; desde; a través de",
        reprint="{nos llega|nos llegó|procede|proviene|nos viene}; reproducimos; republicamos; {reproducid|republicad|rescatad|recuperad}{o|a}; rescatamos; recuperamos; compartimos; {tomad|extraíd|sacad|copiad}{o|a}; tomamos; extraemos",
        outlet="revista; periódico; diario; semanario; mensual; boletín; blog; gaceta; web; portal; suplemento; bitácora; trimestral; fanzine; antología; almanaque; cuaderno; cuadernos; radio; cadena; emisora; podcast",
    ),
    Roles(
        "fr",
        this="ce; cet; cette; le présent; la présente",
        text="article; texte; billet; chronique; entretien; récit; reportage; tribune; essai; enquête; nouvelle; portrait; critique; série; interview; papier; témoignage; éditorial",
        version="{première|précédente|ancienne} version; version {antérieure|courte|longue|abrégée|plus|précédente|remaniée}",
        early="initialement; d'abord; d’abord; pour la première fois; précédemment; auparavant; à l'origine; à l’origine; déjà; originellement; naguère",
        published="{lu|publié|paru|imprimé|diffusé|hébergé|repris|sorti|accueilli|édité}{|e|s|es}; est parue; parut; a paru; avait paru; écrit pour; écrite pour; figurait; figurent; a figuré; {diffusé|retransmis|entendu}{|e}; passé; est passé; est passée",
        place="dans; sur; par; chez; pour; en; à; au; aux",
        reprint="{nous vient|nous arrive|nous parvient|provient|empruntons}; {reprenons|republions|reproduisons|reproduit|repris|republié|reprise|republiée|relayons|republie}; {tiré|extrait|emprunté|issu}{|e}",
        outlet="revue; magazine; journal; quotidien; hebdomadaire; mensuel; trimestriel; blog; blogue; gazette; site; bulletin; infolettre; fanzine; almanach; supplément; cahiers; cahier; radio; chaîne; podcast; antenne",
    ),
    Roles(
        "de",
        this="dieser; dieses; dieses; diese; diesem; der {vorliegende|obige}; das {vorliegende|obige}; die {vorliegende|obige}",
        text="artikel{|s}; text{|es|s}; beitrag{|s|es}; essay{|s}; reportage; kolumne; interview{|s}; bericht{|s|es}; geschichte; erzählung; glosse; kommentar{|s}; rezension; porträt{|s}; gespräch{|s|es}; serie; meldung; aufsatz; aufsatzes; notiz",
        version="{frühere|erste|kürzere|längere|ältere|gekürzte|andere} {fassung|version|ausgabe}; {urfassung|erstfassung|vorabfassung|kurzfassung|langfassung}",
        early="zuerst; ursprünglich; erstmals; zuvor; zunächst; bereits; schon; vorab; früher; ehemals",
        published="erschien; erschienen; veröffentlicht; abgedruckt; gedruckt; publiziert; stand; stammt; lief; kam heraus; gebracht; gesendet; brachte; druckte; geschrieben für; abgedruckte; erschienene; veröffentlichte; zu lesen; aufgenommen; ausgestrahlt; gesendet; gelesen; vorgetragen; gebracht",
        place="in; im; bei; beim; auf; von; aus; für; auf der; vom; auf dem",
        reprint="{erreicht|erreichte} uns; {übernommen|übernehmen|nachgedruckt|drucken|wiederveröffentlicht|übernahmen|wiedergegeben}; entnommen; entlehnt; entnehmen; ausgekoppelt",
        outlet="zeitschrift; zeitung; magazin; blatt; kurier; bote; anzeiger; rundschau; nachrichten; blog; blogs; newsletter; journal; post; heften; hefte; heft; rundbrief; wochenblatt; boten; portal; blättern; gazette; almanach; jahrbuch; radio; sender; podcast; rundfunk",
    ),
    Roles(
        "pt",
        this="este; esta; o {presente|seguinte}; a {presente|seguinte}; deste; desta",
        text="artigo; texto; post; crônica; crónica; entrevista; coluna; notícia; reportagem; ensaio; conto; resenha; série; perfil; matéria; relato; conversa; peça",
        version="{primeira|anterior} versão; versão {anterior|reduzida|resumida|ampliada|prévia|mais}",
        early="originalmente; pela primeira vez; antes; primeiro; inicialmente; anteriormente; previamente; já; outrora",
        published="publicou; {publicad|impress|divulgad|veiculad|hospedad|editad|lançad|acolhid|difundid}{o|a|os|as}; saiu; apareceu; circulou; foi ao ar; escrito para; escrita para; imprimiu; constou; {emitid|transmitid|lid|ouvid}{o|a}; foi ao ar; passou",
        place="em; na; no; nas; nos; por; pela; pelo; para; para a; para o; com",
        reprint="{chega-nos|nos chega|provém}; {republicamos|reproduzimos|republicado|reproduzido|republica|replicamos}; {extraíd|retirad|tirad|tomad|copiad}{o|a}; extraímos",
        outlet="revista; jornal; diário; semanário; boletim; blog; blogue; gazeta; site; portal; suplemento; folha; fanzine; almanaque; mensário; caderno; cadernos; folhetim; rádio; emissora; podcast; canal",
    ),
    Roles(
        "it",
        this="questo; questa; il presente; la presente; quest'",
        text="articolo; testo; pezzo; racconto; intervista; saggio; reportage; rubrica; post; recensione; storia; notizia; serie; contributo; conversazione; ritratto; inchiesta; editoriale; cronaca; colonna",
        version="{prima|precedente|vecchia|diversa} versione; versione {precedente|ridotta|breve|più|estesa|rivista|abbreviata}",
        early="originariamente; in origine; per la prima volta; prima; inizialmente; in precedenza; precedentemente; già; dapprima",
        published="{pubblicat|apparsi|apparsa|uscit|stampat|ospitat|diffus|ripres|accolt|edit|trasmess}{o|a|i|e|}; apparso; apparse; uscì; apparve; compars{o|a|i|e}; comparve; scritto per; scritta per; andat{o|a} in onda; {mandat|trasmess|lett|ascoltat}{o|a}; passat{o|a}",
        place="dalla; dalle; dagli; dai; su; sul; sulla; sulle; sui; in; nel; nella; nei; nelle; da; dal; dalla; per; presso; con; sull'; nell'; dall'; sugli; negli",
        reprint="{arriva|ci arriva|proviene|ci giunge}; {riproponiamo|ripubblichiamo|riportiamo|riprendiamo|ripubblicato|riproduciamo|ripropone|rilanciamo}; {tratt|ripres|estratt|prelevat|desunt}{o|a}; prendiamo",
        outlet="rivista; giornale; quotidiano; settimanale; mensile; trimestrale; bollettino; blog; gazzetta; sito; portale; supplemento; testata; fanzine; almanacco; quaderno; quaderni; newsletter; corriere; radio; emittente; podcast; canale",
    ),
    Roles(
        "nl",
        this="dit; deze; het {onderstaande|bovenstaande}; de {onderstaande|bovenstaande}",
        text="artikel; tekst; stuk; verhaal; column; interview; essay; reportage; bericht; blog; blogpost; recensie; bijdrage; opiniestuk; portret; serie; vraaggesprek; stukje; opstel",
        version="{eerdere|eerste|kortere|langere|oudere|andere|vorige|verkorte} versie; voorpublicatie",
        early="eerder; oorspronkelijk; voor het eerst; aanvankelijk; eerst; al; reeds; voorheen",
        published="verscheen; verschenen; gepubliceerd; gedrukt; geplaatst; afgedrukt; stond; uitgezonden; geschreven voor; overgenomen; publiceerde; uitgebracht; te lezen; gestaan; opgenomen; gebracht; gelezen; te horen; gehoord; opgedragen",
        place="in; op; bij; door; voor; van; uit; via",
        reprint="{namen|nemen} {we|wij} over; {komt|kwam} {van|uit}; {overgenomen|herplaatst|herpubliceren|herplaatsen|nemen over|herdrukt|hergepubliceerd}; ontleend; genomen; gehaald; ontlenen",
        outlet="tijdschrift; krant; blad; weekblad; maandblad; dagblad; magazine; nieuwsbrief; blog; site; website; kwartaalblad; courant; bode; bulletin; portaal; almanak; journaal; radio; zender; podcast; omroep",
    ),
    Roles(
        "pl",
        this="ten; ta; to; niniejszy; niniejsza; powyższy; tego; tej; niniejszego",
        text="{artykuł|tekst|wpis|wywiad|reportaż|felieton|esej|materiał|komentarz|szkic}{|u|y|i}; {rozmow|recenzj|relacj|histori|opowieś}{a|y|i|ć|ci}; opowiadanie; opowiadania; seria; sylwetka",
        version="{wcześniejsza|pierwsza|krótsza|dłuższa|skrócona|poprzednia|pierwotna} wersja",
        early="pierwotnie; wcześniej; po raz pierwszy; oryginalnie; najpierw; już; uprzednio; pierwszy raz",
        published="{opublikowan|wydrukowan|zamieszczon|drukowan|publikowan|wydan|udostępnion|nadan|przedrukowan|ogłoszon}{o|y|a|e}; ukazał się; ukazała się; ukazało się; ukazały się; wyszedł; wyszła; pochodzi; pojawił się; pojawiła się; znalazł się; gościł; gościła; napisany dla; {wyemitowan|odczytan|emitowan|puszczon|zaprezentowan}{y|a|o|e}; leciał; leciała; zabrzmiał; {opublikował|wydrukował|zamieścił|wyemitował|nadał|ogłosił|przedrukował|wydał}{|a|o|y}",
        place="w; na; we; przez; z; ze; dla; za; w ramach; u; {opublikował|wydrukował|zamieścił|wyemitował|nadał|ogłosił|przedrukował|wydał}{|a|o|y}",
        reprint="{przedrukowujemy|przedrukowano|przedruk|przedrukowany|przytaczamy|powtarzamy|przedrukowuje}; {zaczerpnięt|wzięt|skopiowan|zapożyczon}{y|o|a|e}; pochodzi; czerpiemy",
        outlet="{czasopism|pism}{o|a|ie|em|u}; {kwartalnik|miesięcznik|tygodnik|dziennik|magazyn|portal|biuletyn|blog|serwis}{|u|a|em|iem|ie|owi}; gazeta; gazecie; gazety; stronie; piśmie; biuletynie; magazynie; portalu; blogu; newsletter; newsletterze; łamach; zeszycie; zeszyty; almanachu; radiu; radio; radia; telewizji; podcaście; stacji",
    ),
    Roles(
        "ru",
        this="этот; эта; это; данный; данная; настоящий; настоящая; этого; этой; данного",
        text="{текст|материал|пост|очерк|рассказ|репортаж|фельетон|разговор}{|а|у}; {стать|заметк|публикаци|колонк|истори|новост|серия|рецензи|бесед}{я|а|и|ь|ы|у|ю|}; интервью; эссе",
        version="{ранняя|первая|краткая|сокращённая|сокращенная|полная|прежняя|предыдущая|первоначальная|журнальная} {версия|редакция|вариант}; {ранний|первый|сокращённый|прежний} вариант",
        early="впервые; изначально; первоначально; ранее; раньше; прежде; уже; сначала; сперва; когда-то",
        published="{опубликован|напечатан|размещен|размещён|издан|выпущен|помещен|помещён|перепечатан|показан|озвучен}{|а|о|ы}; {печатал|публиковал|появлял|появил}{ся|ась|ось|ись|асься}; вышел; вышла; вышло; выходил; выходила; взят; взята; написан для; написана для; увидел свет; увидела свет; прозвучал; прозвучал{|а|о|и}; {передан|показан|прочитан|зачитан|озвучен}{|а|о}; звучал{|а|о}; увидел{|а|о} свет; шёл; шла; {опубликовал|напечатал|разместил|передал|выпустил|издал|перепечатал}{|а|о|и}",
        place="в; на; во; из; для; с; у; по; при; {опубликовал|напечатал|разместил|передал|выпустил|издал|перепечатал}{|а|о|и}",
        reprint="{пришёл|пришла|пришло} к нам; {взяли|берем}; {перепечатываем|перепечатано|перепечатан|перепечатка|публикуем|воспроизводим|перепечатывает|перепощиваем|репостим}; {взят|позаимствован|заимствован|почерпнут|извлечен|извлечён}{|а|о}; берём; взяли",
        outlet="{журнал|альманах|бюллетен|еженедельник|ежемесячник|блог|сайт|портал|сборник|вестник}{|е|а|ом|ь|ю}; {газет|рассылк}{а|е|ы|у}; издании; издание; ежемесячнике; приложении; радио; радиостанции; телеканале; подкасте; эфире",
    ),
    Roles(
        "tr",
        this="bu; işbu; yukarıdaki; aşağıdaki",
        text="{yazı|makale|haber|metin|röportaj|söyleşi|öykü|deneme|içerik|inceleme|dizi|metn|hikâye|köşe yazısı}{|nın|nin|in|ın|sı|si}",
        version="{ilk|önceki|kısa|eski|uzun|farklı} {hâli|hali|sürümü|versiyonu|biçimi}",
        early="ilk; önce; daha önce; ilk kez; ilk olarak; önceden; ilk defa; evvelce",
        published="{yayımlan|yayınlan}{dı|mıştı|mıştır|mış|ır}; {bas|basıl}{ıldı|ılmıştı|ılmıştır|mıştı|mıştır|dı}; çıktı; çıkmıştı; çıkmıştır; yer aldı; yer almıştı; alındı; alınmıştır; okurla buluştu; duyuruldu; {okun|duyurul|seslendiril|aktarıl|anlatıl}{du|muştu|muştur|dı|di}; yayındaydı",
        place="{'|’}{nda|nde|nta|nte|ndan|nden}; dergisinde; gazetesinde; sitesinde; blogunda; bülteninde; portalında; için; tarafından; dergisinden; gazetesinden; 'da; 'de; ’da; ’de; 'ta; 'te; ’ta; ’te; sayfasında; kitabında; ekinde; fanzininde; günlüğünde; {sayı|sayısın|nüshasın|sayfaların}{da|dan|ında|ından}",
        reprint="{alıntılanmıştır|alınmıştır|alıntıdır|alıntılıyoruz|aktarıyoruz|yeniden yayımlıyoruz|yeniden yayınlıyoruz|derlenmiştir}; alındı; alınma; alıyoruz",
        outlet="{dergi|gazete|site|bülten|portal|blog|ek|fanzin|yıllık}{sinde|sinden|inde|unda|ında|nda|ğunda}; dergisi; gazetesi; bülteninde; günlüğünde",
    ),
    Roles(
        "vi",
        this="bài này; bài viết này; bài báo này; bài phỏng vấn này; truyện này; tản văn này; văn bản này; phóng sự này; của bài; loạt bài này; bài trên; tác phẩm này",
        text="",
        version="{bản|phiên bản} {đầu|đầu tiên|trước|cũ|rút gọn|ngắn|gốc|sớm hơn}",
        early="lần đầu; trước đó; đầu tiên; ban đầu; trước đây; từng; đã; nguyên",
        published="đăng; in trên; in ở; in trong; công bố; xuất bản; phát hành; ra mắt; đăng tải; phát sóng; giới thiệu; viết cho; phát; được phát; lên sóng; xuất hiện; có mặt",
        place="trên; tại; ở; trong; bởi; cho; của; từ",
        reprint="{đăng lại|in lại|trích đăng|giới thiệu lại|dẫn lại|chia sẻ lại|được in lại|được đăng lại}; trích; lấy; trích từ; được trích; rút",
        outlet="tạp chí; báo; tờ; nhật báo; tuần báo; bản tin; trang; blog; nguyệt san; tuần san; chuyên san; đặc san; nội san; tập san; đài; kênh; podcast",
    ),
    Roles(
        "id",
        this="{artikel|tulisan|teks|esai|berita|kolom|wawancara|laporan|liputan|kisah|profil|cerita|resensi|naskah|catatan|cerpen|ulasan|reportase|serial|konten|unggahan|feature} {ini|di atas|tersebut}",
        text="",
        version="versi {awal|pertama|sebelumnya|pendek|panjang|ringkas|lama|lebih}",
        early="pertama kali; semula; sebelumnya; awalnya; pernah; mula-mula; lebih dulu; terlebih dahulu; telah; sudah",
        published="terbit; diterbitkan; dimuat; dipublikasikan; tayang; ditayangkan; muncul; dicetak; disiarkan; diunggah; ditulis untuk; hadir; dirilis; naik; {disiarkan|dibacakan|diperdengarkan|diputar|mengudara|tampil}",
        place="di; dalam; oleh; pada; untuk; dari; lewat; melalui",
        reprint="{kami|} {ambil|kutip|petik|salin|muat ulang}; {memuat ulang|menerbitkan ulang|mengutip|dimuat ulang|diterbitkan ulang|menayangkan ulang|menyiarkan ulang|memuat kembali|menyalin}; diambil; dikutip; disalin; dipetik; disarikan; dinukil",
        outlet="majalah; koran; surat kabar; harian; mingguan; bulanan; buletin; blog; situs; laman; portal; jurnal; tabloid; nawala; suplemen; almanak; triwulanan; radio; stasiun; siniar; kanal; televisi",
    ),
)
_HAN_OR_KANA = "[^。！？\n]"
_QUOTE_EAST = r"(?:[《〈「『“][^》〉」』”\n]{1,40}[》〉」』”]|[\u4e00-\u9fffァ-ヶーA-Za-z ]{2,20}(?:报|報|副刊|月刊|周刊|週刊|季刊|期刊|学刊|學刊|校刊|特刊|半月刊|誌|志|网|網|新聞|新闻|ブログ|サイト|マガジン|通信|周报|週報|日报|日報|公众号|公眾號|专栏|專欄|季報|時報|时报)社?)"
# Whole sentences, in languages in which words are not separated or have suffixes.
EAST = (
    (
        "ja",
        tuple(
            "本稿 本記事 この 拙稿 本文 本エッセイ 初出 本連載 転載 再掲 再録 掲載 引用 抜粋".split()
        ),
        (
            *("再掲", "再録", "抜粋", "引用"),
            "寄せ",
            "寄稿",
            "掲載",
            "載っ",
            "載せ",
            "発表",
            "公開",
            "連載",
            "所収",
            "書い",
            "転載",
            "執筆",
            "初出",
            "収録",
        ),
        lazy(
            rf"(?:本稿|本記事|本文|本エッセイ|本連載|この(?:記事|文章|エッセイ|原稿|コラム|インタビュー|レポート|小文|随筆|対談|連載|座談会|鼎談|論考|手記|小説|ルポ|特集)|拙稿){_HAN_OR_KANA}{{0,20}}?"
            rf"(?:もともと|元々|最初|初め|当初|以前)?{_HAN_OR_KANA}{{0,8}}?(?P<outlet>{_QUOTE_EAST}){_HAN_OR_KANA}{{0,24}}?"
            r"(?:に寄せ|に寄稿|への寄稿|に(?:初めて)?掲載|掲載の|掲載さ|に載[っせ]|に発表|で(?:最初に|初めて|先に|以前)?(?:発表|公開|連載|配信)|に所収|所収|に書い|から転載|より転載|に執筆|のために書|向けに書|に収録|が初出)"
            rf"|(?P<from>{_QUOTE_EAST})(?:の|編集部の|編集部より)?(?:より|から|に|の)?(?:許可|許諾|了解|承諾|快諾|同意)(?:を得て|を受けて|のもと|により)?(?:転載|再掲|掲載|再録)"
            rf"|(?P<taken>{_QUOTE_EAST})(?:より|から)(?:転載|再掲|再録|抜粋|引用)"
        ),
    ),
    (
        "ko",
        (
            "이 글",
            "이 기사",
            "본 기사",
            "본고",
            "이 칼럼",
            "이 원고",
            "이 인터뷰",
            "본 글",
            "윗글",
            "이 에세이",
            "이 연재",
            "이 수필",
            "위 글",
        ),
        (
            "실린",
            "실렸",
            "게재",
            "연재",
            "발표",
            "기고",
            "수록",
            "소개",
            "올린",
            "올라",
            "쓴 ",
            "가져",
            "옮겨",
            "전재",
            "냈",
        ),
        lazy(
            r"(?:이|본|위) ?(?:글|기사|칼럼|원고|인터뷰|에세이|연재|수필|고)[은는이가]?[^.\n]{0,40}?"
            r"(?P<outlet>[「『《〈<‘“\"][^」』》〉>’”\"\n]{1,30}[」』》〉>’”\"]|[가-힣A-Za-z ]{2,16}(?:신문|일보|잡지|매거진|블로그|지|뉴스|통신|저널|웹진|주간|월간|계간))[^.\n]{0,20}?"
            r"(?:에|에서|에도|의)? ?[^.\n]{0,14}?(?:실린|실렸|게재|연재|발표|기고|수록|올린|올라|쓴 |가져|옮겨|전재)"
        ),
    ),
    (
        "zh",
        (
            "本文",
            "此文",
            "该文",
            "該文",
            "这篇",
            "這篇",
            "本篇",
            "拙文",
            "本稿",
            "文章",
            "初稿",
            "原文",
        ),
        (
            *"刊 连载 連載 连載 連载 曾载 曾載 原载 原載 登载 登載 登在 登于 登於 发表 發表 收入 收录 收錄 輯入 輯录 輯錄 辑入 辑录".split(),
            *"见于 見於 见於 見于 见报 見報 见報 見报 发布 發佈 發布 发佈 推出 播出 推送 首发 首發".split(),
        ),
        lazy(
            rf"(?:本文|此文|该文|該文|[这這]篇(?:文章|稿子|报道|報導|随笔|隨筆|文字|小文)?|本篇(?:访谈|訪談|文章|报道|報導|随笔|隨筆)?|拙文|本稿|原文|初稿){_HAN_OR_KANA}{{0,16}}?"
            r"(?:刊[登载載发發]?|[发發]表|登(?:[载載]|(?=[在于於]))|(?:收[入录錄]|輯[入录錄]|辑[入录])|[见見][于於]|[发發][布佈]|[连連][载載]|原[载載]|推送|曾[载載])"
            rf"[在于於]?{_HAN_OR_KANA}{{0,10}}?(?P<outlet>{_QUOTE_EAST})"
            rf"|(?:本文|此文|该文|該文|[这這]篇{_HAN_OR_KANA}{{0,4}}|本篇|拙文|本稿|初稿){_HAN_OR_KANA}{{0,8}}?[在于於由]{_HAN_OR_KANA}{{0,6}}?(?P<other>{_QUOTE_EAST}){_HAN_OR_KANA}{{0,12}}?"
            r"(?:刊登|刊[载載]|刊[发發出]|[发發]表|登[载載]|首[发發]|[发發][布佈]|[见見][报報]|[连連][载載]|推送|推出|播出)"
        ),
    ),
    (
        "ar",
        ("النص", "المقال", "هذه", "هذا", "المادة", "الحوار", "التقرير", "المقالة", "القصة"),
        ("نشر", "طبع", "صدر", "ظهر", "ورد", "أذيع", "بث", "منشور"),
        lazy(
            r"(?:هذ[اه]|النص|المقال|المقالة|المادة|الحوار|التقرير|القصة|نسخة)[^.؟!\n]{0,60}?(?P<outlet>(?:ال)?(?:مجلة|صحيفة|جريدة|موقع|مدونة|مدوّنة|نشرة|دورية|ملحق|يومية|فصلية|أسبوعية|بوابة|إذاعة|راديو|قناة|منصة|بودكاست|شبكة|وكالة)\s[^.،,؛\n]{2,40})"
        ),
    ),
)


def keys_of_roles() -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...], int]]:
    """What texts with such sentences contain: language, one of the first, one of the second, and
    how far apart the two are at most."""
    for roles in ROLES:
        nouns = tuple(word for form in forms(roles.text or roles.this) for word in expanded(form))
        for form in (*forms(roles.published), *forms(roles.reprint)):
            for verb in expanded(form):
                yield roles.code, (verb,), nouns, MAX_SENTENCE
    for code, nouns, verbs, _pattern in EAST:
        for verb in verbs:
            yield code, (verb,), nouns, _MAX_EAST

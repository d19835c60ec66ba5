"""Phrases of German, Dutch, Polish, Russian and Turkish for authors and sources; see `Language`.

In one module, for these are tables of one form.
"""

from contentlint.rules.attribution._language import Language

GERMAN = Language(
    "de",
    author=(
        "autor; autorin; autoren; autorinnen; autor:in; verfasst von; geschrieben von; verfasser; verfasserin; ein beitrag von; ein bericht von; ein text von; text von; gastautor; gastautorin;"
        "gastbeitrag; gastbeitrag von; ein gastbeitrag von; aufgezeichnet von; protokoll von; interview von; von; veröffentlicht von; beitrag von; bericht von; redakteur; redakteurin; reporter; reporterin; eingesandt von"
    ),
    text="text; texte; text und fotos; text und bilder; bericht; protokoll; interview; reportage; kommentar; beitrag; redaktion",
    by=(
        "von; verfasst von; geschrieben von; text von; ein beitrag von; ein bericht von; ein text von; ein gastbeitrag von; gastbeitrag von; ein kommentar von; eine reportage von; eine kolumne von; aufgezeichnet von;"
        "protokolliert von; das gespräch führte; das interview führte; die fragen stellte; interview von; text und fotos von; veröffentlicht von; beitrag von; ein artikel von; eine analyse von; ein essay von; von unserer reporterin; von unserem reporter; von unserem korrespondenten; von unserer korrespondentin;"
        "geschrieben wurde der text von; eingesandt von"
    ),
    guest="{dies|das} ist ein gastbeitrag von; unser gastautor; unsere gastautorin; unser autor; unsere autorin; {dieser|dieser} {beitrag|text|artikel} wurde von; {hallo|moin}, ich bin",
    about="über den autor; über die autorin; zur person; der autor; die autorin; zum autor; zur autorin; über die autoren; autorenprofil; biografie",
    bio="ist {ein|eine|der|die}; ist {freier|freie|journalist|journalistin|redakteur|redakteurin|autor|autorin|professor|professorin|ingenieur|ingenieurin|entwickler|entwicklerin|lehrer|lehrerin|pensionierter|pensionierte}; lehrt; arbeitet {als|bei|in|für}; schreibt {über|für|als}; lebt {in|und|als}; leitet; war {ein|eine|dreißig|lange|bis|früher}; unterrichtet; studiert",
    translator=(
        "übersetzung; übersetzung von; übersetzt von; übersetzer; übersetzerin; übersetzer:in; deutsche übersetzung; deutsche fassung; übers.; ins deutsche übertragen von; übertragen von; deutsch von; aus dem {englischen|französischen|spanischen|russischen|chinesischen} von; übersetzt durch; deutsche version"
    ),
    translated_by=(
        "übersetzt ~ von; übersetzt von; übersetzt durch; aus dem {englischen|französischen|spanischen|italienischen|russischen|chinesischen|japanischen|polnischen|niederländischen|amerikanischen|ukrainischen|türkischen} {übersetzt|übertragen|} von; deutsch von; übertragen von; deutsche {übersetzung|fassung|version} von;"
        "übers. v.; maschinell übersetzt; maschinelle übersetzung; meine übersetzung; habe ich übersetzt; ich habe übersetzt; übersetzung von"
    ),
    translated=(
        "{dieser|dies|diese|das|dieses} {artikel|beitrag|text|dokument|seite|essay|} ist {eine|die} {deutsche|} übersetzung; {dieser|dieses} {artikel|beitrag|text|dokument} wurde {aus dem ~|} übersetzt; {übersetzt|} aus dem {englischen|französischen|spanischen|chinesischen|russischen|italienischen|japanischen|polnischen|niederländischen|portugiesischen|koreanischen} übersetzt;"
        "übersetzt aus dem {englischen|französischen|spanischen|chinesischen|russischen|italienischen|japanischen|polnischen|niederländischen|portugiesischen|koreanischen}; aus dem {englischen|französischen|spanischen|chinesischen|russischen|italienischen|japanischen|polnischen|niederländischen} {übertragen|übersetzt|};"
        "übersetzung des artikels; übersetzung eines artikels; deutsche fassung {von|des}; übersetzung aus dem {englischen|französischen|spanischen|chinesischen|russischen|italienischen|japanischen}; ins deutsche übersetzt; es handelt sich um eine übersetzung"
    ),
    source=(
        "quelle; quellen; quelle des artikels; originalquelle; via; aus; fundstelle; textquelle; nachricht von; gefunden bei; übernommen von; übernommen aus; auszug aus; erstveröffentlichung; zuerst erschienen in; zuerst erschienen bei; zuerst erschienen auf; ursprünglich veröffentlicht auf; nachdruck aus; pressemitteilung von"
    ),
    original="original; originalartikel; originalbeitrag; originaltext; zum original; link zum original; originalfassung; zum originalartikel; originalquelle; vollständiger artikel; weiterlesen bei; ganzer artikel; originalveröffentlichung",
    lead="zum original; originalartikel; originalbeitrag; original; das original; hier lesen; weiterlesen; ganzer artikel; quelle; zum artikel; vollständige; vollständigen; zuerst erschienen; via",
    published=(
        "{zuerst|ursprünglich|erstmals|zunächst|vorher|bereits|erstmalig} {erschienen|veröffentlicht|abgedruckt|publiziert|gedruckt|gebloggt|gesendet} {worden|} {in|im|bei|auf|beim|am ~ in|am ~ im|von|vom|als|unter};"
        "{erschien|erschienen} {zuerst|ursprünglich|erstmals|zunächst} {in|im|bei|auf|beim|am ~ in}; {erstveröffentlicht|erstveröffentlichung|erstabdruck|erstpublikation} {in|im|bei|auf|beim|:};"
        "{nachdruck|abdruck|wiedergabe} {mit freundlicher genehmigung|mit genehmigung|mit erlaubnis|} {aus|von|der|des}; mit freundlicher genehmigung {von|der|des|vom|aus}; mit {genehmigung|erlaubnis} {von|der|des};"
        "{übernommen|entnommen} {aus|von|vom|dem|der|mit ~ von}; auszug aus; {crosspost|cross-post|repost} {von|aus|vom}; {gefunden|entdeckt} bei; via; bereitgestellt {von|vom}; verbreitet {von|durch};"
        "{dieser text|dieser beitrag|diese meldung} wurde {von|vom}; quelle ist"
    ),
    itself="{dieser|der} {artikel|beitrag|text|bericht|essay|kommentar|gastbeitrag|blogpost} {~|}; {dieses|das} {interview|stück|kapitel|gespräch|dokument}; {diese|die} {geschichte|reportage|kolumne|meldung|rezension|serie|folge}; eine {kürzere|erste|frühere|} {fassung|version} {dieses|dieser}",
    said="{zuerst|ursprünglich|zunächst|erstmals} {am ~|} {in|im|bei|auf|beim|unter}; {erschien|erscheint} {am ~|} {in|im|bei|auf|beim}; wurde {von|vom} {der|dem|} ~ {übernommen|bereitgestellt|zur verfügung}; {stammt|kommt} {aus|von|vom}; ist ein {nachdruck|crosspost|auszug} {aus|von|des}",
    own="eigene; eigenes; eigener; der autor; die autorin; autor; unbekannt; internet; web; diverse; einstellungen; datei; ordner; eingabe; ausgabe; eingabedatei; daten; berechnung; unser; unsere; mein; meine; menü; bild; tabelle; https; code; seite; privat; siehe; verzeichnis; eigene recherche; umfrage",
    work="titel; verlag; isbn; musik; lizenz; version; regie; seiten; buch; album; lied; film; zeitschrift; konferenz; genre; preis; werk; jahr; reihe; erschienen; hörbuch; sprecher; umfang; original",
    other="redaktion; lektorat; foto; fotos; bild; bilder; bildnachweis; grafik; illustration; illustrationen; zeichnungen; datum; kategorie; schlagworte; layout; übersetzung; kamera; schnitt; produktion",
    never=(
        "der; die; das; den; dem; des; ein; eine; einer; einem; einen; unser; unsere; unserer; unserem; mein; meine; dein; deine; anfang; natur; hand; haus; hause; herzen; vielen; viele; allen; alle; an; zu; aus; und; oder; bis; in; im; mit; mund; tag; tagen;"
        "montag; dienstag; mittwoch; donnerstag; freitag; samstag; sonntag; morgen; mittag; abend; nacht; woche; monat; jahr; jahren; heute; gestern; uhr; hier; da; dort; nun; jetzt; allein; selbst; vorn; vorne; hinten; oben; unten; fern; nah; nord; süd; ost; west; norden; süden; osten; westen; wegen; amts; links; rechts; beruf; hallo; welt; null; eins; zeit; ort; januar; februar; märz; april; mai; juni; juli; august; september; oktober; november; dezember; außen; innen; wind; wetter; see; meer; land; schiff; rang; zeit; frühling; sommer; herbst; winter; groß; klein; menschen; kindern; frauen; männern; seiten; ganzem"
    ),
    agencies="dpa; afp; reuters; ap; apa; epd; kna; sid; keystone-sda; sda; dts; ots",
    news="nachrichten; presse; aktuelles; news; meldungen; medien; technik; schlagzeilen",
    ours="unser team; unsere firma; unsere kunden; unsere zweite; unser unternehmen; wir freuen uns; wir eröffnen; wir sind; unsere werkstatt",
)

DUTCH = Language(
    "nl",
    author=(
        "auteur; auteurs; geschreven door; artikel door; tekst door; een artikel van; gastblog door; gastbijdrage van; gastauteur; gepost door; geplaatst door; gepubliceerd door; opgetekend door; door; redacteur; verslaggever; column van; ingezonden door; schrijver; gastblogger; interview door"
    ),
    text="tekst; teksten; tekst en foto's; tekst en foto’s; tekst en beeld; verslag; interview; column; redactie",
    by=(
        "door; geschreven door; artikel door; tekst door; een artikel van; een verhaal van; gastblog door; een gastblog van; gastbijdrage van; gepost door; geplaatst door; gepubliceerd door; opgetekend door; door onze verslaggever; door onze redacteur; van onze redacteur; van onze verslaggever; een column van; interview door; tekst en foto's door; een bijdrage van; ingezonden door; een reportage van"
    ),
    guest="{dit|deze} {is een gastblog|is een gastbijdrage|artikel is geschreven|blog is geschreven|stuk is geschreven} {van|door}; onze {gastauteur|gastblogger}; hallo, ik ben",
    about="over de auteur; over de schrijver; over de schrijfster; de auteur; wie is de auteur; over de auteurs; auteursprofiel; biografie",
    bio="is {een|de|het}; is {oud-|journalist|schrijver|schrijfster|docent|hoogleraar|ingenieur|ontwikkelaar|redacteur|columnist|onderzoeker|freelance}; geeft; werkt {als|bij|in|voor}; schrijft {over|voor|als}; woont {in|en}; leidt; was {een|de|jarenlang}; doceert; studeert",
    translator=(
        "vertaling; vertaling door; vertaald door; vertaler; vertaalster; vertalers; nederlandse vertaling; nederlandse versie; naar het nederlands vertaald door; vert.; bewerking; vertaling en bewerking; vertaling van; vertaald uit het engels door; uit het engels vertaald door"
    ),
    translated_by="vertaald ~ door; vertaald door; vertaling {door|van}; bewerkt door; vert. door; nederlandse {vertaling|versie} {door|van}; automatisch vertaald; machinevertaling; machinaal vertaald; eigen vertaling; heb ik vertaald",
    translated=(
        "{dit|deze} {artikel|tekst|blog|document|stuk|bericht|} is {een|de} {nederlandse|} vertaling; {dit|deze} {artikel|tekst|document|stuk} {is|werd} vertaald; vertaald uit het {engels|frans|duits|spaans|italiaans|chinees|russisch|japans|portugees|pools}; uit het {engels|frans|duits|spaans|italiaans|chinees|russisch|japans} vertaald;"
        "vertaling van het artikel; vertaling uit het {engels|frans|duits|spaans}; {dit|het} betreft een vertaling"
    ),
    source=(
        "bron; bronnen; oorspronkelijke bron; bron van het artikel; via; gevonden bij; overgenomen van; overgenomen uit; eerder verschenen in; eerder gepubliceerd op; oorspronkelijk gepubliceerd op; eerste publicatie; verschenen in; fragment uit; nieuwsbron; met dank aan"
    ),
    original="origineel; origineel artikel; oorspronkelijk artikel; originele tekst; lees het origineel; link naar het origineel; originele bron; oorspronkelijke tekst; lees het hele artikel op; volledig artikel",
    lead="origineel; originele; oorspronkelijk; oorspronkelijke; lees {het|verder|meer|hier}; bron; hele artikel; volledige artikel; naar het artikel; via",
    published=(
        "{oorspronkelijk|eerder|eerst|voor het eerst|aanvankelijk} {gepubliceerd|verschenen|geplaatst|gedrukt|afgedrukt} {in|op|bij|door|via};"
        "{verscheen|verschenen} {eerder|eerst|oorspronkelijk|voor het eerst} {in|op|bij}; eerste publicatie {in|op|:}; {overgenomen|herdrukt} {met toestemming|} {van|uit}; met toestemming {van|overgenomen}; met dank aan; fragment uit;"
        "{crosspost|cross-post|repost} {van|uit}; gevonden bij; via; {aangeleverd|verspreid|verstrekt} door; eerder gepubliceerd {in|op}; verschenen in"
    ),
    itself="{dit|deze} {artikel|bericht|stuk|verhaal|interview|essay|opiniestuk|tekst|blog|blogpost|column|reportage|nieuwsbericht|recensie}; het {bericht|artikel} ~; een {kortere|eerdere|eerste|} versie van dit",
    said="{verscheen|verschijnt|stond|is verschenen} {eerder|eerst|oorspronkelijk|ook|} {in|op|bij}; {is|werd} {oorspronkelijk|eerder|eerst|} {gepubliceerd|geplaatst|verschenen|overgenomen} {in|op|bij|uit|van|door}; is {aangeleverd|verstrekt|verspreid} door; is afkomstig {van|uit}",
    own="eigen; de auteur; auteur; onbekend; internet; diverse; instellingen; bestand; map; invoer; uitvoer; gegevens; berekening; onze; ons; mijn; menu; afbeelding; tabel; https; code; pagina; zie; redactie; enquête",
    work="titel; uitgever; uitgeverij; isbn; muziek; licentie; versie; regie; pagina's; boek; album; lied; film; tijdschrift; conferentie; genre; prijs; werk; jaar; paper; reeks",
    other="redactie; eindredactie; foto; foto's; foto’s; fotografie; beeld; illustratie; illustraties; tekening; datum; vormgeving; vertaling; camera; montage; correctie",
    never=(
        "de; het; een; onze; ons; mijn; deze; dit; die; dat; alle; weer; wind; en; in; op; bij; te; van; dik; dun; week; weken; dag; dagen; heen; maandag; dinsdag; woensdag; donderdag; vrijdag; zaterdag; zondag; ochtend; middag; avond; nacht; maand; jaar; jaren;"
        "hard; werk; werken; middel; heel; veel; schade; schande; gebrek; tijd; omstandigheden; hallo; wereld; naar; met; voor; zomer; winter; herfst; lente; regen; storm; hier; daar; nu; toeval; stad; land; rood; kunstlicht; elkaar; iedereen; mensen; kinderen; ijs; sneeuw; drukte"
    ),
    agencies="anp; belga; reuters; afp; ap; dpa; novum",
    news="nieuws; pers; actueel; media; technologie; berichten; headlines",
    ours="ons team; ons bedrijf; onze klanten; onze tweede; wij openen; we zijn; we openen; onze werkplaats; met trots",
)

POLISH = Language(
    "pl",
    author=(
        "autor; autorka; autorzy; autorki; napisał; napisała; napisali; opracowanie; opracował; opracowała; opr.; oprac.; rozmawiał; rozmawiała; wywiad; gościnnie; wpis gościnny; dodał; dodała; dodane przez; opublikowane przez; opublikował; relacja; reportaż; autor tekstu; autor wpisu; redaktor; felieton; przez; wysłuchał; wysłuchała; gość"
    ),
    text="tekst; tekst i zdjęcia; tekst i foto; teksty; relacja; rozmowa",
    by=(
        "napisał; napisała; napisali; opracował; opracowała; opr.; oprac.; rozmawiał; rozmawiała; wysłuchał; wysłuchała; przez; dodał; dodała; dodane przez; opublikowane przez; wywiad przeprowadził; wywiad przeprowadziła; tekst; notował; notowała; spisał; spisała; opowiada; relacjonuje; relacjonował; redagował"
    ),
    guest="{to|jest to} {wpis|tekst} gościnny {autorstwa|od|}; nasz {gość|gościnny autor}; autorem {tekstu|artykułu|wpisu} jest; {cześć|hej}, tu",
    about="o autorze; o autorce; o autorach; autor; autorka; nota o autorze; biografia; kim jest autor",
    bio="jest {~|}; uczy; pracuje {jako|w|dla}; pisze {o|dla|w}; mieszka {w|na}; prowadzi; był; była; wykłada; studiuje; – {dziennikarz|dziennikarka|pisarz|pisarka|nauczyciel}",
    translator=(
        "tłumaczenie; tłumaczył; tłumaczyła; przetłumaczył; przetłumaczyła; przekład; przełożył; przełożyła; tłumacz; tłumaczka; tłum.; przeł.; polska wersja; wersja polska; tłumaczyli; polskie tłumaczenie; tłumaczenie na polski; z angielskiego przełożył; z angielskiego przełożyła; spolszczenie"
    ),
    translated_by="{przetłumaczył|przetłumaczyła|tłumaczył|tłumaczyła|przełożył|przełożyła|tłumaczyli}; tłum.; przeł.; tłumaczenie {wykonał|wykonała}; w {przekładzie|tłumaczeniu}; {tłumaczenie|przekład} maszynowe; tłumaczenie automatyczne; moje tłumaczenie; przetłumaczone przez",
    translated=(
        "{przetłumaczono|tłumaczenie|przekład|przetłumaczone|tłumaczono} z {angielskiego|francuskiego|niemieckiego|hiszpańskiego|włoskiego|chińskiego|rosyjskiego|japońskiego|portugalskiego|ukraińskiego|czeskiego|języka}; to {jest|} tłumaczenie; {ten|niniejszy} {artykuł|tekst|wpis} {jest|to} {tłumaczeniem|przekładem|tłumaczenie};"
        "tłumaczenie {artykułu|tekstu|wpisu}; {artykuł|tekst} {został|} przetłumaczony; {niniejszy|ten} dokument jest tłumaczeniem"
    ),
    source=(
        "źródło; źródła; źródło artykułu; źródło informacji; za; via; przedruk z; zaczerpnięto z; na podstawie; pierwodruk; fragment; za zgodą; pierwotnie opublikowano na; pierwotnie opublikowano w; po raz pierwszy opublikowano w; cytat za; przedruk za"
    ),
    original="oryginał; oryginalny artykuł; artykuł źródłowy; tekst oryginalny; przeczytaj oryginał; link do oryginału; oryginalny tekst; wersja oryginalna; artykuł oryginalny; czytaj całość na; link do artykułu; tytuł oryginału",
    lead="oryginał; oryginalny; oryginału; źródłowy; źródło; czytaj; przeczytaj; całość; link; pełny tekst; via; wersja oryginalna",
    published=(
        "{pierwotnie|po raz pierwszy|wcześniej|oryginalnie|pierwszy raz} {opublikowano|opublikowany|opublikowana|opublikowane|ukazał się|ukazało się|ukazała się|drukowany|zamieszczony|publikowany} {w|na|przez|we};"
        "{tekst|artykuł|wpis|wywiad|reportaż|felieton} {ukazał się|opublikowany|opublikowano|zamieszczony|pochodzi|publikowany} {pierwotnie|wcześniej|po raz pierwszy|oryginalnie|} {w|na|z|ze|przez|we};"
        "{przedruk|przedrukowano} {za zgodą|z|ze}; za zgodą {redakcji|wydawcy|autora i|}; pierwodruk {w|:}; zaczerpnięto {z|ze}; dzięki uprzejmości; na podstawie {materiałów|artykułu|tekstu}; crosspost {z|ze};"
        "{materiał|tekst|treść} {dostarczyła|dostarczył|udostępniła|udostępnił} {agencja|serwis|portal|}; treść dostarczona przez; opublikowano {pierwotnie|wcześniej} {w|na}; {ukazał|ukazało|ukazała} się {pierwotnie|wcześniej|po raz pierwszy|} {w|na|we}"
    ),
    itself="{ten|niniejszy|powyższy} {artykuł|tekst|wpis|wywiad|reportaż|felieton|esej|materiał}; {ta|niniejsza} {rozmowa|historia|relacja|recenzja|seria}; {artykuł|tekst|wpis} ~; {krótsza|pierwsza|wcześniejsza} wersja {tego|niniejszego}",
    said="{ukazał|ukazało|ukazała} się {pierwotnie|wcześniej|po raz pierwszy|} {w|na|we}; {pochodzi|przedrukowano|przedruk} {z|ze|za}; {opublikowano|opublikowany|został opublikowany} {pierwotnie|wcześniej|} {w|na|przez|we}; {dostarczyła|dostarczył} {agencja|serwis|}",
    own="opracowanie; własne; własny; własna; autor; autora; autorka; nieznane; internet; różne; ustawienia; plik; folder; katalog; wejście; wyjście; dane; obliczenia; nasz; nasze; nasza; menu; obraz; tabela; https; kod; strona; badanie; ankieta",
    work="tytuł; wydawnictwo; wydawca; isbn; muzyka; licencja; wersja; reżyser; reżyseria; strony; liczba stron; książka; album; piosenka; film; czasopismo; konferencja; gatunek; cena; dzieło; rok; rok wydania; cykl; tłumacz",
    other="redakcja; korekta; foto; fot.; fot; zdjęcia; zdjęcie; grafika; ilustracje; ilustracja; rysunki; data; skład; tłumaczenie; montaż; edycja",
    never=(
        "ten; ta; to; nasz; nasza; mój; moja; przypadek; rok; lata; dni; dzień; tydzień; cały; całą; całe; morze; las; góry; miasto; pole; zimę; lato; noc; poniedziałek; wtorek; środa; czwartek; piątek; sobota; niedziela; rano; wieczór; i; w; na; do; z; lub; oraz; się; witaj; świecie; internet; telefon; pomyłkę; ludzi; wszystkich; wieki; prosto; chwilę; życie"
    ),
    agencies="pap; reuters; afp; ap; iar; dpa; kai",
    news="wiadomości; aktualności; prasa; newsy; media; technologia; nagłówki",
    ours="nasz zespół; nasza firma; nasi klienci; nasz drugi; otwieramy; jesteśmy; z radością; nasza pracownia",
)

RUSSIAN = Language(
    "ru",
    author=(
        "автор; авторы; автор текста; автор статьи; автор материала; авторы текста; автор поста; написал; написала; подготовил; подготовила; материал подготовил; материал подготовила; записал; записала; беседовал; беседовала; корреспондент; опубликовал; опубликовала; гостевой пост; колонка; репортаж; рассказывает; интервьюер; журналист; обозреватель; пост от; спецкор; вёл беседу"
    ),
    text="текст; тексты; текст и фото; материал; интервью; репортаж; слова; статья",
    by=(
        "написал; написала; написали; подготовил; подготовила; подготовили; материал подготовил; материал подготовила; записал; записала; беседовал; беседовала; рассказывает; опубликовал; опубликовала; пост от; гостевой пост от; от; интервью взял; интервью взяла; текст подготовил; текст подготовила; вопросы задавал; вопросы задавала; автор; текст"
    ),
    guest="{это|этот} {гостевой пост|гостевая статья} {от|}; наш {гостевой автор|гость|автор}; статью {написал|написала|подготовил|подготовила}; {привет|здравствуйте}, {меня зовут|это|с вами}",
    about="об авторе; об авторах; автор; биография; о себе; кто автор",
    bio="— {~|}; работает; преподаёт; преподает; пишет; живёт; живет; руководит; ведёт; ведет; был; была; учится; возглавляет; является",
    translator=(
        "перевод; перевёл; перевел; перевела; перевели; переводчик; переводчики; переводчица; автор перевода; авторы перевода; пер.; русский перевод; на русский перевёл; на русский перевела; перевод на русский; перевод подготовил; перевод подготовила; перевод выполнил; перевод выполнила; перевод с английского; перевод статьи подготовил"
    ),
    translated_by=(
        "{перевёл|перевел|перевела|перевели}; перевод {подготовил|подготовила|выполнил|выполнила|выполнен|сделал|сделала|команды|редакции}; пер. с англ.; {автор|авторы} перевода; переводчик; переводчица; машинный перевод; переведено {мной|нами|автоматически|с помощью}; мой перевод; в переводе; переведено командой"
    ),
    translated=(
        "{это|данная статья|эта статья|этот текст|данный текст|эта заметка} {является|— это|—|-|} {перевод|переводом}; {эта статья|этот текст|материал} {переведена|переведен|переведён}; перевод с {английского|французского|немецкого|испанского|китайского|японского|итальянского|украинского|польского|португальского}; переведено с {английского|французского|немецкого|испанского|китайского|японского|итальянского};"
        "перевод {статьи|заметки|поста|материала|текста|книги}; вольный перевод {статьи|}"
    ),
    source=(
        "источник; источники; первоисточник; ссылка на источник; по материалам; первая публикация; опубликовано в; опубликовано на; впервые опубликовано в; перепечатано из; взято из; взято с; репост из; кросспост из; источник новости; источник информации; по сообщению; цитируется по"
    ),
    original="оригинал; оригинал статьи; оригинал материала; ссылка на оригинал; оригинальная статья; оригинал поста; читать оригинал; оригинал публикации; ссылка на статью; полный текст; исходная статья; читать полностью",
    lead="оригинал; оригинала; оригинале; оригинальная; источник; читать; первоисточник; полный текст; полная версия; исходная; ссылка; здесь; тут",
    published=(
        "{впервые|изначально|первоначально|ранее} {было|был|была|} {опубликован|опубликована|опубликовано|напечатан|напечатана|напечатано|вышел|вышла|вышло|появился|появилась|размещено|размещен} {в|на|во};"
        "{опубликован|опубликована|опубликовано} {впервые|изначально|первоначально|} {в|на} {газете|журнале|сайте|блоге|издании|портале}; опубликовано {в|на}; {перепечатано|перепечатка|перепост|репост|кросспост} {из|с|со}; взято {из|с};"
        "по материалам {сайта|издания|газеты|агентства|портала|журнала|}; {публикуется|перепечатывается|печатается} с разрешения; с разрешения {редакции|автора и|журнала|газеты|издания|сайта}; первая публикация {—|-|:|в|на}; по сообщению {агентства|издания|};"
        "{оригинал|статья|материал|текст} {статьи|материала|} {опубликован|опубликована|впервые опубликован|впервые вышел|вышел|вышла|размещен|размещён} {на|в}; {материал|текст|новость} предоставлен {агентством|изданием|}; {новость|материал} предоставлена"
    ),
    itself="{этот|данный|настоящий} {материал|текст|пост|перевод|очерк|рассказ|репортаж}; {эта|данная} {статья|заметка|публикация|колонка|история|новость|серия}; это интервью; запись ~; {статья|материал|текст|интервью|заметка} ~",
    said="{был|была|было|} {впервые|изначально|первоначально|ранее|} {опубликован|опубликована|опубликовано|вышел|вышла|вышло|появился|появилась|напечатан|напечатана|размещен|размещена} {впервые|} {в|на|во}; {взят|взята|перепечатан|перепечатана} {из|с|со}; предоставлен {агентством|изданием|}",
    own="расчёты; расчеты; автора; автор; собственные; собственный; свои; неизвестен; интернет; разные; настройки; файл; папка; каталог; ввод; вывод; данные; наш; наши; мой; мои; меню; изображение; таблица; https; код; страница; опрос; сети; открытые; личный; питания",
    work="название; издательство; isbn; музыка; лицензия; версия; режиссёр; режиссер; страниц; книга; альбом; песня; фильм; журнал; конференция; жанр; цена; произведение; год; год издания; серия; переводчик; стихи",
    other="редактор; редактура; вычитка; корректор; корректура; фото; фотографии; фотограф; иллюстрации; иллюстрация; рисунки; дата; вёрстка; оформление; перевод; монтаж; видео",
    never="привет; мир; эта; этот; наш; наша; мой; моя; как; что; все; всё; редакция; команда; понедельник; вторник; среда; четверг; пятница; суббота; воскресенье; утро; день; вечер; ночь; простой; жирный; обычный; вас; меня; имени; имя; книги; песни; стихи; музыка; лица; первого; третьего; начала; души",
    agencies="тасс; риа новости; интерфакс; рбк; reuters; рейтер; afp; ria; укринформ; унн; регнум",
    news="новости; пресса; сми; технологии; главное; лента; дайджест",
    ours="наша команда; наша компания; наши клиенты; мы открыли; мы рады; нашу вторую; наш второй; мы открываем; наша мастерская",
)

TURKISH = Language(
    "tr",
    author=(
        "yazan; yazar; yazarlar; yazanlar; muhabir; röportaj; söyleşi; hazırlayan; hazırlayanlar; derleyen; kaleme alan; gönderen; konuk yazar; ekleyen; aktaran; yazar adı; yazı; köşe yazısı; yazıyı yazan; misafir yazar; haberi yapan; yayınlayan; anlatan"
    ),
    text="metin; haber; yazı ve fotoğraf; metin ve fotoğraf; makale; haber ve fotoğraf; kaleme alan",
    by="yazan; hazırlayan; derleyen; kaleme alan; muhabir; haber; yazar; röportaj; söyleşi; aktaran; gönderen; ekleyen; konuk yazar",
    guest="bu {yazı|makale} konuk yazarımız; konuk yazarımız; {merhaba|selam}, ben",
    about="yazar hakkında; yazarlar hakkında; hakkında; yazar; yazarın biyografisi; biyografi; kimdir",
    bio="{~ dersi|} veriyor; {liman|okul|} ~ çalışıyor; yazıyor; yaşıyor; yönetiyor; gazetecidir; öğretmendir; yazarıdır; profesörü; emekli; öğretiyor",
    translator="çeviri; çeviren; çevirenler; çevirmen; çevirmenler; tercüme; tercüme eden; türkçesi; türkçeye çeviren; türkçe çeviri; çeviri ve uyarlama; uyarlayan; i̇ngilizceden çeviren; ingilizceden çeviren; türkçeleştiren; çeviriyi yapan; fransızcadan çeviren; almancadan çeviren; çev.",
    translated_by="tarafından {türkçeye|} {çevrildi|çevrilmiştir|tercüme edildi|türkçeleştirildi|türkçeleştirilmiştir}; {çeviren|çevirmen|çevirenler}; {ben|biz} çevirdim; çevirdi; makine çevirisi; otomatik çeviri; çevirisi bana ait; ile çevrilmiştir; çev.",
    translated="{ingilizceden|fransızcadan|almancadan|ispanyolcadan|italyancadan|rusçadan|çinceden|japoncadan|arapçadan|farsçadan|portekizceden|ingilizce'den|fransızca'dan|almanca'dan} {çevrilmiştir|çevrildi|çeviri|tercüme}; {bu yazı|bu makale|bu metin|bu belge} ~ çevirisidir; çevirisidir; {adlı|başlıklı} {yazının|makalenin|yazısının} çevirisi; {bu yazı|bu makale|bu belge} ~ çevrilmiştir; dilinden çevrilmiştir",
    source="kaynak; kaynaklar; haber kaynağı; haberin kaynağı; yazının kaynağı; alıntı; ilk yayın; ilk yayımlandığı yer; ilk yayınlandığı yer; via; derleme; kaynak site; içerik kaynağı",
    original="orijinal; orijinal yazı; orijinal makale; orijinal haber; yazının aslı; özgün metin; özgün yazı; haberin orijinali; makalenin aslı; orijinal kaynak; orijinal metin; özgün makale; asıl metin; orijinal bağlantı; haberin tamamı",
    lead="orijinal; aslı; özgün; kaynak; tamamı; devamı; okumak için; haberin; yazının; bağlantı; orijinali; buradan",
    published="ilk {yayın|yayımlandığı yer|yayınlandığı yer} :; {kaynağı|aslı} ~ sitesinde",
    itself="bu {yazı|makale|haber|metin|röportaj|söyleşi|öykü|deneme|içerik|yayın|inceleme|dizi}",
    said="ilk {olarak|kez|defa} ~ {yayımlan|yayınlan|çık}; ~ tarafından servis edil; ~ izniyle",
    after=(
        "{ilk|önce} {olarak|kez|defa} ~ {yayımlandı|yayınlandı|yayımlanmıştır|yayınlanmıştır|çıktı|yayımlanmış|yayınlanmış|ortaya çıktı}; {alınmıştır|alıntıdır|alıntılanmıştır|derlenmiştir|alıntılandı|alınmış}; izniyle {yeniden|burada|} {yayımlanmıştır|yayınlanmıştır|yayımlıyoruz|yayınlıyoruz|yayımlandı};"
        "tarafından {servis edilmiştir|sağlanmıştır|hazırlanmıştır}; üzerinde ortaya çıktı; {sitesinden|gazetesinden|dergisinden|blogundan} {alınmıştır|alıntıdır}; izniyle alınmıştır"
    ),
    own="yazarın; yazar; kendi; bilinmiyor; internet; çeşitli; ayarlar; dosya; dosyası; klasör; klasörü; girdi; giriş; çıktı; çıkış; veri; veriler; hesabı; hesaplama; bizim; menü; resim; tablo; https; kod; sayfa; anket; özel",
    work="başlık; kitap; yayınevi; yayıncı; isbn; müzik; lisans; sürüm; yönetmen; sayfa; sayfa sayısı; albüm; şarkı; film; dergi; konferans; tür; fiyat; eser; yıl; basım yılı; kitabın adı; çevirmen; dizi",
    other="editör; redaksiyon; fotoğraf; fotoğraflar; foto; görsel; görseller; çizim; çizimler; illüstrasyon; tarih; tasarım; çeviri; kamera; kurgu; düzelti",
    never="bu; bir; merkezi; haber; merkezi; merhaba; dünya; pazartesi; salı; çarşamba; perşembe; cuma; cumartesi; pazar; sabah; akşam; gece; gün; hafta; ay; yıl; ve; veya; ile; için; çok; kim; ne; neden; nasıl",
    agencies="aa; dha; i̇ha; iha; anka; reuters; afp; ap; anadolu ajansı; demirören haber ajansı",
    news="haberler; haber; gündem; basın; teknoloji; medya; manşet; son dakika",
    ours="ekibimiz; şirketimiz; müşterilerimiz; ikinci atölyemiz; açıyoruz; atölyemiz; mutluluk duyuyoruz; firmamız",
)

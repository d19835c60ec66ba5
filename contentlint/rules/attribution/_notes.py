"""Notes on guests, biographies and versions in other languages, as tables of forms.

They are added to those of `Language`, like the forms of `_composed`. In one module, for these are
tables of one form.
"""

_EN_LANGUAGES = "albanian|arabic|bengali|bulgarian|catalan|chinese|croatian|czech|danish|dutch|english|estonian|finnish|french|galician|german|greek|hebrew|hindi|hungarian|indonesian|italian|japanese|korean|norwegian|persian|polish|portuguese|romanian|russian|serbian|spanish|swedish|turkish|ukrainian|vietnamese"
_EN_TEXTS = (
    "article|essay|text|post|story|interview|piece|column|blog post|report|chapter|talk|speech"
)

# By the code of a language, then by the field of `Language`.
NOTES: dict[str, dict[str, str]] = {
    "en": {
        "other": "research; editing; edit; production; fact-checking; fact check; art; proofreading; sound; infographics; graphics; data; maps; additional reporting; additional research; host",
        "by": "by our {|own|staff|special|foreign|science|local|guest|sports|london} {correspondent|reporter|contributor|editor|columnist|author|writer}; by {guest|contributing|staff|special} {author|writer|blogger|columnist|contributor|editor|correspondent|reporter}",
        "published": "{reprinted|republished|reproduced|reposted|cross-posted|crossposted} {here|} {with|by} {kind|} permission",
        "about": "about {our|the|this} {guest |}{author|authors|writer|writers|contributor|contributors|columnist|blogger|reporter}; about today's {author|guest}; {author|contributor|writer} {profile|note|details|info|information|introduction}; {author's|author’s} {note|bio|biography}; who {wrote|writes} this; meet {the|our} {author|writer|contributor|guest author}; bio",
        "guest": "{this|the} {guest |}{post|article|story|piece|essay|text|column|entry} {was|is|has been} {kindly |}{written|contributed|authored|penned|submitted|provided} {for us |for this site |for this blog |exclusively |originally |}by; {today's|today’s|this week's|this month's|this week’s|this month’s} {guest author|guest writer|guest blogger|contributor|columnist|writer} is; {article|post|story|essay} {kindly |}{contributed|submitted} by; a guest {post|article|column|essay|contribution} from; guest {author|blogger|writer|contributor|columnist}",
        "author": "guest {post|article|column|contribution|blog|essay|blogger|writer|contributor|columnist}; written and {illustrated|photographed|edited} by; contributing {writer|author|editor}; original author; {author|writer|reporter} {name|credit}; by line; name of author; posted; the author",
        "translated": f"{{this is|}} {{the|an|}} {{{_EN_LANGUAGES}}} {{version|translation|rendering|edition|adaptation}} of {{a|an}} {{|recent|long|short|older|earlier|longer}} {{{_EN_TEXTS}}}; {{{_EN_LANGUAGES}}} {{version|translation}} of {{a|an}} {{{_EN_LANGUAGES}}} {{{_EN_TEXTS}}}; translated {{and adapted|and abridged|and edited|and condensed}} from {{the|an|a}} {{{_EN_LANGUAGES}}}; {{translated|translation}} from {{the|}} {{original|}} {{{_EN_LANGUAGES}}}; {{translated|adapted}} into {{{_EN_LANGUAGES}}} from",
    },
    "es": {
        "other": "investigación; edición; producción; corrección; infografía; gráficos; realización; coordinación",
        "by": "{por|de} {nuestro|nuestra} {enviado|enviada|colaborador|colaboradora|redactor|redactora|corresponsal|compañero|compañera|cronista} {|especial|en}; {por|por el|por la} {autor|autora|colaborador|colaboradora} {invitado|invitada}",
        "about": "{acerca de|sobre|quién es|conoce a|conozca a} {el|la|los|las|nuestro|nuestra} {autor|autora|autores|autoras|columnista|colaborador|colaboradora|redactor|redactora|firma invitada|autor invitado|autora invitada}; {nota|ficha|perfil|biografía|semblanza} {del|de la|sobre el|sobre la} {autor|autora}; datos del autor; ¿quién es {el autor|la autora}; quien firma",
        "guest": "este {artículo|texto|post|reportaje|relato} lo {ha escrito|escribió|escribe|firma|firmó|redactó|ha redactado}; esta {entrada|crónica|columna|nota|entrevista} la {ha escrito|escribió|escribe|firma|firmó|redactó|ha redactado}; {este|esta} {artículo|texto|entrada|post|crónica|columna|nota} {fue|ha sido|está|es} {escrito|escrita|redactado|redactada|elaborado|elaborada|firmado|firmada|enviado|enviada} {para nosotros |en exclusiva |}por; {el autor|la autora} {de este artículo|de este texto|de esta entrada|del artículo|del texto} es; {artículo|texto|entrada|columna|colaboración} {invitado|invitada|especial} de",
        "published": "{publicado|publicada|impreso|impresa} {en papel|en su día|hace años} en; {reproducido|reproducida|republicado|republicada} {aquí|} con {permiso|autorización}",
        "author": "{autor|autora|firma|columnista|colaborador|colaboradora|redactor|redactora} {invitado|invitada|original}; {artículo|entrada|texto|post} {invitado|invitada}; nombre del autor; publicado; {por|autor} {lic|dr|dra|ing|prof}.",
        "translated": "{esta es|} {la|una|} versión {|libre} {en español|española|castellana|al español|en castellano} de {un|una} {|antiguo|antigua|breve} {artículo|texto|ensayo|entrada|post|entrevista|reportaje|relato|crónica|columna|noticia|original}; {artículo|texto|entrada|post|ensayo|entrevista|reportaje} {traducido|traducida} {del|desde el|desde|de}; {traducción|adaptación} {|libre} {al español|al castellano} {del|de la|de un|de una} {|artículo|texto|entrada|original}",
    },
    "fr": {
        "other": "recherche; recherches; édition; relecture; réalisation; production; infographie; graphisme; coordination",
        "by": "{par|de} {notre} {envoyé|envoyée|correspondant|correspondante|collaborateur|collaboratrice|journaliste|rédacteur|rédactrice} {|spécial|spéciale}; par {l'invité|l'invitée|l’invité|l’invitée}",
        "published": "{reproduit|repris|republié|reproduite|reprise|republiée} {ici|} avec autorisation",
        "about": "{à propos de |sur |qui est |au sujet de |présentation de |biographie de |portrait de |}{l'|l’}{auteur|auteure|autrice|auteur·rice|auteur.e|auteur invité|autrice invitée}; {à propos |au sujet |présentation |}des {auteurs|auteures|autrices}; notice biographique; bio; note sur l'auteur",
        "guest": "{cet|ce|cette} {article|texte|billet|chronique|tribune|entretien|reportage} {a été|est|fut} {écrit|écrite|rédigé|rédigée|proposé|proposée|signé|signée|envoyé|envoyée} {pour nous |spécialement |}par; {l'auteur|l’auteur|l'autrice|l’autrice} de {cet article|ce texte|ce billet} est; {article|billet|texte|tribune|contribution} {invité|invitée|d'invité|d’invité} {de|par}",
        "author": "{auteur|auteure|autrice|plume|contributeur|contributrice|chroniqueur|chroniqueuse} {invité|invitée}; {article|billet|tribune} {invité|invitée}; nom de l'auteur; nom de l’auteur",
        "translated": "{ceci est|voici} {la|une|} version {|libre} {française|en français} {d'un|d’un|d'une|d’une}; version {|libre} {française|en français} {d'un|d’un|d'une|d’une} {|ancien|long|récent} {texte|article|billet|essai|récit|reportage|entretien|nouvelle|chronique|post|original|tribune}; {texte|article|billet|entretien|tribune} {traduit|traduite} {de|du|depuis}",
    },
    "de": {
        "other": "recherche; gestaltung; produktion; lektorat; infografik; schnitt; regie; mitarbeit; korrektorat; schlussredaktion",
        "by": "von {unserem|unserer} {|freien|ständigen} {mitarbeiter|mitarbeiterin|redakteur|redakteurin|reporter|autor|autorin|gastautor|gastautorin|kollegen|kollegin|redaktionsmitglied}; von {gastautor|gastautorin|redakteur|redakteurin|redaktionsmitglied}",
        "published": "{nachdruck|abdruck|übernommen|abgedruckt|wiederveröffentlicht} mit {freundlicher|} genehmigung",
        "about": "{über|zu|wer ist} {den|die|der|unseren|unsere|unserem|unserer} {autor|autorin|autoren|autorinnen|gastautor|gastautorin|verfasser|verfasserin}; {zum|zur} {autor|autorin|gastautor|gastautorin|verfasser|verfasserin}; {autor|autorin|autoren}{info|infos|porträt|steckbrief|notiz}; {unser|unsere} {autor|autorin|gastautor|gastautorin}; wer schreibt hier; kurzbiografie; kurzvita; vita",
        "guest": "{diesen|den} {gastbeitrag|beitrag|artikel|text|bericht|kommentar} {hat|schrieb|verfasste|hat für uns}; {dieser|der} {gastbeitrag|beitrag|artikel|text|bericht|kommentar} {wurde|ist} {verfasst |geschrieben |erstellt |}von; {dieser|der} {gastbeitrag|beitrag|artikel|text|bericht|kommentar} stammt von; {autor|autorin} {dieses|des} {beitrags|artikels|textes|gastbeitrags} ist; {gastbeitrag|gastartikel|gastkommentar} von",
        "author": "{gastbeitrag|gastartikel|gastkommentar|gastkolumne|gastblog|gastpost}; gast-{autor|autorin|beitrag}; name {des autors|der autorin}",
        "translated": "{dies ist|das ist|hier ist} {die|eine} {deutsche|deutschsprachige} {fassung|version|übersetzung|übertragung} {eines|einer}; {deutsche|deutschsprachige} {|gekürzte|überarbeitete} {fassung|version|übersetzung|übertragung} {eines|einer} {|englischen|französischen|spanischen|italienischen|portugiesischen|russischen|polnischen|niederländischen|türkischen|chinesischen|japanischen|dänischen|schwedischen|amerikanischen|englischsprachigen|fremdsprachigen} {artikels|textes|beitrags|essays|aufsatzes|interviews|originals|blogposts|blogbeitrags|reportage|kolumne|geschichte|rede|vortrags}; {der|dieser} {text|artikel|beitrag} {wurde|ist} {|von uns} aus dem {englischen|französischen|spanischen|italienischen|portugiesischen|russischen|polnischen|niederländischen|türkischen|chinesischen|japanischen|dänischen|schwedischen} {übersetzt|übertragen|ins deutsche}",
    },
    "pt": {
        "other": "pesquisa; edição; produção; apuração; revisão; infografia; arte; coordenação; design",
        "by": "{por|do|da} {nosso|nossa} {enviado|enviada|colaborador|colaboradora|repórter|correspondente|colunista} {|especial}; {por|pelo|pela} {autor|autora|colunista|repórter} {convidado|convidada|especial}",
        "published": "{republicado|republicada|reproduzido|reproduzida} {aqui|} com {autorização|permissão}",
        "about": "{acerca|sobre|quem é|conheça} {o|a|do|da|os|as} {autor|autora|autores|autoras|colunista|colaborador|colaboradora|repórter|autor convidado|autora convidada}; {nota|perfil|biografia} {do|da|sobre o|sobre a} {autor|autora|colunista}; quem assina; minibiografia",
        "guest": "{este|o} {artigo|texto|post|relato|ensaio} {foi|é} {gentilmente |}{escrito|redigido|elaborado|assinado|enviado|produzido} {para nós |especialmente |}{por|pelo|pela}; {esta|a} {coluna|crônica|reportagem|postagem|matéria|entrevista} {foi|é} {escrita|redigida|elaborada|assinada|enviada|produzida} {por|pelo|pela}; {o autor|a autora} {deste artigo|deste texto|do texto|do artigo} é; {artigo|texto|post|coluna} {convidado|convidada|especial} de; quem {escreve|assina} {este|esta} {artigo|texto|coluna} é",
        "author": "{autor|autora|colunista|colaborador|colaboradora} {convidado|convidada}; {artigo|post|texto} convidado; nome do autor; nome da autora",
        "translated": "{esta é|} {a|uma|} versão {|livre} {em português|portuguesa|brasileira|para o português} de {um|uma} {|antigo|longo} {artigo|texto|ensaio|post|entrevista|reportagem|conto|crônica|coluna|notícia|original}; {texto|artigo|post|entrevista|ensaio|reportagem} {traduzido|traduzida} {do|a partir do|de|da}",
    },
    "it": {
        "other": "ricerca; ricerche; editing; revisione; impaginazione; produzione; infografica; coordinamento",
        "by": "{dal|dalla|del|della|di} {nostro|nostra} {inviato|inviata|collaboratore|collaboratrice|redattore|redattrice|corrispondente|cronista} {|speciale}",
        "published": "{ripubblicato|ripubblicata|riprodotto|riprodotta} {qui|} con permesso",
        "about": "{chi è|a proposito |informazioni |note |nota |qualcosa |biografia |profilo |}{|del|sull'|sull’|dell'|dell’|l'|l’|sul nostro |il nostro |la nostra }{autore|autrice|autore ospite|autrice ospite}; chi è {l'autore|l'autrice|l’autore|l’autrice}; sugli autori; sulle autrici; gli autori; chi ha scritto questo articolo; bio; notizie sull'autore",
        "guest": "questo {articolo|testo|pezzo|post|racconto} {è|è stato|fu} {gentilmente |}{scritto|redatto|firmato|inviato|proposto} {per noi |}da; questa {intervista|rubrica|recensione|storia} {è|è stata} {scritta|redatta|firmata|inviata} da; {l'autore|l'autrice|l’autore|l’autrice} {di questo articolo|dell'articolo|del testo|di questo testo} è; {articolo|contributo|post} ospite di",
        "author": "{autore|autrice|firma} ospite; {articolo|post} ospite; nome dell'autore; nome dell’autore; contributo esterno",
        "translated": "{questa è|ecco|} {la|una|} versione {|libera} {italiana|in italiano} di {un|una} {|lungo|vecchio} {articolo|testo|saggio|post|pezzo|racconto|reportage|intervista|rubrica|notizia|originale}; versione {|libera} {italiana|in italiano} {dell'|d'un|d'un'}{articolo|originale|intervista}; {testo|articolo|post|intervista} {tradotto|tradotta} {dal|dall'|dall’|dallo|da}",
    },
    "nl": {
        "other": "onderzoek; eindredactie; vormgeving; productie; infographic; research; coördinatie",
        "by": "{door|van} {onze|ons} {medewerker|medewerkster|correspondent|correspondente|verslaggever|verslaggeefster|redacteur|redactrice|gastauteur|columnist|collega} {|in}; door {gastauteur|gastblogger|redacteur|redactrice|verslaggever}",
        "published": "{overgenomen|herplaatst|herdrukt} {hier|} met toestemming",
        "about": "{over|wie is|meer over} {de|onze|deze} {auteur|auteurs|schrijver|schrijfster|gastauteur|gastblogger|columnist|redacteur}; {auteurs|auteur}{info|informatie|biografie}; bio; {de|onze} {gastauteur|gastblogger}",
        "guest": "{dit|deze} {artikel|stuk|blog|blogpost|tekst|verhaal|column|bericht|gastblog} {is|werd} {geschreven|verzorgd|ingestuurd|aangeleverd|opgesteld} {voor ons |}door; {de auteur|auteur} van {dit artikel|dit stuk|deze tekst|deze blog} is; {gastblog|gastbijdrage|gastcolumn|gastartikel} van",
        "author": "{gastblog|gastbijdrage|gastcolumn|gastartikel|gastschrijver|gastcolumnist}; naam {auteur|van de auteur}",
        "translated": "{dit is|} {de|een|} nederlandse {|vrije|verkorte} {versie|vertaling|bewerking} van een {|engels|duits|frans|spaans|portugees|italiaans|russisch|chinees|japans|engelstalig|duitstalig|franstalig|kort|lang} {artikel|essay|stuk|verhaal|interview|bericht|blog|blogpost|tekst|column|origineel}; {artikel|tekst|stuk|interview|blog} vertaald {uit|vanuit}",
    },
    "pl": {
        "other": "research; korekta; produkcja; badania; opracowanie graficzne; infografika; skład; montaż",
        "by": "{nasz|nasza} {korespondent|korespondentka|reporter|reporterka|wysłannik|wysłanniczka|autor|autorka}",
        "about": "{o|nota o|notka o|kilka słów o} {autorze|autorce|autorach|naszym autorze|naszej autorce|naszym gościu}; kim jest {autor|autorka}; nasz {autor|gość}; nasza autorka; notka biograficzna; nota biograficzna; bio",
        "guest": "{autorem|autorką} {tekstu|artykułu|wpisu|felietonu|tego tekstu|tego artykułu|tego wpisu|materiału} jest; {ten|niniejszy} {tekst|artykuł|wpis|felieton} {napisał|napisała|przygotował|przygotowała|nadesłał|nadesłała|opracował|opracowała}; {tekst|artykuł|wpis|felieton} {napisał|napisała|przygotował|przygotowała|nadesłał|nadesłała} {dla nas |}; {gościnny wpis|wpis gościnny|tekst gościnny|gościnnie|gościnny tekst} {autorstwa|od|pisze}",
        "author": "{autor|autorka|wpis|tekst|artykuł} {gościnny|gościnna}; gościnny {wpis|tekst|artykuł}; imię i nazwisko autora",
        "translated": "{to|jest to|oto|} polska {|skrócona} {wersja|adaptacja} {|angielskiego|niemieckiego|francuskiego|portugalskiego|rosyjskiego|hiszpańskiego|włoskiego|czeskiego|anglojęzycznego} {artykułu|tekstu|eseju|wpisu|wywiadu|reportażu|opowiadania|felietonu|posta|oryginału|rozmowy}; {artykuł|tekst|wpis|wywiad} {przetłumaczony|przełożony} {z|ze}; {tekst|artykuł|wpis} w {tłumaczeniu|przekładzie} z",
    },
    "ru": {
        "other": "исследование; продюсер; инфографика; графика; корректор; верстка; вёрстка",
        "by": "{наш|наша|наш специальный} {корреспондент|корреспондентка|собкор|спецкор|обозреватель|автор}",
        "published": "{перепечатано|перепечатывается|публикуется} с разрешения",
        "about": "{об|о нашем|о нашей|кто} {авторе|авторах|авторке|автор}; {о|об} {приглашённом|приглашенном} авторе; {наш|наша} {автор|авторка}; коротко об авторе; справка об авторе; авторы",
        "guest": "{статью|материал|текст|пост|заметку|колонку|очерк|репортаж|эту статью|этот текст|этот материал|этот пост} {|для нас} {написал|написала|написали|подготовил|подготовила|подготовили|прислал|прислала}; {автор|авторы} {статьи|текста|материала|поста|колонки|заметки|этой статьи|этого текста|этого материала} {—|–|-|:}; {гостевой пост|гостевая статья|гостевая колонка|гостевой материал} {от|:|—|–}; {статья|материал|текст} {написана|написан|подготовлена|подготовлен}",
        "author": "{приглашённый|приглашенный|гостевой|внештатный} {автор|колумнист}; гостевой пост; имя автора",
        "translated": "{это|перед вами|предлагаем|} русская {|сокращённая|сокращенная} версия {|английской|немецкой|французской|испанской|португальской|польской|итальянской|англоязычной} {статьи|заметки|публикации|колонки}; {это|перед вами|} русская версия {поста|материала|текста|интервью|очерка|рассказа|оригинала}; {статья|текст|материал|пост|интервью} {переведена|переведён|переведен|переведено} {с|со|на русский}",
    },
    "tr": {
        "other": "araştırma; düzelti; yapım; grafik; infografik; yayına hazırlayan",
        "about": "{yazar|yazarlar|yazarımız|konuk yazar|konuk yazarımız} {hakkında|kimdir}; {yazar|yazarın} {özgeçmişi|künyesi|tanıtımı}; {yazarımız|konuk yazarımız}; kısa özgeçmiş; yazarı tanıyalım",
        "guest": "bu {yazıyı|makaleyi|haberi|metni|söyleşiyi|röportajı|içeriği|denemeyi} {|bizim için|sizin için}; {yazının|makalenin|haberin|metnin} {yazarı|sahibi}; {yazıyı|makaleyi|haberi} {kaleme alan|yazan|hazırlayan} {isim |}",
        "author": "{konuk|misafir} {yazar|yazarımız|yazı|yazısı|kalem}; yazarın adı; {yazar|yazan} adı soyadı",
        "translated": "{bir|adlı|başlıklı} {ingilizce|i̇ngilizce|almanca|fransızca|ispanyolca|i̇spanyolca|portekizce|italyanca|i̇talyanca|rusça|arapça|japonca|çince|} {yazının|makalenin|metnin|denemenin|röportajın|söyleşinin|öykünün} {türkçesi|türkçesidir|türkçe çevirisi|türkçe çevirisidir|türkçe hâlidir|türkçe halidir|türkçe sürümü|türkçe sürümüdür}; {ingilizce|i̇ngilizce|almanca|fransızca|ispanyolca|i̇spanyolca|portekizce|italyanca|i̇talyanca|rusça|arapça|japonca|çince} bir {yazının|makalenin|metnin|denemenin|röportajın|söyleşinin|öykünün} {türkçesi|türkçesidir|türkçe çevirisi|türkçe çevirisidir|çevirisi|çevirisidir}",
    },
    "vi": {
        "other": "nghiên cứu; dựng; biên tập viên; tranh; tranh vẽ; minh hoạ; hoạ sĩ; họa sĩ; hình vẽ; đồ hoạ; vẽ minh hoạ",
        "about": "{về|đôi nét về|vài nét về|giới thiệu|thông tin} {tác giả|người viết|tác giả khách mời|cây bút}; tác giả là ai; tiểu sử tác giả",
        "guest": "{bài|bài viết|bài này|bài viết này|bài báo này|tin này} {này |}{được |}do; {bài|bài viết|bài này|bài viết này|bài báo này} được {viết|thực hiện|biên soạn|gửi} bởi; tác giả {của bài viết này|của bài này|bài viết này} là; tác giả khách mời {tuần này|tháng này|hôm nay|} {là|:}",
        "author": "tác giả khách mời; bài khách mời; khách mời; tên tác giả; bút danh",
        "translated": "bản {tiếng việt|việt ngữ|việt hóa|việt hoá} của {một|bài|cuộc|truyện} {|bài viết|bài báo|bài|phỏng vấn|tiểu luận|phóng sự}; {bài|bài viết|bài này|bài viết này|văn bản} {được |}{chuyển ngữ|chuyển dịch|phỏng dịch|lược dịch|biên dịch} từ {tiếng|bản|nguyên bản|nguyên tác|bài}",
    },
    "id": {
        "other": "riset; penyuntingan; produksi; infografik; grafis; tata letak",
        "by": "oleh {wartawan|reporter|koresponden|kontributor|penulis|pewarta} {kami|tamu|}",
        "published": "{diterbitkan|dimuat|ditayangkan} {ulang|kembali} dengan izin",
        "about": "{tentang|mengenai|profil|sekilas|siapa} {penulis|penulis tamu|kontributor|para penulis|kolumnis|pewarta}; biodata penulis; bio penulis",
        "guest": "{tulisan|artikel|naskah|esai|kolom|laporan} ini {ditulis|disusun|dibuat|dikirim|disiapkan|dikirimkan|disumbangkan|merupakan karya|adalah karya} {untuk kami |khusus |}{oleh|dari|}; penulis {artikel ini|tulisan ini|naskah ini} adalah; {tulisan|artikel|kolom} tamu {oleh|dari}; penulis tamu {bulan ini|kali ini|kita|minggu ini} {adalah|:}",
        "author": "{penulis|kontributor|kolumnis} tamu; {artikel|tulisan} tamu; nama penulis",
        "translated": "versi {bahasa indonesia|indonesia} {dari|atas} {|sebuah|suatu} {artikel|tulisan|esai|naskah|teks|cerita|wawancara|kolom|unggahan|makalah}; {artikel|tulisan|naskah|teks} {|ini} {terjemahan|hasil terjemahan} {dari|atas}",
    },
    "ar": {
        "about": "{عن|نبذة عن|حول|من هو|من هي|تعريف} {الكاتب|الكاتبة|المؤلف|المؤلفة|كاتب المقال|كاتبة المقال|ضيف المدونة|كاتبنا|كاتبتنا}; سيرة الكاتب; سيرة الكاتبة",
        "guest": "{كتب|كتبت|أعد|أعدت} {هذا|هذه} {المقال|المقالة|النص|التدوينة|التقرير|المادة|المقابلة}; {هذا|هذه} {المقال|المقالة|النص|التدوينة} {من كتابة|من إعداد|كتبها|كتبه|كتبته|كتبتها|أعده|أعدته|لـ}; {كاتب|كاتبة|صاحب|صاحبة} {هذا المقال|هذه المقالة|هذا النص|المقال|المقالة} {هو|هي}",
        "author": "{كاتب|كاتبة} {ضيف|ضيفة|مساهم|مساهمة}; مقال ضيف; اسم الكاتب; اسم الكاتبة",
        "translated": "{نسخة|النسخة|صيغة} {عربية|العربية} {من|ل|عن} {مقال|مقالة|نص|تقرير|حوار|قصة|تدوينة|مقابلة}; {هذه|هذا} {نسخة|النسخة|الصيغة} {عربية|العربية} {من|ل|عن}; {مقال|نص|مقالة|تقرير} {مترجم|مترجمة|معرب} {عن|من}; {ترجم|ترجمت|نقل|نقلت} {هذا المقال|هذه المقالة|هذا النص|المقال|النص} {عن|من}",
    },
    "zh": {
        "about": "{关于|關於}{本文|文章|}{作者|撰稿人|笔者|筆者}; {本文|文章|撰文|撰稿}{作者|者|人}{简介|簡介|介绍|介紹}; {客座|特约|特約|专栏|專欄}{作者|作家}{简介|簡介|介绍|介紹|}; 作者; 作者檔案; 作者档案",
        "translated": "{本文|此文|原文|全文|文章|以下|这篇|這篇}{是|为|為|系|係}~{文|语|語|原文|原作|原著|作者}的{中文|简体中文|繁體中文|正體中文|汉语|中文版|}{翻译|翻譯|译文|譯文|译本|譯本|版本|版|编译|編譯}; {本文|此文|全文|文章}{译自|譯自|翻译自|翻譯自|编译自|編譯自|摘译自|摘譯自|节译自|節譯自}; {译自|譯自|编译自|編譯自|翻译自|翻譯自|摘译自|摘譯自}{英|日|法|德|俄|西|葡|意|韩|韓|阿|越|泰}{文|语|語|国|國|媒}",
    },
    "ja": {
        "after": "の{許可|許諾|承諾|了承|了解|同意|快諾|協力|厚意|ご厚意}{を得て|のもと|の下|を受けて|により|によって|を得た上で|を頂いて|をいただき|をいただいて|を得|で}、{転載|掲載|再掲|配信|公開}; の{許可|許諾|承諾|了承|了解|同意|快諾|協力|厚意|ご厚意}{を得て|のもと|の下|を受けて|により|によって|を得た上で|を頂いて|をいただき|をいただいて|を得|で}{転載|掲載|再掲|配信|公開}; の{記事|コラム|原稿|文章}を{再構成|再編集|要約|加筆修正|編集}した",
        "about": "{この|本}{記事|文章|コラム|原稿}{を書いた人|の著者|の筆者|の書き手|の執筆者|のライター|を書いたのは}; {著者|筆者|執筆者|ライター|寄稿者|書き手|作者}{について|紹介|プロフィール|略歴|情報|データ|のご紹介|の紹介}; 略歴; 著者略歴; 執筆者略歴; 寄稿者プロフィール; profile; writer; author",
        "translated": "{原文|原著|原作|元記事}は{英|仏|独|葡|西|露|伊|中国|韓国|ポルトガル|フランス|ドイツ|スペイン|ロシア|イタリア|英語|デンマーク|オランダ|ポーランド}{語|文|}~{日本語に翻訳|翻訳|日本語訳|和訳|邦訳}; {この|本}{記事|稿|文章|ページ|コラム|インタビュー}は~{語|文|版|さん|氏}の~{を日本語に訳した|を日本語に翻訳した|を日本語訳した|を訳した|の日本語版|の日本語訳|の邦訳|の抄訳}",
    },
    "ko": {
        "after": "{의|에 실린|에 게재된|에 나온} {기사|글|칼럼|보도|콘텐츠|인터뷰}{를|을} {재구성|편집|요약|재가공|각색|정리|재편집|옮긴|가져온}; {의|와의} {콘텐츠|기사|전재} {제휴|계약}{로|에 따라|를 통해}; {에서|의} {제공|공급}{한|받은|받아} {기사|글|콘텐츠}",
        "about": "{글쓴이|필자|저자|작가|기고자|에디터|기자} {소개|약력|정보|프로필|에 대하여|에 대해}; {이 글을 쓴|글을 쓴} {사람|이}; 객원 필자 소개; 필자소개; 저자소개; 글쓴이소개; 저자약력; 필자약력",
        "translated": "~{어|문}로 {쓰인|쓴|작성된|된|발표된} {글|기사|칼럼|원문|에세이|인터뷰}{을|를} ~{번역|옮긴|옮겼|우리말}; {우리말|한국어|한글}로 {옮겼습니다|옮긴 글입니다|옮긴 것입니다|번역했습니다|번역한 글입니다|번역한 것입니다}; {이|본|위} {글|기사|칼럼|원고|문서}{은|는|의} ~{한국어판|한국어 번역본|번역본|한글판|우리말 번역}입니다; {원문|영문|외국어} {기사|글|칼럼}{을|를} {번역|옮긴|옮겼}",
    },
}

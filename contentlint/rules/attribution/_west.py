"""Phrases of English and the Romance languages for authors and sources; see `Language`.

In one module, for these are tables of one form.
"""

from contentlint.rules.attribution._language import Language

ENGLISH = Language(
    "en",
    author=(
        "author; authors; author(s); words by; text by; written by; story by; article by; post by; authored by;"
        "report by; reported by; reporting by; reporter; writer; writers; contributed by; contributor;"
        "guest author; guest post by; posted by; published by; byline; by"
    ),
    text="words; text; story; report; reporting; words and {photos|photographs|pictures|images}; article; essay",
    by=(
        "by; words by; text by; written by; story by; article by; post by; reported by; reporting by; authored by;"
        "contributed by; guest post by; a guest post by; guest article by; a guest article by;"
        "words and {photos|photographs|pictures|photography|images} by; posted by; published by; an essay by;"
        "a column by; an interview by; interview by; as told to; submitted by; analysis by; opinion by; review by;"
        "text and {photos|photographs|pictures|images} by; a story by; a report by; from our correspondent"
    ),
    guest=(
        "this {is|was} a guest {post|article|column|contribution} by; this is a guest {post|article} from;"
        "{hi|hey|hello}{,|} {it's|it’s|it is|this is}; our guest author {today|}; the following is a guest post by;"
        "{this|the} {post|article|story|piece|essay} was {written|contributed|authored} by;"
        "{post|article|story|piece} was written by; {today's|today’s} guest post is by; today's post comes from;"
        "this is a guest {post|article} written by"
    ),
    about=(
        "about the {author|authors|writer|contributor}; about the guest author; author bio; author biography;"
        "the author; about our guest author; meet the author; biography"
    ),
    bio=(
        "is a; is an; is the; was a; was an; works {as|at|for|in}; writes {about|for|on|from}; lives {in|on}; teaches;"
        "is {currently|chief|head|founder|professor|editor|co-founder}; reports from; leads {the|our}; has been {a|an|the|writing};"
        "{maintains|runs|edits|covers|studies}; is retired"
    ),
    translator=(
        "translator; translators; translation; translated by; translation by; english translation; english version;"
        "translated into english by; trans.; tr.; english translation by"
    ),
    translated_by=(
        "translated ~ by; translated by; translation by; {my|our} {own|} translation; {i|we} {have|} translated;"
        "i've translated; we've translated; trans. by; rendered into english by; english version by;"
        "translated with {deepl|google|chatgpt}; {machine|automatically} translated; machine translation;"
        "translators are; translations by"
    ),
    translated=(
        "this {article|post|piece|story|essay|text|page|document|interview} {is|was|has been} {originally|} translated;"
        "this {article|post|piece|story|essay|text|page|document|interview} {was|has been|is} translated;"
        "this {article|post|piece|story|essay|text|page|document|interview} is {a|an|the} {english|} translation of;"
        "this {article|post|piece|story|text|page|document} is a translation; translated from {the|} {original|} "
        "{arabic|chinese|danish|dutch|english|finnish|french|german|greek|hebrew|hindi|italian|japanese|korean|"
        "norwegian|persian|polish|portuguese|russian|spanish|swedish|turkish|ukrainian|vietnamese|indonesian|czech};"
        "{below|the following|what follows} is a translation of; adapted from the {french|german|spanish|chinese|japanese|russian|italian}"
    ),
    source=(
        "source; sources; {article|news|story|text|content|original} source; article courtesy of; courtesy of; credit for article;"
        "reprinted from; republished from; cross-posted from; crossposted from; cross-posted at; originally published at; originally published in;"
        "originally published on; originally posted on; originally posted at; originally appeared in; first published in; first published on; first published at;"
        "first appeared in; syndicated from; via; h/t; excerpted from; reposted from"
    ),
    original=(
        "original; original {article|post|story|text|version|link|url|source}; link to {the|} original; read the original;"
        "canonical; canonical {link|url}; originally published; full {article|story|text}; original in "
        "{french|german|spanish|chinese|japanese|russian|italian}; read more at; read the full {story|article} at; permalink"
    ),
    lead=(
        "the original; original {article|post|story|version|source|piece|text|publication|here}; read the original; read it {there|here};"
        "full {article|story|post|text}; originally published; originally posted; first published; source; via;"
        "read {the full|more} ; link to original; the whole {article|story|post}; canonical"
    ),
    published=(
        "{originally|first|previously|initially} {published|posted|appeared|printed|featured|aired|released|run|ran|written} {online|as a guest post|in full|}"
        " {in|on|at|by|for|with|over at};"
        "{published|posted|appeared|printed} {first|originally|previously|initially} {in|on|at|by|with};"
        "{reprinted|republished|reproduced|reposted|syndicated|excerpted|adapted|cross-posted|crossposted|cross posted|re-posted|mirrored|re-published|condensed|abridged|distributed} "
        "{here|} {courtesy of|from|in part from|with permission from|by|at|on|to|with};"
        "{reprinted|republished|reproduced|reposted|used|posted|published|shared} {here|} {with|by} {the|} {kind|} {permission|courtesy|agreement} {of|from|by};"
        "{reprinted|republished|reproduced} courtesy of; {text|article|story} courtesy of; content {provided|supplied|distributed} by;"
        "{distributed|provided|syndicated} by; {cross-post|crosspost|cross post|repost|reprint} {of|from}; via; h/t; hat tip to;"
        "an {earlier|abridged|edited|extended|updated|adapted} version {of this ~|} {appeared|ran|was published} {in|on|at}"
    ),
    itself=(
        "this {article|post|piece|story|essay|column|interview|report|review|text|series|feature story|tutorial|guide|page|talk|chapter|excerpt|letter|speech|entry|item|op-ed|commentary};"
        "the {above|following|preceding} {article|post|piece|story|essay|text|interview}; the {post|article|entry} ~"
    ),
    said=(
        "{ran|appeared|appears|published|posted|printed|featured|written for} {earlier|first|today|last week|last year|last month|originally|} {in|on|at|by|with};"
        "{was|is|were|has been} {published|posted|reprinted|republished|syndicated|provided|supplied|commissioned} {with permission|} {by|in|on|at|from};"
        "appeared first {on|in|at}; appeared {originally|previously} {on|in}; {comes|taken|adapted|excerpted|extracted} from {an article in|a post on|};"
        "was originally published; is {an excerpt|a reprint|a repost|a cross-post|a crosspost|an extract} {from|of|to}; is cross-posted {from|on|at|to}"
    ),
    own=(
        "own; our own; my own; author; the author; authors; author's; me; unknown; internet; the internet; web; various;"
        "default; settings; file; files; folder; directory; input; output; path; code; github; data; survey; table; local; database;"
        "calculation; calculations; menu; image; example; figure; host; server; repository; repo; branch; client; manual; documentation;"
        "command; terminal; option; module; stack; node; camera; page; see; ssh; http; https; npm; pip; apt; air; email; e-mail; phone;"
        "post; mail; usb; api; cli; homebrew; brew; flag; pr; pull; chat; telegram; dns; tcp; google; button; control; editor"
    ),
    work=(
        "title; publisher; isbn; music; license; licence; version; plugin; director; pages; paper; venue; conference; book; album; song;"
        "label; movie; film; lyrics; composer; genre; doi; journal; edition; year; published in; price; rating; game; theme; package;"
        "proposal; stars; developer; language; dataset; abstract; keywords; repository"
    ),
    other=(
        "editor; editors; edited by; photo; photos; photographs; pictures; images; image; drawings; illustrations; illustrator; photographer;"
        "proofreader; reviewer; reviewed by; photos by; date; published; updated; tags; category; layout; design; produced by; producer; translator"
    ),
    never=(
        "the; a; an; our; your; my; this; that; these; those; all; any; each; every; popular; default; design; contrast; comparison;"
        "law; using; monday; tuesday; wednesday; thursday; friday; saturday; sunday; morning; evening; night; noon; day; week; month;"
        "year; only; and; or; of; in; on; at; to; for; with; from; hand; half; far; means; invitation; request; demand; chance; accident;"
        "nature; virtue; way; contrast; definition; land; sea; air; now; then; then; default; example; hello; world; component; number;"
        "numbers; name; order; date; popularity; appointment; mistake; text; code; tide; weight; heart; rail; road; train; bus; bike;"
        "january; february; march; july; september; october; november; december; platform; version; feature; features;"
        "team; staff; editors; community; release; user; users; people; readers; experts; experience; season; winter; spring;"
        "rights; reserved; topic; category; country; region; industry; role; type; size; price; sight; sea; star; stars; no; not;"
        "doing; some; lower; upper; one; two; three; more; less; rules; order; standards; stage; stages; step; inches; popular; public"
    ),
    agencies="reuters; ap; associated press; the associated press; afp; upi; bloomberg; pa media; xinhua; ians; pti; ani",
    news="news; press; headlines; tech news; technology; recommended; trending; latest; daily; media; aggregated; feed; feeds; planet",
    ours="we are; our team; our company; we're; our customers; our product; our users; our members; our office",
)

SPANISH = Language(
    "es",
    author=(
        "autor; autora; autores; autoras; autor/a; escrito por; redactor; redactora; redacción de; un texto de; texto de; reportaje de; reportaje;"
        "redactado por; publicado por; corresponsal; firma invitada; autor invitado; autora invitada; artículo de; crónica de; por; informa; colaboración de;"
        "colaborador; entrevista de; enviado por; columna de; firma; periodista; reportera; reportero"
    ),
    text="texto; textos; texto y fotos; textos y fotos; texto y fotografías; crónica; entrevista; redacción",
    by=(
        "por; escrito por; texto de; un texto de; redactado por; artículo de; un artículo de; artículo invitado de; reportaje de; un reportaje de;"
        "una crónica de; crónica de; entrevista de; una entrevista de; publicado por; firma invitada; colaboración de; informa; texto y fotos de; columna de;"
        "autor invitado; de nuestra corresponsal; de nuestro corresponsal; enviado por"
    ),
    guest=(
        "{este|esta} {artículo|texto|entrada|post} {es|fue} {un artículo invitado|una colaboración|una contribución|una entrada invitada} de;"
        "este {artículo|texto|post} {fue|ha sido|está} escrito por; nuestro autor invitado; nuestra autora invitada; {hola|buenas}, soy"
    ),
    about="sobre el autor; sobre la autora; acerca del autor; acerca de la autora; el autor; la autora; sobre quien escribe; biografía",
    bio="es {un|una|el|la}; es {periodista|escritor|escritora|profesor|profesora|ingeniero|ingeniera|columnista|investigador|investigadora|desarrollador|desarrolladora}; es ~ y {columnista|escritor|escritora|autor|autora}; enseña; trabaja {en|como|para}; escribe {sobre|en|para}; vive en; dirige; fue {un|una}",
    translator=(
        "traducción; traductor; traductora; traducción de; traducido por; traducida por; traducción al español; traducción del {inglés|francés|alemán|italiano|portugués|chino|japonés|ruso};"
        "versión española; versión en español; trad.; traducción y adaptación; adaptación; traducción y notas; traducción al castellano; versión castellana"
    ),
    translated_by="{traducido|traducida} ~ por; {traducido|traducida} por; traducción {al español|} de; traducción a cargo de; versión {en español|española} de; trad. de; traducción automática; mi traducción; he traducido; hemos traducido",
    translated=(
        "este {artículo|texto|post|documento|reportaje} es {una|la} traducción; este {artículo|texto|post|documento} {ha sido|fue|está} traducido;"
        "{traducido|traducida} {del|de la|desde el} {inglés|francés|alemán|portugués|italiano|chino|ruso|japonés|catalán|coreano|gallego};"
        "traducción {del|desde el} {inglés|francés|alemán|portugués|italiano|chino|ruso|japonés}; traducción del artículo; {esta es|esto es|lo que sigue es|lo siguiente es} {una|la} traducción; traducción libre de"
    ),
    source=(
        "fuente; fuentes; fuente original; fuente de la noticia; fuente del artículo; vía; visto en; tomado de; publicado originalmente en; extraído de;"
        "con información de; publicado en; reproducido de; cortesía de; originalmente publicado en; publicado antes en; publicado por primera vez en; republicado de"
    ),
    original="artículo original; texto original; original; enlace original; versión original; leer el original; noticia original; enlace al original; entrada original; publicación original; lee el artículo completo en",
    lead="artículo original; texto original; el original; original; leer {el|en}; fuente; noticia completa; enlace; versión original; publicado originalmente; vía",
    published=(
        "{publicado|publicada|aparecido|aparecida|editado|difundido} {originalmente|por primera vez|antes|primero|inicialmente|anteriormente|previamente} {en|por};"
        "{originalmente|inicialmente} {publicado|publicada|aparecido|aparecida} {en|por}; {artículo|texto|reportaje|entrevista|crónica} {publicado|publicada|aparecido|aparecida} {originalmente|por primera vez|antes|primero|} en;"
        "{reproducido|reproducida|republicado|republicada} {aquí|} {con permiso|con la autorización|por cortesía|} {de|desde|del}; tomado {de|del}; extraído {de|del};"
        "{texto|artículo|contenido|reportaje} {compartido|cedido|distribuido|facilitado|proporcionado|ofrecido} {por cortesía de|por|de}; por cortesía de; cedido por; con información {de|del}; con datos de {la agencia|agencia};"
        "aparecido en; con datos de la agencia; vía; visto en; {fue|se} {publicado|publicó} originalmente en; publicación cruzada {de|con}; contenido {distribuido|ofrecido|facilitado} por; se reproduce con {permiso|autorización} de; republicado {de|desde}"
    ),
    itself="este {artículo|texto|reportaje|post|ensayo|cuento|documento|relato}; esta {entrada|crónica|entrevista|columna|nota|noticia|pieza|serie}; la entrada ~; el artículo ~; una versión {anterior|más breve|más corta|reducida|} de este {artículo|texto}",
    said="{publicó|publicado|publicada|apareció|salió|difundió} {originalmente|por primera vez|primero|antes|hoy|} {en|por}; se publicó {originalmente|primero|por primera vez|antes|} en; apareció {originalmente|primero|por primera vez|antes|} en; {procede|proviene} de; {reproduce|reproducido} ~ de; se reproduce {aquí|} con {permiso|autorización} de",
    own="elaboración; propia; propio; propios; el autor; la autora; autor; autora; desconocida; internet; varias; configuración; archivo; fichero; carpeta; entrada; salida; datos; cálculos; nuestro; nuestra; menú; imagen; tabla; encuesta; https; código; página",
    work="título; editorial; isbn; música; licencia; versión; director; páginas; libro; álbum; canción; película; artículo; revista; congreso; género; precio; obra; año; traductor; editora; sello; guion",
    other="edición; editor; editora; foto; fotos; fotografía; fotografías; imágenes; imagen; ilustración; ilustraciones; revisión; corrección; fecha; etiquetas; diseño; maquetación; traducción",
    never=(
        "el; la; los; las; un; una; unos; unas; este; esta; estos; estas; ahora; fin; qué; que; eso; esto; supuesto; favor; tu; mi; su; semana; santa; tanto; ejemplo; tiempo;"
        "mucho; poco; todo; todos; todas; otro; otra; lo; y; o; en; de; con; sin; lunes; martes; miércoles; jueves; viernes; sábado; domingo; mañana; tarde; noche; día; año; mes;"
        "primera; segunda; vez; último; suerte; desgracia; cierto; otra; si; no; sí; siempre; nunca; desde; hasta; para; porque; tierra; mar; aire; orden; medio; hola; mundo; cada; más; menos; cierre; falta; amor; invierno; verano; obras; limitado; tercera; cortesía"
    ),
    agencies="efe; europa press; ap; afp; reuters; dpa; notimex; télam; ep",
    news="noticias; prensa; actualidad; tecnología; titulares; destacados; agregador; medios",
    ours="nuestro equipo; nuestra empresa; nuestros clientes; abrimos; nuestro segundo; nuestro taller; somos; estamos encantados; nos complace; nuestra compañía",
)

FRENCH = Language(
    "fr",
    author=(
        "auteur; auteure; auteurs; auteures; autrice; autrices; auteur·ice; texte de; écrit par; rédigé par; propos recueillis par; article de; rédaction; rédacteur; rédactrice;"
        "publié par; posté par; reportage de; chronique de; billet de; tribune de; par; contributeur; contributrice; auteur invité; autrice invitée; signé; plume"
    ),
    text="texte; textes; textes et photos; texte et photos; reportage; chronique; récit; entretien",
    by=(
        "par; écrit par; rédigé par; texte de; texte par; propos recueillis par; un article de; article de; un reportage de; reportage de; une chronique de; une tribune de; tribune de;"
        "billet de; billet invité de; un billet de; publié par; posté par; un texte de; de notre correspondant; de notre correspondante; de notre envoyé spécial; de notre envoyée spéciale;"
        "textes et photos de; texte et photos de; entretien réalisé par; recueilli par; article invité de; une enquête de"
    ),
    guest="{ceci|ce billet|cet article} est {un billet|un article|une contribution} {invité|d'invité|} de; {ce billet|cet article|ce texte} a été {écrit|rédigé} par; notre {auteur|autrice} {invité|invitée|du jour}",
    about="à propos de l'auteur; à propos de l’auteur; à propos de l'autrice; à propos de l’autrice; l'auteur; l’auteur; l'autrice; l’autrice; biographie; qui est l'auteur; sur l'auteur",
    bio="est {un|une|le|la}; est {journaliste|écrivain|écrivaine|professeur|professeure|ingénieur|ingénieure|développeur|développeuse|chercheur|chercheuse|enseignant|enseignante|éclusier|auteur|autrice}; enseigne; travaille {à|chez|comme|pour}; écrit {sur|pour|dans}; vit {à|en}; dirige; fut",
    translator=(
        "traduction; traducteur; traductrice; traduction de; traduit par; traduite par; traduction française; version française; trad.; adaptation; traduction et notes; traduction et adaptation;"
        "traduit de l'anglais par; traduction par; traduction depuis l'anglais; traduction collective; vf"
    ),
    translated_by="{traduit|traduite} ~ par; {traduit|traduite} par; traduction {française|} {de|par}; adapté de l'{anglais|allemand} par; trad. de; version française de; traduction automatique; traduction collective; ma traduction; j'ai traduit",
    translated=(
        "{cet article|ce texte|ce billet|ce document} est {une|la} traduction; {cet article|ce texte|ce billet|ce document} {a été|est} traduit; ceci est {une|la} traduction;"
        "{traduit|traduite} de l'{anglais|allemand|espagnol|italien|arabe|ukrainien}; {traduit|traduite} de l’{anglais|allemand|espagnol|italien|arabe}; {traduit|traduite} du {chinois|russe|portugais|japonais|coréen|polonais|néerlandais|turc|grec};"
        "traduction de l'article; traduction de l’article; traduction libre {de|d'}; traduction du {chinois|russe|portugais|japonais|polonais}; traduction de l'{anglais|allemand|espagnol|italien}"
    ),
    source=(
        "source; sources; source de l'article; source originale; source de l'info; via; vu sur; publié à l'origine sur; initialement publié sur; initialement paru dans; paru dans; repris de; extrait de; tiré de; d'après;"
        "première parution; première publication; publié initialement sur; avec; provenance"
    ),
    original="article original; texte original; article d'origine; article d’origine; lien vers l'original; original; lien original; version originale; lire l'article original; publication originale; billet original; lire la suite sur; texte d'origine",
    lead="article original; article d'origine; article d’origine; texte original; l'original; original; lire {l'article|la suite|sur|le}; source; publication originale; version originale; lien; texte d'origine; via",
    published=(
        "{publié|publiée|paru|parue|diffusé|diffusée} {initialement|d'abord|d’abord|à l'origine|à l’origine|originellement|originalement|pour la première fois|en premier|précédemment|auparavant|antérieurement} {dans|sur|par|chez|en|au};"
        "{initialement|originellement|d'abord|précédemment|premièrement} {publié|publiée|paru|parue|diffusé} {dans|sur|par|chez|en|au};"
        "{article|billet|texte|entretien|reportage|tribune} {original|} {initialement|d'abord|d’abord|originellement|} {paru|publié|publiée|parue} {initialement|d'abord|à l'origine|} {dans|sur|par|chez};"
        "{reproduit|repris|republié|reproduite|reprise} {ici|} {avec l'aimable autorisation|avec l’aimable autorisation|avec l'autorisation|avec l’autorisation|avec l'accord|avec la permission|} {de|du|depuis|des};"
        "avec l'aimable autorisation {de|du}; extrait {de|du}; tiré {de|du}; repris {de|du}; vu sur; via; première {parution|publication} {dans|sur|en|:}; paru dans; contenu {fourni|distribué|proposé} par; diffusé par;"
        "article {fourni|cédé|offert} par"
    ),
    itself="{cet article|ce texte|ce billet|ce reportage|cette tribune|cet entretien|cette chronique|ce récit|cette série|ce document|ce feuilleton|cette enquête|ce papier}; une {première|} version {courte|abrégée|} de {cet article|ce texte|ce billet}; l'article ~; l’article ~; le billet ~",
    said="{publié|publiée|paru|parue|diffusé|diffusée} {initialement|d'abord|d’abord|à l'origine|} {dans|sur|par|chez|le ~ dans|le ~ sur}; est {paru|apparu} en premier {sur|dans}; paraît {d'abord|d’abord} {dans|sur}; {provient|est tiré|est extrait|est issu|est repris} {de|du|d'}; est apparu en premier sur; a {d'abord|d’abord} {paru|été publié} {dans|sur}",
    own="calculs; l'auteur; l’auteur; auteur; inconnue; internet; diverses; paramètres; fichier; dossier; entrée; sortie; données; nous; nos; mon; ma; menu; image; tableau; enquête; https; code; voir; page; interne; personnelle; personnel",
    work="titre; éditeur; isbn; musique; licence; version; réalisateur; pages; livre; album; chanson; film; article; revue; conférence; genre; prix; œuvre; année; éditions; parution; collection; maison d'édition",
    other="édition; photo; photos; photographies; photographe; images; image; dessins; illustration; illustrations; relecture; correction; date; mise en page; mise en ligne; crédit; crédits; traduction",
    never=(
        "le; la; les; l; un; une; des; cet; cette; ces; ce; mon; ma; notre; votre; contre; exemple; ailleurs; rapport; tous; tout; toute; toutes; temps; ici; là; où; et; ou; en; de; du; à; au; aux;"
        "lundi; mardi; mercredi; jeudi; vendredi; samedi; dimanche; matin; soir; midi; nuit; jour; jours; semaine; mois; an; ans; hasard; défaut; beau; mauvais; calme; amour; métier; chance; monts; vaux; bonjour; monde; avance; définition; terre; mer; voie; moments; endroits; suite; conséquent; hiver; été; printemps; automne; amitié; manque; pluie; vent; ordre"
    ),
    agencies="afp; reuters; ap; belga; ats; avec afp; keystone-ats; agence france-presse",
    news="actualités; actualité; actus; presse; nouvelles; médias; tech; infos; à la une",
    ours="notre équipe; notre entreprise; nos clients; notre deuxième; notre société; notre atelier; nous sommes; nous ouvrons; nous avons le plaisir",
)

ITALIAN = Language(
    "it",
    author=(
        "autore; autrice; autori; autrici; testo di; testi di; scritto da; a cura di; articolo di; redatto da; pubblicato da; postato da; intervista di; firma; ospite; inviato; inviata; di; reportage di; firmato; redattore; redattrice; contributo di"
    ),
    text="testo; testi; testo e foto; testi e foto; articolo; intervista; racconto; cronaca",
    by=(
        "di; scritto da; testo di; testi di; a cura di; articolo di; un articolo di; redatto da; pubblicato da; postato da; intervista di; reportage di; guest post di; dal nostro inviato; dalla nostra inviata; dal nostro corrispondente;"
        "testo e foto di; testi e foto di; un reportage di; una riflessione di; contributo di; un racconto di"
    ),
    guest="questo {articolo|post|pezzo} è {stato scritto da|un contributo di|un guest post di|di}; il nostro ospite; la nostra ospite",
    about="l'autore; l’autore; l'autrice; l’autrice; sull'autore; sull'autrice; sull’autore; informazioni sull'autore; chi è l'autore; chi scrive; nota biografica; biografia; a proposito dell'autore",
    bio="è {un|una|il|la|uno}; è {giornalista|scrittore|scrittrice|docente|ingegnere|ricercatore|ricercatrice|sviluppatore|sviluppatrice|insegnante}; insegna; lavora {a|come|per|in}; scrive {di|su|per}; vive a; dirige",
    translator=(
        "traduzione; traduttore; traduttrice; traduzione di; traduzione a cura di; tradotto da; tradotta da; traduzione italiana; versione italiana; trad.; trad. it.; adattamento; traduzione e adattamento; traduzione dall'inglese; traduzione dal {francese|tedesco|russo|cinese|giapponese}; traduzione italiana di"
    ),
    translated_by="{tradotto|tradotta} ~ da; {tradotto|tradotta} da; traduzione {italiana|} {di|a cura di}; traduzione {dall'|dal |dallo }~ di; trad. it. di; trad. di; versione italiana di; traduzione automatica; traduzione di chat; ho tradotto",
    translated=(
        "questo {articolo|testo|post|documento|pezzo} è {la|una} traduzione; questo {articolo|testo|post|documento} è stato tradotto; {tradotto|tradotta} {dall'inglese|dall’inglese|dal francese|dal tedesco|dallo spagnolo|dal cinese|dal russo|dal giapponese|dal portoghese|dal polacco};"
        "traduzione {dall'inglese|dall’inglese|dal francese|dal tedesco|dallo spagnolo|dal cinese|dal russo|dal giapponese|dal portoghese|dal polacco}; traduzione dell'articolo; traduzione dell’articolo; questa è {la|una} traduzione; traduzione libera di"
    ),
    source=(
        "fonte; fonti; fonte originale; fonte della notizia; fonte articolo; via; visto su; tratto da; estratto da; ripreso da; pubblicato originariamente su; originariamente pubblicato su; già apparso su; apparso su; prima pubblicazione; con informazioni di; ripubblicato da"
    ),
    original="articolo originale; testo originale; originale; link originale; link all'originale; versione originale; leggi l'articolo originale; leggi l'originale; post originale; pubblicazione originale; link alla fonte",
    lead="articolo originale; testo originale; originale; l'originale; leggi {l'|il |su |qui}; fonte; qui; versione originale; post originale; via",
    published=(
        "{pubblicato|pubblicata|apparso|apparsa|uscito|uscita} {originariamente|originalmente|in origine|inizialmente|per la prima volta|prima|già} {su|sul|sulla|in|da|nel|nella|dal|dalla|sui};"
        "{originariamente|originalmente|inizialmente|già} {pubblicato|pubblicata|apparso|apparsa|uscito|uscita} {su|sul|sulla|in|da|nel|nella|dal|dalla};"
        "{articolo|testo|post|pezzo|intervista} {pubblicato|pubblicata|apparso|apparsa|uscito} {originariamente|originalmente|in origine|per la prima volta|} {su|sul|sulla|in|nel|nella};"
        "{per gentile concessione|su concessione|con il permesso|per cortesia} {di|del|della|dell'}; {tratto|estratto|ripreso|ripubblicato|riprodotto} {con il permesso|} {da|dal|dalla|dall'|di|del|della}; prima pubblicazione {su|in|:}; apparso su; visto su; via;"
        "contenuto {fornito|distribuito|offerto} da; con informazioni di; fornito da"
    ),
    itself="questo {articolo|testo|pezzo|post|racconto|brano|saggio|documento|reportage}; questa {intervista|storia|rubrica|serie|cronaca}; una versione {ridotta|più breve|precedente|} di questo {articolo|testo|pezzo}; l'articolo ~; l’articolo ~",
    said="{è|era} {apparso|apparsa|uscito|uscita|stato pubblicato|stata pubblicata} {originariamente|per la prima volta|prima|in origine|} {su|sul|sulla|in|nel|nella|da|dal|dalla}; proviene {da|dal|dalla}; {è tratto|è ripreso|è estratto} {da|dal|dalla}",
    own="elaborazione; propria; proprio; l'autore; autore; autrice; sconosciuta; internet; web; varie; impostazioni; file; cartella; ingresso; uscita; dati; calcoli; nostra; nostro; mia; mio; menu; immagine; tabella; https; codice; pagina; nostre; vedi; nostri",
    work="titolo; editore; isbn; musica; licenza; versione; regia; regista; pagine; libro; album; canzone; film; rivista; convegno; genere; prezzo; opera; anno; casa editrice; edizione; collana",
    other="redazione; foto; fotografie; fotografia; immagini; immagine; illustrazione; illustrazioni; disegni; revisione; data; grafica; editing; copertina; traduzione",
    never=(
        "il; lo; la; i; gli; le; un; una; uno; questo; questa; questi; queste; quel; quella; tanto; tanti; giorno; giorni; volta; mattina; sera; notte; settimana; mese; anno; lunedì; martedì; mercoledì; giovedì; venerdì; sabato; domenica;"
        "in; e; o; a; al; da; che; chi; cui; più; meno; solito; nuovo; nuova; mano; bene; male; corsa; fatto; fronte; ciao; mondo; seguito; recente; gran; punto; bianco; tutto; tutti; tutte; ogni; sotto; sopra; prima; poi; primavera; estate; inverno; autunno; buon; buona; mare; terra; sicuro; norma; rado; legno; ferro"
    ),
    agencies="ansa; adnkronos; agi; lapresse; askanews; reuters; ap; afp; italpress; dire",
    news="notizie; news; stampa; attualità; tecnologia; in evidenza; rassegna",
    ours="il nostro team; la nostra azienda; i nostri clienti; la nostra seconda; apriamo; siamo lieti; siamo felici; la nostra officina",
)

PORTUGUESE = Language(
    "pt",
    author=(
        "autor; autora; autores; autoras; texto de; escrito por; reportagem de; reportagem; redator; redatora; um texto de; matéria de; artigo de; coluna de; crônica de; crónica de; publicado por; postado por; por; colaboração; colaboração de; autor convidado; autora convidada; redação de; entrevista de; repórter; jornalista"
    ),
    text="texto; textos; texto e fotos; textos e fotos; redação; crônica; entrevista; matéria",
    by=(
        "por; escrito por; texto de; um texto de; reportagem de; matéria de; artigo de; artigo convidado de; um artigo de; coluna de; crônica de; publicado por; postado por; texto e fotos de; entrevista a; entrevista de; colaboração de; enviado por; da nossa correspondente; do nosso correspondente; autor convidado"
    ),
    guest="este {artigo|texto|post} {é uma contribuição|é um artigo convidado|foi escrito|foi redigido} {de|por}; {nosso|nossa} {autor convidado|autora convidada|convidado|convidada}; olá, {aqui é|eu sou} {o|a|}",
    about="sobre o autor; sobre a autora; acerca do autor; o autor; a autora; sobre quem escreve; biografia; perfil do autor",
    bio="é {um|uma|o|a}; é {jornalista|escritor|escritora|professor|professora|engenheiro|engenheira|colunista|pesquisador|pesquisadora|desenvolvedor|desenvolvedora}; é ~ {aposentada|aposentado|colunista}; ensina; trabalha {na|no|em|como|para}; escreve {sobre|para|em}; vive em; mora em; dirige",
    translator=(
        "tradução; tradutor; tradutora; tradução de; tradução por; traduzido por; traduzida por; versão portuguesa; versão em português; trad.; adaptação; tradução e adaptação; traduzido e adaptado por; tradução livre; tradução para o português"
    ),
    translated_by="{traduzido|traduzida} ~ por; {traduzido|traduzida} por; tradução {livre|} {de|por}; trad. de; versão {em português|portuguesa} de; tradução automática; minha tradução; traduzi; traduzido e adaptado por",
    translated=(
        "este {artigo|texto|post|documento} é {uma|a} tradução; este {artigo|texto|post|documento} foi traduzido; {traduzido|traduzida} {do|a partir do} {inglês|francês|alemão|espanhol|italiano|chinês|russo|japonês};"
        "tradução do {inglês|francês|alemão|espanhol|italiano|chinês|russo|japonês}; tradução do artigo; esta é uma tradução; tradução livre {de|do}"
    ),
    source=(
        "fonte; fontes; fonte original; fonte da notícia; via; visto em; retirado de; extraído de; publicado originalmente em; originalmente publicado em; publicado originalmente no; com informações de; com informações da; com informações do; reproduzido de; republicado de; trecho de"
    ),
    original="artigo original; texto original; original; link original; matéria original; leia o original; leia a matéria completa em; publicação original; post original; versão original; link para o original; link da notícia",
    lead="artigo original; texto original; original; o original; leia {a|o|no|na|mais}; fonte; publicação original; matéria completa; matéria original; versão original; via; link",
    published=(
        "{publicado|publicada|divulgado|veiculado|saído} {originalmente|primeiro|primeiramente|pela primeira vez|inicialmente|anteriormente|antes} {em|no|na|pelo|pela|nos|nas};"
        "{originalmente|inicialmente|primeiramente} {publicado|publicada|divulgado|veiculado} {em|no|na|pelo|pela};"
        "{saiu|apareceu} {primeiro|originalmente|antes|pela primeira vez} {em|no|na}; {artigo|texto|matéria|post} {publicado|publicada|cedido|cedida|fornecido|distribuído} {originalmente|primeiro|} {em|no|na|pelo|pela|por};"
        "{republicado|republicada|reproduzido|reproduzida|retirado|extraído|retirada} {com autorização|com permissão|} {de|do|da|dos|das}; {cedido|cedida} {por|pelo|pela}; com informações {de|do|da|das|dos}; com agência; visto em; via;"
        "conteúdo {distribuído|fornecido|cedido|oferecido} {por|pelo|pela}; matéria original {de|do|da}; trecho {de|do|da}; crosspost {de|do|da}; por cortesia {de|do|da}"
    ),
    itself="este {artigo|texto|post|ensaio|conto|documento|relato}; esta {matéria|reportagem|entrevista|coluna|crônica|postagem|notícia|série}; uma versão {anterior|mais curta|} deste {artigo|texto}; o {post|artigo|texto} ~; a matéria ~",
    said="{foi|é|está} {originalmente|primeiro|inicialmente|} {publicado|publicada|veiculado|veiculada|divulgado} {originalmente|primeiro|pela primeira vez|inicialmente|} {em|no|na|pelo|pela|por}; {apareceu|saiu} {primeiro|originalmente|} {em|no|na}; {provém|vem} {de|do|da}; foi {cedido|cedida|retirado|extraído} {por|pelo|pela|de|do|da}",
    own="elaboração; própria; próprio; próprios; o autor; a autora; autor; autora; desconhecida; internet; várias; configuração; arquivo; ficheiro; pasta; entrada; saída; dados; cálculos; nosso; nossa; meu; minha; menu; imagem; tabela; https; código; página; pesquisa",
    work="título; editora; isbn; música; licença; versão; diretor; páginas; livro; álbum; canção; filme; revista; congresso; gênero; preço; obra; ano; artigo",
    other="edição; revisão; foto; fotos; fotografia; fotografias; imagens; imagem; ilustração; ilustrações; data; etiquetas; arte; diagramação; tradução; editor; editora-chefe",
    never=(
        "o; a; os; as; um; uma; uns; umas; este; esta; estes; estas; isso; isto; que; quê; favor; exemplo; fim; seu; sua; meu; minha; tempo; semana; santa; indeterminado; enquanto; tudo; todos; todas; mesmo; hora; ora; conta; causa; acaso;"
        "e; ou; em; no; na; de; do; da; segunda; terça; quarta; quinta; sexta; sábado; domingo; feira; manhã; tarde; noite; dia; mês; ano; terra; mar; ar; lei; aí; aqui; onde; muito; pouco; mais; menos; vez; olá; mundo; trás; cima; baixo; certo; outro; outra; inverno; verão; pouco; limitado; amor; ordem; encomenda; mim; si"
    ),
    agencies="lusa; agência brasil; afp; reuters; ap; efe; estadão conteúdo; folhapress; ansa",
    news="notícias; imprensa; atualidades; tecnologia; destaques; mídia; novidades",
    ours="nossa equipe; nossa empresa; nossos clientes; nossa segunda; abrimos; temos o prazer; somos; nossa equipa; nossa oficina",
)

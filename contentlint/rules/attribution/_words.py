"""Words and hosts that several rules need: placeholders, shorteners, platforms, claims.

In one module, for these are tables.
"""

import re

from contentlint.rule import lazy

# Placeholders for the name of an author.
PLACEHOLDERS = frozenset(
    "admin|administrator|webmaster|root|user|username|user name|test|tester|todo|tbd|tba|fixme|unknown|"
    "n/a|none|null|nil|undefined|xxx|author|the author|author name|author's name|your name|"
    "your name here|name|full name|first last|firstname lastname|john doe|jane doe|guest author|"
    "投稿人|撰稿人|发布人|發布人|发帖人|發帖人|上传者|上傳者|通讯员|通訊員|供稿人|投稿者|作者|作者名|作者姓名|未知|未知作者|管理员|管理員|你的名字|您的名字|姓名|佚名作者|测试|測試|待补充|待定|某某|"
    "著者|著者名|筆者名|管理者|名前|あなたの名前|氏名|テスト|未定|"
    "작성자|저자|관리자|이름|홍길동|테스트|미정|운영자|"
    "autor|autora|tu nombre|su nombre|nombre|nombre del autor|administrador|desconocido|prueba|"
    "auteur|votre nom|nom|nom de l'auteur|nom de l’auteur|administrateur|inconnu|"
    "ihr name|dein name|name des autors|unbekannt|max mustermann|erika mustermann|"
    "seu nome|nome|nome do autor|desconhecido|teste|fulano de tal|"
    "автор|ваше имя|имя|имя автора|администратор|админ|неизвестен|неизвестно|тест|иван иванов|гость|"
    "редактор|без автора|пользователь|автор статьи|"
    "staff|guest|guest author|guest writer|guest post|guest blogger|guest contributor|nobody|no author|"
    "unknown author|editor|editors|contributor|writer|no content found|blog admin|site admin|super admin|"
    "superuser|default|default author|author here|insert name|enter name|lorem ipsum|foo|bar|example|sample|"
    "your name goes here|firstname|lastname|username here|demo|staff writer|web admin|post author|"
    "小编|小編|编辑|編輯|本站|转载|轉載|佚名|网友|網友|投稿|原创|原創|站长|站長|编者|編者|"
    "译者|譯者|译者id|校对者id|作者id|作者姓名|网络|網路|网络转载|未署名|不详|不詳|无|無|暂无|暫無|"
    "用户名|用戶名|作者名称|笔者|筆者|博主|版主|楼主|来自网络|管理者|姓名|记者|記者|昵称|超级管理员|发布者|游客|訪客|"
    "管理人|名無し|名無しさん|投稿者|執筆者|ライター|ゲスト|編集者|編集部|著者未定|著者の名前|お名前|サイト管理者|"
    "ユーザー|ユーザー名|未設定|不明|記者名|無記名|"
    "편집부|편집자|글쓴이|필자|기자|무명|작자미상|게스트|이름 없음|사용자|작성자 이름|성명|닉네임|미상|에디터|방문자|"
    "invitado|invitada|redactor|redactora|autor invitado|autora invitada|sin autor|editor|usuario|"
    "nombre de usuario|el autor|autor desconocido|fulano de tal|nombre y apellido|nombre apellido|juan pérez|colaborador|"
    "rédacteur|rédactrice|invité|invitée|auteur invité|sans auteur|l'auteur|utilisateur|nom d'utilisateur|"
    "nom prénom|prénom nom|jean dupont|auteur inconnu|contributeur|"
    "gast|gastautor|gastautorin|gastbeitrag|redakteur|redakteurin|benutzer|benutzername|der autor|ohne autor|"
    "vorname nachname|dein name hier|autorenname|name des autors|unbekannter autor|erika musterfrau|verfasser|"
    "convidado|convidada|sem autor|o autor|usuário|utilizador|autor convidado|redator|redatora|"
    "autor desconhecido|nome do usuário|nome completo|nome sobrenome|joão da silva|colaborador|"
    "ospite|autore|autrice|il tuo nome|tuo nome|nome autore|nome dell'autore|nome e cognome|nome cognome|"
    "sconosciuto|amministratore|mario rossi|utente|redattore|autore sconosciuto|autore ospite|tizio caio|prova|"
    "gastauteur|auteur onbekend|onbekend|jouw naam|uw naam|je naam|naam|naam auteur|beheerder|"
    "gebruiker|gebruikersnaam|jan jansen|redacteur|gastblogger|gastschrijver|voornaam achternaam|"
    "gość|autor nieznany|nieznany|nieznany autor|twoje imię|imię|imię i nazwisko|imię nazwisko|jan kowalski|"
    "użytkownik|nazwa użytkownika|redaktor|autor gościnny|administrator strony|brak autora|brak|"
    "yönetici|adınız|adınız soyadınız|isim|yazar|yazar adı|ad soyad|adı soyadı|isminiz|bilinmiyor|misafir|"
    "konuk|konuk yazar|kullanıcı|kullanıcı adı|editör|deneme|bilinmeyen|yönetici hesabı|ahmet yılmaz|isimsiz|"
    "quản trị viên|quản trị|sưu tầm|tên tác giả|tác giả|tên bạn|tên của bạn|họ và tên|họ tên|khách|"
    "không rõ|khuyết danh|vô danh|người dùng|nguyễn văn a|biên tập viên|chưa rõ|người viết|tên người dùng|bài viết khách|"
    "nama penulis|tamu|penulis|nama anda|nama kamu|nama|tidak diketahui|pengguna|penulis tamu|redaktur|"
    "nama lengkap|nama pengguna|pengurus|admin web|fulan|tanpa nama|kontributor|"
    "المدير|اسم الكاتب|الكاتب|كاتب|اسمك|الاسم|مجهول|ضيف|مدير الموقع|المحرر|مستخدم|غير معروف|اسم المؤلف|المؤلف|الأدمن|"
    "أدمن|مشرف|كاتب ضيف|منقول|اسم المستخدم|زائر|الإدارة|محرر".split("|")
)

# Words for roles at a site, in languages with spaces between words: with nothing but `QUALIFIERS`
# around them they name nobody.
ROLES = frozenset(
    "admin admins administrator administrators webmaster webmasters author authors writer writers editor editors "
    "contributor contributors correspondent reporter reporters blogger columnist moderator superuser "
    "autor autora autores redactor redactora editora columnista colaborador colaboradora bloguero bloguera "
    "corresponsal administrador administradora invitado invitada "
    "auteur auteure autrice auteurs rédacteur rédactrice contributeur contributrice chroniqueur chroniqueuse "
    "blogueur blogueuse webmestre administrateur administratrice correspondant correspondante invité invitée "
    "autorin autoren redakteur redakteurin gastautor gastautorin gastblogger gastbloggerin gastredakteur "
    "gastredakteurin bloggerin kolumnist kolumnistin korrespondent korrespondentin administratorin verfasser "
    "verfasserin seitenbetreiber betreiber gastschreiber "
    "redator redatora colunista articulista blogueiro blogueira correspondente convidado convidada "
    "autore autrici autori redattore redattrice collaboratore collaboratrice amministratore amministratrice ospite "
    "corrispondente "
    "auteurs redacteur redactrice beheerder websitebeheerder sitebeheerder webbeheerder gastauteur gastschrijver "
    "gastschrijfster gastredacteur schrijver schrijfster medewerker "
    "autorka autorzy redaktor redaktorka felietonista felietonistka korespondent gość administratorka "
    "автор авторы редактор администратор админ модератор колумнист корреспондент вебмастер гость блогер "
    "yazar yazarı yazarımız yönetici yöneticisi editör editörü muhabir muhabiri admini "
    "penulis kontributor kolumnis wartawan redaktur pengelola koresponden pewarta "
    "كاتب كاتبة الكاتب الكاتبة محرر محررة المحرر المحررة مدير مديرة المدير مشرف مشرفة المشرف مراسل مراسلة ضيف ضيفة".split()
)
QUALIFIERS = frozenset(
    "the a our your this of by for guest staff special contributing invited freelance site website web blog page default "
    "system main content community s super post article anonymous "
    "el la los las del de un una nuestro nuestra sitio página portal especial externo externa anónimo anónima artículo "
    "le les du des l d notre un une site page spécial spéciale externe anonyme "
    "freie freier freies freien der die das des ein eine unser unsere seite webseite gast externer externe anonymer "
    "o os as do da dos das nosso nossa site página especial externo externa "
    "il lo i gli dello della nostro nostra sito pagina esterno esterna speciale "
    "het een onze van gast externe pagina "
    "zewnętrzny zewnętrzna niezależny niezależna strony serwisu portalu bloga witryny gościnny gościnna nasz nasza "
    "независимый сторонний сайта блога портала наш наша приглашённый приглашенный гостевой внештатный специальный статьи "
    "site sitesi web blog sayfa konuk hesabı hesap kullanıcısı misafir özel serbest köşe "
    "situs laman tamu blog web khusus lepas "
    "الموقع المدونة الصفحة الضيف ضيف ضيفة مساهم مساهمة مستقل مستقلة متعاون متعاونة النظام".split()
)
# Words that say that nobody is named, and what is named otherwise, in any order: `sin firma`.
NEGATIONS = frozenset(
    "no not without unknown sin sans non pas inconnu inconnue ohne kein keine unbekannt unbekannter unbekannte sem senza zonder geen "
    "onbekend onbekende bez brak nie nieznany nieznana без нет не неизвестный неизвестен неизвестна tanpa belum tidak không chưa yok bilinmiyor "
    "bilinmeyen desconocido desconocida desconhecido desconhecida sconosciuto sconosciuta بدون بلا دون مجهول غير".split()
)
NAMEABLE = frozenset(
    "byline signature signed name names credit credited specified given listed set firma firmar firmado nombre datos signé signature nom "
    "unterschrift name namen namensnennung angabe angegeben assinatura assinado nome firmato naam ondertekend vermeld podpisu podpisany autora nazwiska "
    "подписи подписано имени автора указан указано nama penulis diketahui disebutkan rõ có tác giả tên người viết ghi yazar imza adı كاتب اسم مؤلف توقيع معروف "
    "autore autor author auteur".split()
)
# Words before a role, and roles, in Chinese, Japanese, Korean and Vietnamese.
EAST_QUALIFIERS = tuple(
    "本站 本网 本網 本刊 本报 本報 本号 网站 網站 站点 站點 系统 系統 官方 后台 後台 博客 部落格 平台 特约 特約 特邀 客座 专栏 專欄 "
    "匿名 实习 實習 值班 责任 責任 超级 超級 默认 預設 文章 网友 網友 读者 讀者 用户 用戶 会员 會員 "
    "サイト 当サイト ブログ ゲスト 外部 寄稿 本誌 システム web "
    "사이트 블로그 웹 웹사이트 객원 게스트 외부 초청 익명 시스템 본지 "
    "編集 編輯 記事 取材 담당 취재 편집 본사 ban người cây_bút biên_tập quản_trị tác_giả cộng_tác".split()
)
EAST_ROLES = tuple(
    "管理员 管理員 编辑 編輯 小编 小編 作者 记者 記者 站长 站長 撰稿人 投稿 供稿 来稿 來稿 上传 上傳 发布 發布 整理 "
    "担当 担当者 発信者 管理人 管理者 運営者 運営 ライター 執筆者 投稿者 編集者 スタッフ 編集部員 "
    "관리자 운영자 필자 기자 에디터 작가 편집자 기고가 작성자 저자 칼럼니스트 "
    "quản_trị viên trang trang_web website blog khách_mời khách đăng viết đăng_bài viết_bài gửi_bài".split()
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

"""Words around the name of an author, for the patterns and for the quick test."""

from contentlint.rule import lazy

# Before a date and `by`: Posted on 3 May 2021 by
DATED_VERBS = tuple(
    "posted published written updated publicado publicada escrito publié publiée posté rédigé écrit veröffentlicht verfasst "
    "erstellt geschrieben postado escrita pubblicato scritto inserito gepubliceerd geplaatst geschreven opublikowano dodano "
    "diposting ditulis diterbitkan đăng viết".split()
)
# Titles, which may be without a full stop.
TITLES = (
    "dr|dra|lic|licda|ing|prof|profa|mag|mr|mrs|ms|sr|sra|dott|dottssa|avv|drs|mgr|arq|rev|sir|doc|inż|hab|med|phil|"
    "проф|д-р|м-р|г-н|г-жа"
)
# After the name of the author: Mara Ellwood, special to the Gazette. By language.
AFTER_NAMES = {
    "pt": ("especial para", "especial do", "especial de", "especial da"),
    "en": ("special to the", "special for the"),
    "fr": ("spécial pour",),
    "it": ("speciale per",),
    "pl": ("specjalnie dla",),
    "vi": (*("thực hiện", "tổng hợp", "lược thuật", "biên soạn", "tường thuật", "ghi"),),
}
# Mara Ellwood is a guest author, after a name at the end of an article.
GUEST = lazy(
    r"(?<!\w)(?:(?:guest|contributing|visiting)[ -](?:author|writer|contributor|blogger|columnist|poster|editor)s?"
    r"|(?:autora?|escritora?|colaborador|colaboradora|columnista|bloguer[oa]|firma|redactora?|articulista) (?:y \w+ )?invitad[oa]"
    r"|(?:auteure?|autrice|contributeur|contributrice|chroniqueu(?:r|se)|blogueu(?:r|se)|plume|rédact(?:eur|rice)) invitée?"
    r"|gast-?(?:autor|autorin|blogger|bloggerin|schreiber|schreiberin|kommentator|kommentatorin|kolumnist|kolumnistin|redakteur|redakteurin)"
    r"|(?:autora?|colunista|colaborador|colaboradora|articulista|blogueir[oa]) convidad[oa]"
    r"|(?:autore|autrice|collaboratore|collaboratrice|firma|scrittore|scrittrice) ospite|blogger ospite|ospite (?:del|di questo) (?:blog|sito)"
    r"|gast-?(?:auteur|schrijver|schrijfster|columniste?|redacteur)"
    r"|(?:autork?[aąeę]?|felieton\w+|blogger\w*) gościnn\w+|gościnn\w+ (?:autor\w*|felieton\w+)|gościem (?:bloga|serwisu)"
    r"|(?:приглаш[её]нн\w+|гостев\w+|внештатн\w+) (?:автор|колумнист)\w*|гость (?:блога|сайта)|гостья (?:блога|сайта)"
    r"|(?:konuk|misafir) yazar\w*|(?:tác giả|cây bút) khách mời|(?:penulis|kontributor|kolumnis) tamu"
    r"|كاتبة? (?:ضيفة?|مساهمة?)|ضيفة? (?:المدونة|الموقع))(?!\w)"
)
# Each match of it has one of these.
_GUEST_STEMS = tuple(
    "guest contributing visiting invitad invité gast convidad ospite gości приглаш гост внештат konuk misafir khách tamu ضيف مساهم".split()
)
_ASCII_STEMS = tuple(filter(str.isascii, _GUEST_STEMS))


def after_names() -> str:
    """The pattern of the words after a name, which may start with a capital."""
    texts = [text for texts in AFTER_NAMES.values() for text in texts]
    return "|".join(f"[{text[0].upper()}{text[0]}]{text[1:]}" for text in texts)


def may_have_guest(folded: str) -> bool:
    """Whether a text in lower case may say that its author is a guest."""
    stems = _ASCII_STEMS if folded.isascii() else _GUEST_STEMS
    for stem in stems:  # noqa: SIM110 - a generator takes longer than the searches
        if stem in folded:
            return True
    return False

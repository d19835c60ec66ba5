"""License statements of articles: in the front matter, in links and in the text.

Names are those of the SPDX license list (https://spdx.org/licenses/) and of Creative Commons
(https://creativecommons.org/licenses/).
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from contentlint.rule import Document, NamedTuple, Span, lazy
from contentlint.rules.attribution._lines import is_aside, passages

KEYS = frozenset(
    "license licence licenses licences copyright_license license_name license_url licence_url "
    "rights_license lizenz licencia licença licenza licentie licencja lisans lisensi giấy_phép giay_phep лицензия الترخيص رخصة 许可 许可证 许可协议 授权 授權 版权协议 ライセンス 라이선스".split()
)
# Statements that grant no license, or need none.
_RESERVED = lazy(
    r"all rights reserved|proprietary|copyright|©|保留所有权利|版权所有|版權所有|転載禁止|無断転載|"
    r"无授权|禁止转载|alle rechte vorbehalten|tous droits réservés|todos los derechos|"
    r"todos os direitos|все права защищены|무단|none|unlicensed|public[ -]domain",
    re.IGNORECASE,
)
# The SPDX identifiers used for content; the list has many more for software.
_SPDX = frozenset(
    "0bsd agpl-3.0 agpl-3.0-only agpl-3.0-or-later apache-2.0 artistic-2.0 beerware bsd-1-clause "
    "bsd-2-clause bsd-3-clause bsd-3-clause-clear bsl-1.0 busl-1.1 cc0-1.0 cddl-1.0 cecill-2.1 "
    "epl-1.0 epl-2.0 eupl-1.1 eupl-1.2 fal-1.3 fdl gfdl-1.1-only gfdl-1.1-or-later gfdl-1.2-only "
    "gfdl-1.2-or-later gfdl-1.3-only gfdl-1.3-or-later gfdl-1.3 gpl-2.0 gpl-2.0-only gpl-2.0-or-later "
    "gpl-3.0 gpl-3.0-only gpl-3.0-or-later isc lal-1.3 lgpl-2.1 lgpl-2.1-only lgpl-2.1-or-later "
    "lgpl-3.0 lgpl-3.0-only lgpl-3.0-or-later mit mit-0 mpl-1.1 mpl-2.0 mulanpsl-2.0 odbl-1.0 "
    "odc-by-1.0 ofl-1.1 ogl-uk-3.0 pddl-1.0 postgresql unlicense wtfpl zlib".split()
)
_TERMS = ("by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd")
_VERSIONS = ("1.0", "2.0", "2.1", "2.5", "3.0", "4.0")
# The names of the terms in the languages of the rules.
_BY = (
    r"署名|姓名[标標]示|表示|저작자[ ]?표시|Attribution|Namensnennung|Atribución|Reconocimiento|Atribuição|Attribuzione|"
    r"Naamsvermelding|Uznanie autorstwa|Atıf|Ghi công|Atribusi|نسب المصنف"
)
_NC = (
    r"非商[业業]性?使用|非商[业業]性?|非営利|비영리|Non-?Commercial|Nicht[ -]?kommerziell|No-?Comercial|Não-?Comercial|"
    r"Non commerciale|Pas d[’']Utilisation Commerciale|Niet-?Commercieel|Użycie niekomercyjne"
)
_SA = (
    r"相同方式共享|相同方式分享|継承|동일조건변경허락|Share-?Alike|Weitergabe unter gleichen Bedingungen|Compartir-?Igual|"
    r"Compartilha-?Igual|Condividi allo stesso modo|Partage dans les Mêmes Conditions|Gelijk-?Delen|Na tych samych warunkach"
)
_ND = (
    r"禁止演绎|禁止改作|改変禁止|변경금지|No-?Deriv(?:ative|s)?(?:s|atives)?|Keine Bearbeitung(?:en)?|Sin-?(?:Obra-?)?Derivadas?|"
    r"Sem-?Derivações|Non opere derivate|Pas de Modification|Geen-?Afgeleide-?Werken"
)
_CC = lazy(
    r"(?:\bCC|\bCreative[ -]Commons|知识共享|創用[ ]?CC|クリエイティブ・コモンズ|크리에이티브[ ]?커먼즈|المشاع الإبداعي)[\s-]*"
    rf"(?P<terms>(?:BY|{_BY})(?:[\s/・-]*(?:(?:NC|SA|ND)\b|{_NC}|{_SA}|{_ND}))*)?"
    r"(?P<version>[\s-]*(?:v\.?[ ]?)?\d(?:\.\d)?\b)?",
    re.IGNORECASE,
)
_WORDS = (
    (lazy(_BY, re.IGNORECASE), "by"),
    (lazy(_NC, re.IGNORECASE), "nc"),
    (lazy(_SA, re.IGNORECASE), "sa"),
    (lazy(_ND, re.IGNORECASE), "nd"),
)
_DEED = lazy(r"/(?:licenses|publicdomain)/(?P<terms>[a-z-]+)/(?P<version>\d\.\d)")
# Where a sentence or a clause about something else starts.
_CLAUSE_START = lazy(r"[.!?。！？；;\n]\s*|</p>|<p>|，(?=[^，]{0,8}(?:文字|正文|本文))")
_OF_THE_WHOLE = lazy(r"\b(?:on|of|in|for) (?:this|the|that) \w+", re.IGNORECASE)
_URL = lazy(r"\((?:https?:)?//[^\s()]*+")
_PART = lazy(
    r"\b(?:photo|image|picture|illustration|drawing|artwork|icon|map|logo|font|video|music|code|sample|example|script|software|"
    r"foto|imagen|imágen|imagem|imagens|ilustra|dibujo|código|codice|immagin|fotograf|dessin|bild|abbildung|grafik|beispiel|"
    r"beeld|afbeelding|zdjęci|grafik|kod\b|görsel|fotoğraf|ảnh|hình|mã nguồn|gambar|kode|skrip|фото|изображен|иллюстрац|рисун|"
    r"код|пример|data ?set|header|cover|slides)\w*|写真|画像|挿絵|イラスト|コード|图|圖|照片|插画|代码|程式碼|사진|그림|코드|"
    r"이미지|الصور|صورة|الشيفرة",
    re.IGNORECASE,
)
_WHOLE = lazy(
    r"\b(?:text|texts|article|articles|post|posts|content|contents|work|page|site|blog|texto|artículo|obra|contenido|article|texte|"
    r"billet|beitrag|inhalte?|artigo|conteúdo|testo|articolo|tekst|artikel|artykuł|metin|yazı|bài|tulisan|текст|статья|материал)\b|"
    r"本文|文章|作品|正文|記事|本站|글|النص|المقال",
    re.IGNORECASE,
)
_UNDER = lazy(
    r"licen[cs]ed?|licen[cs]e|许可|授权|授權|协议|協議|ライセンス|라이선스|lizenz|licencia|licença|licenza|licentie|"
    r"licencj|lisans|lisensi|giấy phép|лиценз|رخص|رخّص|ترخيص|采用|採",
    re.IGNORECASE,
)


_NAMES = ("CC", "Commons", "知识共享", "コモンズ", "커먼즈", "المشاع")


class License(NamedTuple):
    """A license statement of an article.

    Args:
        span: its range.
        written: its text.
        terms: the Creative Commons terms in canonical order, `by-nc-sa`; `zero`; None for other
            licenses.
        version: the version; None if there is none.
        fault: what is wrong with it, as the predicate of a message; None if it is clear.
        is_of_article: whether it is certainly that of the article: in the front matter, at the
            start of a line, or in a sentence about the article. Others may be about anything.
    """

    span: Span
    written: str
    terms: str | None
    version: str | None
    fault: str | None
    is_of_article: bool = True


def stated_licenses(document: Document) -> Iterator[License]:
    """The licenses that an article states for itself: in keys, links and text."""
    text = document.text
    for key, value in document.front_matter.data.items():
        if str(key).lower() in KEYS and isinstance(value, str) and value.strip():
            yield _parse(value.strip(), document.front_matter.span_of((key,)))
    if "creativecommons.org/" in text:
        yield from _linked(document)
    if any(name in text for name in _NAMES):
        yield from _in_text(document)


def _linked(document: Document) -> Iterator[License]:
    for element in document.elements("a"):
        href = element.get("href")
        if href is None or "creativecommons.org/" not in (href.value or "") or href.templated:
            continue
        if not is_aside(element) and not _is_of_a_part(document.text, element.span.start):
            found = _parse((href.value or "").strip(), href.value_span)
            is_of_article = _is_of_article(document.text, element.span.start)
            yield found._replace(is_of_article=is_of_article)


# Verbs with which an article is put under a license, in their forms.
_RELEASED = lazy(
    r"\b(?:released|published|available|shared|distributed|offered|provided|covered|veröffentlicht|bereitgestellt|steht|stehen|geteilt|"
    r"verfügbar|publié|diffusé|partagé|disponible|distribué|mis à disposition|publicad[oa]|distribuid[oa]|compartid[oa]|compartilhad[oa]|"
    r"disponível|disponibilizad[oa]|pubblicat[oa]|rilasciat[oa]|distribuit[oa]|condivis[oa]|gepubliceerd|beschikbaar|gedeeld|uitgebracht|"
    r"opublikowan[yae]|udostępnion[yae]|dostępn[yae]|опубликован\w{0,2}|доступ\w{0,4}|распростран\w{0,6}|публикуется|выпущен\w{0,2}|yayım\w{0,12}|"
    r"yayınlan\w{0,10}|sunul\w{0,10}|paylaş\w{0,10}|phát hành|công bố|chia sẻ|đăng|dirilis|diterbitkan|tersedia|dibagikan|disebarkan)\b|"
    r"[释釋]出|[释釋]放|[发發][布佈]|分享|公[开開]|提供|公開|배포|공개|제공|منشور|متاح|ينشر|يتاح|نشر|تنشر",
    re.IGNORECASE,
)


def _in_text(document: Document) -> Iterator[License]:
    for raw, place in passages(document):
        for match in _CC.finditer(raw):
            nearby = raw[max(match.start() - 80, 0) : match.end() + 40]
            is_under = _UNDER.search(nearby) is not None or (
                _RELEASED.search(nearby) is not None and _WHOLE.search(nearby) is not None
            )
            if not is_under or _is_of_a_part(raw, match.start()):
                continue
            if match["terms"] or match["version"] or _is_bare(document, raw, match):
                span = Span(place.start + match.start(), place.start + match.end())
                written = match[0].rstrip(" -")
                found = _parse(written, Span(span.start, span.start + len(written)))
                yield found._replace(is_of_article=_is_of_article(document.text, span.start))


def _is_of_a_part(text: str, offset: int) -> bool:
    """Whether a license is that of an image, of code or the like, by the words before it."""
    before = _URL.sub("(", text[max(offset - 300, 0) : offset]).replace("_", " ")
    sentence = _CLAUSE_START.split(before)[-1]
    if _PART.search(sentence) is None:
        return False
    # "The photo of this article"
    return _WHOLE.search(_OF_THE_WHOLE.sub("", sentence)) is None


# `This post is`, `All content of the site is`, `Text:`, but not `their content is`.
_SUBJECT = lazy(
    r"(?:^|\b(?:this|these|all|our|my|diese[rsmn]?|alle|este|esta|todos?|todas?|cet|cette|tous|questo|questa|tutti|dit|deze|bu|tüm|"
    r"ten|этот|эта|все|весь)\s+)(?:\w+\s+){0,1}\Z",
    re.IGNORECASE,
)
_UNSPACED = lazy(r"本文|本站|本作|本篇|正文|文章|作品|記事|글|النص|المقال")
# How much of a line precedes a license that has no subject: `Released under the terms of`.
_MOST_BEFORE = 40


def _is_of_article(text: str, offset: int) -> bool:
    """Whether a license is certainly that of the whole, by the words before it."""
    before = _URL.sub("(", text[max(offset - 300, 0) : offset])
    start = max((match.end() for match in _CLAUSE_START.finditer(before)), default=0)
    sentence = before[start:].lstrip(_MARKUP)
    if _UNSPACED.search(sentence):
        return True
    if any(_SUBJECT.search(sentence, 0, match.start()) for match in _WHOLE.finditer(sentence)):
        return True
    line = before.rpartition("\n")[2].rpartition(">")[2].lstrip(_MARKUP)
    is_short = len(line) <= _MOST_BEFORE and line == sentence
    return is_short and (_UNDER.search(line) or _RELEASED.search(line)) is not None


# What may precede the words of a line in Markdown and HTML.
_MARKUP = " \t*_#>[(-–—:|©℗🄯\ufeff"


# The licenses of Creative Commons as a kind, not that of an article.
_SEVERAL = lazy(
    r"[\s*_-]{0,4}(?:licen[cs]es|lizenzen|licencias|licenças|licenze|licenties|licencj[ei]|лицензи[ий])(?!\w)",
    re.IGNORECASE,
)


def _is_bare(document: Document, raw: str, match: "re.Match[str]") -> bool:
    """Whether a text names Creative Commons and no license of it, nor links to one."""
    if "creativecommons.org/" in document.text or len(match[0].strip()) < 4:
        return False
    before, after = (
        raw[max(match.start() - 24, 0) : match.start()],
        raw[match.end() : match.end() + 24],
    )
    if _SEVERAL.match(after):
        return False
    return _UNDER.search(before + " " + after) is not None and not re.search(
        r"\d|BY|Zero|\bCC|" + _BY, after, re.IGNORECASE
    )


def terms_of(written: str) -> str | None:
    """The Creative Commons terms in a text or a URL; None if there are none."""
    return _parse(written, Span(0, 0)).terms


def _parse(written: str, span: Span) -> License:
    """Parse a license statement."""
    lowered = written.casefold()
    if deed := _DEED.search(lowered):
        terms, version = deed["terms"], deed["version"]
        fault: str | None = None
        if terms == "zero" or terms == "mark":
            return License(span, written, "zero", version, fault)
        if terms not in _TERMS:
            fault = f"is not a Creative Commons license; write `{_canonical_terms(terms) or 'by'}`"
        elif version not in _VERSIONS:
            fault = "has an unknown version; write `4.0`"
        return License(span, written, _canonical_terms(terms), version, fault)
    if "creativecommons.org/" in lowered:
        path = urlsplit(lowered).path.strip("/")
        fault = None
        if path in ("licenses", "choose", ""):
            fault = "does not link to a license; link to the one that applies"
        elif re.fullmatch(r"(?:licenses|publicdomain)/[a-z-]+", path):
            fault = "has no version; add it, as in `/4.0/`"
        return License(span, written, None, None, fault)
    if re.match(r"cc-?0\b|cc[ -]zero", lowered):
        return License(span, written, "zero", "1.0", None)
    match = _CC.search(written) or re.match(
        r"(?P<terms>by(?:[-_ ](?:nc|sa|nd))*)(?P<version>[-_ ]\d\.\d)?$", written, re.IGNORECASE
    )
    if match:
        return _creative_commons(match, written, span)
    # `default` is that of the site.
    is_known = (
        lowered == "default"
        or lowered in _SPDX
        or bool(_RESERVED.search(lowered))
        or "/" in lowered
    )
    known = is_known or any(ord(char) > 127 for char in lowered) or len(lowered.split()) > 3
    return License(span, written, None, None, None if known else _unknown_fault(lowered))


def _creative_commons(match: "re.Match[str]", written: str, span: Span) -> License:
    terms = _canonical_terms(match["terms"] or "")
    version = re.sub(r"[^\d.]", "", (match["version"] or "").lstrip("-_ ")) or None
    if terms is None:
        reason = (
            "combines `SA` and `ND`, which exclude each other; use one"
            if match["terms"]
            else "has no terms; add them, as in `CC BY-SA 4.0`"
        )
        return License(span, written, None, version, reason)
    name = f"CC {terms.upper()}"
    if version is None:
        return License(span, written, terms, None, f"has no version; write `{name} 4.0`")
    full = version if "." in version else f"{version}.0"
    if full in _VERSIONS:
        return License(span, written, terms, full, None)
    fault = f"has an unknown version; write `{name} 4.0`"
    return License(span, written, terms, full, fault)


def _canonical_terms(text: str) -> str | None:
    """The terms in canonical order; None if there is no such license."""
    for pattern, term in _WORDS:
        text = pattern.sub(f"-{term}-", text)
    found = {term for term in re.split(r"[^a-z]+", text.casefold()) if term}
    terms = "-".join(term for term in ("by", "nc", "sa", "nd") if term in found)
    return terms if terms in _TERMS else None


def _unknown_fault(lowered: str) -> str:
    bare = re.sub(r"[^a-z0-9.]", "", lowered)
    for name in sorted(_SPDX, key=lambda name: (len(name), name)):
        folded = re.sub(r"[^a-z0-9.]", "", name)
        if bare and (folded.startswith(bare) or bare.startswith(folded.rstrip(".0"))):
            return f"is not an SPDX identifier; did you mean `{_spdx_case(name)}`?"
    return "is unknown; use an SPDX identifier or a link"


def _spdx_case(name: str) -> str:
    known = {"apache": "Apache", "artistic": "Artistic", "unlicense": "Unlicense", "zlib": "Zlib"}
    head, dash, tail = name.partition("-")
    tail = tail if tail.endswith(("only", "later")) else tail.replace("clause", "Clause")
    return f"{known.get(head, head.upper())}{dash}{tail}"

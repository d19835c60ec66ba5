"""A language is not a valid BCP 47 code.

`jp` is a country, not a language, and `uk` is Ukrainian, not the United Kingdom. Screen readers
choose the pronunciation by this code, search engines index by it, and browsers break and hyphenate
lines by it. Use a code of BCP 47: `ja`, `zh-Hans`, `pt-BR`.
"""

import re

from contentlint.rule import Document, Problem, Problems, bad, cut, good, is_templated, lazy, rule

EXAMPLES = [
    good("---\nlang: en\nlocale: zh_CN\n---\n"),
    good("---\nlang: [zh-Hant-TW, es-419, sr-Latn, en-GB-oxendict, yue, x-elvish, zh-yue]\n---\n"),
    good("---\nlang: ~\nlocale: null\n---\n"),
    good("---\nlang: default\n---\n", schema="hexo"),
    good("---\nlang:\nlocale: en_US.UTF-8\nlanguage: go\n---\n"),
    bad("---\nlang: ⟦jp⟧\n---\n", "`lang`: `jp` is not a language; use `ja` for Japanese"),
    bad(
        "---\r\ntitle: 潮 👍\r\nlang: ⟦'en-UK'⟧\r\nlocale: ⟦en_ENG⟧\r\n---\r\n",
        "`lang`: `en-UK` has the unknown region `UK`; use `GB` for the United Kingdom",
        "`locale`: `en_ENG` is not a BCP 47 code; use one such as `en` or `zh-CN`",
    ),
    bad("---\nlang: ⟦xq⟧\n---\n", "`lang`: `xq` is not an ISO 639 code; use one such as `en`"),
    bad(
        "---\nlang: ⟦zh_CN⟧\n---\n",
        "`lang`: `zh_CN` contains `_`; use `zh-CN`",
        allow_underscores=False,
    ),
]

_LANGUAGES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv "
    "kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr "
    "nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq "
    "sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi "
    "yo za zh zu".split()
)
# Country codes that are mistaken for language codes and are not language codes.
_LANGUAGE_OF_COUNTRY = {
    "jp": ("ja", "Japanese"),
    "cn": ("zh", "Chinese"),
    "cz": ("cs", "Czech"),
    "dk": ("da", "Danish"),
    "gr": ("el", "Greek"),
    "ua": ("uk", "Ukrainian"),
    "vn": ("vi", "Vietnamese"),
    "us": ("en", "English"),
    "gb": ("en", "English"),
    "ir": ("fa", "Persian"),
}
_UNSET = frozenset({"default", "Default", "~", "null"})
_MAX_LENGTH = 80
# Languages that take an extended language subtag: `zh-yue`.
_WITH_EXTENSION = frozenset({"ar", "ms", "sgn", "sw", "uz", "zh"})
_TAG = lazy(
    r"(?P<language>[A-Za-z]{2,3})(?P<extension>-[A-Za-z]{3})?(?:-[A-Za-z]{4})?"
    r"(?:-(?P<region>[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
    r"(?:-[A-WY-Za-wy-z0-9](?:-[A-Za-z0-9]{2,8})+)*(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?"
)


@rule(
    severity="warning",
    preset="recommended",
    since="0.1",
    standard="https://www.rfc-editor.org/info/bcp47",
    when="key:lang,locale",
)
def check(document: Document, *, allow_underscores: bool = True) -> Problems:
    """
    Args:
        allow_underscores: whether the form of operating systems, `zh_CN`, is allowed.
    """
    front_matter = document.front_matter
    reported = {problem.span for problem in document.field_problems}
    for path, raw in front_matter.scalars.items():
        if (
            path[0] not in ("lang", "locale")
            or len(path) > 2
            or not isinstance(path[-1], (str, int))
        ):
            continue
        value = raw.strip()
        span = front_matter.span_of(path)
        if not value or span in reported or is_templated(raw) or value in _UNSET:
            continue
        if fault := _fault(value.partition(".")[0], allow_underscores=allow_underscores):
            yield Problem(span, f"`{'.'.join(map(str, path))}`: `{cut(value)}` {fault}")


def _fault(value: str, *, allow_underscores: bool) -> str | None:
    if re.fullmatch(r"[XxIi](?:-[A-Za-z0-9]{1,8})+", value):
        return None
    hyphenated = value.replace("_", "-")[:_MAX_LENGTH]
    tag = _TAG.fullmatch(hyphenated)
    language = tag["language"].lower() if tag else ""
    if tag is None or (language not in _WITH_EXTENSION and tag["extension"]):
        return "is not a BCP 47 code; use one such as `en` or `zh-CN`"
    if language in _LANGUAGE_OF_COUNTRY:
        code, name = _LANGUAGE_OF_COUNTRY[language]
        return f"is not a language; use `{code}` for {name}"
    if len(language) == 2 and language not in _LANGUAGES:
        return "is not an ISO 639 code; use one such as `en`"
    if (tag["region"] or "").upper() == "UK":
        return f"has the unknown region `{tag['region']}`; use `GB` for the United Kingdom"
    if hyphenated != value and not allow_underscores:
        return f"contains `_`; use `{hyphenated}`"
    return None

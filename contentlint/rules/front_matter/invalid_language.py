"""A language is not named by its code.

`jp` is no language but a country, `uk` is Ukrainian and not the United Kingdom: screen readers
pronounce the page by this code, search engines file it by it, and browsers break and hyphenate
lines by it. Codes are those of BCP 47: `ja`, `zh-Hans`, `pt-BR`.
"""

import re

from contentlint.rule import Document, Problem, Problems, bad, cut, good, is_templated, lazy, rule

EXAMPLES = [
    good("---\nlang: en\nlocale: zh_CN\n---\n"),
    good("---\nlang: [zh-Hant-TW, es-419, sr-Latn, en-GB-oxendict, yue, x-elvish, zh-yue]\n---\n"),
    good("---\nlang: ~\nlocale: null\n---\n"),
    good("---\nlang: default\n---\n", schema="hexo"),
    good("---\nlang:\nlocale: en_US.UTF-8\nlanguage: go\n---\n"),
    bad("---\nlang: ⟦jp⟧\n---\n", "lang `jp` is no language; `ja` is Japanese"),
    bad(
        "---\r\ntitle: 潮 👍\r\nlang: ⟦'en-UK'⟧\r\nlocale: ⟦en_ENG⟧\r\n---\r\n",
        "lang `en-UK` names no country by `UK`; the United Kingdom is `GB`",
        "locale `en_ENG` is no code of BCP 47; write one such as `en` or `zh-CN`",
    ),
    bad("---\nlang: ⟦xq⟧\n---\n", "lang `xq` is no language of ISO 639; write one such as `en`"),
    bad(
        "---\nlang: ⟦zh_CN⟧\n---\n",
        "lang `zh_CN` has `_` in it; write `zh-CN`",
        underscores=False,
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
# Countries that are taken for their languages, and are no language themselves.
_MEANT = {
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
_NONE = frozenset({"default", "Default", "~", "null"})
_LONGEST = 80
# Languages that stand before the code of one of their own: `zh-yue`.
_EXTENDED = frozenset({"ar", "ms", "sgn", "sw", "uz", "zh"})
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
)
def check(document: Document, *, underscores: bool = True) -> Problems:
    """
    Args:
        underscores: whether `zh_CN`, as operating systems write it, passes.
    """
    front_matter = document.front_matter
    told = {problem.span for problem in document.field_problems}
    for path, raw in front_matter.scalars.items():
        if (
            path[0] not in ("lang", "locale")
            or len(path) > 2
            or not isinstance(path[-1], (str, int))
        ):
            continue
        value = raw.strip()
        span = front_matter.span_of(path)
        if not value or span in told or is_templated(raw) or value in _NONE:
            continue
        if fault := _fault(value.partition(".")[0], underscores=underscores):
            yield Problem(span, f"{'.'.join(map(str, path))} `{cut(value)}` {fault}")


def _fault(value: str, *, underscores: bool) -> str | None:
    if re.fullmatch(r"[XxIi](?:-[A-Za-z0-9]{1,8})+", value):
        return None
    hyphened = value.replace("_", "-")[:_LONGEST]
    tag = _TAG.fullmatch(hyphened)
    language = tag["language"].lower() if tag else ""
    if tag is None or (language not in _EXTENDED and tag["extension"]):
        return "is no code of BCP 47; write one such as `en` or `zh-CN`"
    if language in _MEANT:
        code, name = _MEANT[language]
        return f"is no language; `{code}` is {name}"
    if len(language) == 2 and language not in _LANGUAGES:
        return "is no language of ISO 639; write one such as `en`"
    if (tag["region"] or "").upper() == "UK":
        return f"names no country by `{tag['region']}`; the United Kingdom is `GB`"
    if hyphened != value and not underscores:
        return f"has `_` in it; write `{hyphened}`"
    return None

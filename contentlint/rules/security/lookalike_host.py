"""A link goes to a host whose name looks like another host (a homograph).

Host names that mix letters of several scripts, or use only Cyrillic letters that look Latin, trick
readers into opening a page other than the one they see. The ASCII form (punycode) shows the real
host. Check where the link goes, and correct or remove it. Names in a single script are allowed, and
so are the scripts that Chinese, Japanese and Korean combine.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, lazy, rule
from contentlint.rules.security._hosts import ascii_form, host_of, resemblance, unicode_form
from contentlint.rules.security._urls import front_matter_text, url_text, urls

EXAMPLES = [
    good("<a href='https://潮汐abc.example'>a</a><a href='https://прилив.example/ѕ'>a</a>"),
    good("[a](https://xn--mnchen-3ya.example) [b](https://example.org/раypal)\n", path="a.md"),
    good("[a](https://❤.example)\n", path="a.md"),
    good("`https://раypal.example`\n", path="a.md"),
    bad(
        '<p>潮 👍</p>\r\n<a href="⟦https://www.gezеiten.example/a⟧">low</a>',
        "host `www.gezеiten.example` mixes Cyrillic and Latin letters in `gezеiten`; "
        "its ASCII form is `www.xn--geziten-9gg.example`",
    ),
    bad(
        "---\nsource: ⟦https://xn--80ak6aa92e.example/⟧\n---\n",
        "host `аррӏе.example` looks like `apple`; its ASCII form is `xn--80ak6aa92e.example`",
    ),
    bad(
        "[low](⟦https://ti\u200bde.example⟧)\n",
        "host `ti\u200bde.example` contains the invisible character U+200B; "
        "its ASCII form is `tide.example`",
        path="a.md",
    ),
]


_HINT = lazy(r"//[^/?#\x00\s]*[^\x00-\x7f]")


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://www.unicode.org/reports/tr39/#Mixed_Script_Detection",
    when="test:security/may_look_alike",
)
def check(document: Document) -> Problems:
    texts = (document.once(url_text), document.once(front_matter_text))
    if not any(map(_may_have_lookalike, texts)):
        return
    for url in document.once(urls):
        name = host_of(url.value)
        if name is None or ("xn--" not in name and name.isascii()):
            continue
        why = resemblance(name)
        if why is not None:
            host = cut(unicode_form(name))
            message = f"host `{host}` {why}; its ASCII form is `{ascii_form(name)}`"
            yield Problem(url.span, message)


def _may_have_lookalike(text: str) -> bool:
    if "xn--" in text:
        return True
    return not text.isascii() and "//" in text and _HINT.search(text) is not None

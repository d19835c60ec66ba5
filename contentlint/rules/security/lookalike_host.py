"""A link leads to a host whose name looks like another one.

Letters of several scripts in one name, or a name in Cyrillic letters that all look Latin, are how
readers are led to a page that is not the one they read. What the network calls the host is its
punycode form. Names in one script are no fault, and neither are the scripts that Chinese, Japanese
and Korean are written in together.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, lazy, rule
from contentlint.rules.security._hosts import disguise, host_of, punycode, shown
from contentlint.rules.security._urls import head, urls, values

EXAMPLES = [
    good("<a href='https://潮汐abc.example'>a</a><a href='https://прилив.example/ѕ'>a</a>"),
    good("[a](https://xn--mnchen-3ya.example) [b](https://example.org/раypal)\n", path="a.md"),
    good("[a](https://❤.example)\n", path="a.md"),
    good("`https://раypal.example`\n", path="a.md"),
    bad(
        '<p>潮 👍</p>\r\n<a href="⟦https://www.gezеiten.example/a⟧">low</a>',
        "host `www.gezеiten.example` mixes Cyrillic and Latin letters in `gezеiten`; "
        "it is `www.xn--geziten-9gg.example`",
    ),
    bad(
        "---\nsource: ⟦https://xn--80ak6aa92e.example/⟧\n---\n",
        "host `аррӏе.example` looks like `apple`; it is `xn--80ak6aa92e.example`",
    ),
    bad(
        "[low](⟦https://ti\u200bde.example⟧)\n",
        "host `ti\u200bde.example` has the invisible character U+200B; it is `tide.example`",
        path="a.md",
    ),
]


_SIGN = lazy(r"//[^/?#\x00\s]*[^\x00-\x7f]")


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://www.unicode.org/reports/tr39/#Mixed_Script_Detection",
)
def check(document: Document) -> Problems:
    if not _may_have_one(document.once(values)) and not _may_have_one(document.once(head)):
        return
    for url in document.once(urls):
        name = host_of(url.value)
        if name is None or ("xn--" not in name and name.isascii()):
            continue
        why = disguise(name)
        if why is not None:
            looks = cut(shown(name))
            message = f"host `{looks}` {why}; it is `{punycode(name)}`"
            yield Problem(url.span, message)


def _may_have_one(text: str) -> bool:
    if "xn--" in text:
        return True
    return not text.isascii() and "//" in text and _SIGN.search(text) is not None

"""A licence is stated so that nobody can tell which one it is.

"CC BY" without a version is six licences, "Creative Commons" alone is a family of them, and a
misspelt identifier is none. Whoever wants to use the text cannot know what is asked of him.

State it in a known form: an identifier of the SPDX list, or terms, version and link of the
Creative Commons licence.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.attribution._licenses import stated

EXAMPLES = [
    good("---\ntitle: a\nlicense: CC-BY-SA-4.0\n---\nText.\n", path="a.md"),
    good("---\ntitle: a\nlicense: MIT\n---\nText.\n", path="a.md"),
    good("---\ntitle: a\nlicense: All rights reserved\n---\nText.\n", path="a.md"),
    good("---\ntitle: a\nlicense: by-nc-sa-4.0\n---\nText.\n", path="a.md"),
    good("---\ntitle: a\nlicense: https://example.org/terms\n---\nText.\n", path="a.md"),
    good("Text under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).\n", path="a.md"),
    good("本作品采用知识共享署名-相同方式共享 4.0 国际许可协议进行许可。\n", path="a.md"),
    good("The licence of the CC Ferry was sold.\n", path="a.md"),
    good("Send a CC to Mara, who is licensed.\n", path="a.md"),
    good("---\ntitle: a\nlicense: CC0\n---\nText.\n", path="a.md"),
    bad(
        "---\ntitle: a\nlicense: ⟦CC-BY⟧\n---\nText.\n",
        "licence `CC-BY` names no version; write `CC BY 4.0`",
        path="a.md",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\nlicense: ⟦Creative Commons⟧\r\n---\r\n潮。\r\n",
        "licence `Creative Commons` says no terms; write which, as in `CC BY-SA 4.0`",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nlicense: ⟦Apache⟧\n---\nText.\n",
        "licence `Apache` is no identifier of a licence; write one such as `Apache-2.0`",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nlicense: ⟦free to use⟧\n---\nText.\n",
        "licence `free to use` is no known licence; write its SPDX identifier or link it",
        path="a.md",
    ),
    bad(
        "<p>Licensed under ⟦CC BY-SA-ND 4.0⟧.</p>",
        "licence `CC BY-SA-ND 4.0` asks for the same terms and forbids them; there is none",
    ),
    bad(
        "<p><a href='⟦https://creativecommons.org/licenses/by⟧'>Licence</a></p>",
        "licence `https://creativecommons.org/licenses/by` names no version; add it, as in `/4.0/`",
    ),
    bad(
        "Licensed under ⟦CC BY 7.0⟧.\n",
        "licence `CC BY 7.0` has a version that does not exist; write `CC BY 4.0`",
        path="a.md",
    ),
]


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document) -> Problems:
    for license in stated(document):
        if license.fault is not None:
            yield Problem(license.span, f"licence `{cut(license.written)}` {license.fault}")

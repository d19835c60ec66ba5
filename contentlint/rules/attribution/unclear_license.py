"""A license statement is ambiguous or not valid.

"CC BY" without a version may be any of six licenses, "Creative Commons" alone is a family of
licenses, and a misspelled identifier does not name any. People who want to use the text do not know
the terms.

Use an SPDX identifier, or state the terms and the version of the Creative Commons license and link
to it.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.attribution._licenses import stated_licenses

EXAMPLES = [
    good("---\ntitle: a\nlicense: CC-BY-SA-4.0\n---\nText.\n", path="a.md"),
    good("---\ntitle: a\nlicense: MIT\n---\nText.\n", path="a.md"),
    good("---\ntitle: a\nlicense: All rights reserved\n---\nText.\n", path="a.md"),
    good("---\ntitle: a\nlicense: by-nc-sa-4.0\n---\nText.\n", path="a.md"),
    good("---\ntitle: a\nlicense: https://example.org/terms\n---\nText.\n", path="a.md"),
    good("Text under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).\n", path="a.md"),
    good("本作品采用知识共享署名-相同方式共享 4.0 国际许可协议进行许可。\n", path="a.md"),
    good("The license of the CC Ferry was sold.\n", path="a.md"),
    good("Freies Wissen dank Creative-Commons-Lizenzen, sagt Mara.\n", path="a.md"),
    good("A guide to content under Creative Commons licences.\n", path="a.md"),
    good("---\ntitle: a\nlicense: beerware\n---\nText.\n", path="a.md"),
    good("---\ntitle: a\nlicense: default\n---\nText.\n", path="a.md"),
    good("Send a CC to Mara, who is licensed.\n", path="a.md"),
    good("---\ntitle: a\nlicense: CC0\n---\nText.\n", path="a.md"),
    bad(
        "---\ntitle: a\nlicense: ⟦CC-BY⟧\n---\nText.\n",
        "license `CC-BY` has no version; write `CC BY 4.0`",
        path="a.md",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\nlicense: ⟦Creative Commons⟧\r\n---\r\n潮。\r\n",
        "license `Creative Commons` has no terms; add them, as in `CC BY-SA 4.0`",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nlicense: ⟦Apache⟧\n---\nText.\n",
        "license `Apache` is not an SPDX identifier; did you mean `Apache-2.0`?",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nlicense: ⟦free to use⟧\n---\nText.\n",
        "license `free to use` is unknown; use an SPDX identifier or a link",
        path="a.md",
    ),
    bad(
        "<p>Licensed under ⟦CC BY-SA-ND 4.0⟧.</p>",
        "license `CC BY-SA-ND 4.0` combines `SA` and `ND`, which exclude each other; use one",
    ),
    bad(
        "<p><a href='⟦https://creativecommons.org/licenses/by⟧'>License</a></p>",
        "license `https://creativecommons.org/licenses/by` has no version; add it, as in `/4.0/`",
    ),
    bad(
        "Licensed under ⟦CC BY 7.0⟧.\n",
        "license `CC BY 7.0` has an unknown version; write `CC BY 4.0`",
        path="a.md",
    ),
]


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document) -> Problems:
    for license in stated_licenses(document):
        if license.fault is not None:
            yield Problem(license.span, f"license `{cut(license.written)}` {license.fault}")

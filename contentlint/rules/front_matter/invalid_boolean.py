"""A word is not a boolean for the generator, though it looks like one.

`yes`, `no`, `on` and `off` are booleans in YAML 1.1, which Jekyll and MkDocs parse, and strings for
other generators. Hugo publishes a page with `draft: yes` and Hexo one with `published: no`;
Docusaurus and Starlight stop the build.

Write `true` or `false`, without quotes.

Fix safety: the fix is unsafe where it changes whether the page is published.
"""

from contentlint.rule import Document, Problem, Problems, Site, bad, cut, good, replace, rule

EXAMPLES = [
    good("---\ntitle: R\ndraft: true\n---\n", site=Site("hugo")),
    good("---\ntitle: R\ndraft: yes\npublished: no\n---\n"),
    good("---\ntitle: R\ndraft: no\n---\n", site=Site("hugo")),
    good('---\ntitle: R\ndraft: "true"\n---\n', site=Site("docusaurus")),
    good("---\ntitle: R\npublished: no\ndraft: yes\n---\n", site=Site("jekyll")),
    good("---\ntitle: R\npublished: yes\ndraft: yes\n---\n", site=Site("hexo")),
    bad(
        "---\ntitle: R\ndraft: ⟦yes⟧\n---\n",
        "`draft`: `yes` is not a boolean in Hugo, and the page is published; write `true`",
        site=Site("hugo"),
    ),
    bad(
        "---\r\ntitle: 潮\r\npublished: ⟦No⟧\r\n---\r\n",
        "`published`: `No` is not a boolean in Hexo, and the page is published; write `false`",
        site=Site("hexo"),
    ),
    bad(
        "---\ntitle: R\npublished: ⟦'false'⟧\n---\n",
        "`published`: `false` is not a boolean in Jekyll, and the page is published; write `false`",
        site=Site("jekyll"),
    ),
    bad(
        "---\ntitle: R\ndraft: ⟦off⟧\n---\n",
        "`draft`: `off` is not a boolean in Docusaurus, and the build stops; write `false`",
        fixed="---\ntitle: R\ndraft: false\n---\n",
        site=Site("docusaurus"),
    ),
    bad(
        "---\ntitle: R\npublished: ⟦false⟧\n---\n",
        "`published`: Hugo parses a date here, and the build stops; use `draft`",
        site=Site("hugo"),
    ),
    bad(
        "---\ntitle: R\npermalink: ⟦no⟧\n---\n",
        "`permalink`: `no` is not a boolean in Eleventy, and the build stops; write `false`",
        fixed="---\ntitle: R\npermalink: false\n---\n",
        site=Site("eleventy"),
    ),
    bad(
        "---\ntitle: R\ndraft: ⟦yes⟧\n---\n",
        "`draft`: `yes` is not a boolean in Astro; write `true`",
        site=Site("astro"),
    ),
]

_MEANT = {
    **dict.fromkeys(("yes", "on", "y", "t", "true", "1"), True),
    **dict.fromkeys(("no", "off", "n", "f", "false", "0"), False),
}
_WORDS = frozenset(word for word in _MEANT if not word.isdigit())


@rule(
    severity="error", preset="recommended", since="0.2", when="front-matter and generator:reading"
)
def check(document: Document) -> Problems:
    front_matter = document.front_matter
    if front_matter.format != "yaml" or document.generator.reading is None:
        return
    title = document.generator.title
    for key, flag in document.reading.flags.items():
        value = front_matter.get(key)
        raw = front_matter.raw((key,))
        if flag.is_date:
            if raw is not None and raw.lower() in _WORDS:
                message = f"`{key}`: {title} parses a date here, and the build stops; use `draft`"
                yield Problem(front_matter.span_of((key,)), message)
            continue
        if raw is None or isinstance(value, bool) or raw.lower() in flag.reads:
            continue
        meant = _MEANT.get(raw.lower())
        if meant is None or flag.others == str(meant).lower():
            continue
        effect = ", and the page is published" if flag.publishes else ""
        effect = ", and the build stops" if flag.others == "stops" else effect
        word = str(meant).lower()
        message = f"`{key}`: `{cut(raw)}` is not a boolean in {title}{effect}; write `{word}`"
        span = front_matter.span_of((key,))
        is_safe = flag.others == "stops"
        fix = replace(span, word, f"write `{word}`", "safe" if is_safe else "unsafe", (span,))
        yield Problem(span, message, fix)

"""The anchor of a link is written so that browsers do not find it.

`##setup` looks for an anchor named `#setup`, and `%23setup` is part of the path.

Write a single `#`.

Fix safety: unsafe, because `%23` may be part of a file name.
"""

from contentlint.rule import Document, Fix, Problem, Problems, bad, cut, good, lazy, replace, rule

EXAMPLES = [
    good("[a](#setup) [b](a.md#c%23) [c](#) [d](c%23/notes.md)\n\n`[d](##e)`\n", path="a.md"),
    good("[a](a.md?q=%23tide) [b](https://example.org/##a) [c](#/route#a)\n", path="a.md"),
    bad(
        "[a](⟦##setup⟧) 👍 [b](⟦a.md##low⟧) <a href='⟦a.md%23low⟧'>c</a>\n",
        "`##` in `##setup`; write `#setup`",
        "`##` in `a.md##low`; write `a.md#low`",
        "`#` is written as `%23` in `a.md%23low`; write `a.md#low`",
        fixed="[a](#setup) 👍 [b](a.md#low) <a href='a.md#low'>c</a>\n",
        path="a.md",
    ),
]

_DOUBLE = lazy(r"([^#]*)##+([^#]+)")
_ENCODED = lazy(r"([^#?]*\.(?:md|mdx|html?))%23([^#?/.]+)")


# Not that of a heading, which starts a line and has a space. It starts with `##`: so it is found
# fast.
_HINT = lazy(r"##(?:(?<![\n#]##)|(?<=\n##)#*[^\s#])")


@rule(severity="warning", preset="recommended", since="0.2", when="text:## or text:%23")
def check(document: Document) -> Problems:
    if not _HINT.search(document.text) and "%23" not in document.text:
        return
    for span, link in document.links:
        if link.is_templated or link.kind in ("wiki", "embed", "tag"):
            continue
        target = link.target.strip()
        found = _DOUBLE.fullmatch(target)
        what = "`##` in"
        if found is None:
            found = _ENCODED.fullmatch(target)
            what = "`#` is written as `%23` in"
        if found is None:
            continue
        better = f"{found[1]}#{found[2]}"
        fix: Fix | None = None
        if link.is_exact and document.text[span.start : span.end] == link.target:
            fix = replace(span, better, f"write `{cut(better)}`", "unsafe", (span,))
        yield Problem(span, f"{what} `{cut(target)}`; write `{cut(better)}`", fix)

"""Front matter that does not begin at the start of the file is not read.

Jekyll, Eleventy, Docusaurus, VitePress, MkDocs and others only recognize front matter at the very
start of the file. After a blank line, a comment or an invisible character the whole block is text:
the page has no title and no date, and shows its metadata to readers. Pelican skips such a file.

Hugo, Astro and Zola accept blank lines, and Hexo accepts one; what the detected generator accepts
is not reported.

Remove everything before the opening delimiter, or move the block to the first line.
"""

from contentlint.rule import (
    Document,
    Flaw,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    delete,
    good,
    rule,
)
from contentlint.rules.front_matter._fates import fate

EXAMPLES = [
    good("---\ntitle: Low tide\n---\n"),
    good("\ufeff---\ntitle: Low tide\n---\n"),
    good("\n\nLow tide\n\n---\n\nHigh tide\n", path="a.md"),
    good("# Tides\n\n---\n\nNote: mud.\n\n---\n", path="a.md"),
    good("# Tides\n\n```yaml\n---\ntitle: Low tide\n---\n```\n", path="a.md"),
    good("\n---\ntitle: Low tide\n---\n", site=Site("hexo")),
    good("\n---\ntitle: Low tide\n---\n", site=Site("hugo")),
    good("\n---\ntitle: Low tide\n---\n", site=Site("astro")),
    good("\n---\ntitle: Low tide\n---\n", site=Site("starlight")),
    good("\n---\ntitle: Low tide\n---\n", site=Site("zola")),
    good(" +++\ntitle = 'Low tide'\n+++\n", site=Site("hugo")),
    bad(
        "\n⟦---⟧\ntitle: Low tide\n---\n",
        "front matter on line 2 is not read by most generators; move it to line 1",
        fixed="---\ntitle: Low tide\n---\n",
    ),
    bad(
        "\n\n⟦---⟧\ntitle: Low tide\n---\n",
        "front matter on line 3 is not read by Hexo; move it to line 1",
        fixed="---\ntitle: Low tide\n---\n",
        site=Site("hexo"),
    ),
    bad(
        "\ufeff\r\n  \r\n⟦---⟧\r\ntitle: 低潮 👍\r\n---\r\n",
        "front matter on line 3 makes Pelican skip the file; move it to line 1",
        fixed="\ufeff---\r\ntitle: 低潮 👍\r\n---\r\n",
        path="a.md",
        site=Site("pelican"),
    ),
    bad(
        " ⟦+++⟧\ntitle = 'Low tide'\n+++\n",
        "indented front matter is not read by most generators; remove the indentation",
        fixed="+++\ntitle = 'Low tide'\n+++\n",
        path="a.md",
    ),
    bad(
        "\u200b⟦---⟧\ntitle: Low tide\n---\n",
        "front matter after U+200B is not read by Jekyll; remove the character",
        fixed="---\ntitle: Low tide\n---\n",
        site=Site("jekyll"),
    ),
    bad(
        "\ufeff⟦---⟧\ntitle: Low tide\n---\n",
        "front matter after a byte order mark is not read by Nuxt Content; remove the mark",
        fixed="---\ntitle: Low tide\n---\n",
        site=Site("nuxt"),
    ),
    bad(
        "<!-- tide -->\n# Tides\n\n⟦---⟧\ntitle: Low tide\n---\n",
        "front matter on line 4 stops the build in Zola; move it to line 1",
        site=Site("zola"),
    ),
    bad(
        "```\n⟦---⟧\ntitle: Low tide\n---\n```\n",
        "front matter in a code block makes Hexo skip the file; remove the code fence",
        site=Site("hexo"),
    ),
]


@rule(severity="error", preset="recommended", since="0.1", when="has:front_matter_flaws")
def check(document: Document) -> Problems:
    for flaw in document.front_matter_flaws:
        words = fate(document, flaw.shape) if flaw.is_leading else None
        if words is None:
            continue
        subject, advice = _subject_and_advice(document, flaw)
        message = f"{subject} {words}; {advice}"
        fix = None
        if flaw.shape not in ("text", "code-fence"):
            is_mark = flaw.shape in ("bom", "boms")
            start = 0 if is_mark or not document.text.startswith("\ufeff") else 1
            before = Span(start, flaw.opening.start)
            fix = delete(before, "remove everything before the front matter")
        yield Problem(flaw.span, message, fix)


def _subject_and_advice(document: Document, flaw: Flaw) -> tuple[str, str]:
    before = document.text[: flaw.opening.start]
    if flaw.shape in ("bom", "boms"):
        return "front matter after a byte order mark", "remove the mark"
    if flaw.shape == "invisible":
        odd = next(char for char in before if char not in "\ufeff \t\r\n")
        return f"front matter after U+{ord(odd):04X}", "remove the character"
    if flaw.shape == "code-fence":
        return "front matter in a code block", "remove the code fence"
    line = document.source.position(flaw.opening.start).line
    if line == 1:
        return "indented front matter", "remove the indentation"
    return f"front matter on line {line}", "move it to line 1"

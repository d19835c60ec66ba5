"""The style of an HTML element in MDX is text, but React needs an object.

In MDX, `<p style="color: red">` compiles, but React stops the build when it renders the page: "The
`style` prop expects a mapping from style properties to values, not a string".

Write an object: `style={{color: 'red'}}`.

Fix safety: unsafe. Only values of plain declarations have a fix.
"""

from contentlint.rule import Document, Fix, Problem, Problems, Site, bad, good, lazy, replace, rule

EXAMPLES = [
    good("<p style={{color: 'red'}}>潮</p>\n\n<Tide style='low' />\n", path="docs/a.mdx"),
    good("<p style='color: red'>潮</p>\n", path="a.mdx", site=Site("astro")),
    good("`<p style='color: red'>`\n", path="docs/a.mdx", site=Site("docusaurus")),
    bad(
        '<p ⟦style="color: red; margin-top:2px"⟧>潮</p>\n',
        "`style` of `<p>` is text, but React needs an object; use `style={{…}}`",
        fixed="<p style={{color: 'red', marginTop: '2px'}}>潮</p>\n",
        path="docs/a.md",
        site=Site("docusaurus"),
    ),
    bad(
        "<img src='/a.png' alt='潮' ⟦style='background: url(\"a.png\")'⟧ />\n",
        "`style` of `<img>` is text, but React needs an object; use `style={{…}}`",
        path="a.mdx",
        site=Site("nextjs"),
    ),
]

_PLAIN_TAG = lazy(r"<[a-z][a-z0-9]*(?=\s)")
_DECLARATION = lazy(r"\s*([a-z]+(?:-[a-z]+)*)\s*:\s*([^\s;:'\"{}\\][^;:'\"{}\\]*?)\s*")


@rule(
    severity="error",
    preset="recommended",
    since="0.2",
    when="mdx and text:style=",
    standard="https://react.dev/reference/react-dom/components/common#applying-css-styles",
)
def check(document: Document) -> Problems:
    if not (document.is_strict_mdx and document.generator.has_react and "style=" in document.text):
        return
    for element in document.elements_with("style"):
        attribute = element.get("style")
        if not element.authored or attribute is None or attribute.templated:
            continue
        written = document.text[attribute.span.start : attribute.span.end]
        is_text = written.endswith(('"', "'"))
        if not is_text or not _PLAIN_TAG.match(document.text, element.span.start):
            continue
        message = f"`style` of `<{element.tag}>` is text, but React needs an object"
        value = _object(attribute.value or "")
        fix: Fix | None = None
        if value is not None:
            fix = replace(attribute.span, f"style={value}", "write an object", "unsafe")
        yield Problem(attribute.span, f"{message}; use `style={{{{…}}}}`", fix)


def _object(style: str) -> str | None:
    """The JSX expression for plain declarations; None for others."""
    found = []
    for declaration in filter(str.strip, style.split(";")):
        match = _DECLARATION.fullmatch(declaration)
        if match is None:
            return None
        first, *others = match[1].split("-")
        found.append(f"{first}{''.join(map(str.capitalize, others))}: '{match[2]}'")
    return f"{{{{{', '.join(found)}}}}}" if found else None

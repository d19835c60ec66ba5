"""An element has an event handler attribute (`on…`), which runs a script.

Code in `onclick` or `onerror` runs with the privileges of the page; `onerror` runs without any
action of the reader. Pages with a content security policy block it. Articles from other sources
should not contain scripts: remove the attribute.

Fix safety: unsafe, because the behavior that the script added is lost.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, delete, good, lazy, rule

EXAMPLES = [
    good("<p on='a' one=b data-onclick=c>onclick=潮</p>"),
    good("`<img onerror=a>` <onion onion=a></onion>\n", path="a.md"),
    bad(
        '<img src="a.png"⟦ onerror="low()"⟧ alt="潮 👍">\r\n',
        "`onerror` attribute runs a script; remove it",
        fixed='<img src="a.png" alt="潮 👍">\r\n',
    ),
    bad(
        "Low <b⟦ onclick='a()'⟧⟦ ONBLUR=b()⟧>tide</b>\n",
        "`onclick` attribute runs a script; remove it",
        "`onblur` attribute runs a script; remove it",
        fixed="Low <b>tide</b>\n",
        path="a.md",
    ),
]

_HINT = lazy(r"[\s\"'/][oO][nN][A-Za-z]{3,}\s*=")
# 8.1.8.2 Event handlers on elements. Prefixes, so that most future names match as well.
_NAME = lazy(
    r"on(?:abort|aux|before|blur|cancel|canplay|change|click|close|command|context|copy|cue|cut|"
    r"dblclick|drag|drop|duration|emptied|ended|error|focus|form|fullscreen|gotpointer|input|"
    r"invalid|key|load|lostpointer|message|mouse|page|paste|pause|play|pointer|popstate|progress|"
    r"ratechange|reset|resize|scroll|search|security|seek|select|show|slot|stalled|storage|submit|"
    r"suspend|time|toggle|touch|transition|animation|unload|volume|waiting|webkit|wheel|begin|end|"
    r"repeat|hashchange|beforeunload)[a-z]*"
)


@rule(
    severity="warning",
    preset="strict",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-attributes",
    when="text:<",
)
def check(document: Document) -> Problems:
    if document.is_jsx or not _HINT.search(document.markup.html):
        return
    for element in document.elements():
        if not element.authored:
            continue
        for attribute in element.attributes:
            if attribute.value is None or not _NAME.fullmatch(attribute.name):
                continue
            start = attribute.span.start
            before = document.text[:start]
            start = len(before.rstrip()) if before[-1:].isspace() else start
            span = Span(start, attribute.span.end)
            fix = delete(span, f"remove `{attribute.name}`", "unsafe")
            yield Problem(span, f"`{attribute.name}` attribute runs a script; remove it", fix)

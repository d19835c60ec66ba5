"""The article contains an `<object>`, `<embed>` or `<applet>` element.

These elements loaded plug-ins, which browsers no longer support. What they load today runs as a
separate page without the sandbox that an `<iframe>` can have. Use `<iframe sandbox>`, `<video>`,
`<audio>` or `<img>`.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("<video src=a.mp4></video><img src=a.svg alt=潮>"),
    good("`<embed src=a.swf>`\n", path="a.md"),
    bad(
        '<p>潮 👍</p>\r\n⟦<object data="a.pdf">⟧<p>low</p></object>⟦<embed src=a.swf>⟧',
        "`<object>` loads content without a sandbox; use `<iframe sandbox>` or a media element",
        "`<embed>` loads content without a sandbox; use `<iframe sandbox>` or a media element",
    ),
    bad(
        "⟦<applet code=a.class>⟧</applet>\n",
        "`<applet>` loads content without a sandbox; use `<iframe sandbox>` or a media element",
        path="a.md",
    ),
]


@rule(severity="warning", preset="strict", since="0.1", when="tag:object,embed,applet")
def check(document: Document) -> Problems:
    for element in document.elements("object", "embed", "applet"):
        # Elements inside an `<object>` are its fallback content.
        if element.authored and element.closest("object") is None:
            message = (
                f"`<{element.tag}>` loads content without a sandbox; "
                "use `<iframe sandbox>` or a media element"
            )
            yield Problem(element.span, message)

"""Text was decoded with the wrong encoding (mojibake).

`cafÃ©` was `café`, and `donâ€™t` was `don’t`; `锟斤拷` and � replace characters that are lost.
Mojibake appears when a feed, a database and an export disagree about the encoding. Restore the
original text. Code is not checked, since articles about encodings show such text there.

Fix safety: unsafe, because an article may show such text on purpose.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, replace, rule
from contentlint.rules.file._mojibake import garbled

EXAMPLES = [
    good("<p>Tomáš à la carte, «CAFÉ» „Ä“ »Spaß« SÃO, “AMANHÔ 👍 联通 涓涓细流</p>"),
    good("<p>Le «\xa0flot\xa0» dit\xa0: «\xa0clarté\xa0» ; là\xa0«\xa0été\xa0»\xa0!</p>"),
    good("Shown as `cafÃ©`, and � is U+FFFD, the replacement character.\n", path="a.md"),
    good("<p>多字节的字（俗称锟斤拷）和“锟斤拷”</p>"),
    bad(
        "---\ntitle: caf⟦Ã©⟧\n---\n",
        "`Ã©` is UTF-8 read as windows-1252; expected `é`",
        fixed="---\ntitle: café\n---\n",
    ),
    bad(
        "<p>la ⟦é »⟧ de ⟦è¿\x99⟧</p>".replace("⟦é »⟧", "é\xa0»"),
        "`è¿\x99` is UTF-8 read as windows-1252; expected `这`",
        fixed="<p>la é\xa0» de 这</p>",
    ),
    bad(
        "<p>潮 👍 don⟦â€™⟧t ⟦Ð¿Ñ€Ð¸Ð»Ð¸Ð²⟧</p>\r\n",
        "`â€™` is UTF-8 read as windows-1252; expected `’`",
        "`Ð¿Ñ€Ð¸Ð»Ð¸Ð²` is UTF-8 read as windows-1252; expected `прилив`",
        fixed="<p>潮 👍 don’t прилив</p>\r\n",
    ),
    bad(
        "低潮 ⟦娑ㄦ疆浜嗭紝⟧\n",
        "`娑ㄦ疆浜嗭紝` is UTF-8 read as GBK; expected `涨潮了，`",
        fixed="低潮 涨潮了，\n",
        path="a.md",
    ),
    bad("低潮 ⟦浣庢疆锛?⟧\n", "`浣庢疆锛?` is UTF-8 read as GBK; retype the text", path="a.md"),
    bad(
        "Low ⟦锟斤拷⟧ tide ⟦\ufffd\ufffd⟧ O⟦ï¿½⟧Neil\n",
        "`锟斤拷` replaces characters lost in a conversion; retype the text",
        "`\ufffd\ufffd` replaces characters lost in a conversion; retype the text",
        "`ï¿½` replaces characters lost in a conversion; retype the text",
        path="a.md",
    ),
    bad(
        "![⟦è¿éåå¾ç⟧](/a.png)\n",
        "`è¿éåå¾ç` is UTF-8 read as windows-1252; retype the text",
        path="a.md",
    ),
]


@rule(
    severity="warning",
    preset="recommended",
    since="0.1",
    when="non-ascii and test:file/has_suspects",
)
def check(document: Document) -> Problems:
    for run in document.once(garbled):
        text = document.text[run.span.start : run.span.end]
        cause = "replaces characters lost in a conversion"
        if run.cause is not None:
            cause = f"is UTF-8 read as {run.cause}"
        if run.original is None:
            yield Problem(run.span, f"`{cut(text)}` {cause}; retype the text")
            continue
        original = cut(run.original)
        fix = replace(run.span, run.original, f"replace with `{original}`", "unsafe")
        yield Problem(run.span, f"`{cut(text)}` {cause}; expected `{original}`", fix)

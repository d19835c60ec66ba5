"""Text was read in another encoding than it was written in.

`cafÃ©` was `café`, `donâ€™t` was `don’t`; `锟斤拷` and � are what is left where even that is lost.
It happens between a feed, a database and an export that do not agree. Code is left alone, since
articles about encodings show such text there.

Fix safety: unsafe, since an article may show such text on purpose.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, replace, rule
from contentlint.rules.file._mojibake import garbled

EXAMPLES = [
    good("<p>Tomáš à la carte, «CAFÉ» „Ä“ »Spaß« SÃO, “AMANHÔ 👍 联通 涓涓细流</p>"),
    good("Shown as `cafÃ©`, and � is U+FFFD, the replacement character.\n", path="a.md"),
    bad(
        "---\ntitle: caf⟦Ã©⟧\n---\n",
        "`Ã©` is UTF-8 read as windows-1252; write `é`",
        fixed="---\ntitle: café\n---\n",
    ),
    bad(
        "<p>潮 👍 don⟦â€™⟧t ⟦Ð¿Ñ€Ð¸Ð»Ð¸Ð²⟧</p>\r\n",
        "`â€™` is UTF-8 read as windows-1252; write `’`",
        "`Ð¿Ñ€Ð¸Ð»Ð¸Ð²` is UTF-8 read as windows-1252; write `прилив`",
        fixed="<p>潮 👍 don’t прилив</p>\r\n",
    ),
    bad(
        "低潮 ⟦娑ㄦ疆浜嗭紝⟧\n",
        "`娑ㄦ疆浜嗭紝` is UTF-8 read as GBK; write `涨潮了，`",
        fixed="低潮 涨潮了，\n",
        path="a.md",
    ),
    bad("低潮 ⟦浣庢疆锛?⟧\n", "`浣庢疆锛?` is UTF-8 read as GBK; write it again", path="a.md"),
    bad(
        "Low ⟦锟斤拷⟧ tide ⟦\ufffd\ufffd⟧ O⟦ï¿½⟧Neil\n",
        "`锟斤拷` stands for characters that a conversion lost; write them again",
        "`\ufffd\ufffd` stands for characters that a conversion lost; write them again",
        "`ï¿½` stands for characters that a conversion lost; write them again",
        path="a.md",
    ),
    bad(
        "![⟦è¿éåå¾ç⟧](/a.png)\n",
        "`è¿éåå¾ç` is UTF-8 read as windows-1252; write it again",
        path="a.md",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    for run in document.once(garbled):
        text = document.text[run.span.start : run.span.end]
        if run.original is None:
            again = "them" if "stands for" in run.reason else "it"
            yield Problem(run.span, f"`{cut(text)}` {run.reason}; write {again} again")
            continue
        right = f"write `{cut(run.original)}`"
        fix = replace(run.span, run.original, right, "unsafe")
        yield Problem(run.span, f"`{cut(text)}` {run.reason}; {right}", fix)

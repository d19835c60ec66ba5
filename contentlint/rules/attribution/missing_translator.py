"""An article says that it is a translation and does not say whose.

A translator is an author: law and custom in most countries give a name to the work. A reader who
doubts a sentence must know whether to ask the writer or whoever put it into this language.

Name the translator beside the words, or in `translator`.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.attribution._phrases import translation

EXAMPLES = [
    good("This article was translated from French by Mara Ellwood.\n", path="a.md"),
    good("This post is a translation.\n\nTranslator: Mara Ellwood\n", path="a.md"),
    good("---\ntitle: a\ntranslator: 林知微\n---\n本文译自 Low Tide。\n", path="a.md"),
    good("本文翻译自 Low Tide。\n\n译者：林知微\n", path="a.md"),
    good("The page was translated from the index into a list.\n", path="a.md"),
    good("This page can be translated into six languages.\n", path="a.md"),
    good("> This article was translated from French.\n\nA quotation.\n", path="a.md"),
    good("I translated this article: it is a translation of Low Tide.\n", path="a.md"),
    bad(
        "Low tide.\n\n*⟦This article was translated⟧ from French.*\n",
        "`This article was translated` names no translator; add `translator`",
        path="a.md",
    ),
    bad(
        "<p>⟦本文翻译自⟧《低潮》。</p>\r\n<p>潮 👍。</p>",
        "`本文翻译自` names no translator; add `translator`",
    ),
    bad(
        "Ebbe.\n\n⟦Aus dem Englischen übersetzt⟧.\n",
        "`Aus dem Englischen übersetzt` names no translator; add `translator`",
        path="a.md",
    ),
]

_KEYS = (
    "translator translators translated_by translatedby translation_by 译者 譯者 翻译 "
    "翻訳者 訳者 역자 옮긴이 "
    "traductor traductora traducteur traductrice übersetzer übersetzerin tradutor tradutora "
    "переводчик".split()
)


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    span, is_named = translation(document)
    if span is None or is_named:
        return
    if any(
        str(key).lower() in _KEYS and value for key, value in document.front_matter.data.items()
    ):
        return
    said = cut(document.text[span.start : span.end].replace("`", "'"))
    yield Problem(span, f"`{said}` names no translator; add `translator`")

"""A translated article does not name its translator.

In most countries a translator has an author's right to be named. Readers who doubt a sentence need
to know whether it comes from the writer or from the translator.

Name the translator in the text or in a `translator` key.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.attribution._translations import translation

EXAMPLES = [
    good("This article was translated from French by Mara Ellwood.\n", path="a.md"),
    good("This is a translation of an old Breton proverb: “The tide waits.”\n", path="a.md"),
    bad(
        "⟦This is a translation of⟧ an essay by Tom Quay.\n",
        "translator is missing: `This is a translation of`; add a `translator` key",
        path="a.md",
    ),
    good(
        "原文：[Low Tide](https://example.org/a)\n作者：[作者名](作者链接)\n译者：[译者ID](x)\n\n潮。\n",
        path="a.md",
    ),
    good(
        "> * 原文作者：[Guest Author](https://example.org/g)\n"
        "> * 译文出自：[潮汐译站](https://example.org/t)\n> * 译者：[何以宁](https://example.org/h)\n\n潮。\n",
        path="a.md",
    ),
    good("> 原文：[潮](https://example.org/a)\n> 译者：\n\n潮来潮去。\n", path="post-template.md"),
    good('[#]: author: "Mara "Tide" Ellwood"\n[#]: translator: " "\n\nLow tide.\n', path="a.md"),
    good("This post is a translation.\n\nTranslator: Mara Ellwood\n", path="a.md"),
    good("Low tide.\n\nMara Ellwood translated this essay from the Danish.\n", path="a.md"),
    good("Low tide.\n\nTraducción del danés a cargo de Mara Marea.\n", path="a.md"),
    good(
        "The ebb comes.\n\n" * 200 + "- [Tides](https://example.org/a)\n"
        "- Перевод статьи [Ebb](https://example.org/b)\n",
        path="a.md",
    ),
    bad(
        "⟦Deutsche Fassung eines dänischen Beitrags⟧.\n\nEbbe.\n",
        "translator is missing: `Deutsche Fassung eines dänischen Beitra…`; add a `translator` key",
        path="a.md",
    ),
    bad(
        "⟦Dies ist eine Übersetzung⟧ von „Low Tide“.\n\nEbbe.\n",
        "translator is missing: `Dies ist eine Übersetzung`; add a `translator` key",
        path="a.md",
    ),
    bad(
        "⟦本文是《Low Tide》的中文翻译⟧。\n\n潮来潮去。\n",
        "translator is missing: `本文是《Low Tide》的中文翻译`; add a `translator` key",
        path="a.md",
    ),
    bad(
        "⟦Esta es una traducción⟧ de «Low Tide».\n\nMarea.\n",
        "translator is missing: `Esta es una traducción`; add a `translator` key",
        path="a.md",
    ),
    bad(
        "⟦Đây là bản dịch⟧ của bài “Low Tide”.\n\nThủy triều.\n",
        "translator is missing: `Đây là bản dịch`; add a `translator` key",
        path="a.md",
    ),
    good("Dies ist eine Übersetzung von Mara Ellwood.\n\nEbbe.\n", path="a.md"),
    good("---\ntitle: a\ntranslator: 林知微\n---\n本文译自 Low Tide。\n", path="a.md"),
    good("本文翻译自 Low Tide。\n\n译者：林知微\n", path="a.md"),
    good("The page was translated from the index into a list.\n", path="a.md"),
    good("This page can be translated into six languages.\n", path="a.md"),
    good("I translated this article: it is a translation of Low Tide.\n", path="a.md"),
    good("原文：[Low Tide](https://example.org/a)\n译者：林知微\n\n潮。\n", path="a.md"),
    bad(
        "原文：[Low Tide](https://example.org/a)\n⟦译者：⟧\n\n潮来潮去，船还没有来。\n",
        "translator is missing: `译者：`; add a `translator` key",
        path="a.md",
    ),
    bad(
        "Low tide.\n\n*⟦This article was translated⟧ from French.*\n",
        "translator is missing: `This article was translated`; add a `translator` key",
        path="a.md",
    ),
    bad(
        "<p>⟦本文翻译自⟧《低潮》。</p>\r\n<p>潮 👍。</p>",
        "translator is missing: `本文翻译自`; add a `translator` key",
    ),
    bad(
        "Ebbe.\n\n⟦Aus dem Englischen übersetzt⟧.\n",
        "translator is missing: `Aus dem Englischen übersetzt`; add a `translator` key",
        path="a.md",
    ),
]

_KEYS = (
    "translator translators translated_by translatedby translation_by 译者 譯者 翻译 "
    "翻訳者 訳者 역자 옮긴이 "
    "traductor traductora traducteur traductrice übersetzer übersetzerin tradutor tradutora "
    "переводчик tłumacz tłumaczenie tłumaczka vertaler vertaling çeviren çevirmen çeviri "
    "traduttore traduttrice "
    "traduzione tradução traducción traduction übersetzung penerjemah المترجم المترجمة ترجمة "
    "người_dịch dịch_giả nguoi_dich dich_gia".split()
)


@rule(
    severity="warning", preset="recommended", since="0.1", when="test:attribution/may_be_translated"
)
def check(document: Document) -> Problems:
    span, is_named = translation(document)
    if span is None or is_named:
        return
    if any(
        str(key).lower() in _KEYS and value for key, value in document.front_matter.data.items()
    ):
        return
    phrase = cut(document.text[span.start : span.end].replace("`", "'"))
    yield Problem(span, f"translator is missing: `{phrase}`; add a `translator` key")

"""Hand-labeled samples of articles with and without attribution problems.

All texts, people and outlets are invented. `⟦ ⟧` marks the spans that the rules listed after a
sample must report, in document order; a sample without marks has no problems. The labels state the
correct result, not the current output of the rules.
"""

import re
from typing import NamedTuple


class Piece(NamedTuple):
    """A labeled sample.

    Args:
        language: the language code (BCP 47).
        text: the text of the file.
        path: the file name.
        expected: (rule id, start, end) of every expected finding, as code-point offsets.
    """

    language: str
    text: str
    path: str
    expected: tuple[tuple[str, int, int], ...]


_IMAGE_RULES = frozenset(
    "agency-image license-needs-credit missing-credit uncredited-stock-photo useless-alt".split()
)


def _piece(language: str, marked: str, *rules: str) -> Piece:
    text, spans, starts = "", [], []
    for part in re.split("([⟦⟧])", marked):
        if part == "⟦":
            starts.append(len(text))
        elif part == "⟧":
            spans.append((starts.pop(), len(text)))
        else:
            text += part
    if len(spans) != len(rules):
        raise ValueError(f"{len(spans)} marks, {len(rules)} rules: {marked}")
    spans.sort(key=lambda span: (span[0], -span[1]))
    path = "a.html" if "<p" in marked or "<div" in marked else "a.md"
    expected = tuple(
        (f"{'image' if rule in _IMAGE_RULES else 'attribution'}/{rule}", *span)
        for rule, span in zip(rules, spans, strict=True)
    )
    return Piece(language, text, path, expected)


def _by(language: str, author: str, body: str, *rules: str) -> Piece:
    return _piece(language, f"---\ntitle: a\nauthor: {author}\n---\n{body}", *rules)


def _with(language: str, key: str, body: str, *rules: str) -> Piece:
    return _piece(language, f"---\ntitle: a\n{key}\n---\n{body}", *rules)


_EN = "The ferry leaves at noon.\n"
_ZH = "渡船正午开。\n"
_TW = "渡船正午開。\n"
_JA = "渡し船は正午に出る。\n"
_KO = "나룻배는 정오에 떠난다.\n"
_ES = "El barco sale a mediodía.\n"
_FR = "Le bac part à midi.\n"
_DE = "Die Fähre legt mittags ab.\n"
_PT = "A barca sai ao meio-dia.\n"
_RU = "Паром уходит в полдень.\n"
_LONG_EN = (
    "Whoever waits for the ferry learns to read the water before he learns to read the clock."
)
_LONG_ZH = "等渡船的人先学会看水，后来才学会看钟，再后来连水也不看了，只看天上的云往哪一边走。"

PIECES: tuple[Piece, ...] = (
    # English: authors
    _by("en", "Mara Ellwood", f"By Mara Ellwood\n\n{_EN}"),
    _by("en", "Mara Ellwood", f"Words: Mara Ellwood\n\n{_EN}"),
    _by("en", "M. Ellwood", f"*By Mara Ellwood, Harbour Gazette*\n\n{_EN}"),
    _by("en", "Harbour Desk", f"By ⟦Mara Ellwood⟧\n\n{_EN}", "byline-mismatch"),
    _by("en", "Harbour Desk", f"By ⟦Mara Ellwood and Idris Fenwick⟧\n\n{_EN}", "byline-mismatch"),
    _by("en", "Harbour Desk", f"**By ⟦Mara Ellwood⟧, Staff Writer**\n\n{_EN}", "byline-mismatch"),
    _by("en", "Harbour Desk", f"Words: ⟦Mara Ellwood⟧\n\n{_EN}", "byline-mismatch"),
    _by("en", "Harbour Desk", f"Words by ⟦Mara Ellwood⟧\n\n{_EN}", "byline-mismatch"),
    _by("en", "Harbour Desk", f"{_EN}\nWritten by ⟦Mara Ellwood⟧.\n", "byline-mismatch"),
    _by("en", "Harbour Desk", f"BY ⟦MARA ELLWOOD⟧\n\n{_EN}", "byline-mismatch"),
    _by("en", "Harbour Desk", f"By ⟦Mara Ellwood⟧ | 4 May 2021\n\n{_EN}", "byline-mismatch"),
    _by(
        "en", "Harbour Desk", "<p>Author: ⟦Mara de la Cruz⟧</p><p>The ferry.</p>", "byline-mismatch"
    ),
    _by("en", "Harbour Desk", "<p>By the end of the day</p><p>The ferry.</p>"),
    _by("en", "Harbour Desk", f"By Train To The Coast\n\n{_EN}".replace("Train", "Taking")),
    _by("en", "Harbour Desk", f"{_EN}\n> By Mara Ellwood\n"),
    _by("en", "Harbour Desk", f"Title: Low Tide\nAuthor: Mara Ellwood\nPublisher: Quay\n\n{_EN}"),
    _by("en", "Harbour Desk", f"The book by Mara Ellwood is out.\n\n{_EN}"),
    _by("en", "⟦admin⟧", _EN, "missing-author"),
    _by("en", "⟦Your Name⟧", _EN, "missing-author"),
    _by("en", "Anonymous", _EN),
    _by("en", "Mara Admin", _EN),
    _by("en", "Mara Ellwood", f"{_EN}\nReporting by Mara Ellwood.\n"),
    _by("en", "Mara Ellwood and Idris Fenwick", f"By Mara Ellwood and Idris Fenwick\n\n{_EN}"),
    _by("en", "Harbour Desk", f"By Every Measure\n\n{_EN}"),
    _by("en", "Harbour Desk", "<p>The ferry, built by Mara Ellwood</p><p>It left.</p>"),
    _with("en", "authors: [Mara Ellwood, Idris Fenwick]", f"By Idris Fenwick\n\n{_EN}"),
    # English: sources
    _piece("en", f"{_EN}\n⟦Originally published in The Harbour Gazette⟧.\n", "missing-source"),
    _piece(
        "en", f"{_EN}\n⟦This article was originally published on Tidewire⟧.\n", "missing-source"
    ),
    _piece("en", f"{_EN}\n*⟦Reprinted with permission from The Quay Review⟧*\n", "missing-source"),
    _piece("en", f"{_EN}\n(⟦via Harbour Gazette⟧)\n", "missing-source"),
    _piece("en", f"{_EN}\n⟦Source: The Harbour Gazette⟧\n", "missing-source"),
    _piece("en", f"{_EN}\n⟦Cross-posted from Quay Notes⟧\n", "missing-source"),
    _piece("en", f"{_EN}\nOriginally published in [The Harbour Gazette](https://example.org/a).\n"),
    _piece("en", f"{_EN}\nSource: [The Harbour Gazette](https://example.org/2021/ferry)\n"),
    _piece("en", f"{_EN}\nSource: [Harbour Gazette](⟦https://example.org⟧)\n", "indirect-source"),
    _piece(
        "en", f"{_EN}\nOriginally published at [Quay](⟦https://bit.ly/3abc⟧).\n", "indirect-source"
    ),
    _with(
        "en", "source: https://example.org/a", f"{_EN}\nOriginally published in The Quay Review.\n"
    ),
    _with("en", "source: ⟦https://example.org/⟧", _EN, "indirect-source"),
    _with("en", "canonical_url: https://example.org/2021/ferry", _EN),
    _with("en", "original_url: ⟦https://t.co/Ab3⟧", _EN, "indirect-source"),
    _piece("en", "First published in 1890, the novel sold badly.\n"),
    _piece("en", "We travelled via Harbour Street.\n"),
    _piece("en", f"{_EN}\nSource: my own notes\n"),
    _by("en", "⟦Flipboard⟧", _EN, "missing-source"),
    _piece("en", f"{_EN}\nThe report first appeared on Monday.\n"),
    _piece(
        "en",
        "<p>Originally published in <a href='https://example.org/2021/ferry'>Quay Notes</a>.</p>",
    ),
    _piece(
        "en",
        "<p>The ferry.</p><blockquote>Originally published in The Quay Review, as far as I know.</blockquote><p>— Mara</p>",
    ),
    # English: translations
    _piece("en", f"{_EN}\n⟦This article was translated⟧ from French.\n", "missing-translator"),
    _piece("en", f"{_EN}\n*⟦Translated from the French⟧.*\n", "missing-translator"),
    _piece("en", f"{_EN}\nThis article was translated from French by Mara Ellwood.\n"),
    _piece("en", f"{_EN}\nTranslated from the French by Mara Ellwood\n"),
    _with("en", "translator: Mara Ellwood", f"{_EN}\nThis story was translated from French.\n"),
    _piece("en", "The word was translated from Latin.\n"),
    # English: quotations, claims, embeds, licenses
    _piece("en", f"{_EN}\n⟦>⟧ “{_LONG_EN}”\n", "unsourced-quotation"),
    _piece("en", f"{_EN}\n> {_LONG_EN}\n>\n> — Mara Ellwood, *Low Tide*\n"),
    _piece("en", f"In her diary Mara Ellwood wrote:\n\n> {_LONG_EN}\n"),
    _piece(
        "en", f"<p>The ferry.</p><blockquote cite='https://example.org/a'>{_LONG_EN}</blockquote>"
    ),
    _piece(
        "en",
        f"<p>The ferry.</p>⟦<blockquote>⟧<p>{_LONG_EN}</p></blockquote><p>It left.</p>",
        "unsourced-quotation",
    ),
    _piece("en", "> **Note:** the ferry does not run in fog.\n"),
    _piece("en", "⟦According to a recent study⟧, ferries are late.\n", "unsourced-claim"),
    _piece("en", "⟦Experts say⟧ the ferry will be late.\n", "unsourced-claim"),
    _piece("en", "According to a [recent study](https://example.org/s), ferries are late.\n"),
    _piece("en", "We packed according to the list.\n"),
    _piece(
        "en",
        "<p>The ferry.</p>⟦<iframe src='https://www.youtube.com/embed/x1'>⟧</iframe><p>b</p>",
        "unsourced-embed",
    ),
    _piece(
        "en",
        "<p>The ferry.</p><iframe src='https://www.youtube.com/embed/x1' title='The ferry, by Mara Ellwood'></iframe>",
    ),
    _with("en", "license: ⟦CC-BY⟧", _EN, "unclear-license"),
    _with("en", "license: CC-BY-4.0", _EN),
    _piece("en", f"{_EN}\nLicensed under ⟦CC BY-SA⟧.\n", "unclear-license"),
    _with(
        "en",
        "license: CC-BY-NC-4.0",
        f"{_EN}\nThis text is licensed under ⟦CC BY 4.0⟧.\n",
        "conflicting-license",
    ),
    # Chinese, simplified
    _by("zh", "林知微", f"作者：林知微\n\n{_ZH}"),
    _by("zh", "林知微", f"文/林知微\n\n{_ZH}"),
    _by("zh", "林知微、何以宁", f"{_ZH}\n（记者 何以宁 林知微）\n"),
    _by("zh", "云间资讯", f"作者：⟦林知微⟧\n\n{_ZH}", "byline-mismatch"),
    _by("zh", "云间资讯", f"文/⟦林知微⟧\n\n{_ZH}", "byline-mismatch"),
    _by("zh", "云间资讯", f"文｜⟦林知微⟧\n\n{_ZH}", "byline-mismatch"),
    _by("zh", "云间资讯", f"撰文：⟦林知微 何以宁⟧\n\n{_ZH}", "byline-mismatch"),
    _by("zh", "云间资讯", f"本报记者 ⟦林知微⟧\n\n{_ZH}", "byline-mismatch"),
    _by("zh", "云间资讯", f"海角晚报记者 ⟦林知微⟧\n\n{_ZH}", "byline-mismatch"),
    _by("zh", "云间资讯", f"记者⟦林知微⟧报道\n\n{_ZH}", "byline-mismatch"),
    _by(
        "zh", "云间资讯", f"本报讯（记者 ⟦林知微⟧）渡船正午开，三点回。\n\n{_ZH}", "byline-mismatch"
    ),
    _by(
        "zh",
        "云间资讯",
        f"本报讯（记者 ⟦林知微⟧ 通讯员 何以宁）渡船正午开。\n\n{_ZH}",
        "byline-mismatch",
    ),
    _by("zh", "云间资讯", f"{_ZH}\n（本报记者 ⟦林知微⟧）\n", "byline-mismatch"),
    _by("zh", "云间资讯", f"{_ZH}\n(⟦陈砚秋 何以宁⟧)\n", "byline-mismatch"),
    _by(
        "zh",
        "云间资讯",
        "<p>⟦来源：海角晚报⟧ 作者：⟦何以宁⟧</p><p>渡船。</p>",
        "missing-source",
        "byline-mismatch",
    ),
    _by("zh", "云间资讯", f"{_ZH}\n（涨潮 退潮）\n"),
    _by("zh", "云间资讯", f"文字：加粗\n\n{_ZH}"),
    _by("zh", "云间资讯", f"作者：佚名\n\n{_ZH}"),
    _by("zh", "云间资讯", f"书名：渡口\n作者：何以宁\n\n{_ZH}"),
    _by("zh", "云间资讯", f"{_ZH}\n责任编辑：何以宁\n"),
    _by("zh", "⟦管理员⟧", _ZH, "missing-author"),
    _by("zh", "⟦作者⟧", _ZH, "missing-author"),
    _by("zh", "林知微", _ZH),
    _by("zh", "⟦今日头条⟧", _ZH, "missing-source"),
    _piece("zh", f"{_ZH}\n⟦转载自《海角晚报》⟧\n", "missing-source"),
    _piece("zh", f"{_ZH}\n⟦来源：海角晚报⟧\n", "missing-source"),
    _piece("zh", f"{_ZH}\n⟦本文首发于海角周刊⟧。\n", "missing-source"),
    _piece(
        "zh", f"{_ZH}\n⟦本文转载自公众号“渡口”⟧。\n".replace("公众号", "博客"), "missing-source"
    ),
    _piece("zh", f"{_ZH}\n转载自[海角晚报](https://example.org/a)\n"),
    _piece("zh", f"{_ZH}\n原文链接：https://example.org/a\n"),
    _piece("zh", f"{_ZH}\n数据来源：港务局\n"),
    _piece("zh", f"{_ZH}\n图片来源：海角晚报\n"),
    _piece("zh", f"{_ZH}\n来源：读者投稿\n"),
    _piece("zh", f"{_ZH}\n来源：[海角晚报](⟦https://example.org/⟧)\n", "indirect-source"),
    _piece("zh", f"{_ZH}\n转自：[海角晚报](⟦https://t.cn/A6⟧)\n", "indirect-source"),
    _piece(
        "zh", f"{_ZH}\n⟦本文翻译自⟧ [Low Tide](https://example.org/a)。\n", "missing-translator"
    ),
    _piece("zh", f"{_ZH}\n本文译自 [Low Tide](https://example.org/a)，译者：林知微。\n"),
    _piece("zh", f"{_ZH}\n⟦>⟧ “{_LONG_ZH}”\n", "unsourced-quotation"),
    _piece("zh", f"{_ZH}\n> {_LONG_ZH}\n>\n> ——林知微《渡口》\n"),
    _piece("zh", f"林知微写道：\n\n> {_LONG_ZH}\n"),
    _piece("zh", "⟦据港务局统计⟧，渡船常晚点。\n", "unsourced-claim"),
    _piece("zh", "据[港务局](https://example.org/s)统计，渡船常晚点。\n"),
    _piece("zh", "根据以上内容，渡船常晚点。\n"),
    _piece("zh", f"{_ZH}\n本文采用 ⟦CC BY-NC⟧ 许可协议。\n", "unclear-license"),
    _piece(
        "zh",
        f"{_ZH}\n本文采用 [CC BY-NC 4.0](https://creativecommons.org/licenses/by-nc/4.0/) 许可协议。\n",
    ),
    _piece(
        "zh",
        "<p>渡船。</p>⟦<iframe src='//player.bilibili.com/player.html?aid=1'>⟧</iframe>",
        "unsourced-embed",
    ),
    _by("zh", "林知微", f"记者 林知微 报道\n\n{_ZH}"),
    _by("zh", "林知微 何以宁", "<p>渡船。</p><p>（林知微 何以宁）</p>"),
    _by("zh", "云间资讯", "<p>记者在渡口看到，渡船正午开。</p>"),
    _piece("zh", "<p>渡船。</p><p>原载<a href='https://example.org/a'>《海角晚报》</a></p>"),
    _piece("zh", f"{_ZH}\n误差的来源：有三个。\n"),
    _piece("zh", f"{_ZH}\n本文首发于2019年。\n"),
    # Chinese, traditional
    _by("zh-Hant", "林知微", f"文／林知微\n\n{_TW}"),
    _by("zh-Hant", "雲間資訊", f"文／⟦林知微⟧\n\n{_TW}", "byline-mismatch"),
    _by("zh-Hant", "雲間資訊", f"記者⟦許南舟⟧／台北報導\n\n{_TW}", "byline-mismatch"),
    _by(
        "zh-Hant", "雲間資訊", f"〔記者⟦許南舟⟧／基隆報導〕渡船正午開。\n\n{_TW}", "byline-mismatch"
    ),
    _by("zh-Hant", "雲間資訊", f"撰文：⟦張若水⟧\n\n{_TW}", "byline-mismatch"),
    _by("zh-Hant", "雲間資訊", f"作者：⟦張若水⟧\n\n{_TW}", "byline-mismatch"),
    _by("zh-Hant", "張若水", f"作者：張若水\n\n{_TW}"),
    _by("zh-Hant", "雲間資訊", f"文字：加粗\n\n{_TW}"),
    _by("zh-Hant", "⟦管理員⟧", _TW, "missing-author"),
    _piece("zh-Hant", f"{_TW}\n⟦轉載自《海角晚報》⟧\n", "missing-source"),
    _piece("zh-Hant", f"{_TW}\n⟦來源：海角晚報⟧\n", "missing-source"),
    _piece("zh-Hant", f"{_TW}\n⟦本文原載於海角週刊⟧。\n", "missing-source"),
    _piece("zh-Hant", f"{_TW}\n來源：[海角晚報](https://example.org/a)\n"),
    _piece("zh-Hant", f"{_TW}\n原文連結：https://example.org/a\n"),
    _piece(
        "zh-Hant", f"{_TW}\n⟦本文譯自⟧ [Low Tide](https://example.org/a)。\n", "missing-translator"
    ),
    _piece("zh-Hant", f"{_TW}\n本文譯自 [Low Tide](https://example.org/a)。譯者：張若水\n"),
    _piece("zh-Hant", "⟦據港務局統計⟧，渡船常誤點。\n", "unsourced-claim"),
    _by("zh-Hant", "許南舟", f"記者許南舟／台北報導\n\n{_TW}"),
    _by("zh-Hant", "雲間資訊", f"記者會正午開。\n\n{_TW}"),
    _piece("zh-Hant", f"{_TW}\n資料來源：港務局\n"),
    # Japanese
    _by("ja", "汐見 遥", f"文・汐見遥\n\n{_JA}"),
    _by("ja", "渡口新聞", f"文・⟦山田花子⟧\n\n{_JA}", "byline-mismatch"),
    _by("ja", "渡口新聞", f"著者：⟦汐見 遥⟧\n\n{_JA}", "byline-mismatch"),
    _by("ja", "渡口新聞", f"執筆：⟦佐藤ひかり⟧\n\n{_JA}", "byline-mismatch"),
    _by("ja", "渡口新聞", f"取材・文＝⟦高橋 渚⟧\n\n{_JA}", "byline-mismatch"),
    _by("ja", "渡口新聞", f"{_JA}\n（文：⟦田中 岬⟧）\n", "byline-mismatch"),
    _by("ja", "渡口新聞", f"文：基本\n\n{_JA}"),
    _by("ja", "高橋 渚", f"著者：高橋渚\n\n{_JA}"),
    _by("ja", "⟦管理者⟧", _JA, "missing-author"),
    _piece("ja", f"{_JA}\n⟦出典：海角新聞⟧\n", "missing-source"),
    _piece("ja", f"{_JA}\n⟦転載元：海角通信⟧\n", "missing-source"),
    _piece("ja", f"{_JA}\n⟦この記事は「渡口の本」に掲載されたもの⟧です。\n", "missing-source"),
    _piece("ja", f"{_JA}\n転載元：[海角通信](https://example.org/a)\n"),
    _piece("ja", f"{_JA}\n出典：[海角新聞](⟦https://example.org/⟧)\n", "indirect-source"),
    _piece("ja", f"{_JA}\n出典：筆者の調べ\n"),
    _piece(
        "ja",
        f"{_JA}\n⟦この記事は英語の記事を翻訳したもの⟧です。元は[こちら](https://example.org/a)。\n",
        "missing-translator",
    ),
    _piece(
        "ja",
        f"{_JA}\nこの記事は英語の記事を翻訳したものです。訳：汐見遥。元は[こちら](https://example.org/a)。\n",
    ),
    _piece("ja", "⟦港湾局の調査によると⟧、船は遅れる。\n", "unsourced-claim"),
    _by("ja", "佐藤ひかり", f"執筆：佐藤ひかり\n\n{_JA}"),
    _by("ja", "渡口新聞", f"取材日：五月四日\n\n{_JA}"),
    _piece("ja", f"{_JA}\n初出：[渡口の本](https://example.org/a)\n"),
    _piece("ja", "[港湾局の調査](https://example.org/s)によると、船は遅れる。\n"),
    _piece("ja", f"{_JA}\n写真は本誌に掲載されたことがある。\n"),
    # Korean
    _by("ko", "김도현", f"글·김도현\n\n{_KO}"),
    _by("ko", "나루뉴스", f"⟦김도현⟧ 기자\n\n{_KO}", "byline-mismatch"),
    _by("ko", "나루뉴스", f"{_KO}\n⟦김도현⟧ 기자 dohyun@example.org\n", "byline-mismatch"),
    _by(
        "ko",
        "나루뉴스",
        f"[해안일보 ⟦이서윤⟧ 기자] 나룻배는 정오에 떠난다.\n\n{_KO}",
        "byline-mismatch",
    ),
    _by("ko", "나루뉴스", f"글·⟦박하늘⟧\n\n{_KO}", "byline-mismatch"),
    _by("ko", "나루뉴스", f"글쓴이: ⟦박하늘⟧\n\n{_KO}", "byline-mismatch"),
    _by("ko", "김도현", f"김도현 기자\n\n{_KO}"),
    _by("ko", "나루뉴스", f"글: 요약\n\n{_KO}"),
    _by("ko", "⟦관리자⟧", _KO, "missing-author"),
    _piece("ko", f"{_KO}\n⟦출처: 해안일보⟧\n", "missing-source"),
    _piece("ko", f"{_KO}\n⟦이 글은 '나루'에 처음 실린⟧ 글이다.\n", "missing-source"),
    _piece("ko", f"{_KO}\n출처: [해안일보](https://example.org/a)\n"),
    _piece("ko", f"{_KO}\n출처: [해안일보](⟦https://example.org/⟧)\n", "indirect-source"),
    _piece("ko", f"{_KO}\n출처: 직접 촬영\n"),
    _piece(
        "ko",
        f"{_KO}\n⟦이 글은 영어 기사를 번역한⟧ 것이다. [원문](https://example.org/a)\n",
        "missing-translator",
    ),
    _piece(
        "ko",
        f"{_KO}\n이 글은 영어 기사를 번역한 것이다. 옮긴이: 김도현. [원문](https://example.org/a)\n",
    ),
    _piece("ko", "⟦항만공사 조사에 따르면⟧ 배는 늦는다.\n", "unsourced-claim"),
    _by("ko", "박하늘", f"글쓴이: 박하늘\n\n{_KO}"),
    _by("ko", "나루뉴스", f"기자 회견은 정오에 열린다.\n\n{_KO}"),
    _piece("ko", "[항만공사 조사](https://example.org/s)에 따르면 배는 늦는다.\n"),
    _piece("ko", f"{_KO}\n원문: [나루](https://example.org/a)\n"),
    # Spanish
    _by("es", "Inés Marea", f"Por Inés Marea\n\n{_ES}"),
    _by("es", "Redacción Puerto", f"Por ⟦Inés Marea⟧\n\n{_ES}", "byline-mismatch"),
    _by("es", "Redacción Puerto", f"Texto: ⟦Inés Marea⟧\n\n{_ES}", "byline-mismatch"),
    _by("es", "Redacción Puerto", f"{_ES}\nAutora: ⟦Inés de la Ría⟧\n", "byline-mismatch"),
    _by(
        "es",
        "Redacción Puerto",
        f"Escrito por ⟦Inés Marea⟧ | 4 de mayo\n\n{_ES}",
        "byline-mismatch",
    ),
    _by("es", "Redacción Puerto", f"Por favor, espere.\n\n{_ES}"),
    _by("es", "Redacción Puerto", f"Título: Marea Baja\nAutora: Inés Marea\n\n{_ES}"),
    _by("es", "⟦Tu nombre⟧", _ES, "missing-author"),
    _piece("es", f"{_ES}\n⟦Publicado originalmente en El Diario de la Ría⟧.\n", "missing-source"),
    _piece("es", f"{_ES}\n⟦Fuente: El Correo de la Ría⟧\n", "missing-source"),
    _piece(
        "es",
        f"{_ES}\n⟦Este artículo fue publicado originalmente en Marea Baja⟧.\n",
        "missing-source",
    ),
    _piece("es", f"{_ES}\nPublicado originalmente en [El Diario](https://example.org/a).\n"),
    _piece("es", f"{_ES}\nFuente: [El Correo](⟦https://example.org⟧)\n", "indirect-source"),
    _piece("es", f"{_ES}\nFuente: elaboración propia\n"),
    _piece("es", f"{_ES}\n⟦Este artículo es una traducción⟧.\n", "missing-translator"),
    _piece("es", f"{_ES}\nEste artículo es una traducción. Traducido por Inés Marea.\n"),
    _piece("es", "⟦Según un estudio⟧, los barcos se retrasan.\n", "unsourced-claim"),
    _by("es", "Inés Marea", f"Texto: Inés Marea\n\n{_ES}"),
    _by("es", "Redacción Puerto", f"Por La Mañana\n\n{_ES}"),
    _piece("es", "Según [un estudio](https://example.org/s), los barcos se retrasan.\n"),
    # French
    _by("fr", "Solène Marée", f"Par Solène Marée\n\n{_FR}"),
    _by("fr", "La Rédaction", f"Par ⟦Solène Marée⟧\n\n{_FR}", "byline-mismatch"),
    _by("fr", "La Rédaction", f"Texte : ⟦Solène Marée⟧\n\n{_FR}", "byline-mismatch"),
    _by("fr", "La Rédaction", f"{_FR}\nPropos recueillis par ⟦Solène Marée⟧\n", "byline-mismatch"),
    _by(
        "fr",
        "La Rédaction",
        f"Par ⟦Solène Marée et Yann Le Bac⟧, le 4 mai\n\n{_FR}",
        "byline-mismatch",
    ),
    _by("fr", "La Rédaction", f"Par Les Chemins Côtiers\n\n{_FR}"),
    _by("fr", "⟦Votre nom⟧", _FR, "missing-author"),
    _piece("fr", f"{_FR}\n⟦Initialement publié dans La Gazette du Bac⟧.\n", "missing-source"),
    _piece("fr", f"{_FR}\n⟦Source : La Gazette du Bac⟧\n", "missing-source"),
    _piece("fr", f"{_FR}\n⟦Cet article a été publié dans Marée Basse⟧.\n", "missing-source"),
    _piece("fr", f"{_FR}\nPublié initialement dans [La Gazette](https://example.org/a).\n"),
    _piece("fr", f"{_FR}\nSource : [La Gazette](⟦https://example.org⟧)\n", "indirect-source"),
    _piece("fr", f"{_FR}\nSource : nos calculs\n"),
    _piece("fr", f"{_FR}\n⟦Cet article est une traduction⟧.\n", "missing-translator"),
    _piece("fr", f"{_FR}\nTraduit de l’anglais par Solène Marée.\n"),
    _piece("fr", "⟦Selon une étude⟧, les bacs sont en retard.\n", "unsourced-claim"),
    _by("fr", "Solène Marée", f"Texte : Solène Marée\n\n{_FR}"),
    _by("fr", "La Rédaction", f"Par exemple.\n\n{_FR}"),
    _piece("fr", "Selon [une étude](https://example.org/s), les bacs sont en retard.\n"),
    _piece("fr", f"{_FR}\nLe livre est paru dans une petite maison.\n"),
    # German
    _by("de", "Wiebke Ebbe", f"Von Wiebke Ebbe\n\n{_DE}"),
    _by("de", "Redaktion Hafen", f"Von ⟦Wiebke Ebbe⟧\n\n{_DE}", "byline-mismatch"),
    _by("de", "Redaktion Hafen", f"Text: ⟦Wiebke Ebbe⟧\n\n{_DE}", "byline-mismatch"),
    _by("de", "Redaktion Hafen", f"{_DE}\nAutorin: ⟦Wiebke von der Ebbe⟧\n", "byline-mismatch"),
    _by("de", "Redaktion Hafen", f"Ein Gastbeitrag von ⟦Wiebke Ebbe⟧\n\n{_DE}", "byline-mismatch"),
    _by("de", "Redaktion Hafen", f"Von Anfang An\n\n{_DE}"),
    _by("de", "Redaktion Hafen", f"Titel: Ebbe\nAutorin: Wiebke Ebbe\nVerlag: Kai\n\n{_DE}"),
    _by("de", "⟦Ihr Name⟧", _DE, "missing-author"),
    _piece("de", f"{_DE}\n⟦Zuerst erschienen in der Küstenzeitung⟧.\n", "missing-source"),
    _piece("de", f"{_DE}\n⟦Quelle: Küstenkurier⟧\n", "missing-source"),
    _piece("de", f"{_DE}\n⟦Dieser Artikel erschien zuerst im Küstenkurier⟧.\n", "missing-source"),
    _piece("de", f"{_DE}\nZuerst erschienen in [der Küstenzeitung](https://example.org/a).\n"),
    _piece("de", f"{_DE}\nQuelle: [Küstenkurier](⟦https://example.org⟧)\n", "indirect-source"),
    _piece("de", f"{_DE}\nQuelle: eigene Zählung\n"),
    _piece("de", f"{_DE}\n⟦Aus dem Englischen übersetzt⟧.\n", "missing-translator"),
    _piece("de", f"{_DE}\nAus dem Englischen von Wiebke Ebbe.\n"),
    _piece("de", "⟦Laut einer Umfrage⟧ sind Fähren spät.\n", "unsourced-claim"),
    _by("de", "Wiebke Ebbe", f"Text: Wiebke Ebbe\n\n{_DE}"),
    _by("de", "Redaktion Hafen", f"Von Hamburg nach Altona.\n\n{_DE}"),
    _piece("de", "Laut [einer Umfrage](https://example.org/s) sind Fähren spät.\n"),
    _piece("de", f"{_DE}\nDas Buch ist zuerst vergriffen gewesen.\n"),
    # Portuguese
    _by("pt", "Iara Maré", f"Por Iara Maré\n\n{_PT}"),
    _by("pt", "Redação Porto", f"Por ⟦Iara Maré⟧\n\n{_PT}", "byline-mismatch"),
    _by("pt", "Redação Porto", f"Reportagem: ⟦Iara Maré⟧\n\n{_PT}", "byline-mismatch"),
    _by("pt", "Redação Porto", f"{_PT}\nTexto: ⟦Iara dos Barcos⟧\n", "byline-mismatch"),
    _by("pt", "Redação Porto", f"Por Que Esperar\n\n{_PT}"),
    _by("pt", "⟦Seu nome⟧", _PT, "missing-author"),
    _piece("pt", f"{_PT}\n⟦Publicado originalmente no Jornal da Barca⟧.\n", "missing-source"),
    _piece("pt", f"{_PT}\n⟦Fonte: Jornal da Barca⟧\n", "missing-source"),
    _piece("pt", f"{_PT}\nPublicado originalmente no [Jornal](https://example.org/a).\n"),
    _piece("pt", f"{_PT}\nFonte: [Jornal](⟦https://example.org⟧)\n", "indirect-source"),
    _piece("pt", f"{_PT}\nFonte: cálculos próprios\n"),
    _piece("pt", f"{_PT}\n⟦Este artigo é uma tradução⟧.\n", "missing-translator"),
    _piece("pt", f"{_PT}\nTraduzido do inglês por Iara Maré.\n"),
    _piece("pt", "⟦Segundo uma pesquisa⟧, as barcas atrasam.\n", "unsourced-claim"),
    _by("pt", "Iara Maré", f"Texto: Iara Maré\n\n{_PT}"),
    _by("pt", "Redação Porto", f"Por favor, espere.\n\n{_PT}"),
    _piece("pt", "Segundo [uma pesquisa](https://example.org/s), as barcas atrasam.\n"),
    # Russian
    _by("ru", "Инга Морская", f"Текст: Инга Морская\n\n{_RU}"),
    _by("ru", "Редакция Причала", f"Текст: ⟦Инга Морская⟧\n\n{_RU}", "byline-mismatch"),
    _by("ru", "Редакция Причала", f"Автор: ⟦Инга Морская⟧\n\n{_RU}", "byline-mismatch"),
    _by("ru", "Редакция Причала", f"{_RU}\nАвтор текста — в отпуске.\n"),
    _by("ru", "Редакция Причала", f"{_RU}\nПодготовила ⟦Инга Морская⟧\n", "byline-mismatch"),
    _by("ru", "И. Морская", f"Автор: Инга Морская\n\n{_RU}"),
    _by("ru", "⟦Администратор⟧", _RU, "missing-author"),
    _piece("ru", f"{_RU}\n⟦Впервые опубликовано в газете «Причал»⟧.\n", "missing-source"),
    _piece("ru", f"{_RU}\n⟦Источник: «Береговые новости»⟧\n", "missing-source"),
    _piece("ru", f"{_RU}\nИсточник: [«Береговые новости»](https://example.org/a)\n"),
    _piece("ru", f"{_RU}\nИсточник: [«Причал»](⟦https://example.org⟧)\n", "indirect-source"),
    _piece("ru", f"{_RU}\nИсточник: расчёты автора\n"),
    _piece("ru", f"{_RU}\n⟦Перевод с английского⟧\n", "missing-translator"),
    _piece("ru", f"{_RU}\nПеревод с английского: Инга Морская\n"),
    _piece("ru", "⟦По данным опроса⟧, паромы опаздывают.\n", "unsourced-claim"),
    _by("ru", "Инга Морская", f"Подготовила Инга Морская\n\n{_RU}"),
    _by("ru", "Редакция Причала", f"Текст: смотрите ниже.\n\n{_RU}"),
    _piece("ru", "По [данным опроса](https://example.org/s), паромы опаздывают.\n"),
    _piece("ru", f"{_RU}\nКнига впервые вышла в Париже.\n"),
    # Images
    _piece("en", f"![Ferry](⟦/img/ferry.jpg⟧)\n\n{_EN}", "missing-credit"),
    _piece("en", f"![Ferry](/img/ferry.jpg)\n*Photo: Mara Ellwood*\n\n{_EN}"),
    _piece("en", f"![Ferry](/img/ferry.jpg)\n\nPhoto by Mara Ellwood / Harbour Gazette\n\n{_EN}"),
    _piece("en", f"![Ferry](/img/ferry.jpg 'Photo © Mara Ellwood')\n\n{_EN}"),
    _piece("en", f"![Ferry](/img/ferry.jpg)\n<small>Illustration by Mara Ellwood</small>\n\n{_EN}"),
    _piece(
        "en",
        "<p>a</p><figure><img src='/img/a.jpg' alt='Ferry'><figcaption>The ferry. Credit: Mara Ellwood</figcaption></figure>",
    ),
    _piece(
        "en",
        "<p>a</p><figure><img src='⟦/img/a.jpg⟧' alt='Ferry'><figcaption>The ferry at noon</figcaption></figure>",
        "missing-credit",
    ),
    _piece(
        "en",
        "<p>a</p><figure><img src='/img/a.jpg' alt='Ferry'><figcaption>Image courtesy of the Harbour Office</figcaption></figure>",
    ),
    _with("en", "cover: ⟦/img/a.jpg⟧", _EN, "missing-credit"),
    _with("en", "cover: /img/a.jpg\ncover_credit: Mara Ellwood", _EN),
    _with("en", "image:\n  src: /img/a.jpg\n  photographer: Mara Ellwood", _EN),
    _with("en", "photos_by: Mara Ellwood", f"![Ferry](/img/a.jpg)\n\n{_EN}"),
    _piece("en", f"![Ferry](/img/a.jpg)\n\n{_EN}\nPhotos by Mara Ellwood\n"),
    _piece(
        "en", f"![Ferry](/img/a.jpg)\n\nSource: [Harbour Office](https://example.org/a)\n\n{_EN}"
    ),
    _piece(
        "en",
        f"![Ferry](⟦⟦https://upload.wikimedia.org/wikipedia/commons/1/12/Ferry.jpg⟧⟧)\n\n{_EN}",
        "license-needs-credit",
        "missing-credit",
    ),
    _piece(
        "en",
        f"![Ferry](https://upload.wikimedia.org/wikipedia/commons/1/12/Ferry.jpg)\n*[Mara Ellwood](https://example.org/f), CC BY-SA 4.0*\n\n{_EN}",
    ),
    _piece(
        "en",
        f"![Ferry](⟦⟦https://live.staticflickr.com/1/2_3_b.jpg⟧⟧)\n\n{_EN}",
        "license-needs-credit",
        "missing-credit",
    ),
    _piece(
        "en",
        f"![Ferry](⟦⟦https://images.unsplash.com/photo-1⟧⟧)\n\n{_EN}",
        "missing-credit",
        "uncredited-stock-photo",
    ),
    _piece(
        "en",
        f"![Ferry](https://images.unsplash.com/photo-1)\nPhoto by Mara Ellwood on Unsplash\n\n{_EN}",
    ),
    _piece(
        "en",
        f"![Ferry](⟦⟦/img/shutterstock_1234567890.jpg⟧⟧)\n\n{_EN}",
        "agency-image",
        "missing-credit",
    ),
    _piece(
        "en",
        f"![Ferry](⟦⟦/u/GettyImages-1234567890-scaled.jpg⟧⟧)\n\n{_EN}",
        "agency-image",
        "missing-credit",
    ),
    _piece("en", f"![Ferry](/u/GettyImages-1234567890.jpg)\nMara Ellwood / Getty Images\n\n{_EN}"),
    _piece("en", f"![⟦image⟧](/img/a.jpg)\nPhoto: Mara Ellwood\n\n{_EN}", "useless-alt"),
    _piece(
        "en", f"![⟦IMG_20210304_101112⟧](/img/a.jpg)\nPhoto: Mara Ellwood\n\n{_EN}", "useless-alt"
    ),
    _piece("en", f"![The image of the quay](/img/a.jpg)\nPhoto: Mara Ellwood\n\n{_EN}"),
    _piece("zh", f"![渡船](⟦/img/a.jpg⟧)\n\n{_ZH}", "missing-credit"),
    _piece("zh", f"![渡船](/img/a.jpg)\n图片来源：海角晚报\n\n{_ZH}"),
    _piece("zh", f"![渡船](/img/a.jpg)\n\n何以宁 摄\n\n{_ZH}"),
    _piece("zh", f"文/林知微 图/何以宁\n\n![渡船](/img/a.jpg)\n\n{_ZH}"),
    _piece("zh", f"![渡船](/img/a.jpg)\n\n渡船停在渡口（何以宁摄）\n\n{_ZH}"),
    _piece("zh", f"![渡船](⟦/img/a.jpg⟧)\n\n看下图：\n\n{_ZH}", "missing-credit"),
    _piece(
        "zh", f"![渡船](⟦⟦/img/VCG211234567890.jpg⟧⟧)\n\n{_ZH}", "agency-image", "missing-credit"
    ),
    _piece("zh", f"![渡船](/img/VCG211234567890.jpg)\n图源：视觉中国\n\n{_ZH}"),
    _piece("zh", f"![⟦图片⟧](/img/a.jpg)\n图/何以宁\n\n{_ZH}", "useless-alt"),
    _piece("zh", f"![⟦在这里插入图片描述⟧](/img/a.jpg)\n图/何以宁\n\n{_ZH}", "useless-alt"),
    _piece("zh-Hant", f"![渡船](⟦/img/a.jpg⟧)\n\n{_TW}", "missing-credit"),
    _piece("zh-Hant", f"![渡船](/img/a.jpg)\n圖／海角晚報提供\n\n{_TW}"),
    _piece("zh-Hant", f"![渡船](/img/a.jpg)\n攝影：許南舟\n\n{_TW}"),
    _piece("ja", f"![渡し船](⟦/img/a.jpg⟧)\n\n{_JA}", "missing-credit"),
    _piece("ja", f"![渡し船](/img/a.jpg)\n写真：汐見遥\n\n{_JA}"),
    _piece("ja", f"![渡し船](/img/a.jpg)\n撮影＝汐見遥\n\n{_JA}"),
    _piece("ja", f"![⟦画像⟧](/img/a.jpg)\n写真：汐見遥\n\n{_JA}", "useless-alt"),
    _piece("ko", f"![나룻배](⟦/img/a.jpg⟧)\n\n{_KO}", "missing-credit"),
    _piece("ko", f"![나룻배](/img/a.jpg)\n사진=해안일보 제공\n\n{_KO}"),
    _piece("ko", f"![⟦이미지⟧](/img/a.jpg)\n사진: 김도현\n\n{_KO}", "useless-alt"),
    _piece("es", f"![El barco](⟦/img/a.jpg⟧)\n\n{_ES}", "missing-credit"),
    _piece("es", f"![El barco](/img/a.jpg)\n*Foto: Inés Marea*\n\n{_ES}"),
    _piece("es", f"![El barco](/img/a.jpg)\nFotografía de Inés Marea\n\n{_ES}"),
    _piece("fr", f"![Le bac](⟦/img/a.jpg⟧)\n\n{_FR}", "missing-credit"),
    _piece("fr", f"![Le bac](/img/a.jpg)\n*Crédit photo : Solène Marée*\n\n{_FR}"),
    _piece("fr", f"![⟦capture d'écran⟧](/img/a.jpg)\nPhoto : Solène Marée\n\n{_FR}", "useless-alt"),
    _piece("de", f"![Die Fähre](⟦/img/a.jpg⟧)\n\n{_DE}", "missing-credit"),
    _piece("de", f"![Die Fähre](/img/a.jpg)\nFoto: Wiebke Ebbe\n\n{_DE}"),
    _with("de", "image: /img/a.jpg\nbildnachweis: Wiebke Ebbe", _DE),
    _piece("pt", f"![A barca](⟦/img/a.jpg⟧)\n\n{_PT}", "missing-credit"),
    _piece("pt", f"![A barca](/img/a.jpg)\nFoto: Iara Maré\n\n{_PT}"),
    _piece("ru", f"![Паром](⟦/img/a.jpg⟧)\n\n{_RU}", "missing-credit"),
    _piece("ru", f"![Паром](/img/a.jpg)\nФото: Инга Морская\n\n{_RU}"),
    _piece("ru", f"![⟦изображение⟧](/img/a.jpg)\nФото: Инга Морская\n\n{_RU}", "useless-alt"),
)

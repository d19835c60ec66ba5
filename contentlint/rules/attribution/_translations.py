"""Where an article says that it is a translation, and whether it names its translator."""

import re
from collections.abc import Iterator

from contentlint.rule import Document, Span, lazy
from contentlint.rules.attribution._labels import Label, end_labels
from contentlint.rules.attribution._languages import languages, pattern
from contentlint.rules.attribution._lines import Block, ends
from contentlint.rules.attribution._names import LATIN
from contentlint.rules.attribution._placeholders import is_placeholder
from contentlint.rules.attribution._quick import clues, codes, search
from contentlint.rules.attribution._sentences import INDENT, is_about_itself, sentence_around
from contentlint.rules.attribution._tongues import tongues

# What follows a translation into another language: the article is the original.
_INTO = lazy(r"\s*(?:into|to|in|al|en|ins|nach|naar|para|для|на|na|ke|sang|إلى)\s")
# Translated from a language, not by somebody.
_FROM = lazy("由.{0,2}[文语語]")
# After these, a name is the translator; anything else is what was translated.
_OF = (" de", " di", " da", " do", " van", " von", " of", " du", " của")
_NAME = lazy(rf"\s*{LATIN}|\s*[А-ЯЁ]")
# Files with placeholders that are copied for a new article.
_TEMPLATE = lazy(r"(?:\A|[/_. -])templates?(?=[_. -])", re.IGNORECASE)
_FORM_AUTHORS = frozenset({"作者名", "作者ID", "原作者", "author", "author name"})
_PERSON = frozenset(
    "译者 譯者 翻译者 翻譯者 translator translators traductor traductora traducteur traductrice übersetzer "
    "übersetzerin tradutor tradutora traduttore traduttrice vertaler переводчик tłumacz çeviren çevirmen 訳者 翻訳者 "
    "옮긴이 번역자 역자 penerjemah المترجم المترجمة".split()
) | {"người dịch", "dịch giả"}
# `translated from the Danish by Ruth Osterkamp`, in the sentence that says so.
_BY_NAME = lazy(
    r"(?i:translat|tradu|tradott|tradot|traduz|übersetz|übertrag|vertaal|vertaling|hertaal|przekład|tłumacz|przełoż|перев[её]|çevir|çevr|dịch|"
    r"chuyển ngữ|terjemah|alih ?bahasa|ترجم|訳|译|譯|옮[긴김]|번역)(?:(?!(?i:art[iyí]|essa|ensa|saggi|post|beitr|text|tekst|inter|стать|стат)|[.!?。\n]).){0,70}?"
    r"(?:\s(?:by|par|por|von|durch|door|da|di|przez|oleh|bởi|do|tarafından|a cargo de|obra de|gracias a|dank|grâce à|grazie a)\s|[:：—–]\s*)"
    rf"{LATIN}"
)
# `Ruth Osterkamp translated this essay`
_NAME_BEFORE = lazy(
    rf"(?<![\w'’ʼ-]){LATIN}\s+(?:(?:has|have|ha|han|a|hat|haben|ont|heeft|hebben|telah|đã)\s+)?(?:[^\W\d_]+\s+){{0,2}}?(?:translated|tradujo|tradujeron|traducido|traduit|"
    r"traduziu|traduziram|tradotto|übersetzt|übersetzte|vertaalde|vertaald|przełożyła?|przetłumaczyła?|spolszczyła?|çevirdi|türkçeleştirdi|dịch|"
    r"chuyển\sngữ|menerjemahkan|mengalihbahasakan)(?!\w)"
)
# `Translation from Spanish to English` is a service, not a note.
_NAMED_AFTER = lazy(r"\s*(?:to|into|al|en|ins|nach|naar|na|на|ke|sang)\s+\w+(?:\s*[.:]|\s*$)")
# Languages in which the verb, and so the phrase, is at the end of the sentence.
_VERB_LAST = frozenset({"zh", "ja", "ko", "tr"})


def translation(document: Document) -> tuple[Span | None, bool]:
    """The phrase that marks the article as a translation, and whether a translator is named."""
    return document.once(_translation)


def _translation(document: Document) -> tuple[Span | None, bool]:
    blocks = ends(document)
    if not blocks or _TEMPLATE.search(document.path.rpartition("/")[2]) is not None:
        return None, False
    empty, is_named = _labeled(document)
    if is_named:
        return None, True
    if empty is not None:
        return empty, False
    span = next(_phrases(document, blocks), None)
    if span is None:
        return None, False
    if any(
        _BY_NAME.search(block.text) or _NAME_BEFORE.search(block.text)
        for block in blocks
        if len(block.text) < 400
    ):
        return span, True
    return span, any(
        not _FROM.search(match[0])
        and (not match[0].endswith(_OF) or _NAME.match(block.text, match.end()) is not None)
        for block in blocks
        for language in languages()
        for match in pattern("translated_by", language.code).finditer(block.folded)
    )


def _labeled(document: Document) -> tuple[Span | None, bool]:
    """The last label that names nobody as translator, and whether another names one."""
    is_named, empty = False, None
    for label in end_labels(document) if clues(document).has_labels else ():
        if "translator" not in label.kinds or label.block.is_caption:
            continue
        value = label.text.strip(INDENT)
        word = label.block.folded[label.start : label.value].strip(INDENT)
        if value and not is_placeholder(value):
            is_named = True
        elif _is_comment(document, label) or (value and _is_form(document)):
            continue
        elif (
            word in _PERSON
            and (value or _has_original(document))
            and _is_translated(document, word)
        ):
            empty = (
                label.block.span(label.start, max(label.end, label.value))
                if value
                else Span(label.block.source(label.start), label.block.source(label.value - 1) + 1)
            )
    return empty, is_named


def _is_comment(document: Document, label: Label) -> bool:
    """Whether a label is in a line such as `[#]: translator: ""`, a note to the editors."""
    start = label.block.source(label.start)
    return document.text[max(start - 8, 0) : start].rstrip().endswith(("[#]:", "[//]:"))


def _is_form(document: Document) -> bool:
    """Whether an article is a template, whose author is a placeholder too."""
    return any(
        "author" in label.kinds
        and (is_placeholder(text := label.text.strip(INDENT)) or text in _FORM_AUTHORS)
        and text != ""
        for label in end_labels(document)
    )


def _has_original(document: Document) -> bool:
    """Whether an article names its original, so that it is a translation."""
    return any(
        {"titled", "original"} & label.kinds.keys() and label.block.links
        for label in end_labels(document)
    )


def _is_translated(document: Document, word: str) -> bool:
    """Whether the text is in the script of a word, instead of still in that of the original."""
    if word[0] < "\u2e80":
        return True
    runs = document.text_runs
    sample = "".join(run.raw for run in runs[len(runs) // 3 :][:12])
    return sum("\u2e80" < char < "\uffee" for char in sample) * 5 > len(sample)


def _phrases(document: Document, blocks: list[Block]) -> Iterator[Span]:
    for block in blocks:
        # A list of further reading has translations too.
        is_listed = "li" in block.parents and not block.is_head and bool(block.links)
        if block.is_caption or is_listed:
            continue
        for code, match in search(document, "translated", block.folded):
            if not _is_meant(block, code, match.span()):
                continue
            length = len(match[0].removesuffix(" from").removesuffix(" de").rstrip())
            yield block.span(match.start(), match.start() + length)
        for code in codes(document, "tongues", block.folded):
            for start, end in tongues(block.folded, code):
                if not _NAMED_AFTER.match(block.text, end):
                    yield block.span(start, end)


# A translation of words, not of an article: `This is a translation of a French proverb`.
_OF_WORDS = lazy(
    r"\s*(?:a|an|the|this|that)\s(?:[\w-]+\s){0,2}(?:proverb|saying|word|phrase|term|expression|idiom|motto|quip|pun)\b"
)


def _is_meant(block: Block, code: str, found: tuple[int, int]) -> bool:
    """Whether a phrase in a block says something about the article."""
    begin, end = sentence_around(block, found[0])
    before = block.folded[begin : found[0]].strip(INDENT)
    if _OF_WORDS.match(block.folded, found[1]):
        return False
    is_meant = not before or is_about_itself(block.folded[begin : found[1]], code)
    if code in _VERB_LAST and not is_meant:
        is_meant = len(block.text) <= 150 and len(before) <= 60
    is_original = block.folded[: found[1]].endswith(("original", "originale", "origineel"))
    if not is_meant or (_INTO.match(block.folded, found[1]) and not is_original):
        return False
    return not (block.is_quotation and end - begin > 200)

"""Names in marked elements, in biographies and at the end of an article."""

import re
from collections.abc import Iterator

from contentlint.rule import Document, Element, lazy
from contentlint.rules.attribution._around_names import GUEST
from contentlint.rules.attribution._authors import are_desks, authors
from contentlint.rules.attribution._byline import (
    INDENT,
    Byline,
    byline_of,
    is_emphasized,
    is_set_off,
    name_after_by,
    skip,
)
from contentlint.rules.attribution._languages import fold, languages, pattern, words
from contentlint.rules.attribution._lines import Block, all_ends
from contentlint.rules.attribution._names import (
    ANY_NAME,
    are_chinese_people,
    is_group,
    is_korean_person,
    is_name,
    names_of,
    script_of,
)
from contentlint.rules.attribution._reporters import HAN_NAMES, HAN_OUTLET, OUR
from contentlint.rules.attribution._runs import CLOSING, may_end_with_guest

# At the end of the text: （陈砚秋 何以宁 许南舟）
_IN_BRACKETS = lazy(
    rf"[（(【][ \t]*(?P<label>{HAN_OUTLET}{OUR}(?:记者・?|記者・?|通讯员|通訊員|作者)[ \t\u3000:：・]*)?"
    rf"(?P<names>{HAN_NAMES}|[\u4e00-\u9fff々ヶ]{{2,3}}[ぁ-んァ-ヶ]{{1,3}})[ \t]*[）)】]\s*$"
)
_SIGNED = lazy(r"[ \t\xa0]*(?:[—–―*]|--|\*\))*[ \t\xa0)]*")
_CLASSES = lazy(
    r"(?:^|[\s_-])(?:byline|author|author-name|authorname|post-author|entry-author|article__byline|autor|auteur|yazar|writer|vcard|"
    r"autorenbox|autorname|author_mail|article-author|signature|podpis|sobre-autor|writer_box)(?:$|[\s_-])",
    re.IGNORECASE,
)
_AROUND_HEADING = (
    INDENT + ":：*_?？.！!¿《『〖［】》〕）)]］」』〗■□◆◇●○◎▲△▼▽★☆✎✍🖊►▶─━=＝~～<>＜＞・"
)
# **About the author.** Mara Ellwood repairs gates.
_RUN_IN = lazy(
    r"[\s*_#>¿]{0,12}(?P<heading>[^\W_][^.:?–—\n*]{2,40})(?P<mark>[.?*_–—][.?*_–— \xa0]{0,10})(?=\S)"
)
# How far such words are from the start of a paragraph at most, in code points.
_MAX_BIO = 120
_SENTENCE = lazy(r"[.!?:;\n]")
_IS = lazy(r"(?:is|was|es|fue|est|fut|ist|war|è|é|era|jest|był|była|adalah|là)\s")


def introduced(document: Document, block: Block, following: Block | None) -> Iterator[Byline]:
    """The name at the start of a biography, after a heading such as `About the author`."""
    for start, end in block.lines():
        heading = block.folded[start:end].strip(_AROUND_HEADING)
        if heading not in words("about"):
            yield from _run_in(document, block, start, end)
            continue
        is_last = end >= len(block.text.rstrip())
        where = following if is_last else block
        if where is None:
            continue
        at = skip(where.text, 0 if is_last else end + 1)
        match = ANY_NAME.match(where.text, at)
        # A heading such as `Author` alone may also be the name of a section.
        if match is not None and is_last and not (block.is_heading or len(where.text) < 400):
            match = None
        if match is not None:
            names = names_of(match[0])
            yield byline_of(document, where, match.span(), names, is_sure=not is_group(match[0]))


def _run_in(document: Document, block: Block, start: int, end: int) -> Iterator[Byline]:
    """The name after a heading in the same line, as in `About the author. Mara Ellwood is …`."""
    found = _RUN_IN.match(block.folded, start, end)
    if found is None or found["heading"].strip(_AROUND_HEADING) not in words("about"):
        return
    match = ANY_NAME.match(block.text, skip(block.text, found.end()), end)
    if not found["mark"].strip("*_ \xa0") or match is None:
        return
    names = names_of(match[0])
    is_sure = all(is_name(name, ("en",)) for name in names) and not is_group(match[0])
    yield byline_of(document, block, match.span(), names, is_sure=is_sure)


def classed(document: Document, blocks: list[Block]) -> Iterator[Byline]:
    """The names in elements that say so: `class="byline"`, `rel="author"`."""
    if not blocks:
        return
    for element in _marked_elements(document):
        if element.end_span is None:
            continue
        for block in blocks:
            offset = block.source_start
            if not (
                element.span.end <= block.source(len(block.text))
                and offset < element.end_span.start
            ):
                continue
            start = 0
            while start < len(block.text) and block.source(start) < element.span.end:
                start += 1
            end = start
            while end < len(block.text) and block.source(end) < element.end_span.start:
                end += 1
            yield from _in_range(document, block, start, end)
            break


def _marked_elements(document: Document) -> Iterator[Element]:
    text = document.text
    if "rel=" in text or "itemprop" in text or "class=" in text:
        for element in (*document.elements_with("rel"), *document.elements_with("itemprop")):
            if "author" in (element.value("rel") + element.value("itemprop")).split():
                yield element
        for element in document.elements_with("class"):
            if _CLASSES.search(element.value("class")):
                yield element


def _in_range(document: Document, block: Block, start: int, end: int) -> Iterator[Byline]:
    found = name_after_by(block, start, end)
    at = skip(block.text, found[0] if found else start)
    match = ANY_NAME.match(block.text, at, end)
    if match is None or (found is None and len(block.text[at:end]) > 80):
        return
    if fold(match[0]) in words("about") or fold(block.text.strip()) in words("about"):
        return
    names = names_of(match[0])
    codes = found[1] if found else ("en",)
    is_sure = all(is_name(name, codes) for name in names) and not is_group(match[0])
    yield byline_of(document, block, match.span(), names, is_sure=is_sure)


def signed(document: Document) -> Iterator[Byline]:
    """The signature at the end of the text, if the author in the front matter is not a person."""
    if not document.text_runs:
        return
    named = authors(document)
    blocks = _last_blocks(document, is_needed=are_desks(named))
    for block in blocks[-1:]:
        for match in _IN_BRACKETS.finditer(block.text):
            names = names_of(match["names"])
            # Words in brackets are names only if each starts like one; a single one may be a word.
            if match["label"] or are_chinese_people(names) or are_desks(named):
                is_sure = bool(match["label"]) or (len(names) > 1 and are_chinese_people(names))
                is_sure = is_sure or (match[0][0] == "【" and are_desks(named))
                yield byline_of(document, block, match.span("names"), names, is_sure=is_sure)
    if not are_desks(named):
        if named and may_end_with_guest(document):
            for block in all_ends(document)[-2:]:
                yield from _guest(document, block)
        return
    for block in blocks[-2:]:
        yield from _signature(document, block)


def _guest(document: Document, block: Block) -> Iterator[Byline]:
    """The name in a sentence such as `Mara Ellwood is a guest author of this blog`."""
    if block.is_caption or block.is_heading:
        return
    lead = _SIGNED.match(block.text)
    start = skip(block.text, lead.end() if lead else 0)
    noun = GUEST.search(block.folded, start, start + _MAX_BIO)
    match = ANY_NAME.match(block.text, start, noun.start()) if noun is not None else None
    if noun is None or match is None or not is_name(match[0], ("en",)) or is_group(match[0]):
        return
    is_western = script_of(match[0]) in ("latin", "cyrillic", "arabic")
    if is_western and not _SENTENCE.search(block.text, match.end(), noun.start()):
        yield byline_of(document, block, match.span(), names_of(match[0]), is_sure=True)


def _begins_biography(rest: str) -> bool:
    """Whether words after a name are those of a biography: `is`, `writes on`."""
    if _IS.match(rest) is not None:
        return True
    return any(pattern("bio", language.code).match(rest) for language in languages())


def _last_blocks(document: Document, *, is_needed: bool) -> list[Block]:
    last = document.text_runs[-1].raw.rstrip()
    if is_needed or last.endswith(CLOSING):
        return all_ends(document)
    return []


def _signature(document: Document, block: Block) -> Iterator[Byline]:
    text = block.text
    lead = _SIGNED.match(text)
    start = lead.end() if lead else 0
    match = ANY_NAME.match(text, start)
    is_listed = start == 0 and not {"li", "table"}.isdisjoint(block.parents)
    if (
        match is None
        or block.is_caption
        or is_listed
        or len(text) > 300
        or not is_name(match[0], ("en",))
    ):
        return
    if any(link.start <= match.start() < link.end for link in block.links):
        return
    rest = block.folded[match.end() :].strip(" .*_)")
    is_alone = is_set_off(document, block, *match.span())
    script = script_of(match[0])
    is_western = script in ("latin", "cyrillic")
    if not rest:
        is_signature = is_alone or start > 0 or (document.is_html and is_western)
    else:
        # An editorial team as author, and a name set off at the end: this is the writer.
        is_marked = start > 0 or is_emphasized(document, block, match.start())
        is_bio = is_marked and (start > 0 or _begins_biography(rest))
        is_signature = (
            len(text) < 240
            and rest[:1] not in (":", "：", "(", "?")
            and (is_alone or (is_bio and (is_western or "،" in text)))
        )
    is_office = (
        is_korean_person(match[0]) and re.match(r"[가-힣]{2,20}[가-힣· ]{0,40}$", rest) is not None
    )
    if is_signature or (is_office and len(text) < 40):
        yield byline_of(document, block, match.span(), names_of(match[0]), is_sure=True)

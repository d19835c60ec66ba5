"""The authors of an article: in the front matter and in bylines in the text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contentlint.rule import Document, Element, Span, lazy
from contentlint.rules.attribution._labels import Label, end_labels
from contentlint.rules.attribution._languages import (
    by_words,
    fold,
    words,
)
from contentlint.rules.attribution._lines import Block, all_ends, ends, is_wrapped
from contentlint.rules.attribution._names import (
    ANY_NAME,
    HAN,
    HANGUL,
    NAMES,
    NOBODY,
    ONE_WORD,
    are_chinese_people,
    are_people,
    is_group,
    is_korean_person,
    is_name,
    names_of,
    script_of,
)
from contentlint.rules.attribution._quick import search, told

AUTHOR_KEYS = (
    "author authors byline writer writers 作者 auteur autor autore autora auteurs autores автор yazar penulis "
    "著者 글쓴이 저자".split()
)


class Byline(NamedTuple):
    """A byline in the text.

    Args:
        span: the range of the names.
        names: the names, split.
        is_sure: whether it is certainly a byline.
    """

    span: Span
    names: tuple[str, ...]
    is_sure: bool


class Author(NamedTuple):
    """An author in the front matter: the name, empty if blank, its span, and its key."""

    name: str
    span: Span
    key: str


def authors(document: Document) -> list[Author]:
    """The authors in the front matter, without blank ones."""
    return document.once(_authors)


def _authors(document: Document) -> list[Author]:
    return [author for author in author_entries(document) if author.name]


def author_entries(document: Document) -> Iterator[Author]:
    """Every author entry in the front matter, including blank ones."""
    front_matter = document.front_matter
    for key in AUTHOR_KEYS:
        if key not in front_matter.data:
            continue
        value = front_matter.data[key]
        items = list(enumerate(value)) if isinstance(value, list) and value else [(None, value)]
        for index, item in items:
            path: tuple[str | int, ...] = (key,) if index is None else (key, index)
            if isinstance(item, dict) and "name" in item:
                item, path = item["name"], (*path, "name")
            if item is None or item in ([], {}) or (isinstance(item, str) and not item.strip()):
                span = front_matter.span_of(path)
                has_no_text = span.start == span.end
                span = front_matter.span_of(path, key=True) if has_no_text else span
                yield Author("", span, key)
            elif isinstance(item, str):
                yield Author(item.strip(), front_matter.span_of(path), key)


_OPEN = " \t\xa0\u3000*_[（(「『《“\"'@\ufffc"
_INDENT = " \t\xa0\u3000*_（(【[〔「«“—–#※>|・\ufffc"
_YEAR_AFTER = lazy(r"\([^()\n]*\d{4}\)\W*$|,\s*1[0-9]\d\d\b")
_HAN_OUTLET = r"(?:[\u4e00-\u9fff]{2,10}(?:报|報|网|網|社|台|臺))?"
_OUR = r"(?:本报|本報|本刊|本网|本網|特约|特約|见习|見習|实习|實習|全媒体|全媒體)?"
_HAN_NAMES = rf"{HAN}(?:(?:[ \t]*[、，,/][ \t]*|[ \t\u3000]+){HAN}){{0,5}}"
_HANGUL_NAMES = rf"{HANGUL}(?:[ \t]*[,·、][ \t]*{HANGUL}){{0,4}}"
# 海角晚报记者 林知微 · 记者林知微报道 · 記者林知微／台北報導 · （海角晚报记者 林知微 何以宁）
_REPORTER = lazy(
    rf"[ \t\u3000（(【〔\[—–-]*(?:{_HAN_OUTLET}[／/]?{_OUR}|[\u4e00-\u9fff]{{2,10}}[／/])(?:记者|記者)"
    rf"(?:[ \t\u3000:：]+(?P<names>{_HAN_NAMES})(?=[\s\u3000）)】〕\]，,。；;|｜／/]|$)"
    r"|[ \t]*(?P<reporter>[\u4e00-\u9fff]{2,3}?(?:[、 ][\u4e00-\u9fff]{2,3}?){0,3})[ \t]*"
    r"(?:[／/]|\d{4}|(?:[\u4e00-\u9fff]{2,4})?(?:报道|報導|報道)))"
)
# 本报讯（记者 林知微 通讯员 何以宁）
_WIRE = lazy(
    r".{0,24}?[讯訊电電][ \t]*[（(][ \t]*"
    rf"{_HAN_OUTLET}{_OUR}(?:记者|記者)[ \t\u3000:：]*(?P<names>{_HAN_NAMES}?)"
    r"(?=[ \t\u3000]*(?:[）)]|通讯员|通訊員|实习生|實習生))"
)
# 林知微 海州报道
_PLACE = lazy(
    r"[ \t\u3000（(]*(?P<names>[\u4e00-\u9fff]{2,3})[ \u3000／/](?:[\u4e00-\u9fff]{2,4}[ \t]?)(?:报道|報導|報道)[ \t）)]*$",
    re.MULTILINE,
)
# At the end of the text: （陈砚秋 何以宁 许南舟）
_IN_BRACKETS = lazy(
    rf"[（(【][ \t]*(?P<label>{_HAN_OUTLET}{_OUR}(?:记者・?|記者・?|通讯员|通訊員|作者)[ \t\u3000:：・]*)?"
    rf"(?P<names>{_HAN_NAMES}|[\u4e00-\u9fff々ヶ]{{2,3}}[ぁ-んァ-ヶ]{{1,3}})[ \t]*[）)】]\s*$"
)
# [해안일보 김도현 기자] · 김도현 기자 dohyun@example.org · (여수=해안통신) 김도현 기자 =
_KOREAN = lazy(
    rf"[ \t(\[*_]*(?:\S{{2,12}}[\])=][ \t]*|\S{{2,10}}[ \t]+)?(?P<names>(?!선임|수습|객원|전문|인턴){_HANGUL_NAMES})[ \t]*"
    r"(?:선임|수습|객원|전문|인턴)?[ \t]?(?:기자|특파원|논설위원)[ \t]*(?=[\]=|·/)]|\S+@|\d|$)",
    re.MULTILINE,
)
_KOREAN_TEXT = lazy(
    rf"[ \t(\[*_]*(?:글|취재|글쓴이|에디터|취재·글|정리)[ \t]+(?P<names>{_HANGUL_NAMES})(?=[ \t]*(?:[/|,·)\]]|사진|$))",
    re.MULTILINE,
)
_JAPANESE_GUEST = lazy(
    r"この記事は[、 ]?(?P<names>[^。\n]{2,16}?)[ ]?(?:さん|氏|様)(?:の寄稿|による寄稿|に(?:寄稿|執筆)|が(?:執筆|寄稿))"
)
_CHINESE_GUEST = lazy(
    r"本文(?:由|係由)[ \t]*(?P<names>[\u4e00-\u9fff]{2,4})[ \t]*(?:撰写|撰寫|投稿|供稿|执笔|執筆)"
)
_SIGNED = lazy(r"[ \t\xa0]*(?:[—–―*]|--|\*\))*[ \t\xa0)]*")
_CLASSES = lazy(
    r"(?:^|[\s_-])(?:byline|author|author-name|authorname|post-author|entry-author|article__byline|autor|auteur|yazar|writer|vcard|"
    r"autorenbox|autorname|author_mail|article-author|signature|podpis|sobre-autor|writer_box)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Words in names of desks and the like, which are no person.
_DESK = lazy(
    r"\b(?:web|site|team|desk|editors?|editorial|redaktion|redacci[oó]n|redazione|redactie|webredactie|redakcja|r[ée]daction|equipo|equipe|équipe|"
    r"webteam|webmaster|webmestre|newsroom|staff|admin|redaksi|haber|merkezi|ekibi|portal\w*|редакция|веб|портала|tòa soạn|ban biên tập|press|news)\b|"
    r"编辑|編輯|编辑部|編集|新聞|新闻|资讯|資訊|网$|網$|报社|報社|社$|站|편집|뉴스|온라인|هيئة|تحرير|أسرة|فريق",
    re.IGNORECASE,
)
_EMPHASIS = lazy(
    r"(?:[*_\[]|<(?:strong|b|em|i|a|span|cite|u|small|font)\b[^<>]*>)\Z", re.IGNORECASE
)
_IS = lazy(r"(?:is|was|es|fue|est|fut|ist|war|è|é|era|jest|był|była|adalah|là)\s")
_SLUG = lazy(r"[a-z0-9]+[-_.][a-z0-9_.-]+")
_MAX_LINE = 240
_MAX_BYLINES = 2


def bylines(document: Document) -> Iterator[Byline]:
    """The bylines at the head and the foot of the text, without duplicates."""
    return iter(document.once(_bylines))


def _bylines(document: Document) -> list[Byline]:
    found: dict[Span, Byline] = {}
    for byline in _all_bylines(document):
        is_nobody = not NOBODY.isdisjoint(fold(name) for name in byline.names)
        is_inside = any(
            other.start < byline.span.end and byline.span.start < other.end for other in found
        )
        if byline.names and not is_nobody and not is_inside:
            found[byline.span] = byline
    # Several people who are named one by one wrote parts, patches or other works.
    if len({byline.names for byline in found.values() if byline.is_sure}) > _MAX_BYLINES:
        return sorted(byline._replace(is_sure=False) for byline in found.values())
    return sorted(found.values())


def _all_bylines(document: Document) -> Iterator[Byline]:
    blocks, may = ends(document), told(document)
    kinds = {kind for kind, _code in may.phrases}
    for label in end_labels(document) if may.has_labels else ():
        if not {"author", "text", "about"}.isdisjoint(label.kinds) and not label.block.is_caption:
            yield from _labeled(document, label)
    for number, block in enumerate(blocks):
        if block.is_caption:
            continue
        if may.has_bylines:
            yield from _in_lines(document, block)
            yield from _in_guest_notes(document, block)
        if "guest" in kinds:
            yield from _in_sentences(document, block)
        if "about" in kinds:
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            yield from _introduced(document, block, following)
    if may.has_classes:
        yield from _in_classes(document, blocks)
    yield from _at_end(document)


def _labeled(document: Document, label: Label) -> Iterator[Byline]:
    """The byline of a line such as `Words: Mara Ellwood`."""
    block, start = label.block, _skip(label.block.text, label.value)
    line_end = block.text.find("\n", start)
    match = NAMES.match(block.text, start) if label.end > start else None
    kind = next(kind for kind in ("author", "about", "text") if kind in label.kinds)
    codes = label.kinds[kind]
    if match is None and kind == "about":
        match = ANY_NAME.match(block.text, start)
    if match is None and kind == "author" and _is_emphasized(document, block, start):
        match = ONE_WORD.match(block.text, start)
    if match is None or (line_end >= 0 and match.end() > line_end):
        return
    names = names_of(match[0])
    is_sure = kind != "text" or are_people(names, codes) or _is_among_credits(label, document)
    if not all(is_name(name, codes) for name in names) or is_group(match[0]):
        is_sure = False
    yield _byline(document, block, match.span(), names, is_sure=is_sure)


def _skip(text: str, start: int) -> int:
    while start < len(text) and text[start] in _OPEN:
        start += 1
    return start


def _is_emphasized(document: Document, block: Block, start: int) -> bool:
    """Whether a word is bold, linked or in an inline element of its own."""
    offset = block.source(start)
    return _EMPHASIS.search(document.text, max(offset - 160, 0), offset) is not None


def _is_set_off(document: Document, block: Block, start: int, end: int) -> bool:
    """Whether words alone are bold, linked or in an inline element."""
    after = document.text[block.source(end - 1) + 1 :][:1]
    return after in ("*", "_", "]", "<") and _is_emphasized(document, block, start)


def _is_among_credits(label: Label, document: Document) -> bool:
    """Whether a label is next to those of a photographer, an editor or the like."""
    place = label.block.source_start
    return any(
        other is not label
        and "other" in other.kinds
        and (other.block is label.block or abs(other.block.source_start - place) < 80)
        for other in end_labels(document)
    )


def _byline(
    document: Document,
    block: Block,
    place: tuple[int, int],
    names: tuple[str, ...],
    *,
    is_sure: bool,
) -> Byline:
    start, end = place
    is_sure = is_sure and not _is_of_a_work(document, block, end)
    return Byline(block.span(start, end), names, is_sure)


def _is_of_a_work(document: Document, block: Block, end: int) -> bool:
    """Whether lines around a name are about a book, a paper or a poem."""
    line_end = block.text.find("\n", end)
    if _YEAR_AFTER.search(block.text, end, line_end if line_end >= 0 else len(block.text)):
        return True
    place = block.source(end)
    for label in end_labels(document):
        is_near = label.block is block or abs(label.block.source_start - place) < 160
        if is_near and "work" in label.kinds and "author" not in label.kinds:
            return True
    if not block.is_quotation:
        return False
    # A block quote after other text is a quotation, even if it has a byline alone.
    for other in ends(document):
        if other is block:
            break
        if not other.is_quotation and not other.is_heading:
            return True
    return _is_poem(document, block)


def _is_poem(document: Document, block: Block) -> bool:
    """Whether a block quote around a block has lines that are no credits."""
    blocks = all_ends(document)
    number = next((at for at, other in enumerate(blocks) if other is block), None)
    if number is None:
        return False
    first = last = number
    while first and blocks[first - 1].is_quotation:
        first -= 1
    while last + 1 < len(blocks) and blocks[last + 1].is_quotation:
        last += 1
    labeled = {
        (id(label.block), label.block.text.count("\n", 0, label.start))
        for label in end_labels(document)
    }
    for other in blocks[first : last + 1]:
        for start, end in other.lines():
            line = other.text.count("\n", 0, start)
            if (
                (id(other), line) not in labeled
                and end - start > 2
                and _by(other, start, end) is None
            ):
                return True
    return False


def _by(block: Block, start: int, end: int) -> tuple[int, tuple[str, ...]] | None:
    """Where a name starts after words such as `written by` in a line; the languages."""
    folded = block.folded
    while start < end and folded[start] in _INDENT:
        start += 1
    if folded[start : start + 2] in ("*)", "- "):
        start += 2
    known, found, at = by_words(), None, start
    for match in re.finditer(r"\S+", folded[start : start + 60]):
        if match.start() > 0 and found is not None and match.start() > 44:
            break
        at = start + match.end()
        word = folded[start:at].rstrip(":：,")
        codes = known.get(word)
        if codes is not None and at < end:
            found = (at, codes)
    return found


def _in_lines(document: Document, block: Block) -> Iterator[Byline]:
    """The bylines that start a line: `By Mara Ellwood`, `记者 林知微`."""
    before = ""
    for start, end in block.lines():
        line = block.text[start:end]
        is_continued = not document.is_html and is_wrapped(before.strip(), line)
        is_credit = block.is_after_image and start == 0
        before = line
        if (is_continued and not line.startswith(("（", "("))) or is_credit:
            continue
        if len(line) <= _MAX_LINE:
            yield from _after_by(document, block, start, end)
        if not line.isascii():
            yield from _reporters(document, block, start, end)


def _after_by(document: Document, block: Block, start: int, end: int) -> Iterator[Byline]:
    found = _by(block, start, end)
    if found is None:
        return
    at, codes = found
    at = _skip(block.text, at)
    match = NAMES.match(block.text, at)
    if match is not None and script_of(match[0]) in ("han", "hangul"):
        match = None
    if match is None:
        if not _is_emphasized(document, block, at):
            return
        match = ONE_WORD.match(block.text, at)
        if match is None:
            return
    if match.end() > end:
        return
    names = names_of(match[0])
    if all(is_name(name, codes) for name in names) and not is_group(match[0]):
        is_sure = not _is_doubtful(document, block, at)
        yield _byline(document, block, match.span(), names, is_sure=is_sure)


def _reporters(document: Document, block: Block, start: int, end: int) -> Iterator[Byline]:
    for pattern in (_WIRE, _KOREAN, _KOREAN_TEXT, _REPORTER, _PLACE):
        match = pattern.match(block.text, start, end)
        if match is None:
            continue
        group = "names" if match["names"] else "reporter"
        names = names_of(match[group])
        if pattern is _KOREAN_TEXT and not all(is_korean_person(name) for name in names):
            continue
        is_sure = group == "names" and pattern is not _PLACE
        is_sure = (
            is_sure or are_chinese_people(names) or (pattern is _REPORTER and len(names[0]) == 3)
        )
        yield _byline(document, block, match.span(group), names, is_sure=is_sure)
        return


# Words that also name who wrote a patch or found a fault.
_DOUBTFUL_BY = lazy(
    r"(?:contributed|reported|reporting|submitted|posted|published|reviewed) by\W*\Z"
)


def _is_doubtful(document: Document, block: Block, at: int) -> bool:
    """Whether a byline may be that of a patch or the like: it is not at the start or the end."""
    if not _DOUBTFUL_BY.search(block.folded[:at]):
        return False
    blocks = ends(document)
    return all(block is not other for other in (*blocks[:2], *blocks[-2:])) or "li" in block.parents


def _in_sentences(document: Document, block: Block) -> Iterator[Byline]:
    """The bylines of sentences such as `This is a guest post by Mara Ellwood, who …`."""
    for code, match in search(document, "guest", block.folded):
        # An interview also has sentences such as `Hi, this is Mara`.
        if match[0].endswith(("it's", "it’s", "it is", "this is", "soy", "bin", "ben")) and (
            block.text[: match.start()].strip(_INDENT)
        ):
            continue
        start = _skip(block.text, match.end())
        name = ANY_NAME.match(block.text, start + (block.text[start : start + 1] in ",:"))
        if name is not None and is_name(name[0], (code,)):
            yield _byline(document, block, name.span(), names_of(name[0]), is_sure=True)


def _in_guest_notes(document: Document, block: Block) -> Iterator[Byline]:
    """The bylines of sentences such as `本文由林知微撰写`."""
    if block.text.isascii():
        return
    for pattern in (_JAPANESE_GUEST, _CHINESE_GUEST):
        found = pattern.search(block.text)
        if found is not None:
            yield _byline(
                document, block, found.span("names"), names_of(found["names"]), is_sure=True
            )


def _introduced(document: Document, block: Block, following: Block | None) -> Iterator[Byline]:
    """The name at the start of a biography, after a heading such as `About the author`."""
    for start, end in block.lines():
        heading = block.folded[start:end].strip(_INDENT + ":：*_?？.")
        if heading not in words("about"):
            continue
        is_last = end >= len(block.text.rstrip())
        where = following if is_last else block
        if where is None:
            continue
        at = _skip(where.text, 0 if is_last else end + 1)
        match = ANY_NAME.match(where.text, at)
        # A heading such as `Author` alone may also be the name of a section.
        if match is not None and is_last and not (block.is_heading or len(where.text) < 400):
            match = None
        if match is not None:
            names = names_of(match[0])
            yield _byline(document, where, match.span(), names, is_sure=not is_group(match[0]))


def _in_classes(document: Document, blocks: list[Block]) -> Iterator[Byline]:
    """The names in elements that say so: `class="byline"`, `rel="author"`."""
    if not blocks:
        return
    for element in _classed(document):
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


def _classed(document: Document) -> Iterator[Element]:
    text = document.text
    if "rel=" in text or "itemprop" in text or "class=" in text:
        for element in (*document.elements_with("rel"), *document.elements_with("itemprop")):
            if "author" in (element.value("rel") + element.value("itemprop")).split():
                yield element
        for element in document.elements_with("class"):
            if _CLASSES.search(element.value("class")):
                yield element


def _in_range(document: Document, block: Block, start: int, end: int) -> Iterator[Byline]:
    found = _by(block, start, end)
    at = _skip(block.text, found[0] if found else start)
    match = ANY_NAME.match(block.text, at, end)
    if match is None or (found is None and len(block.text[at:end]) > 80):
        return
    if fold(match[0]) in words("about") or fold(block.text.strip()) in words("about"):
        return
    names = names_of(match[0])
    codes = found[1] if found else ("en",)
    is_sure = all(is_name(name, codes) for name in names) and not is_group(match[0])
    yield _byline(document, block, match.span(), names, is_sure=is_sure)


def _at_end(document: Document) -> Iterator[Byline]:
    """The signature at the end of the text, if the author in the front matter is no person."""
    if not document.text_runs:
        return
    named = authors(document)
    blocks = _last_blocks(document, is_needed=_is_desk(named))
    for block in blocks[-1:]:
        for match in _IN_BRACKETS.finditer(block.text):
            names = names_of(match["names"])
            # Words in brackets are names only if each starts like one; a single one may be a word.
            if match["label"] or are_chinese_people(names) or _is_desk(named):
                is_sure = bool(match["label"]) or (len(names) > 1 and are_chinese_people(names))
                is_sure = is_sure or (match[0][0] == "【" and _is_desk(named))
                yield _byline(document, block, match.span("names"), names, is_sure=is_sure)
    if not _is_desk(named):
        return
    for block in blocks[-2:]:
        yield from _signature(document, block)


def _is_desk(named: list[Author]) -> bool:
    return bool(named) and all(is_desk(author.name) for author in named)


def is_desk(name: str) -> bool:
    """Whether a name is that of an editorial team or a site, and no person."""
    # `ferry-desk` is the key of an author list.
    return _DESK.search(name) is not None and _SLUG.fullmatch(name) is None


def _last_blocks(document: Document, *, is_needed: bool) -> list[Block]:
    last = document.text_runs[-1].raw.rstrip()
    if is_needed or last.endswith((")", "）", "】")):
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
    is_set_off = _is_set_off(document, block, *match.span())
    script = script_of(match[0])
    is_western = script in ("latin", "cyrillic")
    if not rest:
        is_signature = is_set_off or start > 0 or (document.is_html and is_western)
    else:
        # An editorial team as author, and a name set off at the end: this is the writer.
        is_marked = start > 0 or _is_emphasized(document, block, match.start())
        is_bio = is_marked and (start > 0 or _IS.match(rest) is not None)
        is_signature = (
            len(text) < 240
            and rest[:1] not in (":", "：", "(", "?")
            and (is_set_off or (is_bio and (is_western or "،" in text)))
        )
    is_office = is_korean_person(match[0]) and re.match(r"[가-힣]{2,}[가-힣· ]*$", rest) is not None
    if is_signature or (is_office and len(text) < 40):
        yield _byline(document, block, match.span(), names_of(match[0]), is_sure=True)

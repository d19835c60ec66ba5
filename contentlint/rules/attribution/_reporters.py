"""Bylines of reporters and guests in Chinese, Japanese and Korean."""

import re
from collections.abc import Iterator

from contentlint.rule import Document, lazy
from contentlint.rules.attribution._around_names import after_names
from contentlint.rules.attribution._byline import Byline, byline_of
from contentlint.rules.attribution._lines import Block
from contentlint.rules.attribution._names import (
    HAN,
    HANGUL,
    LATIN,
    are_chinese_people,
    is_korean_person,
    is_name,
    names_of,
)

HAN_OUTLET = r"(?:[\u4e00-\u9fff]{2,10}(?:报|報|网|網|社|台|臺))?"
OUR = r"(?:本报|本報|本刊|本网|本網|本台|本臺|特约|特約|特派|见习|見習|实习|實習|首席|资深|資深|高级|高級|全媒体|全媒體|新媒体|新媒體){0,2}"
# 特约撰稿 林知微
_ROLE = r"(?:(?:特约|特約|特邀|客座|专栏|專欄|自由|首席|资深|資深)?(?:撰稿人?|撰文|评论员|評論員|通讯员|通訊員|特派员|特派員|主笔|主筆|专栏作家|專欄作家|作家|作者)|采写|採寫|采访|採訪)"
HAN_NAMES = rf"{HAN}(?:(?:[ \t]*[、，,/][ \t]*|[ \t\u3000]+){HAN}){{0,5}}"
_HANGUL_NAMES = rf"{HANGUL}(?:[ \t]*[,·、][ \t]*{HANGUL}){{0,4}}"
# 海角晚报记者 林知微 · 记者林知微报道 · 記者林知微／台北報導 · （海角晚报记者 林知微 何以宁）
_REPORTER = lazy(
    rf"[ \t\u3000（(【〔\[—–-]*(?:{HAN_OUTLET}[／/]?{OUR}(?:[驻駐][\u4e00-\u9fff]{{2,4}}?)?|[\u4e00-\u9fff]{{2,10}}[／/])(?:记者|記者)"
    rf"(?:[ \t\u3000:：]+(?P<names>{HAN_NAMES})(?=[\s\u3000）)】〕\]，,。；;|｜／/]|$)"
    r"|[ \t]*(?P<reporter>[\u4e00-\u9fff]{2,3}?(?:[、 ][\u4e00-\u9fff]{2,3}?){0,3})[ \t]*"
    r"(?:[／/]|\d{4}|(?:[\u4e00-\u9fff]{2,4})?(?:报道|報導|報道)))"
)
# 本刊特约撰稿 林知微
_WRITER = lazy(
    rf"[ \t\u3000（(【〔\[—–◎●■◆▲※-]{{0,12}}{HAN_OUTLET}{OUR}{_ROLE}[ \t\u3000]+(?P<names>{HAN_NAMES})(?=[\s\u3000）)】〕\]，,。；;|｜／/]|$)"
)
# 本报讯（记者 林知微 通讯员 何以宁）
_WIRE = lazy(
    r".{0,24}?[讯訊电電][ \t]*[（(][ \t]*"
    rf"{HAN_OUTLET}{OUR}(?:记者|記者)[ \t\u3000:：]*(?P<names>{HAN_NAMES}?)"
    r"(?=[ \t\u3000]*(?:[）)]|通讯员|通訊員|实习生|實習生))"
)
# 林知微 海州报道
_PLACE = lazy(
    r"[ \t\u3000（(]*(?P<names>[\u4e00-\u9fff]{2,3})[ \u3000／/](?:[\u4e00-\u9fff]{2,4}[ \t]?)(?:报道|報導|報道)[ \t）)]*$",
    re.MULTILINE,
)
# [해안일보 김도현 기자] · 김도현 기자 dohyun@example.org · (여수=해안통신) 김도현 기자 =
_KOREAN = lazy(
    rf"[ \t(\[*_]*(?:\S{{2,12}}[\])=][ \t]*|\S{{2,10}}[ \t]+)?(?P<names>(?!선임|수습|객원|전문|인턴){_HANGUL_NAMES})[ \t]*"
    r"(?:선임|수습|객원|전문|인턴)?[ \t]?(?:기자|특파원|논설위원)[ \t]*(?=[\]=|·/)]|\S+@|\d|$)",
    re.MULTILINE,
)
_KOREAN_TEXT = lazy(
    rf"[ \t(\[*_]*(?:글|취재|글쓴이|에디터|(?:취재|글|정리|사진|인터뷰)·(?:글|취재|사진|정리|그림)|정리)[ \t]+(?P<names>{_HANGUL_NAMES})(?=[ \t]*(?:[/|,·)\]]|사진|$))",
    re.MULTILINE,
)
# Mara Ellwood, especial para a Folha · Lê Triều thực hiện
_NAME_FIRST = lazy(
    rf"[ \t*_(—–-]{{0,12}}(?P<names>{LATIN})(?:[ ]?[,–—|(-][ ]?|[ ])"
    rf"(?:{after_names()})(?!\\w)"
)
_JAPANESE_GUEST = lazy(
    r"この記事は[、 ]?(?P<names>[^。\n]{2,16}?)[ ]?(?:さん|氏|様)(?:の寄稿|による寄稿|に(?:寄稿|執筆)|が(?:執筆|寄稿))"
)
_CHINESE_GUEST = lazy(
    r"本文(?:由|係由)[ \t]*(?P<names>[\u4e00-\u9fff]{2,4})[ \t]*(?:撰写|撰寫|投稿|供稿|执笔|執筆)"
)
# 本文作者林知微，… · （作者林知微系…） · （林知微系…） · （作者系海州大学教授 林知微）
_CHINESE_AUTHOR = lazy(
    r"(?:(?:本文|此文|拙文)(?:的)?作者|[（(【〔][ \t]*(?:本文|文章)?作者)[系係是为為:：]?[ \t]*(?P<names>[\u4e00-\u9fff]{2,3})(?=[，,、系係是为為现現任（( \t])"
    r"|[（(【〔][ \t]*(?!本文|作者|笔者|筆者)(?P<subject>[\u4e00-\u9fff]{2,3})[系係为為][\u4e00-\u9fff]{3,40}[^）)】〕\n]{0,40}[）)】〕][\s。]*$"
    r"|[（(【〔][ \t]*(?:本文|文章)?作者[系係是为為][\u4e00-\u9fff]{4,40}?[ \t\u3000](?P<last>[\u4e00-\u9fff]{2,3})[ \t]*[）)】〕]"
)
# 이 글은 한서윤 님이 작성했습니다 · 필자 한서윤은
_KOREAN_GUEST = lazy(
    r"(?:이|본) ?(?:글|기사|칼럼|원고|포스트|기고)[은는][ ]?(?P<names>[가-힣]{2,4}?)[ ]?(?:님|씨|작가|교수|박사|필자|기자|에디터)?(?:께서|이|가|의)[ ](?:직접 |보내 ?주신 )?(?:작성|썼|쓴|써 |집필|기고|투고|보내)"
    r"|(?:^|(?<=[\s(\[]))(?:필자|글쓴이|저자|기고자|객원 ?필자)[ ](?P<subject>[가-힣]{3})(?=[은는이가][ ]|[(（,])",
    re.MULTILINE,
)


def reporters(document: Document, block: Block, start: int, end: int) -> Iterator[Byline]:
    first = _NAME_FIRST.match(block.text, start, end)
    if first is not None and is_name(first["names"], ("en", "pt", "es", "vi")):
        names = names_of(first["names"])
        yield byline_of(document, block, first.span("names"), names, is_sure=True)
        return
    if block.text.isascii():
        return
    for pattern in (_WIRE, _KOREAN, _KOREAN_TEXT, _REPORTER, _WRITER, _PLACE):
        match = pattern.match(block.text, start, end)
        if match is None:
            continue
        group = "names" if match["names"] else "reporter"
        names = names_of(match[group])
        if pattern is _WRITER and not are_chinese_people(names):
            continue
        is_joined = "·" in match[0][: match.start(group) - match.start()]
        if (
            pattern is _KOREAN_TEXT
            and not is_joined
            and not all(is_korean_person(name) for name in names)
        ):
            continue
        is_sure = group == "names" and pattern is not _PLACE
        is_sure = (
            is_sure or are_chinese_people(names) or (pattern is _REPORTER and len(names[0]) == 3)
        )
        yield byline_of(document, block, match.span(group), names, is_sure=is_sure)
        return


def guest_notes(document: Document, block: Block) -> Iterator[Byline]:
    """The bylines of sentences such as `本文由林知微撰写`."""
    if block.text.isascii():
        return
    for pattern in (_JAPANESE_GUEST, _CHINESE_GUEST, _CHINESE_AUTHOR, _KOREAN_GUEST):
        found = pattern.search(block.text)
        if found is None:
            continue
        group = found.lastgroup or "names"
        names = names_of(found[group])
        is_sure = (
            pattern in (_JAPANESE_GUEST, _CHINESE_GUEST)
            or are_chinese_people(names)
            or all(map(is_korean_person, names))
        )
        if is_sure:
            yield byline_of(document, block, found.span(group), names, is_sure=True)

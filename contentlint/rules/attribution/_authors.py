"""The authors in the front matter of an article."""

import re
from collections.abc import Iterator
from functools import lru_cache

from contentlint.rule import Document, NamedTuple, Span, lazy

AUTHOR_KEYS = (
    "author authors author_name authorName byline writer writers 作者 auteur autor autore autora auteurs autores автор yazar penulis "
    "著者 글쓴이 저자".split()
)


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
    for key in [key for key in AUTHOR_KEYS if key in front_matter.data]:
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


# Words in names of desks and the like, which is not a person.
_DESK = lazy(
    r"\b(?:web|site|team|desk|editors?|editorial|redaktion|redacci[oó]n|redazione|redactie|webredactie|redakcja|r[ée]daction|equipo|equipe|équipe|"
    r"webteam|webmaster|webmestre|newsroom|staff|admin|redaksi|haber|merkezi|ekibi|portal\w*|редакция|веб|портала|tòa soạn|ban biên tập|press|news)\b|"
    r"编辑|編輯|编辑部|編集|新聞|新闻|资讯|資訊|网$|網$|报社|報社|社$|站|편집|뉴스|온라인|هيئة|تحرير|أسرة|فريق",
    re.IGNORECASE,
)
_SLUG = lazy(r"[a-z0-9]+[-_.][a-z0-9_.-]+")


@lru_cache(maxsize=1024)
def is_desk(name: str) -> bool:
    """Whether a name is that of an editorial team or a site, and no person."""
    # `ferry-desk` is the key of an author list.
    return _DESK.search(name) is not None and _SLUG.fullmatch(name) is None


def are_desks(named: list[Author]) -> bool:
    """Whether there are authors, and all of them are editorial teams or sites."""
    return bool(named) and all(is_desk(author.name) for author in named)

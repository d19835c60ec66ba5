"""Links whose text says that they point to the original."""

from functools import cache

from contentlint.rules.attribution._languages import words
from contentlint.rules.attribution._runs import INDENT

_EDGES = INDENT + "»›→>!！"


def names_original(folded: str) -> bool:
    """Whether the text of a link, in lower case, says that it points to the original."""
    text = folded.strip(_EDGES)
    return text[:2] in _starts() and (text in words("original") or text.startswith(_clear_names()))


@cache
def _clear_names() -> tuple[str, ...]:
    """Texts of links that say outright that they point to the original."""
    return tuple(
        word
        for word in words("original")
        if any(
            part in word
            for part in (
                "origin",
                "原文",
                "元記事",
                "원문",
                "orygina",
                "оригинал",
                "özgün",
                "asli",
                "gốc",
                "الأصلي",
                "oorspronkelijk",
            )
        )
        and len(word) > 3
        and (" " in word or not word.isascii() or len(word) > 10)
    )


@cache
def _starts() -> frozenset[str]:
    """The first two characters of all such texts."""
    return frozenset(name[:2] for name in words("original"))

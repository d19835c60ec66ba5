"""Forms of phrases: short templates from which patterns and quick tests are made.

    {originally|first} {published|posted} {in|on|}

Words in braces are alternatives; an empty one makes the group optional. `~` is any text within the
sentence, `#` a number. A space matches any white space. Patterns match text in lower case.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from math import prod

from contentlint.rule import lazy

# How long what a gap stands for may be, in code points.
_GAP = 60
# How many texts neighboring alternatives may make, to be joined.
_MAX_JOINED = 60
# Texts that many articles have.
_COMMON = frozenset(
    "本文 文章 这篇 這篇 全文 以下 本篇 原文 此文 この 本 이 본 위 هذا هذه the a an in of from by this it from".split()
)
# What is between spaces outside of braces.
_CHUNK = lazy(r"(?:\{[^{}]*\}|[^{}\s])+")
_PART = lazy(r"\{([^{}]*)\}|([^{}]+)")


def forms(table: str) -> tuple[str, ...]:
    """The forms of a table: separated by semicolons."""
    return tuple(" ".join(form.split()) for form in table.split(";") if form.strip())


@lru_cache(maxsize=1024)
def expanded(form: str) -> tuple[str, ...]:
    """All texts that a form without gaps stands for."""
    parts = [
        match[1].split("|") if match[1] is not None else [match[2]]
        for match in _PART.finditer(form)
    ]
    return tuple(" ".join("".join(choice).split()) for choice in product(*parts))


def words_of(tables: Iterable[str]) -> Iterator[str]:
    """All texts of all forms of tables."""
    for table in tables:
        for form in forms(table):
            yield from expanded(form)


def pattern_of(form: str) -> str:
    """The regular expression of a form."""
    found, is_optional = "", False
    for match in _PART.finditer(form):
        if match[1] is None:
            text = match[2].lstrip(" ") if is_optional else match[2]
            found += _escaped(text)
            is_optional = False
            continue
        options = match[1].split("|")
        # A space after an optional word belongs to it, unless the word is part of another one.
        is_optional = "" in options and form[match.start() - 1 : match.start()] in (" ", "")
        space = r"\s+" if is_optional and form[match.end() :].startswith(" ") else ""
        inner = "|".join(_escaped(option) + (space if option else "") for option in options)
        found += f"(?:{inner})"
    return found


def _escaped(text: str) -> str:
    escaped = re.escape(text).replace(r"\ ", r"\s+").replace(r"\#", r"\d+")
    return escaped.replace(r"\~", rf"[^.!?。\n]{{0,{_GAP}}}?")


def length_of(form: str) -> int:
    """How long the texts are at most that a form stands for, with single spaces."""
    longest = sum(
        max(map(len, match[1].split("|"))) if match[1] is not None else len(match[2])
        for match in _PART.finditer(form)
    )
    return longest + (form.count("~") + form.count("#")) * _GAP


def first_words(table: str) -> frozenset[str]:
    """Words with which the texts of a table start; empty if some start with a gap."""
    found: set[str] = set()
    for form in forms(table):
        for options in chunks(form):
            found.update(option.split()[0] for option in options if option.strip())
            if "" not in options:
                break
    return frozenset() if any(word[0] in "~#" for word in found) else frozenset(found)


def size_of(form: str) -> int:
    """How many texts a form stands for."""
    return prod(match[1].count("|") + 1 for match in _PART.finditer(form) if match[1] is not None)


@lru_cache(maxsize=4096)
def chunks(form: str) -> tuple[tuple[str, ...], ...]:
    """What is between the spaces of a form, each with its alternatives."""
    return tuple(
        tuple(
            "".join(choice)
            for choice in product(
                *(
                    match[1].split("|") if match[1] is not None else [match[2]]
                    for match in _PART.finditer(chunk)
                )
            )
        )
        for chunk in _CHUNK.findall(form)
    )


def whole_pattern_of(form: str) -> str:
    """The regular expression of a form as a whole, without space around it."""
    found = ""
    for number, chunk in enumerate(_CHUNK.findall(form)):
        parts = [
            (match[1] or match[2]).split("|") if match[1] is not None else [match[2]]
            for match in _PART.finditer(chunk)
        ]
        pattern = "".join(f"(?:{'|'.join(map(_escaped, part))})" for part in parts)
        if not all("" in part for part in parts):
            found += (r"\s+" if found and not found.endswith(r"\s+)?") else "") + pattern
        elif number == 0:
            found += rf"(?:{pattern}\s+)?"
        else:
            inner = "".join(
                f"(?:{'|'.join(_escaped(option) for option in part if option or len(parts) > 1)})"
                for part in parts
            )
            found += rf"(?:\s+{inner})?"
    return found


def parts_of(form: str, *, is_spaced: bool) -> list[tuple[str, ...]]:
    """The parts of a form that every match contains, the most telling first.

    Each part is a tuple of texts, of which a match contains one.

    Args:
        form: the form.
        is_spaced: whether the parts must be whole words.
    """
    parts: list[tuple[str, ...]] = []
    if is_spaced:
        for options in chunks(form):
            parts.append(tuple(max(re.split("[~#]", text), key=len).strip() for text in options))
        return _telling(parts)
    for piece in re.split("[~#]", form) if "{" not in form else [form]:
        parts += _joined(piece)
    return _telling(parts)


def _joined(form: str) -> Iterator[tuple[str, ...]]:
    """The parts of a form without spaces; neighbors that are short are joined."""
    before: tuple[str, ...] = ()
    for match in _PART.finditer(form):
        options = tuple(match[1].split("|")) if match[1] is not None else (match[2],)
        is_whole = not any("~" in option or "#" in option for option in options)
        if is_whole and before and "" not in options and len(before) * len(options) <= _MAX_JOINED:
            before = tuple(first + second for first in before for second in options)
            continue
        if before:
            yield before
        before = options if is_whole else ()
        if not is_whole:
            pieces = tuple(max(re.split("[~#]", text), key=len).strip() for text in options)
            yield pieces
        elif "" in options:
            before = ()
    if before:
        yield before


def _telling(parts: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    telling = [tuple(text.strip() for text in part) for part in parts]
    telling = [part for part in telling if all(part)]
    return sorted(
        telling,
        key=lambda part: (not _COMMON.isdisjoint(part), -min(map(len, part)), len(part)),
    )

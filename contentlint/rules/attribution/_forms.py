"""Forms of phrases: short templates from which patterns and quick tests are made.

    {originally|first} {published|posted} {in|on|}

Words in braces are alternatives; an empty one makes the group optional. `~` is any text within the
sentence, `#` a number. A space matches any white space. Patterns match text in lower case.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

_PART = re.compile(r"\{([^{}]*)\}|([^{}]+)")


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
    return escaped.replace(r"\~", r"[^.!?。\n]{0,60}?")


def parts_of(form: str) -> list[tuple[str, ...]]:
    """The parts of a form that every match contains, the most telling first.

    Each part is a tuple of texts, of which a match contains one.
    """
    parts: list[tuple[str, ...]] = []
    for match in _PART.finditer(form):
        if match[1] is not None:
            options = tuple(match[1].split("|"))
            texts = tuple(max(re.split("[~#]", text), key=len).strip() for text in options)
            parts.append(texts)
        else:
            parts += [(text.strip(),) for text in re.split("[~#]", match[2]) if text.strip()]
    telling = [part for part in parts if all(part)]
    return sorted(telling, key=lambda part: (-min(map(len, part)), len(part)))

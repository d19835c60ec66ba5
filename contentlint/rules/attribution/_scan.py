"""Searches for one of many texts in one pass, made from the texts themselves."""

import re
from collections.abc import Iterable

from contentlint.rule import lazy

# Words of any script.
WORD = lazy(r"\w+")
# What may be before the first word of a line.
LINE_INDENT = " \t\r\xa0\u3000*_（(【[〔「«“—–-#※>|・+0123456789."


def any_char(chars: Iterable[str]) -> str:
    """The character class of a pattern that matches one of some characters."""
    return f"[{re.escape(''.join(sorted(set(chars))))}]"


def has_match(
    pattern: re.Pattern[str], heads: Iterable[str], text: str, start: int, end: int
) -> bool:
    """Whether a pattern matches in a range of a text, which is searched for what matches start with.

    Args:
        pattern: the pattern.
        heads: texts with one of which each match starts; empty: it is not known.
        text: the text.
        start: the start of the range.
        end: its end.
    """
    is_known = False
    for head in heads:
        is_known = True
        at = text.find(head, start, end)
        while at >= 0:
            if pattern.match(text, at, end):
                return True
            at = text.find(head, at + 1, end)
    return not is_known and pattern.search(text, start, end) is not None


class Pairs:
    """Finds which of some texts of one or two characters are in another text.

    A pass over the text finds the places where the first and the second character of some of them
    are next to each other; only there, they are looked up.

    Args:
        texts: the texts.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = frozenset(texts)
        self._alone = tuple(sorted(text for text in self._texts if len(text) < 2))
        pairs = [text for text in self._texts if len(text) > 1]
        # Of a run of second characters, each may also be a first one.
        run = f"{any_char(pair[0] for pair in pairs)}{any_char(pair[1] for pair in pairs)}+"
        self._runs = lazy(run if pairs else "(?!)")

    def found_in(self, text: str) -> set[str]:
        """Those that are in a text."""
        found = {char for char in self._alone if char in text}
        for run in self._runs.findall(text):
            if len(run) == 2:
                found.add(run)
            else:
                found.update([run[at : at + 2] for at in range(len(run) - 1)])
        return found & self._texts

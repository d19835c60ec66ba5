"""Words and symbols of JavaScript, and the reader that the grammar is written in."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from contentlint.core.patterns import lazy

DEEPEST: Final = 40
"""Maximum nesting depth of expressions and statements."""

IDENTIFIER = lazy(r"(?:[^\W\d]|[$_])(?:\w|[$\u200c\u200d])*")
NUMBER = lazy(
    r"0[xX][0-9a-fA-F]+(?:_[0-9a-fA-F]+)*n?|0[bB][01]+(?:_[01]+)*n?|0[oO][0-7]+(?:_[0-7]+)*n?"
    r"|(?:(?:0|[1-9](?:_?\d)*)(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d+)?n?"
)
_ESCAPE = r"\\(?:\r\n|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[^ux])"
STRING = lazy(rf'"(?:[^"\\\n\r]|{_ESCAPE})*+"|' + rf"'(?:[^'\\\n\r]|{_ESCAPE})*+'")
REGEX = lazy(r"/(?![*/])((?:[^\\/\[\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*+\])++)/([a-z]*)")
OPERATOR = lazy(
    r">>>=|\*\*=|<<=|>>=|&&=|\|\|=|\?\?=|===|!==|>>>|\*\*|=>|==|!=|<=|>=|<<|>>|&&|\|\||\?\?"
    r"|\+=|-=|\*=|/=|%=|&=|\|=|\^=|[+\-*/%&|^<>=]"
)
ASSIGNMENTS: Final = frozenset("= += -= *= /= %= <<= >>= >>>= **= &= |= ^= &&= ||= ??=".split())
RESERVED: Final = frozenset(
    "break case catch class const continue debugger default delete do else enum export extends"
    " false finally for function if import in instanceof new null return super switch this throw"
    " true try typeof var void while with let static yield implements interface package private"
    " protected public await".split()
)
_SPACE = lazy(r"[\s\ufeff]*+")
_LINE_COMMENT = lazy(r"//[^\n\r\u2028\u2029]*")


class JavaScriptError(Exception):
    """JavaScript that acorn does not accept.

    Args:
        position: the offset at which it stops making sense.
        is_end: whether the text ended too early, so that more text might complete it.
    """

    def __init__(self, position: int, *, is_end: bool = False) -> None:
        super().__init__(position)
        self.position = position
        self.is_end = is_end


class TooDeep(Exception):
    """JavaScript nested too deep to be read."""


class Text:
    """A text to read from, which remembers where each delimiter occurs last.

    A delimiter that is missing would otherwise be searched for again from every place that needs
    it, up to the end of the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._last: dict[str, int] = {}

    def find(self, delimiter: str, start: int, end: int) -> int:
        """The first offset of a delimiter in a range; -1: none."""
        last = self._last.get(delimiter)
        if last is None:
            last = self._last[delimiter] = self.text.rfind(delimiter)
        return -1 if last < start else self.text.find(delimiter, start, end)

    def last(self, delimiter: str, start: int, end: int) -> int:
        """The last offset of a delimiter in a range; -1: none."""
        last = self._last.get(delimiter)
        if last is None:
            last = self._last[delimiter] = self.text.rfind(delimiter)
        if last < start:
            return -1
        return last if last < end else self.text.rfind(delimiter, start, end)


class Reader:
    """A position in a text, and the steps that move it.

    Args:
        source: the text.
        position: the offset to start at.
        end: the offset to stop at.
    """

    def __init__(self, source: Text, position: int, end: int) -> None:
        self.source = source
        self.text = source.text
        self.position = position
        self.end = end
        # Whether the last space held a line break.
        self.newline = False
        # Whether a line comment must be closed by a line break before the end.
        self.ends_on_line = False
        self._depth = 0
        # Function bodies around the position.
        self.functions = 0

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Count a level of nesting."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeep
        try:
            yield
        finally:
            self._depth -= 1

    def fail(self, position: int | None = None) -> JavaScriptError:
        """The error for an unexpected character at a position, or at the current one."""
        at = self.position if position is None else position
        return JavaScriptError(at, is_end=at >= self.end)

    def space(self) -> bool:
        """Skip spaces and comments, and return whether there was a line break."""
        text, end, start = self.text, self.end, self.position
        at = start
        in_line_comment = False
        while True:
            at = min(_SPACE.match(text, at, end).end(), end)  # type: ignore[union-attr]
            if text.startswith("/*", at, end):
                close = self.source.find("*/", at + 2, end)
                if close < 0:
                    raise JavaScriptError(at, is_end=True)
                at = close + 2
            elif text.startswith("//", at, end):
                at = _LINE_COMMENT.match(text, at, end).end()  # type: ignore[union-attr]
                in_line_comment = at >= end
            else:
                break
        if in_line_comment and self.ends_on_line:
            raise JavaScriptError(end, is_end=True)
        self.newline = at > start and "\n" in text[start:at]
        self.position = at
        return self.newline

    def char(self) -> str:
        """The current character; empty at the end."""
        return self.text[self.position] if self.position < self.end else ""

    def at(self, symbol: str) -> bool:
        """Skip space, and return whether a symbol comes next."""
        self.space()
        return self.text.startswith(symbol, self.position, self.end)

    def eat(self, symbol: str) -> bool:
        """Move past a symbol if it comes next."""
        if not self.at(symbol):
            return False
        self.position += len(symbol)
        return True

    def need(self, symbol: str) -> None:
        """Move past a symbol that must come next."""
        if not self.eat(symbol):
            raise self.fail()

    def word(self) -> str:
        """Skip space, and return the word that comes next; empty: none."""
        self.space()
        match = IDENTIFIER.match(self.text, self.position, self.end)
        return match[0] if match else ""

    def eat_word(self, word: str) -> bool:
        """Move past a word if it comes next."""
        if self.word() != word:
            return False
        self.position += len(word)
        return True

    def need_word(self, word: str) -> None:
        """Move past a word that must come next."""
        if not self.eat_word(word):
            raise self.fail()

    def identifier(self, allowed: tuple[str, ...] = ()) -> str:
        """Move past a name that is not reserved and return it."""
        word = self.word()
        if not word or (word in RESERVED and word not in allowed):
            raise self.fail()
        self.position += len(word)
        return word

    def string(self) -> None:
        """Move past a string."""
        self.space()
        match = STRING.match(self.text, self.position, self.end)
        if match is None:
            raise self.fail()
        self.position = match.end()

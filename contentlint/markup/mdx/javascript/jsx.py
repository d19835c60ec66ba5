"""JSX elements inside expressions."""

from contentlint.core.patterns import lazy
from contentlint.markup.mdx.javascript.grammar import Grammar

NAME = lazy(r"(?:[^\W\d]|[$_])(?:\w|[$\u200c\u200d-])*")
_TEXT = lazy(r"[^<{}>]*+")


class Elements(Grammar):
    """Reads elements and fragments."""

    def _name(self) -> str:
        self.space()
        start = self.position
        while True:
            match = NAME.match(self.text, self.position, self.end)
            if match is None:
                raise self.fail()
            self.position = match.end()
            if self.char() not in (".", ":"):
                return self.text[start : self.position]
            self.position += 1

    def element(self) -> None:
        with self.deeper():
            self.need("<")
            name = "" if self.at(">") else self._name()
            if self._attributes():
                self._children(name)

    def _attributes(self) -> bool:
        """Move past the attributes and the end of a start tag; whether content follows."""
        while True:
            if self.eat("/"):
                self.need(">")
                return False
            if self.eat(">"):
                return True
            if self.eat("{"):
                self.need("...")
                self.assignment()
                self.need("}")
                continue
            self._attribute_name()
            if self.eat("="):
                self._value()

    def _attribute_name(self) -> None:
        match = NAME.match(self.text, self.position, self.end)
        if match is None:
            raise self.fail()
        self.position = match.end()
        if self.eat(":"):
            match = NAME.match(self.text, self.position, self.end)
            if match is None:
                raise self.fail()
            self.position = match.end()

    def _value(self) -> None:
        self.space()
        symbol = self.char()
        if symbol in ('"', "'"):
            close = self.source.find(symbol, self.position + 1, self.end)
            if close < 0:
                raise self.fail()
            self.position = close + 1
        elif symbol == "{":
            self.position += 1
            self.assignment()
            self.need("}")
        elif symbol == "<":
            self.element()
        else:
            raise self.fail()

    def _children(self, name: str) -> None:
        while True:
            match = _TEXT.match(self.text, self.position, self.end)
            self.position = match.end() if match else self.position
            start, symbol = self.position, self.char()
            if symbol == "<":
                self.position += 1
                if self.eat("/"):
                    closed = "" if self.at(">") else self._name()
                    self.need(">")
                    if closed != name:
                        raise self.fail(start)
                    return
                self.position = start
                self.element()
            elif symbol == "{":
                self.position += 1
                if not self.eat("}"):
                    self.eat("...")
                    self.expression()
                    self.need("}")
            else:
                raise self.fail()

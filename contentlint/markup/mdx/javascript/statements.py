"""Statements."""

from typing import Final

from contentlint.markup.mdx.javascript.expressions import Expressions
from contentlint.markup.mdx.javascript.jsx import Elements
from contentlint.markup.mdx.javascript.reader import RESERVED

_DECLARATIONS: Final = frozenset({"var", "const", "let"})


class Statements(Expressions, Elements):
    """Reads statements."""

    def body(self) -> None:
        self.functions += 1
        bound, self.bound = self.bound, None
        self.block()
        self.bound = bound
        self.functions -= 1

    def block(self) -> None:
        """Move past statements in braces."""
        self.need("{")
        while not self.eat("}"):
            if self.position >= self.end:
                raise self.fail(self.end)
            self.statement()

    def declaration(self, no_in: bool = False) -> None:
        """Move past the names of a `var`, `let` or `const`."""
        while True:
            self.pattern()
            bound, self.bound = self.bound, None
            if self.at("=") and not self.at("=="):
                self.position += 1
                self.assignment(no_in)
            self.bound = bound
            if not self.eat(","):
                return

    def statement(self) -> None:
        """Move past a statement."""
        with self.deeper():
            self.space()
            if self.char() == "{":
                self.block()
            elif not self.eat(";"):
                self._statement(self.word())

    def _statement(self, word: str) -> None:
        if word in _DECLARATIONS:
            self.position += len(word)
            self.declaration()
            self.semicolon()
        elif word == "function" or (word == "async" and self._is_async_function()):
            self.eat_word("async")
            self.function()
        elif word == "class":
            self.class_()
        elif word in _READERS:
            self.position += len(word)
            getattr(self, f"_{word}")()
        elif not self._label(word):
            self.expression()
            self.semicolon()

    def _is_async_function(self) -> bool:
        start = self.position
        self.position += len("async")
        found = self.word() == "function" and not self.newline
        self.position = start
        return found

    def _label(self, word: str) -> bool:
        """Move past a labelled statement if there is one."""
        if not word or word in RESERVED:
            return False
        start = self.position
        self.position += len(word)
        if self.eat(":"):
            self.statement()
            return True
        self.position = start
        return False

    def _in_parentheses(self) -> None:
        self.need("(")
        self.expression()
        self.need(")")

    def _if(self) -> None:
        self._in_parentheses()
        self.statement()
        if self.eat_word("else"):
            self.statement()

    def _for(self) -> None:
        self.eat_word("await")
        self.need("(")
        if not self.eat(";"):
            word = self.word()
            if word in _DECLARATIONS:
                self.position += len(word)
                self.declaration(no_in=True)
            else:
                self.expression(no_in=True)
            if self.eat_word("of") or self.eat_word("in"):
                self.expression()
                self.need(")")
                self.statement()
                return
            self.need(";")
        if not self.at(";"):
            self.expression()
        self.need(";")
        if not self.at(")"):
            self.expression()
        self.need(")")
        self.statement()

    def _while(self) -> None:
        self._in_parentheses()
        self.statement()

    def _do(self) -> None:
        self.statement()
        self.need_word("while")
        self._in_parentheses()
        self.eat(";")

    def _return(self) -> None:
        if not self.functions:
            raise self.fail(self.position - len("return"))
        self.space()
        if not self.newline and self.char() not in ("", ";", "}"):
            self.expression()
        self.semicolon()

    def _throw(self) -> None:
        self.expression()
        self.semicolon()

    def _break(self) -> None:
        word = self.word()
        if word and not self.newline:
            self.identifier()
        self.semicolon()

    _continue = _break

    def _debugger(self) -> None:
        self.semicolon()

    def _try(self) -> None:
        self.block()
        if self.eat_word("catch"):
            if self.eat("("):
                bound, self.bound = self.bound, None
                self.pattern()
                self.bound = bound
                self.need(")")
            self.block()
            if not self.eat_word("finally"):
                return
        else:
            self.need_word("finally")
        self.block()

    def _switch(self) -> None:
        self._in_parentheses()
        self.need("{")
        while not self.eat("}"):
            if self.eat_word("default"):
                self.need(":")
            elif self.eat_word("case"):
                self.expression()
                self.need(":")
            else:
                self.statement()


_READERS: Final = frozenset(
    "if for while do return throw break continue debugger try switch".split()
)

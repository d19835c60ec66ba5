"""Modules: the `import` and `export` blocks of an article, and single expressions."""

from typing import Final

from contentlint.core.patterns import lazy
from contentlint.markup.mdx.javascript.reader import (
    JavaScriptError,
    Text,
    TooDeep,
)
from contentlint.markup.mdx.javascript.statements import Statements

_DECLARED: Final = frozenset({"var", "let", "const", "function", "class", "async"})
_SPACE = lazy(r"\s*+")


class NotModule(Exception):
    """A statement that is neither `import` nor `export`.

    Args:
        position: the offset at which it starts.
    """

    def __init__(self, position: int) -> None:
        super().__init__(position)
        self.position = position


class Module(Statements):
    """Reads a block of `import` and `export` statements.

    Args:
        source, position, end: as for `Reader`.
        known: the names that earlier blocks imported.
    """

    def __init__(self, source: Text, position: int, end: int, known: frozenset[str]) -> None:
        super().__init__(source, position, end)
        self.known = known
        self.imported: list[tuple[str, int]] = []
        self._declared: dict[str, str] = dict.fromkeys(known, "var")
        self._exported: list[tuple[str, int]] = []

    def read(self) -> None:
        """Move past all statements.

        Raises:
            JavaScriptError: it is not valid.
            NotModule: it is valid, but a statement neither imports nor exports.
        """
        other: int | None = None
        self.space()
        while self.position < self.end:
            start, word = self.position, self.word()
            if word == "import":
                is_import = self._import_statement()
            elif word == "export":
                is_import = True
                self._export_statement()
            else:
                is_import = False
                self._top_level(word)
            if not is_import and other is None:
                other = start
            self.space()
        for name, place in self._exported:
            if name not in self._declared:
                raise JavaScriptError(place)
        if other is not None:
            raise NotModule(other)

    def _declare(self, names: list[tuple[str, int]], kind: str) -> None:
        for name, place in names:
            if name in self._declared and not kind == self._declared[name] == "var":
                raise JavaScriptError(place)
            self._declared[name] = kind

    def _top_level(self, word: str) -> None:
        """Move past a statement and take note of the names that it declares."""
        if word in ("function", "async", "class"):
            start = self.position
            kind = "class" if word == "class" else "function"
            self.eat_word("async")
            if self.eat_word(kind):
                self.eat("*")
                name, place = self.word(), self.position
                self.position = start
                self.statement()
                self._declare([(name, place)], kind)
                return
            self.position = start
        self.bound = [] if word in ("var", "let", "const") else None
        self.statement()
        names, self.bound = self.bound or [], None
        self._declare(names, word)

    def _import_statement(self) -> bool:
        """Move past an `import`; whether it is a statement, not an expression."""
        start = self.position
        self.position += len("import")
        if self.at("(") or self.at("."):
            self.position = start
            self.expression()
            self.semicolon()
            return False
        names: list[tuple[str, int]] = []
        if self.char() in ('"', "'"):
            self.string()
            self.semicolon()
            return True
        has_more = True
        if not self.at("{") and not self.at("*"):
            self._imported_name(names)
            has_more = self.eat(",")
        if has_more:
            if self.eat("*"):
                self.need_word("as")
                self._imported_name(names)
            else:
                self._import_specifiers(names)
        self.need_word("from")
        self.string()
        self.semicolon()
        self._declare(names, "import")
        self.imported += names
        return True

    def _imported_name(self, names: list[tuple[str, int]]) -> None:
        self.space()
        place = self.position
        names.append((self.identifier(), place))

    def _import_specifiers(self, names: list[tuple[str, int]]) -> None:
        self.need("{")
        while not self.eat("}"):
            word = self.word()
            place = self.position
            self._module_name()
            if self.eat_word("as"):
                self._imported_name(names)
            else:
                self.position = place
                names.append((self.identifier(), place))
                self.position = place + len(word)
            if self.eat("}"):
                return
            self.need(",")

    def _module_name(self) -> None:
        """Move past a name that may be reserved or a string."""
        self.space()
        if self.char() in ('"', "'"):
            self.string()
        else:
            self._member()

    def _export_statement(self) -> None:
        self.position += len("export")
        if self.eat("*"):
            if self.eat_word("as"):
                self._module_name()
            self.need_word("from")
            self.string()
            self.semicolon()
        elif self.at("{"):
            self._export_specifiers()
        elif self.eat_word("default"):
            self._export_default()
        else:
            word = self.word()
            if word not in _DECLARED:
                raise self.fail()
            self._top_level(word)

    def _export_specifiers(self) -> None:
        self.need("{")
        names: list[tuple[str, int]] = []
        while not self.eat("}"):
            names.append((self.word(), self.position))
            self._module_name()
            if self.eat_word("as"):
                self._module_name()
            if self.eat("}"):
                break
            self.need(",")
        if self.eat_word("from"):
            self.string()
        else:
            self._exported += names
        self.semicolon()

    def _export_default(self) -> None:
        word = self.word()
        if word == "class":
            self.class_()
        elif word == "function" or (word == "async" and self._is_async_function()):
            self.eat_word("async")
            self.need_word("function")
            self.eat("*")
            if not self.at("("):
                self.identifier()
            self.parameters()
            self.body()
        else:
            self.assignment()
            self.semicolon()


def read_expression(
    source: Text, position: int, end: int, last: int, *, is_spread: bool = False
) -> int:
    """The offset of the `}` that ends an expression.

    Args:
        source: the text.
        position: the offset after the `{`.
        end: the end of the text that may belong to the expression.
        last: the offset of the last `}` before `end`.
        is_spread: whether it is `...` with an expression.

    Raises:
        JavaScriptError: it is not valid.
        TooDeep: it is nested too deep to be read.
    """
    reader = Statements(source, position, last)
    reader.ends_on_line = True
    try:
        if is_spread:
            reader.need("...")
            reader.assignment()
        else:
            reader.expression()
        reader.end = end
        reader.ends_on_line = False
        reader.space()
    except RecursionError:
        raise TooDeep from None
    if not source.text.startswith("}", reader.position, end) or reader.position > last:
        raise JavaScriptError(reader.position)
    return reader.position

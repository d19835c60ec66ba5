"""Expressions."""

from typing import Final

from contentlint.core.patterns import lazy
from contentlint.markup.mdx.javascript.functions import Functions
from contentlint.markup.mdx.javascript.reader import (
    ASSIGNMENTS,
    IDENTIFIER,
    NUMBER,
    OPERATOR,
    REGEX,
    RESERVED,
    STRING,
    JavaScriptError,
)

_VALUES: Final = frozenset({"this", "null", "true", "false", "super"})
_PREFIXES: Final = frozenset({"typeof", "void", "delete", "await"})
_FLAGS: Final = frozenset("dgimsuvy")
# What is not a bracket of a regular expression, and then the brackets.
_ESCAPED = lazy(r"\\.|\[(?:[^\]\\]|\\.)*+(?:\]|\Z)")


class Expressions(Functions):
    """Reads expressions."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        # Where a `(` begins no parameters of an arrow function.
        self._no_arrow: set[int] = set()

    def expression(self, no_in: bool = False) -> None:
        self.assignment(no_in)
        while self.eat(","):
            self.assignment(no_in)

    def assignment(self, no_in: bool = False) -> str:
        with self.deeper():
            word = self.word()
            start = self.position
            if word == "yield" and self.functions:
                return self._yield(no_in)
            if self._arrow_function(word, no_in):
                return "arrow"
            kind = self._conditional(no_in)
            self.space()
            match = OPERATOR.match(self.text, self.position, self.end)
            if match is None or match[0] not in ASSIGNMENTS:
                return kind
            if kind not in ("target", "pattern"):
                raise self.fail(start)
            self.position = match.end()
            self.assignment(no_in)
            return "expression"

    def _yield(self, no_in: bool) -> str:
        self.position += len("yield")
        self.eat("*")
        self.space()
        if self.char() not in ("", *")]},;:"):
            self.assignment(no_in)
        return "expression"

    def _arrow_function(self, word: str, no_in: bool) -> bool:
        """Move past an arrow function if there is one."""
        start = self.position
        if word == "async":
            self.position += len(word)
            self.space()
            name = "" if self.newline else self.word()
            if name and name not in RESERVED:
                self.position += len(name)
                if self.at("=>"):
                    return self._arrow(no_in)
            elif self.at("(") and self._parameters_and_arrow(no_in):
                return True
        elif word and word not in RESERVED:
            self.position += len(word)
            if self.at("=>") and not self.newline:
                return self._arrow(no_in)
        elif not word and self.char() == "(":
            return self._parameters_and_arrow(no_in)
        self.position = start
        return False

    def _parameters_and_arrow(self, no_in: bool) -> bool:
        start = self.position
        if start in self._no_arrow:
            return False
        bound = self.bound
        try:
            self.parameters()
            if not self.at("=>") or self.newline:
                raise self.fail()
        except JavaScriptError:
            self.bound = bound
            self._no_arrow.add(start)
            self.position = start
            return False
        return self._arrow(no_in)

    def _arrow(self, no_in: bool) -> bool:
        self.need("=>")
        if self.at("{"):
            self.body()
        else:
            self.assignment(no_in)
        return True

    def _conditional(self, no_in: bool) -> str:
        kind = self._binary(no_in)
        self.space()
        if self.char() != "?":
            return kind
        self.position += 1
        self.assignment()
        self.need(":")
        self.assignment(no_in)
        return "expression"

    def _binary(self, no_in: bool) -> str:
        kind = self._unary()
        while True:
            word = self.word()
            if word:
                if word != "instanceof" and (word != "in" or no_in):
                    return kind
                self.position += len(word)
            else:
                match = OPERATOR.match(self.text, self.position, self.end)
                if match is None or match[0] in ASSIGNMENTS or match[0] == "=>":
                    return kind
                self.position = match.end()
            self._unary()
            kind = "expression"

    def _unary(self) -> str:
        is_plain = True
        while True:
            word = self.word()
            symbol = self.text[self.position : min(self.position + 2, self.end)]
            if symbol in ("++", "--"):
                self.position += 2
                place = self.position
                with self.deeper():
                    if self._unary() != "target":
                        raise self.fail(place)
                return "expression"
            if symbol[:1] in ("!", "~", "+", "-"):
                self.position += 1
            elif word in _PREFIXES:
                self.position += len(word)
            else:
                break
            is_plain = False
        kind = self._postfix(self._primary())
        end = self.position
        self.space()
        symbol = self.text[self.position : min(self.position + 2, self.end)]
        if not self.newline and symbol in ("++", "--"):
            if kind != "target":
                raise self.fail()
            self.position += 2
            return "expression"
        self.position = end
        return kind if is_plain else "expression"

    def _postfix(self, kind: str, *, calls: bool = True) -> str:
        """Move past members and calls of what was read."""
        while True:
            end = self.position
            self.space()
            symbol = self.char()
            if symbol == "?" and self._optional():
                kind = "expression"
            elif symbol == ".":
                self.position += 1
                self._member()
                kind = "target"
            elif symbol == "[":
                self._computed()
                kind = "target"
            elif symbol == "(" and calls:
                self._arguments()
                kind = "expression"
            elif symbol == "`":
                self._template()
                kind = "expression"
            else:
                self.position = end
                return kind

    def _optional(self) -> bool:
        """Move past a member or call after `?.`, if there is one."""
        after = self.text[self.position + 2 : self.position + 3]
        if not self.text.startswith("?.", self.position, self.end) or after.isdigit():
            return False
        self.position += 2
        if self.at("["):
            self._computed()
        elif self.at("("):
            self._arguments()
        else:
            self._member()
        return True

    def _computed(self) -> None:
        self.need("[")
        self.expression()
        self.need("]")

    def _member(self) -> None:
        self.space()
        if self.char() == "#":
            self.position += 1
        match = IDENTIFIER.match(self.text, self.position, self.end)
        if match is None:
            raise self.fail()
        self.position = match.end()

    def _arguments(self) -> None:
        self.need("(")
        while not self.eat(")"):
            self.eat("...")
            self.assignment()
            if self.eat(")"):
                return
            self.need(",")

    def _template(self) -> None:
        self.position += 1
        while self.position < self.end:
            symbol = self.text[self.position]
            if symbol == "\\":
                self.position += 2
            elif symbol == "`":
                self.position += 1
                return
            elif self.text.startswith("${", self.position, self.end):
                self.position += 2
                self.expression()
                self.need("}")
            else:
                self.position += 1
        raise self.fail(self.end)

    def _primary(self) -> str:
        self.space()
        symbol = self.char()
        if not symbol:
            raise self.fail()
        after = self.text[self.position + 1 : self.position + 2]
        if symbol.isdigit() or (symbol == "." and after.isdigit()):
            return self._number()
        match symbol:
            case '"' | "'":
                literal = STRING.match(self.text, self.position, self.end)
                if literal is None:
                    raise self.fail()
                self.position = literal.end()
            case "`":
                self._template()
            case "(":
                self.position += 1
                self.expression()
                self.need(")")
            case "[":
                return self._array()
            case "{":
                return self.object_()
            case "/":
                self._regex()
            case "<":
                self.element()
            case "#":
                self.position += 1
                self._member()
                if self.word() != "in":
                    raise self.fail()
            case _:
                return self._word()
        return "expression"

    def _number(self) -> str:
        literal = NUMBER.match(self.text, self.position, self.end)
        if literal is None:
            raise self.fail()
        end = literal.end()
        follows = self.text[end : min(end + 1, self.end)]
        if follows and (follows.isdigit() or IDENTIFIER.match(follows)):
            raise self.fail(self.position if literal[0] == "0" else end)
        self.position = end
        return "expression"

    def _regex(self) -> None:
        literal = REGEX.match(self.text, self.position, self.end)
        if literal is None:
            raise self.fail()
        flags = literal[2]
        if len(set(flags)) < len(flags) or set(flags) - _FLAGS:
            raise self.fail()
        rest = _ESCAPED.sub("", literal[1])
        if rest.count("(") != rest.count(")") or rest[:1] in ("*", "+", "?"):
            raise self.fail()
        self.position = literal.end()

    def _array(self) -> str:
        self.position += 1
        while not self.eat("]"):
            if self.eat(","):
                continue
            self.eat("...")
            self.assignment()
            if self.eat("]"):
                break
            self.need(",")
        return "pattern"

    def _word(self) -> str:
        word = self.word()
        if not word:
            raise self.fail()
        if word == "function":
            return self.function()
        if word == "class":
            return self.class_()
        if word in ("async", "new", "import"):
            return {"async": self._async, "new": self._new, "import": self._import}[word]()
        if word not in _VALUES:
            if word in RESERVED:
                raise self.fail()
            self.position += len(word)
            return "target"
        self.position += len(word)
        return "expression"

    def _async(self) -> str:
        start = self.position
        self.position += len("async")
        if self.word() == "function" and not self.newline:
            return self.function()
        self.position = start + len("async")
        return "target"

    def _new(self) -> str:
        self.position += len("new")
        if self.eat("."):
            self.need_word("target")
            return "expression"
        with self.deeper():
            self._postfix(self._primary(), calls=False)
        if self.at("("):
            self._arguments()
        return "expression"

    def _import(self) -> str:
        self.position += len("import")
        if self.eat("."):
            self.need_word("meta")
            return "expression"
        self.need("(")
        self.assignment()
        if self.eat(",") and not self.at(")"):
            self.assignment()
            self.eat(",")
        self.need(")")
        return "expression"

    def heritage(self) -> None:
        self._postfix(self._primary())

"""The parts of the grammar that need each other: what an expression may hold, by name."""

from abc import abstractmethod

from contentlint.markup.mdx.javascript.reader import IDENTIFIER, NUMBER, STRING, Reader


class Grammar(Reader):
    """Names, keys, patterns and parameters, and what the other modules provide.

    Names that a pattern binds are added to `bound` if it is a list.
    """

    bound: list[tuple[str, int]] | None = None

    @abstractmethod
    def assignment(self, no_in: bool = False) -> str:
        """Move past an expression without commas.

        Args:
            no_in: whether the operator `in` ends it, as in the head of a `for`.

        Returns:
            what it may serve as: `target` and `pattern` can be assigned to.
        """

    @abstractmethod
    def expression(self, no_in: bool = False) -> None:
        """Move past an expression; argument as for `assignment`."""

    @abstractmethod
    def body(self) -> None:
        """Move past the body of a function."""

    @abstractmethod
    def heritage(self) -> None:
        """Move past what a class extends."""

    @abstractmethod
    def element(self) -> None:
        """Move past a JSX element or fragment."""

    def key(self) -> None:
        """Move past the key of a property or the name of a method."""
        if self.eat("["):
            self.assignment()
            self.need("]")
            return
        match = None
        for pattern in (IDENTIFIER, STRING, NUMBER):
            match = match or pattern.match(self.text, self.position, self.end)
        if match is None and self.char() == "#":
            match = IDENTIFIER.match(self.text, self.position + 1, self.end)
        if match is None:
            raise self.fail()
        self.position = match.end()

    def pattern(self) -> None:
        """Move past a name or a destructuring pattern."""
        with self.deeper():
            if self.eat("["):
                self._array_pattern()
            elif self.eat("{"):
                self._object_pattern()
            else:
                self.space()
                place = self.position
                name = self.identifier()
                if self.bound is not None:
                    self.bound.append((name, place))

    def _array_pattern(self) -> None:
        while not self.eat("]"):
            if self.eat(","):
                continue
            self.eat("...")
            self.pattern()
            self.default()
            if self.eat("]"):
                return
            self.need(",")

    def _object_pattern(self) -> None:
        while not self.eat("}"):
            if self.eat("..."):
                self.pattern()
            else:
                word = self.word()
                place = self.position
                self.key()
                if self.eat(":"):
                    self.pattern()
                else:
                    self.position = place
                    name = self.identifier()
                    if self.bound is not None and word:
                        self.bound.append((name, place))
                self.default()
            if self.eat("}"):
                return
            self.need(",")

    def default(self) -> None:
        """Move past the default value of a pattern, if there is one."""
        if self.at("=") and not self.at("==") and not self.at("=>"):
            self.position += 1
            self.assignment()

    def parameters(self) -> None:
        """Move past the parameters of a function."""
        bound, self.bound = self.bound, None
        self.need("(")
        while not self.eat(")"):
            if self.eat("..."):
                self.pattern()
                self.need(")")
                break
            self.pattern()
            self.default()
            if self.eat(")"):
                break
            self.need(",")
        self.bound = bound

"""Objects, functions and classes."""

from contentlint.markup.mdx.javascript.grammar import Grammar
from contentlint.markup.mdx.javascript.reader import RESERVED


class Functions(Grammar):
    """Reads objects, functions and classes."""

    def object_(self) -> str:
        self.need("{")
        shorthand: int | None = None
        while not self.eat("}"):
            if self.eat("..."):
                self.assignment()
            else:
                default = self._property()
                shorthand = default if shorthand is None else shorthand
            if self.eat("}"):
                break
            self.need(",")
        # `{a = 1}` is a pattern, so it must be assigned to.
        if shorthand is not None and not (self.at("=") and not self.at("==")):
            raise self.fail(shorthand)
        return "pattern"

    def _property(self) -> int | None:
        """Move past a property; the offset of it if it is valid in a pattern only."""
        self.modifiers(("async", "get", "set"), ",:(}=")
        word = self.word()
        place = self.position
        self.key()
        if self.at("("):
            self.parameters()
            self.body()
        elif self.eat(":"):
            self.assignment()
        elif not word or word in RESERVED:
            raise self.fail()
        elif self.at("=") and not self.at("=>") and not self.at("=="):
            self.position += 1
            self.assignment()
            return place
        return None

    def modifiers(self, words: tuple[str, ...], ends: str) -> None:
        """Move past the modifiers of a method.

        Args:
            words: the modifiers.
            ends: the characters that make such a word the name itself.
        """
        for word in words:
            if self.word() != word:
                continue
            start = self.position
            self.position += len(word)
            self.space()
            if self.char() in ("", *ends):
                self.position = start
                return
        self.eat("*")

    def function(self) -> str:
        """Move past a function."""
        self.need_word("function")
        self.eat("*")
        if not self.at("("):
            self.identifier(("yield", "await"))
        self.parameters()
        self.body()
        return "expression"

    def class_(self) -> str:
        """Move past a class."""
        self.need_word("class")
        if not self.at("{") and self.word() != "extends":
            self.identifier()
        if self.eat_word("extends"):
            self.heritage()
        self.need("{")
        with self.deeper():
            while not self.eat("}"):
                if not self.eat(";"):
                    self._class_member()
        return "expression"

    def _class_member(self) -> None:
        self.modifiers(("static", "async", "get", "set"), "=(;}")
        if self.at("{"):
            self.body()
            return
        self.key()
        if self.at("("):
            self.parameters()
            self.body()
            return
        if self.eat("="):
            self.assignment()
        self.semicolon()

    def semicolon(self) -> None:
        """Move past a semicolon, or accept a place where one is inserted."""
        end = self.position
        if self.eat(";") or self.position >= self.end or self.char() == "}":
            return
        if self.newline or "\n" in self.text[end : self.position]:
            return
        before = self.text[:end].rstrip() if end and self.text[end - 1].isspace() else None
        if before is not None and "\n" in self.text[len(before) : end]:
            return
        raise self.fail()

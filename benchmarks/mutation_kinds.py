"""Kinds of single errors that people make, and of correct text that looks like an error.

A kind takes a correct article and a random generator and returns a `Mutation`, or None if it does
not apply to the article.
"""

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from mutation_articles import Article, Attribute, Element
from mutation_judge import words

Expected = Literal["error", "correct", "either"]
Where = Literal["html", "markdown", "both"]


class Mutation(NamedTuple):
    """One error inserted into an article.

    Args:
        before: the correct article.
        text: the article with the error.
        lines: the lines, from 1, on which a finding is expected.
        inserted: the words of the error itself, which a fix may remove.
    """

    before: str
    text: str
    lines: frozenset[int]
    inserted: Counter[str]


Make = Callable[[Article, random.Random], Mutation | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of error.

    Args:
        name: its name in the table.
        make: inserts one into an article.
        expected: whether it is an error in HTML; "either": only the fix is judged.
        markdown: the same in Markdown.
        where: the kinds of body that it applies to.
        preset: the smallest preset that should report it.
        about: what the error is in: HTML, which Markdown bodies have too, or other text.
    """

    name: str
    make: Make
    expected: Expected
    markdown: Expected
    where: Where
    preset: str
    about: Literal["html", "text"] = "html"

    def expected_in(self, body: str) -> Expected:
        """Whether it is an error in a body of this kind."""
        return self.markdown if body == "markdown" else self.expected


KINDS: dict[str, Kind] = {}


def kind(
    name: str,
    expected: Expected = "error",
    where: Where = "both",
    *,
    markdown: Expected | None = None,
    preset: str = "recommended",
    about: Literal["html", "text"] = "html",
) -> Callable[[Make], Make]:
    """Register a kind; arguments as for `Kind`, with `markdown` if it differs from HTML."""

    def add(make: Make) -> Make:
        if name in KINDS:
            raise ValueError(f"duplicate kind `{name}`")
        KINDS[name] = Kind(name, make, expected, markdown or expected, where, preset, about)
        return make

    return add


# --- positions and changes


def changed(before: str, start: int, end: int, new: str, *also: int) -> Mutation:
    """An error: the text from `start` to `end` is replaced with `new`.

    Args:
        before: the correct article.
        start: start of the range, as a code-point offset.
        end: end of the range.
        new: the replacement.
        also: further offsets in `before` on whose lines a finding is accepted.
    """
    text = before[:start] + new + before[end:]
    shift = len(new) - (end - start)
    places = [start, *(at if at <= start else max(start, at + shift) for at in also)]
    lines = frozenset(text.count("\n", 0, at) + 1 for at in places)
    return Mutation(before, text, lines, words(new) - words(before[start:end]))


def correct(text: str, at: int = 0) -> Mutation:
    """Unusual but correct text."""
    return Mutation(text, text, frozenset({text.count("\n", 0, at) + 1}), Counter())


class Inline(NamedTuple):
    """An element in a text: its tags from `start` to `inner` and from `closing` to `end`."""

    text: str
    start: int
    inner: int
    closing: int
    end: int


def wrapped(article: Article, chance: random.Random, first: str, last: str) -> Inline | None:
    """A word of the prose wrapped in two texts, usually tags.

    Args:
        article: the article.
        chance: selects the word.
        first: the text before the word.
        last: the text after it.
    """
    if not article.words:
        return None
    start, end = chance.choice(article.words)
    text = article.text[:start] + first + article.text[start:end] + last + article.text[end:]
    inner = start + len(first)
    return Inline(text, start, inner, inner + end - start, inner + end - start + len(last))


def element(article: Article, chance: random.Random, name: str) -> Inline | None:
    """A nonempty element of the article."""
    found = [e for e in article.elements if e.first.name == name and e.first.end < e.last.start]
    if not found:
        return None
    one = chance.choice(found)
    return Inline(article.text, one.first.start, one.first.end, one.last.start, one.last.end)


def phrase(article: Article, chance: random.Random, name: str, values: str = "") -> Inline | None:
    """An inline element, from the article or new around a word of its prose."""
    there = element(article, chance, name) if not values and chance.random() < 0.5 else None
    return there or wrapped(article, chance, f"<{name}{values}>", f"</{name}>")


LINK = ' href="https://example.org/harbour/map" title="harbour map"'


def link(article: Article, chance: random.Random) -> tuple[Inline, Attribute] | None:
    """A start tag and one of its quoted values with a word, from the article or a new link."""
    there = [
        (tag, attribute)
        for tag in article.tags
        for attribute in tag.attributes
        if attribute.quote == '"' and attribute.value and _is_wordy(article, attribute)
    ]
    if there and chance.random() < 0.5:
        tag, attribute = chance.choice(there)
        return Inline(article.text, tag.start, tag.end, tag.end, tag.end), attribute
    made = wrapped(article, chance, f"<a{LINK}>", "</a>")
    if made is None:
        return None
    inside = Article(article.path, made.text)
    tag = next(tag for tag in inside.tags if tag.start == made.start)
    return made, chance.choice(tag.attributes)


def _is_wordy(article: Article, attribute: Attribute) -> bool:
    start, end = attribute.value or (0, 0)
    return bool(re.search(r"\w{2}", article.text[start:end])) and "{" not in article.text[start:end]


def gap(article: Article, chance: random.Random) -> int | None:
    """A position for a new block: the start of a line between blocks of the body."""
    if article.body_kind == "markdown":
        places = [
            end + 1
            for start, end in article.paragraphs
            if article.text[end : end + 1] == "\n" and article.text[start].isalpha()
        ]
    else:
        places = [
            e.last.end + 1
            for e in article.elements
            if e.first.name in ("p", "ul", "ol", "table", "figure", "blockquote")
            and set(e.around) <= {"div", "section", "article"}
            and article.text[e.last.end : e.last.end + 1] == "\n"
        ]
    return chance.choice(places) if places else None


def _blank_line(article: Article) -> str:
    """The separator of blocks in the body of an article."""
    return "\n" if article.body_kind == "markdown" else ""


def block(article: Article, chance: random.Random, text: str) -> tuple[str, int] | None:
    """The article with a new block inserted, and the offset of the block."""
    at = gap(article, chance)
    if at is None:
        return None
    own = text + _blank_line(article)
    return article.text[:at] + own + article.text[at:], at


def in_block(article: Article, chance: random.Random, good: str, bad: str) -> Mutation | None:
    """An invalid block inserted in place of a correct one.

    Their common prefix and suffix are not part of the error. A finding is expected on any line of
    the rest, or on the first line if the end is missing.
    """
    made = block(article, chance, good)
    if made is None:
        return None
    before, at = made
    shorter = min(len(good), len(bad))
    head = next((i for i in range(shorter) if good[i] != bad[i]), shorter)
    tail = 0
    while tail < shorter - head and good[-1 - tail] == bad[-1 - tail]:
        tail += 1
    made_wrong = changed(before, at + head, at + len(good) - tail, bad[head : len(bad) - tail])
    first = 1 + made_wrong.text.count("\n", 0, at + (0 if bad in good else head))
    last = 1 + made_wrong.text.count("\n", 0, at + len(bad) - tail)
    return made_wrong._replace(lines=frozenset(range(first, last + 1)))


# --- end tags


def _opening(article: Article, place: int, name: str) -> list[int]:
    """The start offsets of the elements with a name that are open at an offset.

    If one of them has no end tag, it is ambiguous which.
    """
    return [e.first.start for e in article.elements if e.first.name == name and _holds(e, place)]


def _closing(article: Article, place: int, name: str) -> list[int]:
    """The end offsets of the elements with a name that are open at an offset."""
    return [e.last.end - 1 for e in article.elements if e.first.name == name and _holds(e, place)]


def _holds(one: Element, place: int) -> bool:
    return one.first.start < place < one.last.end


def _forgotten(name: str) -> None:
    is_inline = name in ("em", "strong", "a", "b", "span", "code")

    def make(article: Article, chance: random.Random) -> Mutation | None:
        if is_inline:
            found = phrase(article, chance, name, LINK if name == "a" else "")
        else:
            found = element(article, chance, name)
        if found is None:
            return None
        also = _opening(Article(article.path, found.text), found.start, name)
        return changed(found.text, found.closing, found.end, "", found.start, *also)

    kind(f"</{name}> forgotten", "either" if name in ("p", "li", "td", "tr") else "error")(make)


for _name in (
    "em strong a b span code div section ul ol table blockquote figure figcaption details summary "
    "h2 p li td tr"
).split():
    _forgotten(_name)


def _wrong_end_tag(name: str, wrong: str) -> None:
    def make(article: Article, chance: random.Random) -> Mutation | None:
        is_inline = name in ("em", "b", "strong", "a")
        values = LINK if name == "a" else ""
        found = (phrase if is_inline else element)(article, chance, name, *([values] * is_inline))
        if found is None:
            return None
        return changed(found.text, found.closing, found.end, f"</{wrong}>", found.start)

    kind(f"<{name}> closed by </{wrong}>")(make)


for _name, _wrong in (
    ("em", "i"),
    ("b", "strong"),
    ("a", "span"),
    ("ol", "ul"),
    ("ul", "ol"),
    ("h2", "h3"),
    ("div", "p"),
    ("td", "th"),
    ("figcaption", "figure"),
    ("strong", "strnog"),
):
    _wrong_end_tag(_name, _wrong)


@kind("<b><i>…</b></i>")
def swapped(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<b><i>", "</i></b>")
    return found and changed(found.text, found.closing, found.end, "</b></i>", found.start)


@kind("<b>…<i>…</b>…</i>")
def overlapping(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<b>quay <i>", "</i></b> pier")
    if found is None:
        return None
    return changed(found.text, found.closing, found.end, "</b> pier</i>", found.start)


@kind("<p><em>…</p></em>", where="html")
def swapped_with_the_paragraph(article: Article, chance: random.Random) -> Mutation | None:
    return in_block(
        article, chance, *("<p><em>Low tide.</em></p>\n", "<p><em>Low tide.</p></em>\n")
    )


def _stray(article: Article, chance: random.Random, name: str) -> Mutation | None:
    found = wrapped(article, chance, "", "")
    if found is None:
        return None
    also = _closing(article, found.end, name)
    return changed(found.text, found.end, found.end, f"</{name}>", *also)


@kind("stray </span> in a line")
def stray_inline(article: Article, chance: random.Random) -> Mutation | None:
    return _stray(article, chance, "span")


@kind("stray </p> in a line")
def stray_paragraph(article: Article, chance: random.Random) -> Mutation | None:
    return _stray(article, chance, "p")


@kind("stray </br> in a line")
def stray_break(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "", "<br>")
    return found and changed(found.text, found.closing, found.end, "</br>")


@kind("stray </div> on its line")
def stray_alone(article: Article, chance: random.Random) -> Mutation | None:
    return _stray_alone(article, chance, "div")


@kind("stray </section> on its line")
def stray_alone_of_another(article: Article, chance: random.Random) -> Mutation | None:
    return _stray_alone(article, chance, "section")


def _stray_alone(article: Article, chance: random.Random, name: str) -> Mutation | None:
    place = gap(article, chance)
    if place is None:
        return None
    also = _closing(article, place, name)
    return changed(article.text, place, place, f"</{name}>\n{_blank_line(article)}", *also)


@kind("stray </div> at the end")
def stray_at_the_end(article: Article, chance: random.Random) -> Mutation | None:
    end = len(article.text)
    made = changed(article.text, end, end, f"{_blank_line(article)}</div>\n")
    return made._replace(lines=frozenset({made.text.count("\n")}))


@kind("stray </li> in a paragraph")
def stray_item(article: Article, chance: random.Random) -> Mutation | None:
    return _stray(article, chance, "li")


def _doubled(name: str) -> None:
    def make(article: Article, chance: random.Random) -> Mutation | None:
        is_inline = name in ("em", "a")
        values = LINK if name == "a" else ""
        found = (phrase if is_inline else element)(article, chance, name, *([values] * is_inline))
        return found and changed(found.text, found.end, found.end, f"</{name}>")

    kind(f"</{name}></{name}>")(make)


for _name in ("em", "a", "p", "td", "h2"):
    _doubled(_name)


@kind("<b>x<b>")
def end_tag_without_slash(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<b>", "</b>")
    return found and changed(found.text, found.closing, found.end, "<b>", found.start)


@kind("<a …>x<a>")
def end_of_link_without_slash(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, f"<a{LINK}>", "</a>")
    return found and changed(found.text, found.closing, found.end, "<a>", found.start)


@kind("<\\b>")
def backslash(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<b>", "</b>")
    return found and changed(found.text, found.closing, found.end, "<\\b>", found.start)


@kind("attribute in an end tag")
def end_tag_with_attribute(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, '<span class="low">', "</span>")
    return found and changed(found.text, found.end - 1, found.end - 1, ' class="low"')


# --- angle brackets


@kind("<b without > before text")
def start_tag_open(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<b>", "</b>")
    return found and changed(found.text, found.inner - 1, found.inner, " ")


@kind('<a …" without > before text')
def start_tag_with_value_open(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, f"<a{LINK}>", "</a>")
    return found and changed(found.text, found.inner - 1, found.inner, "")


@kind("<p … without > before a tag", where="html")
def start_tag_open_before_tag(article: Article, chance: random.Random) -> Mutation | None:
    good = '<p class="low"><em>Low</em> tide.</p>\n'
    return in_block(article, chance, good, good.replace('"><', '"<'))


@kind("<div … without > at the end of a line")
def start_tag_open_before_line(article: Article, chance: random.Random) -> Mutation | None:
    good = '<div class="low">\n<p>Low tide.</p>\n</div>\n'
    return in_block(article, chance, good, good.replace('">', '"'))


@kind("</em without > before text")
def end_tag_open(article: Article, chance: random.Random) -> Mutation | None:
    found = phrase(article, chance, "em")
    return found and changed(found.text, found.end - 1, found.end, "", found.start)


@kind("</a without > before text")
def end_of_link_open(article: Article, chance: random.Random) -> Mutation | None:
    found = phrase(article, chance, "a", LINK)
    return found and changed(found.text, found.end - 1, found.end, "", found.start)


@kind("</em without > before </p>")
def end_tag_open_before_end_tag(article: Article, chance: random.Random) -> Mutation | None:
    good = "<p>Low <em>tide</em></p>\n"
    return in_block(article, chance, good, good.replace("</em>", "</em"))


@kind("</li without > at the end of a line")
def end_tag_open_before_line(article: Article, chance: random.Random) -> Mutation | None:
    good = "<ul>\n<li>Low</li>\n<li>Tide</li>\n</ul>\n"
    return in_block(article, chance, good, good.replace("</li>", "</li", 1))


@kind("</p without > at the end of a line")
def end_of_paragraph_open(article: Article, chance: random.Random) -> Mutation | None:
    good = "<div>\n<p>Low tide.</p>\n<p>High tide.</p>\n</div>\n"
    return in_block(article, chance, good, good.replace("</p>", "</p", 1))


@kind("b> without <", "either")
def start_without_bracket(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<strong>", "</strong>")
    return found and changed(found.text, found.start, found.start + 1, "", found.closing)


@kind("/b> without <", "error")
def end_without_bracket(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<strong>", "</strong>")
    return found and changed(found.text, found.closing, found.closing + 1, "", found.start)


@kind("< b>")
def space_after_bracket(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<b>", "</b>")
    return found and changed(found.text, found.start + 1, found.start + 1, " ", found.closing)


@kind("< /b>")
def space_before_slash(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<b>", "</b>")
    return found and changed(found.text, found.closing + 1, found.closing + 1, " ", found.start)


@kind("</ b>")
def space_after_slash(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<b>", "</b>")
    return found and changed(found.text, found.closing + 2, found.closing + 2, " ", found.start)


@kind("<b >", "correct")
def space_before_bracket(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<b >", "</b >")
    return found and correct(found.text, found.start)


@kind("＜b＞…</b>")
def full_width_start(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<b>", "</b>")
    return found and changed(found.text, found.start, found.inner, "＜b＞", found.closing)


@kind("<b＞")
def full_width_bracket(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<b>", "</b>")
    return found and changed(found.text, found.inner - 1, found.inner, "＞", found.closing)


@kind("<b>…＜/b＞")
def full_width_end(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<b>", "</b>")
    return found and changed(found.text, found.closing, found.end, "＜/b＞", found.start)


@kind("<<b>", markdown="either")
def bracket_twice(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<b>", "</b>")
    return found and changed(found.text, found.start, found.start, "<")


@kind("<b>>", "either")
def closing_bracket_twice(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<b>", "</b>")
    return found and changed(found.text, found.inner, found.inner, ">")


# --- quotes and attributes


def _value(name: str, make: Callable[[str, str], str]) -> None:
    """Register a kind that changes the syntax of an attribute.

    Args:
        name: the name of the kind.
        make: returns the attribute for its name and value.
    """

    def mutate(article: Article, chance: random.Random) -> Mutation | None:
        found = link(article, chance)
        if found is None:
            return None
        inline, attribute = found
        start, end = attribute.value or (0, 0)
        new = make(attribute.name, inline.text[start:end])
        return changed(inline.text, attribute.start, attribute.end, new, inline.start)

    kind(name)(mutate)


_value("opening quote forgotten", lambda name, value: f'{name}={value}"')
_value("closing quote forgotten", lambda name, value: f'{name}="{value}')
_value("closing quote doubled", lambda name, value: f'{name}="{value}""')
_value("opening quote doubled", lambda name, value: f'{name}=""{value}"')
_value("quotes doubled", lambda name, value: f'{name}=""{value}""')
_value("typographic quotes", lambda name, value: f"{name}=“{value}”")
_value("closing typographic quotes twice", lambda name, value: f"{name}=”{value}”")
_value("typographic single quotes", lambda name, value: f"{name}=‘{value}’")
_value("&quot; for quotes", lambda name, value: f"{name}=&quot;{value}&quot;")
_value("quotes of two kinds", lambda name, value: f"{name}=\"{value}'")
_value("= forgotten", lambda name, value: f'{name}"{value}"')
_value("= doubled", lambda name, value: f'{name}=="{value}"')
_value("colon for =", lambda name, value: f'{name}:"{value}"')
_value("duplicate attribute, same value", lambda n, value: f'{n}="{value}" {n}="{value}"')
_value("duplicate attribute, other value", lambda n, value: f'{n}="{value}" {n}="shore"')
_value("duplicate attribute, first empty", lambda n, value: f'{n}="" {n}="{value}"')
_value("backslash before quotes", lambda name, value: f'{name}=\\"{value}\\"')


def _plain_value(name: str, form: str) -> None:
    def mutate(article: Article, chance: random.Random) -> Mutation | None:
        found = wrapped(article, chance, f"<a{LINK} {form}>", "</a>")
        return found and correct(found.text, found.start)

    kind(name, "correct")(mutate)


_plain_value("single quotes", "class='low tide'")
_plain_value("no quotes", "class=low")
_plain_value("spaces around =", 'class = "low"')
_plain_value("no value", "download")


@kind("quotes inside quotes")
def quotes_inside(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, '<a href="/x" title="The &quot;old&quot; pier">', "</a>")
    if found is None:
        return None
    start = found.text.index("&quot;", found.start)
    end = found.text.index("&quot; pier", start) + 6
    return changed(found.text, start, end, '"old"')


@kind("quotes inside quotes of alt")
def quotes_inside_alt(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, '<img src="/low.jpg" alt="&quot;Low&quot; tide"> ', "")
    if found is None:
        return None
    start = found.text.index("&quot;", found.start)
    return changed(found.text, start, found.text.index("&quot; tide", start) + 6, '"Low"')


@kind("apostrophe in single quotes")
def apostrophe_inside(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<img src='/low.jpg' alt='The ferry&#39;s trip'> ", "")
    if found is None:
        return None
    start = found.text.index("&#39;", found.start)
    return changed(found.text, start, start + 5, "'")


@kind("no space between attributes")
def attributes_joined(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, f"<a{LINK}>", "</a>")
    if found is None:
        return None
    space = found.text.index(" title=", found.start)
    return changed(found.text, space, space + 1, "")


@kind("comma between attributes")
def attributes_with_comma(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, f"<a{LINK}>", "</a>")
    if found is None:
        return None
    space = found.text.index(" title=", found.start)
    return changed(found.text, space, space, ",")


@kind("class= without a value")
def value_missing(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, f"<a{LINK}>", "</a>")
    return found and changed(found.text, found.inner - 1, found.inner - 1, " class=")


@kind("slash inside a tag")
def slash_inside(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, f"<a{LINK}>", "</a>")
    return found and changed(found.text, found.start + 2, found.start + 2, " /")


@kind("<ahref")
def name_joined(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, f"<a{LINK}>", "</a>")
    return found and changed(found.text, found.start + 2, found.start + 3, "", found.closing)


@kind("line break in a value", "either")
def value_broken(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, f"<a{LINK}>", "</a>")
    if found is None:
        return None
    space = found.text.index("harbour map", found.start) + 7
    return changed(found.text, space, space + 1, "\n", found.start)


# --- self-closed and void elements


@kind('<a name="x"/>')
def anchor_closed(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, '<a name="low"></a>', "")
    if found is None:
        return None
    return changed(found.text, found.inner - 5, found.inner, "/>", found.start)


@kind("<span/> in a heading")
def anchor_closed_in_heading(article: Article, chance: random.Random) -> Mutation | None:
    good = '<h3><span id="low"></span>Low tide</h3>\n'
    return in_block(article, chance, good, good.replace("></span>", "/>"))


@kind("<div/>")
def block_closed(article: Article, chance: random.Random) -> Mutation | None:
    return in_block(article, chance, '<div class="line"></div>\n', '<div class="line"/>\n')


@kind("<iframe/>")
def frame_closed(article: Article, chance: random.Random) -> Mutation | None:
    good = '<iframe src="https://example.org/map" title="map"></iframe>\n'
    return in_block(article, chance, good, good.replace("></iframe>", "/>"))


@kind("<br/> and <hr />", "correct")
def void_closed(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<br/>", "<br />")
    return found and correct(found.text, found.start)


@kind("<br></br>")
def break_with_end_tag(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<br>", "")
    return found and changed(found.text, found.inner, found.inner, "</br>")


@kind("<img …></img>")
def image_with_end_tag(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, '<img src="/low.jpg" alt="low tide"> ', "")
    return found and changed(found.text, found.inner - 1, found.inner - 1, "</img>")


# --- character references


def _replace(
    name: str,
    good: str,
    bad: str,
    expected: Expected = "error",
    *,
    markdown: Expected | None = None,
    about: Literal["html", "text"] = "html",
) -> None:
    """Register a kind that inserts `bad` into the prose instead of `good`."""

    def make(article: Article, chance: random.Random) -> Mutation | None:
        found = wrapped(article, chance, f"{good} ", "")
        if found is None:
            return None
        return changed(found.text, found.start, found.start + len(good), bad)

    def fine(article: Article, chance: random.Random) -> Mutation | None:
        found = wrapped(article, chance, f"{good} ", "")
        return found and correct(found.text, found.start)

    kind(name, expected, markdown=markdown, about=about)(make if good != bad else fine)


_replace("unknown reference", "pier&hellip;", "pier&hellips;")
_replace("reference with letters swapped", "pier&ldquo;", "pier&ldqou;")
_replace("reference without ; before a space", "&copy; 2020", "&copy 2020")
_replace("&nbsp without ;", "low &nbsp; tide", "low &nbsp tide")
_replace("&eacute without ; in a word", "caf&eacute;s", "caf&eacutes")
_replace("&#8212 without ;", "low &#8212; tide", "low &#8212 tide")
_replace("reference out of range", "low", "&#x110000; low")
_replace("reference to null", "low", "&#0; low")
_replace("&#151; of Windows", "low &#8212; tide", "low &#151; tide")
_replace("reference without a number", "low &amp;#; tide", "low &#; tide")
_replace("escaped twice", "low &amp; high", "low &amp;amp; high")
_replace("lone &", "low & high R&D", "low & high R&D", "correct")
_replace("Q&A; in text", "Q&amp;A;", "Q&A;", "either")


@kind("& in a URL", "correct")
def ampersand_in_url(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, '<a href="/find?a=1&b=2&page=3">', "</a>")
    return found and correct(found.text, found.start)


@kind("&copy;= in a URL")
def reference_in_url(article: Article, chance: random.Random) -> Mutation | None:
    good = '<a href="/find?a=1&amp;lt=2&amp;copy;=3">'
    found = wrapped(article, chance, good, "</a>")
    if found is None:
        return None
    start = found.text.index("&amp;copy;", found.start)
    return changed(found.text, start, start + 10, "&copy;")


# --- comments and instructions


@kind("<!-- without -->")
def comment_open(article: Article, chance: random.Random) -> Mutation | None:
    good = "<!-- see the harbour map -->\n"
    return in_block(article, chance, good, good.replace(" -->", ""))


_replace("<!-- … --!>", "<!-- map -->", "<!-- map --!>")
_replace("<!-- … ->", "<!-- map -->", "<!-- map ->")
_replace("<!- … ->", "<!-- map -->", "<!- map ->")
_replace("<! … >", "<!-- map -->", "<! map >")
_replace("<!-- <!-- … -->", "<!-- map -->", "<!-- <!-- map -->")
_replace("<!--…-->", "<!--map-->", "<!--map-->", "correct")
_replace("<?php … ?>", "low", "<?php echo 1; ?> low")
_replace("<![CDATA[…]]>", "low", "<![CDATA[low]]>")


# --- text that looks like a tag


_replace("<name> as text", "run &lt;port&gt; now", "run <port> now")
_replace("<file-name> as text", "open &lt;file-name&gt; now", "open <file-name> now")
_replace("<Your Name> as text", "by &lt;Your Name&gt; now", "by <Your Name> now")
_replace("<source> as text", "copy &lt;source&gt; now", "copy <source> now", "either")
_replace("List<String>", "a List&lt;String&gt; is", "a List<String> is")
_replace("Map<K, V>", "a Map&lt;K, V&gt; is", "a Map<K, V> is", markdown="correct")
_replace("vector<int>", "a vector&lt;int&gt; is", "a vector<int> is")
_replace("<中文>", "写 &lt;港口&gt; 吧", "写 <港口> 吧", "either", markdown="correct")
_replace("<limit of …", "if low &lt;limit of tide", "if low <limit of tide", markdown="correct")
_replace("a -> b, a > b", "low -> high > top", "low -> high > top", "correct")
_replace("<3 and <=", "low &lt;3 and &lt;= 2", "low <3 and <= 2", "either", markdown="correct")
_replace("&lt;b&gt; as text", "write &lt;b&gt; here", "write &lt;b&gt; here", "correct")


@kind("a < b", "error", "html")
def less_than_in_html(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "low &lt; high ", "")
    return found and changed(found.text, found.start + 4, found.start + 8, "<")


@kind("a < b in Markdown", "correct", "markdown")
def less_than_in_markdown(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "low < high and 2 <= 3 ", "")
    return found and correct(found.text, found.start)


# --- elements in invalid positions


@kind("<a> in <a>")
def nested_link(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, '<a href="/low">low ', " tide</a>")
    if found is None:
        return None
    inner = found.text[found.inner : found.closing]
    return changed(found.text, found.inner, found.closing, f'<a href="/b">{inner}</a>')


@kind("<div> in <p>", where="html")
def block_in_paragraph(article: Article, chance: random.Random) -> Mutation | None:
    good = "<div>Low <div>mud</div> tide.</div>\n"
    return in_block(article, chance, good, "<p>Low <div>mud</div> tide.</p>\n")


@kind("<ul> in <p>", where="html")
def list_in_paragraph(article: Article, chance: random.Random) -> Mutation | None:
    good = "<p>Low:</p>\n<ul>\n<li>tide</li>\n</ul>\n"
    return in_block(article, chance, good, "<p>Low:\n<ul>\n<li>tide</li>\n</ul>\n</p>\n")


@kind("text in <table>")
def text_in_table(article: Article, chance: random.Random) -> Mutation | None:
    good = "<table>\n<tr><td>low</td></tr>\n</table>\n"
    return in_block(article, chance, good, good.replace("</tr>", "</tr>\nmud flat"))


@kind("<p> in <table>")
def paragraph_in_table(article: Article, chance: random.Random) -> Mutation | None:
    good = "<table>\n<tr><td>low</td></tr>\n</table>\n"
    return in_block(article, chance, good, good.replace("<tr>", "<p>mud</p>\n<tr>"))


@kind("<td> outside a table")
def cell_alone(article: Article, chance: random.Random) -> Mutation | None:
    return in_block(article, chance, "<div>low</div>\n", "<div><td>low</td></div>\n")


@kind("<li> outside a list", preset="strict")
def item_alone(article: Article, chance: random.Random) -> Mutation | None:
    good = "<div>\n<ul>\n<li>low</li>\n</ul>\n</div>\n"
    return in_block(article, chance, good, "<div>\n<li>low</li>\n</div>\n")


@kind("<form> in <form>")
def nested_form(article: Article, chance: random.Random) -> Mutation | None:
    good = '<form action="/f">\n<button>Go</button>\n</form>\n'
    bad = good.replace("<button", '<form action="/g">\n<button').replace(
        "</form>", "</form>\n</form>"
    )
    return in_block(article, chance, good, bad)


@kind("duplicate id")
def duplicate_id(article: Article, chance: random.Random) -> Mutation | None:
    good = '<h3 id="low-tide">Low</h3>\n<h3 id="high-tide">High</h3>\n'
    return in_block(article, chance, good, good.replace("high-", "low-"))


@kind("<h2> in <h2>", where="html")
def nested_heading(article: Article, chance: random.Random) -> Mutation | None:
    return in_block(article, chance, "<h3>Low</h3>\n", "<h3>Low<h3>tide</h3></h3>\n")


@kind("<B>…</b>", "correct")
def upper_case(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "<B>", "</b>")
    return found and correct(found.text, found.start)


@kind("optional end tags left out", "correct", "html")
def end_tags_left_out(article: Article, chance: random.Random) -> Mutation | None:
    made = block(article, chance, "<ul>\n<li>low\n<li>high\n</ul>\n<table><tr><td>a<td>b</table>\n")
    return made and correct(*made)


def _raw(name: str, good: str, end: str) -> None:
    def make(article: Article, chance: random.Random) -> Mutation | None:
        return in_block(article, chance, good, good.replace(end, ""))

    kind(f"{end} forgotten")(make)


_raw("script", '<script src="https://example.org/a.js"></script>\n', "</script>")
_raw("style", "<style>.low { color: red }</style>\n", "</style>")
_raw("textarea", '<textarea title="notes">low</textarea>\n', "</textarea>")
_raw("title", "<svg><title>low tide</title></svg>\n", "</title>")
_raw("select", "<select><option>low</option></select>\n", "</select>")
_raw("iframe", '<iframe src="https://example.org/m" title="map"></iframe>\n', "</iframe>")
_raw("video", '<video src="/low.mp4" controls></video>\n', "</video>")


# --- characters


_replace("zero width space", "low tide", "low\u200b tide", "either", about="text")
_replace("byte order mark in a word", "low tide", "lo\ufeffw tide", about="text")
_replace("soft hyphen", "harbour", "har\u00adbour", "either", about="text")
_replace("non-breaking space", "low tide", "low\u00a0tide", "correct", about="text")
_replace("control character", "low tide", "low\x08 tide", about="text")
_replace("bidirectional override", "low tide", "low \u202etide", about="text")
_replace("mojibake", "café", "cafÃ©", about="text")
_replace("replacement character", "café", "caf\ufffd", "either", about="text")


@kind("doubled word", preset="strict", about="text")
def doubled_word(article: Article, chance: random.Random) -> Mutation | None:
    found = wrapped(article, chance, "went to the pier and ", "")
    if found is None:
        return None
    at = found.text.index("the pier", found.start)
    return changed(found.text, at, at, "the ")


# --- Markdown


@kind("block cut by a blank line and indented", where="markdown")
def block_cut(article: Article, chance: random.Random) -> Mutation | None:
    good = "<div>\n  <div>\n    <p>Low tide.</p>\n  </div>\n</div>\n"
    return in_block(article, chance, good, good.replace("<div>\n    <p>", "<div>\n\n    <p>"))


@kind("<p> around Markdown blocks", where="markdown")
def paragraph_around_blocks(article: Article, chance: random.Random) -> Mutation | None:
    good = '<p align="center">\nLow tide\n</p>\n'
    made = in_block(article, chance, good, '<p align="center">\n\nLow tide\n\n</p>\n')
    # The end tag is at fault, too.
    return made and made._replace(lines=made.lines | {max(made.lines) + 1})


@kind("<div> around Markdown blocks", "correct", "markdown")
def division_around_blocks(article: Article, chance: random.Random) -> Mutation | None:
    made = block(article, chance, '<div class="low">\n\nLow **tide**\n\n- mud\n\n</div>\n')
    return made and correct(*made)


@kind("<span> over two paragraphs", where="markdown")
def span_over_paragraphs(article: Article, chance: random.Random) -> Mutation | None:
    good = "Low <span>tide</span> here.\n\nMud flat there.\n"
    bad = "Low <span>tide here.\n\nMud flat</span> there.\n"
    return in_block(article, chance, good, bad)


def _in_markdown(name: str, form: str, good: str, bad: str) -> None:
    """Register a kind of error in a Markdown block."""

    def make(article: Article, chance: random.Random) -> Mutation | None:
        return in_block(article, chance, form.format(good), form.format(bad))

    kind(name, where="markdown")(make)


for _where, _form in (
    ("item", "* mud\n* see {} here\n* sand\n"),
    ("quotation", "> mud\n> see {} here\n"),
    ("cell", "| a | b |\n|---|---|\n| see {} here | c |\n| d | e |\n"),
    ("heading", "## Pier {} here\n"),
):
    _in_markdown(f"</em> forgotten in {_where}", _form, "<em>low</em>", "<em>low")
    _in_markdown(f"stray </b> in {_where}", _form, "low", "low</b>")
    _in_markdown(f'<a href"…"> in {_where}', _form, '<a href="/x">low</a>', '<a href"/x">low</a>')


def _correct_block(name: str, text: str) -> None:
    def make(article: Article, chance: random.Random) -> Mutation | None:
        made = block(article, chance, text)
        return made and correct(*made)

    kind(name, "correct", "markdown")(make)


_correct_block("tags in a code span", "Write `<b>low` and ``</div> <p `` and `a < b`.\n")
_correct_block("tags in a fence", '```html\n<div><b>low</p>\n<a href=x y">\n```\n')
_correct_block("tags in indented code", "Low tide:\n\n    <div><b>low</p>\n    &foo;\n")
_correct_block("escaped tags", "Write \\<b> and &lt;/div&gt; here.\n")
_correct_block("URL in <…>", "See <https://example.org/low?a=1&b=2> here.\n")
_correct_block("fence in an item", "* low\n\n  ```html\n  <b>low</i>\n  ```\n\n* tide\n")
_correct_block("bold in HTML", "<b>low</b> **tide** <em>mud *flat*</em> here.\n")
_correct_block("<!-- more -->", "<!-- more -->\n")


# --- front matter


def _front_matter(
    name: str,
    make: Callable[[str], str],
    expected: Expected = "error",
    *,
    also: int = 0,
    good: Callable[[str], str] = str,
) -> None:
    """Register a kind that changes the front matter block.

    Args:
        name: the name of the kind.
        make: returns the block with the error for the article's block.
        expected: whether it is an error.
        also: a further line on which a finding is accepted.
        good: returns the correct block for the article's block.
    """

    def mutate(article: Article, chance: random.Random) -> Mutation | None:
        block, body = article.text[: article.body], article.text[article.body :]
        if not block.startswith("---"):
            return None
        meant, wrong = good(block), make(block)
        if wrong in (block, meant):
            return None
        start = next((i for i, (a, b) in enumerate(zip(meant, wrong, strict=False)) if a != b), 0)
        line = wrong.count("\n", 0, start) + 1
        lines = frozenset({line, also or line})
        return Mutation(meant + body, wrong + body, lines, words(wrong) - words(meant))

    kind(f"front matter: {name}", expected, about="text")(mutate)


MONTHS = (
    "January February March April May June July August September October November December".split()
)
_DATE = re.compile(r"^date: (\d{4})-(\d\d)-(\d\d)(?=$|[ T])", re.MULTILINE)
_TITLE = re.compile(r'^title: "?([^"\n:#]+?)"?$', re.MULTILINE)


def _date(form: str) -> Callable[[str], str]:
    return lambda text: _DATE.sub(form, text, count=1)


def _in_words(text: str) -> str:
    return _DATE.sub(lambda date: f"date: {MONTHS[int(date[2]) - 1]} {date[3]}, {date[1]}", text)


def _rfc_822(text: str) -> str:
    return _DATE.sub(
        lambda d: f"date: {d[3]} {MONTHS[int(d[2]) - 1][:3]} {d[1]} 00:00:00 GMT", text
    )


def _short(text: str) -> str:
    return _DATE.sub(lambda date: f"date: {date[1]}-{int(date[2])}-{int(date[3])}", text)


def _title(form: str) -> Callable[[str], str]:
    return lambda text: _TITLE.sub(form, text, count=1)


_front_matter("date with slashes", _date(r"date: \1/\2/\3"), "either")
_front_matter("date with dots", _date(r"date: \3.\2.\1"))
_front_matter("date without zeros", _short, "either")
_front_matter("date as in a mail", _rfc_822)
_front_matter("date in Chinese", _date(r"date: \1年\2月\3日"))
_front_matter("date in words", _in_words, "either")
_front_matter("date that does not exist", _date(r"date: \1-02-31"))
_front_matter("date with a typing error", _date(r"date: \1-\2-\3x"))
_front_matter("no space after the colon", _title(r"title:\1"))
_front_matter("full-width colon", _title(r"title：\1"))
_front_matter("tab after the colon", _title("title:\t" r"\1"), "either")
_front_matter("tab before a key", _title(r"\ttitle: \1"))
_front_matter(
    "space before a key",
    _title(r" title: \1" "\nlayout: post"),
    also=3,
    good=_title(r"title: \1" "\nlayout: post"),
)
_front_matter("closing quote forgotten", _title(r'title: "\1'))
_front_matter("opening quote forgotten", _title(r'title: \1"'), "either")
_front_matter("quotes of two kinds", _title(r"""title: "\1'"""))
_front_matter("typographic quotes", _title(r"title: “\1”"), "either")
_front_matter(
    "quotes inside quotes",
    _title(r'title: "The "old" \1"'),
    good=_title(r"""title: 'The "old" \1'"""),
)
_front_matter(
    "apostrophe in single quotes",
    _title(r"title: 'The ferry's \1'"),
    good=_title(r'''title: "The ferry's \1"'''),
)
_front_matter(
    "colon in a value", _title(r"title: \1: low tide"), good=_title(r'title: "\1: low tide"')
)
_front_matter("number sign in a value", _title(r"title: \1 #low"), "either")
_front_matter("@ before a value", _title(r"title: @\1"), good=_title(r'title: "@\1"'))
_front_matter("* before a value", _title(r"title: *\1"), good=_title(r'title: "*\1"'))
_front_matter("% before a value", _title(r"title: %\1"), good=_title(r'title: "%\1"'))
_front_matter("[…] before a value", _title(r"title: [low] \1"), good=_title(r'title: "[low] \1"'))
_front_matter("{{ }} as a value", _title(r"title: {{ \1 }}"), good=_title(r'title: "{{ \1 }}"'))
_front_matter("key twice", _title(r"title: \1" "\n" r"title: \1"), also=3)
_front_matter("key misspelled", lambda text: text.replace("\ntitle:", "\ntitel:"), also=1)
_front_matter("empty title", _title("title:"))
_front_matter("item without a space", lambda text: text.replace("\n  - ", "\n  -", 1), "either")
_front_matter("blank line before it", lambda text: "\n" + text, also=2)
_front_matter("byte order mark before it", lambda text: "\ufeff" + text, "either")
_front_matter("space before it", lambda text: " " + text)
_front_matter("last fence forgotten", lambda text: re.sub(r"---\s*\Z", "\n", text), also=1)
_front_matter(
    "last fence of two hyphens", lambda text: re.sub(r"---(\s*)\Z", r"--\1", text), also=1
)
_front_matter("four hyphens at the start", lambda text: "-" + text)
_front_matter("space after the fence", lambda text: "--- " + text[3:], "either")

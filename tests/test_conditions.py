"""A rule has nothing to say about an article in which its condition `when` does not hold."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zlib import crc32

import pytest
from attribution_labelled import PIECES
from dialects.truth import cells
from mdx.truth import cells as mdx_cells

from contentlint import registry
from contentlint.article.conditions import Conditions, holds, parse
from contentlint.article.document import HTML_SUFFIXES, MARKDOWN_SUFFIXES, Document
from contentlint.config.resolve import Request, load
from contentlint.core.source import Source
from contentlint.engine.check import document_of
from contentlint.rule import Rule, no_problems
from contentlint.site.generator import UNKNOWN
from contentlint.site.generators import named

RULES = [registry.load(rule_id) for rule_id in registry.rule_ids()]
GENERATORS = [UNKNOWN, *map(named, ("hugo", "hexo", "jekyll", "docusaurus", "mkdocs", "zola"))]


@cache
def conditions() -> Conditions:
    return Conditions([rule.when for rule in RULES], registry.test_named)


def wrong(document: Document) -> list[str]:
    """The rules that have something to say although their condition does not hold."""
    chosen = set(conditions().chosen(document))
    others = [rule for number, rule in enumerate(RULES) if number not in chosen]
    return [rule.id for rule in others if says_something(rule, document)]


def says_something(rule: Rule, document: Document) -> bool:
    try:
        facts = rule.collect is not None and any(True for _ in rule.collect(document))
        return facts or any(True for _ in rule.check(document))
    except RecursionError:
        return False  # the condition fails as well, and then every rule runs


def of_text(path: str, text: str, number: int) -> Document:
    return Document(Source(path, text), generator=GENERATORS[number % len(GENERATORS)])


def own_examples() -> Iterator[tuple[str, Document]]:
    for rule in RULES:
        for number, example in enumerate(rule.examples, 1):
            yield f"{rule.id}-{number}", example.document(example.text)


def texts() -> Iterator[tuple[str, Document]]:
    """Articles that were written or generated for other tests."""
    for number, cell in enumerate(cells()):
        yield cell.text, of_text("posts/a.md", cell.text, number)
        yield cell.text, of_text("a.html", cell.text, number)
    for number, mdx in enumerate(mdx_cells()):
        yield mdx.text, of_text("docs/a.mdx", mdx.text, number)
    for number, piece in enumerate(PIECES):
        yield piece.text, of_text(piece.path, piece.text, number)


def in_folder(folder: Path) -> Iterator[tuple[str, Document]]:
    config = load(Request(), folder)
    for path in sorted(folder.rglob("*")):
        if path.suffix in HTML_SUFFIXES | MARKDOWN_SUFFIXES and path.is_file():
            task = config.task(path)
            document = document_of(task, path.read_bytes(), task.site())
            document.schema = task.schema
            yield str(path), document


def generated(folder: Path, articles: int) -> Iterator[tuple[str, Document]]:
    sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
    try:
        from generate_site import write_site
    finally:
        sys.path.pop(0)
    write_site(folder, articles, html=0.5)
    return in_folder(folder)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.when], ids=lambda rule: rule.id)
def test_what_a_rule_finds_in_its_examples_is_found_with_its_condition(rule: Rule) -> None:
    assert parse(rule.when)
    for example in rule.examples:
        documents = [example.document(example.text)]
        documents += [example.document(other.text, other.path) for other in example.beside]
        for document in documents:
            if not holds(rule.when, document, registry.test_named):
                options = rule.options_of(rule.check, example.options)
                assert rule.check is no_problems or not list(rule.check(document, **options))
                if rule.collect is not None:
                    options = rule.options_of(rule.collect, example.options)
                    assert not list(rule.collect(document, **options))


def test_no_rule_speaks_without_its_condition(tmp_path: Path) -> None:
    some = [named for named in (*own_examples(), *texts()) if crc32(named[0].encode()) % 16 == 0]
    some += generated(tmp_path, 40)
    found = {name: rules for name, document in some if (rules := wrong(document))}
    assert not found


@pytest.mark.slow
def test_no_rule_speaks_without_its_condition_in_any_article(tmp_path: Path) -> None:
    found = set()
    for name, document in (*own_examples(), *texts(), *generated(tmp_path, 400)):
        found |= {(rule, name) for rule in wrong(document)}
    assert not found


@pytest.mark.slow
@pytest.mark.skipif("CONTENTLINT_ARTICLES" not in os.environ, reason="names a folder of articles")
def test_no_rule_speaks_without_its_condition_in_a_folder() -> None:
    found = set()
    for name, document in in_folder(Path(os.environ["CONTENTLINT_ARTICLES"])):
        found |= {(rule, name) for rule in wrong(document)}
        document.release()
    assert not found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_test_that_a_condition_names_exists(rule: Rule) -> None:
    document = Document(Source("a.md", "Text.\n"))
    for fact in (fact for facts in parse(rule.when) for fact in facts if fact.kind == "test"):
        for name in fact.values:
            assert name.startswith(f"{rule.id.partition('/')[0]}/")
            assert registry.test_named(name)(document) in (True, False)


@pytest.mark.parametrize("when", ["tags:img", "tag:", "tag", "tag:img or  html", "text", "test"])
def test_a_condition_with_an_unknown_fact_is_refused(when: str) -> None:
    with pytest.raises(ValueError, match="unknown fact"):
        parse(when)


@pytest.mark.parametrize(
    ("when", "path", "text", "expected"),
    [
        ("", "a.md", "", True),
        ("html", "a.html", "", True),
        ("html", "a.md", "<p>", False),
        ("markdown and non-ascii", "a.md", "ü", True),
        ("markdown and non-ascii", "a.md", "u", False),
        ("tag:img,video", "a.md", "![](a.png)", True),
        ("tag:img,video", "a.html", "<VIDEO>", True),
        ("tag:img,video", "a.html", "![](a.png)", False),
        ("attribute:srcset", "a.html", "<img SrcSet=a>", True),
        ("attribute:srcset", "a.html", "<img src=a>", False),
        ("key:date,updated", "a.md", "---\nDate: 2024-01-02\n---\n", True),
        ("key:date,updated", "a.md", "---\nnested:\n  date: 2024-01-02\n---\n", False),
        ("front-matter", "a.md", "text", False),
        ("text:a b or text:c", "a.md", "c", True),
        ("text:a b or text:c", "a.md", "a  b", False),
        ("markdown and text:| and text:a", "a.md", "a | b", True),
        ("markdown and text:| and text:a", "a.md", "b | c", False),
        ("repair:unclosed", "a.html", "<div>", True),
        ("repair:stray-end", "a.html", "<div>", False),
        ("error:duplicate-attribute", "a.html", '<p id="a" id="b">', True),
        ("error:duplicate-attribute", "a.html", '<p id="a">', False),
        ("fault:unclosed-expression", "a.mdx", "{a", True),
        ("generator:has_mdx_format", "a.md", "", False),
    ],
)
def test_a_condition_holds(when: str, path: str, text: str, expected: bool) -> None:
    assert holds(when, Document(Source(path, text))) is expected


def test_conditions_are_evaluated_together() -> None:
    several = Conditions(["html", "", "tag:a", "tag:video or text:x", "tag:a and text:x"])
    assert several.chosen(Document(Source("a.html", "<a>"))) == (0, 1, 2)
    assert several.chosen(Document(Source("a.md", "x"))) == (1, 3)


@pytest.mark.parametrize("name", ["attribution/unknown", "unknown/says_something", "attribution"])
def test_an_unknown_test_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="unknown test"):
        registry.test_named(name)


def test_a_named_test_decides_whether_a_condition_holds() -> None:
    document = Document(Source("a.md", "x"))
    when = "test:some/name or text:y"
    assert holds(when, document)  # nobody knows the test
    assert holds(when, document, lambda name: lambda _document: name == "some/name")
    assert not holds(when, document, lambda _name: lambda _document: False)


def test_running_text_is_found_without_masking_the_whole_text() -> None:
    text = (
        "---\na: '**'\n---\n**low** `[` [tide](b.md)\n\nA ** is left, {% if a %} ~~~ {% endif %}\n"
    )
    document = Document(Source("a.md", text))
    assert holds("running:**", document)
    assert not holds("running:[", document)
    assert not holds("running:(b.md)", document)
    assert "running_text" not in vars(document)
    assert not holds("running:**", Document(Source("a.html", text)))


def test_the_parts_of_the_running_text_contain_all_that_is_searched_for() -> None:
    for _, document in texts():
        running = document.running_text
        for part in "*[]|{:#!~-":
            assert part not in running or part in document.running_parts


def test_running_text_with_an_escape_is_not_a_fact() -> None:
    with pytest.raises(ValueError, match="escapes"):
        parse("running:a&b")

"""Every example of every rule: what it passes, what it marks, what it says, what it writes."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from wording import assert_form, assert_form_of_page

from contentlint import registry
from contentlint.article.document import Document
from contentlint.core.edits import apply
from contentlint.engine.check import problems_of, site_problems_of
from contentlint.engine.conserve import lost
from contentlint.rule import Example, Problem, Rule, good

RULES = [registry.load(rule_id) for rule_id in registry.rule_ids()]


def examples() -> Iterator[object]:
    for rule in RULES:
        for number, example in enumerate(rule.examples, start=1):
            yield pytest.param(rule, example, id=f"{rule.id}-{number}")


def problems(rule: Rule, example: Example, document: Document) -> list[Problem]:
    found = problems_of(rule, document, example.options)
    return sorted(found, key=lambda problem: problem.span)


def lines(problem: Problem) -> Iterator[str]:
    """What a problem says to people."""
    yield problem.message
    yield from (place.message for place in problem.related)
    if problem.help is not None:
        yield problem.help
    if problem.fix is not None:
        yield problem.fix.title


@pytest.mark.parametrize(("rule", "example"), list(examples()))
def test_example(rule: Rule, example: Example) -> None:
    document = example.document(example.text)
    on_page, on_site = problems(rule, example, document), site_problems_of(rule, example)
    said = {line for problem in on_page for line in lines(problem)}
    for line in {*said, *(problem.message for _, problem in on_site)}:
        assert_form(line)
    if any(p.fix and p.fix.safety == "unsafe" for p in (*on_page, *(p for _, p in on_site))):
        assert "Fix safety:" in rule.page
    found = [p for p in on_page if p.confidence == "high"]
    of_site = [(path, p) for path, p in on_site if p.confidence == "high"]
    told = [(example.path, problem.span, problem.message) for problem in found]
    told += [(path, problem.fact.span, problem.message) for path, problem in of_site]
    marked = [(example.path, span) for span in example.spans]
    marked += [(path, span) for path, _, spans in example.beside for span in spans]
    expected = [(*place, said) for place, said in zip(marked, example.messages, strict=True)]
    assert sorted(told) == sorted(expected)
    for problem in found:
        for note in problem.related:
            assert 0 <= note.span.start <= note.span.end <= len(example.text)
    fixes = [problem.fix for problem in found if problem.fix is not None]
    about_site = [problem for path, problem in of_site if path == example.path]
    fixes += [problem.fix for problem in about_site if problem.fix is not None]
    body_start = document.body.start
    for fix in fixes:
        if fix.safety == "safe":
            assert lost(example.text, [fix], body_start) is None, "a safe fix loses a word"
    if example.fixed is not None:
        assert apply(example.text, fixes) == example.fixed
        fixed = example.document(example.fixed)
        assert [p for p in problems(rule, example, fixed) if p.confidence == "high"] == []
        others = {name: text for name, text, _ in example.beside}
        site = good(
            example.fixed,
            path=example.path,
            schema=example.schema,
            site=example.site,
            files=others,
            **example.options,
        )
        left = [p for path, p in site_problems_of(rule, site) if path == example.path]
        assert [p for p in left if p.fix is not None] == []
        before, after = (
            Counter(error.code for error in text.parse_errors) for text in (document, fixed)
        )
        assert not after - before, "the fix breaks the markup"
    elif example.spans:
        assert not [fix for fix in fixes if fix.safety == "safe"], "a safe fix needs `fixed=`"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule(rule: Rule) -> None:
    assert any(example.messages for example in rule.examples)
    assert any(not example.messages for example in rule.examples)
    assert len(rule.summary) <= 80
    assert rule.summary.endswith(".")
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*/[a-z]+(-[a-z]+)*", rule.id)
    set_somewhere = {name for example in rule.examples for name in example.options}
    assert set_somewhere == set(rule.options)
    written = rule.options_help
    for name in rule.options:
        assert f"{name}:" in written, f"option {name} is not explained"
    assert_form_of_page(rule)

"""Every example of every rule: what it passes, what it marks, what it says, what it writes."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from contentlint import registry
from contentlint.article.document import Document
from contentlint.core.edits import apply
from contentlint.core.records import replace
from contentlint.engine.check import problems_of, site_problems_of
from contentlint.engine.conserve import lost
from contentlint.rule import Example, Problem, Rule

RULES = [registry.load(rule_id) for rule_id in registry.rule_ids()]


def examples() -> Iterator[object]:
    for rule in RULES:
        for number, example in enumerate(rule.examples, start=1):
            yield pytest.param(rule, example, id=f"{rule.id}-{number}")


def read(example: Example, text: str) -> Document:
    return example.document(text)


def problems(rule: Rule, example: Example, text: str) -> list[Problem]:
    found = problems_of(rule, read(example, text), example.options)
    return sorted(found, key=lambda problem: problem.span)


@pytest.mark.parametrize(("rule", "example"), list(examples()))
def test_example(rule: Rule, example: Example) -> None:
    found = [p for p in problems(rule, example, example.text) if p.confidence == "high"]
    of_site = [(path, p) for path, p in site_problems_of(rule, example) if p.confidence == "high"]
    told = [(example.path, problem.span, problem.message) for problem in found]
    told += [(path, problem.fact.span, problem.message) for path, problem in of_site]
    marked = [(example.path, span) for span in example.spans]
    marked += [(path, span) for path, _, spans in example.beside for span in spans]
    expected = [(*place, said) for place, said in zip(marked, example.messages, strict=True)]
    assert sorted(told) == sorted(expected)
    for problem in found:
        assert not problem.message.endswith(".")
        assert "\n" not in problem.message
        for note in problem.related:
            assert 0 <= note.span.start <= note.span.end <= len(example.text)
    fixes = [problem.fix for problem in found if problem.fix is not None]
    about_site = [problem for path, problem in of_site if path == example.path]
    fixes += [problem.fix for problem in about_site if problem.fix is not None]
    body_start = read(example, example.text).body.start
    for fix in fixes:
        if fix.safety == "safe":
            assert lost(example.text, [fix], body_start) is None, "a safe fix loses a word"
    if example.fixed is not None:
        assert apply(example.text, fixes) == example.fixed
        assert [p for p in problems(rule, example, example.fixed) if p.confidence == "high"] == []
        fixed = replace(example, text=example.fixed)
        left = [p for path, p in site_problems_of(rule, fixed) if path == example.path]
        assert [p for p in left if p.fix is not None] == []
        before, after = (
            Counter(error.code for error in read(example, text).parse_errors)
            for text in (example.text, example.fixed)
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
    if any(
        fix is not None and fix.safety == "unsafe"
        for example in rule.examples
        for fix in (
            *(problem.fix for problem in problems(rule, example, example.text)),
            *(problem.fix for _, problem in site_problems_of(rule, example)),
        )
    ):
        assert "Fix safety:" in rule.page

"""The form of what contentlint says: messages, titles of fixes, help and summaries."""

import re
from collections.abc import Iterator

import pytest
from test_rules import RULES

from contentlint.engine.check import problems_of, site_problems_of
from contentlint.rule import Rule


def said(rule: Rule) -> Iterator[str]:
    """Every line for people that the examples of a rule produce."""
    for example in rule.examples:
        problems = problems_of(rule, example.document(example.text), example.options)
        for problem in problems:
            yield problem.message
            yield from (place.message for place in problem.related)
            if problem.help is not None:
                yield problem.help
            if problem.fix is not None:
                yield problem.fix.title
        yield from (problem.message for _, problem in site_problems_of(rule, example))


def without_code(line: str) -> str:
    """A line without its code spans; those with backticks inside have longer fences."""
    return re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", line)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_messages_have_one_form(rule: Rule) -> None:
    for line in set(said(rule)):
        assert line == line.strip()
        assert len(line.splitlines()) == 1, line
        assert re.match(r"[a-z`]", line), f"does not start in lower case or with code: {line}"
        assert not re.search(r"[^.…]\.$", line), f"ends with a full stop: {line}"
        assert "`" not in without_code(line), f"a backtick has no partner: {line}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_summary_is_one_sentence(rule: Rule) -> None:
    plain = without_code(rule.summary)
    assert re.match(r"[A-Z`]", rule.summary)
    assert plain.endswith(".")
    assert not re.search(r"[.!?:] [A-Z]", plain), rule.summary
    assert rule.page.partition("\n")[2].startswith("\n"), "a blank line must follow the summary"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_options_are_explained_in_one_form(rule: Rule) -> None:
    for name in rule.options:
        match = re.search(rf"^ +{name}: (.+)", rule.options_help, re.MULTILINE)
        assert match is not None, name
        assert re.match(r"[a-z`0-9]", match[1]), match[1]
        assert name == name.lower()

"""Run the examples of a rule and say how they fail, for `contentlint test-rules`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from contentlint.core.edits import apply
from contentlint.core.errors import ContentlintError, name_of, said_by
from contentlint.core.source import Source, Span
from contentlint.core.tuples import NamedTuple
from contentlint.engine.check import problems_of, site_problems_of
from contentlint.engine.conserve import lost
from contentlint.engine.lift import ensure_valid

if TYPE_CHECKING:
    from contentlint.rule import Example, Problem, Rule


class Marked(NamedTuple):
    """A problem, or the mark and message of one that is expected."""

    path: str
    span: Span
    message: str


def faults(rule: "Rule") -> Iterator[str]:
    """What is wrong with the examples of a rule; nothing if all of them hold."""
    kinds = {"bad" if is_bad(example) else "good" for example in rule.examples}
    for kind in ("good", "bad"):
        if kind not in kinds:
            yield f"no {kind} example"
    for number, example in enumerate(rule.examples, start=1):
        kind = "bad" if is_bad(example) else "good"
        for fault in _safely(rule, example):
            yield f"example {number} ({kind}): {fault}"


def is_bad(example: "Example") -> bool:
    """Whether a rule must find something in an example."""
    return example.is_bad or bool(example.messages)


def _safely(rule: "Rule", example: "Example") -> Iterator[str]:
    try:
        yield from _faults(rule, example)
    except (MemoryError, ContentlintError):
        raise
    except (Exception, SystemExit) as error:
        yield f"rule failed: {name_of(error)}: {said_by(error).partition(chr(10))[0]}"


def _faults(rule: "Rule", example: "Example") -> Iterator[str]:
    problems = _problems(rule, example, example.text)
    found = [Marked(example.path, problem.span, problem.message) for problem in problems]
    found += [
        Marked(path, problem.fact.span, problem.message)
        for path, problem in site_problems_of(rule, example)
        if problem.confidence == "high"
    ]
    if example.is_bad and not example.messages:
        if not found:
            yield "nothing found"
    else:
        yield from _differences(_expected(example), found, _texts(example))
    yield from _faults_of_fixes(rule, example, problems)


def _texts(example: "Example") -> dict[str, str]:
    return {example.path: example.text, **{path: text for path, text, _ in example.beside}}


def _expected(example: "Example") -> list[Marked]:
    marks = [(example.path, span) for span in example.spans]
    marks += [(path, span) for path, _, spans in example.beside for span in spans]
    return [Marked(*mark, said) for mark, said in zip(marks, example.messages, strict=True)]


def _differences(
    expected: list[Marked], found: list[Marked], texts: dict[str, str]
) -> Iterator[str]:
    for mark in sorted(set(expected) - set(found)):
        yield f"not found: {_shown(mark, texts)}"
    for mark in sorted(set(found) - set(expected)):
        yield f"unexpected: {_shown(mark, texts)}"
    if set(expected) == set(found) and len(expected) != len(found):
        yield f"expected {len(expected)} problems, found {len(found)}"


def _shown(mark: Marked, texts: dict[str, str]) -> str:
    text = texts[mark.path]
    line, column = Source("", text).position(mark.span.start)
    place = f"{mark.path}:{line}:{column}"
    return f"{place} `{text[mark.span.start : mark.span.end]}`: {mark.message}"


def _problems(rule: "Rule", example: "Example", text: str) -> "list[Problem]":
    found = problems_of(rule, example.document(text), example.options)
    ensure_valid(found, len(text))
    return sorted((p for p in found if p.confidence == "high"), key=lambda p: p.span)


def _faults_of_fixes(rule: "Rule", example: "Example", problems: "list[Problem]") -> Iterator[str]:
    fixes = [problem.fix for problem in problems if problem.fix is not None]
    body = example.document(example.text).body.start
    for fix in fixes:
        if fix.safety == "safe" and lost(example.text, [fix], body) is not None:
            yield f"fix `{fix.title}` removes text, so it is not safe"
    if example.fixed is None:
        return
    fixed = apply(example.text, fixes)
    if fixed != example.fixed:
        yield f"fixed text is {fixed!r}, expected {example.fixed!r}"
    elif _problems(rule, example, fixed):
        yield "the fixed text has a problem again"

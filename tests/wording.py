"""The form of what contentlint says: messages, titles of fixes, help and summaries.

Checked on every example and rule by `test_rules.py`.
"""

import re

from contentlint.rule import Rule


def without_code(line: str) -> str:
    """A line without its code spans; those with backticks inside have longer fences."""
    return re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", line)


def assert_form(line: str) -> None:
    """Ensure the form of a line for people: of a message, a help or the title of a fix."""
    assert line == line.strip()
    assert len(line.splitlines()) == 1, line
    assert re.match(r"[a-z`]", line), f"does not start in lower case or with code: {line}"
    assert not re.search(r"[^.…]\.$", line), f"ends with a full stop: {line}"
    assert "`" not in without_code(line), f"a backtick has no partner: {line}"


def assert_form_of_page(rule: Rule) -> None:
    """Ensure the form of a rule's summary and of the explanations of its options."""
    plain = without_code(rule.summary)
    assert re.match(r"[A-Z`]", rule.summary)
    assert plain.endswith(".")
    assert not re.search(r"[.!?:] [A-Z]", plain), rule.summary
    assert rule.page.partition("\n")[2].startswith("\n"), "a blank line must follow the summary"
    for name in rule.options:
        match = re.search(rf"^ +{name}: (.+)", rule.options_help, re.MULTILINE)
        assert match is not None, name
        assert re.match(r"[a-z`0-9]", match[1]), match[1]
        assert name == name.lower()

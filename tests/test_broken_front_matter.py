"""Broken front matter: the message, line and column of each error."""

import json
import random
from pathlib import Path

import pytest

from contentlint.config.resolve import Request, load
from contentlint.core.source import Span
from contentlint.engine.check import check
from contentlint.front_matter.formats.json import parse as parse_json

CONFIG = load(Request(isolated=True, select=("front-matter",)), Path.cwd())


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("---\ntitle: Tides: a history\n---\nText.\n", 2, 8, "`title`: value contains `: `; quote it"),
        ("---\ntitle: 'Low tide\n---\nText.\n", 2, 8, "unclosed `'`; add the closing quote"),
        ('---\ntitle: "Low tide\n---\nText.\n', 2, 8, 'unclosed `"`; add the closing quote'),
        ("---\ntitle: Low\n\ttags: [a]\n---\nText.\n", 3, 1, "tab in the indentation; use spaces"),
        ("---\ntitle: @mara\n---\nText.\n", 2, 8, "a value cannot begin with `@`; quote it"),
        ("---\ntitle: *low\n---\nText.\n", 2, 8, "unknown alias `*low`; quote it"),
        ("---\ntitle: `low`\n---\nText.\n", 2, 8, "a value cannot begin with a backtick; quote it"),
        ("---\ntitle: %low\n---\nText.\n", 2, 8, "a value cannot begin with `%`; quote it"),
        ("---\ntitle: &low\n---\nText.\n", 2, 8, "`&low` is parsed as an anchor; quote it"),
        ("---\ntitle: !low\n---\nText.\n", 2, 8, "`!low` is parsed as a tag; quote it"),
        ("---\ntitle: [a, b\n---\nText.\n", 2, 8, "unclosed `[`; add `]` or quote the value"),
        ("---\ntitle: {a: b\n---\nText.\n", 2, 8, "unclosed `{`; add `}` or quote the value"),
        ("---\ntitle: Low\n date: 2024-03-18\n---\nText.\n", 3, 2, "indentation does not match the line above; align it with the other keys"),
        ("---\ntitle: Low\ntags:\n- a\n - b\n---\nText.\n", 5, 2, "`- b` continues the value above; align it with the other items"),
        ("---\ntitle Low\n---\nText.\n", 2, 1, "front matter is not a mapping; use `key: value` lines"),
        ("---\ntitle: Low\n- a\n---\nText.\n", 3, 1, "unexpected `- a`; check the indentation"),
        ("---\ntitle: 'It's low'\n---\nText.\n", 2, 8, '`title`: value contains the quote `\'`; use `"` around it'),
        ('---\ntitle: "Low" tide\n---\nText.\n', 2, 8, '`title`: value contains the quote `"`; use `\'` around it'),
        ("---\ntitle: Low # tide\ntags: [a,, b]\n---\nText.\n", 3, 10, "expected an item before this comma; add the item or remove the comma"),
        ("---\ntitle: Low\ntitle: High\n---\nText.\n", 3, 1, "duplicate key `title`; keep one"),
        ("---\ntitle: Low\nauthor: {name: a, name: b}\n---\nText.\n", 3, 19, "duplicate key `author.name`; keep one"),
        ("---\n: low\n---\nText.\n", 2, 1, "unexpected `: low`; check the indentation"),
        ("---\n- a\n- b\n---\nText.\n", 2, 1, "front matter is not a mapping; use `key: value` lines"),
        ("---\njust text\n---\nText.\n", 2, 1, "front matter is not a mapping; use `key: value` lines"),
        ("---\ntitle: >\nlow\n---\nText.\n", 3, 1, "`low` is not a key with a value; use `key: value`"),
        ("---\ntitle: |\n low\n\ttide\n---\nText.\n", 4, 1, "tab in the indentation; use spaces"),
        ("---\ntitle: Low\ntags: a, b: c\n---\nText.\n", 3, 7, "`tags`: value contains `: `; quote it"),
        ("---\ntitle: ? low\n---\nText.\n", 2, 8, "a value cannot begin with `?`; quote it"),
        ("---\ntitle: - low\n---\nText.\n", 2, 8, "a value cannot begin with `-`; quote it"),
        ("---\ntitle: Low\ndescription: He said: go\n---\nText.\n", 3, 14, "`description`: value contains `: `; quote it"),
        ("---\ntitle: #1 tide\n---\nText.\n", 2, 1, "`title` is empty; expected a non-empty string"),
        ("---\ntitle: [low] tide\n---\nText.\n", 2, 8, "`title`: text after the closing `]`; quote the whole value"),
        ("---\ntitle: {{ page.title }}\n---\nText.\n", 2, 8, "`{{ page.title }}` is parsed as a mapping; quote it"),
        ("---\ntitle：Low\n---\nText.\n", 2, 6, "`：` is a full-width colon; use `: `"),
        ("---\ntitle:Low\n---\nText.\n", 2, 1, "missing space after `:` in `title:Low`; add it"),
        ("---\ntitle: 'a' 'b'\n---\nText.\n", 2, 8, '`title`: value contains the quote `\'`; use `"` around it'),
        ("---\ntitle: Low\ncover: https://example.org/a.png: b\n---\nText.\n", 3, 8, "`cover`: value contains `: `; quote it"),
        ("---\ntitle: *\n---\nText.\n", 2, 8, "a value cannot begin with `*`; quote it"),
        ("---\ntitle: Low\nauthor: *mara\n---\nText.\n", 3, 9, "unknown alias `*mara`; quote it"),
        ("---\n<<: *base\ntitle: Low\n---\nText.\n", 2, 5, "unknown alias `*base`; quote it"),
        ("---\ntitle: 𝕃ow\nx: 'a\n---\nText.\n", 3, 4, "unclosed `'`; add the closing quote"),
        ("---\ntitle:\n---\nText.\n", 2, 1, "`title` is empty; expected a non-empty string"),
        ("---\ntitle: ''\n---\nText.\n", 2, 8, "`title` is empty; expected a non-empty string"),
        ("---\ntitle: ' '\n---\nText.\n", 2, 8, "`title` is empty; expected a non-empty string"),
        ("---\ntitle: [Low]\n---\nText.\n", 2, 8, "`title`: expected a string, found a list"),
        ("---\ntitle: {a: b}\n---\nText.\n", 2, 8, "`title`: expected a string, found a mapping"),
        ("---\ntitel: Low\n---\nText.\n", 2, 1, "`title` is missing; found `titel`, did you mean `title`?"),
        ("---\ntitle: Low\ndate: 2024-13-01\n---\nText.\n", 3, 7, "`date`: `2024-13-01` does not exist; months range from 01 to 12"),
        ("---\ntitle: Low\ndate: 2024-02-30\n---\nText.\n", 3, 7, "`date`: `2024-02-30` does not exist; February 2024 has 29 days"),
        ("---\ntitle: Low\ndate: 18.03.2024\n---\nText.\n", 3, 7, "`date`: `18.03.2024` is not ISO 8601; write `2024-03-18`"),
        ("---\ntitle: Low\ndate: 03/04/2024\n---\nText.\n", 3, 7, "`date`: `03/04/2024` is ambiguous: 2024-04-03 or 2024-03-04; write it as `YYYY-MM-DD`"),
        ("---\ntitle: Low\ndate: Mar 18, 2024\n---\nText.\n", 3, 7, "`date`: `Mar 18, 2024` is not ISO 8601; write `2024-03-18`"),
        ("---\ntitle: Low\ndate: 2021年11月19日\n---\nText.\n", 3, 7, "`date`: `2021年11月19日` is not ISO 8601; write `2021-11-19`"),
        ("---\ntitle: Low\ndate: Fri, 19 Nov 2021 03:39:16 GMT\n---\nText.\n", 3, 7, "`date`: `Fri, 19 Nov 2021 03:39:16 GMT` is not ISO 8601; write `2021-11-19T03:39:16Z`"),
        ("---\ntitle: Low\ndate: 1637293156\n---\nText.\n", 3, 7, "`date`: `1637293156` is a Unix timestamp; write `2021-11-19T03:39:16Z`"),
        ("---\ntitle: Low\ndate: yesterday\n---\nText.\n", 3, 7, "`date`: `yesterday` is not a date; write it as `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS+HH:MM`"),
        ("---\ntitle: Low\ndate: 2024-3-8\n---\nText.\n", 3, 7, "`date`: `2024-3-8` is not ISO 8601; write `2024-03-08`"),
        ("---\ntitle: Low\ndate: 2024-03-18 25:00\n---\nText.\n", 3, 7, "`date`: `2024-03-18 25:00` does not exist; hours range from 00 to 23"),
        ("---\ntitle: Low\ndate: [2024-03-18]\n---\nText.\n", 3, 7, "`date`: expected a date such as `2024-03-18`, found a list"),
        ("---\ntitle: Low\ndate: true\n---\nText.\n", 3, 7, "`date`: expected a date such as `2024-03-18`, found `true`"),
        ("---\ntitle: Low\nupdated: 2024/13/27\n---\nText.\n", 3, 10, "`updated`: `2024/13/27` does not exist; months range from 01 to 12"),
        ("---\ntitle: Low\ndate: 20240318\n---\nText.\n", 3, 7, "`date`: `20240318` is not ISO 8601; write `2024-03-18`"),
        ("---\ntitle: Low\ndate: 2024-03-18T20:00:00+25:00\n---\nText.\n", 3, 7, "`date`: `2024-03-18T20:00:00+25:00` does not exist; offsets range from -12:00 to +14:00"),
        ("---\ntitle: Low\ndate: Mon, 19 Nov 2021 03:39:16 GMT\n---\nText.\n", 3, 7, "`date`: `Mon, 19 Nov 2021 03:39:16 GMT` has the wrong weekday: 19 November 2021 was a Friday; correct one of them"),
        ("---\ntitle: Low\ncover: htps://example.org/a.png\n---\nText.\n", 3, 8, "`cover`: `htps://example.org/a.png` has the unsupported scheme `htps:`; use `https://`"),
        ("---\ntitle: Low\ncover: /img/low tide.png\n---\nText.\n", 3, 8, "`cover`: `/img/low tide.png` contains a space; use `%20`"),
        ("---\ntitle: Low\ncover: C:\\img\\a.png\n---\nText.\n", 3, 8, "`cover`: `C:\\img\\a.png` is a local file path, which readers cannot open; use a URL"),
        ("---\ntitle: Low\nlang: klingon\n---\nText.\n", 3, 7, "`lang`: expected a language code such as `en` or `zh-CN`, found `klingon`"),
        ("---\ntitle: Low\nlang: no\n---\nText.\n", 3, 7, "`no` is parsed as boolean `false`; quote it"),
        ("---\ntitle: Low\ndraft: maybe\n---\nText.\n", 3, 8, "`draft`: expected `true` or `false`, found `maybe`"),
        ("---\ntitle: Low\ntags: [a, '']\n---\nText.\n", 3, 11, "`tags.1` is empty; expected a non-empty string"),
        ("---\ntitle: Low\ntags: [a, [b]]\n---\nText.\n", 3, 11, "`tags.1`: expected a string, found a list"),
        ("---\ntitle: Low\nauther: Mara\n---\nText.\n", 3, 1, "`auther`: unknown key; did you mean `author`?"),
        ("---\ntitle: 2024-03-18\n---\nText.\n", 2, 8, "`2024-03-18` is parsed as a date; quote it"),
        ("---\ntitle: 1.10\n---\nText.\n", 2, 8, "`1.10` is parsed as number `1.1`; quote it"),
        ("---\ntitle: yes\n---\nText.\n", 2, 8, "`yes` is parsed as boolean `true`; quote it"),
        ("---\ntitle: Low\nversion: 1.10\n---\nText.\n", 3, 10, "`1.10` is parsed as number `1.1`; quote it"),
        ("---\ntitle: Low\nslug: [a]\n---\nText.\n", 3, 7, "`slug`: expected a string, found a list"),
        ("---\ntitle: Low\ncatagories: [a]\n---\nText.\n", 3, 1, "`catagories`: unknown key; did you mean `categories`?"),
        ("---\ntitle: Low\nimage: javascript:alert(1)\n---\nText.\n", 3, 8, "`image`: `javascript:alert(1)` has the unsupported scheme `javascript:`; use `https://`"),
        ("---\ntitle: null\n---\nText.\n", 2, 8, "`title` is empty; expected a non-empty string"),
        ("---\ntitle: ~\n---\nText.\n", 2, 8, "`title` is empty; expected a non-empty string"),
        ("---\ntitle: Low\ndescription: [a]\n---\nText.\n", 3, 14, "`description`: expected a string, found a list"),
        ("+++\ntitle = Low\n+++\n", 2, 9, "unquoted string `Low`; quote it"),
        ("+++\ntitle = 'Low\n+++\n", 2, 9, "unclosed `'`; add the closing quote"),
        ("+++\ntitle = 'a'\ntitle = 'b'\n+++\n", 3, 1, "duplicate key `title`; keep one"),
        ("+++\n[a\ntitle='x'\n+++\n", 2, 1, "invalid TOML: expected ']' at the end of a table declaration"),
        ("+++\ntitle: Low\n+++\n", 2, 6, "`:` is not valid after a TOML key; use `=`"),
        ("+++\ntitle =\n+++\n", 2, 1, "`title` has no value; add one"),
        ("+++\ndate = 2024-13-01\n+++\n", 2, 8, "invalid date `2024-13-01`; use the format `YYYY-MM-DD`"),
        ("+++\ntitle = 'Low'\ndate = 'Mar 18, 2024'\n+++\n", 3, 8, "`date`: `Mar 18, 2024` is not ISO 8601; write `2024-03-18`"),
        ("+++\ntags = ['a' 'b']\n+++\n", 2, 13, "expected a comma or `]` before this"),
        ("+++\r\ntitle = 'Low'\r\ntags = [\r\n  'a'\r\n  'b'\r\n]\r\n+++\r\n", 5, 3, "invalid TOML: unclosed array"),
        ('{"title": "Low",}\n\nx\n', 1, 16, "trailing comma; remove it"),
        ('{"title": "Low", "tags": ["a" , ]}\n\nx\n', 1, 31, "trailing comma; remove it"),
        ('{"title": "Low", date: "x"}\n\nx\n', 1, 18, "expected a key in double quotes"),
        ('{"title": Low}\n\nx\n', 1, 11, "expected a value; strings need double quotes"),
        ('{\n"title": "Low"\n"date": "x"\n}\n\nx\n', 3, 1, "expected a comma before this"),
        ("---\ntitle: Low\n\nText without an end.\n", 1, 1, "unclosed front matter; add `---` after the last key"),
        ("\n---\ntitle: Low\n---\n", 2, 1, "front matter on line 2 is ignored by generators; move it to line 1"),
        ("---\ntitle: Low\n--\nText\n", 3, 1, "`--` does not close the front matter; use `---`"),
        (" ---\ntitle: Low\n---\n", 1, 2, "indented front matter is ignored by generators; remove the indentation"),
        ("---\ntitle: Low\n——\nText\n", 3, 1, "`——` does not close the front matter; use `---`"),
        ("+++\ntitle = 'Low'\n", 1, 1, "unclosed front matter; add `+++` after the last key"),
        ("\ufeff---\ntitle: 'Low\n---\n", 2, 8, "unclosed `'`; add the closing quote"),
        ("---\r\ntitle: 𝕃ow: 𝕋ide\r\n---\r\n", 2, 8, "`title`: value contains `: `; quote it"),
    ],
)  # fmt: skip
def test_one_fault_is_one_finding(text: str, line: int, column: int, message: str) -> None:
    [found] = check(CONFIG.task(Path.cwd() / "a.md"), text).findings
    assert (found.line, found.column, found.message) == (line, column, message)


JSON_PIECES = (
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    '"',
    '"a"',
    "1",
    "-",
    "01",
    "true",
    "\\",
    "\n",
    " ",
    "x",
)


@pytest.mark.parametrize("seed", range(10))
def test_text_that_is_not_json_has_one_fault_where_the_standard_library_sees_it(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(300):
        source = "{" + "".join(rng.choices(JSON_PIECES, k=rng.randint(0, 9)))
        try:
            json.loads(source)
            continue
        except json.JSONDecodeError as error:
            place = error.pos
        [problem] = parse_json(source, Span(0, len(source)), 50).syntax_problems
        # Both read from the left; the mark may begin before the place, at the string or the comma.
        assert problem.span.start <= place + 1, (source, place, problem)
        assert problem.span.start <= problem.span.end <= len(source)

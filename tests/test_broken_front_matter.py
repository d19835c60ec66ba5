"""Front matter broken by hand: what is said of it, and at which line and column."""

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
        ("---\ntitle: Tides: a history\n---\nText.\n", 2, 8, "value of `title` contains `: `; put it in quotes"),
        ("---\ntitle: 'Low tide\n---\nText.\n", 2, 8, "`'` opens a value and is never closed; add the other one"),
        ('---\ntitle: "Low tide\n---\nText.\n', 2, 8, '`"` opens a value and is never closed; add the other one'),
        ("---\ntitle: Low\n\ttags: [a]\n---\nText.\n", 3, 1, "tab in the indentation; write spaces"),
        ("---\ntitle: @mara\n---\nText.\n", 2, 8, "a value cannot begin with `@`; put it in quotes"),
        ("---\ntitle: *low\n---\nText.\n", 2, 8, "`*low` is an alias of nothing; put it in quotes"),
        ("---\ntitle: `low`\n---\nText.\n", 2, 8, "a value cannot begin with a backtick; put it in quotes"),
        ("---\ntitle: %low\n---\nText.\n", 2, 8, "a value cannot begin with `%`; put it in quotes"),
        ("---\ntitle: &low\n---\nText.\n", 2, 8, "YAML reads `&low` as an anchor; put it in quotes"),
        ("---\ntitle: !low\n---\nText.\n", 2, 8, "YAML reads `!low` as a tag; put it in quotes"),
        ("---\ntitle: [a, b\n---\nText.\n", 2, 8, "`[` is not closed; add `]`, or put it in quotes"),
        ("---\ntitle: {a: b\n---\nText.\n", 2, 8, "`{` is not closed; add `}`, or put it in quotes"),
        ("---\ntitle: Low\n date: 2024-03-18\n---\nText.\n", 3, 2, "indentation does not fit the line above; align it with its neighbours"),
        ("---\ntitle: Low\ntags:\n- a\n - b\n---\nText.\n", 5, 2, "`- b` continues the value above; align it with its neighbours"),
        ("---\ntitle Low\n---\nText.\n", 2, 1, "front matter is no mapping; write `key: value` lines"),
        ("---\ntitle: Low\n- a\n---\nText.\n", 3, 1, "`- a` does not fit the line above; check its indentation"),
        ("---\ntitle: 'It's low'\n---\nText.\n", 2, 8, 'value of `title` has `\'` inside its quotes; put `"` around'),
        ('---\ntitle: "Low" tide\n---\nText.\n', 2, 8, 'value of `title` has `"` inside its quotes; put `\'` around'),
        ("---\ntitle: Low # tide\ntags: [a,, b]\n---\nText.\n", 3, 10, "nothing stands before this comma; remove it or add the item"),
        ("---\ntitle: Low\ntitle: High\n---\nText.\n", 3, 1, "key `title` stands twice; keep one"),
        ("---\ntitle: Low\nauthor: {name: a, name: b}\n---\nText.\n", 3, 19, "key `author.name` stands twice; keep one"),
        ("---\n: low\n---\nText.\n", 2, 1, "`: low` does not fit the line above; check its indentation"),
        ("---\n- a\n- b\n---\nText.\n", 2, 1, "front matter is no mapping; write `key: value` lines"),
        ("---\njust text\n---\nText.\n", 2, 1, "front matter is no mapping; write `key: value` lines"),
        ("---\ntitle: >\nlow\n---\nText.\n", 3, 1, "`low` is no key; write `key: value`"),
        ("---\ntitle: |\n low\n\ttide\n---\nText.\n", 4, 1, "tab in the indentation; write spaces"),
        ("---\ntitle: Low\ntags: a, b: c\n---\nText.\n", 3, 7, "value of `tags` contains `: `; put it in quotes"),
        ("---\ntitle: ? low\n---\nText.\n", 2, 8, "a value cannot begin with `?`; put it in quotes"),
        ("---\ntitle: - low\n---\nText.\n", 2, 8, "a value cannot begin with `-`; put it in quotes"),
        ("---\ntitle: Low\ndescription: He said: go\n---\nText.\n", 3, 14, "value of `description` contains `: `; put it in quotes"),
        ("---\ntitle: #1 tide\n---\nText.\n", 2, 1, "`title` is empty; write some text"),
        ("---\ntitle: [low] tide\n---\nText.\n", 2, 8, "value of `title` goes on behind its `]`; put all of it in quotes"),
        ("---\ntitle: {{ page.title }}\n---\nText.\n", 2, 8, "YAML reads `{{ page.title }}` as a mapping; put it in quotes"),
        ("---\ntitle：Low\n---\nText.\n", 2, 6, "`：` is no colon to YAML; write `: `"),
        ("---\ntitle:Low\n---\nText.\n", 2, 1, "no space after the `:` of `title:Low`; add one"),
        ("---\ntitle: 'a' 'b'\n---\nText.\n", 2, 8, 'value of `title` has `\'` inside its quotes; put `"` around'),
        ("---\ntitle: Low\ncover: https://example.org/a.png: b\n---\nText.\n", 3, 8, "value of `cover` contains `: `; put it in quotes"),
        ("---\ntitle: *\n---\nText.\n", 2, 8, "a value cannot begin with `*`; put it in quotes"),
        ("---\ntitle: Low\nauthor: *mara\n---\nText.\n", 3, 9, "`*mara` is an alias of nothing; put it in quotes"),
        ("---\n<<: *base\ntitle: Low\n---\nText.\n", 2, 5, "`*base` is an alias of nothing; put it in quotes"),
        ("---\ntitle: 𝕃ow\nx: 'a\n---\nText.\n", 3, 4, "`'` opens a value and is never closed; add the other one"),
        ("---\ntitle:\n---\nText.\n", 2, 1, "`title` is empty; write some text"),
        ("---\ntitle: ''\n---\nText.\n", 2, 8, "`title` is empty; write some text"),
        ("---\ntitle: ' '\n---\nText.\n", 2, 8, "`title` is empty; write some text"),
        ("---\ntitle: [Low]\n---\nText.\n", 2, 8, "`title` is a list; write text"),
        ("---\ntitle: {a: b}\n---\nText.\n", 2, 8, "`title` is a mapping; write text"),
        ("---\ntitel: Low\n---\nText.\n", 2, 1, "`title` is missing; `titel` looks like it"),
        ("---\ntitle: Low\ndate: 2024-13-01\n---\nText.\n", 3, 7, "date `2024-13-01` does not exist; months range from 01 to 12"),
        ("---\ntitle: Low\ndate: 2024-02-30\n---\nText.\n", 3, 7, "date `2024-02-30` does not exist; February 2024 has 29 days"),
        ("---\ntitle: Low\ndate: 18.03.2024\n---\nText.\n", 3, 7, "date `18.03.2024` is not ISO 8601; write `2024-03-18`"),
        ("---\ntitle: Low\ndate: 03/04/2024\n---\nText.\n", 3, 7, "date `03/04/2024` is ambiguous: 2024-04-03 or 2024-03-04; write it as `YYYY-MM-DD`"),
        ("---\ntitle: Low\ndate: Mar 18, 2024\n---\nText.\n", 3, 7, "date `Mar 18, 2024` is not ISO 8601; write `2024-03-18`"),
        ("---\ntitle: Low\ndate: 2021年11月19日\n---\nText.\n", 3, 7, "date `2021年11月19日` is not ISO 8601; write `2021-11-19`"),
        ("---\ntitle: Low\ndate: Fri, 19 Nov 2021 03:39:16 GMT\n---\nText.\n", 3, 7, "date `Fri, 19 Nov 2021 03:39:16 GMT` is not ISO 8601; write `2021-11-19T03:39:16Z`"),
        ("---\ntitle: Low\ndate: 1637293156\n---\nText.\n", 3, 7, "date `1637293156` is a Unix timestamp; write `2021-11-19T03:39:16Z`"),
        ("---\ntitle: Low\ndate: yesterday\n---\nText.\n", 3, 7, "date `yesterday` is not a date; write it as `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS+HH:MM`"),
        ("---\ntitle: Low\ndate: 2024-3-8\n---\nText.\n", 3, 7, "date `2024-3-8` is not ISO 8601; write `2024-03-08`"),
        ("---\ntitle: Low\ndate: 2024-03-18 25:00\n---\nText.\n", 3, 7, "date `2024-03-18 25:00` does not exist; hours range from 00 to 23"),
        ("---\ntitle: Low\ndate: [2024-03-18]\n---\nText.\n", 3, 7, "`date` is a list; write a date such as `2024-03-18`"),
        ("---\ntitle: Low\ndate: true\n---\nText.\n", 3, 7, "`date` `true` is a truth value; write a date such as `2024-03-18`"),
        ("---\ntitle: Low\nupdated: 2024/13/27\n---\nText.\n", 3, 10, "updated `2024/13/27` does not exist; months range from 01 to 12"),
        ("---\ntitle: Low\ndate: 20240318\n---\nText.\n", 3, 7, "date `20240318` is not ISO 8601; write `2024-03-18`"),
        ("---\ntitle: Low\ndate: 2024-03-18T20:00:00+25:00\n---\nText.\n", 3, 7, "date `2024-03-18T20:00:00+25:00` does not exist; offsets range from -12:00 to +14:00"),
        ("---\ntitle: Low\ndate: Mon, 19 Nov 2021 03:39:16 GMT\n---\nText.\n", 3, 7, "date `Mon, 19 Nov 2021 03:39:16 GMT` has the wrong weekday: 19 November 2021 was a Friday; correct one of them"),
        ("---\ntitle: Low\ncover: htps://example.org/a.png\n---\nText.\n", 3, 8, "`cover` `htps://example.org/a.png` has the unsupported scheme `htps:`; use `https://`"),
        ("---\ntitle: Low\ncover: /img/low tide.png\n---\nText.\n", 3, 8, "`cover` `/img/low tide.png` contains a space; use `%20`"),
        ("---\ntitle: Low\ncover: C:\\img\\a.png\n---\nText.\n", 3, 8, "`cover` `C:\\img\\a.png` is a local file path, which readers cannot open; use a URL"),
        ("---\ntitle: Low\nlang: klingon\n---\nText.\n", 3, 7, "`lang` `klingon` is no language; write a code such as `en` or `zh-CN`"),
        ("---\ntitle: Low\nlang: no\n---\nText.\n", 3, 7, "YAML reads `no` as the truth value false; put it in quotes"),
        ("---\ntitle: Low\ndraft: maybe\n---\nText.\n", 3, 8, "`draft` `maybe` is neither; write `true` or `false`"),
        ("---\ntitle: Low\ntags: [a, '']\n---\nText.\n", 3, 11, "`tags.1` is empty; write some text"),
        ("---\ntitle: Low\ntags: [a, [b]]\n---\nText.\n", 3, 11, "`tags.1` is a list; write text"),
        ("---\ntitle: Low\nauther: Mara\n---\nText.\n", 3, 1, "unknown key `auther`; did you mean `author`?"),
        ("---\ntitle: 2024-03-18\n---\nText.\n", 2, 8, "YAML reads `2024-03-18` as a date; put it in quotes"),
        ("---\ntitle: 1.10\n---\nText.\n", 2, 8, "YAML reads `1.10` as the number 1.1; put it in quotes"),
        ("---\ntitle: yes\n---\nText.\n", 2, 8, "YAML reads `yes` as the truth value true; put it in quotes"),
        ("---\ntitle: Low\nversion: 1.10\n---\nText.\n", 3, 10, "YAML reads `1.10` as the number 1.1; put it in quotes"),
        ("---\ntitle: Low\nslug: [a]\n---\nText.\n", 3, 7, "`slug` is a list; write text"),
        ("---\ntitle: Low\ncatagories: [a]\n---\nText.\n", 3, 1, "unknown key `catagories`; did you mean `categories`?"),
        ("---\ntitle: Low\nimage: javascript:alert(1)\n---\nText.\n", 3, 8, "`image` `javascript:alert(1)` has the unsupported scheme `javascript:`; use `https://`"),
        ("---\ntitle: null\n---\nText.\n", 2, 8, "`title` is empty; write some text"),
        ("---\ntitle: ~\n---\nText.\n", 2, 8, "`title` is empty; write some text"),
        ("---\ntitle: Low\ndescription: [a]\n---\nText.\n", 3, 14, "`description` is a list; write text"),
        ("+++\ntitle = Low\n+++\n", 2, 9, "`Low` is text without quotes; add them"),
        ("+++\ntitle = 'Low\n+++\n", 2, 9, "`'` opens a value and is never closed; add the other one"),
        ("+++\ntitle = 'a'\ntitle = 'b'\n+++\n", 3, 1, "key `title` stands twice; keep one"),
        ("+++\n[a\ntitle='x'\n+++\n", 2, 1, "no valid TOML: expected ']' at the end of a table declaration"),
        ("+++\ntitle: Low\n+++\n", 2, 6, "TOML has no `:` behind a key; write `=`"),
        ("+++\ntitle =\n+++\n", 2, 1, "`title` has no value; add one"),
        ("+++\ndate = 2024-13-01\n+++\n", 2, 8, "`2024-13-01` is no date that exists; write it as `YYYY-MM-DD`"),
        ("+++\ntitle = 'Low'\ndate = 'Mar 18, 2024'\n+++\n", 3, 8, "date `Mar 18, 2024` is not ISO 8601; write `2024-03-18`"),
        ("+++\ntags = ['a' 'b']\n+++\n", 2, 13, "a comma or `]` is missing before this"),
        ("+++\r\ntitle = 'Low'\r\ntags = [\r\n  'a'\r\n  'b'\r\n]\r\n+++\r\n", 5, 3, "no valid TOML: unclosed array"),
        ('{"title": "Low",}\n\nx\n', 1, 16, "nothing stands behind this comma; remove it"),
        ('{"title": "Low", "tags": ["a" , ]}\n\nx\n', 1, 31, "nothing stands behind this comma; remove it"),
        ('{"title": "Low", date: "x"}\n\nx\n', 1, 18, "a key is missing, or its double quotes"),
        ('{"title": Low}\n\nx\n', 1, 11, "a value is missing, or its double quotes"),
        ('{\n"title": "Low"\n"date": "x"\n}\n\nx\n', 3, 1, "a comma is missing before this"),
        ("---\ntitle: Low\n\nText without an end.\n", 1, 1, "front matter is never closed; write `---` below its last key"),
        ("\n---\ntitle: Low\n---\n", 2, 1, "front matter begins on line 2, where generators ignore it; begin on line 1"),
        ("---\ntitle: Low\n--\nText\n", 3, 1, "`--` does not close the front matter; write `---`"),
        (" ---\ntitle: Low\n---\n", 1, 2, "front matter is indented, so that generators ignore it; begin at column 1"),
        ("---\ntitle: Low\n——\nText\n", 3, 1, "`——` does not close the front matter; write `---`"),
        ("+++\ntitle = 'Low'\n", 1, 1, "front matter is never closed; write `+++` below its last key"),
        ("\ufeff---\ntitle: 'Low\n---\n", 2, 8, "`'` opens a value and is never closed; add the other one"),
        ("---\r\ntitle: 𝕃ow: 𝕋ide\r\n---\r\n", 2, 8, "value of `title` contains `: `; put it in quotes"),
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

"""What generators are asked: every input of the recordings, in one place.

An input is one article. All of a group but those of `block` are the same article with other lines
of front matter, and are named by those lines.

In one module, for it is one table: what is asked, and of whom.
"""

from dataclasses import dataclass
from functools import cache

TITLE = "Low tide"
BODY = "Mud.\n"


@dataclass(frozen=True)
class Input:
    """One article that is given to a generator.

    Args:
        group: what is asked: a key of `GROUPS`.
        name: distinguishes it in its group; the lines of front matter under test, or a description.
        text: the whole article.
    """

    group: str
    name: str
    text: str


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())


# Where a block may be, and between what.
_BLOCK = f"---\ntitle: {TITLE}\n---\n\n{BODY}"
_TOML_BLOCK = f'+++\ntitle = "{TITLE}"\n+++\n\n{BODY}'
_JSON_BLOCK = f'{{\n  "title": "{TITLE}"\n}}\n\n{BODY}'


def _fenced(opening: str, closing: str | None = None) -> str:
    closing = opening if closing is None else closing
    return f"{opening}\ntitle: {TITLE}\n{closing}\n\n{BODY}"


BLOCKS: dict[str, str] = {
    "at the first byte": _BLOCK,
    "after a blank line": "\n" + _BLOCK,
    "after two blank lines": "\n\n" + _BLOCK,
    "after a line of spaces": "  \n" + _BLOCK,
    "after a CRLF blank line": ("\n" + _BLOCK).replace("\n", "\r\n"),
    "after a byte order mark": "\ufeff" + _BLOCK,
    "after two byte order marks": "\ufeff\ufeff" + _BLOCK,
    "after a byte order mark and a blank line": "\ufeff\n" + _BLOCK,
    "after a zero-width space": "\u200b" + _BLOCK,
    "after a no-break space": "\u00a0" + _BLOCK,
    "after a space on the same line": " " + _BLOCK,
    "after a tab on the same line": "\t" + _BLOCK,
    "after an HTML comment": "<!-- tide -->\n" + _BLOCK,
    "after a heading": "# Tides\n\n" + _BLOCK,
    "after a text line": "Sea.\n" + _BLOCK,
    "after an import line": "import Chart from './chart.js'\n" + _BLOCK,
    "after a code fence line": "```\n" + _BLOCK,
    "as a code block": f"```yaml\ntitle: {TITLE}\n```\n\n{BODY}",
    "with dashes in a code block": f"```yaml\n---\ntitle: {TITLE}\n---\n```\n\n{BODY}",
    "fences indented": f" ---\n title: {TITLE}\n ---\n\n{BODY}",
    "closing fence indented": _fenced("---", " ---"),
    "opening fence with a trailing blank": _fenced("--- ", "---"),
    "opening fence with a trailing tab": _fenced("---\t", "---"),
    "closing fence with a trailing blank": _fenced("---", "--- "),
    "both fences with a trailing blank": _fenced("--- "),
    "closing fence with trailing text": _fenced("---", "--- end"),
    "opening fence of two": _fenced("--", "---"),
    "closing fence of two": _fenced("---", "--"),
    "fences of two": _fenced("--"),
    "fences of four": _fenced("----"),
    "opening fence of four": _fenced("----", "---"),
    "closing fence of four": _fenced("---", "----"),
    "fences of ten": _fenced("-" * 10),
    "fences of em dashes": _fenced("\u2014"),
    "fences of an em dash and a hyphen": _fenced("\u2014-"),
    "fences of three en dashes": _fenced("\u2013" * 3),
    "closing fence of an em dash and a hyphen": _fenced("---", "\u2014-"),
    "fences of equals signs": _fenced("==="),
    "fences of asterisks": _fenced("***"),
    "fences of tildes": _fenced("~~~"),
    "fences of underscores": _fenced("___"),
    "fences of plus signs around YAML": _fenced("+++"),
    "fences of semicolons around YAML": _fenced(";;;"),
    "fences of semicolons around JSON": f';;;\n"title": "{TITLE}"\n;;;\n\n{BODY}',
    "fences of semicolons around JSON in braces": f';;;\n{{"title": "{TITLE}"}}\n;;;\n\n{BODY}',
    "JSON closed by semicolons": f'"title": "{TITLE}"\n;;;\n\n{BODY}',
    "dashes around TOML": f'---\ntitle = "{TITLE}"\n---\n\n{BODY}',
    "dashes around JSON": f'---\n{{"title": "{TITLE}"}}\n---\n\n{BODY}',
    "opening fence `---yaml`": _fenced("---yaml", "---"),
    "opening fence `--- yaml`": _fenced("--- yaml", "---"),
    "opening fence `---toml`": f'---toml\ntitle = "{TITLE}"\n---\n\n{BODY}',
    "opening fence `---json`": f'---json\n{{"title": "{TITLE}"}}\n---\n\n{BODY}',
    "opening fence `--- # tide`": _fenced("--- # tide", "---"),
    "quoted fences": _fenced('"---"'),
    "fences in a quote": f"> ---\n> title: {TITLE}\n> ---\n\n{BODY}",
    "escaped fences": _fenced("\\---"),
    "closing fence of dots": _fenced("---", "..."),
    "no opening fence": f"title: {TITLE}\n---\n\n{BODY}",
    "no closing fence": f"---\ntitle: {TITLE}\n\n{BODY}",
    "no closing fence, a rule in the body": f"---\ntitle: {TITLE}\n\n{BODY}\n---\n\nSand.\n",
    "no closing fence, a table in the body": f"---\ntitle: {TITLE}\n\n{BODY}\n| a |\n|---|\n| b |\n",
    "no fences": f"title: {TITLE}\n\n{BODY}",
    "no fences, a capital key": f"Title: {TITLE}\n\n{BODY}",
    "closing fence on the last line": f"---\ntitle: {TITLE}\n---",
    "no line end after the body": f"---\ntitle: {TITLE}\n---\nMud.",
    "body at once": f"---\ntitle: {TITLE}\n---\n{BODY}",
    "blank line after the opening fence": f"---\n\ntitle: {TITLE}\n---\n\n{BODY}",
    "blank line before the closing fence": f"---\ntitle: {TITLE}\n\n---\n\n{BODY}",
    "a blank line between keys": f"---\ndate: 2024-03-18\n\ntitle: {TITLE}\n---\n\n{BODY}",
    "empty": f"---\n---\n\n{BODY}",
    "empty with a blank line": f"---\n\n---\n\n{BODY}",
    "only a comment": f"---\n# tide\n---\n\n{BODY}",
    "only a word": f"---\nLow tide\n---\n\n{BODY}",
    "only a list": f"---\n- Low tide\n---\n\n{BODY}",
    "only `null`": f"---\nnull\n---\n\n{BODY}",
    "a comment before the key": f"---\n# tide\ntitle: {TITLE}\n---\n\n{BODY}",
    "a `---` inside a value": f"---\ntitle: {TITLE}\nnote: a --- b\n---\n\n{BODY}",
    "a line of dashes inside a block scalar": f"---\ntitle: {TITLE}\nnote: |\n  ---\n  b\n---\n\n{BODY}",
    "a line that begins with dashes inside": f"---\ntitle: {TITLE}\n---sand: b\n---\n\n{BODY}",
    "a rule in a body without a block": "Mud.\n\n---\n\nSand.\n",
    "a rule at the start, without a block": "---\n\nMud.\n",
    "two rules in a body without a block": "Mud.\n\n---\n\nSand.\n\n---\n\nSilt.\n",
    "text between rules at the start": "---\n\nMud.\n\n---\n\nSand.\n",
    "prose with a colon between rules": "---\n\nNote: mud.\n\n---\n\nSand.\n",
    "a setext heading first": "Sea and tide\n---\n\nMud.\n",
    "a setext heading with a colon first": "Sea: a tide\n---\n\nMud.\n",
    "a rule in the body": f"---\ntitle: {TITLE}\n---\n\n{BODY}\n---\n\nSand.\n",
    "a second block at once": f"---\ntitle: {TITLE}\n---\n---\nnote: b\n---\n\n{BODY}",
    "a second block after a blank line": f"---\ntitle: {TITLE}\n---\n\n---\nnote: b\n---\n\n{BODY}",
    "a second block in the body": f"---\ntitle: {TITLE}\n---\n\n{BODY}\n---\nnote: b\n---\n\nSand.\n",
    "an empty block before it": f"---\n---\n---\ntitle: {TITLE}\n---\n\n{BODY}",
    "more keys after it": f"---\ntitle: {TITLE}\n---\nnote: b\n---\n\n{BODY}",
    "CRLF line ends": _BLOCK.replace("\n", "\r\n"),
    "CR line ends": _BLOCK.replace("\n", "\r"),
    "LF inside, CRLF after": f"---\ntitle: {TITLE}\n---\r\n\r\nMud.\r\n",
    "CRLF opening, LF rest": f"---\r\ntitle: {TITLE}\n---\n\n{BODY}",
    "a NUL inside": f"---\ntitle: {TITLE}\nnote: a\0b\n---\n\n{BODY}",
    "a control character inside": f"---\ntitle: {TITLE}\nnote: a\bb\n---\n\n{BODY}",
    "a tab before the value": f"---\ntitle:\t{TITLE}\n---\n\n{BODY}",
    "a no-break space before the value": f"---\ntitle:\u00a0{TITLE}\n---\n\n{BODY}",
    "a no-break space before the key": f"---\n\u00a0title: {TITLE}\n---\n\n{BODY}",
    "a zero-width space before the key": f"---\n\u200btitle: {TITLE}\n---\n\n{BODY}",
    "a full-width colon": f"---\ntitle\uff1a {TITLE}\n---\n\n{BODY}",
    "no blank after the colon": f"---\ntitle:{TITLE}\n---\n\n{BODY}",
    "a blank before the colon": f"---\ntitle : {TITLE}\n---\n\n{BODY}",
    "a capital key": f"---\nTitle: {TITLE}\n---\n\n{BODY}",
    "upper-case keys": f"---\nTITLE: {TITLE}\n---\n\n{BODY}",
    "a quoted key": f'---\n"title": {TITLE}\n---\n\n{BODY}',
    "keys indented": f"---\n  title: {TITLE}\n---\n\n{BODY}",
    "second key indented": f"---\ntitle: {TITLE}\n  note: b\n---\n\n{BODY}",
    "second key indented by a tab": f"---\ntitle: {TITLE}\n\tnote: b\n---\n\n{BODY}",
    "duplicate key": f"---\ntitle: {TITLE}\ntitle: High tide\n---\n\n{BODY}",
    "duplicate other key": f"---\ntitle: {TITLE}\nnote: a\nnote: b\n---\n\n{BODY}",
    "duplicate nested key": f"---\ntitle: {TITLE}\nnote:\n  a: 1\n  a: 2\n---\n\n{BODY}",
    "a curly-quoted title": f"---\ntitle: \u201c{TITLE}\u201d\n---\n\n{BODY}",
    "a merge conflict": f"---\n<<<<<<< HEAD\ntitle: {TITLE}\n=======\ntitle: High tide\n>>>>>>> b\n---\n\n{BODY}",
    "a YAML directive": f"%YAML 1.2\n---\ntitle: {TITLE}\n---\n\n{BODY}",
    "a document end inside": f"---\ntitle: {TITLE}\n...\nnote: b\n---\n\n{BODY}",
    "no file content": "",
    "only the body": BODY,
    "only an opening fence": "---\n",
}

TOML_BLOCKS: dict[str, str] = {
    "at the first byte": _TOML_BLOCK,
    "after a blank line": "\n" + _TOML_BLOCK,
    "after a byte order mark": "\ufeff" + _TOML_BLOCK,
    "after a space on the same line": " " + _TOML_BLOCK,
    "after an HTML comment": "<!-- tide -->\n" + _TOML_BLOCK,
    "opening fence with a trailing blank": _TOML_BLOCK.replace("+++\n", "+++ \n", 1),
    "closing fence with a trailing blank": f'+++\ntitle = "{TITLE}"\n+++ \n\n{BODY}',
    "fences indented": f' +++\ntitle = "{TITLE}"\n +++\n\n{BODY}',
    "fences of two": f'++\ntitle = "{TITLE}"\n++\n\n{BODY}',
    "fences of four": f'++++\ntitle = "{TITLE}"\n++++\n\n{BODY}',
    "no closing fence": f'+++\ntitle = "{TITLE}"\n\n{BODY}',
    "no opening fence": f'title = "{TITLE}"\n+++\n\n{BODY}',
    "closed by dashes": f'+++\ntitle = "{TITLE}"\n---\n\n{BODY}',
    "empty": f"+++\n+++\n\n{BODY}",
    "only a comment": f"+++\n# tide\n+++\n\n{BODY}",
    "CRLF line ends": _TOML_BLOCK.replace("\n", "\r\n"),
    "CR line ends": _TOML_BLOCK.replace("\n", "\r"),
    "YAML inside": f"+++\ntitle: {TITLE}\n+++\n\n{BODY}",
    "a capital key": f'+++\nTitle = "{TITLE}"\n+++\n\n{BODY}',
    "a second block at once": f'+++\ntitle = "{TITLE}"\n+++\n+++\nnote = "b"\n+++\n\n{BODY}',
    "a `+++` inside a value": f'+++\ntitle = "{TITLE}"\nnote = "a +++ b"\n+++\n\n{BODY}',
    "a `+++` line inside a string": f'+++\ntitle = "{TITLE}"\nnote = """\n+++\n"""\n+++\n\n{BODY}',
}

JSON_BLOCKS: dict[str, str] = {
    "at the first byte": _JSON_BLOCK,
    "after a blank line": "\n" + _JSON_BLOCK,
    "after a byte order mark": "\ufeff" + _JSON_BLOCK,
    "on one line": f'{{"title": "{TITLE}"}}\n\n{BODY}',
    "on one line with the body": f'{{"title": "{TITLE}"}} {BODY}',
    "with a line comment": f'{{\n  // tide\n  "title": "{TITLE}"\n}}\n\n{BODY}',
    "with a block comment": f'{{\n  /* tide */\n  "title": "{TITLE}"\n}}\n\n{BODY}',
    "with single quotes": f"{{\n  'title': '{TITLE}'\n}}\n\n{BODY}",
    "with bare keys": f'{{\n  title: "{TITLE}"\n}}\n\n{BODY}',
    "with a trailing comma": f'{{\n  "title": "{TITLE}",\n}}\n\n{BODY}',
    "with a missing comma": f'{{\n  "note": "b"\n  "title": "{TITLE}"\n}}\n\n{BODY}',
    "with a missing brace": f'{{\n  "title": "{TITLE}"\n\n{BODY}',
    "with an extra brace": f'{{\n  "title": "{TITLE}"\n}}}}\n\n{BODY}',
    "with a duplicate key": f'{{\n  "title": "{TITLE}",\n  "title": "High tide"\n}}\n\n{BODY}',
    "with a brace in a string": f'{{\n  "title": "{TITLE}",\n  "note": "}}"\n}}\n\n{BODY}',
    "with `True`": f'{{\n  "title": "{TITLE}",\n  "note": True\n}}\n\n{BODY}',
    "with a leading zero": f'{{\n  "title": "{TITLE}",\n  "note": 01\n}}\n\n{BODY}',
    "with a raw line break in a string": f'{{\n  "title": "{TITLE}",\n  "note": "a\nb"\n}}\n\n{BODY}',
    "empty": f"{{\n}}\n\n{BODY}",
    "fenced by dashes too": f'---\n{{\n  "title": "{TITLE}"\n}}\n---\n\n{BODY}',
    "a template in the first line": "{{ page.title }}\n\nMud.\n",
    "braces as text": "{mud} and sand\n\nMud.\n",
}

# Plain scalars: what they are made, as the value of a key and as the title.
_SCALARS = _names(
    """
    no No NO yes Yes YES on On ON off Off OFF y Y n N true True TRUE false False FALSE
    null Null NULL ~ none None nil undefined NaN nan .nan .NaN .NAN .inf .Inf -.inf +.inf inf
    0 1 -1 +1 00 01 007 08 09 010 012 018 0o14 0O14 0x1F 0X1F 0xff 0b11 0b102 1_000 1_000.5 _1 1_
    1,000 1.000 1.0 1.10 3.0 2.0.1 1. .5 5. -.5 +.5 - -- . .. , 1e3 1E3 1E5 1e-3 1e+3 21E08 1.5e3 1e 1E
    12e03 7e 1e400 0e0 0.1e1 685.230_15e+03 190:20:30 12:30 1:30 12:30:45 1:30:45 01:30 24:00 12:60
    1:2:3:4 12:30:45.5 123456789012345678901234567890 9007199254740993 0.30000000000000004 1/2
    50% $5 5$ = << < <= => > >= <b> 2024 2024-03 2024-03-18 2024-3-8 2024-13-01 2024-02-30 20240318
    2024-03-18T10:00 2024-03-18T10:00:00 2024-03-18T10:00:00Z 2024-03-18t10:00:00z
    2024-03-18T10:00:00+08:00 2024/03/18 18.03.2024 18-03-2024 10:00 10:00:00 10.30 10h30
    1.2.3 v1.0 1.0-beta 1e5f 0777 0888 0o8 0xg +0x1F -0x1F -012 +012 0. 00.5 -0 +0 1__0 0_1
    #fff #tide a#b a:1 a:b :a a: :tide: http://example.org/a C:\\tide @tide @ % %tide ! !bang !!bang &Co & *star
    * ** `tick` ` | > [ ] { } {a} [a] [a,b] [[Note]] [Note](a) {{a}} {%a%} <%a%> ? ?x -a --- ... +a
    "a" 'a' "a"b 'a'b a"b a'b "it's" 'it''s' 'it's "a\\nb" "\\d" "\\t" '\\d' \\d é 潮 《潮》 “a” ‘a’ 「潮」 👍
    a,b a;b a|b a&b a*b a!b a@b a%b a=b a>b a_b a~b ~a ~/a ./a ../a /a // /a/ a/ ... … —
    """
) + _lines(
    """
a #b
a # b
Update #2 (28 new)
C# and F#
# all of it
&Co and sons
& sons
*star
*star* and mud
* star
**bold** tide
!bang
! bang
!important tide
!!str 5
!!int "5"
!!binary aGk=
!!set {a}
%percent
@at the sea
@at
`tick` tide
` tick
a: b
a : b
a:
Tide: low
Tide: low: mud
Note: "a" b
12:30: low tide
{a, b}
{a: b}
{ a }
{a
a}
{{ page.title }}
{% raw %}
[a, b]
[a, b
a, b]
[a] b
[a](b)
[[Note]]
[[Note]] b
[Draft] Tide
{Draft} Tide
(Draft) Tide
- a
-a
- - a
? x
?x
| x
|x
> x
>x
>-
|
'it's
'it's low'
'a' b
"a" b
"Low" tide
"Low" and "high"
'Low' tide
'a
"a
a'
"a \\q b"
"a\\"
"C:\\tide"
'C:\\tide'
C:\\tide
"a: b"
'a # b'
a, b
a b
a  b
no one
yes, no
true story
null and void
1 000
1e3 m
2024-03-18 10:00
2024-03-18 10:00:00
2024-03-18 10:00:00 +0800
2024-03-18 tide
=
= a
== a
<< a
<a> b
a <b
– a
— a
, a
. a
: a
; a
~ a
% a
$a
^a
_a_
\\a
\\ a
…
'no'
"1.10"
'2024-03-18'
''
""
'null'
"a"#b
'a' # b
a\tb
"""
)

# The empty value, and values of several lines.
_LONG = (
    "",
    " ",
    " # tide",
    "\n  a",
    "\n  - a\n  - b",
    "\n- a\n- b",
    "\n  -a\n  -b",
    "\n  a:1\n  b:2",
    "\n  a: 1\n  b: 2",
    " a\n  b",
    " a\nb",
    " a\n  - b",
    " a\n  b: c",
    ' "a\n  b"',
    ' "a\nb"',
    " |\n  a\n  b",
    " |\n  a\n b",
    " |\na",
    " >\n  a\n  b",
    " >-\n  a\n  b",
    " |-\n  a # b",
    " [a,\n  b]",
    " [a,\nb]",
    " &x a\nother: *x",
    " *x",
    "\n  <<: {a: 1}",
    "\n\ta",
    " [yes, no, 1.10, 2024-03-18, null, ~]",
    " {no: yes, 1: 2}",
)

SCALARS = tuple(dict.fromkeys(_SCALARS))

# Dates, as a plain value.
DATES = (
    "2024-03-18",
    "2024-03-18 ",
    *_lines(
        """\n2024-3-18\n2024-03-8\n2024-3-8\n2024-03-18T10:00:00Z\n2024-03-18T10:00:00z\n2024-03-18t10:00:00Z\n2024-03-18t10:00:00z\n2024-03-18T10:00:00\n2024-03-18T10:00\n2024-03-18T10:00Z\n2024-03-18T10:00+08:00\n2024-03-18T10\n2024-03-18T10:00:00+08:00\n2024-03-18T10:00:00+0800\n2024-03-18T10:00:00+08\n2024-03-18T10:00:00+8\n2024-03-18T10:00:00-05:00\n2024-03-18T10:00:00 +08:00\n2024-03-18T10:00:00.000Z\n2024-03-18T10:00:00.5Z\n2024-03-18T10:00:00.123456Z\n2024-03-18T10:00:00.123456789Z\n2024-03-18T10:00:00,5Z\n2024-03-18T10:00:00.000\n2024-03-18T10:00:00[Europe/Oslo]\n2024-03-18T1:00:00Z\n2024-03-18T9:30\n2024-03-18 10:00:00\n2024-03-18 10:00:00.5\n2024-03-18  10:00:00\n2024-03-18 10:00\n2024-03-18 9:30\n2024-03-18 9:30:00\n2024-03-18 10\n2024-3-8 10:00:00\n2024-3-8 9:05:00\n2024-3-8 9:5:3\n2024-3-8 10:00\n2024-03-18 10:00:00Z\n2024-03-18 10:00:00 Z\n2024-03-18 10:00:00 UTC\n2024-03-18 10:00:00 GMT\n2024-03-18 10:00:00 EST\n2024-03-18 10:00:00 +0000\n2024-03-18 10:00:00 +0800\n2024-03-18 10:00:00 +08:00\n2024-03-18 10:00:00 +08\n2024-03-18 10:00:00 +8\n2024-03-18 10:00:00 +800\n2024-03-18 10:00:00+0800\n2024-03-18 10:00:00+08:00\n2024-03-18 10:00:00+8\n2024-03-18 10:00:00 -0500\n2024-03-18 10:00:00 -05:00\n2024-03-18 10:00 UTC\n2024-03-18 10:00 +0800\n2024-03-18 10:00 +08:00\n2024-03-18 10:00 AM\n2024-03-18 10:00:00 PM\n2024-03-18 10.00\n2024-03-18-10:00\n2024-03-18_10:00\n2024-03-18T24:00:00Z\n2024-03-18 24:00:00\n2024-03-18 24:00\n2024-03-18T25:00:00Z\n2024-03-18T10:60:00Z\n2024-03-18T10:00:60Z\n2024-02-30\n2024-02-30T10:00:00Z\n2023-02-29\n2024-04-31\n2024-13-01\n2024-00-10\n2024-03-00\n2024-03-32\n0000-01-01\n0001-01-01\n1969-12-31\n24-03-18\n12024-03-18\n2024-078\n2024-W12-1\n2024\n2024-03\n20240318\n20240318T100000Z\n2024/03/18\n2024/3/8\n2024/03/18 10:00\n2024/03/18 10:00:00\n2024/3/8 9:05\n2024/03/18T10:00:00Z\n2024/03/18 10:00:00 +0800\n2024.03.18\n2024.3.8\n2024.03.18 10:00\n2024_03_18\n2024 03 18\n18-03-2024\n03-18-2024\n18/03/2024\n03/18/2024\n03/04/2024\n18.03.2024\n18.3.2024 10:00\n3/18/24\nMarch 18, 2024\nMar 18, 2024\nMar 18 2024\nSept 18, 2024\n18 March 2024\n18 Mar 2024\n18 Mar 2024 10:00\n18th March 2024\nMarch 18th, 2024\nMarch 2024\nMarch 18, 2024 10:00\nMarch 18, 2024 10:00 AM\nMonday, March 18, 2024\nMon Mar 18 2024\nMon, 18 Mar 2024\nMon, 18 Mar 2024 10:00:00 +0000\nMon, 18 Mar 2024 10:00:00 GMT\nMon, 18 Mar 2024 10:00:00 +0800\n18 Mar 2024 10:00:00 +0000\nMon Mar 18 10:00:00 2024\nMon Mar 18 10:00:00 UTC 2024\nMon Mar 18 2024 10:00:00 GMT+0800\n2024-Mar-18\n18-Mar-2024\n18. März 2024\n18 de marzo de 2024\n18 mars 2024\n2024年3月18日\n2024年03月18日 10:00\n2024-03-18 上午10:00\n1710756000\n1710756000000\n1710756000.5\n-1\n0\ntoday\nnow\nyesterday\ntomorrow\nTBD\nunknown\nsoon\n~\nnull\ntrue\nno\n{{ date }}\n{created: 2024-03-18}\n[2024-03-18]\n[2024, 3, 18]\n2024-03-18 # tide\n2024-03-18, 10:00\n2024-03-18:\n(2024-03-18)\n!!timestamp 2024-03-18\n!!str 2024-03-18\n'2024-03-18'\n'2024-03-18 '\n' 2024-03-18'\n'2024-03-18T10:00:00Z'\n'2024-03-18T10:00:00Z '\n'2024-03-18T10:00'\n'2024-03-18T10:00:00'\n'2024-03-18T10:00:00+08:00'\n'2024-03-18T10:00:00+0800'\n'2024-03-18 10:00'\n'2024-03-18 10:00:00'\n'2024-03-18 10:00:00 +0800'\n'2024-03-18 10:00:00 +08:00'\n'2024-03-18 10:00:00 UTC'\n'2024-03-18 10:00:00Z'\n'2024-3-8'\n'2024/03/18'\n'2024'\n'1710756000'\n'March 18, 2024'\n''\n\"2024-03-18\"\n"""
    ),
    "",
)

# Lines of front matter for one field.
FIELDS = (
    *_lines(
        """\ndraft: yes\ndraft: no\ndraft: Yes\ndraft: NO\ndraft: on\ndraft: off\ndraft: y\ndraft: n\ndraft: true\ndraft: false\ndraft: True\ndraft: False\ndraft: TRUE\ndraft: \"true\"\ndraft: \"false\"\ndraft: 'yes'\ndraft: 'no'\ndraft: 1\ndraft: 0\ndraft: t\ndraft: f\ndraft: \"1\"\ndraft: \"0\"\ndraft: draft\ndraft: ~\ndraft:\ndraft: ''\ndraft: [true]\ndraft: not yet\nDraft: true\ndraft:true\npublished: yes\npublished: no\npublished: No\npublished: off\npublished: n\npublished: true\npublished: false\npublished: False\npublished: \"true\"\npublished: \"false\"\npublished: 'no'\npublished: 0\npublished: 1\npublished:\npublished: ~\npublished: ''\npublished: 2024-03-18\nstatus: draft\nstatus: Draft\nstatus: hidden\nstatus: published\nstatus: private\nstatus: no\nstatus:\nvisibility: hidden\nunlisted: true\nunlisted: yes\nunlisted: no\npagefind: no\nsitemap: no\nhidden: true\nhidden: yes\nrender: false\nrender: no\npermalink: no\npermalink: false\npermalink: \"false\"\npermalink: true\npermalink: off\npermalink: /tide/\npermalink: tide\npermalink: tide/\npermalink: tide.html\npermalink: /潮/\npermalink: /tide and mud/\npermalink: /tide?a=1\npermalink: ../tide/\npermalink: 2024\npermalink: 012\npermalink: https://example.org/tide/\npermalink:\npermalink: ''\nslug: no\nslug: 012\nslug: 1.10\nslug: 2024\nslug: Low Tide\nslug: low/tide\nslug: /tide/\nslug: 潮\nslug:\nurl: /tide/\nurl: tide\nurl: no\nurl: 012\naliases: /old/\naliases: [/old/]\nlayout: false\nlayout: no\nlayout: post\nlayout: missing\nlayout: none\nlayout: ~\nlayout:\nlayout: \"false\"\nlayout: true\ntitle:\ntitle: ~\ntitle: ''\ntitle: no\ntitle: true\ntitle: 012\ntitle: 1.10\ntitle: 2024-03-18\ntitle: 12:30\ntitle: [a, b]\ntitle: {a: b}\ntitle: 2024\ndescription: no\ndescription: 2024\ndescription: 2024-03-18\ndescription: [a]\ndescription:\nweight: 1\nweight: 01\nweight: 010\nweight: \"1\"\nweight: 1.5\nweight: first\nweight: 08\nweight: -1\nweight: 1e3\nweight:\norder: 1\norder: \"1\"\norder: first\nsidebar_position: 1\nsidebar_position: \"1\"\nsidebar_position: 1.5\nsidebar_position: first\nsidebar_position: no\ntoc: yes\ntoc: no\ntoc: true\ntoc: \"true\"\ncomments: no\ncomments: off\ncomments: false\ncomments: \"false\"\ncomments: true\nhide: toc\nhide: [toc]\nsearch: no\nsearch: {exclude: true}\npin: true\npin: yes\nsticky: true\nsticky: 1\ntop: 1\nmath: yes\nlang: no\nlang: en\nlang: [en]\nlanguage: no\nauthor: Mara\nauthor: [Mara, Ole]\nauthor: 012\nauthors: Mara\nauthors: Mara, Ole\nauthors: [Mara, Ole]\nauthors: [{name: Mara}]\nauthors: no\nauthors:\nimage: no\nimage: tide.png\nimage: {src: tide.png}\ncover: 2024\nkeywords: a, b\nkeywords: [a, b]\nkeywords: no\ntags: a\ntags: a, b\ntags: a,b\ntags: a b\ntags: a; b\ntags: a/b\ntags: a | b\ntags: \"a, b\"\ntags: a,\ntags: [a, b]\ntags: [a b]\ntags: [\"a, b\"]\ntags: [a, ]\ntags: [a, , b]\ntags: [, a]\ntags: [a, a]\ntags: [a, A]\ntags: ['', a]\ntags: [~, a]\ntags: [no, a]\ntags: [true]\ntags: [1, 2]\ntags: [1.10, 2024]\ntags: [012, 0x1F]\ntags: [2024-03-18]\ntags: [12:30]\ntags: [a: b]\ntags: [[a, b], c]\ntags: [[a, b]]\ntags: [C#, F#]\ntags: [a #b]\ntags: [#a]\ntags: [a/b]\ntags: [\"a/b\"]\ntags: [潮]\ntags: [\" a \"]\ntags: []\ntags: {a: b}\ntags: {a, b}\ntags: #a\ntags: #a #b\ntags: '#a'\ntags: no\ntags: 2024\ntags: 1.10\ntags: 2024-03-18\ntags: ~\ntags:\ntags: ''\ntags: -a\ntags: - a\ntags: a, no, 1.10\ntags: true\ntags: \",\"\ntags: 、\ntags: a、b\ntags: a，b\nTags: [a, b]\ntag: a\ntag: a b\ntag: a, b\ntag: [a, b]\ncategories: a\ncategories: a, b\ncategories: a b\ncategories: a/b\ncategories: a / b\ncategories: a > b\ncategories: [a, b]\ncategories: [a/b]\ncategories: [[a, b]]\ncategories: [[a, b], [c]]\ncategories: [a, [b, c]]\ncategories: {a: b}\ncategories: [{a: b}]\ncategories: no\ncategories: [no]\ncategories: 2024\ncategories: 1.10\ncategories: ''\ncategories: []\ncategories: ~\ncategories:\ncategories: -a\nCategories: [a]\ncategory: a\ncategory: a b\ncategory: a, b\ncategory: a/b\ncategory: [a, b]\ncategory: no\ncategory: 2024\ncategory:\n"""
    ),
    "tags:\n  - a\n  - b",
    "tags:\n- a\n- b",
    "tags:\n  -a\n  -b",
    "tags:\n  - a b\n  - c",
    "tags:\n  - a, b",
    "tags:\n  -\n  - a",
    "tags:\n  - a: b",
    "tags:\n  - [a, b]",
    "tags:\n  - - a\n    - b",
    "tags:\n  a\n  b",
    "tags:\n  a:\n  b:",
    "tags: a\n  - b",
    "tags:\n\t- a",
    "tags:\n - a\n  - b",
    "tags:\n  - a\n - b",
    "tags:\n  - no\n  - 1.10",
    "tags:\n  - #a\n  - b",
    "tags:\n  - '#a'",
    "tags:\n  * a\n  * b",
    "tags: |\n  a\n  b",
    "categories:\n  - a\n  - b",
    "categories:\n  - [a, b]\n  - c",
    "categories:\n  - [a, b]\n  - [c, d]",
    "categories:\n  - - a\n    - b\n  - - c",
    "tags: [a]\ntag: b",
    "categories: [a]\ncategory: b",
    "draft: true\npublished: true",
    "search:\n  exclude: true",
    "sidebar:\n  order: 1",
    "sidebar:\n  order: '1'",
    "sidebar:\n  hidden: yes",
    "description: a\n  b",
    "description: a\nb",
    "description: Tide: low",
    "description: >\n  a\n  b",
    "description: a # b",
)

# TOML: lines of front matter under a title.
TOML = (
    *_lines(
        """\nnote = 1\nnote = 01\nnote = 1_000\nnote = 1__0\nnote = +1\nnote = 0x1F\nnote = 0o14\nnote = 012\nnote = 1.\nnote = .5\nnote = 1.10\nnote = 1e3\nnote = 1E3\nnote = inf\nnote = nan\nnote = true\nnote = True\nnote = TRUE\nnote = yes\nnote = no\nnote = on\nnote = null\nnote = None\nnote = a\nnote =\nnote\nnote: a\nnote: \"a\"\nnote = 'a'\nnote = \"a\nnote = 'a\nnote = 'it's'\nnote = \"a\" b\nnote = \"a \"good\" rope\"\nnote = \"a\",\nnote = \"a\";\nnote = \"C:\\data\"\nnote = \"C:\\users\"\nnote = 'C:\\data'\nnote = \"\\d+\"\nnote = “a”\nnote = [a, b]\nnote = [\"a\", \"b\"]\nnote = [\"a\" \"b\"]\nnote = [\"a\", \"b\",]\nnote = [\"a\", 1]\nnote = [\"a\", [\"b\"]]\nnote = {a = 1}\nnote = {a = 1,}\nnote = {\"a\": 1}\nnote = #fff\nnote = \"a\" # tide\nNOTE = 1\nnóte = 1\n潮 = 1\n\"潮\" = 1\nmy note = 1\nmy-note = 1\nmy.note = 1\n1 = 1\n\"note\" = 1\n=1\n// tide\n# tide\nnote = 1 note2 = 2\nnote = 12:30\nnote = 12:30:00\nnote = 2024-03-18\nnote = 1.2.3\nnote = v1\nnote = @a\ndraft = true\ndraft = false\ndraft = True\ndraft = \"true\"\ndraft = \"false\"\ndraft = 1\ndraft = 0\ndraft = yes\nDraft = true\nweight = 1\nweight = 01\nweight = \"1\"\nweight = 1.5\nweight = -1\nweight = \"first\"\ntags = [\"a\", \"b\"]\ntags = \"a\"\ntags = \"a, b\"\ntags = []\ntags = [1]\ntags = [[\"a\"]]\ntags = a\nTags = [\"a\"]\ncategories = [\"a\"]\ncategories = \"a\"\nslug = \"Low Tide\"\nslug = 1\nslug = \"\"\npath = \"tide\"\npath = \"/tide/\"\nurl = \"/tide/\"\naliases = [\"/old/\"]\naliases = \"/old/\"\ntemplate = \"missing.html\"\nlayout = false\nauthor = \"Mara\"\nauthors = [\"Mara\"]\nauthors = \"Mara\"\ndescription = 1\ndescription = \"a\"\ndate = 2024-03-18\ndate = \"2024-03-18\"\ndate = 2024-3-8\ndate = \"2024-3-8\"\ndate = 2024-03-18T10:00:00\ndate = 2024-03-18T10:00:00Z\ndate = 2024-03-18t10:00:00z\ndate = 2024-03-18 10:00:00\ndate = 2024-03-18 10:00:00Z\ndate = 2024-03-18 10:00\ndate = 2024-03-18T10:00\ndate = 2024-03-18T10:00Z\ndate = 2024-03-18T10:00:00+01:00\ndate = 2024-03-18T10:00:00+0100\ndate = 2024-03-18T10:00:00+01\ndate = 2024-03-18T10:00:00 +01:00\ndate = 2024-03-18 10:00:00 +0100\ndate = 2024-03-18T10:00:00.5Z\ndate = 2024-03-18T10:00:00.123456789Z\ndate = 2024-03-18T24:00:00Z\ndate = 2024-02-30\ndate = 2024-13-01\ndate = 2024/03/18\ndate = \"2024/03/18\"\ndate = \"2024-03-18 10:00\"\ndate = \"2024-03-18 10:00:00\"\ndate = \"2024-03-18T10:00\"\ndate = \"2024-03-18T10:00Z\"\ndate = \"2024-03-18T10:00:00Z\"\ndate = \"2024-03-18T10:00:00+0100\"\ndate = \"2024-03-18 10:00:00 +0100\"\ndate = \"2024-03-18 \"\ndate = \"March 18, 2024\"\ndate = \"Mon, 18 Mar 2024 10:00:00 +0000\"\ndate = \"\"\ndate = \"tide\"\ndate = March 18, 2024\ndate = 2024\ndate = 1710756000\ndate = 12:30:00\ndate = [2024-03-18]\nDate = 2024-03-18\nupdated = 2024-03-18\nupdated = \"2024-03-18\"\nupdated = \"tide\"\nlastmod = 2024-03-18\nlastmod = \"tide\"\n"""
    ),
    "note = 1\nnote = 2",
    'title = "High tide"',
    "note = 1\n[note]\na = 1",
    "[params]\nnote = 1",
    "[params]\ndate = 2024-03-18",
    '[params]\ntags = ["a"]',
    "[params]\ndraft = true",
    "[extra]\nnote = 1",
    "[extra]\ndate = 2024-03-18",
    '[extra]\ntags = ["a"]',
    "[extra]\ndraft = true",
    '[taxonomies]\ntags = ["a"]',
    '[taxonomies]\ntags = "a"',
    "[taxonomies]\ntags = [1]",
    '[taxonomies]\nmood = ["a"]',
    "[taxonomies]\ndate = 2024-03-18",
    '[menu.main]\nname = "a"\ndraft = true',
    '[cover]\nimage = "a.png"\ntags = ["a"]\ndraft = true',
    '[build]\nlist = "never"\ndraft = true',
    "[a]\nb = 1\n[a]\nc = 2",
    "[[a]]\nb = 1\n[[a]]\nb = 2\ndate = 2024-03-18",
    "[a\nb = 1",
    "[a b]\nc = 1",
    "[]\nb = 1",
    "  note = 1",
    "\tnote = 1",
    'note = """\na\nb"""',
    'note = "a\nb"',
    "note = [\n  1,\n  2\n]",
    "note = {\n  a = 1\n}",
    "note =\n  1",
)

# JSON: members after the title.
JSON = _lines(
    """
"note": 1
"note": 01
"note": 1.10
"note": .5
"note": 1.
"note": +1
"note": 1e3
"note": 0x1F
"note": true
"note": True
"note": yes
"note": null
"note": None
"note": NaN
"note": "a"
"note": 'a'
"note": a
"note": "a
"note": "C:\\data"
"note": "a	b"
"note": ["a", "b"]
"note": ["a", "b",]
"note": ["a" "b"]
"note": {"a": 1}
"note": 1,
"note" 1
"note" = 1
note: 1
"note": 1 // tide
"note": 1 /* tide */
"note": 1, "note": 2
"note": 12345678901234567890
"title": "High tide"
"Title": "High tide"
"draft": true
"draft": false
"draft": "true"
"draft": "false"
"draft": 1
"draft": 0
"tags": ["a", "b"]
"tags": "a"
"tags": "a, b"
"tags": []
"tags": null
"tags": [1]
"tags": [["a"]]
"categories": "a/b"
"date": "2024-03-18"
"date": "2024-3-8"
"date": "2024-03-18T10:00"
"date": "2024-03-18T10:00:00"
"date": "2024-03-18T10:00:00Z"
"date": "2024-03-18T10:00:00+0800"
"date": "2024-03-18 10:00"
"date": "2024-03-18 10:00:00"
"date": "2024-03-18 10:00:00 +0800"
"date": "2024/03/18"
"date": "March 18, 2024"
"date": "Mon, 18 Mar 2024 10:00:00 +0000"
"date": "2024-02-30"
"date": "tide"
"date": ""
"date": null
"date": 1710756000
"date": 2024-03-18
"date": 2024
"""
)


@dataclass(frozen=True)
class Plan:
    """What one generator is asked.

    Args:
        groups: the groups that apply to it.
        dates: the keys whose date is asked, in front matter in YAML.
        path: the article, from the root of a site.
        files: what a site of it has besides the article, by path: what contentlint needs to
            recognise it.
        json_fence: what opens and closes front matter in JSON, by lines; empty: braces do.
        always: a key and its value that every article has, for it cannot be read without.
    """

    groups: tuple[str, ...]
    dates: tuple[str, ...] = ("date",)
    path: str = "a.md"
    files: tuple[tuple[str, str], ...] = ()
    json_fence: tuple[str, str] = ("", "")
    always: tuple[str, str] = ("", "")


_YAML = ("block", "value", "title", "date", "field")

PLANS: dict[str, Plan] = {
    "astro": Plan(
        (*_YAML, "toml-block", "toml"),
        ("date",),
        "src/content/blog/a.md",
        (("astro.config.mjs", "export default {}\n"),),
    ),
    "docusaurus": Plan(
        _YAML,
        ("date", "last_update:\n  date"),
        "blog/a.md",
        (("docusaurus.config.js", "module.exports = {}\n"),),
    ),
    "docusaurus-docs": Plan(
        ("field",), (), "docs/a.md", (("docusaurus.config.js", "module.exports = {}\n"),)
    ),
    "eleventy": Plan(
        (*_YAML, "json"),
        ("date",),
        "posts/a.md",
        (("eleventy.config.js", "module.exports = {};\n"),),
        ("---json", "---"),
    ),
    "gray-matter": Plan(("block", "value")),
    "hexo": Plan(
        (*_YAML, "json"),
        ("date", "updated"),
        "source/_posts/a.md",
        (("_config.yml", "title: Sea\nsource_dir: source\n"),),
        (";;;", ";;;"),
    ),
    "hexo-front-matter": Plan(("block", "value", "date", "json"), json_fence=(";;;", ";;;")),
    "hugo": Plan(
        (*_YAML, "toml-block", "toml", "json-block", "json"),
        ("date", "lastmod", "publishDate", "expiryDate"),
        "content/posts/a.md",
        (("hugo.toml", 'baseURL = "https://example.org/"\ntitle = "Sea"\n'),),
    ),
    "jekyll": Plan(
        _YAML,
        ("date", "last_modified_at"),
        "_posts/2001-01-01-a.md",
        (("_config.yml", "title: Sea\nplugins: []\n"),),
    ),
    "js-yaml-3": Plan(("value",)),
    "js-yaml-4": Plan(("value",)),
    "mkdocs": Plan(
        ("block", "value", "title", "field"), (), "docs/a.md", (("mkdocs.yml", "site_name: Sea\n"),)
    ),
    "mkdocs-material": Plan(
        ("title", "date", "field"),
        ("date",),
        "docs/blog/posts/a.md",
        (("mkdocs.yml", "site_name: Sea\ntheme:\n  name: material\nplugins:\n  - blog\n"),),
        always=("date", "2024-03-01"),
    ),
    "myst": Plan(_YAML, ("date",), "a.md", (("myst.yml", "version: 1\nproject:\n  title: Sea\n"),)),
    "nikola": Plan(
        (*_YAML, "toml-block", "toml"),
        ("date", "updated"),
        "pages/a.md",
        (("conf.py", 'BLOG_TITLE = "Sea"\nPAGES = (("pages/*.md", "pages", "page.tmpl"),)\n'),),
    ),
    "nuxt": Plan(
        ("block", "value", "title", "field"),
        (),
        "content/a.md",
        (("content.config.ts", "import { defineContentConfig } from '@nuxt/content'\n"),),
    ),
    "pelican": Plan(
        _YAML, ("date", "modified"), "content/a.md", (("pelicanconf.py", 'SITENAME = "Sea"\n'),)
    ),
    "sphinx": Plan(
        ("block", "value", "title", "field"),
        (),
        "a.md",
        (("conf.py", 'extensions = ["myst_parser"]\n'),),
    ),
    "rtoml": Plan(
        ("toml",),
        (),
        "content/a.md",
        (("config.toml", 'base_url = "https://example.org"\ncompile_sass = false\n'),),
    ),
    "starlight": Plan(
        _YAML,
        ("lastUpdated",),
        "src/content/docs/a.md",
        (
            (
                "astro.config.mjs",
                "import starlight from '@astrojs/starlight'\nexport default { integrations: [starlight({ title: 'Sea' })] }\n",
            ),
        ),
    ),
    "vitepress": Plan(
        _YAML, ("date",), "docs/a.md", (("docs/.vitepress/config.mjs", "export default {}\n"),)
    ),
}
"""What is recorded, by the name of the file in `data/`."""


def _yaml(plan: Plan, lines: str) -> str:
    # A key of its own replaces ours: one that comes twice is another question.
    title = "" if lines.startswith("title:") else f"title: {TITLE}\n"
    key, value = plan.always
    always = "" if not key or lines.startswith(f"{key}:") else f"{key}: {value}\n"
    return f"---\n{title}{always}{lines}\n---\n\n{BODY}"


def _json(plan: Plan, lines: str) -> str:
    opening, closing = plan.json_fence
    if opening == ";;;":
        return f'{opening}\n"title": "{TITLE}",\n{lines}\n{closing}\n\n{BODY}'
    before, after = (f"{opening}\n" if opening else ""), (f"\n{closing}" if closing else "")
    return f'{before}{{\n  "title": "{TITLE}",\n  {lines}\n}}{after}\n\n{BODY}'


def _asked(plan: Plan, group: str) -> tuple[str, ...]:
    """The lines of front matter that a group asks of a generator."""
    match group:
        case "value" | "title":
            key = "note" if group == "value" else "title"
            scalars = tuple(f"{key}: {scalar}" for scalar in SCALARS)
            return scalars + tuple(f"{key}:{rest}" for rest in _LONG)
        case "date":
            pairs = [(key, date) for key in plan.dates for date in DATES]
            return tuple(f"{key}: {date}" if date else f"{key}:" for key, date in pairs)
        case "field":
            return FIELDS
        case "toml":
            return TOML
        case "json":
            return JSON
    raise ValueError(group)


_WHOLE = {"block": BLOCKS, "toml-block": TOML_BLOCKS, "json-block": JSON_BLOCKS}


def _inputs(plan: Plan, group: str) -> list[Input]:
    if group in _WHOLE:
        return [Input(group, name, text) for name, text in _WHOLE[group].items()]
    if group == "toml":
        texts = {
            lines: f'+++\ntitle = "{TITLE}"\n{lines}\n+++\n\n{BODY}'
            for lines in _asked(plan, group)
        }
    else:
        made = _json if group == "json" else _yaml
        texts = {lines: made(plan, lines) for lines in _asked(plan, group)}
    return [Input(group, lines, text) for lines, text in texts.items()]


@cache
def inputs(generator: str) -> tuple[Input, ...]:
    """All that a generator is asked, in the order of its recording.

    Raises:
        KeyError: nothing is recorded of that generator.
    """
    plan = PLANS[generator]
    found = [each for group in plan.groups for each in _inputs(plan, group)]
    return tuple({(each.group, each.name): each for each in found}.values())

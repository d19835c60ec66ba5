"""What tools are asked about headings: every document whose ids are recorded, in one place.

A document of `HEADINGS` has one heading of the second level, after `## `; those of `DOCUMENTS` are
written out, mostly because several headings are needed.
"""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Input:
    """One document that is given to a tool.

    Args:
        group: `heading` or `document`.
        name: the heading's text as written, or a description of the document.
        text: the whole document.
    """

    group: str
    name: str
    text: str


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line)


_PLAIN = _lines(
    """
Tide
Low tide
LOW Tide Table
Low  tide   twice
Low\ttide
What is new in 2.0
2024
2024 in review
3 tides
1. Tides
007
1.2.3
-low-
- low
_low_
low_tide
Low_Tide and_mud
__low__tide__
low-tide
low--tide
low---tide
low - tide
low – tide
low — tide
low -- tide
low --- tide
low...
low…
Don't panic
Don’t panic
"Quoted" tide
“Quoted” tide
Tide's 'end'
Who? What!
Why?
Tide: low
Tide; low
Tide, low
Tide. Low
Tide.low
Tide / low
tide/low
Tide & mud
Tide&mud
A & B & C
Tide + mud
C++
C#
F# and .NET
.NET
@tide/low
user@example.org
#tide
$tide
$5 a day
50% off
100%
a ^ b
a * b
a*b
a = b
a==b
a ~ b
a~b
~tide
a | b
a \\\\ b
a < b
a > b
a <= b => c
(low) tide
low (tide)
[low] tide
low[] tide
tide()
tide(a, b)
tide.low()
low tide!
!low tide
?
!!!
...
-
---a
a-
a -
*
$
%20
a%20b
a%2Fb
"""
)

_UNICODE = _lines(
    """
Ebbe für Möwen
Straße
Größe
ÄÖÜ
café
cafe\u0301
Crème brûlée
naïve façade
Ñandú
Łódź
Øresund
Æther œuvre
İstanbul
Iğdır
ISPARTA ılık
ǅ ǆ
ﬁnal
½ tide
x² and H₂O
Ⅳ tides
№ 5
℃ and Å
中文标题
中文 标题
中文，标题。
中文（标题）
「標題」
《潮》：低
潮tide汐
日本語のタイトル
カタカナ・テスト
ガギ
ｶﾀｶﾅ
全角ＡＢＣ１２３
한국어 제목
Прилив и отлив
Что нового?
Ёлка ёж
Παλίρροια
Τίτλος ς
ΟΔΟΣ
العربية
مَدّ وجزر
עברית
हिन्दी शीर्षक
ภาษาไทย
Tiếng Việt
Đà Nẵng
🌊
🌊 Tide
Tide 🌊
Tide 🌊 low
👩‍🚀 crew
☀️ sun
❤️
✨ New ✨
1️⃣ one
🇫🇷 France
low\u00a0tide
low\u200btide
low\u3000tide
\u00a9 2024
Tide™
™
§ 4
§4.2
€5
¿Qué?
¡Hola!
a·b
a•b
a → b
→
a × b
a÷b
a°b
«tide»
x ≥ y
∞
ªº
µ
"""
)

_INLINE = _lines(
    """
`code`
`code()` now
Use `tide.low()` now
`--tide`
`-t`, `--tide`
`<tide>`
`<Tide low={1} />`
`tide_low`
`a  b`
`` a`b ``
`{tide}`
`{{ tide }}`
`@tide`
`$tide`
`tide: "low"`
`a` and `b`
`a``b`
`#tide`
`a & b`
`a < b`
*low* tide
**low** tide
***low*** tide
**low**tide
~~low~~ tide
~low~ tide
==low== tide
x^2^ tide
H~2~O
++low++
*a* *b*
**Note:** low
[low](https://example.org) tide
[low](https://example.org/a_b)
[`low`](https://example.org)
[**low** tide](/tide "A title")
[low][ref] tide
[low] (tide)
[](https://example.org) tide
[low
https://example.org
<https://example.org>
www.example.org
![low](tide.png) tide
![low](tide.png)
tide ![](tide.png)
[![low](tide.png)](/tide)
low<br>tide
low<br/>tide
low <br /> tide
<b>low</b> tide
<em>low</em>
<span class="x">low</span> tide
<kbd>Ctrl</kbd>+<kbd>C</kbd>
<code>low</code> tide
<Badge text="new" /> tide
tide <Badge type="tip">new</Badge>
<a id="here"></a>tide
<a name="here"></a> tide
tide <a id="here"></a>
<a id="here" />tide
<!-- note --> tide
tide <!-- note -->
<img src="tide.png" alt="low"> tide
<T> of tides
Array<T>
Map<string, number>
:smile: tide
tide :wave:
:+1:
:tide
:tide:
low:tide:mud
a :: b
::tide
tide[^1]
&amp;
a &amp; b
a &lt; b
&lt;tide&gt;
a&nbsp;b
&copy; tide
&#123;tide&#125;
&eacute;t&eacute;
&hellip;
&notareal;
\\*low\\*
\\_low\\_
low\\_tide
\\# tide
\\<tide\\>
\\`tide\\`
\\[low\\]
\\{low\\}
1\\. low
a\\ b
a\\
$x^2$
$x_1 + y$
\\(x\\)
{tide}
{{ tide }}
{{ tide | low }}
{% tide %}
{{< tide >}}
{{% tide %}}
<%= tide %>
${tide}
{ tide
tide }
{:toc}
{/* note */}
tide {/* note */}
(c) tide
(tm)
'tide'
"tide"
a -> b
1/2
+-
tide #
tide ##
tide #mud
tide\\#
 tide
constructor
toString
__proto__
hasOwnProperty
"""
)

_EXPLICIT = _lines(
    """
tide {#here}
tide {#Here}
tide {#here-and_there.1}
tide {#here .low}
tide {.low #here}
tide {.low}
tide {id=here}
tide {id="here"}
tide {#ort-größe}
tide {# here}
tide {#}
tide {#a b}
tide {#here} #
tide{#here}
{#here}
{#here} tide
tide {#here} low
tide \\{#here}
`tide` {#here}
*tide* {#here}
tide `x` {#here}
[tide](/tide) {#here}
tide {: #here}
tide {:#here}
tide {: .low}
tide {: id="here"}
tide {#here} {#there}
tide [#here]
tide [[here]]
tide ^here
tide {/*here*/}
tide {/* here */}
tide {/*#here*/}
tide {/* #here */}
tide <!--#here-->
tide <!-- #here -->
tide <!-- {#here} -->
tide {#2024}
tide {#中文}
tide {data-x=1}
tide {#a:b}
tide { #here }
tide {#here  }
"""
)

_LONG = ("Tides " * 60).strip()

HEADINGS: tuple[str, ...] = tuple(
    dict.fromkeys(
        (*_PLAIN, *_UNICODE, *_INLINE, *_EXPLICIT, "tide  ", "tide\t", _LONG, "tide" * 80)
    )
)

DOCUMENTS: dict[str, str] = {
    "no text": "##\n",
    "no text, closing hashes": "## ##\n",
    "two without text": "##\n\n##\n",
    "twice": "## foo\n\n## foo\n",
    "three times": "## foo\n\n## foo\n\n## foo\n",
    "twice, other case": "## Foo\n\n## foo\n",
    "twice, other punctuation": "## foo!\n\n## foo?\n",
    "a number of its own after": "## foo\n\n## foo\n\n## foo-1\n",
    "a number of its own before": "## foo-1\n\n## foo\n\n## foo\n",
    "a number of its own between": "## foo\n\n## foo-1\n\n## foo\n",
    "a number of its own between, twice": "## foo\n\n## foo-1\n\n## foo\n\n## foo-1\n\n## foo\n",
    "a number in words": "## foo\n\n## foo 1\n\n## foo\n",
    "a number with an underscore": "## foo\n\n## foo_1\n\n## foo\n",
    "a two of its own": "## foo\n\n## foo-2\n\n## foo\n\n## foo\n",
    "numbers of numbers": "## foo\n\n## foo\n\n## foo 1\n\n## foo 1\n\n## foo-1-1\n",
    "digits twice": "## 1\n\n## 1\n\n## 1-1\n",
    "emoji twice": "## 🌊\n\n## 🌊\n\n## 🌊\n",
    "punctuation twice": "## ?\n\n## !\n",
    "names of objects twice": "## constructor\n\n## constructor\n\n## toString\n",
    "levels": "# foo\n\n## foo\n\n### foo\n\n#### foo\n\n##### foo\n\n###### foo\n",
    "title and heading": "# foo\n\n## bar\n\n### foo\n",
    "two of the first level": "# foo\n\nText.\n\n# bar\n",
    "setext": "foo\n===\n\nbar baz\n---\n",
    "setext of two lines": "foo\nbar\n---\n",
    "setext with an id": "foo {#here}\n---\n",
    "no space after the hashes": "##foo\n",
    "in a list": "- ## foo\n- bar\n\n## foo\n",
    "in a quotation": "> ## foo\n\n## foo\n",
    "in a code block": "```\n## foo\n```\n\n## foo\n",
    "in HTML": "<h2>foo</h2>\n\n## foo\n",
    "in HTML, with an id": '<h2 id="here">foo</h2>\n\n## foo\n\n## here\n',
    "in HTML, with the id of a heading": '<h2 id="foo">bar</h2>\n\n## foo\n',
    "an anchor with the id of a heading": '<a id="foo"></a>\n\n## foo\n',
    "in an HTML block": "<div>\n\n## foo\n\n</div>\n\n## foo\n",
    "in an HTML block without blank lines": "<div>\n## foo\n</div>\n\n## foo\n",
    "explicit after": "## foo\n\n## bar {#foo}\n",
    "explicit before": "## bar {#foo}\n\n## foo\n",
    "explicit before, twice": "## bar {#foo}\n\n## foo\n\n## foo\n",
    "explicit twice": "## foo {#here}\n\n## bar {#here}\n",
    "explicit, then its number": "## foo {#here}\n\n## here\n\n## here\n",
    "explicit with the number of another": "## foo\n\n## bar {#foo-1}\n\n## foo\n",
    "explicit in a comment after": "## foo\n\n## bar {/*foo*/}\n",
    "explicit in a comment before": "## bar {/*#foo*/}\n\n## foo\n",
    "with references": "## See [low] and [mud][low]\n\n[low]: https://example.org\n",
    "with a footnote": "## Tide[^1]\n\n[^1]: Note.\n",
    "with an abbreviation": "*[HTML]: Hypertext\n\n## HTML here\n",
    "attribute line after": "## foo\n{: #here}\n\n## bar\n{#there}\n",
    "target before": "(here)=\n## foo\n",
    "explicit id in HTML before": '<a id="here"></a>\n## foo\n',
    "seven hashes": "####### foo\n",
    "indented": "   ## foo\n\n    ## bar\n",
    "entity for a hash": "## foo &num; bar\n",
    "line break at the end of a setext heading": "foo  \nbar\n===\n",
    "containers": "::: tip foo\n## foo\n:::\n\n## foo\n",
    "admonition": ":::note\n\n## foo\n\n:::\n\n## foo\n",
    "details": "<details>\n<summary>bar</summary>\n\n## foo\n\n</details>\n\n## foo\n",
    "table of contents": "[[toc]]\n\n## foo\n\n## bar\n",
}


@cache
def inputs() -> tuple[Input, ...]:
    """Every document, in the order of the recordings."""
    headings = (Input("heading", each, f"## {each}\n") for each in HEADINGS)
    documents = (Input("document", name, text) for name, text in DOCUMENTS.items())
    return (*headings, *documents)

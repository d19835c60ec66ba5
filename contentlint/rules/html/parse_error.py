"""The HTML has a parse error in a tag, character reference or comment.

The parse errors are those of the HTML standard, such as a `<` that does not start a tag, an
unclosed comment, an unknown character reference, or an attribute value without a closing quote.
Browsers recover by guessing, and text after the error may not be displayed.

Correct the text that the message names.

Fix safety: unsafe if an end tag loses its attributes, if `&copy` is followed by a letter or digit,
for `<<`, for `</>` if an element is unclosed, and for a value with spaces in typographic quotes.
Other tags with invalid quotes are not fixed.
"""

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    RelatedSpan,
    Site,
    Span,
    bad,
    good,
    rule,
)
from contentlint.rules.html._harm import of_parse_error
from contentlint.rules.html._parse_errors import (
    QUESTION_MARK,
    is_instruction,
    is_shown,
    template_of,
)
from contentlint.rules.html._parse_fixes import FIXES, careful, end_tag, escape, is_in_attribute
from contentlint.rules.html._references import (
    control_reference,
    is_in_text,
    misspelled_reference,
    unknown_reference,
)
from contentlint.rules.html._tags import quoted
from contentlint.rules.html._text_tags import is_in_text_tag, text_tag_starts

EXAMPLES = [
    good("<p>1 &lt; 2 &amp; 3 &gt; 2 &copy; AT&T</p><!-- tide --><br/>"),
    good('<p class=tide data-x="a > b">{{ page.title | default: "<" }}</p>'),
    good("1 < 2 and `<新>` and &nosuch; and <https://example.org/>", path="a.md"),
    good("```html\n<a href='x>\n```", path="a.md"),
    bad(
        "<p>The ⟦<新标准>⟧ textbook</p>",
        "`<新标准>` is not a valid tag; escape `<` as `&lt;`",
        fixed="<p>The &lt;新标准> textbook</p>",
    ),
    bad("<p>1 ⟦<⟧ 2</p>", "`<` does not start a tag; escape it as `&lt;`", fixed="<p>1 &lt; 2</p>"),
    good("<p>潮汐 &nosuch; 👍</p>\r\n"),
    bad(
        "<p>low ⟦&emdash;⟧ 潮 ⟦&hellips;⟧ 👍</p>\r\n",
        "unknown character reference `&emdash;`; did you mean `&mdash;`?",
        "unknown character reference `&hellips;`; did you mean `&hellip;`?",
        fixed="<p>low &mdash; 潮 &hellip; 👍</p>\r\n",
    ),
    bad(
        "<p>low⟦&nbspp;⟧潮 ⟦&#150;⟧ ebb</p>",
        "unknown character reference `&nbspp;`; did you mean `&nbsp;`?",
        "`&#150;` is parsed as `–`; use that",
        fixed="<p>low&nbsp;潮 – ebb</p>",
    ),
    bad(
        "<p>潮 <a ⟦href='/low⟧>tide</a> and <a href='/b'>ebb</a></p>",
        "`href='/low` has no closing quote; add it",
    ),
    bad(
        "<p>⟦&copy⟧ 2021</p>",
        "`&copy` has no semicolon; use `&copy;`",
        fixed="<p>&copy; 2021</p>",
    ),
    bad(
        '<a href="/?a=1⟦&reg⟧_id=2">潮</a>',
        "`&reg` in an attribute is parsed as a character; escape `&` as `&amp;`",
        fixed='<a href="/?a=1&amp;reg_id=2">潮</a>',
    ),
    bad("<p>tide</p>⟦<!--⟧ not closed", "comment is not closed; add `-->`"),
    bad(
        "<p>tide</p><p ⟦class='low⟧>ebb</p>",
        "`class='low` has no closing quote; add it",
    ),
    bad(
        "<p>tide ⟦<a⟧ href='x",
        "tag `<a` is not closed; check for a missing `>` or quote",
    ),
    bad(
        '<img src="a.png"⟦alt⟧="">',
        "missing space before attribute `alt`",
        fixed='<img src="a.png" alt="">',
    ),
    bad("<p>tide⟦</>⟧</p>", "`</>` has no tag name; remove it", fixed="<p>tide</p>"),
    bad(
        "<p>tide⟦</p class>⟧",
        "end tag `</p class>` has attributes; use `</p>`",
        fixed="<p>tide</p>",
    ),
    bad(
        "<p>tide⟦</p/>⟧",
        "end tag `</p/>` has a trailing slash; use `</p>`",
        fixed="<p>tide</p>",
    ),
    bad('<b id="a"⟦,⟧ class="b">low</b>', "missing space before attribute `,`"),
    bad("<p>Low ⟦<⟧<b>tide</b></p>", "`<` does not start a tag; escape it as `&lt;`"),
    bad(
        "<p>ebb⟦</p and flow>⟧",
        "end tag `</p and flow>` has attributes; use `</p>`",
    ),
    bad(
        '<img src="a.png" ⟦alt="The "old" pier"⟧>',
        '`alt="The "old" pier"` has its own quotes inside; escape them as `&quot;`',
    ),
    bad(
        "<b ⟦title='it's'⟧>low</b>",
        "`title='it's'` has its own quotes inside; escape them as `&#39;`",
    ),
    bad(
        '<div>\n<p>Low <a ⟦href="/ebb⟧>ebb</a>.</p>\n<ul>\n<li>潮</li>\n</ul>\n</div>\n',
        '`href="/ebb` has no closing quote; add it',
    ),
    bad(
        '<p ⟦class="low⟧>ebb</p>\n<p ⟦class="high⟧>flow</p>\n<p class="mud">flat</p>',
        '`class="low` has no closing quote; add it',
        '`class="high` has no closing quote; add it',
    ),
    bad(
        '<img ⟦src="/ebb.png⟧ alt="The ebb">',
        '`src="/ebb.png` has no closing quote; add it',
    ),
    bad(
        '<img ⟦src=/ebb.png"⟧ ⟦alt=The ebb"⟧>'.replace("⟦alt", "alt").replace('ebb"⟧>', 'ebb">'),
        '`src=/ebb.png"` has no opening quote; add it',
    ),
    bad(
        "<a ⟦href=\"/low'⟧ title='x'>ebb</a>",
        "`href=\"/low'` has two kinds of quotes; use the same on both sides",
    ),
    bad('<a ⟦href="/low""⟧>ebb</a>', '`href="/low""` has a duplicate quote; remove one'),
    bad('<a ⟦href=""/low""⟧>ebb</a>', '`href=""/low""` has a duplicate quote; remove one'),
    bad('<a ⟦href"/low"⟧>ebb</a>', '`href"/low"` has no `=` before its value; add it'),
    bad('<a ⟦href=="/low"⟧>ebb</a>', '`href=="/low"` has a duplicate `=`; remove one'),
    bad(
        '<div ⟦data-tide"low"⟧>ebb</div>',
        '`data-tide"low"` has no `=` before its value; add it',
    ),
    bad(
        '<p><a href="/low" ⟦="ebb tide"⟧>ebb</a> <b ⟦="x"⟧ id=b>潮</b></p>',
        '`="ebb tide"` has no attribute name; add it or remove the value',
        '`="x"` has no attribute name; add it or remove the value',
    ),
    bad(
        '<meta name=a content="mv "$LOW⟦"⟧ $EBB; echo "the tide" id="a" "b" / $EBB">\n<p>潮</p>',
        '`"` in attribute name; check the quotes before it',
    ),
    bad('<a ⟦href:"/low"⟧>ebb</a>', '`href:"/low"` has a colon before its value; use `=`'),
    bad(
        '<a ⟦href=\\"/low\\"⟧>ebb</a>',
        '`href=\\"/low\\"` has a backslash before its quotes; remove it',
    ),
    bad(
        "<a ⟦title=“low tide”⟧>ebb</a> 👍\r\n",
        '`title=“low tide”` has typographic quotes, which are part of the value; use `"`',
        path="a.html",
    ),
    bad(
        "<a ⟦href=“/low”⟧>ebb</a>",
        '`href=“/low”` has typographic quotes, which are part of the value; use `"`',
        fixed='<a href="/low">ebb</a>',
    ),
    bad(
        "<a ⟦href=&quot;/low&quot;⟧>ebb</a>",
        '`href=&quot;/low&quot;` has character references as quotes; use `"`',
        fixed='<a href="/low">ebb</a>',
    ),
    bad(
        '<p>Low <a⟦⟧href="/ebb">ebb</a></p>'.replace("<a⟦⟧href", "⟦<ahref⟧"),
        "missing space before the attribute in `<ahref`",
    ),
    bad("<p>Low <b>ebb⟦<\\b>⟧ and flow</p>", "`<\\b>` is not a valid end tag; use `</b>`"),
    bad("<p>低 ⟦<b＞⟧潮</b></p>", "`<b＞` is closed by a full-width `＞`; use `>`"),
    bad(
        "<p>If tide ⟦<limit⟧ of the <b>ebb</b>, wait.</p>",
        "`<limit` does not start a tag; escape `<` as `&lt;`",
    ),
    bad(
        "<div>\n⟦<!--⟧ the ebb\n<p>Low.</p>\n</div>\n<p>潮</p>\n",
        "comment is not closed; add `-->`",
    ),
    good(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 '
        'Strict//EN" "tide.dtd">\n<html><head><title>Tide</title></head><body></body></html>\n'
    ),
    bad(
        "⟦<?xml version='1.0'?>⟧\n<!-- low --><!doctype html>\n<html><body>潮</body></html>\n",
        "`<?xml version='1.0'?>` is parsed as a comment and hidden",
    ),
    bad(
        "<pre>low = ⟦&#039⟧tide</pre>\n",
        "`&#039` has no semicolon; use `&#039;`",
        fixed="<pre>low = &#039;tide</pre>\n",
    ),
    bad(
        "<p>tide</p>⟦<?php echo 1; ?>⟧",
        "`<?php echo 1; ?>` is parsed as a comment and hidden",
    ),
    good(
        "Set <?php echo 1; ?> here, if low < 2.\n\n<div>\nsort < low.txt and <>\n</div>\n",
        path="a.md",
        site=Site("jekyll"),
    ),
    bad(
        "<div>\n\nlayman ⟦<_repository>⟧\n\n</div>\n",
        "`<_repository>` is not a valid tag; escape `<` as `&lt;`",
        fixed="<div>\n\nlayman &lt;_repository>\n\n</div>\n",
        path="a.md",
        site=Site("jekyll"),
    ),
    good('Tide:\n\n<?tide-table "low.js"?>\n\nMud.\n', path="a.md"),
    bad(
        "⟦<?php echo 1; ?>⟧\n",
        "`<?php echo 1; ?>` is parsed as a comment and hidden",
        path="a.md",
    ),
    bad(
        "Set ⟦<?tide low?>⟧ here.\n",
        "`<?tide low?>` is parsed as a comment and hidden",
        path="a.md",
    ),
    bad("<p>Low ⟦&#7;⟧ tide</p>", "`&#7;` is a control character; remove it"),
    bad(
        "<p>⟦&#x110000;⟧ tide</p>",
        "`&#x110000;` is not a character; the last code point is U+10FFFF",
    ),
    bad(
        "<p>⟦&#⟧; tide</p>",
        "`&#` has no digits; escape `&` as `&amp;`",
        fixed="<p>&amp;#; tide</p>",
    ),
    bad(
        "Low 👍 <b title=tide⟦'⟧s>tide</b>\r\n",
        "`'` in unquoted attribute value; quote the value",
    ),
    bad(
        "Tide.\n\n⟦<!--⟧ not shown\n\nand all that follows\n",
        "comment is not closed; add `-->`",
        path="a.md",
    ),
]


_NO_SEMICOLON = "missing-semicolon-after-character-reference"

# Character errors are reported by `file/` rules; the two others have their own rules.
REPORTED_ELSEWHERE = frozenset(
    {
        "control-character-in-input-stream",
        "duplicate-attribute",
        "non-void-html-element-start-tag-with-trailing-solidus",
        "noncharacter-in-input-stream",
        "surrogate-in-input-stream",
        "unexpected-null-character",
    }
)


def _related(code: str, other: Span | None) -> tuple[RelatedSpan, ...]:
    if other is None:
        return ()
    what = "comment" if code == "eof-in-comment" else "value"
    return (RelatedSpan(other, f"{what} continues to here"),)


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html#parse-errors",
    when="has:parse_errors",
)
def check(document: Document) -> Problems:
    for error in document.parse_errors:
        if _is_reported_elsewhere(document, error.code, error.span):
            continue
        if (problem := _of_reference(document, error.code, error.span)) is not None:
            yield problem
            continue
        span, fix = error.span, FIXES.get(error.code)
        in_text = not is_in_attribute(document, span)
        yield Problem(
            span,
            _message(document, error.code, span, in_text=in_text),
            fix and careful(document, fix(document, span)),
            _related(error.code, error.other),
            at_most=of_parse_error(document, error.code, span, is_in_text=in_text),
        )


def _is_reported_elsewhere(document: Document, code: str, span: Span) -> bool:
    """Whether another rule reports an error, or it is none for this renderer."""
    if code in REPORTED_ELSEWHERE or span.start in document.once(text_tag_starts):
        return True
    if not document.is_html and is_shown(document, code, span):
        return True
    if code == QUESTION_MARK:
        return is_instruction(document, span) or is_in_text_tag(document, span)
    # `markdown/omitted-html` reports the tag.
    return document.omits_html and not is_in_text(document, span)


def _of_reference(document: Document, code: str, span: Span) -> Problem | None:
    """The problem of a reference that is misspelled or read as another character, else None."""
    if code == "unknown-named-character-reference":
        return unknown_reference(document, span, careful(document, escape(document, span)))
    if code == "control-character-reference":
        return control_reference(document, span)
    if code == _NO_SEMICOLON and (whole := misspelled_reference(document, span)):
        return unknown_reference(document, whole, None)
    return None


def _message(document: Document, code: str, span: Span, *, in_text: bool) -> str:
    text = quoted(document, span)
    template = template_of(code, text)
    if code == _NO_SEMICOLON and not in_text:
        template = "`{0}` in an attribute is parsed as a character; escape `&` as `&amp;`"
    plain = end_tag(document, span) if "{1}" in template else ""
    if not plain:
        template = template.replace("`{1}`", "only the tag name")
    return template.format(text, plain, "&quot;" if text.endswith('"') else "&#39;")

"""The HTML has a parse error in a tag, character reference or comment.

The parse errors are those of the HTML standard, such as a `<` that does not start a tag, an
unclosed comment, an unknown character reference, or an attribute value without a closing quote.
Browsers recover by guessing, and text after the error may not be displayed.

Correct the text that the message names.

Fix safety: unsafe if an end tag loses its attributes, if `&copy` is followed by a letter or digit,
for `<<`, and for `</>` if an element is unclosed. Tags with invalid quotes are not fixed.
"""

from collections.abc import Callable

from contentlint.rule import (
    Document,
    Fix,
    Problem,
    Problems,
    Safety,
    Span,
    bad,
    delete,
    good,
    insert,
    lazy,
    replace,
    rule,
)
from contentlint.rules.html._tags import quoted
from contentlint.rules.html._text_tags import text_tag_starts

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
        "<p>潮 <a ⟦href='/low⟧>tide</a> and <a href='/b'>ebb</a></p>",
        "`href='/low` has no closing quote; the text after it is not displayed",
    ),
    bad(
        "<p>⟦&copy⟧ 2021</p>",
        "`&copy` has no semicolon; use `&copy;`",
        fixed="<p>&copy; 2021</p>",
    ),
    bad("<p>tide</p>⟦<!--⟧ not closed", "comment is not closed; add `-->`"),
    bad(
        "<p>tide ⟦<a⟧ href='x>tables</p>",
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
        '<img src="a.png" alt="The ⟦old⟦"⟧⟧ pier⟦"⟧>'.replace('⟦old⟦"⟧⟧', '"⟦old⟦"⟧⟧'),
        'missing space before attribute `old"`',
        '`"` in attribute name; check the quotes before it',
        '`"` in attribute name; check the quotes before it',
    ),
    bad(
        "<b title='it'⟦s⟦'⟧⟧>low</b>",
        "missing space before attribute `s'`",
        "`'` in attribute name; check the quotes before it",
    ),
    bad(
        "<p>tide</p>⟦<?php echo 1; ?>⟧",
        "`<?php echo 1; ?>` is parsed as a comment and hidden",
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
        'Low 👍 <b title=tide⟦"⟧>tide</b>\r\n',
        '`"` in unquoted attribute value; quote the value',
    ),
    bad(
        "Tide.\n\n⟦<!--⟧ not shown\n\nand all that follows\n",
        "comment is not closed; add `-->`",
        path="a.md",
    ),
]

MESSAGES = {
    "abrupt-closing-of-empty-comment": "comment `{0}` is closed too early; use `<!-- -->`",
    "abrupt-doctype-public-identifier": "doctype `{0}` ends inside its public identifier",
    "abrupt-doctype-system-identifier": "doctype `{0}` ends inside its system identifier",
    "absence-of-digits-in-numeric-character-reference": (
        "`{0}` has no digits; escape `&` as `&amp;`"
    ),
    "cdata-in-html-content": "CDATA section `{0}` is not displayed in HTML; remove its delimiters",
    "character-reference-outside-unicode-range": (
        "`{0}` is not a character; the last code point is U+10FFFF"
    ),
    "control-character-reference": "`{0}` is a control character; remove it",
    "end-tag-with-attributes": "end tag `{0}` has attributes; use `{1}`",
    "end-tag-with-trailing-solidus": "end tag `{0}` has a trailing slash; use `{1}`",
    "eof-before-tag-name": "`<` at the end of the file does not start a tag; escape it as `&lt;`",
    "eof-in-cdata": "CDATA section is not closed; add `]]>`",
    "eof-in-comment": "comment is not closed; add `-->`",
    "eof-in-doctype": "doctype is not closed; add `>`",
    "eof-in-script-html-comment-like-text": "comment in a script is not closed; add `-->`",
    "eof-in-tag": "tag `{0}` is not closed; check for a missing `>` or quote",
    "incorrectly-closed-comment": "comment is closed by `{0}`; use `-->`",
    "incorrectly-opened-comment": "`{0}` is parsed as a comment and hidden",
    "invalid-character-sequence-after-doctype-name": "invalid `{0}` after the doctype name",
    "invalid-first-character-of-tag-name": "`{0}` is not a valid tag; escape `<` as `&lt;`",
    "missing-attribute-value": "attribute `{0}` has no value after `=`; add it",
    "missing-doctype-name": "doctype has no name; use `<!DOCTYPE html>`",
    "missing-doctype-public-identifier": "doctype has no identifier after `PUBLIC`",
    "missing-doctype-system-identifier": "doctype has no identifier after `SYSTEM`",
    "missing-end-tag-name": "`{0}` has no tag name; remove it",
    "missing-quote-before-doctype-public-identifier": "doctype has an unquoted public identifier",
    "missing-quote-before-doctype-system-identifier": "doctype has an unquoted system identifier",
    "missing-semicolon-after-character-reference": "`{0}` has no semicolon; use `{0};`",
    "missing-whitespace-after-doctype-public-keyword": "missing space after `PUBLIC` in doctype",
    "missing-whitespace-after-doctype-system-keyword": "missing space after `SYSTEM` in doctype",
    "missing-whitespace-before-doctype-name": "missing space before the doctype name",
    "missing-whitespace-between-attributes": "missing space before attribute `{0}`",
    "missing-whitespace-between-doctype-public-and-system-identifiers": (
        "missing space between the doctype identifiers"
    ),
    "nested-comment": "`{0}` inside a comment; the first `-->` closes the comment",
    "noncharacter-character-reference": "`{0}` is not a character; remove it",
    "null-character-reference": "`{0}` is not a character; remove it",
    "surrogate-character-reference": "`{0}` is a surrogate; use the full code point",
    "unclosed-quote": "`{0}` has no closing quote; the text after it is not displayed",
    "unexpected-character-after-doctype-system-identifier": "invalid `{0}` at the end of doctype",
    "unexpected-character-in-attribute-name": "`{0}` in attribute name; check the quotes before it",
    "unexpected-character-in-unquoted-attribute-value": (
        "`{0}` in unquoted attribute value; quote the value"
    ),
    "unexpected-doctype": "doctype inside an article is ignored; remove it",
    "unexpected-equals-sign-before-attribute-name": "`=` without an attribute name before it",
    "unexpected-question-mark-instead-of-tag-name": "`{0}` is parsed as a comment and hidden",
    "unexpected-solidus-in-tag": "unexpected `/` in a tag; remove it",
    "unknown-named-character-reference": (
        "unknown character reference `{0}`; escape `&` as `&amp;`"
    ),
}

_QUESTION_MARK = "unexpected-question-mark-instead-of-tag-name"

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


def _escape(document: Document, span: Span) -> Fix:
    first = Span(span.start, span.start + 1)
    reference = "&lt;" if document.text[span.start] == "<" else "&amp;"
    # In `<<b>` or `<>` the bracket is more likely to be superfluous.
    is_superfluous = document.text[span.start : span.end + 1].startswith(("<<", "<>", "<-"))
    return replace(
        first,
        reference,
        f"escape `{document.text[span.start]}` as `{reference}`",
        "unsafe" if is_superfluous else "safe",
    )


def _semicolon(document: Document, span: Span) -> Fix | None:
    in_text = any(run.span.start <= span.start < run.span.end for run in document.text_runs)
    # In an attribute `&copy` is more often a URL parameter than a character.
    if not in_text:
        return None
    is_in_word = document.text[span.end : span.end + 1].isalnum()
    return insert(span.end, ";", "add the semicolon", "unsafe" if is_in_word else "safe")


def _plain_end_tag(document: Document, span: Span) -> Fix | None:
    tag = _end_tag(document, span)
    if not tag:
        return None
    rest = document.text[span.start + len(tag) - 1 : span.end - 1]
    # Words that are not attributes were meant as text.
    if "=" not in rest and len(rest.split()) > 1:
        return None
    safety: Safety = "unsafe" if rest.strip("/ \t\r\n\f") else "safe"
    return replace(span, tag, f"replace with `{tag}`", safety)


def _space(document: Document, span: Span) -> Fix | None:
    """Add a space before an attribute, unless the cause is a quote or a stray comma."""
    if document.is_in_faulty_tag(span) or not document.text[span.start].isalpha():
        return None
    return insert(span.start, " ", "add a space")


def _remove_nameless(document: Document, span: Span) -> Fix:
    """Remove `</>`; it closes the open element in SGML, so this is unsafe if one is unclosed."""
    is_safe = not any(repair.kind == "unclosed" for repair in document.repairs)
    return delete(span, "remove `</>`", "safe" if is_safe else "unsafe")


def _end_tag(document: Document, span: Span) -> str:
    """The end tag without attributes; empty if its name is ambiguous, as in `</p </>`."""
    match = _END_TAG.match(document.text, span.start, span.end - 1)
    return f"{match[0]}>" if match else ""


def _is_instruction(document: Document, span: Span) -> bool:
    """Whether this is a processing instruction for a tool that reads the Markdown source.

    In Markdown it is a separate block (CommonMark 0.31, 4.6) that is not meant to be displayed.
    """
    if document.is_html or not _INSTRUCTION.fullmatch(document.text, *span):
        return False
    line_start = document.text.rfind("\n", 0, span.start) + 1
    line_end = document.text.find("\n", span.end)
    after = document.text[span.end : line_end if line_end >= 0 else None]
    return not document.text[line_start : span.start].strip() and not after.strip()


_INSTRUCTION = lazy(r"<\?(?!php\b|xml\b)[A-Za-z][\w-]*+(?:\s[^<>]*+)?>")
_END_TAG = lazy(r"</[A-Za-z][^\s/>]*+")

_FIXES: dict[str, Callable[[Document, Span], Fix | None]] = {
    "absence-of-digits-in-numeric-character-reference": _escape,
    "end-tag-with-attributes": _plain_end_tag,
    "end-tag-with-trailing-solidus": _plain_end_tag,
    "eof-before-tag-name": _escape,
    "invalid-first-character-of-tag-name": _escape,
    "missing-end-tag-name": _remove_nameless,
    "missing-semicolon-after-character-reference": _semicolon,
    "missing-whitespace-between-attributes": _space,
    "unknown-named-character-reference": _escape,
}


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/parsing.html#parse-errors",
)
def check(document: Document) -> Problems:
    for error in document.parse_errors:
        span = error.span
        if error.code in REPORTED_ELSEWHERE or span.start in document.once(text_tag_starts):
            continue
        if error.code == _QUESTION_MARK and _is_instruction(document, span):
            continue
        text = quoted(document, span)
        template = MESSAGES.get(error.code, f"HTML parse error `{error.code}`: `{{0}}`")
        if error.code == "invalid-first-character-of-tag-name" and text == "<":
            template = "`<` does not start a tag; escape it as `&lt;`"
        plain = _end_tag(document, span) if "{1}" in template else ""
        if not plain:
            template = template.replace("`{1}`", "only the tag name")
        fix = _FIXES.get(error.code)
        # `&nosuch;` is displayed verbatim, which may be intended.
        is_displayed = error.code == "unknown-named-character-reference"
        yield Problem(
            span,
            template.format(text, plain),
            fix and fix(document, span),
            confidence="medium" if is_displayed else "high",
        )

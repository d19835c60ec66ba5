"""The HTML of an article breaks the grammar of tags, references or comments.

These are the parse errors that the HTML standard names: a `<` that opens no tag, a comment that
is never closed, a character reference that does not exist, an attribute without its quotes. The
browser guesses what was meant; text after the fault may vanish from the page.

The message says what stands there and what to write.

Fix safety: unsafe where an end tag loses its attributes, where `&copy` runs on into a word, for
`<<`, and for `</>` where something is unclosed. In a tag with a fault in its quotes nothing is
fixed.
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
        "`<新标准>` is no tag; write `&lt;` for its `<`",
        fixed="<p>The &lt;新标准> textbook</p>",
    ),
    bad("<p>1 ⟦<⟧ 2</p>", "`<` opens no tag; write `&lt;`", fixed="<p>1 &lt; 2</p>"),
    good("<p>潮汐 &nosuch; 👍</p>\r\n"),
    bad(
        "<p>潮 <a ⟦href='/low⟧>tide</a> and <a href='/b'>ebb</a></p>",
        "`href='/low` lacks its closing quote; what follows is not shown",
    ),
    bad(
        "<p>⟦&copy⟧ 2021</p>",
        "`&copy` lacks its semicolon; write `&copy;`",
        fixed="<p>&copy; 2021</p>",
    ),
    bad("<p>tide</p>⟦<!--⟧ never closed", "comment is never closed; add `-->`"),
    bad("<p>tide ⟦<a⟧ href='x>tables</p>", "tag `<a` is never finished; look for a `>` or a quote"),
    bad(
        '<img src="a.png"⟦alt⟧="">',
        "no space before attribute `alt`; add one",
        fixed='<img src="a.png" alt="">',
    ),
    bad("<p>tide⟦</>⟧</p>", "`</>` has no name; remove it", fixed="<p>tide</p>"),
    bad(
        "<p>tide⟦</p class>⟧",
        "end tag `</p class>` has attributes; write `</p>`",
        fixed="<p>tide</p>",
    ),
    bad(
        "<p>tide⟦</p/>⟧",
        "end tag `</p/>` ends in a slash; write `</p>`",
        fixed="<p>tide</p>",
    ),
    bad('<b id="a"⟦,⟧ class="b">low</b>', "no space before attribute `,`; add one"),
    bad("<p>Low ⟦<⟧<b>tide</b></p>", "`<` opens no tag; write `&lt;`"),
    bad(
        "<p>ebb⟦</p and flow>⟧",
        "end tag `</p and flow>` has attributes; write `</p>`",
    ),
    bad(
        '<img src="a.png" alt="The ⟦old⟦"⟧⟧ pier⟦"⟧>'.replace('⟦old⟦"⟧⟧', '"⟦old⟦"⟧⟧'),
        'no space before attribute `old"`; add one',
        '`"` in the name of an attribute; look for a quote',
        '`"` in the name of an attribute; look for a quote',
    ),
    bad(
        "<b title='it'⟦s⟦'⟧⟧>low</b>",
        "no space before attribute `s'`; add one",
        "`'` in the name of an attribute; look for a quote",
    ),
    bad("<p>tide</p>⟦<?php echo 1; ?>⟧", "`<?php echo 1; ?>` is no tag and is not shown"),
    good('Tide:\n\n<?tide-table "low.js"?>\n\nMud.\n', path="a.md"),
    bad("⟦<?php echo 1; ?>⟧\n", "`<?php echo 1; ?>` is no tag and is not shown", path="a.md"),
    bad("Set ⟦<?tide low?>⟧ here.\n", "`<?tide low?>` is no tag and is not shown", path="a.md"),
    bad(
        "<p>⟦&#x110000;⟧ tide</p>",
        "`&#x110000;` is no character: Unicode ends at 10FFFF",
    ),
    bad(
        "<p>⟦&#⟧; tide</p>",
        "`&#` has no digits; write `&amp;` for its `&`",
        fixed="<p>&amp;#; tide</p>",
    ),
    bad(
        'Low 👍 <b title=tide⟦"⟧>tide</b>\r\n',
        '`"` in a value without quotes: put quotes around the value',
    ),
    bad(
        "Tide.\n\n⟦<!--⟧ not shown\n\nand all that follows\n",
        "comment is never closed; add `-->`",
        path="a.md",
    ),
]

MESSAGES = {
    "abrupt-closing-of-empty-comment": "comment `{0}` is closed too early; write `<!-- -->`",
    "abrupt-doctype-public-identifier": "doctype `{0}` ends inside its public identifier",
    "abrupt-doctype-system-identifier": "doctype `{0}` ends inside its system identifier",
    "absence-of-digits-in-numeric-character-reference": (
        "`{0}` has no digits; write `&amp;` for its `&`"
    ),
    "cdata-in-html-content": "`{0}` is a comment here and is not shown; remove the CDATA marks",
    "character-reference-outside-unicode-range": "`{0}` is no character: Unicode ends at 10FFFF",
    "control-character-reference": "`{0}` is a control character; remove it",
    "end-tag-with-attributes": "end tag `{0}` has attributes; write `{1}`",
    "end-tag-with-trailing-solidus": "end tag `{0}` ends in a slash; write `{1}`",
    "eof-before-tag-name": "`<` at the end of the file opens no tag; write `&lt;`",
    "eof-in-cdata": "CDATA section is never closed; add `]]>`",
    "eof-in-comment": "comment is never closed; add `-->`",
    "eof-in-doctype": "doctype is never finished; add `>`",
    "eof-in-script-html-comment-like-text": "comment in a script is never closed; add `-->`",
    "eof-in-tag": "tag `{0}` is never finished; look for a `>` or a quote",
    "incorrectly-closed-comment": "comment is closed by `{0}`; write `-->`",
    "incorrectly-opened-comment": "`{0}` is a comment to a browser and is not shown",
    "invalid-character-sequence-after-doctype-name": "doctype has `{0}` behind its name",
    "invalid-first-character-of-tag-name": "`{0}` is no tag; write `&lt;` for its `<`",
    "missing-attribute-value": "attribute `{0}` has `=` and no value; add the value",
    "missing-doctype-name": "doctype has no name; write `<!DOCTYPE html>`",
    "missing-doctype-public-identifier": "doctype has `PUBLIC` and no identifier",
    "missing-doctype-system-identifier": "doctype has `SYSTEM` and no identifier",
    "missing-end-tag-name": "`{0}` has no name; remove it",
    "missing-quote-before-doctype-public-identifier": "doctype has an identifier without quotes",
    "missing-quote-before-doctype-system-identifier": "doctype has an identifier without quotes",
    "missing-semicolon-after-character-reference": "`{0}` lacks its semicolon; write `{0};`",
    "missing-whitespace-after-doctype-public-keyword": "no space after `PUBLIC` in the doctype",
    "missing-whitespace-after-doctype-system-keyword": "no space after `SYSTEM` in the doctype",
    "missing-whitespace-before-doctype-name": "no space before the name in the doctype",
    "missing-whitespace-between-attributes": "no space before attribute `{0}`; add one",
    "missing-whitespace-between-doctype-public-and-system-identifiers": (
        "no space between the identifiers of the doctype"
    ),
    "nested-comment": "`{0}` inside a comment: the first `-->` ends it",
    "noncharacter-character-reference": "`{0}` is no character; remove it",
    "null-character-reference": "`{0}` is no character; remove it",
    "surrogate-character-reference": "`{0}` is half of a character; write the whole",
    "unclosed-quote": "`{0}` lacks its closing quote; what follows is not shown",
    "unexpected-character-after-doctype-system-identifier": "doctype has `{0}` at its end",
    "unexpected-character-in-attribute-name": "`{0}` in the name of an attribute; look for a quote",
    "unexpected-character-in-unquoted-attribute-value": (
        "`{0}` in a value without quotes: put quotes around the value"
    ),
    "unexpected-doctype": "doctype inside an article is dropped; remove it",
    "unexpected-equals-sign-before-attribute-name": "`=` has no attribute before it",
    "unexpected-question-mark-instead-of-tag-name": "`{0}` is no tag and is not shown",
    "unexpected-solidus-in-tag": "`/` in the middle of a tag; remove it",
    "unknown-named-character-reference": (
        "`{0}` is no character reference; write `&amp;` for its `&`"
    ),
}

_QUESTION_MARK = "unexpected-question-mark-instead-of-tag-name"

# Faults of characters belong to `file/`; the two others have rules of their own.
ELSEWHERE = frozenset(
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
    # In `<<b>` or `<>` it is more likely one too many.
    is_slip = document.text[span.start : span.end + 1].startswith(("<<", "<>", "<-"))
    return replace(first, reference, f"write `{reference}`", "unsafe" if is_slip else "safe")


def _semicolon(document: Document, span: Span) -> Fix | None:
    in_text = any(run.span.start <= span.start < run.span.end for run in document.text_runs)
    # In an attribute `&copy` is more often a parameter of an address than a character.
    if not in_text:
        return None
    is_in_word = document.text[span.end : span.end + 1].isalnum()
    return insert(span.end, ";", "add the semicolon", "unsafe" if is_in_word else "safe")


def _plain_end_tag(document: Document, span: Span) -> Fix | None:
    tag = _end_tag(document, span)
    if not tag:
        return None
    rest = document.text[span.start + len(tag) - 1 : span.end - 1]
    # Words that are no attributes were meant to be read.
    if "=" not in rest and len(rest.split()) > 1:
        return None
    safety: Safety = "unsafe" if rest.strip("/ \t\r\n\f") else "safe"
    return replace(span, tag, f"write `{tag}`", safety)


def _space(document: Document, span: Span) -> Fix | None:
    """A space before an attribute, unless quotes are why it lacks one, or it is a stray comma."""
    if document.is_in_faulty_tag(span) or not document.text[span.start].isalpha():
        return None
    return insert(span.start, " ", "add a space")


def _nameless(document: Document, span: Span) -> Fix:
    """`</>` closed whatever is open, to SGML; only where nothing is left open is it nothing."""
    is_safe = not any(repair.kind == "unclosed" for repair in document.repairs)
    return delete(span, "remove `</>`", "safe" if is_safe else "unsafe")


def _end_tag(document: Document, span: Span) -> str:
    """The end tag alone; empty where its name cannot be told, as in `</p </>`."""
    match = _END_TAG.match(document.text, span.start, span.end - 1)
    return f"{match[0]}>" if match else ""


def _is_instruction(document: Document, span: Span) -> bool:
    """Whether this is an instruction to a tool that reads Markdown before it is published.

    In Markdown it is a block of its own (CommonMark 0.31, 4.6), which no reader is meant to see.
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
    "missing-end-tag-name": _nameless,
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
        if error.code in ELSEWHERE or span.start in document.once(text_tag_starts):
            continue
        if error.code == _QUESTION_MARK and _is_instruction(document, span):
            continue
        text = quoted(document, span)
        template = MESSAGES.get(error.code, f"`{{0}}` breaks the grammar of HTML ({error.code})")
        if error.code == "invalid-first-character-of-tag-name" and text == "<":
            template = "`<` opens no tag; write `&lt;`"
        plain = _end_tag(document, span) if "{1}" in template else ""
        if not plain:
            template = template.replace("`{1}`", "the tag alone")
        fix = _FIXES.get(error.code)
        # `&nosuch;` is shown as it stands, and may be meant to.
        is_shown = error.code == "unknown-named-character-reference"
        yield Problem(
            span,
            template.format(text, plain),
            fix and fix(document, span),
            confidence="medium" if is_shown else "high",
        )

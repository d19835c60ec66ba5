"""The messages about parse errors, by the code of the error, and the errors that do no harm."""

from contentlint.rule import Document, Span, lazy

QUESTION_MARK = "unexpected-question-mark-instead-of-tag-name"

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
    "unclosed-quote": "`{0}` has no closing quote; add it",
    "unexpected-character-after-doctype-system-identifier": "invalid `{0}` at the end of doctype",
    "unexpected-character-in-attribute-name": "`{0}` in attribute name; check the quotes before it",
    "unexpected-character-in-unquoted-attribute-value": (
        "`{0}` in unquoted attribute value; quote the value"
    ),
    "unexpected-doctype": "doctype inside an article is ignored; remove it",
    "unexpected-equals-sign-before-attribute-name": (
        "`{0}` has no attribute name; add it or remove the value"
    ),
    "unexpected-question-mark-instead-of-tag-name": "`{0}` is parsed as a comment and hidden",
    "unexpected-solidus-in-tag": "unexpected `/` in a tag; remove it",
    "unknown-named-character-reference": (
        "unknown character reference `{0}`; escape `&` as `&amp;`"
    ),
    "backslash-in-end-tag": "`{0}` is not a valid end tag; use `{1}`",
    "colon-instead-of-equals-sign": "`{0}` has a colon before its value; use `=`",
    "doubled-equals-sign": "`{0}` has a duplicate `=`; remove one",
    "doubled-quote": "`{0}` has a duplicate quote; remove one",
    "escaped-quote": "`{0}` has a backslash before its quotes; remove it",
    "full-width-bracket": "`{0}` is closed by a full-width `＞`; use `>`",
    "joined-tag-name": "missing space before the attribute in `{0}`",
    "less-than-before-text": "`{0}` does not start a tag; escape `<` as `&lt;`",
    "mismatched-quotes": "`{0}` has two kinds of quotes; use the same on both sides",
    "missing-equals-sign": "`{0}` has no `=` before its value; add it",
    "quote-in-value": "`{0}` has its own quotes inside; escape them as `{2}`",
    "reference-instead-of-quote": '`{0}` has character references as quotes; use `"`',
    "typographic-quote": '`{0}` has typographic quotes, which are part of the value; use `"`',
    "unopened-quote": "`{0}` has no opening quote; add it",
}


def template_of(code: str, text: str) -> str:
    """The message for a parse error, with `{0}` for its text.

    Args:
        code: the error's name in the standard.
        text: its text.
    """
    if code == "invalid-first-character-of-tag-name" and text == "<":
        return "`<` does not start a tag; escape it as `&lt;`"
    return MESSAGES.get(code, f"HTML parse error `{code}`: `{{0}}`")


_ELEMENT = lazy(r"<[\w:][\w:.-]*(?:\s[^<>]*)?>")


def is_shown(document: Document, code: str, span: Span) -> bool:
    """Whether the renderer escapes this text, so that browsers display it.

    kramdown makes `<新>` and `<_low>` an element, and escapes any other `<` that starts no tag.
    """
    dialect = document.generator.dialect
    if code == QUESTION_MARK:
        if not dialect.shows_instructions:
            return False
        runs = document.text_runs
        return not any(r.in_html_block and r.span.end == span.start for r in runs)
    if code == "invalid-first-character-of-tag-name":
        is_element = _ELEMENT.match(document.text, *span) is not None
        return dialect.shows_stray_tags and not is_element
    return dialect.shows_stray_tags and code in ("less-than-before-text", "eof-before-tag-name")


def is_instruction(document: Document, span: Span) -> bool:
    """Whether this is a processing instruction for a tool that reads the source.

    In Markdown it is a separate block (CommonMark 0.31, 4.6) that is not meant to be displayed. In
    XHTML it is the XML declaration.
    """
    if document.is_html:
        declaration = _XHTML.match(document.text, document.body.start)
        return declaration is not None and declaration.end(1) == span.end
    if not _INSTRUCTION.fullmatch(document.text, *span):
        return False
    line_start = document.text.rfind("\n", 0, span.start) + 1
    line_end = document.text.find("\n", span.end)
    after = document.text[span.end : line_end if line_end >= 0 else None]
    return not document.text[line_start : span.start].strip() and not after.strip()


_XHTML = lazy(
    r"[\s\ufeff]*+(<\?xml\s[^<>]*+>)\s*+"
    r'<!DOCTYPE\s++html\s++PUBLIC\s++"-//W3C//DTD XHTML'
)
_INSTRUCTION = lazy(r"<\?(?!php\b|xml\b)[A-Za-z][\w-]*+(?:\s[^<>]*+)?>")

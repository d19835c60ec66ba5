"""Every parse error of the standard is reported at the text that must be changed."""

import pytest

from contentlint.core.source import Span
from contentlint.markup import Markup
from contentlint.rules.html._parse_errors import MESSAGES
from contentlint.rules.html.parse_error import REPORTED_ELSEWHERE

# 13.2.2 Parse errors, tree construction's stray doctype, and the unclosed quote that causes others.
CODES = """
abrupt-closing-of-empty-comment abrupt-doctype-public-identifier abrupt-doctype-system-identifier
absence-of-digits-in-numeric-character-reference cdata-in-html-content
character-reference-outside-unicode-range control-character-in-input-stream
control-character-reference duplicate-attribute end-tag-with-attributes
end-tag-with-trailing-solidus eof-before-tag-name eof-in-cdata eof-in-comment eof-in-doctype
eof-in-script-html-comment-like-text eof-in-tag incorrectly-closed-comment
incorrectly-opened-comment invalid-character-sequence-after-doctype-name
invalid-first-character-of-tag-name missing-attribute-value missing-doctype-name
missing-doctype-public-identifier missing-doctype-system-identifier missing-end-tag-name
missing-quote-before-doctype-public-identifier missing-quote-before-doctype-system-identifier
missing-semicolon-after-character-reference missing-whitespace-after-doctype-public-keyword
missing-whitespace-after-doctype-system-keyword missing-whitespace-before-doctype-name
missing-whitespace-between-attributes
missing-whitespace-between-doctype-public-and-system-identifiers nested-comment
noncharacter-character-reference noncharacter-in-input-stream
non-void-html-element-start-tag-with-trailing-solidus null-character-reference
surrogate-character-reference surrogate-in-input-stream
unexpected-character-after-doctype-system-identifier unexpected-character-in-attribute-name
unexpected-character-in-unquoted-attribute-value unexpected-equals-sign-before-attribute-name
unexpected-null-character unexpected-question-mark-instead-of-tag-name unexpected-solidus-in-tag
unknown-named-character-reference unexpected-doctype unclosed-quote backslash-in-end-tag
colon-instead-of-equals-sign doubled-equals-sign doubled-quote escaped-quote full-width-bracket
joined-tag-name less-than-before-text mismatched-quotes missing-equals-sign quote-in-value
reference-instead-of-quote typographic-quote unopened-quote
""".split()


def test_every_code_has_a_message_or_its_own_rule() -> None:
    assert set(CODES) == set(MESSAGES) | REPORTED_ELSEWHERE
    assert not set(MESSAGES) & REPORTED_ELSEWHERE


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("invalid-first-character-of-tag-name", "潮 ⟦<新>⟧ x"),
        ("invalid-first-character-of-tag-name", "1 ⟦<⟧ 2 > 1"),
        ("eof-before-tag-name", "潮 ⟦<⟧"),
        ("missing-end-tag-name", "a⟦</>⟧b"),
        ("end-tag-with-attributes", "<p>⟦</p class=a>⟧"),
        ("end-tag-with-trailing-solidus", "<p>⟦</p/>⟧"),
        ("eof-in-tag", "👍 ⟦<a⟧ href='x\r\n"),
        ("unclosed-quote", "👍 <a ⟦href='x⟧>y</a>\r\n"),
        ("eof-in-comment", "👍\r\n⟦<!--⟧ x\r\n"),
        ("incorrectly-opened-comment", "a ⟦<!x>⟧ b"),
        ("cdata-in-html-content", "⟦<![CDATA[x]]>⟧"),
        ("abrupt-closing-of-empty-comment", "⟦<!-->⟧x"),
        ("unexpected-question-mark-instead-of-tag-name", "⟦<?php x ?>⟧"),
        ("unknown-named-character-reference", "👍 ⟦&nosuch;⟧"),
        ("missing-semicolon-after-character-reference", "⟦&copy⟧ x"),
        ("absence-of-digits-in-numeric-character-reference", "⟦&#⟧ x"),
        ("null-character-reference", "⟦&#0;⟧"),
        ("surrogate-character-reference", "⟦&#xD800;⟧"),
        ("character-reference-outside-unicode-range", "⟦&#x110000;⟧"),
        ("noncharacter-character-reference", "⟦&#xFFFE;⟧"),
        ("control-character-reference", "⟦&#x80;⟧"),
        ("missing-whitespace-between-attributes", "<a b='c'⟦d⟧='e'>"),
        ("missing-attribute-value", "<a ⟦b=⟧>"),
        ("unexpected-character-in-attribute-name", '<a b⟦"⟧=c>'),
        ("unexpected-character-in-unquoted-attribute-value", "<a b=c⟦'⟧d>"),
        ("unexpected-equals-sign-before-attribute-name", "<a ⟦=b⟧>"),
        ("unclosed-quote", "👍\n<p>a <a ⟦href='b⟧>c</a>\n<i class='d'>e</i> f='g'>h"),
        ("unexpected-solidus-in-tag", "<a ⟦/⟧ b=c>"),
    ],
)
def test_an_error_marks_the_text_to_change(code: str, text: str) -> None:
    start, end = text.index("⟦"), text.index("⟧") - 1
    plain = text.replace("⟦", "").replace("⟧", "")
    markup = Markup(plain, Span(0, len(plain)), is_html=True)
    assert [(error.code, error.span) for error in markup.parse_errors] == [(code, Span(start, end))]

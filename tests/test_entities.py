"""`contentlint.core.entities` gives what `html` gives."""

import html

from hypothesis import example, given
from hypothesis import strategies as st

from contentlint.core.entities import escape, unescape


@given(st.text("&<>\"'amp;#xlt39 潮"), st.booleans())
@example("&amp;lt; &notit; &#0; &#x80;", True)
def test_references_are_those_of_the_library(text: str, quote: bool) -> None:
    assert unescape(text) == html.unescape(text)
    assert escape(text, quote) == html.escape(text, quote)

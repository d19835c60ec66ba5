"""The displayed text before and after safe fixes, according to independent parsers.

html5lib parses HTML and markdown-it-py Markdown, so that errors of contentlint's own parsers are
found, too. The environment variable SAFE_FIXES_OF names a folder of further articles to test, each
unchanged and with a character removed.
"""

import os
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from test_fix_properties import articles

from contentlint import registry
from contentlint.article.document import Document
from contentlint.config.resolve import Request, load
from contentlint.core.source import Source
from contentlint.engine.conserve import is_invisible
from contentlint.fixing.files import fix_bytes

HERE = Path("/nowhere")
FOLDER = os.environ.get("SAFE_FIXES_OF")

# The `text` rules are meant to change the displayed text.
CONFIG = load(
    Request(
        isolated=True,
        config=('preset = "all"',),
        select=("html", "file", "accessibility", "front-matter", "security", "image", "lint"),
    ),
    HERE,
)
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
CHARACTERS = "<>\"'/= `"


def seen(text: str, name: str) -> str:
    """The displayed characters of the body, without white space."""
    body = text[Document(Source(name, text)).body.start :]
    html = body if name.endswith(".html") else MARKDOWN.render(body)
    page = html5lib.parse(html, namespaceHTMLElements=False)
    for node in page.iter():
        # Comments have a function instead of a name.
        if not isinstance(node.tag, str) or node.tag in ("script", "style"):
            node.text = ""
    text = "".join(page.itertext())
    # A parser replaces NUL with U+FFFD.
    kept = (char for char in text if not char.isspace() and char != "\ufffd")
    return "".join(char for char in kept if not is_invisible(char))


def assert_kept(text: str, name: str) -> None:
    """Apply the safe fixes of an article: all displayed text is still displayed.

    What was hidden may come to light; then it is in the source.
    """
    fixed = fix_bytes(CONFIG.task(HERE / name, name), text.encode("utf-8", "surrogatepass")).text
    if fixed == text:
        return
    if not Document(Source(name, text)).front_matter.at_start:
        return  # only a block that was moved to the first line is front matter
    before, after = seen(text, name), seen(fixed, name)
    if before == after:
        return
    if "](" in before and "](" not in after:
        return  # the source of an image with a space in its URL was displayed, and is the image now
    # The rest of an unfinished tag was displayed, and is a tag now.
    for tag in sorted(set(re.findall(r"</?[A-Za-z][\w-]*(?:/>)?", text)), key=len, reverse=True):
        before = before.replace(tag, "")
    # Misplaced table content may be displayed elsewhere.
    assert not Counter(before) - Counter(after), (text, fixed)
    assert not Counter(after) - Counter(before) - Counter(text), (text, fixed)


def damaged(text: str, count: int, seed: int) -> Iterator[str]:
    """Variants of a text with a markup character removed or added."""
    places = [match.start() for match in re.finditer(f"[{re.escape(CHARACTERS)}]", text)]
    chance = random.Random(f"{seed} {len(text)}")
    for place in chance.sample(places, min(count, len(places))):
        yield text[:place] + text[place + 1 :]
        yield text[:place] + chance.choice(CHARACTERS) + text[place:]


def examples() -> list[tuple[str, str]]:
    found = [
        (example.text, "a.html" if example.path.endswith(".html") else "a.md")
        for rule_id in registry.rule_ids()
        if not rule_id.startswith(("attribution/", "site/"))
        for example in registry.load(rule_id).examples
        if example.site is None and not re.search("[\ud800-\udfff]", example.text)
    ]
    return sorted(set(found))


@pytest.mark.slow
def test_rule_examples_keep_their_displayed_text() -> None:
    for text, name in examples():
        assert_kept(text, name)


def test_damaged_markup_examples_keep_their_displayed_text() -> None:
    for number, (text, name) in enumerate(examples()):
        if number % 6 == 0 and "<" in text:
            for other in damaged(text, 1, number):
                assert_kept(other, name)


@pytest.mark.slow
def test_all_damaged_examples_keep_their_displayed_text() -> None:
    for number, (text, name) in enumerate(examples()):
        for other in damaged(text, 6, number):
            assert_kept(other, name)


@given(articles())
@settings(max_examples=60, deadline=None)
def test_hostile_articles_keep_their_displayed_text(article: tuple[str, str]) -> None:
    text, name = article
    if not name.endswith(".mdx"):
        assert_kept(text, name)


@pytest.mark.slow
@pytest.mark.skipif(FOLDER is None, reason="SAFE_FIXES_OF names no folder of articles")
def test_articles_of_a_folder_keep_their_displayed_text() -> None:
    files = [p for p in sorted(Path(FOLDER or "").rglob("*")) if p.suffix in (".md", ".html")]
    for number, path in enumerate(files):
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        name = f"a{path.suffix}"
        assert_kept(text, name)
        if number % 20 == 0:
            for other in damaged(text, 2, number):
                assert_kept(other, name)
    assert files

"""What readers see before and after safe fixes, told by parsers of another make.

html5lib reads HTML and markdown-it-py Markdown, so that what our own parsers hide is compared, too.
The environment variable SAFE_FIXES_OF names a folder of articles that are tried as well, each as it
is and with a character missing.
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

# The rules of `text` are there to change what readers see.
CONFIG = load(
    Request(
        isolated=True,
        config=('preset = "all"',),
        select=("html", "file", "accessibility", "front-matter", "security", "image", "lint"),
    ),
    HERE,
)
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SIGNS = "<>\"'/= `"


def seen(text: str, name: str) -> str:
    """The characters that a reader of the body sees, white space left out."""
    body = text[Document(Source(name, text)).body.start :]
    html = body if name.endswith(".html") else MARKDOWN.render(body)
    page = html5lib.parse(html, namespaceHTMLElements=False)
    for node in page.iter():
        # Comments have a function in place of a name.
        if not isinstance(node.tag, str) or node.tag in ("script", "style"):
            node.text = ""
    text = "".join(page.itertext())
    # A parser shows NUL as U+FFFD.
    kept = (char for char in text if not char.isspace() and char != "\ufffd")
    return "".join(char for char in kept if not is_invisible(char))


def assert_kept(text: str, name: str) -> None:
    """Make the safe fixes of an article and compare: all that was seen is seen afterwards.

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
    # What a table holds in the wrong place may stand elsewhere.
    assert not Counter(before) - Counter(after), (text, fixed)
    assert not Counter(after) - Counter(before) - Counter(text), (text, fixed)


def damaged(text: str, count: int, seed: int) -> Iterator[str]:
    """A text with a character of markup missing, or one too many, each time another one."""
    places = [match.start() for match in re.finditer(f"[{re.escape(SIGNS)}]", text)]
    chance = random.Random(f"{seed} {len(text)}")
    for place in chance.sample(places, min(count, len(places))):
        yield text[:place] + text[place + 1 :]
        yield text[:place] + chance.choice(SIGNS) + text[place:]


def examples() -> list[tuple[str, str]]:
    found = [
        (example.text, "a.html" if example.path.endswith(".html") else "a.md")
        for rule_id in registry.rule_ids()
        if not rule_id.startswith(("attribution/", "site/"))
        for example in registry.load(rule_id).examples
        if example.site is None and not re.search("[\ud800-\udfff]", example.text)
    ]
    return sorted(set(found))


def test_the_examples_of_all_rules_show_what_they_showed() -> None:
    for text, name in examples():
        assert_kept(text, name)


def test_damaged_examples_of_markup_show_what_they_showed() -> None:
    for number, (text, name) in enumerate(examples()):
        if number % 6 == 0 and "<" in text:
            for other in damaged(text, 1, number):
                assert_kept(other, name)


@pytest.mark.slow
def test_all_damaged_examples_show_what_they_showed() -> None:
    for number, (text, name) in enumerate(examples()):
        for other in damaged(text, 6, number):
            assert_kept(other, name)


@given(articles())
@settings(max_examples=60, deadline=None)
def test_hostile_articles_show_what_they_showed(article: tuple[str, str]) -> None:
    text, name = article
    if not name.endswith(".mdx"):
        assert_kept(text, name)


@pytest.mark.slow
@pytest.mark.skipif(FOLDER is None, reason="SAFE_FIXES_OF names no folder of articles")
def test_articles_of_a_folder_show_what_they_showed() -> None:
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

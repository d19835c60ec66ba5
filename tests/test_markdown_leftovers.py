"""What the rules say about Markdown is what the recorded renderers wrote."""

from collections.abc import Callable, Iterator

import pytest

from contentlint import registry
from contentlint.article.document import Document
from contentlint.core.source import Source
from contentlint.rule import Problem, Rule
from contentlint.site.generator import Generator
from contentlint.site.generators import named
from tests.dialects.truth import Cell, Renderer, cells, seen

RENDERED_BY: dict[str, Renderer] = {
    "astro": "remark-raw",
    "eleventy": "markdown-it",
    "hexo": "hexo",
    "hugo": "hugo-unsafe",
    "jekyll": "jekyll",
    "mkdocs": "mkdocs",
    "nextjs": "github",
    "vitepress": "vitepress",
}
# Configurations that change the dialect, for the rules that depend on one.
CONFIGURED_BY: dict[str, tuple[str, Renderer]] = {
    "markdown/omitted-html": ("hugo by default", "hugo"),
    "markdown/indented-markdown-attribute": ("mkdocs with extensions", "material"),
}
CONFIGURED = {
    "hugo by default": "title = 'Low'\n",
    "mkdocs with extensions": (
        "markdown_extensions:\n  - footnotes\n  - md_in_html\n  - pymdownx.betterem\n"
    ),
}


def _generator(name: str) -> Generator:
    generator = named(name.partition(" ")[0])
    if name not in CONFIGURED:
        return generator
    assert generator.refine is not None
    return generator.refine(generator, lambda _: CONFIGURED[name])


def _shows(*parts: str) -> "Callable[[Cell, str, str], bool]":
    return lambda cell, html, marked: any(part in seen(html)[0] for part in parts)


def _has(*tags: str) -> "Callable[[Cell, str, str], bool]":
    return lambda cell, html, marked: not set(tags).isdisjoint(seen(html)[1])


def _shows_marked(cell: Cell, html: str, marked: str) -> bool:
    shown = seen(html)[0].translate(_STRAIGHT)
    return "".join(marked.translate(_STRAIGHT).split()) in "".join(shown.split())


_STRAIGHT = {ord(quote): ord('"') for quote in "“”"} | {ord(quote): ord("'") for quote in "‘’"}

CLAIMS: "dict[str, Callable[[Cell, str, str], bool]]" = {
    "html/invalid-tag": _shows("<"),
    "markdown/broken-table": _shows("|"),
    "markdown/empty-link": _has("a"),
    "markdown/foreign-syntax": _shows_marked,
    "markdown/heading-without-space": _shows("##"),
    "markdown/indented-html": lambda cell, html, marked: (
        marked in seen(html)[0] and "code" in seen(html)[1]
    ),
    "markdown/invalid-reference": lambda cell, html, marked: (
        marked in seen(html)[0] or marked.startswith("&#")
    ),
    "markdown/list-without-space": _shows_marked,
    "markdown/markdown-in-html": _shows_marked,
    "markdown/omitted-end-tag": lambda cell, html, marked: 24 in cell.vue or "</" in seen(html)[0],
    "markdown/indented-markdown-attribute": _shows("**"),
    "markdown/omitted-html": lambda cell, html, marked: marked not in html or "omitted" in html,
    "markdown/one-line-markdown-attribute": _shows("</"),
    # A container that is not closed, or a line of colons that closes none.
    "markdown/text-parsed-as-tag": lambda cell, html, marked: marked not in seen(html)[0],
    "markdown/unclosed-container": lambda cell, html, marked: (
        ":::" in seen(html)[0]
        if marked.strip(":") == ""
        else _has("div", "details")(cell, html, "")
    ),
    "markdown/unclosed-fence": lambda cell, html, marked: (
        "code" in seen(html)[1] or marked in seen(html)[0]
    ),
    "markdown/undefined-footnote": _shows("[^"),
    "markdown/undefined-reference": _shows("]["),
    "markdown/unrendered-emphasis": _shows("*"),
    "markdown/unrendered-link": _shows_marked,
    "markdown/void-placeholder": lambda cell, html, marked: marked not in seen(html)[0],
}
"""For each rule, whether its statement is true of a recorded output and the marked text."""


def _rules() -> list[Rule]:
    return [registry.load(rule_id) for rule_id in registry.rule_ids() if rule_id in CLAIMS]


def _problems(rule: Rule, text: str, generator: str) -> Iterator[Problem]:
    document = Document(Source("a.md", text), generator=_generator(generator))
    return iter(list(rule.check(document)))


def test_every_rule_about_markdown_has_a_claim() -> None:
    ids = {rule_id for rule_id in registry.rule_ids() if rule_id.startswith("markdown/")}
    assert ids <= CLAIMS.keys()


@pytest.mark.parametrize("generator", sorted(RENDERED_BY))
def test_no_rule_contradicts_a_recorded_renderer(generator: str) -> None:
    contradicted = []
    for rule in _rules():
        for cell in cells():
            html = cell.html[RENDERED_BY[generator]]
            if html is None:
                continue
            for problem in _problems(rule, cell.text, generator):
                marked = cell.text[problem.span.start : problem.span.end]
                if not CLAIMS[rule.id](cell, html, marked):
                    contradicted.append((rule.id, cell.text, problem.message, html))
    assert contradicted == []


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.id)
def test_every_rule_finds_something_in_the_recorded_texts(rule: Rule) -> None:
    generators = [CONFIGURED_BY[rule.id][0]] if rule.id in CONFIGURED_BY else list(RENDERED_BY)
    assert any(
        list(_problems(rule, cell.text, generator)) for generator in generators for cell in cells()
    )


@pytest.mark.parametrize("rule_id", sorted(CONFIGURED_BY))
def test_a_rule_about_a_configuration_does_not_contradict_its_renderer(rule_id: str) -> None:
    generator, renderer = CONFIGURED_BY[rule_id]
    rule = registry.load(rule_id)
    contradicted = []
    for cell in cells():
        html = cell.html[renderer]
        for problem in [] if html is None else _problems(rule, cell.text, generator):
            marked = cell.text[problem.span.start : problem.span.end]
            if not CLAIMS[rule_id](cell, html or "", marked):
                contradicted.append((cell.text, problem.message, html))
    assert contradicted == []

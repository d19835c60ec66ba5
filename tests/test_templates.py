"""Template syntax in and around tags: only invalid markup is reported."""

from itertools import product

import pytest

from contentlint import registry
from contentlint.article.document import Document
from contentlint.core.source import Source, Span
from contentlint.markup import Markup
from contentlint.site.generators import named

RULES = [
    rule
    for rule in map(registry.load, registry.rule_ids())
    if rule.id.startswith("html/") and rule.preset == "recommended"
]
GENERATORS = ["jekyll", "eleventy", "hexo", "mkdocs", None]


def marked(text: str, path: str, generator: str | None) -> list[str]:
    """The text that the recommended HTML rules mark."""
    document = Document(Source(path, text), generator=named(generator))
    found = [problem.span for rule in RULES for problem in rule.check(document)]
    return [text[span.start : span.end] for span in sorted(found)]


IN_TAGS = [
    '<a href="/ebb" {% if low %}class="low"{% endif %}>tide</a>',
    'The <a href="/ebb"{% if low %} class="low"{% endif %}>tide</a> is low.',
    '<a {{ attrs }} href="/ebb">tide</a> <b {{ a }}{{ b }}>low</b> <i {{ a }} {{ b }}>ebb</i>',
    "A <a href={{ url }}>tide</a> and <a href={{ url }}/ebb>ebb</a>",
    '<img {% if low %}alt="low"{% else %}alt="high"{% endif %} src="/tide.png"> <em>潮</em>',
    "<input {{ checked }}> <input type='radio' {{ checked }}/>",
    '<{{ tag }} class="low">tide</{{ tag }}> <h{{ level }}>ebb</h{{level}}>',
    "<h{% if low %}1{% else %}2{% endif %} class='a'>x</h{% if low %}1{% else %}2{% endif %}>",
    """<a href="{{ "/ebb" | relative_url }}" title='{{ 'low' }}'>tide</a>""",
    '<a href="/ebb" {{ attrs\n  | join: " " }} class="low">tide</a>',
    '<div\n  class="low"\n  {% if low %}\n  id="ebb"\n  {% endif %}\n>\ntide\n</div>',
    '<a data-{{ name }}="1" {{ name }}="2" aria-{{ x }}-y="3">tide</a>',
    '<a class="a{% if low %} b"{% else %} c"{% endif %} href="/ebb">tide</a>',
    "<video controls{% if poster %} poster='{{ poster }}'{% endif %}></video>",
]
AROUND_TAGS = [
    "{% if a %}\n<div class='low'>\n{% else %}\n<div>\n{% endif %}\n\nTide\n\n</div>",
    "{% if a %}<b>{% else %}<i>{% endif %}tide{% if a %}</b>{% else %}</i>{% endif %}",
    "{% if a %}<div>{% else %}<ul>{% endif %}\n\n\n{% unless a %}</ul>{% else %}</div>"
    "{% endunless %}",
    "{% for a in b %}{% if first %}<ul>{% endif %}<li>ebb</li>{% if last %}</ul>{% endif %}"
    "{% endfor %}",
    "{% for p in all %}\n  {% if new %}\n    {% if old %}</ol>{% endif %}\n    <ol>\n  {% endif %}"
    "\n  <li>{{ p }}</li>\n{% endfor %}\n</ol>",
    "{% case a %}{% when 1 %}<div class='a'>{% when 2 %}<div class='b'>{% endcase %}tide</div>",
    "{% if a %}<section>{% endif %}\n\nTide\n\n{% if a %}</section>{% endif %}",
    "{% if a %}<table>{% endif %}<tr><td>low</td></tr>{% if a %}</table>{% endif %}",
    "<div>\n{% for a in b %}\n<p>low</p>\n{% if third %}\n</div>\n<div>\n{% endif %}\n{% endfor %}"
    "\n</div>",
    "{% if a %}<a href='/a'>{% else %}<a href='/b'>{% endif %}tide</a>",
    "<div>{% if a %}</div>{% endif %}{% unless a %}</div>{% endunless %}",
    "{% capture row %}<tr><td>{% endcapture %}low",
    "{% set row %}{% raw %}<!doctype html>\n<html>\n{% endraw %}{% endset %}low",
    "{% set row %}\n<tide-tab>\n{% endset %}\n{{ row | highlight('html') }}",
    "{% raw %}<b>{{ low }}</b>{% endraw %} tide",
    "{% comment %}<div><b>{% endcomment %}low",
    "{% highlight html %}\n<div>\n\n</ul>\n{% endhighlight %}\n\nLow",
    "{% mermaid %}\na <|-- b\n<<tide>> a\n{% endmermaid %}",
    "{% include tide.html text='<b>' %} low",
    "{% if a %}\n<tide-tabs now>\n\t<div>low</div>\n</tide-tabs>\n{% endif %}",
    "{% include tide.html %}\n<tide-tabs now>\n  <div>low</div>\n</tide-tabs>",
    "- low\n- high\n{% if a %}\n<div>ebb</div>\n{% endif %}",
    "<div>\n{% for a in b %}\n    <a href='{{ a }}'>low</a>\n{% endfor %}\n</div>",
]


def test_a_valid_page_with_template_syntax_has_no_findings() -> None:
    pages = product(IN_TAGS + AROUND_TAGS, ["\n", "\r\n"], ["a.md", "a.html"], GENERATORS)
    found = {
        (text, path, generator): spans
        for text, line_end, path, generator in pages
        if (spans := marked(f"{text}\n".replace("\n", line_end), path, generator))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{% if a %}<p><b>low</p>{% endif %}", "<b>"),
        ("{% if a %}<div>{% endif %}low", "<div>"),
        ("low{% if a %}</div>{% endif %}", "</div>"),
        ("<div>{% if a %}</div>{% endif %}</div>", "</div>"),
        ("{% for a in b %}<div>{% endfor %}", "<div>"),
        ("{% raw %}<b>{{ a }}{% endraw %}", "<b>"),
        ("{% if a %}<b>low</b>{% else %}<i>ebb{% endif %}", "<i>"),
        ("{% capture a %}<p><b>low</p>{% endcapture %}", "<b>"),
        ("<a id='a' id='a' {% if a %}class='b'{% endif %}>low</a>", "id='a'"),
        ("{% if a %}<div class='a'>{% else %}<div>{% endif %}\n\nlow", "<div class='a'>"),
    ],
)
def test_an_error_next_to_template_syntax_is_found(text: str, fault: str) -> None:
    pages = list(product(["a.md", "a.html"], GENERATORS))
    assert [page for page in pages if fault not in marked(f"{text}\n", *page)] == []


@pytest.mark.parametrize(
    "text",
    [
        "{{< html >}}<div>{{< /html >}}\n\nlow\n\n{{< html >}}</div>{{< /html >}}\n",
        '<a href="{{< ref "a.md" >}}">low</a> <img src="{{% static %}}/a.png" alt="" {{< size >}}>\n',
        "{{< tabs >}}\n{{< tab >}}\n<tide-tab now>\n<div>x</div>\n</tide-tab>\n{{< /tab >}}\n"
        "{{< /tabs >}}\n",
        '<a href="/a" {{ x }} {% if x %}class="on"{% endif %}>another generator\'s</a>\n',
    ],
)
def test_shortcodes_and_braces_in_a_tag_have_no_findings(text: str) -> None:
    assert marked(text, "a.md", "hugo") == []


def test_literal_text_has_no_branches() -> None:
    text = "{% if a %}<div>{% else %}<div>{% endif %}\n\nlow\n\n</div>\n"
    assert marked(text, "a.md", "hugo") == ["<div>"]
    assert marked(text, "a.md", "eleventy") == []


def test_a_hexo_plugin_block_is_opaque() -> None:
    block = "{{% {0} %}}\nlow <tide> ebb\n{{% end{0} %}}\n"
    assert marked(block.format("sketch"), "a.md", "hexo") == []
    assert marked(block.format("note"), "a.md", "hexo") == ["<tide>"]


@pytest.mark.parametrize("path", ["a.md", "a.html"])
def test_spans_after_cuts_are_file_offsets(path: str) -> None:
    text = "{% if a %}潮 {% endif %}<b {{ b }}>low</b>\n{% if a %}\n\n{% endif %}\n\n*x* <i class='c'>y</i>\n"
    markup = Markup(text, Span(0, len(text)), is_html=path == "a.html", generator=named("jekyll"))
    tags = [text[e.span.start : e.span.end] for e in markup.elements() if e.authored]
    assert tags == ["<b {{ b }}>", "<i class='c'>"]
    [tide] = [run for run in markup.text_runs if "潮" in run.raw]
    assert tide.span.start + tide.raw.index("潮") == text.index("潮")
    [attribute] = [a for e in markup.elements("i") for a in e.attributes]
    assert text[attribute.value_span.start : attribute.value_span.end] == "c"


@pytest.mark.slow
def test_deep_and_unbalanced_blocks_are_processed() -> None:
    text = "{% if a %}<div>" * 3000 + "{% endif %}" * 3000 + "{% else %}</div>"
    for path in ("a.md", "a.html"):
        markup = Markup(
            text, Span(0, len(text)), is_html=path == "a.html", generator=named("jekyll")
        )
        assert all(text.startswith("<", repair.span.start) for repair in markup.repairs)

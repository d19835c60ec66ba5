"""Two articles of a folder have the same title.

In lists, search results and feeds, readers cannot tell them apart. Articles of other folders, of
other languages and drafts may have the same title.

Make the titles different, or remove one of the articles if it is a copy.
"""

from collections import defaultdict
from posixpath import dirname

from contentlint.rule import (
    Document,
    Fact,
    Facts,
    SiteFact,
    SiteFacts,
    SiteProblems,
    bad,
    cut,
    good,
    rule,
)
from contentlint.rules.site._variants import are_variants

_TITLE = "---\ntitle: {}\n---\n"
_LOW = _TITLE.format("Low tide")

EXAMPLES = [
    good(_LOW, path="posts/a.md", files={"posts/b.md": _TITLE.format("High tide")}),
    good(_LOW, path="guide/a.md", files={"reference/a.md": _LOW}),
    good(_LOW, path="posts/a/index.md", files={"notes/b/index.md": _LOW}),
    good(_LOW, path="posts/a.en.md", files={"posts/a.de.md": _LOW}),
    good(_LOW, path="posts/a.md", files={"posts/b.md": "---\ntitle: Low tide\nlang: de\n---\n"}),
    good(_LOW, path="posts/a.md", files={"posts/b.md": "---\ntitle: Low tide\ndraft: on\n---\n"}),
    good(
        _LOW,
        path="a/index.md",
        files={"b/index.md": _LOW, "a/1.md": _TITLE.format("1"), "b/2.md": _TITLE.format("2")},
    ),
    good("---\ntitle: ''\n---\n", path="a.md", files={"b.md": "---\ntitle:\n---\n"}),
    bad(
        "---\ntitle: ⟦Low tide⟧\n---\n",
        "duplicate title `Low tide`; `posts/b.md` has the same",
        "duplicate title `Low Tide`; `posts/a.md` has the same",
        path="posts/a.md",
        files={"posts/b.md": "---\ntitle: ⟦'Low  Tide'⟧\n---\n"},
    ),
    bad(
        "---\r\ntitle: ⟦潮 👍⟧\r\n---\r\n",
        "duplicate title `潮 👍`; `posts/b/index.md` has the same",
        "duplicate title `潮 👍`; `posts/a/index.md` has the same",
        path="posts/a/index.md",
        files={"posts/b/index.md": "+++\ntitle = ⟦'潮 👍'⟧\n+++\n"},
    ),
]

_OF_FOLDERS = ("index", "_index", "readme")
# The number of articles with the same title that are compared with each.
_MOST = 50


def collect(document: Document) -> Facts:
    """The title, with what tells articles with the same title apart."""
    front_matter = document.front_matter
    data = front_matter.data
    title = front_matter.raw(("title",)) or ""
    if title.strip() in ("", "~", "null") or data.get("draft"):
        return
    language = data.get("lang") or data.get("language") or data.get("locale")
    span = front_matter.span_of(("title",))
    yield Fact(span, [title, language if isinstance(language, str) else ""])


@rule(severity="info", preset="all", since="0.2", when="key:title")
def check_site(facts: SiteFacts) -> SiteProblems:
    facts_of_articles = list(facts)
    sections = {dirname(fact.path) for fact in facts_of_articles if not _is_index(fact.path)}
    same: dict[tuple[str, ...], list[SiteFact]] = defaultdict(list)
    for fact in facts_of_articles:
        same[_key(fact, sections)].append(fact)
    for alike in same.values():
        for fact in alike if len(alike) > 1 else ():
            paths = (each.path for each in alike[:_MOST] if each.path != fact.path)
            other = next((path for path in paths if not are_variants(path, fact.path)), None)
            if other is not None:
                what = f"duplicate title `{cut(fact.value[0])}`"
                yield fact.problem(f"{what}; `{cut(other, 80)}` has the same")


def _key(fact: SiteFact, sections: set[str]) -> tuple[str, ...]:
    """What is equal for articles that must not have the same title.

    An index file is an article of the folder around its own, unless its own has other articles.
    """
    title, language = fact.value
    folder = dirname(fact.path)
    if _is_index(fact.path):
        folder = f"{folder}/" if folder in sections else dirname(folder)
    return folder, " ".join(title.casefold().split()), language


def _is_index(path: str) -> bool:
    return path.rpartition("/")[2].partition(".")[0].lower() in _OF_FOLDERS

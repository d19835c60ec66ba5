"""The text of an article is the same as that of another article, or nearly.

Such copies are usually left over from a move or an import. Readers find both, only one of them is
kept up to date, and search engines show either. Articles that differ in a few lines are copies as
well; other languages and versions of an article are not.

Remove one of them, or make it a redirect.
"""

from collections import defaultdict
from zlib import crc32

from contentlint.rule import (
    Document,
    Fact,
    Facts,
    SiteFacts,
    SiteProblems,
    Span,
    bad,
    cut,
    good,
    rule,
)
from contentlint.rules.site._variants import are_variants

_LINES = [f"On day {day} the ferry left {day} minutes late.\n\n" for day in range(10, 40)]
_TEXT = "".join(_LINES)
_OTHER = "".join(_LINES[:9]) + "".join(
    f"The harbor of town {n} is closed.\n" for n in range(10, 40)
)

EXAMPLES = [
    good(_TEXT, path="posts/a.md", files={"posts/b.md": _OTHER}),
    good(_LINES[0], path="posts/a.md", files={"posts/b.md": _LINES[0]}),
    good(_TEXT, path="docs/en/a.md", files={"docs/zh-cn/a.md": _TEXT}),
    good(_TEXT, path="docs/a.md", files={"versioned_docs/version-1.2/a.md": _TEXT}),
    good(_TEXT, path="a.md", files={"a.fr.md": _TEXT}),
    good(_TEXT, path="en/posts/low.md", files={"de/posts/tief.md": _TEXT}),
    good(_TEXT, path="docs/_a.md", files={"docs/_b.md": _TEXT}),
    good(
        "".join(_LINES), path="a.md", files={"b.md": "".join(_LINES[4:]) + "Calm all of the day\n"}
    ),
    bad(
        f"---\ntitle: A\n---\n⟦⟧{_TEXT}",
        "text is that of `posts/b.md`, or nearly; remove one of them",
        "text is that of `posts/a.md`, or nearly; remove one of them",
        path="posts/a.md",
        files={"posts/b.md": f"⟦⟧{_TEXT}The end.\n", "posts/c.md": _OTHER},
    ),
    bad(
        "⟦⟧" + _TEXT.replace("\n", "\r\n"),
        "text is that of `posts/b.md`, or nearly; remove one of them",
        "text is that of `posts/a.md`, or nearly; remove one of them",
        path="posts/a.md",
        files={"posts/b.md": f"⟦⟧{_TEXT}"},
    ),
]

# Shorter lines, such as `---` and `</div>`, are the same in many articles.
_SHORTEST = 16
# Articles with fewer lines are forms, lists of links and the like.
_FEWEST = 10
# The number of lines that stand for all: those with the smallest hashes, which are a random choice.
_SAMPLE = 32
# How many of the sample two articles have in common at least.
_COMMON = 30
# The number of articles with the same line that are compared.
_MOST = 50
# Of each hash, 24 bits are enough to compare a few articles.
_DIGITS = 6


def collect(document: Document) -> Facts:
    """A sample of the lines, as hashes."""
    start, end = document.body
    name = document.path.rpartition("/")[2]
    if name.startswith("_") and not name.startswith("_index."):
        return  # a part of other articles
    lines = {line.strip() for line in document.text[start:end].split("\n")}
    hashes = sorted(
        {crc32(line.encode("utf-8", "surrogatepass")) for line in lines if len(line) >= _SHORTEST}
    )
    if len(hashes) >= _FEWEST:
        sample = "".join(f"{each:08x}"[:_DIGITS] for each in hashes[:_SAMPLE])
        yield Fact(Span(start, start), sample)


@rule(severity="info", preset="strict", since="0.2")
def check_site(facts: SiteFacts) -> SiteProblems:
    samples = [(fact, _hashes(fact.value)) for fact in facts]
    having: dict[str, list[int]] = defaultdict(list)
    for number, (_, hashes) in enumerate(samples):
        # At most two hashes of a sample are not in the other: of its first three, one is among
        # the first five there.
        for each in hashes[:3]:
            if len(having[each]) < _MOST:
                having[each].append(number)
    for number, (fact, hashes) in enumerate(samples):
        near = sorted({other for each in hashes[:5] for other in having.get(each, ())} - {number})
        copies = (samples[n][0].path for n in near if _are_alike(hashes, samples[n][1]))
        other = next((path for path in copies if not are_variants(path, fact.path)), None)
        if other is not None:
            message = f"text is that of `{cut(other, 80)}`, or nearly; remove one of them"
            yield fact.problem(message)


def _hashes(value: str) -> list[str]:
    return [value[place : place + _DIGITS] for place in range(0, len(value), _DIGITS)]


def _are_alike(one: list[str], other: list[str]) -> bool:
    """Whether two samples are nearly the same; short articles have to be the same."""
    if len(one) < _SAMPLE or len(other) < _SAMPLE:
        return one == other
    return len(set(one).intersection(other)) >= _COMMON

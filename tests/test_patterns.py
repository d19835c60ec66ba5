"""All regular expressions run in linear time for any input."""

import re
from collections.abc import Iterable, Iterator

import pytest
from growth import Work, grows_too_fast
from patterns import Attack, Pattern, attacks, modules, patterns

from contentlint.core.patterns import code_of, with_code

# Lengths of the text. An exponential pattern does not finish at the larger ones, so they grow in
# small steps first. At the largest, even the cheapest quadratic work (a fraction of a nanosecond per
# pair of characters) takes a hundred milliseconds.
SIZES = (*range(4, 32, 2), 32, 36, 40, 48, 64, 96, *(2**power for power in range(7, 16)))
# In seconds; linear patterns take about the second value at the largest length.
ENOUGH, NOTHING = 0.01, 0.0005

# Patterns that get their text in a form in which they are fast.
GIVEN = {
    "contentlint.article.images.forms._ALL_BY": "given 200 characters at most",
    "contentlint.article.images.forms._QUOTED": "given 1,000 characters at most",
    "contentlint.article.images.forms._SHOT": "given 1,000 characters at most",
    "contentlint.article.images.names.NAME_ENDS": "given 1,000 characters at most",
    "contentlint.core.toml._BARE": "tried at the start of a value",
    "contentlint.core.toml._BARE_LINE": "tried at the start of a value",
    "contentlint.front_matter.flaws._FORMS": "tried at the start of a line",
    "contentlint.front_matter.formats._KEY_AND_COLON": "tried at the beginnings of lines alone",
    "contentlint.front_matter.formats._KEY_AND_EQUALS": "tried at the beginnings of lines alone",
    "contentlint.markup.repairs.well_formed._COMMENT": "given text that ends behind a comment",
    "contentlint.rules.attribution._languages._JOINED": "given 64 characters at most",
    "contentlint.rules.attribution._labels._SEPARATOR": "given lines of 400 characters at most",
    "contentlint.rules.attribution._lines._MARKUP": "given 1,000 characters at most",
    "contentlint.rules.attribution._links._REDIRECT": "given 2,000 characters at most",
    "contentlint.rules.attribution._quotations._NAMED": "given 500 characters at most",
    "contentlint.rules.attribution._reporters._KOREAN": "given 240 characters at most",
    "contentlint.rules.attribution._reporters._KOREAN_TEXT": "given 240 characters at most",
    "contentlint.rules.attribution._reporters._PLACE": "given 240 characters at most",
    "contentlint.rules.attribution._reporters._REPORTER": "given 240 characters at most",
    "contentlint.rules.image.agency_image._NAMED": "given the name of a file, 255 characters at most",
    "contentlint.site.agent_files._FILE": "given a path, 4,096 characters at most",
    "contentlint.site.dates.DATEUTIL_FAILS": "given 100 characters at most",
    "contentlint.site.dates.DATEUTIL_SHIFTS": "given 100 characters at most",
    "contentlint.site.dates.JAVASCRIPT_FAILS": "given 100 characters at most",
    "contentlint.site.dates.MYST_FAILS": "given 100 characters at most",
    "contentlint.site.dates.RUBY_FAILS": "given 100 characters at most",
    "contentlint.site.dates.RUBY_SHIFTS": "given 100 characters at most",
    "contentlint.site.links.docusaurus._BLOG": "given a path, 4,096 characters at most",
    "contentlint.site.links.docusaurus._NUMBER": "given a part of a path",
    "contentlint.site.slugs.docusaurus._CLASSIC": "given 2,000 characters at most",
    "contentlint.site.slugs.docusaurus._COMMENT": "given 2,000 characters at most",
    "contentlint.site.slugs.docusaurus._HTML_COMMENT": "given 2,000 characters at most",
    "contentlint.site.slugs.vitepress._ATTRIBUTES": "given 2,000 characters at most",
    "contentlint.site.generators.docusaurus._SHIFTS": "given 100 characters at most",
}


def works(pattern: Pattern, attack: Attack) -> Iterator[Work]:
    """Texts of increasing length; longer units are repeated less often."""
    is_bytes = isinstance(pattern.compiled.pattern, bytes)
    before = 0
    for size in SIZES:
        text = attack.text(size)
        if len(text) > before:
            before = len(text)
            given = text.encode("utf-8", "replace") if is_bytes else text
            yield Work(before, lambda given=given: look_through(pattern, given))  # type: ignore[misc]


def look_through(pattern: Pattern, text: str | bytes) -> None:
    if pattern.is_searched:
        for _match in pattern.compiled.finditer(text):
            pass
    else:
        pattern.compiled.match(text)


def is_slow(pattern: Pattern, attack: Attack) -> bool:
    return grows_too_fast(works(pattern, attack), enough=ENOUGH, nothing=NOTHING)


def convicting(pattern: Pattern, given: Iterable[Attack]) -> Attack | None:
    """The first attack that makes a pattern slow."""
    return next((attack for attack in given if is_slow(pattern, attack)), None)


@pytest.mark.slow
@pytest.mark.parametrize("module", modules())
def test_time_grows_with_the_text_and_no_faster(module: str) -> None:
    for pattern in set(patterns(module)):
        if pattern.place.partition("[")[0] not in GIVEN:
            found = convicting(pattern, attacks(pattern.compiled))
            assert found is None, f"{pattern.place} is slow on {found}: {pattern.compiled.pattern}"


@pytest.mark.slow
@pytest.mark.parametrize(
    "slow",
    [
        r"\s+$",
        r"(a+)+b",
        r"<!--.*?-->",
        r"a*b",
        r"(?:a|a)*c",
        r"[^x]*x",
        r"\d+\.\d+:",
        r"//[a.]+:|\bwww\.[\w.-]+\.\w{2,}",
        r"a: *b? *c",
    ],
)
def test_a_slow_pattern_is_convicted(slow: str) -> None:
    pattern = Pattern("here", re.compile(slow), True)
    assert convicting(pattern, attacks(pattern.compiled)) is not None


@pytest.mark.parametrize(
    "quick", [r"a", r"<!--", r"(?<!\s)\s+$", r"//[a.]{1,253}:", r"(?:a|b)+", r"a{0,9}b"]
)
def test_a_quick_pattern_is_not(quick: str) -> None:
    pattern = Pattern("here", re.compile(quick), True)
    assert convicting(pattern, attacks(pattern.compiled)) is None


@pytest.mark.slow
def test_the_patterns_are_there() -> None:
    places = {pattern.place for module in modules() for pattern in patterns(module)}
    assert len(places) > 200
    assert "contentlint.markup.repairs.well_formed._TAG" in places
    assert {place.partition("[")[0] for place in places} >= set(GIVEN)


@pytest.mark.slow
@pytest.mark.parametrize("module", modules())
def test_a_stored_pattern_equals_the_compiled_one(module: str) -> None:
    for found in patterns(module):
        pattern, flags = found.compiled.pattern, found.compiled.flags
        if isinstance(pattern, bytes):
            continue
        again = with_code(pattern, code_of(pattern, flags))
        # Equal patterns have the same code, flags and text.
        assert again == re.compile(pattern, flags) == found.compiled, found.place
        assert again.groupindex == found.compiled.groupindex
        assert again.groups == found.compiled.groups

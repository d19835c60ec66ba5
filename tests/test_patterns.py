"""No regular expression takes more than linear time, whatever it is fed."""

import math
import re
import time
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest
from patterns import Attack, Pattern, attacks, modules, patterns

# Lengths of the text. An exponential pattern ends at none of the larger ones, so they grow in small
# steps first. At the largest, even the least work that grows with the square (a fraction of a
# nanosecond for each pair of characters) takes a hundred milliseconds.
SIZES = (*range(16, 32, 2), 32, 36, 40, 48, 64, 96, *(2**power for power in range(7, 16)))
# The text grows until one run takes this long, in seconds of the processor. No verdict follows from
# it: it only says at which three lengths the growth is looked at.
ENOUGH = 0.02
# What a clock cannot tell from nothing, in seconds; linear work at the largest length is about this.
NOTHING = 0.0005
# The power of the length with which time grows: 1 if it is linear, 2 if it grows with the square.
MOST = 1.5
# Of the runs that decide, the quickest counts.
RUNS = 3

# Those that have their text in a form in which they are quick.
GIVEN = {
    "contentlint.front_matter.split._KEY_LINE": "tried at the beginnings of lines alone",
    "contentlint.front_matter.split._TOML_LINE": "tried at the beginnings of lines alone",
    "contentlint.markup.well_formed._COMMENT": "given text that ends behind a comment",
    "contentlint.pictures.credit._WEAK": "given 1,000 signs at most",
    "contentlint.pictures.credit._SHOT": "given 1,000 signs at most",
    "contentlint.pictures.credit._AGENCY": "given 1,000 signs at most",
    "contentlint.pictures.credit._NAME_ENDS": "given a part of 1,000 signs",
    "contentlint.rules.attribution._lines._LINE_HEAD": "given 200 signs at most",
    "contentlint.rules.attribution._quotations._NAMED": "given 500 signs at most",
    "contentlint.rules.image.agency_picture._NAMED": "given the name of a file, 255 signs at most",
}


def seconds(pattern: Pattern, text: str) -> float:
    """What one run takes of the processor, whatever else the machine does meanwhile."""
    given = text.encode("utf-8", "replace") if isinstance(pattern.compiled.pattern, bytes) else text
    started = time.thread_time()
    if pattern.is_searched:
        for _match in pattern.compiled.finditer(given):
            pass
    else:
        pattern.compiled.match(given)
    return time.thread_time() - started


def texts(attack: Attack) -> Iterator[str]:
    """Longer and longer ones; a unit of several characters makes fewer of them."""
    before = 0
    for size in SIZES:
        text = attack.text(size)
        if len(text) > before:
            before = len(text)
            yield text


def is_superlinear(times: dict[str, float]) -> bool:
    """Whether time grows far faster than the text from each length to the next."""
    powers = [
        math.log(times[longer] / times[text]) / math.log(len(longer) / len(text))
        for text, longer in pairwise(times)
    ]
    return len(powers) > 1 and min(powers) > MOST


def grows_too_fast(pattern: Pattern, attack: Attack) -> bool:
    """Whether it does at the last three lengths, which are doubled but for the shortest."""
    times: dict[str, float] = {}
    for text in texts(attack):
        times[text] = seconds(pattern, text)
        if times[text] > ENOUGH:
            break
    last = dict(list(times.items())[-3:])
    if max(last.values()) < NOTHING or not is_superlinear(last):
        return False
    return is_superlinear({text: min(seconds(pattern, text) for _ in range(RUNS)) for text in last})


def convicting(pattern: Pattern, given: Iterable[Attack]) -> Attack | None:
    """The first attack that makes a pattern slow."""
    return next((attack for attack in given if grows_too_fast(pattern, attack)), None)


@pytest.mark.slow
@pytest.mark.parametrize("module", modules())
def test_time_grows_with_the_text_and_no_faster(module: str) -> None:
    for pattern in set(patterns(module)):
        if pattern.place.partition("[")[0] not in GIVEN:
            found = convicting(pattern, attacks(pattern.compiled))
            assert found is None, f"{pattern.place} is slow on {found}: {pattern.compiled.pattern}"


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
    assert "contentlint.markup.well_formed._TAG" in places
    assert {place.partition("[")[0] for place in places} >= set(GIVEN)

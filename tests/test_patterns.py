"""No regular expression takes more than linear time, whatever it is fed."""

import time
from collections.abc import Iterable
from typing import Any

import pytest
from patterns import Attack, Pattern, attacks, patterns

# Sizes at which a pattern is looked at, in small steps, for an exponential one ends at none of the
# larger. The last one, at which quadratic ones show, is doubled.
SIZES = (16, 24, 32, 48, 64, 96, 128, 256, 512, 1024, 3000)
# What is over sooner than this is below the noise, or harmless; in seconds.
FLOOR = 0.004
# Twice the text takes twice the time, four times if the work grows with the square.
MOST = 3.0
TRIES = 4

EVERY = list({(p.place, p.compiled.pattern): p for p in patterns()}.values())

# Those that have their text in a form in which they are quick.
GIVEN = {
    "contentlint.front_matter.split._KEY_LINE": "tried at the beginnings of lines alone",
    "contentlint.front_matter.split._TOML_LINE": "tried at the beginnings of lines alone",
    "contentlint.markup.well_formed._COMMENT": "given text that ends behind a comment",
    "contentlint.pictures.credit._WEAK": "given 1,000 signs at most",
    "contentlint.pictures.credit._SHOT": "given 1,000 signs at most",
    "contentlint.pictures.credit._AGENCY": "given 1,000 signs at most",
    "contentlint.pictures.credit._NAME_ENDS": "given a part of 1,000 signs",
    "contentlint.rules.attribution._quotations._NAMED": "given 500 signs at most",
    "contentlint.rules.image.agency_picture._NAMED": "given the name of a file, 255 signs at most",
}


def seconds(pattern: Pattern, attack: Attack, size: int, times: int = 1) -> float:
    """The least time of several runs."""
    text: Any = attack.text(size)
    if isinstance(pattern.compiled.pattern, bytes):
        text = text.encode("utf-8", "replace")
    best = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        if pattern.is_searched:
            for _match in pattern.compiled.finditer(text):
                pass
        else:
            pattern.compiled.match(text)
        best = min(best, time.perf_counter() - started)
    return best


def grows_too_fast(pattern: Pattern, attack: Attack) -> bool:
    """Whether twice the text takes far more than twice the time, each time it is tried."""
    for size in SIZES:
        if seconds(pattern, attack, size) > FLOOR:
            break
    else:
        return False
    for _ in range(TRIES):
        once = seconds(pattern, attack, size, 3)
        if once < FLOOR / 2:
            return False
        # What takes so long for so little needs no second look, which might never end.
        if size >= 512 and seconds(pattern, attack, size * 2, 2) / once < MOST:
            return False
    return True


def convicting(pattern: Pattern, given: Iterable[Attack]) -> Attack | None:
    """The first attack that makes a pattern slow."""
    return next((attack for attack in given if grows_too_fast(pattern, attack)), None)


LOOKED_AT = [p for p in EVERY if p.place.partition("[")[0] not in GIVEN]


@pytest.mark.slow
@pytest.mark.parametrize("pattern", LOOKED_AT, ids=[p.place for p in LOOKED_AT])
def test_time_grows_with_the_text_and_no_faster(pattern: Pattern) -> None:
    found = convicting(pattern, attacks(pattern.compiled))
    assert found is None, f"{pattern.compiled.pattern!r} is slow on {found}"


@pytest.mark.parametrize(
    "slow", [r"\s+$", r"(a+)+b", r"<!--.*?-->", r"a*b", r"(?:a|a)*c", r"[^x]*x", r"\d+\.\d+:"]
)
def test_a_slow_pattern_is_convicted(slow: str) -> None:
    import re

    pattern = Pattern("here", re.compile(slow), True)
    assert convicting(pattern, attacks(pattern.compiled)) is not None


def test_the_patterns_are_there() -> None:
    places = [pattern.place for pattern in EVERY]
    assert len(places) > 200
    assert "contentlint.markup.well_formed._TAG" in places
    assert {place.partition("[")[0] for place in places} >= set(GIVEN)

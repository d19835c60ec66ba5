"""Finding the name that was probably meant."""

import pytest

from contentlint.core.spelling import nearest


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("auther", ["author", "title"], "author"),
        ("titel", ["title"], "title"),
        ("fial-on", ["fail-on"], "fail-on"),
        ("descripton", ["description"], "description"),
        ("Cover_Image", ["coverImage"], "coverImage"),
        ("tag", ["tags"], None),
        ("images", ["image"], None),
        ("date", ["data", "gate"], None),
        ("mood", ["title"], None),
        ("abc", ["abd"], None),
    ],
)
def test_nearest(name: str, known: list[str], expected: str | None) -> None:
    assert nearest(name, known) == expected

"""What holds of every article, tried on articles that hypothesis makes; `fuzz/` goes further."""

import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import Article, articles

from contentlint.cache.place import cache_folder
from contentlint.cache.store import Cache
from contentlint.config.resolve import Config, Request, load
from contentlint.core.finding import Report
from contentlint.engine.discover import discover
from contentlint.engine.run import check_files
from fuzz import properties

few = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
many = settings(few, max_examples=2500)

pytestmark = pytest.mark.slow

# What fuzzing has found, now fixed.
FOUND = [
    ("a.html", b"<p>low</p/<>\n<p>ebb</p </>"),
    ("a.html", b"---\nlang=[n>\n---\n</du/<>liv><select"),
]


@cache
def config_for(generator: str | None) -> Config:
    return properties.config_for(generator)


def hold(article: Article) -> None:
    name, data, generator = article
    config = config_for(generator)
    properties.checked(data, name, config)
    properties.fixed(data, name, config)
    properties.fixed(data, name, config, unsafe=True)


@given(articles())
@few
def test_nothing_fails_and_places_are_in_the_file_and_fixes_converge(article: Article) -> None:
    hold(article)


@pytest.mark.slow
@given(articles())
@many
def test_the_same_of_many_more(article: Article) -> None:
    hold(article)


@pytest.mark.parametrize(("name", "data"), FOUND)
def test_what_fuzzing_has_found(name: str, data: bytes) -> None:
    for generator in properties.GENERATORS:
        hold(Article(name, data, generator))


def run(folder: Path, *, jobs: int, cache: bool) -> Report:
    kept = Cache(cache_folder(folder)) if cache else None
    config = load(Request(config=('preset = "all"',)), folder, kept)
    report = check_files(discover((), config, folder), config.task, kept, jobs=jobs)
    if kept is not None:
        kept.close()
    return report


@pytest.mark.parametrize("seed", range(2))
def test_cache_and_workers_change_nothing(seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        @given(articles())
        @settings(few, max_examples=15)
        def write(article: Article) -> None:
            number = len(list(folder.iterdir()))
            file = folder / f"{number:03}{Path(article.name).suffix}"
            file.write_bytes(article.data + b"\n" * seed)

        write()
        plain = run(folder, jobs=1, cache=False)
        assert plain.findings
        assert run(folder, jobs=2, cache=False).findings == plain.findings
        assert run(folder, jobs=2, cache=True).findings == plain.findings
        assert run(folder, jobs=1, cache=True).findings == plain.findings


def test_an_element_at_the_start_of_the_body_is_not_the_body() -> None:
    hold(Article("a.md", b"---\n---\n<tr/>low tide</tr>", None))

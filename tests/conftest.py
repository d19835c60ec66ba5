"""What holds for all tests."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A test that passes once passes again, however slow the machine. .ci/run tries four times as many
# examples, the same each time; `--hypothesis-profile search` looks somewhere else each time.
settings.register_profile(
    "many",
    deadline=None,
    derandomize=True,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("same", settings.get_profile("many"), max_examples=25)
settings.register_profile("search", settings.get_profile("many"), derandomize=False)
settings.load_profile("same")


# The bytecode of all modules is kept, even if the environment turns that off: otherwise each of
# hundreds of processes compiles contentlint, and each run the tests.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One process for each core where all tests run; for some of them, starting more does not pay."""
    is_all = config.args_source is config.ArgsSource.TESTPATHS and not config.option.keyword
    workers = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2, 8)
    if not is_all or workers < 2:
        return 0
    config.option.dist = "worksteal"
    return workers


_OWN_FIRST = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"


@pytest.fixture(autouse=True)
def _outside_of_a_pipeline(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Reports look the same wherever the tests run, and none of them writes into a user's cache."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI", "PRE_COMMIT"):
        monkeypatch.delenv(name, raising=False)
    # Reports suggest commands by the name of a program that is on the path.
    monkeypatch.setenv("PATH", _OWN_FIRST)
    monkeypatch.setenv("CONTENTLINT_CACHE_DIR", str(_caches(tmp_path_factory)))


@pytest.fixture(scope="session", autouse=True)
def _caches_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The same for what fixtures of modules run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CONTENTLINT_CACHE_DIR", str(_caches(tmp_path_factory)))
        yield


def _caches(factory: pytest.TempPathFactory) -> Path:
    return factory.getbasetemp() / "caches"

"""What holds for all tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A test that passes once passes again, however slow the machine. Those of `-m slow` go further:
# .ci/run has them look somewhere else each time.
settings.register_profile(
    "same", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", settings.get_profile("same"), derandomize=False)
settings.load_profile("same")


@pytest.fixture(autouse=True)
def _outside_of_a_pipeline(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Reports look the same wherever the tests run, and none of them writes into a user's cache."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CONTENTLINT_CACHE_DIR", str(_caches(tmp_path_factory)))


@pytest.fixture(scope="session", autouse=True)
def _caches_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The same for what fixtures of modules run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CONTENTLINT_CACHE_DIR", str(_caches(tmp_path_factory)))
        yield


def _caches(factory: pytest.TempPathFactory) -> Path:
    return factory.getbasetemp() / "caches"

"""What holds for all tests."""

import os

import pytest
from hypothesis import HealthCheck, settings

# A test that passes once passes again, however slow the machine. Those of `-m slow` go further:
# .ci/run has them look somewhere else each time.
settings.register_profile(
    "same", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", settings.get_profile("same"), derandomize=False)
settings.load_profile("same")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One process for each core where all tests run; for some of them, starting more does not pay."""
    is_all = config.args_source is config.ArgsSource.TESTPATHS and not config.option.keyword
    workers = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2, 8)
    if not is_all or workers < 2:
        return 0
    config.option.dist = "worksteal"
    return workers


@pytest.fixture(autouse=True)
def _outside_of_a_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports look the same wherever the tests run."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)

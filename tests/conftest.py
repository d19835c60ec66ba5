"""What holds for all tests."""

import pytest


@pytest.fixture(autouse=True)
def _outside_of_a_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports look the same wherever the tests run."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)

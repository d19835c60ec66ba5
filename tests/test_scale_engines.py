"""The examples of docs/scale.md, run by the engines they are written for."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow")

from contentlint.batches import check_batch  # noqa: E402  # needs pyarrow

PAGE = (Path(__file__).parents[1] / "docs" / "scale.md").read_text("utf-8")
EXAMPLES = dict(
    re.findall(r"^### ([^\n]+)\n\n```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
)
MODULES = {
    "Ray Data": "ray",
    "Spark": "pyspark",
    "DuckDB": "duckdb",
    "Polars": "polars",
    "Daft": "daft",
}
TEXTS = ["Low</b> tide.\n", "# Ebb\n\n<div>\n", None, "---\nauthor: admin\n---\nHigh</i> tide.\n"]


def test_every_example_has_at_most_a_dozen_lines() -> None:
    assert EXAMPLES.keys() == MODULES.keys()
    for text in EXAMPLES.values():
        assert sum(bool(line.strip()) for line in text.splitlines()) <= 12


@pytest.mark.slow
@pytest.mark.parametrize("engine", MODULES)
def test_the_example_counts_the_same_findings(engine: str, tmp_path: Path) -> None:
    pytest.importorskip(MODULES[engine])
    import pyarrow.parquet as pq

    table = pa.table({"id": ["a", "b", "c", "d"], "text": TEXTS})
    pq.write_table(table, tmp_path / "articles.parquet")
    rules = check_batch(table, id="id")["rule"].to_pylist()
    expected = sorted(f"{rule} {rules.count(rule)}" for rule in set(rules))
    command = [sys.executable, "-c", EXAMPLES[engine]]
    environment = {**os.environ, "RAY_USAGE_STATS_ENABLED": "0", "SPARK_LOCAL_IP": "127.0.0.1"}
    environment["PYSPARK_PYTHON"] = sys.executable
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr[-2000:]
    lines = [line for line in done.stdout.splitlines() if re.match(r"[a-z-]+/[a-z-]+ \d+$", line)]
    assert sorted(lines) == expected

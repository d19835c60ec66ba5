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
QUERIES = [
    query.strip()
    for block in re.findall(r"^ *```sql\n(.*?)^ *```$", PAGE, re.MULTILINE | re.DOTALL)
    for query in block.split(";")
    if query.strip()
]
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


def test_the_page_lists_the_rules_that_do_not_run() -> None:
    from contentlint import registry

    listed = re.search(r"which do not run: (.*?)\. ", PAGE, re.DOTALL)
    assert listed is not None
    defaults = {rule: registry.defaults_of(rule) for rule in registry.rule_ids()}
    assert re.findall(r"`([^`]+)`", listed[1]) == sorted(
        rule for rule, about in defaults.items() if about.collector
    )
    second_pass = re.search(r"Rules about a whole site \((.*?)\) run", PAGE, re.DOTALL)
    assert second_pass is not None
    assert sorted(re.findall(r"`([^`]+)`", second_pass[1])) == sorted(
        rule for rule, about in defaults.items() if about.is_of_site and not about.collector
    )


@pytest.mark.slow
def test_the_queries_of_the_page_run_on_the_output_of_a_scan(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    import pyarrow.parquet as pq

    (tmp_path / "articles").mkdir()
    table = pa.table({"id": [f"a{number}" for number in range(5000)], "text": TEXTS[:1] * 5000})
    pq.write_table(table.slice(0, 6), tmp_path / "few.parquet")
    pq.write_table(table, tmp_path / "articles" / "a.parquet", row_group_size=5000)
    command = [sys.executable, "-m", "contentlint", "scan", "few.parquet", "--text", "text"]
    command += ["--id", "id", "--output", "report", "--isolated", "--quiet"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    by_rule, not_publishable, row_groups, copy = QUERIES
    database = duckdb.connect(config={"file_search_path": str(tmp_path)})
    assert database.sql(by_rule).fetchall() == [("html/stray-end-tag", "error", 6, 6)]
    assert len(database.sql(not_publishable).fetchall()) == 6
    assert database.sql(row_groups).fetchall() == [(5000, 1)]
    database.sql(copy.replace("'small'", f"'{tmp_path / 'small'}'"))
    files = sorted((tmp_path / "small").glob("*.parquet"))
    groups = [
        pq.ParquetFile(file).metadata.row_group(number).num_rows
        for file in files
        for number in range(pq.ParquetFile(file).num_row_groups)
    ]
    assert sum(groups) == 5000
    assert max(groups) <= 4096

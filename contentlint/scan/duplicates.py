"""Articles that are nearly the same, found by their MinHash signatures in two groupings.

The first compares articles with a band of equal hashes, each with the first articles of its kind
only, so that a thousand copies need a thousand comparisons. The second keeps the best for each.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import Any

import pyarrow as pa

from contentlint.scan.job import Job
from contentlint.scan.output import Output
from contentlint.scan.signatures import BANDS, band, similarity
from contentlint.scan.votes import Tables, bucket_of

DUPLICATES = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("duplicate_of", pa.string(), nullable=False),
        pa.field("similarity", pa.float32(), nullable=False),
    ]
)
"""One row per article that is similar to one with a smaller id."""

_PAIRS = [*DUPLICATES, pa.field("bucket", pa.int64())]
# With how many different articles of the same band an article is compared.
_MOST_COMPARED = 50


def write_duplicates(signatures: Tables, job: Job, buckets: int) -> Iterator[int]:
    """Write the duplicates; yields how many each bucket has.

    Args:
        signatures: those of all articles.
        job: the settings.
        buckets: number of files.
    """
    pairs = signatures.grouped(partial(_bands, buckets=buckets), partial(_pairs, job=job), buckets)
    # Pairs come with the bucket of the band; the second grouping is by article.
    chosen = pairs.grouped(partial(_by_article, buckets=buckets), partial(_write, job=job), buckets)
    for table in chosen:
        yield from table["number"].to_pylist()


def _bands(table: pa.Table, buckets: int) -> pa.Table:
    """A row for each band of each article."""
    rows = []
    for row in table.to_pylist():
        for number in range(BANDS):
            key = f"{number}:{band(row['hashes'], number)}"
            rows.append({**row, "band": key, "bucket": bucket_of(key, buckets)})
    kinds = [*table.schema, pa.field("band", pa.string()), pa.field("bucket", pa.int64())]
    return pa.Table.from_pylist(rows, schema=pa.schema(kinds))


def _pairs(table: pa.Table, job: Job) -> pa.Table:
    """The similar articles among those that share a band."""
    bands: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in table.sort_by([("band", "ascending"), ("id", "ascending")]).to_pylist():
        bands[row["band"]].append(row)
    threshold = job.threshold or 0.0
    found = []
    for members in bands.values():
        first: list[dict[str, Any]] = []
        for row in members if len(members) > 1 else ():
            for other in first:
                share = similarity(row["hashes"], other["hashes"])
                if share >= threshold and row["id"] != other["id"]:
                    found.append((row["id"], other["id"], share))
                    break
            else:
                if len(first) < _MOST_COMPARED:
                    first.append(row)
    pairs = [
        dict(zip(DUPLICATES.names, pair, strict=True), bucket=0) for pair in sorted(set(found))
    ]
    return pa.Table.from_pylist(pairs, schema=pa.schema(_PAIRS))


def _by_article(table: pa.Table, buckets: int) -> pa.Table:
    numbers = [bucket_of(name, buckets) for name in table["id"].to_pylist()]
    place = table.schema.get_field_index("bucket")
    return table.set_column(place, "bucket", pa.array(numbers, pa.int64()))


def _write(table: pa.Table, job: Job) -> pa.Table:
    """Write the first article that each article of a bucket is similar to."""
    [number] = table["bucket"].unique().to_pylist()
    order = [("id", "ascending"), ("duplicate_of", "ascending")]
    best: dict[str, dict[str, Any]] = {}
    for row in table.select(DUPLICATES.names).sort_by(order).to_pylist():
        best.setdefault(row["id"], row)
    with Output(job.output).table("duplicates", f"{number:06}", DUPLICATES) as writer:
        for row in best.values():
            writer.add(row)
    return pa.table({"number": pa.array([len(best)], pa.int64())})

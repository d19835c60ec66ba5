"""Articles that are nearly the same, found by their MinHash signatures in two groupings.

The first compares articles with a band of equal hashes, each with the first articles of its kind
only, so that a thousand copies need a thousand comparisons. The second keeps the best for each.
"""

from collections.abc import Iterator, Sequence
from functools import partial

import pyarrow as pa

from contentlint.core.tuples import NamedTuple
from contentlint.scan.job import Job
from contentlint.scan.output import Output
from contentlint.scan.signatures import BANDS, band_key, similarity
from contentlint.scan.tables import Tables
from contentlint.scan.votes import bucket_of

DUPLICATES = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("duplicate_of", pa.string(), nullable=False),
        pa.field("similarity", pa.float32(), nullable=False),
    ]
)
"""One row per article that is similar to one with a smaller id."""

# With how many different articles of the same band an article is compared.
_MOST_COMPARED = 50


class _Signature(NamedTuple):
    id: str
    hashes: list[int]


def write_duplicates(signatures: Tables, job: Job, buckets: int) -> Iterator[int]:
    """Write the duplicates; yields how many each bucket has.

    Args:
        signatures: those of all articles.
        job: the settings.
        buckets: number of files.
    """
    bands, by_article = partial(_bands, buckets=buckets), partial(_by_article, buckets=buckets)
    pairs = signatures.grouped(bands, ("band", "id"), partial(_pairs, job=job))
    # Pairs come with the bucket of the band; the second grouping is by article.
    order = ("id", "duplicate_of")
    for table in pairs.grouped(by_article, order, partial(_write, job=job)):
        yield from table["number"].to_pylist()


def _bands(table: pa.Table, buckets: int) -> pa.Table:
    """A row for each band of each article."""
    keys: list[str] = []
    for hashes in table["hashes"].to_pylist():
        keys += (band_key(hashes, number) for number in range(BANDS))
    rows = table.take([number for number in range(table.num_rows) for _ in range(BANDS)])
    numbers = [int(key[:15], 16) % buckets for key in keys]
    rows = rows.append_column("band", pa.array(keys, pa.string()))
    return rows.append_column("bucket", pa.array(numbers, pa.int64()))


def _pairs(_number: int, tables: Sequence[pa.Table], job: Job) -> Iterator[pa.Table]:
    """The similar articles among those that share a band."""
    last, first = "", list[_Signature]()
    for table in tables:
        names, bands, hashes = table["id"].to_pylist(), table["band"].to_pylist(), table["hashes"]
        found = []
        for row, (name, band) in enumerate(zip(names, bands, strict=True)):
            if band != last:
                last, first = band, []
                if row + 1 < len(bands) and bands[row + 1] != band:
                    continue  # most articles are alone
            signature = _Signature(name, hashes[row].as_py())
            pair = _first_similar(signature, first, job.threshold or 0.0)
            if pair is not None:
                found.append(pair)
            elif len(first) < _MOST_COMPARED:
                first.append(signature)
        if found:
            columns = dict(zip(DUPLICATES.names, zip(*found, strict=True), strict=True))
            yield pa.table(columns, schema=DUPLICATES)


def _first_similar(
    signature: _Signature, others: list[_Signature], threshold: float
) -> tuple[str, str, float] | None:
    """The ids of an article and of the first one that it is similar to, and the similarity."""
    for other in others:
        share = similarity(signature.hashes, other.hashes)
        if share >= threshold and signature.id != other.id:
            return signature.id, other.id, share
    return None


def _by_article(table: pa.Table, buckets: int) -> pa.Table:
    numbers = [bucket_of(name, buckets) for name in table["id"].to_pylist()]
    return table.append_column("bucket", pa.array(numbers, pa.int64()))


def _write(number: int, tables: Sequence[pa.Table], job: Job) -> Iterator[pa.Table]:
    """Write the first article that each article of a bucket is similar to."""
    last, count = None, 0
    with Output(job.output).table("duplicates", f"{number:06}", DUPLICATES) as writer:
        for table in tables:
            for row in table.select(DUPLICATES.names).to_pylist():
                if row["id"] != last:
                    writer.add(row)
                    last, count = row["id"], count + 1
    yield pa.table({"number": pa.array([count], pa.int64())})

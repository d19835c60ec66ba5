"""Check the rows of Arrow tables: pure functions, for engines that map over batches.

They need the extra `contentlint[scale]`. The settings of a process are resolved once, and no file
is read because of a row. `docs/scale.md` shows their use with Ray Data, Spark, Daft, Polars and
DuckDB.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from contentlint.batches.columns import Columns, rows_of
from contentlint.batches.rows import settings_of
from contentlint.batches.tables import ARTICLES, FINDINGS, articles_table, findings_table

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ARTICLES", "FINDINGS", "check_articles", "check_batch"]


def check_batch(
    table: "pa.Table | pa.RecordBatch",
    *,
    text: str = "text",
    front_matter: str | None = None,
    url: str | None = None,
    id: str | None = None,
    markup: str | None = None,
    config: str | Sequence[str] | None = None,
) -> "pa.Table":
    """The findings of the articles of a table, one row each, with the schema `FINDINGS`.

    Rules about a whole site do not run, because a batch is only a part of it. A row never raises:
    one that cannot be checked has a finding that says why.

    Args:
        table: one article per row.
        text: the column with the text, strings or bytes; with its own front matter block, if
            there is no column for that.
        front_matter: the column with the front matter: a struct, a map, or text in JSON or YAML.
        url: the column with the URL; its host and path are the path for `[[overrides]]`.
        id: the column that identifies articles; None: the number of the row in the table.
        markup: `markdown` or `html`; None: by the end of the URL or id, else Markdown.
        config: a configuration file, or lines of TOML, as for `--config`; None: the defaults.

    Raises:
        UsageError: a column does not exist or has another type.
        ConfigError, SchemaError: the configuration is not valid, or a schema cannot be loaded.
    """
    columns = Columns(text, front_matter, url, id, None)
    settings = settings_of(_lines(config), markup)
    return findings_table(map(settings.check, rows_of(table, columns)), with_failures=True)


def check_articles(
    table: "pa.Table | pa.RecordBatch",
    *,
    text: str = "text",
    front_matter: str | None = None,
    url: str | None = None,
    id: str | None = None,
    markup: str | None = None,
    config: str | Sequence[str] | None = None,
) -> "pa.Table":
    """One row for each article of a table, in their order, with the schema `ARTICLES`.

    Arguments and exceptions as for `check_batch`.
    """
    columns = Columns(text, front_matter, url, id, None)
    settings = settings_of(_lines(config), markup)
    rows = rows_of(table, columns)
    return articles_table(map(settings.check, rows), settings.fail_on)


def _lines(config: str | Sequence[str] | None) -> tuple[str, ...] | None:
    if config is None:
        return None
    return (config,) if isinstance(config, str) else tuple(config)

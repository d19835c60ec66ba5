"""Feed contentlint what a coverage-guided fuzzer makes of the seeds.

    python -m fuzz.fuzz_articles -max_total_time=3600

Needs `pip install -e '.[fuzz]'`, on Linux. Options are those of libFuzzer; a folder keeps the
corpus. An input that violates a property is written to `crash-…`; with its name in place of
options it is run again.
"""

import importlib
import pkgutil
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["contentlint"]):
    import contentlint

    for _module in pkgutil.walk_packages(contentlint.__path__, "contentlint."):
        if not _module.name.endswith("__main__"):
            importlib.import_module(_module.name)

from fuzz import properties  # the package is instrumented when it is first imported

SEEDS = Path(__file__).parent / "seeds"
WORDS = Path(__file__).parent / "articles.dict"

CONFIGS = [properties.config_for(generator) for generator in properties.GENERATORS]
# What the first byte of an input says: the generator, the file's ending, and what is done.
WAYS = [(config, name) for config in CONFIGS for name in properties.NAMES]


def try_one(data: bytes) -> None:
    """Check one input, and fix every fourth one."""
    if not data:
        return
    way, kind = data[0] % 64, data[0] // 64
    config, name = WAYS[way % len(WAYS)]
    article = data[1:]
    properties.checked(article, name, config)
    if kind == 3:
        properties.fixed(article, name, config, unsafe=True)


def write_seeds(folder: Path) -> None:
    """Every seed, once for checking and once for fixing, in a way that fits its ending."""
    for number, seed in enumerate(sorted(SEEDS.iterdir())):
        for way, (_, name) in enumerate(WAYS):
            if Path(name).suffix == seed.suffix and (way // 3 + number) % 4 == 0:
                for kind in (0, 3):
                    (folder / f"{seed.stem}-{way}-{kind}").write_bytes(
                        bytes([way + 64 * kind]) + seed.read_bytes()
                    )


def main() -> None:
    """Fuzz, as the command line says."""
    with tempfile.TemporaryDirectory() as folder:
        write_seeds(Path(folder))
        options = [f"-dict={WORDS}", "-timeout=30", "-rss_limit_mb=3000", "-max_len=4000"]
        given = sys.argv[1:]
        tries_again = any(not word.startswith("-") and Path(word).is_file() for word in given)
        folders = [] if tries_again else [folder]
        atheris.Setup([sys.argv[0], *options, *given, *folders], try_one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()

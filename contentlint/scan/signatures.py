"""MinHash signatures of texts, whose equal places estimate how many shingles two texts share."""

import re
import struct
from hashlib import blake2b
from operator import eq
from typing import Any

import pyarrow as pa
from rensa import RMinHash

# 16 bands of 8 hashes: two texts that share 80 % of their shingles are compared with a probability
# of 95 %, two that share half with one of 6 %.
BANDS, _HASHES_PER_BAND = 16, 8
_BAND = struct.Struct(f"<{1 + _HASHES_PER_BAND}I")
_WORDS = 5
# Shorter texts are alike by chance.
_MIN_SHINGLES = 8
_TAG = re.compile(r"<[^<>]*>")
# Chinese, Japanese and Korean do not separate words.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")

SIGNATURES = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("hashes", pa.list_(pa.uint32()), nullable=False),
    ]
)
"""One row per article that is long enough to be compared."""


def signature(name: str, text: str) -> dict[str, Any] | None:
    """The row of a text in a table of signatures; None if it is too short."""
    words = _WORD.findall(_TAG.sub(" ", text).casefold())
    shingles = {" ".join(words[at : at + _WORDS]) for at in range(len(words) - _WORDS + 1)}
    if len(shingles) < _MIN_SHINGLES:
        return None
    made = RMinHash(num_perm=BANDS * _HASHES_PER_BAND, seed=1)
    made.update(sorted(shingles))
    return {"id": name, "hashes": made.digest()}


def band_key(hashes: list[int], number: int) -> str:
    """A digest of the hashes of one band, in hexadecimal digits."""
    band = hashes[number * _HASHES_PER_BAND : (number + 1) * _HASHES_PER_BAND]
    return blake2b(_BAND.pack(number, *band), digest_size=16).hexdigest()


def similarity(one: list[int], other: list[int]) -> float:
    """The estimated share of common shingles, from 0 to 1."""
    equal: int = sum(map(eq, one, other))
    return equal / len(one)

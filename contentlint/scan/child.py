"""The process that checks parts for `supervisor`: it may die without harm to the run.

It reads requests from stdin until that ends, and writes the number of each row before it checks it,
so that its parent knows which one killed it.
"""

import os
import pickle
import signal
import struct
import sys
from typing import BinaryIO

from contentlint.core.errors import ContentlintError

ROW, DONE, FAILED = b"R", b"D", b"E"
NUMBER = struct.Struct("<I")


def main() -> None:
    """Answer requests until stdin ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles it
    out = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # nothing else may write between the answers
    while (request := _read(sys.stdin.buffer)) is not None:
        _answer(request, out)


def _answer(request: bytes, out: BinaryIO) -> None:
    from contentlint.scan.checking import check_part, check_row

    part, job, poisoned, only = pickle.loads(request)

    def before(number: int) -> None:
        _write(out, ROW + NUMBER.pack(number))

    try:
        if only is None:
            made: object = check_part(part, job, poisoned, before)
        else:
            before(only)
            check_row(part, job, only)
            made = None
    except ContentlintError as error:
        _send(out, FAILED, error)
    except OSError as error:
        _send(out, FAILED, ContentlintError(f"`{job.output}`: {error.strerror or error}"))
    else:
        _send(out, DONE, made)


def _send(out: BinaryIO, kind: bytes, value: object) -> None:
    packed = pickle.dumps(value)
    _write(out, kind + NUMBER.pack(len(packed)) + packed)


def _write(out: BinaryIO, data: bytes) -> None:
    """Write to the parent; without a parent, end at once, before a part looks complete."""
    left = memoryview(data)
    try:
        while left:
            left = left[out.write(left) :]
    except BrokenPipeError:
        os._exit(1)


def _read(stream: BinaryIO) -> bytes | None:
    size = stream.read(NUMBER.size)
    if len(size) < NUMBER.size:
        return None
    [number] = NUMBER.unpack(size)
    data = stream.read(number)
    return data if len(data) == number else None


if __name__ == "__main__":
    main()

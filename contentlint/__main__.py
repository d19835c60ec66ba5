"""`contentlint` and `python -m contentlint`: the process of a command."""

import os
import sys
from typing import NoReturn

from contentlint.core.stored_code import use_stored_code


def program() -> NoReturn:
    """Run the command of this process, and end it with its exit status.

    The process ends without freeing its modules and objects one by one, which takes longer than the
    check of an article, unless a thread or a function for the exit is waiting.
    """
    stored = use_stored_code()
    from contentlint.cli import main

    status = main()
    if stored is not None:
        stored.save()
    if not _is_something_waiting():
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:
            pass  # reported by Python at exit
        else:
            os._exit(status)
    sys.exit(status)


def _is_something_waiting() -> bool:
    """Whether a thread is running, or a module has something to do at exit."""
    threading = sys.modules.get("threading")
    if threading is not None and threading.active_count() > 1:
        return True
    import atexit

    waiting = getattr(atexit, "_ncallbacks", None)
    return waiting is None or waiting() > 0


if __name__ == "__main__":
    program()

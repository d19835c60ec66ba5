"""When garbage is collected.

Articles create few reference cycles, and the objects of imported modules stay in memory, so that
collecting after every 700 objects, the default, costs a tenth of a run; while modules are imported,
nothing is garbage.
"""

import gc

_THRESHOLDS = (100_000, 50, 100)


def start_without_collection() -> None:
    """Collect no garbage until `collect_garbage` is called."""
    gc.disable()
    gc.set_threshold(*_THRESHOLDS)


def collect_garbage() -> None:
    """Collect garbage from now on, but not what is in memory already."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()

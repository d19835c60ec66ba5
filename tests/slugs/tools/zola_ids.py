"""Runs `zola_ids/`, which has to be built before with `cargo build --release`.

The folder of the tools has the program as `zola_ids`.
"""

import os
import subprocess
from pathlib import Path

if __name__ == "__main__":
    subprocess.run([Path(os.environ["GENERATORS_TOOLS"]) / "zola_ids"], check=True)

"""Asks Pandoc for the ids of headings; the argument is the format with its extensions."""

import json
import os
import subprocess
import sys
from pathlib import Path

if __name__ == "__main__":
    asked = json.loads(Path(os.environ["GENERATORS_INPUTS"]).read_text())
    found = []
    for document in asked:
        run = subprocess.run(
            ["pandoc", "--from", sys.argv[1], "--to", "html", "--wrap", "none"],
            input=document["text"],
            capture_output=True,
            text=True,
            check=False,
        )
        found.append({"html": run.stdout} if run.returncode == 0 else {"error": run.stderr})
    version = subprocess.run(["pandoc", "--version"], capture_output=True, text=True, check=True)
    Path(os.environ["GENERATORS_ANSWERS"]).write_text(
        json.dumps({"versions": {"pandoc": version.stdout.split()[1]}, "answers": found})
    )

"""Chooses the versions of every part and writes them down with their hashes: `make lock`.

The locks hold for every platform and every Python from 3.11, and name no index: whoever installs decides where from.
Versions that stand stay, unless `--upgrade` is said.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = ["pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--generate-hashes"]
SILENT = ["--no-emit-index-url", "--no-header", "--no-annotate", "--quiet"]
NPM = ["npm", "install", "--package-lock-only", "--omit-lockfile-registry-resolved", "--ignore-scripts", "--no-audit"]


def main(wishes: list[str]) -> None:
    """Write requirements.lock, requirements-dev.lock (which adds to it and agrees with it) and package-lock.json."""
    with tempfile.TemporaryDirectory(prefix="smallplaces-lock-") as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([f"{folder}/bin/pip", "install", "--quiet", "uv"], check=True)
        uv = [f"{folder}/bin/uv", *COMPILE, *SILENT, *wishes]
        subprocess.run([*uv, "-o", "requirements.lock"], cwd=ROOT, check=True)
        agreeing = ["--extra", "dev", "-c", "requirements.lock", "-o", "requirements-dev.lock"]
        subprocess.run([*uv, *agreeing], cwd=ROOT, check=True)
    subprocess.run(NPM, cwd=ROOT, check=True)


if __name__ == "__main__":
    main(sys.argv[1:])

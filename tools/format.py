"""Puts code and templates into their form: `make format`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tools.check import ROOT, TEMPLATES


def main() -> int:
    """Format all of it; the highest code that a formatter ended with (djade ends with 1 where it changed a file)."""
    folder = Path(sys.executable).parent
    templates = [str(path) for path in sorted(TEMPLATES.rglob("*")) if path.suffix in {".html", ".txt"}]
    linted = subprocess.run([str(folder / "ruff"), "check", "--fix", "."], cwd=ROOT, check=False).returncode
    subprocess.run([str(folder / "ruff"), "format", "."], cwd=ROOT, check=True)
    subprocess.run([str(folder / "djade"), "--target-version", "5.2", *templates], cwd=ROOT, check=False)
    return linted


if __name__ == "__main__":
    sys.exit(main())

"""Real acts from the shared data, where there is any; nothing of them is kept here."""

import json
import os
from functools import cache
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("SMALLPLACES_SHARED_DATA", Path(__file__).parents[4] / "shared" / "data"))


def needs(path: str) -> Path:
    """A file of the shared data; without it the test is left out, and says so."""
    if not (SHARED / path).exists():
        pytest.skip(f"no shared data: {path} (set SMALLPLACES_SHARED_DATA)")
    return SHARED / path


@cache
def families() -> dict[str, str]:
    acts = json.loads(needs("resolutions/families.json").read_text(encoding="utf-8"))
    return {act["place"]: act["text"] for act in acts}


@cache
def new_york() -> dict[str, str]:
    lines = needs("nyc_legislation/resolutions-500.jsonl").read_text(encoding="utf-8").split("\n")
    return {act["file"]: act["text"] for act in map(json.loads, filter(None, lines))}


def record(name: str) -> str:
    return str(json.loads(needs(f"nyc_legislation/records/{name}.json").read_text(encoding="utf-8"))["Text"])

"""Finds the real material of others that some tests read. It is never part of this repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder that `SMALLPLACES_SHARED_DATA` names (default ../shared/data); the test is skipped without it."""
    folder = Path(os.environ.get("SMALLPLACES_SHARED_DATA") or ROOT.parent / "shared/data")
    if not folder.is_dir():
        pytest.skip(f"needs the shared material at {folder}: name its folder in SMALLPLACES_SHARED_DATA")
    return folder

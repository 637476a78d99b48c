"""The fonts that the printed report is set with."""

from __future__ import annotations

from pathlib import Path

import pytest

import smallplaces


@pytest.fixture(scope="session")
def fonts() -> Path:
    """The folder that the build hook fills."""
    folder = Path(smallplaces.__file__).parent / "assets" / "fonts"
    if not list(folder.glob("*.ttf")):
        pytest.skip("the fonts are not there: `make install` brings them")
    return folder

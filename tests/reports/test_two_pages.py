"""The home report of the demonstration place holds what its kind promises: two pages in print and in Word."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from smallplaces.cli.demo.load import load
from smallplaces.cli.reports import build_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    report_id = load(dt.date(2026, 3, 1), progress=lambda *_step: None).report_id
    return {path.suffix: path for path in build_report(report_id, tmp_path, lambda *_step: None)}


def check(pdf: bytes) -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    assert len(pages) == 2
    assert all("FICTIONAL" in text for text in pages)
    assert "Cortaron el agua" in pages[0]


def test_in_print(files: dict[str, Path]) -> None:
    assert files[".pdf"].name == "osier-bend-home-report.pdf"
    check(files[".pdf"].read_bytes())


def test_in_word(files: dict[str, Path], tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice found: apt-get install libreoffice-writer")
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    order = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path / "word"),
        str(files[".docx"]),
    ]
    subprocess.run(order, check=True, capture_output=True, timeout=120)

    check((tmp_path / "word" / "osier-bend-home-report.pdf").read_bytes())

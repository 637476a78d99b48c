"""How long a long report takes to become HTML, Word and PDF. Run it by `python -m benchmarks.report_formats`.

100 paragraphs of 60 words, 100 notes. Each format is built seven times; the table gives the median, the slowest and the size.
The aim is under 3 seconds each on two cores.
"""

from __future__ import annotations

import datetime as dt
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import smallplaces
from smallplaces.engines.composing import Document, Note, Paragraph, Section, Span, to_docx, to_html, to_pdf

RUNS = 7
AIM = 3.0
FONTS = Path(smallplaces.__file__).parent / "assets" / "fonts"
SENTENCE = "They cut the water over a bill that nobody could explain, and we asked them why. "


def long_report(paragraphs: int = 100) -> Document:
    """A report of ten sections whose every paragraph cites a note of its own."""
    written = [
        Paragraph(
            (Span(f"{SENTENCE * 3}And this is what came of it. ", note=number), Span(SENTENCE)), "en", number=number
        )
        for number in range(1, paragraphs + 1)
    ]
    sections = tuple(
        Section(f"Part {first // 10 + 1}", tuple(written[first : first + 10])) for first in range(0, paragraphs, 10)
    )
    return Document(
        title="What was promised and what came of it",
        subtitle="A report of a hundred paragraphs",
        lang="en",
        place="A place",
        group="A group",
        date=dt.date(2026, 3, 1),
        date_words="1 March 2026",
        fictional_words="FICTIONAL: made for measuring.",
        face=("Not yet read back to anybody.",),
        sections=sections,
        notes=tuple(Note(number, f"Minutes of the meeting, page {number}.") for number in range(1, paragraphs + 1)),
        colophon="",
    )


def measure(build: Callable[[], bytes]) -> tuple[float, float, int]:
    """Median seconds, slowest seconds and bytes of seven builds."""
    took = []
    size = 0
    for _ in range(RUNS):
        begun = time.perf_counter()
        size = len(build())
        took.append(time.perf_counter() - begun)
    return statistics.median(took), max(took), size


def main() -> int:
    """Print the table; 1 where a format missed the aim."""
    report = long_report()
    formats: dict[str, Callable[[], bytes]] = {
        "HTML": lambda: to_html(report),
        "DOCX": lambda: to_docx(report),
        "PDF": lambda: to_pdf(report, fonts=FONTS),
    }
    print(f"100 paragraphs, 100 notes; median of {RUNS} runs; the aim is under {AIM:.0f} s each\n")
    print("| format | median s | slowest s | kB |\n|---|---:|---:|---:|")
    missed = False
    for name, build in formats.items():
        median, slowest, size = measure(build)
        missed = missed or median >= AIM
        print(f"| {name} | {median:.3f} | {slowest:.3f} | {size / 1000:.0f} |")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())

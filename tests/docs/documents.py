"""The documents that people read, and the pieces of them that tests look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.repository.sources import ROOT, files

# A fence, with the mark in the comment above it if there is one.
BLOCK = re.compile(r"(?:^<!-- (?P<mark>[^>]+?) -->\n)?^```(?P<lang>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """One block of code in a document. `mark` is "runs", "runs elsewhere", "from: PATH" or empty."""

    document: str
    lang: str
    mark: str
    code: str


def documents() -> list[Path]:
    """Every Markdown file of the repository."""
    return [path for path in files() if path.suffix == ".md"]


def name(path: Path) -> str:
    """A document as a reader finds it."""
    return str(path.relative_to(ROOT))


def blocks() -> Iterator[Block]:
    """Every block of code of every document."""
    for path in documents():
        for found in BLOCK.finditer(path.read_text(encoding="utf-8")):
            yield Block(name(path), found["lang"], found["mark"] or "", found["code"])


def commands() -> Iterator[tuple[str, str]]:
    """(document, line) of each command that a reader is told to type."""
    for block in blocks():
        if block.lang == "console":
            yield from ((block.document, line) for line in block.code.splitlines() if line.strip())


def prose(path: Path) -> str:
    """A document without its blocks of code."""
    return BLOCK.sub("", path.read_text(encoding="utf-8"))

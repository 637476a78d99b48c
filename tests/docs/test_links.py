"""What a document points at is there: other documents, their headings, pictures, files of the code."""

from __future__ import annotations

import re
from pathlib import Path

from tests.docs.documents import documents, name, prose
from tests.repository.sources import ROOT

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:src|tests|docs|tools|benchmarks|\.ci)/[\w./-]+)`")


def targets(path: Path) -> list[str]:
    """What a document links to in this repository."""
    found = LINK.findall(prose(path))
    return [target for target in found if not re.match(r"[a-z]+:", target)]


def anchors(path: Path) -> set[str]:
    """The headings of a document as a link names them."""
    heads = re.findall(r"^#+ (.+)$", prose(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def is_there(path: Path, target: str) -> bool:
    """Whether a link of a document leads somewhere."""
    to, _, anchor = target.partition("#")
    file = (path.parent / to).resolve() if to else path
    return file.exists() and (not anchor or anchor in anchors(file))


def test_there_are_links() -> None:
    assert sum(len(targets(path)) for path in documents()) > 20


def test_every_link_leads_somewhere() -> None:
    lost = [f"{name(path)}: {target}" for path in documents() for target in targets(path) if not is_there(path, target)]

    assert lost == []


def test_a_link_to_nowhere_is_seen() -> None:
    here = ROOT / "docs/map.md"

    assert is_there(here, "glossary.md#for-translators")
    assert not is_there(here, "glossary.md#for-nobody")
    assert not is_there(here, "nowhere.md")


def test_every_file_of_the_code_that_a_document_names_is_there() -> None:
    lost = [
        f"{name(path)}: {found}"
        for path in documents()
        for found in PATH.findall(prose(path))
        if not (ROOT / found).exists()
    ]

    assert lost == []


def test_pictures_of_the_readme_are_made_by_the_command() -> None:
    from tools.screenshots import README

    shown = [Path(target).name for target in targets(ROOT / "README.md") if target.endswith(".png")]

    assert shown == [f"{name}.png" for name, *_how in README]
    assert sum((ROOT / "docs/pictures" / one).stat().st_size for one in shown) < 700_000

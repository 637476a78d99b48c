"""What a document points at is there: other documents, their headings, pictures, files of the code."""

from __future__ import annotations

import re
from pathlib import Path

from tests.docs.documents import documents, name, prose
from tests.repository.sources import ROOT

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:src|tests|docs|tools|benchmarks|\.ci)/[\w./-]+)`")
PICTURE = re.compile(r"(?P<kind>[a-z0-9-]+)-(?:phone|desk)-(?:light|dark|print)\.png")


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


def test_pictures_of_the_readme_are_made_by_the_command(settings) -> None:
    from django.urls import get_resolver

    kinds = {
        f"{face}-{route}".replace("_", "-")
        for face, (_prefix, resolver) in get_resolver().namespace_dict.items()
        for route in resolver.reverse_dict
        if isinstance(route, str)
    }
    shown = [Path(target).name for target in targets(ROOT / "README.md") if target.endswith(".png")]
    names = [PICTURE.fullmatch(one) for one in shown]

    assert len(shown) >= 3
    assert [one for one, found in zip(shown, names, strict=True) if not found or found["kind"] not in kinds] == []

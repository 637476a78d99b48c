"""A small library of made-up records, indexed under kinds of its own; the same on both databases."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import pytest

from smallplaces.core import search
from smallplaces.core.search import Document, Source, documents
from smallplaces.core.viewers import ANYBODY, Viewer


def right(thing_id: str, title: str, text: str, **more: object) -> Document:
    return Document("t-right", thing_id, title, text, **more)


def clause(thing_id: str, text: str, **more: object) -> Document:
    return Document("t-clause", thing_id, "", text, **more)


DOCUMENTS = [
    right("housing", "Adequate housing", "A home that is safe, dry and yours to keep, and that you can pay for."),
    right("health", "Health", "To be as well as people can be, with care when you need it."),
    right("water", "Water and sanitation", "Clean water in every home, and no shut-off for those who cannot pay."),
    clause("heat", "The landlord shall keep each dwelling heated in winter.", place_id="p1", country="US"),
    clause("evict", "No eviction takes place between November and March.", place_id="p1", country="US"),
    clause("evict2", "Evictions are reported to the council, and every eviction is published.", country="FR"),
    clause("plan", "The council adopts a plan for adequate housing and health.", place_id="p2", country="US"),
    clause("agua", "Nadie se queda sin agua: está prohibido cortar el servicio.", lang="es", country="ES"),
    clause("eau", "L’eau est un droit; la coupure d’eau est interdite.", lang="fr", country="FR"),
    clause("maa", "لا يجوز قطع المياه عن أي بيت", lang="ar", country="XC", fictional=True),
    clause("zhu", "人人有权享有适当的住房", lang="zh"),
    clause("pani", "हर घर में साफ पानी", lang="hi"),
]
# What the sources have now; a test may change it.
here: dict[tuple[str, str], Document] = {}
hidden: set[str] = set()


def source(kind: str) -> Source:
    def rows(ids: Sequence[str] | None) -> Iterator[Document]:
        return (one for key, one in here.items() if key[0] == kind and (ids is None or key[1] in ids))

    def visible(ids: Collection[str], viewer: Viewer) -> set[str]:
        return set(ids) - hidden

    return Source(rows, visible)


@pytest.fixture
def library(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only these records are there to be found."""
    monkeypatch.setattr(documents, "_sources", {})
    search.register("t-right", source("t-right"))
    search.register("t-clause", source("t-clause"))
    hidden.clear()
    here.clear()
    here.update({(one.kind, one.thing_id): one for one in DOCUMENTS})
    search.reindex()


def found(words: str, **more: object) -> list[str]:
    """The ids that a search gives, in its order."""
    return [hit.id for hit in search.search(words, viewer=ANYBODY, **more).hits]

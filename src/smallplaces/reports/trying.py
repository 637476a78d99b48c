"""A report as it would be handed in now: its words, its pages, every warning. Nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass

from smallplaces.engines import composing
from smallplaces.reports.building import build, pages_of
from smallplaces.reports.checks import Caution, stops_handing_in, warnings_of
from smallplaces.reports.composition import compose
from smallplaces.reports.models import Report


@dataclass(frozen=True, kw_only=True)
class Tried:
    """`fragment` comes from the composing engine, which escapes every word. `pages` counts those of the PDF."""

    fragment: str
    words: int
    pages: int
    empty: bool
    cautions: tuple[Caution, ...]
    stops: tuple[Caution, ...]


def try_out(report: Report) -> Tried:
    """Builds the PDF to count its pages: about a third of a second."""
    composed = compose(report)
    pages = pages_of(build(composed.document, "pdf"))
    cautions = warnings_of(report, composed, pages=pages)
    return Tried(
        fragment=composing.to_fragment(composed.document, top=3),
        words=composed.words,
        pages=pages,
        empty=not composed.document.sections,
        cautions=cautions,
        stops=stops_handing_in(cautions),
    )

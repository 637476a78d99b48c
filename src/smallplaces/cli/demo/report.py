"""The home report: written, cited, translated, handed in."""

from __future__ import annotations

import datetime as dt

from smallplaces.cli.demo.cast import Stage
from smallplaces.cli.demo.tell import REPORT, REPORT_TITLE
from smallplaces.core.clock import fixed
from smallplaces.core.viewers import Viewer
from smallplaces.reports import actions as reports
from smallplaces.reports.models import Paragraph, Report, Section
from smallplaces.reports.queries import get_profile

PANEL_LETTER = "Sit with the five residents of the panel and write to the chair"
SECOND_HEADINGS = {
    "said": "Lo que dijimos",
    "asked": "Lo que pedimos",
    "came": "Lo que se prometió y lo que pasó",
    "ours": "Lo que nos prometimos",
    "next": "Lo que haremos",
}


def human_rights_day(today: dt.date) -> dt.date:
    """The next 10 December, today included."""
    this_year = dt.date(today.year, 12, 10)
    return this_year if this_year >= today else dt.date(today.year + 1, 12, 10)


def tell_it(stage: Stage) -> Report:
    """The report of two pages in English and Spanish. One edition has left the house."""
    by = stage.by["laundry"]
    with fixed(stage.ago(18)):
        report = reports.start_report(
            group=stage.laundry,
            place=stage.place,
            profile=get_profile("home"),
            title=REPORT_TITLE,
            lang="en",
            second_lang="es",
            on=human_rights_day(stage.today),
            by=by,
        )
        sections = {one.code: one for one in report.sections.all()}
        for one in REPORT:
            paragraph = reports.write_paragraph(
                section=sections[one.section], text=one.text, lang="en", claims=one.claims, by=by
            )
            reports.translate_paragraph(paragraph, text=one.spanish, lang="es", by_words="Grupo de la clínica", by=by)
            for kind, key in one.cites:
                _cite(stage, paragraph, kind, key)
        _second_headings(sections, by)
        reports.publish_report(report, visibility="public", by=by)
    with fixed(stage.ago(14)):
        edition = reports.hand_in(report, to="the chapel kitchen, one copy on the table", on=stage.ago(14), by=by)
        reports.hand_over(edition, to="the council member for the flood side", on=stage.ago(13), by=by)
        reports.use_at_home(report, step=stage.made["step", PANEL_LETTER], by=by)
    stage.made["report", "home"] = report
    return report


def _second_headings(sections: dict[str, Section], by: Viewer) -> None:
    for code, heading in SECOND_HEADINGS.items():
        reports.name_section(sections[code], heading=sections[code].heading, second_heading=heading, by=by)


def _cite(stage: Stage, paragraph: Paragraph, kind: str, key: str) -> None:
    verbatim = kind.startswith("say:")
    kind = kind.removeprefix("say:")
    thing = None if kind == "outside" else stage.made[kind, key]
    reports.cite(
        paragraph=paragraph,
        kind=kind,
        thing=thing,
        source=key if thing is None else "",
        verbatim=verbatim,
        by=stage.by["laundry"],
    )

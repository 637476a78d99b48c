"""A draft: written, moved, translated, cited, and warned about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from smallplaces.core.models import AuditRow
from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import holds_words
from smallplaces.groups.models import Group
from smallplaces.reports import actions
from smallplaces.reports.checks import warnings_of
from smallplaces.reports.composition import compose
from smallplaces.reports.drafts import draft_of
from smallplaces.reports.enums import EvidenceKind
from smallplaces.reports.evidence import FETCHED, NOTES
from smallplaces.reports.models import Citation, Paragraph, Report
from smallplaces.reports.models.reports import cites_exactly_one
from smallplaces.reports.picking import FINDERS, PICKERS
from tests.factories.commitments import make_clause, make_promise
from tests.factories.dialogues import make_dialogue, make_statement
from tests.factories.groups import make_group
from tests.factories.meetings import inside, make_room, make_sentence
from tests.factories.reports import (
    make_citation,
    make_paragraph,
    make_paragraph_translation,
    make_profile,
    make_recommended,
    make_report,
    make_section,
)
from tests.factories.steps import make_step

pytestmark = pytest.mark.django_db


def public_sentence(group: Group, text: str = "The pond smells.") -> Any:
    return make_sentence(make_room(group), text, reach="public")


THINGS: dict[EvidenceKind, Callable[[Group], Any]] = {
    EvidenceKind.SENTENCE: public_sentence,
    EvidenceKind.STATEMENT: lambda group: make_statement(make_dialogue(group)),
    EvidenceKind.CLAUSE: lambda _group: make_clause(),
    EvidenceKind.PROMISE: lambda _group: make_promise(),
    EvidenceKind.RECOMMENDATION: lambda _group: make_recommended(),
    EvidenceKind.STEP: make_step,
    EvidenceKind.OUTSIDE: lambda _group: None,
}


def codes(report: Report) -> list[str]:
    return [one.code for one in warnings_of(report, compose(report))]


def test_a_draft_has_the_sections_of_its_kind() -> None:
    report = make_report()

    assert [one.code for one in report.sections.order_by("position")] == ["said", "next"]
    assert codes(report) == ["empty_section"]


def test_every_list_of_evidence_is_the_one_list() -> None:
    keys = {field.name for field in Citation._meta.get_fields()} & set(EvidenceKind.values)

    assert keys | {EvidenceKind.OUTSIDE} == set(EvidenceKind)
    assert set(FETCHED) == set(NOTES) == set(PICKERS) == set(FINDERS) == set(THINGS) == set(EvidenceKind)
    assert all(f"'{kind}'" in repr(cites_exactly_one()) for kind in EvidenceKind.values)


@pytest.mark.parametrize("kind", EvidenceKind)
def test_a_paragraph_rests_on_each_kind(kind: EvidenceKind) -> None:
    report = make_report()
    paragraph = make_paragraph(report, claims=True)
    assert "no_evidence" in codes(report)

    make_citation(paragraph, kind=kind, thing=THINGS[kind](report.group), source="A book, page 3")

    composed = compose(report)
    assert "no_evidence" not in codes(report)
    assert composed.document.notes[0].text
    assert draft_of(report).sections[0].paragraphs[0].citations[0].kind == kind


@pytest.mark.parametrize("kind", EvidenceKind)
def test_the_table_takes_exactly_one(kind: EvidenceKind) -> None:
    report = make_report()
    paragraph = make_paragraph(report)
    wrong = {"step": make_step(report.group)} if kind != EvidenceKind.STEP else {}

    with pytest.raises(IntegrityError), transaction.atomic():
        Citation.objects.create(paragraph=paragraph, kind=kind, source="", **wrong)


@pytest.mark.parametrize("kind", [*EvidenceKind, "hearsay"])
def test_nothing_chosen_is_refused(kind: str) -> None:
    with pytest.raises(RefusedError):
        make_citation(make_paragraph(), kind=kind)


def test_paragraphs_move_and_leave() -> None:
    report = make_report()
    one, two, three = (make_paragraph(report, text=text) for text in ("one", "two", "three"))
    by = inside(report.group)

    actions.move_paragraph(three, up=True, by=by)
    actions.move_paragraph(one, up=True, by=by)
    actions.remove_paragraph(two, by=by)

    assert [row.text for row in Paragraph.objects.order_by("position")] == ["one", "three"]


@pytest.mark.parametrize("text", ["", " \x00 ", "a" * 20_001])
def test_words_that_cannot_be_kept_are_refused(text: str) -> None:
    report = make_report()

    with pytest.raises(RefusedError):
        make_paragraph(report, text=text)
    assert not Paragraph.objects.exists()


def test_only_members_write() -> None:
    section = make_section()
    entries = AuditRow.objects.count()

    for by in (Viewer(), inside(make_group()), Viewer(account_id="1", is_steward=True)):
        with pytest.raises(NotAllowedError):
            actions.write_paragraph(section=section, text="Mine now.", by=by)
    assert AuditRow.objects.count() == entries


def test_the_second_language_is_asked_for() -> None:
    report = make_report(second_lang="es")
    paragraph = make_paragraph(report)
    assert "one_language" in codes(report)

    make_paragraph_translation(paragraph)

    assert "one_language" not in codes(report)
    assert compose(report).words == 8


def test_too_many_words_and_pages_are_told() -> None:
    report = make_report(profile=make_profile(words_most=10, pages_most=2))
    make_paragraph(report, text="word " * 12)

    assert "too_long" in codes(report)
    found = [one.code for one in warnings_of(report, compose(report), pages=3)]
    assert "too_many_pages" in found


def test_a_private_step_in_a_public_report_is_told() -> None:
    report = make_report(visibility="public")
    paragraph = make_paragraph(report)

    make_citation(paragraph, kind="step", thing=make_step(report.group))

    assert "private" in codes(report)


@pytest.mark.parametrize(
    ("paragraph", "held"),
    [
        ("All of us said: “The pond smells”!", True),
        ("the POND  smells", True),
        ("The pond smells.ish", True),
        ("The pondsmells", False),
        ("", False),
    ],
)
def test_words_are_found_in_a_paragraph(paragraph: str, held: bool) -> None:
    assert holds_words(paragraph, "The pond smells.") is held


def long_draft(paragraphs: int) -> Report:
    report = make_report(second_lang="es")
    sentence = public_sentence(report.group)
    section = make_section(report)
    rows = [Paragraph(section=section, text="We met.", position=place) for place in range(paragraphs)]
    Paragraph.objects.bulk_create(rows)
    Citation.objects.bulk_create(Citation(paragraph=row, kind="sentence", sentence=sentence) for row in rows)
    return report


def test_a_long_draft_costs_no_more_statements() -> None:
    counts = []
    for paragraphs in (1, 300):
        report = Report.objects.select_related("group", "place", "profile").get(pk=long_draft(paragraphs).pk)
        with CaptureQueriesContext(connection) as counted:
            draft_of(report)
        counts.append(len(counted))

    assert counts[0] == counts[1]

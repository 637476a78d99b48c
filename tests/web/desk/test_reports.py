"""Reports on the desk, as the group's people write them and hand them in."""

from __future__ import annotations

import pytest
from django.urls import reverse

from smallplaces.reports.enums import EvidenceKind
from smallplaces.reports.models import Citation, Edition, Handing, Paragraph, Report, ReportStep
from tests.cast import Cast
from tests.factories.commitments import make_clause
from tests.factories.dialogues import make_dialogue, make_statement
from tests.factories.meetings import make_room, make_sentence
from tests.factories.reports import (
    make_citation,
    make_edition,
    make_paragraph,
    make_profile,
    make_recommended,
    make_report,
    make_report_step,
    make_section,
)
from tests.factories.steps import make_step

pytestmark = pytest.mark.django_db

HANDED = {"to": "the library", "on": "2026-03-05"}


def page(name: str, *args: object) -> str:
    return reverse(f"desk:{name}", args=args)


def test_a_report_is_started_and_stands_in_the_list(cast: Cast) -> None:
    profile = make_profile()
    fields = {"group": cast.group.pk, "profile": profile.code, "title": "Our year", "on": "2026-12-10", "lang": "en"}

    answer = cast.member.client.post(page("report_start"), fields | {"second_lang": "ar"})

    report = Report.objects.get()
    assert answer["Location"] == page("report", report.pk)
    assert (report.second_lang, report.visibility) == ("ar", "private")
    assert "Our year" in cast.member.client.get(page("reports")).content.decode()


def test_a_wrong_start_keeps_what_was_typed(cast: Cast) -> None:
    make_profile()

    answer = cast.member.client.post(page("report_start"), {"group": cast.group.pk, "title": "Our year"})

    assert (answer.status_code, "Our year" in answer.content.decode()) == (422, True)


def test_paragraphs_are_written_and_changed(cast: Cast) -> None:
    report = make_report(cast.group, second_lang="es")
    section = make_section(report)
    client = cast.member.client

    client.post(page("report_write", section.pk), {"text": "We met.", "second": "Nos vimos.", "claims": "on"})
    row = Paragraph.objects.get()
    assert (row.text, row.claims, row.translations.get().text) == ("We met.", True, "Nos vimos.")

    client.post(page("report_paragraph", row.pk), {"text": "We met twice.", "second": "Nos vimos dos veces."})
    row.refresh_from_db()
    assert (row.text, row.claims, row.translations.get().text) == ("We met twice.", False, "Nos vimos dos veces.")


def test_an_empty_paragraph_is_said_to_be_empty(cast: Cast) -> None:
    section = make_section(make_report(cast.group))

    answer = cast.member.client.post(page("report_write", section.pk), {"text": "  "})

    assert answer.status_code == 422
    assert not Paragraph.objects.exists()


def test_paragraphs_are_moved_and_removed(cast: Cast) -> None:
    report = make_report(cast.group)
    first, second = make_paragraph(report, text="one"), make_paragraph(report, text="two")
    client = cast.member.client

    client.post(page("report_move", second.pk), {"way": "up"})
    assert list(Paragraph.objects.order_by("position").values_list("text", flat=True)) == ["two", "one"]

    assert "one" in client.get(page("report_remove", first.pk)).content.decode()
    client.post(page("report_remove", first.pk))
    assert Paragraph.objects.get() == second


@pytest.mark.parametrize("kind", EvidenceKind)
def test_the_composer_offers_each_kind_and_cites_it(cast: Cast, kind: str) -> None:
    paragraph = make_paragraph(make_report(cast.group))
    made = {
        "sentence": lambda: make_sentence(make_room(cast.group), "The weir sings.", reach="public").pk,
        "statement": lambda: make_statement(make_dialogue(cast.group), text="The weir hums.").pk,
        "recommendation": lambda: make_recommended(cast.group.place.country, "The weir shall be clean.").pk,
        "step": lambda: make_step(cast.group, text="The weir is watched.").pk,
    }
    thing = made[kind]() if kind in made else make_clause().pk if kind == "clause" else ""
    composer = page("report", paragraph.section.report_id)

    said = cast.member.client.get(f"{composer}?paragraph={paragraph.pk}&kind={kind}&words=weir").content.decode()
    assert ("The weir" in said) == (kind in made)
    if kind == "promise":
        from tests.factories.commitments import make_promise

        thing = make_promise().pk
    fields = {"kind": kind, "thing": thing, "source": "A ledger" if kind == "outside" else ""}
    answer = cast.member.client.post(page("report_cite", paragraph.pk), fields, follow=True)

    assert answer.status_code == 200
    assert Citation.objects.get().kind == kind


def test_only_what_consent_covers_is_offered(cast: Cast) -> None:
    paragraph = make_paragraph(make_report(cast.group))
    make_sentence(make_room(cast.group), "This stays in the room.", reach="ours")

    said = cast.member.client.get(f"{page('report', paragraph.section.report_id)}?paragraph={paragraph.pk}")

    assert "This stays in the room." not in said.content.decode()
    assert "1 sentence is not shown" in said.content.decode()


@pytest.mark.parametrize("fields", [{}, {"kind": "sentence"}, {"kind": "hearsay", "thing": "x"}, {"kind": "outside"}])
def test_nothing_chosen_cites_nothing(cast: Cast, fields: dict[str, str]) -> None:
    paragraph = make_paragraph(make_report(cast.group))

    answer = cast.member.client.post(page("report_cite", paragraph.pk), fields, follow=True)

    assert answer.status_code == 200
    assert not Citation.objects.exists()


def test_evidence_is_let_go(cast: Cast) -> None:
    citation = make_citation(make_paragraph(make_report(cast.group)))

    cast.member.client.post(page("report_uncite", citation.pk))

    assert not Citation.objects.exists()


def test_the_count_says_words_against_the_limit_while_one_types(cast: Cast) -> None:
    report = make_report(cast.group, profile=make_profile(words_most=700))
    paragraph = make_paragraph(report, text="one two three")
    client = cast.member.client
    assert "6 of 700 words" in client.get(page("report", report.pk)).content.decode()

    typed = {"text": "one two three four five", "paragraph": paragraph.pk}
    said = client.post(page("report_count", report.pk), typed).content.decode()

    assert "8 of 700 words" in said
    assert Paragraph.objects.get().text == "one two three"


def test_warnings_lead_to_their_paragraph(cast: Cast) -> None:
    paragraph = make_paragraph(make_report(cast.group), claims=True)

    said = cast.member.client.get(page("report", paragraph.section.report_id)).content.decode()

    assert "rests on nothing yet" in said
    assert f"?paragraph={paragraph.pk}#writing" in said


def test_the_second_press_makes_the_edition(cast: Cast) -> None:
    report = make_report(cast.group)
    make_paragraph(report)
    client, address = cast.member.client, page("report_hand_in", report.pk)
    assert "1 page in print" in client.get(address).content.decode()

    first = client.post(address, HANDED)
    assert "Sure?" in first.content.decode()
    assert not Edition.objects.exists()

    client.post(address, HANDED | {"make": "yes"})
    assert Handing.objects.get().to == "the library"


def test_words_a_room_did_not_agree_to_stop_it_on_the_page(cast: Cast) -> None:
    report = make_report(cast.group)
    sentence = make_sentence(make_room(cast.group), "This stays in the room.", reach="ours")
    make_citation(make_paragraph(report, text="This stays in the room."), kind="sentence", thing=sentence)
    address = page("report_hand_in", report.pk)

    said = cast.member.client.get(address).content.decode()
    answer = cast.member.client.post(address, HANDED | {"make": "yes"})

    assert "Mend this before it is handed in" in said
    assert "This stays in the room." not in said
    assert (answer.status_code, Edition.objects.exists()) == (422, False)


def test_who_has_it_who_reads_it_and_what_uses_it(cast: Cast) -> None:
    edition = make_edition(make_paragraph(make_report(cast.group)).section.report)
    report, step, client = edition.report, make_step(cast.group), cast.member.client

    client.post(page("report_hand_over", report.pk, 1), HANDED | {"to": "the school"})
    client.post(page("report_publish", report.pk), {"visibility": "public"})
    client.post(page("report_use", report.pk), {"step": step.pk})

    assert set(Handing.objects.values_list("to", flat=True)) == {"the library", "the school"}
    assert Report.objects.get().visibility == "public"
    assert ReportStep.objects.get().step == step
    client.post(page("report_use_not", report.pk, step.pk))
    assert not ReportStep.objects.exists()


def test_headings_are_named_in_two_languages(cast: Cast) -> None:
    section = make_section(make_report(cast.group))

    cast.member.client.post(page("report_section", section.pk), {"heading": "Heard", "second_heading": "Oído"})

    section.refresh_from_db()
    assert (section.heading, section.second_heading) == ("Heard", "Oído")


def test_the_rules_of_a_kind_are_told(cast: Cast) -> None:
    profile = make_profile(words_most=700, pages_most=2, source="We tried it", checked_on="2026-01-15", facts=["place"])

    said = cast.member.client.get(page("report_profile", profile.code)).content.decode()

    assert all(words in said for words in ("700 words", "2 pages", "15 January 2026", "We tried it", "the place"))


def every_address(cast: Cast) -> dict[str, str]:
    """Address -> how it is asked for."""
    step = make_report_step(make_paragraph(make_report(cast.group, visibility="public")).section.report)
    report, section = step.report, step.report.sections.get(position=0)
    paragraph = section.paragraphs.get()
    citation = make_citation(paragraph)
    make_edition(report)
    names = {
        "report": (report.pk,), "report_hand_in": (report.pk,), "report_publish": (report.pk,), "report_use": (report.pk,),
        "report_hand_over": (report.pk, 1), "report_section": (section.pk,), "report_remove": (paragraph.pk,),
    }  # fmt: skip
    sent = {
        "report_count": (report.pk,), "report_write": (section.pk,), "report_paragraph": (paragraph.pk,),
        "report_move": (paragraph.pk,), "report_cite": (paragraph.pk,), "report_uncite": (citation.pk,),
        "report_use_not": (report.pk, step.step_id),
    }  # fmt: skip
    read = {page(name, *args): "get" for name, args in names.items()}
    return read | {page(name, *args): "post" for name, args in sent.items()}


def test_a_report_on_the_desk_exists_for_its_group_alone(cast: Cast) -> None:
    """Also when everybody may read it on its public page."""
    for address, way in every_address(cast).items():
        seen = {name: getattr(one.client, way)(address).status_code for name, one in cast.everybody.items()}
        assert {seen[name] for name in ("elsewhere", "steward")} == {404}, address
        assert {seen[name] for name in ("anybody", "resident")} == {302}, address
        assert seen["holder"] in {200, 302, 422, 404}, address
        assert way == "post" or seen["member"] == 200, address

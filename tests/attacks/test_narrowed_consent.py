"""A room can narrow what it allowed; then its words leave every page and every file that others get."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from contextlib import closing
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from smallplaces.core.ends import uses_of
from smallplaces.dialogues.actions import hide_statement
from smallplaces.meetings.actions import change_reach
from tests.cast import Cast
from tests.factories.commitments import make_demand
from tests.factories.dialogues import make_dialogue, make_statement
from tests.factories.issues import make_issue
from tests.factories.meetings import inside, make_room, make_sentence
from tests.factories.reports import make_citation, make_edition, make_paragraph, make_report

pytestmark = pytest.mark.django_db
WORDS = "The pond smells of paint since spring"


def handed_in(group: Any, *, sentence: Any = None, visibility: str = "public", to: str = "the library") -> Any:
    """An edition that quotes a sentence word for word."""
    sentence = sentence or make_sentence(make_room(group), WORDS, reach="public")
    report = make_report(group, visibility=visibility)
    make_citation(make_paragraph(report, text=f"They say: {WORDS}."), kind="sentence", thing=sentence, verbatim=True)
    return make_edition(report, to=to), sentence


def text_of(data: bytes, form: str) -> str:
    """The words of a file, spaces evened out."""
    if form == "docx":
        raw = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    elif form == "pdf":
        raw = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    else:
        raw = data.decode()
    return " ".join(raw.split())


@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_files_of_an_edition_lose_words_that_a_room_took_back_to_itself(cast: Cast, form: str) -> None:
    edition, sentence = handed_in(cast.group)
    address = f"/reports/{edition.report_id}/1/{form}"
    assert WORDS in text_of(Client().get(address).content, form)

    change_reach(sentence, reach="ours", by=inside(cast.group))

    for person in (cast.anybody, cast.elsewhere, cast.steward):
        answer = person.client.get(address)
        assert answer.status_code == 200
        assert WORDS not in text_of(answer.content, form)
    assert WORDS in text_of(cast.member.client.get(address).content, form)


def test_a_facilitators_link_does_not_learn_who_has_the_report(cast: Cast) -> None:
    from smallplaces.meetings.actions import make_facilitator_link

    room = make_room(cast.group, on=dt.datetime.now(dt.UTC).date())
    _edition, sentence = handed_in(
        cast.group,
        sentence=make_sentence(room, WORDS, reach="public"),
        visibility="private",
        to="the lawyer in Ferry Row",
    )
    client = Client()
    client.post(f"/room/{make_facilitator_link(room.meeting, by=inside(cast.group))[1]}/")

    answers = [client.get(f"/room/take-back/{sentence.pk}/"), client.post(f"/room/take-back/{sentence.pk}/")]

    assert [one.status_code for one in answers] == [200, 200]
    assert all(b"lawyer" not in one.content for one in answers)
    assert any(end.out_of_reach for end in uses_of("sentence", [sentence.pk])) or not sentence.text


def test_to_whom_another_group_handed_its_private_report_is_not_told(cast: Cast) -> None:
    sentence = make_sentence(make_room(cast.group), WORDS, reach="public")
    handed_in(cast.other_group, sentence=sentence, visibility="private", to="the lawyer in Ferry Row")

    answers = [method(f"/our-work/sentences/{sentence.pk}/take-back/") for method in _both(cast)]

    for answer in answers:
        assert b"lawyer" not in answer.content
        assert b"Another group handed a copy over" in answer.content


def _both(cast: Cast) -> tuple[Any, Any]:
    return cast.member.client.get, cast.member.client.post


def test_ones_own_editions_are_told_by_name(cast: Cast) -> None:
    _edition, sentence = handed_in(cast.group, visibility="private", to="the lawyer in Ferry Row")

    answer = cast.member.client.post(f"/our-work/sentences/{sentence.pk}/take-back/")

    assert b"lawyer in Ferry Row" in answer.content


def test_citing_a_pledge_that_only_we_see_is_told_before_it_is_printed(cast: Cast) -> None:
    from smallplaces.commitments.actions import import_act
    from smallplaces.reports.checks import warnings_of
    from smallplaces.reports.composition import compose

    text = "Our pledge\n\nBe it resolved that we shall carry the water up each Friday."
    by = inside(cast.group)
    act = import_act(
        cast.place, text=text, source="our book", kind="pledge", group=cast.group, visibility="private", by=by
    ).act
    clause = (
        act.versions.get().clauses.filter(kind__in=["resolves", "operative"]).first()
        or act.versions.get().clauses.last()
    )
    report = make_report(cast.group, visibility="public")
    make_citation(make_paragraph(report), kind="clause", thing=clause)

    assert "private" in {one.code for one in warnings_of(report, compose(report))}


def test_a_demand_in_a_sentences_own_words_is_held_to_it_ticked_or_not(cast: Cast) -> None:
    from smallplaces.commitments.actions import make_demand, publish_demand
    from smallplaces.core.refusals import RefusedError
    from smallplaces.issues.actions import open_issue
    from smallplaces.meetings.actions import take_back

    sentence = make_sentence(make_room(cast.group), WORDS, reach="ours")
    by = inside(cast.group)
    issue = open_issue(cast.group, place=cast.place, text="The pond", by=by)
    demand = make_demand(issue, text=f"{WORDS.lower()}: end it!", sentences=[sentence], ourselves=True, by=by)

    with pytest.raises(RefusedError, match="word for word"):
        publish_demand(demand, visibility="public", by=by)

    take_back(sentence, by=by)
    demand.refresh_from_db()
    assert demand.text == ""


def test_another_groups_title_loses_a_rooms_words_with_everybody_else(cast: Cast) -> None:
    sentence = make_sentence(make_room(cast.group), WORDS, reach="public")
    issue = make_issue(cast.other_group, text="", title_sentence=sentence)
    demand = make_demand(issue=issue, text=WORDS, sentences=[sentence])
    assert WORDS in text_of(cast.elsewhere.client.get(f"/our-work/issues/{issue.pk}/").content, "html")

    change_reach(sentence, reach="ours", by=inside(cast.group))

    for address in (f"/our-work/issues/{issue.pk}/", f"/our-work/demands/{demand.pk}/"):
        answer = cast.elsewhere.client.get(address, follow=True)
        assert answer.status_code == 200
        assert WORDS not in text_of(answer.content, "html")


@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_no_file_of_an_edition_goes_round_the_page_that_leaves_words_out(cast: Cast, form: str) -> None:
    edition, _sentence = handed_in(cast.group)
    file = edition.files.get(form=form).file

    assert Client().get(f"/files/{file.pk}/").status_code == 404
    with closing(cast.member.client.get(f"/files/{file.pk}/")) as answer:
        assert answer.status_code == 200


def test_words_that_a_group_shows_no_more_leave_its_edition(cast: Cast) -> None:
    statement = make_statement(make_dialogue(cast.group, visibility="public"), text=WORDS)
    report = make_report(cast.group, visibility="public")
    make_citation(make_paragraph(report, text=f"They say: {WORDS}."), kind="statement", thing=statement, verbatim=True)
    edition = make_edition(report)
    addresses = [f"/reports/{edition.report_id}/", f"/reports/{edition.report_id}/1/html"]
    assert all(WORDS in text_of(Client().get(one).content, "html") for one in addresses)

    hide_statement(statement, by=inside(cast.group))

    assert not any(WORDS in text_of(Client().get(one).content, "html") for one in addresses)

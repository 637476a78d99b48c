"""The page of an issue: its address, and what strangers and members read."""

from __future__ import annotations

import gzip
from urllib.parse import unquote

import pytest

from tests.factories.commitments import make_clause
from tests.factories.issues import make_duty, make_gain, make_gathered, make_issue, make_public_issue
from tests.factories.meetings import inside, make_room, make_sentence
from tests.factories.steps import make_step


def address_of(issue, words: str = "the-mill-pond-smells-and-nobody-tells-us-why") -> str:
    return f"/places/{issue.place.slug}/issues/{issue.pk}/{words}/"


def read(person, issue) -> str:
    return person.client.get(f"/issues/{issue.pk}/", follow=True).content.decode()


@pytest.fixture
def issue(cast):
    return make_public_issue(cast.group)


@pytest.mark.parametrize("words", ["", "-/", "another-tail/"])
def test_a_wrong_tail_leads_to_the_right_one(cast, issue, words) -> None:
    answer = cast.anybody.client.get(f"/places/{issue.place.slug}/issues/{issue.pk}/{words}")
    assert (answer.status_code, answer.url) == (302, address_of(issue))


def test_a_wrong_place_leads_to_the_right_one(cast, issue) -> None:
    answer = cast.anybody.client.get(f"/places/elsewhere/issues/{issue.pk}/x/")
    assert answer.url == address_of(issue)


def test_the_right_address_stays_in_every_script(cast) -> None:
    issue = make_public_issue(cast.group, text="نريد الماء", lang="ar")
    answer = cast.anybody.client.get(f"/issues/{issue.pk}/")
    assert unquote(answer.url) == address_of(issue, "نريد-الماء")
    page = cast.anybody.client.get(answer.url)
    assert page.status_code == 200
    assert 'dir="rtl"><q>نريد الماء</q>' in page.content.decode()


def test_taken_back_words_leave_the_address(cast) -> None:
    from smallplaces.meetings.actions import take_back

    sentence = make_sentence(make_room(cast.group), "These words were mine.", reach="public")
    issue = make_public_issue(cast.group, text=sentence.text, title_sentence=sentence)
    take_back(sentence, by=inside(cast.group))
    answer = cast.anybody.client.get(address_of(issue, "these-words-were-mine"), follow=True)
    assert answer.redirect_chain == [(address_of(issue, "taken-back"), 302)]
    assert "words were mine" not in answer.content.decode()


@pytest.mark.parametrize(("who", "status"), [("member", 200), ("elsewhere", 404), ("anybody", 404), ("steward", 404)])
def test_a_private_issue_is_there_for_its_group_alone(cast, who, status) -> None:
    private = make_issue(cast.group)
    answer = cast.everybody[who].client.get(address_of(private))
    assert answer.status_code == status
    assert (private.text in answer.content.decode()) == (status == 200)


def test_strangers_read_no_step_word_or_number_of_ours(cast, issue) -> None:
    from smallplaces.issues.actions import add_power_line
    from smallplaces.meetings.actions import count_heads

    room = make_room(cast.group, visibility="public")
    make_gathered(issue, make_sentence(room, "Among us alone"))
    make_gathered(issue, make_sentence(room, "For all to read", reach="public", said_by="one"))
    make_step(cast.group, issue=issue, text="We go on Monday")
    count_heads(room, 4321, by=inside(cast.group))
    add_power_line(issue, side="decides", text="One vote decides", lang="en", by=inside(cast.group))
    outside, ours = read(cast.anybody, issue), read(cast.member, issue)
    for hidden in ("Among us alone", "We go on Monday", "4321", "One vote decides", "said by one", "/our-work/"):
        assert hidden not in outside.replace('href="/our-work/"', "")
    assert "said by a few" in outside
    for shown in ("Among us alone", "We go on Monday", "only we can see this", "ours: only our group reads this"):
        assert shown in ours
    assert "One vote decides" not in ours


def test_what_is_missing_is_one_line_with_who_could_carry_it(cast, issue) -> None:
    outside, ours = read(cast.anybody, issue), read(cast.member, issue)
    assert outside.count("Nothing stands here yet about") == 1
    assert f"Could you carry one of them with {cast.group.name}?" in outside
    assert "Could you carry" not in ours
    assert "incomplete" not in outside


def test_a_clause_has_a_short_address(cast) -> None:
    clause = make_clause()
    answer = cast.anybody.client.get(f"/clauses/{clause.pk}/")
    assert answer.status_code == 302
    assert answer.url.endswith(f"#clause-{clause.pk}")


def test_osier_bend_is_light_and_whole(osier_bend, cast) -> None:
    from smallplaces.core.clock import fixed
    from smallplaces.core.viewers import ANYBODY
    from smallplaces.issues.queries import issues_of_place

    with fixed(osier_bend.today):
        lines = issues_of_place(osier_bend.place.pk, viewer=ANYBODY)
        pages = [cast.anybody.client.get(f"/issues/{one.id}/", follow=True).content for one in lines]
    assert len(pages) == 5
    assert max(len(gzip.compress(page)) for page in pages) < 20_000
    assert all(b"FICTIONAL" in page for page in pages)
    water = next(page.decode() for page in pages if b"Resolution 41" in page)
    for shown in (
        "96 days past its date",
        "It stays on our list, although Resolution 41 was passed",
        "Taken up by Low Marsh",
        "not yet",
    ):
        assert shown in water


def test_every_link_on_the_page_says_where_it_was_made(cast) -> None:
    from tests.factories.commitments import make_act_demand, make_promise_demand, make_public_demand

    issue = make_public_issue(cast.group)
    demand = make_public_demand(cast.group, issue=issue, made_in="desk")
    assert "made in committee" not in read(cast.resident, issue)

    make_promise_demand(demand=demand, made_in="committee")
    assert read(cast.resident, issue).count("made in committee") == 1
    make_gain(issue, public=True, source="the register", made_in="committee")
    assert read(cast.resident, issue).count("made in committee") == 2
    make_duty(issue, ourselves=True, made_in="committee")
    assert read(cast.resident, issue).count("made in committee") == 3
    row = make_gathered(issue, make_sentence(make_room(cast.group), reach="public"))
    row.made_in = "circle"
    row.save()
    assert "made in a circle" in read(cast.resident, issue)
    act = make_act_demand(demand=demand).act
    assert "made at the desk" in cast.resident.client.get(f"/acts/{act.pk}/", follow=True).content.decode()

"""A right stands beside a thing because a person said so."""

from __future__ import annotations

import pytest

from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError
from tests.factories.issues import make_cause, make_issue, make_public_issue
from tests.factories.links import a_provision, a_right, link

pytestmark = pytest.mark.django_db


def shown(kind, thing, viewer):
    from smallplaces.norms.queries.links import links_of

    return links_of(kind, [thing.pk], viewer=viewer).get(thing.pk, ())


def test_every_table_of_links_is_registered() -> None:
    from django.apps import apps

    from smallplaces.norms.linking import linkables
    from smallplaces.norms.models import RightLink

    tables = {model for model in apps.get_models() if issubclass(model, RightLink)}
    assert {one.model for one in linkables()} == tables


def test_the_paths_of_every_kind_lead_somewhere() -> None:
    from smallplaces.core.viewers import ANYBODY
    from smallplaces.norms.linking import linkables

    for one in linkables():
        paths = [path for path in (one.place_path, one.group_path) if path]
        assert list(one.visible(ANYBODY).values_list("pk", *paths)) == []
        assert one.model._meta.get_field(one.kind)


def test_who_and_when_is_kept_for_those_who_may_change_it(cast) -> None:
    issue = make_public_issue(cast.group)
    link("issue", issue, by=cast.member.viewer)
    [ours] = shown("issue", issue, cast.holder.viewer)
    assert (ours.settled_by, ours.settled_on) == (cast.member.account.username, ours.settled_on)
    assert ours.settled_on is not None
    [theirs] = shown("issue", issue, cast.anybody.viewer)
    assert (theirs.to.name, theirs.settled_by, theirs.settled_on) == ("A home", "", None)


def test_once_each(cast) -> None:
    issue = make_issue(cast.group)
    assert link("issue", issue).pk == link("issue", issue).pk
    link("issue", issue, provision=a_provision())
    assert [one.to.article for one in shown("issue", issue, cast.member.viewer)] == ["", "ICESCR, article 11"]


@pytest.mark.parametrize("who", ["elsewhere", "steward"])
def test_what_a_group_holds_is_linked_by_its_people_alone(cast, who) -> None:
    issue = make_public_issue(cast.group)
    with pytest.raises(NotAllowedError):
        link("issue", issue, by=getattr(cast, who).viewer)


def test_a_bodys_promise_is_linked_by_those_who_know_the_place(cast) -> None:
    from tests.factories.commitments import make_promise

    promise = make_promise(place=cast.place)
    with pytest.raises(NotAllowedError):
        link("promise", promise, by=cast.anybody.viewer)
    link("promise", promise, by=cast.steward.viewer)
    assert len(shown("promise", promise, cast.anybody.viewer)) == 1


def test_a_refused_suggestion_counts_nowhere_until_somebody_sets_it(cast) -> None:
    from smallplaces.norms.actions.links import refuse_right

    issue = make_issue(cast.group)
    refuse_right("issue", issue, right=a_right(), because="lexicon", by=cast.member.viewer)
    assert shown("issue", issue, cast.member.viewer) == ()
    link("issue", issue)
    assert [one.because for one in shown("issue", issue, cast.member.viewer)] == ["person"]


def test_what_a_person_set_goes_without_a_trace(cast) -> None:
    from smallplaces.issues.models import IssueRight
    from smallplaces.norms.actions.links import unlink_right

    unlink_right("issue", link("issue", make_issue(cast.group)), by=cast.member.viewer)
    assert not IssueRight.objects.exists()


def test_a_suggestion_that_is_taken_away_stays_refused(cast) -> None:
    from smallplaces.norms.actions.links import unlink_right

    made = link("issue", make_issue(cast.group), because="lexicon")
    unlink_right("issue", made, by=cast.member.viewer)
    made.refresh_from_db()
    assert made.standing == "refused"


def test_what_waits_is_settled_by_a_person(cast) -> None:
    from smallplaces.core.clock import today
    from smallplaces.issues.models import IssueRight
    from smallplaces.norms.actions.links import settle_link

    issue = make_issue(cast.group)
    waiting = IssueRight.objects.create(
        issue=issue, right=a_right(), standing="proposed", because="label", made_on=today()
    )
    with pytest.raises(NotAllowedError):
        settle_link("issue", waiting, accepted=True, by=cast.elsewhere.viewer)
    settle_link("issue", waiting, accepted=True, by=cast.member.viewer)
    assert [one.because for one in shown("issue", issue, cast.member.viewer)] == ["label"]


@pytest.mark.parametrize("wrong", [{}, {"both": True}, {"goal": True}, {"because": "rumour"}, {"made_in": "pub"}])
def test_what_makes_no_sense_is_refused(cast, wrong) -> None:
    from smallplaces.norms.actions.links import link_right

    issue, by = make_issue(cast.group), cast.member.viewer
    if "goal" in wrong:
        fields = {"provision": a_provision("SDG", "11.1", kind="goals")}
    elif "both" in wrong:
        fields = {"right": a_right(), "provision": a_provision()}
    else:
        fields = wrong | ({"right": a_right()} if wrong else {})
    with pytest.raises(RefusedError):
        link_right("issue", issue, **fields, by=by)
    assert shown("issue", issue, by) == ()


def test_a_kind_that_is_none_does_not_exist(cast) -> None:
    from smallplaces.norms.queries.links import kind_named

    with pytest.raises(NotVisibleError):
        kind_named("account")


def test_the_audit_has_no_words(cast) -> None:
    from smallplaces.core.models import AuditRow

    link("issue", make_issue(cast.group), by=cast.member.viewer)
    row = AuditRow.objects.get(verb="issueright.linked")
    assert (row.fields, row.group_id, row.by_id) == (["right"], cast.group.pk, cast.member.account.pk)


def test_three_hundred_links_cost_one_query(cast, django_assert_num_queries) -> None:
    from smallplaces.norms.queries.links import links_of

    issue = make_public_issue(cast.group)
    boxes = [make_cause(issue) for _number in range(5)]
    for box in boxes:
        link("cause", box)
        link("cause", box, provision=a_provision())
    with django_assert_num_queries(1):
        found = links_of("cause", [one.pk for one in boxes], viewer=cast.anybody.viewer)
    assert [len(found[one.pk]) for one in boxes] == [2] * 5


def test_an_article_of_a_groups_own_text_is_its_own_affair(cast) -> None:
    from smallplaces.groups.models import Group
    from tests.factories.norms import make_principles

    article = make_principles(cast.group).provisions.first()
    issue = make_public_issue(cast.group)
    link("issue", issue, provision=article)
    assert len(shown("issue", issue, cast.anybody.viewer)) == 1
    Group.objects.filter(pk=cast.group.pk).update(state="opening")
    assert shown("issue", issue, cast.anybody.viewer) == ()

"""Rights beside the bands of an issue, and the norms behind it on one sheet."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from smallplaces.core.refusals import NotVisibleError
from tests.factories.issues import make_cause, make_issue, make_public_issue
from tests.factories.links import a_provision, a_right, link

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 3, 1)


def page_of(issue, viewer):
    from smallplaces.thread.bands import issue_page

    return issue_page(issue.pk, viewer=viewer, today=TODAY)


def sheet_of(issue, viewer):
    from smallplaces.thread.rights_sheet import rights_sheet

    return rights_sheet(issue.pk, viewer=viewer, today=TODAY)


def names(rights) -> list[str]:
    return [one.to.article or one.to.name for one in rights]


def ratified(article, place, since: str = "1979") -> None:
    from smallplaces.norms.models import Ratification

    Ratification.objects.create(
        state=place.country, norm=article.version.norm, standing="party", since=since, source="the list", checked="2022"
    )


def protects(article, right) -> None:
    from smallplaces.norms.models import ProvisionRight

    ProvisionRight.objects.create(provision=article, right=right)


def test_each_band_has_its_own(cast) -> None:
    issue = make_public_issue(cast.group)
    link("cause", make_cause(issue), right=a_right("water", "Water"))
    link("issue", issue)
    page = page_of(issue, cast.anybody.viewer)
    assert (names(page.rights), names(page.why.rights), page.ask.rights) == (["A home"], ["Water"], ())


def test_what_else_it_touches_is_told_once(cast) -> None:
    issue = make_public_issue(cast.group)
    link("issue", issue)
    for _number in range(2):
        box = make_cause(issue)
        link("cause", box)
        link("cause", box, right=a_right("water", "Water"))
    assert names(page_of(issue, cast.anybody.viewer).also) == ["Water"]


def test_a_band_of_several_says_beside_which(cast) -> None:
    issue = make_public_issue(cast.group)
    make_cause(issue, text="the fish died")
    link("cause", make_cause(issue, text="nobody looked"))
    [right] = page_of(issue, cast.anybody.viewer).why.rights
    assert [one.text for one in right.beside] == ["nobody looked"]


def test_a_tree_that_is_not_public_brings_no_right(cast) -> None:
    from smallplaces.issues.actions import publish_issue

    issue = make_issue(cast.group)
    publish_issue(issue, visibility="public", tree_public=False, by=cast.member.viewer)
    link("cause", make_cause(issue))
    page = page_of(issue, cast.anybody.viewer)
    assert (page.also, page.why.rights) == ((), ())
    assert names(page_of(issue, cast.member.viewer).also) == ["A home"]


@pytest.mark.parametrize("known", [True, False])
def test_an_article_says_whether_it_binds_here(cast, known) -> None:
    article, issue = a_provision(), make_public_issue(cast.group)
    if known:
        ratified(article, cast.place)
    link("issue", issue, provision=article)
    [right] = page_of(issue, cast.anybody.viewer).rights
    assert right.standing.bond == ("binds" if known else "not_checked")
    assert ("since 1979" in right.standing.words) is known


def test_more_links_cost_no_more_statements(cast) -> None:
    issue = make_public_issue(cast.group)
    costs = []
    for _round in range(2):
        for number in range(3):
            box = make_cause(issue)
            link("cause", box, right=a_right(f"right-{number}", f"Right {number}"))
            link("cause", box, provision=a_provision(number=str(number)))
        with CaptureQueriesContext(connection) as queries:
            page_of(issue, cast.anybody.viewer)
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_the_sheet_names_articles_that_bind_first_one_a_text(cast) -> None:
    right, issue = a_right(), make_public_issue(cast.group)
    held_up, binds = a_provision("UDHR", "25", kind="declaration"), a_provision("ICESCR", "11")
    for article in (held_up, binds, a_provision("ICESCR", "12")):
        protects(article, right)
    ratified(binds, cast.place)
    link("issue", issue)
    sheet = sheet_of(issue, cast.anybody.viewer)
    [told] = sheet.rights
    assert [one.to.article for one in told.articles] == ["ICESCR, article 11", "UDHR, article 25"]
    assert (told.more, [one.to.code for one in sheet.sources]) == (1, ["ICESCR", "UDHR"])


def test_only_accepted_links_are_on_the_sheet(cast) -> None:
    from smallplaces.norms.actions.links import refuse_right

    issue = make_public_issue(cast.group)
    refuse_right("issue", issue, right=a_right(), because="lexicon", by=cast.member.viewer)
    assert sheet_of(issue, cast.member.viewer).rights == ()


def test_the_sheet_of_a_private_issue_is_its_groups_own(cast) -> None:
    issue = make_issue(cast.group)
    with pytest.raises(NotVisibleError):
        sheet_of(issue, cast.anybody.viewer)
    assert sheet_of(issue, cast.member.viewer).page.id == issue.pk

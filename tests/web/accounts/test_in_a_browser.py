"""Coming in with a real browser: only a browser sends what the check of forms looks at."""

from __future__ import annotations

import pytest

from smallplaces.core.viewers import command
from tests.factories.groups import make_group
from tests.harness.browser import NewVisitor

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("script", [True, False])
def test_an_invitation_leads_to_the_desk_and_out_again(new_visitor: NewVisitor, script: bool) -> None:
    from smallplaces.groups.actions import invite

    _link, key = invite(make_group(state="opening", opened_on=None), role="holder", by=command())
    visitor = new_visitor(width=320, script=script)
    page = visitor.open(f"/account/invitation/{key}/")
    page.click("main button")
    page.fill("[name=username]", "ana.r")
    page.fill("[name=password]", "four words only mine")
    page.click("main button")
    assert page.url.endswith("/our-work/")
    page.goto("/account/codes/on/")
    page.fill("[name=password]", "four words only mine")
    page.click("main button")
    # A loaded machine brings the picture after the page.
    loaded = "async image => { await image.decode(); return image.naturalWidth; }"
    assert page.locator("img").evaluate(loaded) > 0 if script else page.locator("img").count()
    page.click("header form button")
    assert page.get_by_role("link", name="Sign in").is_visible()

"""The smallest valid links between things of the thread and rights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.factories.groups import make_group
from tests.factories.meetings import inside

if TYPE_CHECKING:
    from smallplaces.core.viewers import Viewer
    from smallplaces.norms.models import Provision, Right, RightLink


def a_right(slug: str = "adequate-housing", name: str = "A home", **fields: Any) -> Right:
    """A right of the list, made once."""
    from smallplaces.norms.models import Right

    values = {"name": name, "text": "Everyone has a place to live in safety.", "category": "economic-social-cultural"}
    return Right.objects.get_or_create(slug=slug, defaults=values | fields)[0]


def a_provision(code: str = "ICESCR", number: str = "11", *, kind: str = "treaty") -> Provision:
    """An article of a text, made once."""
    from smallplaces.core.clock import today
    from smallplaces.norms.models import Norm, NormVersion, Provision

    values = {"slug": code.lower(), "kind": kind, "name": f"The whole name of {code}", "added_on": today()}
    norm = Norm.objects.get_or_create(code=code, defaults=values)[0]
    version = NormVersion.objects.get_or_create(norm=norm, label="as adopted", defaults={"added_on": today()})[0]
    return Provision.objects.get_or_create(version=version, number=number, defaults={"heading": "Enough to live on"})[0]


def holder_of(kind: str, thing: Any) -> Viewer:
    """Somebody who may set rights beside a thing: of its group, or a steward."""
    from smallplaces.core.viewers import Viewer
    from smallplaces.groups.models import Group
    from smallplaces.norms.queries.links import kind_named, walk

    held = walk(thing, kind_named(kind).group_path)
    return inside(Group.objects.get(pk=held)) if held else Viewer(account_id="steward", is_steward=True)


def link(kind: str, thing: Any, **fields: Any) -> RightLink:
    """A right beside a thing, accepted by a person."""
    from smallplaces.norms.actions.links import link_right

    to = {} if "provision" in fields else {"right": a_right()}
    return link_right(kind, thing, **to | {"by": holder_of(kind, thing)} | fields)


def one_of_each_kind() -> dict[str, Any]:
    """A public thing of each kind that rights can stand beside, all but recommendations held by groups of their own."""
    from tests.factories import commitments, issues, meetings, reports, steps

    issue = issues.make_public_issue(make_group())
    return {
        "issue": issue,
        "cause": issues.make_cause(issue),
        "sentence": meetings.make_sentence(),
        "demand": commitments.make_demand(),
        "promise": commitments.make_promise(),
        "step": steps.make_step(),
        "paragraph": reports.make_paragraph(),
    }

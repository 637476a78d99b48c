"""The smallest valid links between things of the thread and rights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.factories.meetings import inside

if TYPE_CHECKING:
    from smallplaces.core.viewers import Viewer
    from smallplaces.groups.models import Group
    from smallplaces.norms.models import Provision, Right, RightLink


def a_right(slug: str = "housing", name: str = "A home", **fields: Any) -> Right:
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
    words = {"heading": "Enough to live on", "position": int(number) if number.isdigit() else 0}
    return Provision.objects.get_or_create(version=version, number=number, defaults=words)[0]


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


def ours(kind: str, group: Group) -> Any:
    """A thing of a kind that a group holds, or that its people know the place of."""
    from tests.factories import commitments, dialogues, issues, meetings, reports, steps

    place = group.place
    makers = {
        "issue": lambda: issues.make_issue(group),
        "cause": lambda: issues.make_cause(issues.make_issue(group)),
        "sentence": lambda: meetings.make_sentence(meetings.make_room(group)),
        "statement": lambda: dialogues.make_statement(dialogues.make_dialogue(group)),
        "demand": lambda: commitments.make_demand(group),
        "clause": lambda: commitments.make_clause(commitments.make_act(place=place)),
        "promise": lambda: commitments.make_promise(place=place),
        "step": lambda: steps.make_step(group),
        "paragraph": lambda: reports.make_paragraph(reports.make_report(group)),
    }
    return makers[kind]()

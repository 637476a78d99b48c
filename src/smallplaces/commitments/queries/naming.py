"""From rows to names: parties and references that several reads share."""

from __future__ import annotations

from typing import Any

from smallplaces.commitments.models import Act, Clause, Demand
from smallplaces.commitments.queries.shown import Party, Ref
from smallplaces.core.words import direction
from smallplaces.groups.models import Group
from smallplaces.issues.models import Issue
from smallplaces.places.models import Place, PublicBody


def party(body: PublicBody | None, group: Group | None) -> Party:
    """A body by its own name, or a group of ours."""
    if body is not None:
        return Party(kind="publicbody", id=body.pk, name=body.name, lang=body.lang, dir=body.dir)
    if group is None:
        raise ValueError("nobody")
    return Party(kind="group", id=group.pk, name=group.name, lang=group.lang, dir=group.dir, ours=True, slug=group.slug)


def place_facts(place: Place, group: Group | None) -> dict[str, Any]:
    """What every line says of its place and its group."""
    return {
        "place_slug": place.slug,
        "place_name": place.name,
        "fictional": place.fictional,
        "group_name": group.name if group else "",
        "group_slug": group.slug if group else "",
    }


def act_ref(act: Act) -> Ref:
    """A text by its title, with its own kind and number."""
    label = f"{act.get_kind_display()} {act.number}".strip()
    return Ref(
        kind="act",
        id=act.pk,
        text=act.title,
        lang=act.lang,
        dir=direction(act.lang),
        label=label[:1].upper() + label[1:],
    )


def clause_ref(clause: Clause) -> Ref:
    """A clause by its label, in the language of its version."""
    lang = clause.version.lang
    return Ref(kind="clause", id=clause.pk, text=clause.text, lang=lang, dir=direction(lang), label=clause.label)


def demand_ref(demand: Demand) -> Ref:
    """A demand by its words."""
    return Ref(
        kind="demand", id=demand.pk, text=demand.text, lang=demand.lang, dir=demand.dir, taken_back=not demand.text
    )


def issue_ref(issue: Issue) -> Ref:
    """An issue by its words."""
    return Ref(kind="issue", id=issue.pk, text=issue.text, lang=issue.lang, dir=issue.dir, taken_back=not issue.text)

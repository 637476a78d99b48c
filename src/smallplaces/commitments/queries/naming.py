"""From rows to names: parties and references that several reads share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from smallplaces.commitments.models import Act, Clause, Demand, DemandSentence
from smallplaces.commitments.queries.shown import Party, Ref
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import direction
from smallplaces.groups.models import Group
from smallplaces.issues.queries import issues_by_ids
from smallplaces.meetings.queries import unreadable
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
    return Ref(
        kind="clause",
        id=clause.pk,
        text=clause.text,
        lang=lang,
        dir=direction(lang),
        label=clause.label.rstrip(".:,; "),
    )


def demand_refs(rows: QuerySet[Demand], *, made_in: Mapping[str, str], viewer: Viewer) -> tuple[Ref, ...]:
    """Demands by their words; `made_in` is where each link was made, by the demand's id. At most four queries."""
    demands = list(rows)
    hidden = hidden_words(demands, viewer)
    return tuple(
        Ref(
            kind="demand",
            id=one.pk,
            text="" if one.pk in hidden else one.text,
            lang=one.lang,
            dir=one.dir,
            taken_back=one.pk in hidden or not one.text,
            made_in=made_in.get(one.pk, ""),
            ours=viewer.is_member_of(one.group_id),
        )
        for one in demands
    )


def issue_refs(made_in: Mapping[str, str], *, viewer: Viewer) -> tuple[Ref, ...]:
    """Issues by their words, where the viewer may read them; by id, where each link was made. At most two queries."""
    lines = issues_by_ids(list(made_in), viewer=viewer).values()
    return tuple(
        Ref(
            kind="issue",
            id=one.id,
            text=one.text,
            lang=one.lang,
            dir=one.dir,
            taken_back=one.taken_back,
            made_in=made_in[one.id],
            ours=viewer.is_member_of(one.group_id),
        )
        for one in lines
    )


def hidden_words(demands: Sequence[Demand], viewer: Viewer) -> frozenset[str]:
    """The demands whose words hold a sentence that the viewer may not read today. At most three queries."""
    rows = DemandSentence.objects.filter(demand_id__in=[one.pk for one in demands], verbatim=True)
    held = list(rows.values_list("demand_id", "sentence_id"))
    closed = unreadable((pk for _demand, pk in held), viewer=viewer)
    return frozenset(demand for demand, pk in held if pk in closed)

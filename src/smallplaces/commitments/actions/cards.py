"""Cards: texts that the registry names and whose words are not here yet. Brought in again and again, never deleted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.commitments.actions.acts import change_act
from smallplaces.commitments.enums import KIND_OF_INSTRUMENT, ActKind
from smallplaces.commitments.models import Act
from smallplaces.core import audit, search
from smallplaces.core.dates import columns
from smallplaces.core.enums import Standing
from smallplaces.core.ids import fixed_id
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.places import shipped
from smallplaces.places.actions.settling import accepted_at_once, settle_rows
from smallplaces.places.models import Place
from smallplaces.places.policies import may_load_registry
from smallplaces.places.queries import places_of_registry
from smallplaces.places.shipped import Lists, PlaceRow


@dataclass(frozen=True)
class LoadedCards:
    """How many texts the registry names, and how many of them are new or changed here."""

    cards: int
    changed: int


def load_cards(*, by: Viewer, lists: Lists | None = None) -> LoadedCards:
    """Makes a card of each named text of the registry, all or nothing. Raises NotAllowedError, RefusedError.

    A text of the same number that is here already is the card: it keeps its words and facts, and the registry adds
    nothing. What people put right is never touched.
    """
    require(may_load_registry(by), _("Only a steward can bring the registry in."))
    rows = [row for row in shipped.read(lists).places if row.instrument_title]
    unknown = {row.instrument_kind for row in rows} - set(KIND_OF_INSTRUMENT)
    if unknown:
        raise RefusedError(
            _("places.csv has a kind of text that is not known here: %(kinds)s. Nothing was brought in.")
            % {"kinds": ", ".join(sorted(unknown))}
        )
    places = places_of_registry({row.slug: row.country for row in rows})
    with transaction.atomic():
        wanted = _wanted([row for row in rows if row.slug in places], places)
        settled = settle_rows(Act.objects, wanted, first=accepted_at_once(by), by=by)
        for act in Act.objects.filter(pk__in=settled.touched):
            audit.record("loaded", act, by=by, fields=settled.changed.get(act.pk, {"made"}))
        search.index("act", settled.touched)
    return LoadedCards(len(rows), len(settled.touched))


def _wanted(rows: list[PlaceRow], places: Mapping[str, Place]) -> dict[str, dict[str, Any]]:
    """The cards by their ids, without those whose number another text of the place has."""
    numbered = Act.objects.filter(place__in=places.values(), group__isnull=True).exclude(number="")
    there = {(place, number): pk for pk, place, number in numbered.values_list("pk", "place_id", "number")}
    found = {}
    for row in rows:
        pk, place = fixed_id("act", row.slug), places[row.slug]
        if there.get((place.pk, row.number), pk) == pk:
            found[pk] = {**_facts(row), "code": f"registry:{row.slug}", "place_id": place.pk}
    return found


def _facts(row: PlaceRow) -> dict[str, Any]:
    return {
        "kind": KIND_OF_INSTRUMENT[row.instrument_kind].value,
        "kind_words": row.instrument_kind,
        "title": row.instrument_title,
        "number": row.number,
        "body_words": row.adopting_body,
        "url": row.source if row.source.startswith(("https://", "http://")) else "",
        "source": row.source,
        "lang": "en",
        **columns("on", row.date),
    }


def waiting_card(place: Place, *, kind: str, number: str, title: str) -> Act | None:
    """The card that a text of this number, or of this very title, fills; None where there is none without its text.

    Where a text of this kind and number is here already, that one is it, whatever cards there are.
    """
    rows = Act.objects.filter(place=place, group__isnull=True, standing=Standing.ACCEPTED)
    cards = [one for one in rows.filter(versions__isnull=True) if _is_called(one, number, title)]
    taken = bool(number) and rows.filter(kind=kind, number=number, versions__isnull=False).exists()
    return cards[0] if len(cards) == 1 and not taken else None


def _is_called(card: Act, number: str, title: str) -> bool:
    if number and card.number:
        return card.number.casefold() == number.casefold()
    return bool(title) and " ".join(card.title.split()).casefold() == " ".join(title.split()).casefold()


def fill_card(card: Act, *, kind: str, facts: Mapping[str, Any], source: str, by: Viewer) -> Act:
    """Sets what the bringer of a text says of it otherwise than its card; what is left out changes nothing."""
    told = {name: value for name, value in facts.items() if value}
    if kind not in {ActKind.OTHER, card.kind}:
        told["kind"] = kind
    changes = {name: value for name, value in told.items() if str(value) != str(getattr(card, name) or "")}
    return change_act(card, changes=changes, source=source, by=by) if changes else card

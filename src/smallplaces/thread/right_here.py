"""A right at a place: what it means here, what touches it, what was promised, and what binds the State."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Q

from smallplaces.commitments.queries import (
    demand_lines,
    demands_visible_to,
    promise_lines,
    promises_visible_to,
)
from smallplaces.commitments.queries.shown import DemandLine, PromiseLine
from smallplaces.core.enums import Standing
from smallplaces.core.viewers import Viewer
from smallplaces.norms.linking import linkable, linkables
from smallplaces.norms.queries.meanings import NoteLine, notes_beside
from smallplaces.norms.queries.recommendations import (
    RecommendationLine,
    recommendation_lines,
    recommendations_about,
)
from smallplaces.norms.queries.rights import (
    ProtectedBy,
    ProvisionRef,
    RightLine,
    protected_by,
    right_by_slug,
    right_lines,
    targets_of_right,
)
from smallplaces.norms.queries.standing import NormBond, bonds_for
from smallplaces.places.queries import get_place
from smallplaces.thread.refs import Ref
from smallplaces.thread.rights import issues_touching, place_in_order

MOST = 12


@dataclass(frozen=True, kw_only=True)
class PlaceNamed:
    """The place of a page, as its head names it."""

    id: str
    slug: str
    name: str
    lang: str
    country: str
    country_name: str
    fictional: bool


@dataclass(frozen=True, kw_only=True)
class ProtectedHere:
    """A text that protects the right, with how it stands in the State of the place."""

    text: ProtectedBy
    bond: NormBond


@dataclass(frozen=True, kw_only=True)
class RightHere:
    """One right at one place. `recommended` are some of the recommendations to the State, `recommended_number` all of them."""

    place: PlaceNamed
    right: RightLine
    notes: tuple[NoteLine, ...]
    issues: tuple[Ref, ...]
    demands: tuple[DemandLine, ...]
    promises: tuple[PromiseLine, ...]
    protected_by: tuple[ProtectedHere, ...]
    targets: tuple[ProvisionRef, ...]
    recommended: tuple[RecommendationLine, ...]
    recommended_number: int
    fictional: bool
    kind: str = "right_here"


@dataclass(frozen=True, kw_only=True)
class TouchedRight:
    """A right, and beside how many things of each kind it stands at a place."""

    right: RightLine
    beside: tuple[tuple[str, int], ...]
    number: int


@dataclass(frozen=True, kw_only=True)
class RightsHere:
    """The rights that people of a place pointed to, the others, and how each text stands there."""

    place: PlaceNamed
    touched: tuple[TouchedRight, ...]
    others: tuple[RightLine, ...]
    bonds: tuple[NormBond, ...]
    fictional: bool
    kind: str = "rights_here"


def right_here(place_slug: str, right_slug: str, *, viewer: Viewer) -> RightHere:
    """What a right means, and what came of it, at one place. Raises NotVisibleError."""
    place, right = _place(place_slug, viewer), right_by_slug(right_slug)
    bonds = {one.id: one for one in bonds_for(place.country, viewer, own_name=place.country_name)}
    texts = protected_by(right.id, viewer=viewer)
    demands, promises = (_beside(kind, right.id, place.id) for kind in ("demand", "promise"))
    about = recommendations_about(place.country, [right.slug], viewer=viewer)
    return RightHere(
        place=place,
        right=right,
        notes=notes_beside(right_id=right.id, place_id=place.id, viewer=viewer),
        issues=issues_touching(right.id, place.id, viewer),
        demands=demand_lines(demands_visible_to(viewer).filter(pk__in=demands), viewer=viewer),
        promises=promise_lines(promises_visible_to(viewer).filter(pk__in=promises), viewer=viewer),
        protected_by=tuple(ProtectedHere(text=one, bond=bonds[one.norm_id]) for one in texts if one.norm_id in bonds),
        targets=targets_of_right(right.id),
        recommended=recommendation_lines(about[:MOST]),
        recommended_number=about.count(),
        fictional=place.fictional,
    )


def rights_here(place_slug: str, *, viewer: Viewer) -> RightsHere:
    """Which rights people of a place pointed to. Raises NotVisibleError. Two queries a kind of thing."""
    place = _place(place_slug, viewer)
    counts = rights_at(place.id, viewer)
    lines = right_lines()
    touched = [
        TouchedRight(right=one, beside=tuple(counts[one.id].items()), number=counts[one.id].total())
        for one in lines
        if one.id in counts
    ]
    return RightsHere(
        place=place,
        touched=tuple(sorted(touched, key=lambda one: -one.number)),
        others=tuple(one for one in lines if one.id not in counts),
        bonds=bonds_for(place.country, viewer, own_name=place.country_name),
        fictional=place.fictional,
    )


def rights_at(place_id: str, viewer: Viewer) -> dict[str, Counter[str]]:
    """Beside how many things of each kind each right stands at a place, as far as the viewer sees them."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for one in sorted(linkables(), key=place_in_order):
        if not one.place_path:
            continue
        things = one.visible(viewer).order_by().filter(**{one.place_path: place_id}).values("pk")
        links = one.links.filter(**{f"{one.kind}__in": things}, standing=Standing.ACCEPTED)
        pairs = set(links.exclude(right=None).values_list("right_id", f"{one.kind}_id"))
        protected = links.exclude(provision=None).values_list("provision__rights__right_id", f"{one.kind}_id")
        for right_id, _thing in pairs | {pair for pair in protected if pair[0]}:
            found[right_id][one.kind] += 1
    return found


def _beside(kind: str, right_id: str, place_id: str) -> list[str]:
    """The things of a kind at a place beside which a right stands, or an article that protects it."""
    one = linkable(kind)
    if one is None:
        return []
    to = Q(right_id=right_id) | Q(provision__rights__right_id=right_id)
    here = {f"{kind}__{one.place_path}": place_id}
    return list(one.links.filter(to, standing=Standing.ACCEPTED, **here).values_list(f"{kind}_id", flat=True))


def _place(slug: str, viewer: Viewer) -> PlaceNamed:
    row = get_place(slug, viewer=viewer)
    return PlaceNamed(
        id=row.pk,
        slug=row.slug,
        name=row.name,
        lang=row.lang,
        country=row.country,
        country_name=row.country_name,
        fictional=row.fictional,
    )

"""Reads about recommendations. They are common: everybody reads all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.translation import get_language

from smallplaces.core.enums import Standing
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.norms.enums import LabelRelation, LinkReason, RecommendationAnswer
from smallplaces.norms.models import Provision, Recommendation, RecommendationRight, Right
from smallplaces.norms.queries.standing import state_called
from smallplaces.places.countries import FICTION, country_called

A_PAGE = 50


@dataclass(frozen=True, kw_only=True)
class RightName:
    """A right beside a recommendation; `waits` for a person who says that it is so."""

    slug: str
    name: str
    waits: bool


@dataclass(frozen=True, kw_only=True)
class TargetLine:
    """An SDG target that helps to read a right: no right itself."""

    number: str
    heading: str


@dataclass(frozen=True, kw_only=True)
class RecommendationLine:
    """One recommendation in a list, with the rights that it is about."""

    kind: str = "recommendation"
    id: str
    text: str
    lang: str
    dir: str
    state: str
    state_name: str
    by_name: str
    session: str
    answer: str
    answer_words: str
    labels: tuple[str, ...]
    rights: tuple[RightName, ...]
    source: str


@dataclass(frozen=True, kw_only=True)
class StateLine:
    """A State to which recommendations were made, with how many."""

    kind: str = "state"
    state: str
    name: str
    number: int
    supported: int


@dataclass(frozen=True, kw_only=True)
class StatePage:
    """The recommendations to one State, a page of them. `waiting` links wait; `same` of them say what our right says."""

    kind: str = "recommendations"
    state: str
    name: str
    number: int
    found: int
    number_of_page: int
    pages: int
    lines: tuple[RecommendationLine, ...]
    rights: tuple[tuple[str, str], ...]
    sessions: tuple[str, ...]
    waiting: int
    same: int
    fictional: bool


@dataclass(frozen=True, kw_only=True)
class Sought:
    """What a reader looks for among the recommendations to a State. Empty asks for everything."""

    right: str = ""
    session: str = ""
    answer: str = ""
    number_of_page: int = 1


def recommendations_visible_to(viewer: Viewer) -> QuerySet[Recommendation]:  # noqa: ARG001  (all of them are common)
    """Every recommendation, in the order of sessions."""
    return Recommendation.objects.order_by("-session", "by_name", "id")


def get_recommendation(pk: str, *, viewer: Viewer) -> Recommendation:
    """One recommendation. Raises NotVisibleError."""
    row = recommendations_visible_to(viewer).filter(pk=pk).first()
    if row is None:
        raise NotVisibleError(pk)
    return row


def recommendation_lines(rows: Iterable[Recommendation]) -> tuple[RecommendationLine, ...]:
    """Recommendations with the rights beside them, accepted ones first. One query beside the rows' own."""
    found = list(rows)
    beside: dict[str, list[RightName]] = defaultdict(list)
    links = RecommendationRight.objects.filter(recommendation__in=found, right__isnull=False)
    links = links.exclude(standing=Standing.REFUSED).select_related("right").order_by("right__position")
    for link in sorted(links, key=lambda one: one.standing != Standing.ACCEPTED):
        if link.right is not None:
            name = RightName(slug=link.right.slug, name=link.right.name, waits=link.standing != Standing.ACCEPTED)
            beside[link.recommendation_id].append(name)
    return tuple(_line(one, tuple(beside[one.pk])) for one in found)


def _line(row: Recommendation, rights: tuple[RightName, ...]) -> RecommendationLine:
    return RecommendationLine(
        id=row.pk,
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        state=row.state,
        state_name=state_name(row.state),
        by_name=row.by_name,
        session=row.session,
        answer=row.answer,
        answer_words=str(RecommendationAnswer(row.answer).label),
        labels=tuple(row.labels),
        rights=rights,
        source=row.source,
    )


def state_name(state: str) -> str:
    """A State in the reader's language, as it stands within a sentence."""
    return state_called(state, _own_name(state))


def _own_name(state: str) -> str:
    """The made-up State's own name: no list of countries has it."""
    return "Corrow" if state == FICTION else ""


def states_recommended() -> tuple[StateLine, ...]:
    """Every State to which recommendations are here, by name. One query."""
    supported = Count("pk", filter=Q(answer=RecommendationAnswer.SUPPORTED))
    rows = Recommendation.objects.order_by().values("state").annotate(number=Count("pk"), supported=supported)
    lang = get_language() or "en"
    lines = [StateLine(name=country_called(row["state"], lang, _own_name(row["state"])), **row) for row in rows]
    return tuple(sorted(lines, key=lambda one: one.name))


def recommendations_to(state: str, sought: Sought, *, viewer: Viewer) -> StatePage:
    """The recommendations to a State, those that are sought, a page of fifty. Raises NotVisibleError where none is here."""
    everything = recommendations_visible_to(viewer).filter(state=state)
    number = everything.count()
    if not number:
        raise NotVisibleError(state)
    rows = _sought(everything, sought)
    found = rows.count()
    pages = max(1, -(-found // A_PAGE))
    at = min(max(1, sought.number_of_page), pages)
    waiting, same = _waiting(state)
    return StatePage(
        state=state,
        name=state_name(state),
        number=number,
        found=found,
        number_of_page=at,
        pages=pages,
        lines=recommendation_lines(rows[(at - 1) * A_PAGE : at * A_PAGE]),
        rights=_rights_of(state),
        sessions=tuple(everything.order_by("session").values_list("session", flat=True).distinct()),
        waiting=waiting,
        same=same,
        fictional=state == FICTION,
    )


def _sought(rows: QuerySet[Recommendation], sought: Sought) -> QuerySet[Recommendation]:
    if sought.right:
        beside = RecommendationRight.objects.filter(right__slug=sought.right).exclude(standing=Standing.REFUSED)
        rows = rows.filter(pk__in=beside.values("recommendation_id"))
    if sought.session:
        rows = rows.filter(session=sought.session)
    return rows.filter(answer=sought.answer) if sought.answer else rows


def _rights_of(state: str) -> tuple[tuple[str, str], ...]:
    beside = RecommendationRight.objects.filter(recommendation__state=state).exclude(standing=Standing.REFUSED)
    rows = Right.objects.filter(pk__in=beside.values("right_id")).order_by("position")
    return tuple(rows.values_list("slug", "name"))


def _waiting(state: str) -> tuple[int, int]:
    rows = RecommendationRight.objects.filter(recommendation__state=state, standing=Standing.PROPOSED)
    same = Count("pk", filter=Q(relation=LabelRelation.SAME, because=LinkReason.LABEL))
    found = rows.aggregate(waiting=Count("pk"), same=same)
    return found["waiting"], found["same"]


def targets_of(slugs: Sequence[str]) -> tuple[TargetLine, ...]:
    """The SDG targets that help to read these rights. One query."""
    rows = Provision.objects.filter(helps_rights__right__slug__in=slugs).distinct().order_by("position")
    return tuple(TargetLine(number=one.number, heading=one.heading) for one in rows)


def recommendations_about(state: str, right_slugs: Sequence[str], *, viewer: Viewer) -> QuerySet[Recommendation]:
    """The recommendations to a State that a person tied to one of these rights."""
    beside = RecommendationRight.objects.filter(standing=Standing.ACCEPTED, right__slug__in=right_slugs)
    return recommendations_visible_to(viewer).filter(state=state, pk__in=beside.values("recommendation_id"))


def numbers_by_right(state: str) -> dict[str, int]:
    """How many recommendations to a State people tied to each right. One query."""
    rows = RecommendationRight.objects.filter(standing=Standing.ACCEPTED, recommendation__state=state)
    counted = rows.filter(right__isnull=False).order_by().values_list("right__slug").annotate(number=Count("pk"))
    return dict(counted)


def rights_waiting(state: str) -> frozenset[str]:
    """The rights that only the source's labels tie to recommendations to a State; nobody has said yes or no. One query."""
    rows = RecommendationRight.objects.filter(standing=Standing.PROPOSED, recommendation__state=state)
    return frozenset(rows.filter(right__isnull=False).values_list("right__slug", flat=True))


def any_recommendation(state: str) -> bool:
    """Whether anything was recommended to a State, for a page that leads there. One query."""
    return Recommendation.objects.filter(state=state).exists()

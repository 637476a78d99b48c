"""Reads about texts that commit: in lines, and whole with their clauses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet

from smallplaces.commitments.enums import BINDING_KINDS, ActKind
from smallplaces.commitments.models import Act, ActVersion, Borrowing
from smallplaces.commitments.queries.faces import rooms_of_acts
from smallplaces.commitments.queries.followed import days_after, history_of
from smallplaces.commitments.queries.naming import act_ref, clause_ref, demand_refs, party, place_facts
from smallplaces.commitments.queries.promises import promise_lines
from smallplaces.commitments.queries.reach import acts_visible_to, demands_visible_to, get_act, promises_visible_to
from smallplaces.commitments.queries.shown import ActLine, PromiseLine, Ref
from smallplaces.commitments.queries.shown_pages import ActPage, BorrowingLine, ClauseLine, PlaceActs, VersionLine
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import direction
from smallplaces.meetings.queries import face_of
from smallplaces.places.models import Place


def act_lines(rows: QuerySet[Act], *, viewer: Viewer) -> tuple[ActLine, ...]:
    """Texts in the order of `rows`. Two queries, however many rows."""
    texts = ActVersion.objects.filter(act=OuterRef("pk"))
    acts = list(rows.select_related("place", "body", "group").annotate(has_text=Exists(texts)))
    counts = _promise_counts([one.pk for one in acts], viewer)
    return tuple(ActLine(**_facts(one, counts), has_text=one.has_text) for one in acts)


def acts_of_place(place: Place, *, viewer: Viewer) -> PlaceActs:
    """The texts of a place, newest first; those without a day last."""
    rows = acts_visible_to(viewer).filter(place=place).order_by("-on_earliest", "title", "id")
    lines = act_lines(rows, viewer=viewer)
    dated = sorted(lines, key=lambda one: one.on is None)
    return PlaceActs(place_slug=place.slug, place_name=place.name, fictional=place.fictional, acts=tuple(dated))


def acts_of_issues(issue_ids: Sequence[str], *, viewer: Viewer) -> dict[str, tuple[ActLine, ...]]:
    """For each issue the texts that answered one of its demands, promises or none."""
    demands = demands_visible_to(viewer).filter(issue_id__in=issue_ids)
    promises = promises_visible_to(viewer)
    direct = acts_visible_to(viewer).filter(answers_to__demand__in=demands)
    through = acts_visible_to(viewer).filter(promises__in=promises, promises__answers_to__demand__in=demands)
    bearing = acts_visible_to(viewer).filter(promises__in=promises, promises__bears_on__issue_id__in=issue_ids)
    pairs = set(direct.values_list("id", "answers_to__demand__issue_id"))
    pairs |= set(through.values_list("id", "promises__answers_to__demand__issue_id"))
    pairs |= set(bearing.values_list("id", "promises__bears_on__issue_id"))
    rows = Act.objects.filter(pk__in={act_id for act_id, _issue in pairs}).order_by("on_earliest", "id")
    lines = act_lines(rows, viewer=viewer)
    return {pk: tuple(one for one in lines if (one.id, pk) in pairs) for pk in issue_ids}


def act_page(act_id: str, *, viewer: Viewer, version_id: str = "") -> ActPage:
    """One text whole, in its latest version or the one asked for."""
    from smallplaces.commitments.queries.demands import signers_of  # noqa: PLC0415  (demands list their texts)

    act = get_act(act_id, viewer=viewer)
    versions = list(act.versions.order_by("position"))
    shown = next((one for one in versions if one.pk == version_id), versions[-1] if versions else None)
    promises = promise_lines(
        promises_visible_to(viewer).filter(act=act).order_by("due_latest", "proposed_on", "id"), viewer=viewer
    )
    taken_up = _taken_up(act, viewer)
    return ActPage(
        **_facts(act, {act.pk: len(promises)}),
        has_text=bool(versions),
        web_address=act.url,
        numbers_in_words=act.numbers_in_words,
        versions=tuple(_version(one) for one in versions),
        shown=_version(shown) if shown else None,
        text_lang=shown.lang if shown else act.lang,
        text_dir=shown.dir if shown else act.dir,
        clauses=_clauses(shown, promises, taken_up) if shown else (),
        promises=promises,
        signers=signers_of(act, viewer=viewer),
        taken_from=_taken_from(act, viewer),
        taken_up=taken_up,
        demands=_demands_of(act, viewer),
        followed=days_after(act, viewer=viewer),
        told=history_of(act, viewer=viewer),
        read_back=face_of(rooms_of_acts([act.pk]).get(act.pk, ()) if act.group_id else (), viewer=viewer),
    )


def _demands_of(act: Act, viewer: Viewer) -> tuple[Ref, ...]:
    made_in = dict(act.answers_to.values_list("demand_id", "made_in"))
    rows = demands_visible_to(viewer).filter(pk__in=made_in).order_by("made_on", "id")
    return demand_refs(rows, made_in=made_in, viewer=viewer)


def _facts(act: Act, counts: dict[str, int]) -> dict[str, Any]:
    return {
        **place_facts(act.place, act.group),
        "kind": "act",
        "id": act.pk,
        "lang": act.lang,
        "dir": direction(act.lang),
        "own_kind": act.kind,
        "own_kind_words": _own_kind(act),
        "title": act.title,
        "number": act.number,
        "on": act.on_date,
        "body": party(act.body, None) if act.body else None,
        "body_words": act.body_words,
        "status": act.status,
        "status_words": act.get_status_display() if act.status else "",
        "vote": act.vote,
        "lesson": act.lesson,
        "source": act.source,
        "standing": act.standing,
        "visibility": act.visibility,
        "promise_count": counts.get(act.pk, 0),
    }


def _own_kind(act: Act) -> str:
    """What it is: the word of its kind, or its source's own where no kind of ours fits."""
    return act.kind_words if act.kind == ActKind.OTHER and act.kind_words else str(act.get_kind_display())


def _promise_counts(ids: Sequence[str], viewer: Viewer) -> dict[str, int]:
    rows = promises_visible_to(viewer).filter(act_id__in=ids).values_list("act_id")
    return dict(rows.annotate(Count("id")))


def _version(version: ActVersion) -> VersionLine:
    words = version.get_stage_display() if version.stage else ""
    return VersionLine(id=version.pk, stage_words=words, on=version.on_date, position=version.position)


def _clauses(
    version: ActVersion, promises: Sequence[PromiseLine], taken_up: Sequence[BorrowingLine]
) -> tuple[ClauseLine, ...]:
    promised: dict[str, list[PromiseLine]] = defaultdict(list)
    for promise in promises:
        if promise.clause:
            promised[promise.clause.id].append(promise)
    taken: dict[str, list[BorrowingLine]] = defaultdict(list)
    for one in taken_up:
        taken[one.clause.id].append(one)
    return tuple(
        ClauseLine(
            id=row.pk,
            own_kind=row.kind,
            own_kind_words=row.get_kind_display(),
            label=row.label,
            level=row.level,
            text=row.text,
            binds=row.kind in BINDING_KINDS,
            promises=tuple(promised[row.pk]),
            taken_up=tuple(taken[row.pk]),
        )
        for row in version.clauses.order_by("position")
        if row.text
    )


def _taken_from(act: Act, viewer: Viewer) -> tuple[BorrowingLine, ...]:
    rows = Borrowing.objects.filter(act=act, clause__version__act__in=acts_visible_to(viewer))
    return tuple(_borrowing(row, row.clause.version.act) for row in _with_names(rows))


def _taken_up(act: Act, viewer: Viewer) -> tuple[BorrowingLine, ...]:
    rows = Borrowing.objects.filter(clause__version__act=act, act__in=acts_visible_to(viewer))
    return tuple(_borrowing(row, row.act) for row in _with_names(rows))


def _with_names(rows: QuerySet[Borrowing]) -> QuerySet[Borrowing]:
    return rows.select_related("act__place", "clause__version__act__place").order_by("told_on", "id")


def _borrowing(row: Borrowing, other: Act) -> BorrowingLine:
    """`other` is the text at the far end."""
    return BorrowingLine(
        id=row.pk,
        act=act_ref(other),
        place_name=other.place.name,
        clause=clause_ref(row.clause),
        clause_text=row.clause.text,
        changed=row.changed,
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        told_on=row.told_on,
    )

"""The nine bands of an issue, gathered from every room for one viewer. The number of queries does not grow with the rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from smallplaces.commitments.queries import (
    ActLine,
    DemandLine,
    PromiseLine,
    act_lines,
    acts_visible_to,
    demand_lines,
    demands_visible_to,
    promise_lines,
    promises_visible_to,
    sentences_of_demands,
)
from smallplaces.commitments.queries.beside import answers_beside, followups_beside, signers_beside, taken_up_from
from smallplaces.commitments.queries.ties import acts_made_in, promises_made_in, tied
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import groups_visible_to
from smallplaces.issues.lines import IssueCore
from smallplaces.issues.queries import duties_of, gains_of, get_issue, issue_for, links_of, statements_under, tree_of
from smallplaces.meetings.queries import SentenceLine, readbacks_of_rooms, sentences_by_ids
from smallplaces.reports.composition import heard_by
from smallplaces.reports.tellings import tellings
from smallplaces.steps.queries import steps_for
from smallplaces.thread import naming
from smallplaces.thread.beside import with_rights
from smallplaces.thread.lines import (
    Around,
    Ask,
    Asked,
    CameOf,
    Do,
    GroupHere,
    Happened,
    IssuePage,
    Promised,
    PromisedIn,
    Say,
    Signed,
    Stand,
    Told,
    Want,
    Why,
)
from smallplaces.thread.states import state_line

# Texts by which something is done, not only promised.
DOING = frozenset({"practice", "institution"})


def issue_page(issue_id: str, *, viewer: Viewer, today: dt.date) -> IssuePage:
    """One issue with its nine bands as they stand on a day. Raises NotVisibleError."""
    row = get_issue(issue_id, viewer=viewer)
    issue = issue_for(row, viewer=viewer)
    around = _around(issue.id, viewer)
    statements, stated_in = statements_under(issue.id, viewer=viewer)
    ask, made_from = _ask(around, issue, viewer)
    said = [one for one in made_from.values() if one.id in {*issue.sentence_ids, issue.from_sentence_id}]
    rest = [one for one in said if one.id != issue.from_sentence_id or issue.taken_back]
    page = IssuePage(
        id=issue.id,
        text=issue.text,
        taken_back=issue.taken_back,
        place_slug=issue.place_slug,
        fictional=issue.fictional,
        issue=issue,
        group=group_here(issue.group_id, viewer),
        title_said=next((one for one in said if one.id == issue.from_sentence_id and not one.taken_back), None),
        state=state_line(around.demands, around.promises),
        stays_open=_stays_open(issue, around, today),
        say=Say(
            sentences=tuple(one for one in rest if one.tells != "what_we_want"),
            statements=statements,
            stated_in=stated_in,
        ),
        why=_why(row, viewer),
        want=Want(sentences=tuple(one for one in rest if one.tells == "what_we_want")),
        stand=_stand(issue, around, viewer),
        do=Do(steps=around.steps, acts=tuple(one for one in around.acts if one.own_kind in DOING and not one.failed)),
        ask=ask,
        promised=_promised(around),
        happened=_happened(around, viewer),
        told=_told(around, said, viewer),
    )
    return with_rights(page, viewer=viewer)


def group_here(group_id: str, viewer: Viewer) -> GroupHere | None:
    """The group that holds a record, as far as it exists for the viewer. One query."""
    row = groups_visible_to(viewer).filter(pk=group_id).first()
    if row is None:
        return None
    return GroupHere(
        id=row.pk,
        slug=row.slug,
        name=row.name,
        lang=row.lang,
        dir=row.dir,
        about=row.about,
        contact=row.contact,
        ours=viewer.is_member_of(row.pk),
        closed=row.state == "closed",
    )


def _around(issue_id: str, viewer: Viewer) -> Around:
    """Demands, promises, texts and steps of an issue: by the demand, directly, or by the promise."""
    demand_rows = demands_visible_to(viewer).filter(issue_id=issue_id).order_by("made_on", "id")
    demands = demand_lines(demand_rows, viewer=viewer)
    ids = [one.id for one in demands]
    bears = Q(bears_on__issue_id=issue_id) | Q(answers_to__demand_id__in=ids)
    promise_rows = promises_visible_to(viewer).filter(pk__in=promises_visible_to(viewer).filter(bears).values("pk"))
    promises = promise_lines(promise_rows.order_by("due_latest", "proposed_on", "id"), viewer=viewer)
    promises = tied(promises, promises_made_in(ids, issue_id=issue_id) if promises else {})
    of = {one.act.id for one in promises if one.act}
    answering = acts_visible_to(viewer).filter(answers_to__demand_id__in=ids).values("pk")
    act_rows = acts_visible_to(viewer).filter(Q(pk__in=of) | Q(pk__in=answering)).order_by("on_earliest", "id")
    steps = steps_for(issue_ids=[issue_id], demand_ids=ids, promise_ids=[one.id for one in promises], viewer=viewer)
    acts = act_lines(act_rows, viewer=viewer)
    acts = tied(acts, acts_made_in(ids) if acts else {})
    return Around(demands=demands, promises=promises, acts=acts, steps=tuple(steps))


def _why(issue: Any, viewer: Viewer) -> Why:
    return Why(
        causes=tree_of(issue, viewer=viewer),
        gains=tuple(gains_of(issue, viewer=viewer)),
        duties=tuple(duties_of(issue, viewer=viewer)),
        links=tuple(links_of(issue, viewer=viewer)),
    )


def _stand(issue: IssueCore, around: Around, viewer: Viewer) -> Stand:
    ours = [one.id for one in around.acts if one.group_name]
    names = signers_beside(demand_ids=[one.id for one in around.demands], act_ids=ours, viewer=viewer)
    under: list[DemandLine | ActLine] = [*around.demands, *around.acts]
    return Stand(
        signed=tuple(Signed(under=one, signers=names[one.id]) for one in under if one.id in names),
        disagreement=issue.disagreement,
    )


def _ask(around: Around, issue: IssueCore, viewer: Viewer) -> tuple[Ask, dict[str, SentenceLine]]:
    """The demands with what they were made from; and every sentence of the page by its id, fetched at once."""
    ids = [one.id for one in around.demands]
    sources = sentences_of_demands(ids, viewer=viewer)
    wanted = [issue.from_sentence_id, *issue.sentence_ids, *(one for these in sources.values() for one in these)]
    lines = {one.id: one for one in sentences_by_ids([one for one in wanted if one], viewer=viewer)}
    answers = answers_beside(ids, viewer=viewer) if any(one.answer_count for one in around.demands) else {}
    asked = tuple(
        Asked(
            demand=one,
            made_from=tuple(naming.sentence(lines[pk]) for pk in sources[one.id] if pk in lines),
            answers=answers.get(one.id, ()),
        )
        for one in around.demands
    )
    return Ask(demands=asked), lines


def _promised(around: Around) -> Promised:
    texts = [
        PromisedIn(act=act, promises=_of_act(act, around.promises))
        for act in around.acts
        if not act.failed and act.own_kind not in DOING
    ]
    told = {one.id for text in texts for one in text.promises}
    aloud = tuple(one for one in around.promises if one.id not in told)
    return Promised(texts=(*texts, *([PromisedIn(act=None, promises=aloud)] if aloud else [])))


def _of_act(act: ActLine, promises: Sequence[PromiseLine]) -> tuple[PromiseLine, ...]:
    return tuple(one for one in promises if one.act and one.act.id == act.id)


def _happened(around: Around, viewer: Viewer) -> Happened:
    next_things = followups_beside([one.id for one in around.promises], viewer=viewer)
    came = [CameOf(promise=one, followups=next_things.get(one.id, ())) for one in around.promises]
    return Happened(
        promises=tuple(one for one in came if one.promise.has_word or one.promise.silent or one.followups),
        failed=tuple(one for one in around.acts if one.failed),
    )


def _told(around: Around, said: Sequence[SentenceLine], viewer: Viewer) -> Told:
    rooms = list(dict.fromkeys(one.room_id for one in said if not one.taken_back))
    back = readbacks_of_rooms(rooms, viewer=viewer)
    unheard = [one for one in rooms if one not in back]
    act_ids = [one.id for one in around.acts]
    cited = {
        "sentence": [one.id for one in said],
        "promise": [one.id for one in around.promises],
        "step": [one.id for one in around.steps],
        "clause__version__act": act_ids,
    }
    return Told(
        readbacks=tuple(one for room in rooms for one in back.get(room, ())),
        # Outside the room a read-back can be private; that it happened is no secret.
        not_yet=heard_by(unheard).not_yet if unheard else (),
        reports=tellings(cited, viewer=viewer),
        taken_up=taken_up_from(act_ids, viewer=viewer),
        learned=tuple(one for one in around.acts if one.lesson and not one.failed),
    )


def _stays_open(issue: IssueCore, around: Around, today: dt.date) -> ActLine | None:
    """The text of a body that was adopted while the issue stays open: a text closes nothing."""
    passed = [one for one in around.acts if one.body and one.mark == "done" and _has_come(one, today)]
    return passed[-1] if passed and issue.state == "open" else None


def _has_come(act: ActLine, today: dt.date) -> bool:
    return act.on is None or act.on.earliest <= today

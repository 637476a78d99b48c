"""Recommendations to States come in from files of the Universal Periodic Review, each of them once."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit, search
from smallplaces.core.clock import today
from smallplaces.core.database.bulk import insert_rows
from smallplaces.core.enums import MadeIn, Standing
from smallplaces.core.ids import fixed_id, new_id
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.norms.enums import LabelRelation, LinkReason, Mechanism
from smallplaces.norms.models import Recommendation, RecommendationRight, Right
from smallplaces.norms.policies import may_load_catalogue
from smallplaces.places.states import state_code

PARTS = 500
DESK = MadeIn.DESK.value
# The columns of a recommendation and of a suggested right, in the order in which they are written.
ROW = (
    *(
        "id",
        "reference",
        "state",
        "by_state",
        "by_name",
        "session",
        "text",
        "answer",
        "answer_words",
        "action",
        "labels",
    ),
    *("mechanism", "lang", "source", "added_on"),
)
LINK = ("id", "recommendation", "right", "relation", "standing", "because", "made_in", "made_on", "settled_by_id")


@dataclass(frozen=True)
class Given:
    """One recommendation as a file has it; `line` is where it stands there."""

    line: int
    reference: str
    to: str
    by: str
    session: str
    text: str
    answer: str
    answer_words: str
    action: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Brought:
    """What a file came to: new ones, those that were there already, and one sentence for each that was refused."""

    made: int
    there: int
    refused: tuple[str, ...]
    suggestions: int
    states: int


@cache
def labels() -> dict[str, tuple[tuple[str, str], ...]]:
    """The themes of UPR Info, by our rights: (slug, relation). A theme without any is here with none."""
    text = (resources.files("smallplaces.norms") / "catalogue" / "upr_info_labels.csv").read_text("utf-8")
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in csv.DictReader(text.splitlines()):
        pair = ((row["right"], row["relation"]),) if row["right"] else ()
        found[row["label"]] = (*found.get(row["label"], ()), *pair)
    return found


def import_recommendations(given: Sequence[Given], *, source: str, state: str = "", by: Viewer) -> Brought:
    """Brings in recommendations, to one State (two letters) or to all; the same one twice comes in once. Raises RefusedError.

    One whose State or label is not known is refused, by its line, and the others come in. A theme of the source becomes
    a suggested right, for a person to accept.
    """
    require(may_load_catalogue(by), _("Only a steward can bring recommendations in."))
    if not source.strip():
        raise RefusedError(_("Say where these recommendations are from."), field="source")
    known, refused = _known(given, state)
    if state and not known:
        raise RefusedError(_("No recommendation to %(state)s stands in this file.") % {"state": state}, field="state")
    with transaction.atomic():
        there = _there([one.reference for _code, _by, one in known])
        fresh = {one.reference: (code, by_code, one) for code, by_code, one in known if one.reference not in there}
        same = [Mechanism.UPR.value, "en", source.strip(), today()]
        rows = [[*_row(*its), *same] for its in fresh.values()]
        insert_rows(Recommendation, ROW, rows)
        suggestions = _suggest((row[0], its[2]) for row, its in zip(rows, fresh.values(), strict=True))
        if rows:
            audit.record("loaded", Recommendation.objects.get(pk=rows[0][0]), by=by, fields=["recommendations"])
            search.index("recommendation", [row[0] for row in rows])
    states = {code for code, _by, _one in fresh.values()}
    return Brought(len(rows), len(known) - len(rows), tuple(refused), suggestions, len(states))


def _known(given: Sequence[Given], state: str) -> tuple[list[tuple[str, str, Given]], list[str]]:
    """Those to the State that is asked for, with the codes of both States, and a sentence for each that cannot come in."""
    known, refused = [], []
    for one in given:
        code, by_code = state_code(one.to), state_code(one.by)
        if state and code and code != state:
            continue
        strange = [label for label in one.labels if label not in labels()]
        if not code or by_code is None:
            name = one.by if code else one.to
            refused.append(_("Line %(line)s: no State of this name is known: %(name)s.") % _where(one, name))
        elif strange:
            refused.append(_("Line %(line)s: this theme is not known: %(name)s.") % _where(one, strange[0]))
        else:
            known.append((code, by_code, one))
    return known, refused


def _where(one: Given, name: str) -> dict[str, object]:
    return {"line": one.line, "name": name[:80]}


def _there(references: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(references), PARTS):
        part = Recommendation.objects.filter(reference__in=references[start : start + PARTS])
        found.update(part.values_list("reference", flat=True))
    return found


def _row(code: str, by_code: str, one: Given) -> list[Any]:
    """The columns of `ROW` that differ from one recommendation to the next."""
    told = [one.session, one.text, one.answer, one.answer_words, one.action, json.dumps(one.labels)]
    return [fixed_id("recommendation", one.reference), one.reference, code, by_code, one.by, *told]


def _suggest(rows: Iterable[tuple[str, Given]]) -> int:
    """A suggestion for each right that a theme names, once a recommendation; the closest relation counts."""
    rights = dict(Right.objects.values_list("slug", "pk"))
    order, day = list(LabelRelation.values), today()
    links = []
    for pk, one in rows:
        its: dict[str, str] = {}
        for slug, relation in (pair for label in one.labels for pair in labels()[label] if pair[0] in rights):
            its[slug] = min(its.get(slug, relation), relation, key=order.index)
        links += [
            (new_id(), pk, rights[slug], relation, Standing.PROPOSED.value, LinkReason.LABEL.value, DESK, day, "")
            for slug, relation in its.items()
        ]
    insert_rows(RecommendationRight, LINK, links)
    return len(links)


def add_recommendation(
    state: str, *, text: str, by_name: str, source: str, session: str = "", answer: str = "", by: Viewer
) -> Recommendation:
    """One recommendation, written down by hand; written down twice it is here once. Raises RefusedError."""
    require(may_load_catalogue(by), _("Only a steward can bring recommendations in."))
    if not text.strip() or not source.strip():
        raise RefusedError(_("Write what was recommended, and where that stands."), field="text")
    told = "\x1f".join(" ".join(words.split()) for words in (state, by_name, session, text))
    reference = hashlib.sha256(told.encode()).hexdigest()
    values = {"state": state, "by_name": by_name, "session": session, "text": text.strip(), "answer": answer}
    with transaction.atomic():
        row, is_new = Recommendation.objects.get_or_create(
            reference=reference,
            defaults=values
            | {"id": fixed_id("recommendation", reference), "source": source.strip(), "added_on": today()},
        )
        if is_new:
            audit.record("added", row, by=by)
            search.index("recommendation", [row.pk])
    return row


def accept_same(*, state: str, session: str = "", by: Viewer) -> int:
    """Accepts each waiting link whose label says the same as the right, for one State; the act of one person. Raises RefusedError."""
    require(may_load_catalogue(by), _("Only a steward can accept what the labels say."))
    with transaction.atomic():
        rows = RecommendationRight.objects.filter(
            standing=Standing.PROPOSED, because=LinkReason.LABEL, relation=LabelRelation.SAME
        ).filter(recommendation__state=state)
        if session:
            rows = rows.filter(recommendation__session=session)
        first = rows.order_by("pk").first()
        if first is None:
            return 0
        number = rows.update(standing=Standing.ACCEPTED, settled_by_id=by.account_id, settled_on=today())
        audit.record("accepted", first, by=by, fields=["standing"])
    return number

"""The nine bands as the templates take them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from smallplaces.commitments.queries import ActLine, BorrowingLine, PromiseLine
from smallplaces.issues.lines import GainLine
from smallplaces.meetings.queries import SentenceLine
from smallplaces.thread.lines import Asked, CameOf, IssuePage, PromisedIn, Say, Signed, Want
from smallplaces.thread.refs import Ref, day
from smallplaces.thread.states import in_words
from smallplaces.web.promising import (
    act_shown,
    by_when,
    demand_shown,
    promise_shown,
    source,
    their_voice,
    voice,
    who_owes,
)
from smallplaces.web.quoting import quoted
from smallplaces.web.stating import stated
from smallplaces.web.step_lines import shown_steps

# The rest of a long list waits behind one line.
FIRST = 8


def shown(page: IssuePage) -> dict[str, Any]:
    """What the template is given beside the page itself."""
    return {
        "names": names(),
        "missing": ", ".join(str(names()[one]).lower() for one in page.missing),
        "title_said": quoted(page.title_said) if page.title_said else None,
        "say": _said(page.say, page.issue.gathered_in),
        "stated": [stated(one, made_in=page.say.stated_in[one.id]) for one in page.say.statements],
        "want": _said(page.want, page.issue.gathered_in),
        "rooms": _rooms((*([page.title_said] if page.title_said else []), *page.say.sentences, *page.want.sentences)),
        "gains": [_gain(one) for one in page.why.gains],
        "signed": [_signed(one) for one in page.stand.signed],
        "steps": shown_steps(page.do.steps),
        "doing": [act_shown(one) for one in page.do.acts],
        "asked": [_asked(one) for one in page.ask.demands],
        "asked_from": _once(one for asked in page.ask.demands for one in asked.made_from),
        "promised": [_promised(one) for one in page.promised.texts],
        "sources": _sources(page.promised.texts),
        "came": [_came(one) for one in page.happened.promises],
        "failed": [act_shown(one) for one in page.happened.failed],
        "reports": [_report(one) for one in page.told.reports],
        "taken_up": [borrowed(one) for one in page.told.taken_up],
        "learned": [act_shown(one) for one in page.told.learned],
    }


def names() -> dict[str, str]:
    """What the nine bands are called."""
    return {
        "say": _("People say"),
        "why": _("Why, and who gains"),
        "want": _("What we want instead"),
        "stand": _("Who stands with us"),
        "do": _("What we do"),
        "ask": _("What we ask"),
        "promised": _("What was promised"),
        "happened": _("What happened"),
        "told": _("What we learned and told"),
    }


def borrowed(line: BorrowingLine) -> dict[str, Any]:
    """What another place took up, and what came of it."""
    return {
        "place": line.place_name,
        "act": line.act,
        "of": _far_text(line),
        "label": line.clause.label.rstrip("."),
        "clause_text": line.clause_text,
        "changed": line.changed,
        "text": line.text,
        "lang": line.lang,
        "dir": line.dir,
        "told_on": day(line.told_on),
    }


def _far_text(line: BorrowingLine) -> Ref:
    """The far text as a reference with an address."""
    return Ref(kind="act", id=line.act.id, text=line.act.text, lang=line.act.lang, note=line.act.label)


def _said(band: Say | Want, gathered_in: Mapping[str, str]) -> dict[str, Any]:
    lines = [{**_quoted(one), "made_in": gathered_in.get(one.id, "")} for one in band.sentences]
    return {"first": lines[:FIRST], "rest": lines[FIRST:], "all": lines}


def _quoted(line: SentenceLine) -> dict[str, Any]:
    said = quoted(line, kind=False)
    return {**said, "went_url": said["page_url"]}


def _voice(said: dict[str, Any]) -> dict[str, Any]:
    date = said.get("date")
    return {**said, "date": day(date)} if isinstance(date, dt.date) else said


def _rooms(sentences: Sequence[SentenceLine]) -> list[Ref]:
    """The rooms that spoke, once each, in the order in which they met."""
    said = sorted((one for one in sentences if not one.taken_back), key=lambda one: (str(one.on or ""), one.room_name))
    return _once(
        Ref(kind="room", id=one.room_id, text=one.room_name, lang=one.room_lang, note=_("A room"), on=one.on)
        for one in said
    )


def _once(refs: Any) -> list[Ref]:
    return list({(one.kind, one.id): one for one in refs}.values())


def _gain(line: GainLine) -> dict[str, Any]:
    return {"line": line, "source": source(line.source) if line.source else None}


def _signed(one: Signed) -> dict[str, Any]:
    under = one.under
    title = under.title if isinstance(under, ActLine) else under.text
    return {
        "under": under,
        "title": title,
        "what": under.name if isinstance(under, ActLine) else "",
        "signers": one.signers,
    }


def _asked(one: Asked) -> dict[str, Any]:
    answers = [
        {
            "who": answer.who.name,
            "words": answer.how_words,
            "reason": answer.text,
            "lang": answer.lang,
            "date": day(answer.on),
            "sources": [source(answer.source)] if answer.source else [],
        }
        for answer in one.answers
    ]
    return {**demand_shown(one.demand), "since": day(one.demand.asked_on), "answers": answers}


def _promised(one: PromisedIn) -> dict[str, Any]:
    return {"act": act_shown(one.act) if one.act else None, "promises": [_only_promised(each) for each in one.promises]}


def _only_promised(promise: PromiseLine) -> dict[str, Any]:
    """A promise without what became of it: that is the next band."""
    number = promise.clause.label.rstrip(".") if promise.clause else ""
    more = {"state": "", "late": "", "clause": number, "private": promise.private}
    return {**promise_shown(promise), **more}


def _sources(texts: Sequence[PromisedIn]) -> list[dict[str, str]]:
    found = [source(one.act.source, kind=one.act.name) for one in texts if one.act and one.act.source]
    found += [source(each.source) for one in texts if one.act is None for each in one.promises if each.source]
    return list({one["title"] + one["kind"]: one for one in found}.values())


def _came(one: CameOf) -> dict[str, Any]:
    promise = one.promise
    return {
        "promise": promise,
        "who": who_owes(promise),
        "by_when": by_when(promise),
        "past": in_words(promise.days_past) if promise.silent else "",
        "they": None if promise.ours else _voice(their_voice(promise)),
        "we": [_voice(voice(each)) for each in promise.we],
        "next": [
            {"line": each, "date": day(each.on), "source": source(each.source) if each.source else None}
            for each in one.followups
        ],
    }


def _report(one: Any) -> dict[str, Any]:
    editions = [
        {
            "url": f"{reverse('public:report', args=[one.id])}#edition-{each.id}",
            "name": _("Edition %(number)d, %(day)s") % {"number": each.number, "day": day(each.made_on)},
            "handed": [_("%(to)s, %(day)s") % {"to": to.to, "day": day(to.on)} for to in each.handed],
        }
        for each in one.editions
    ]
    return {"report": one, "editions": editions}

"""Texts, demands and promises as the components show them, and as rows of a table."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import formats
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from smallplaces.commitments.enums import Judgement
from smallplaces.commitments.queries import ActLine, DemandLine, Party, PromiseLine, Ref, Word


def act_url(act: ActLine | Ref) -> str:
    """The address of a text, with its present title at the end."""
    title = act.title if isinstance(act, ActLine) else act.text
    words = slugify(title, allow_unicode=True)[:60].strip("-")
    return reverse("public:act", args=[act.id, words]) if words else reverse("public:act", args=[act.id])


def who_owes(promise: PromiseLine) -> str:
    """The body's own name, or we under the group's."""
    return _("We, %(group)s") % {"group": promise.who.name} if promise.ours else promise.who.name


def by_when(promise: PromiseLine) -> str:
    """The date as it is known, else the words of the promise, else nothing."""
    return str(promise.due) if promise.due else promise.due_words


def late(promise: PromiseLine) -> str:
    """The sentence by which silence shows itself; empty where nobody is silent."""
    if not promise.silent:
        return ""
    past = ngettext("%(days)s day past its date.", "%(days)s days past its date.", promise.days_past) % {
        "days": promise.days_past
    }
    if promise.ours:
        return _("%(past)s We have not said what became of it.") % {"past": past}
    if promise.they is None:
        return _("%(past)s %(who)s has said nothing.") % {"past": past, "who": promise.who.name}
    return _("%(past)s %(who)s has said nothing since %(day)s.") % {
        "past": past,
        "who": promise.who.name,
        "day": day(promise.they.on),
    }


def day(date: dt.date) -> str:
    """A day in the reader's manner."""
    return formats.date_format(date, "j F Y")


def source(title: str, *, kind: str = "") -> dict[str, str]:
    """A source as the component takes it; an address becomes a link."""
    url = title if title.startswith(("https://", "http://")) and " " not in title else ""
    return {"title": title, "url": url, "kind": kind}


def voice(word: Word) -> dict[str, Any]:
    """What one side says, dated, with its reasons and how the words came."""
    if word.how == "link":
        sources = [{"kind": _("How it came"), "title": word.how_words, "url": ""}]
    else:
        sources = [source(word.source, kind=word.how_words)] if word.source else []
    return {
        "id": word.id,
        "who": word.who.name,
        "ours": word.who.ours,
        "words": word.words,
        "mark": word.mark,
        "reason": word.text,
        "lang": word.lang,
        "dir": word.dir,
        "date": day(word.on) if word.public else _("%(day)s; only our group reads this") % {"day": day(word.on)},
        "sources": sources,
    }


def their_voice(promise: PromiseLine) -> dict[str, Any]:
    """The body's latest word; or that it is silent; or that there is nothing yet."""
    if promise.silent and promise.they is None:
        past = ngettext("%(days)s day past its date.", "%(days)s days past its date.", promise.days_past)
        return {"who": promise.who.name, "silent": past % {"days": promise.days_past}}
    if promise.they is None:
        return {"who": promise.who.name, "words": _("nothing so far"), "mark": "open"}
    said = voice(promise.they)
    return {**said, "late": late(promise)}


def promise_shown(promise: PromiseLine) -> dict[str, Any]:
    """The context of `_components/promise_line.html`."""
    state, mark, since = _state(promise)
    return {
        "id": promise.id,
        "what": promise.text,
        "lang": promise.lang,
        "dir": promise.dir,
        "url": reverse("public:promise", args=[promise.id]),
        "who": who_owes(promise),
        "by_when": promise.due or "",
        "money": "; ".join(_terms(promise)),
        "state": state,
        "mark": mark,
        "since": since,
        "late": late(promise),
        "made_in": promise.made_in,
    }


def act_shown(act: ActLine) -> dict[str, Any]:
    """The context of `_components/act_line.html`."""
    return {
        "id": act.id,
        "title": act.title,
        "lang": act.lang,
        "url": act_url(act),
        "kind": act.name,
        "body": act.who,
        "date": act.on,
        "state": act.status_words,
        "mark": act.mark,
        "since": act.vote,
        "lesson": act.lesson,
        "made_in": act.made_in,
        "card": act.is_card,
    }


def demand_shown(demand: DemandLine) -> dict[str, Any]:
    """A demand as `public/demand_line.html` shows it."""
    return {
        "id": demand.id,
        "text": demand.text,
        "lang": demand.lang,
        "dir": demand.dir,
        "taken_back": demand.taken_back,
        "url": reverse("public:demand", args=[demand.id]),
        "on": on_whom(demand.on_whom),
        "state": demand.state_words,
        "mark": demand.mark,
        "made_in": demand.made_in,
        "signers": demand.signer_count,
        "group": demand.group_name,
        "private": demand.is_private,
    }


def on_whom(parties: tuple[Party, ...]) -> str:
    """The names on whom a demand is, joined."""
    return ", ".join(_("ourselves") if one.ours else one.name for one in parties)


@dataclass(frozen=True)
class PromiseRow:
    """A promise as one row of a table."""

    id: str
    who: str
    ours: bool
    what: str
    lang: str
    by: str
    by_in_words: str
    money: str
    from_text: str
    they_say: str
    they_said_on: dt.date | None
    we_say: str
    days_past: int
    silent: bool
    fictional: bool


def promise_row(promise: PromiseLine) -> PromiseRow:
    """One row."""
    return PromiseRow(
        id=promise.id,
        who=promise.who.name,
        ours=promise.ours,
        what=promise.text,
        lang=promise.lang,
        by=promise.due.text if promise.due else "",
        by_in_words=promise.due_words,
        money=promise.money,
        from_text=f"{promise.act.label}: {promise.act.text}" if promise.act else promise.source,
        they_say=promise.they.judgement if promise.they else "",
        they_said_on=promise.they.on if promise.they else None,
        we_say="; ".join(f"{one.who.name}: {one.judgement}" for one in promise.we),
        days_past=promise.days_past,
        silent=promise.silent,
        fictional=promise.fictional,
    )


@dataclass(frozen=True)
class ActRow:
    """A text as one row of a table."""

    id: str
    kind: str
    number: str
    title: str
    lang: str
    on: str
    body: str
    group: str
    has_text: bool
    status: str
    vote: str
    lesson: str
    promises: int
    source: str
    fictional: bool


def act_row(act: ActLine) -> ActRow:
    """One row."""
    return ActRow(
        id=act.id,
        kind=act.own_kind,
        number=act.number,
        title=act.title,
        lang=act.lang,
        on=act.on.text if act.on else "",
        body=act.body.name if act.body else act.body_words,
        group=act.group_name,
        has_text=act.has_text,
        status=act.status,
        vote=act.vote,
        lesson=act.lesson,
        promises=act.promise_count,
        source=act.source,
        fictional=act.fictional,
    )


def _terms(promise: PromiseLine) -> list[str]:
    """The promise's own words about when, where no date is known; its money; how often."""
    when = _("“%(words)s”") % {"words": promise.due_words} if promise.due_words and not promise.due else ""
    return [one for one in (when, promise.money, promise.rhythm) if one]


def _state(promise: PromiseLine) -> tuple[str, str, str]:
    """One line of state: ours first where we spoke, theirs beside it; silence before both."""
    ours, theirs = _we_say(promise), _they_say(promise)
    if promise.silent and promise.they is None and not promise.ours:
        return _("silent"), "silent", ours
    if promise.we:
        return ours, promise.we[-1].mark, theirs
    if promise.they is not None:
        return theirs, promise.they.mark, ""
    return _("open"), "open", ""


def _they_say(promise: PromiseLine) -> str:
    """The body's latest word, under its own name."""
    if promise.they is None:
        return ""
    names = {"who": promise.who.name, "words": promise.they.words}
    if promise.they.judgement == Judgement.DENIED:
        return _("%(who)s %(words)s") % names
    return _("%(who)s says: %(words)s") % names


def _we_say(promise: PromiseLine) -> str:
    """One word where our groups agree, else each under its name."""
    if not promise.we:
        return ""
    if len({one.judgement for one in promise.we}) == 1:
        return _("we say: %(words)s") % {"words": promise.we[0].words}
    return "; ".join(_("%(who)s says: %(words)s") % {"who": one.who.name, "words": one.words} for one in promise.we)

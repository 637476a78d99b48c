"""The tree of causes: boxes in people's own words, each under the box that it explains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import MadeIn, Visibility
from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.issues.actions.gates import live_sentences, require_work
from smallplaces.issues.actions.showing import refuse_words_for_ourselves
from smallplaces.issues.enums import CauseLevel, RootName
from smallplaces.issues.models import Cause, Issue
from smallplaces.issues.wording import read_choice, read_lang, read_words
from smallplaces.meetings.models import Sentence

MOST_BOXES = 60
WORDS_A_BOX = 300


@dataclass(frozen=True)
class CauseDraft:
    """One box as it is typed from the wall. It hangs under `parent`, a box that is there, or under the `under`-th draft."""

    level: str
    text: str = ""
    parent: Cause | None = None
    under: int | None = None
    lang: str = "en"
    root_name: str = ""
    sentence: Sentence | None = None


def add_causes(issue: Issue, *, drafts: Sequence[CauseDraft], made_in: str = MadeIn.DESK, by: Viewer) -> list[Cause]:
    """Adds several boxes at once: all or none. Raises NotAllowedError, RefusedError.

    The refusal of the third draft's level has the field "3.level".
    """
    require_work(issue, by)
    read_choice(made_in, MadeIn.values, field="made_in")
    with transaction.atomic():
        if issue.causes.count() + len(drafts) > MOST_BOXES:
            raise RefusedError(
                _("A tree holds at most 60 boxes, so that it can be read. Take some away first; nothing was lost.")
            )
        wanted = [draft.sentence for draft in drafts if draft.sentence]
        sentences = {one.pk: one for one in live_sentences(issue.group, wanted)}
        place = (issue.causes.aggregate(last=Max("position"))["last"] or 0) + 1
        made: list[Cause] = []
        for number, draft in enumerate(drafts):
            try:
                parent = draft.parent if draft.under is None else _earlier(made, draft.under)
                made.append(_box(issue, draft, parent, sentences, position=place + number, made_in=made_in))
            except RefusedError as refusal:
                raise RefusedError(refusal.sentence, field=f"{number + 1}.{refusal.field}") from None
        Cause.objects.bulk_create(made)
        if issue.visibility != Visibility.PRIVATE and issue.tree_public:
            refuse_words_for_ourselves(issue, with_tree=True)
        for cause in made:
            audit.record("added", cause, by=by, fields=["text", "level", "parent"], group_id=issue.group_id)
    return made


def add_cause(
    issue: Issue,
    *,
    level: str,
    text: str = "",
    parent: Cause | None = None,
    lang: str = "en",
    root_name: str = "",
    sentence: Sentence | None = None,
    made_in: str = MadeIn.DESK,
    by: Viewer,
) -> Cause:
    """Adds one box. With a sentence its key is kept and, without `text`, its words are copied. Raises NotAllowedError, RefusedError."""
    draft = CauseDraft(level, text, parent, None, lang, root_name, sentence)
    try:
        return add_causes(issue, drafts=[draft], made_in=made_in, by=by)[0]
    except RefusedError as refusal:
        raise RefusedError(refusal.sentence, field=refusal.field.removeprefix("1.")) from None


def change_cause(
    cause: Cause,
    *,
    by: Viewer,
    level: str | None = None,
    text: str | None = None,
    parent: Cause | None = None,
    to_top: bool = False,
    lang: str | None = None,
    root_name: str | None = None,
) -> Cause:
    """Changes a box or hangs it elsewhere; what is None stays. Raises NotAllowedError, RefusedError.

    Words made from a sentence keep their key: changing them does not make them one's own.
    """
    require_work(cause.issue, by)
    if cause.taken_back_on is not None and text is not None:
        raise RefusedError(_("These words were taken back. Make a new box instead."), field="text")
    cause.text = cause.text if text is None else read_words(text, most=WORDS_A_BOX)
    cause.level = cause.level if level is None else read_choice(level, CauseLevel.values, field="level")
    cause.lang = cause.lang if lang is None else read_lang(lang)
    if root_name is not None:
        cause.root_name = _root_name(root_name, cause.level)
    elif cause.level != CauseLevel.ROOT:
        cause.root_name = ""
    hung = None if to_top else (parent or cause.parent)
    with transaction.atomic():
        _refuse_circle(cause, hung)
        _refuse_depth(cause.issue, cause.level, hung)
        for child in cause.deeper.all():
            _refuse_depth(cause.issue, child.level, cause)
        cause.parent = hung
        cause.save()
        audit.record("changed", cause, by=by, fields=["text", "level", "parent"], group_id=cause.issue.group_id)
    return cause


def remove_cause(cause: Cause, *, by: Viewer) -> None:
    """Takes a box away; what hung under it moves up to where it hung. Raises NotAllowedError."""
    require_work(cause.issue, by)
    with transaction.atomic():
        cause.deeper.update(parent=cause.parent)
        audit.record("removed", cause, by=by, group_id=cause.issue.group_id)
        cause.delete()


def _earlier(made: Sequence[Cause], under: int) -> Cause:
    if not 0 <= under < len(made):
        raise RefusedError(_("A box can only hang under one that stands above it. Nothing was kept."), field="under")
    return made[under]


def _box(
    issue: Issue,
    draft: CauseDraft,
    parent: Cause | None,
    sentences: dict[str, Sentence],
    *,
    position: int,
    made_in: str,
) -> Cause:
    sentence = sentences.get(draft.sentence.pk) if draft.sentence else None
    text, lang = draft.text, draft.lang
    if sentence and not text.strip():
        text, lang = sentence.text, sentence.lang
    level = read_choice(draft.level, CauseLevel.values, field="level")
    _refuse_depth(issue, level, parent)
    return Cause(
        issue=issue,
        parent=parent,
        level=level,
        root_name=_root_name(draft.root_name, level),
        position=position,
        text=read_words(text, most=WORDS_A_BOX),
        lang=read_lang(lang),
        from_sentence=sentence,
        made_in=made_in,
        made_on=today(issue.place.zone),
    )


def _root_name(name: str, level: str) -> str:
    if name and level != CauseLevel.ROOT:
        raise RefusedError(
            _("Only a root can have one of these names. Call it a root, or leave the name out."), field="root_name"
        )
    return read_choice(name, ["", *RootName.values], field="root_name")


def _refuse_depth(issue: Issue, level: str, parent: Cause | None) -> None:
    if parent is None:
        return
    if parent.issue_id != issue.pk:
        raise RefusedError(_("That box belongs to another issue. Link the two issues instead."), field="under")
    if CauseLevel.values.index(level) < CauseLevel.values.index(parent.level):
        raise RefusedError(
            _("A box lies as deep as the one above it, or deeper: from what shows to the root."), field="level"
        )


def _refuse_circle(cause: Cause, parent: Cause | None) -> None:
    """Walks up from the new parent over rows read once."""
    above = dict(Cause.objects.filter(issue_id=cause.issue_id).values_list("pk", "parent_id"))
    step = parent.pk if parent else None
    for _unused in range(len(above) + 1):
        if step is None:
            return
        if step == cause.pk:
            break
        step = above.get(step)
    raise RefusedError(_("A box cannot hang under itself, or under one that hangs from it."), field="under")

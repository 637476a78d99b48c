"""Opening an issue from what people say, and gathering sentences under it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import MadeIn, Visibility
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.issues.actions.gates import live_sentences, require_work
from smallplaces.issues.actions.showing import publish_issue
from smallplaces.issues.models import Issue, IssueSentence
from smallplaces.issues.policies import may_open_issue
from smallplaces.issues.wording import read_choice, read_lang, read_words
from smallplaces.meetings.models import Sentence
from smallplaces.places.models import Place

MOST_AT_ONCE = 200


def open_issue(
    group: Group,
    *,
    place: Place,
    text: str = "",
    lang: str = "en",
    made_in: str = MadeIn.DESK,
    sentences: Sequence[Sentence] = (),
    title_sentence: Sentence | None = None,
    visibility: str = Visibility.PRIVATE,
    by: Viewer,
) -> Issue:
    """Opens an issue with the sentences it is made of. Raises NotAllowedError, RefusedError.

    With `title_sentence` the issue's words are made from that sentence: its key is kept, and without `text` its words and
    language are copied as they are now. Without it, `text` is the group's own words.
    """
    require(may_open_issue(by, group), _("Only people of this group can open an issue for it."))
    read_choice(made_in, MadeIn.values, field="made_in")
    with transaction.atomic():
        titled = live_sentences(group, [title_sentence] if title_sentence else [])
        if titled and not text.strip():
            text, lang = titled[0].text, titled[0].lang
        issue = Issue.objects.create(
            group=group,
            place=place,
            text=read_words(text, most=500),
            lang=read_lang(lang),
            made_in=made_in,
            made_on=today(place.zone),
            from_sentence=titled[0] if titled else None,
        )
        _put_under(issue, [*titled, *sentences], made_in)
        audit.record("opened", issue, by=by, fields=["text", "place", "from_sentence", "sentences"])
        if visibility != Visibility.PRIVATE:
            publish_issue(issue, visibility=visibility, by=by)
    return issue


def gather(
    issue: Issue, *, sentences: Sequence[Sentence], made_in: str = MadeIn.DESK, by: Viewer
) -> list[IssueSentence]:
    """Puts sentences under an issue; those already there stay as they are. Raises NotAllowedError, RefusedError."""
    require_work(issue, by)
    read_choice(made_in, MadeIn.values, field="made_in")
    with transaction.atomic():
        rows = _put_under(issue, sentences, made_in)
        if rows:
            audit.record("gathered", issue, by=by, fields=["sentences"])
    return rows


def _put_under(issue: Issue, sentences: Sequence[Sentence], made_in: str) -> list[IssueSentence]:
    if len(sentences) > MOST_AT_ONCE:
        raise RefusedError(_("Choose at most 200 sentences at a time. Nothing was kept."), field="sentences")
    known = set(issue.gathered.values_list("sentence_id", flat=True))
    fresh = [one for one in live_sentences(issue.group, sentences) if one.pk not in known]
    return IssueSentence.objects.bulk_create(
        IssueSentence(issue=issue, sentence=one, made_in=made_in, made_on=today(issue.place.zone)) for one in fresh
    )


def let_go(issue: Issue, *, sentence: Sentence, by: Viewer) -> None:
    """Takes a sentence out from under an issue. The sentence itself stays. Raises NotAllowedError."""
    require_work(issue, by)
    with transaction.atomic():
        count, _per_model = issue.gathered.filter(sentence=sentence).delete()
        if count:
            audit.record("let_go", issue, by=by, fields=["sentences"])

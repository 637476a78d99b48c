"""How an issue stands, in its group's own word, and who may see it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import ANYBODY, Viewer
from smallplaces.dialogues.queries import unreadable_statements
from smallplaces.issues.actions.gates import not_for_quoting, require_work
from smallplaces.issues.enums import IssueState
from smallplaces.issues.models import Issue, IssueTranslation
from smallplaces.issues.policies import may_publish_issue
from smallplaces.issues.wording import read_choice, read_lang, read_note, read_words


def set_issue_state(issue: Issue, *, state: str, note: str = "", by: Viewer) -> Issue:
    """Says how the issue stands: open, resting, or "we say: done". Nothing else ever changes it. Raises NotAllowedError, RefusedError."""
    require_work(issue, by)
    issue.state = read_choice(state, IssueState.values, field="state")
    issue.state_note = read_note(note, field="note")
    with transaction.atomic():
        issue.save(update_fields=["state", "state_note"])
        audit.record("state_set", issue, by=by, fields=["state", "state_note"])
    return issue


def note_disagreement(issue: Issue, *, text: str, by: Viewer) -> Issue:
    """Keeps what we do not agree on, in words; empty takes it away. Raises NotAllowedError, RefusedError."""
    require_work(issue, by)
    issue.disagreement = read_note(text, field="text")
    with transaction.atomic():
        issue.save(update_fields=["disagreement"])
        audit.record("disagreement_noted", issue, by=by, fields=["disagreement"])
    return issue


def publish_issue(
    issue: Issue, *, visibility: str = Visibility.PUBLIC, tree_public: bool | None = None, by: Viewer
) -> Issue:
    """Decides who sees an issue, and whether its tree goes with it (None: as it is). Raises NotAllowedError, RefusedError.

    Words made from a sentence go out only where that sentence may be quoted in public.
    """
    with transaction.atomic():
        check_publishing(issue, visibility=visibility, tree_public=tree_public, by=by)
        issue.visibility = visibility
        issue.tree_public = issue.tree_public if tree_public is None else tree_public
        issue.save(update_fields=["visibility", "tree_public"])
        audit.record("published", issue, by=by, fields=["visibility", "tree_public"])
    return issue


def check_publishing(issue: Issue, *, visibility: str, tree_public: bool | None = None, by: Viewer) -> None:
    """What `publish_issue` asks, for a page that shows what will be seen before it is. Writes nothing.

    Raises NotAllowedError, RefusedError. At most three queries.
    """
    read_choice(visibility, Visibility.values, field="visibility")
    require(
        may_publish_issue(by, issue, visibility),
        _("A member can show this to others once the group is open, with two holders."),
    )
    if visibility != Visibility.PRIVATE:
        with_tree = issue.tree_public if tree_public is None else tree_public
        refuse_words_for_ourselves(issue, with_tree=with_tree)


def refuse_words_for_ourselves(issue: Issue, *, with_tree: bool) -> None:
    """Raises RefusedError where an issue for other eyes carries words that a room kept to the group. At most two queries."""
    _refuse_unpublished_statements(issue, with_tree=with_tree)
    title = [issue.from_sentence_id] if issue.from_sentence_id else []
    made = issue.causes.filter(from_sentence__isnull=False, taken_back_on__isnull=True) if with_tree else []
    boxes = {cause.from_sentence_id or "": cause.text for cause in made}
    closed = not_for_quoting([*title, *boxes], issue.place.zone)
    if issue.taken_back_on is None and closed.intersection(title):
        raise RefusedError(
            _(
                "The issue's words are a sentence that its room kept as “ours”. Ask the room, or say it in your own words; then publish."
            ),
            field="visibility",
        )
    kept = [words for key, words in boxes.items() if key in closed]
    if kept:
        sentence = _(
            "The box “%(words)s” is a sentence that its room kept as “ours”. Ask the room, use your own words, or publish without the tree."
        )
        raise RefusedError(sentence % {"words": kept[0][:80]}, field="tree_public")


def _refuse_unpublished_statements(issue: Issue, *, with_tree: bool) -> None:
    """The same for statements of a dialogue. No query where there are none, but for the tree."""
    made = issue.causes.filter(from_statement__isnull=False, taken_back_on__isnull=True) if with_tree else []
    title = issue.from_statement_id if issue.taken_back_on is None else None
    closed = unreadable_statements([title, *(cause.from_statement_id for cause in made)], viewer=ANYBODY)
    if closed:
        raise RefusedError(
            _(
                "Words here are a statement that not everybody may read: its dialogue is only our group's, or people were told something else. Publish the dialogue, or say it in your own words."
            ),
            field="visibility",
        )


def translate_issue(
    issue: Issue, *, text: str, lang: str, by_words: str = "", machine: bool = False, by: Viewer
) -> IssueTranslation:
    """Puts words in another language beside the first ones, one a language. Raises NotAllowedError, RefusedError."""
    require_work(issue, by)
    if issue.taken_back_on is not None:
        raise RefusedError(_("These words were taken back, so there is nothing to translate."))
    if read_lang(lang) == issue.lang:
        raise RefusedError(_("The issue is already in this language. Choose another one."), field="lang")
    values = {
        "text": read_words(text, most=500),
        "by_words": read_note(by_words, field="by_words", most=200),
        "machine": machine,
        "accepted_by_id": "" if machine else by.account_id,
    }
    with transaction.atomic():
        row, _made = IssueTranslation.objects.update_or_create(issue=issue, lang=lang, defaults=values)
        audit.record("translated", issue, by=by, fields=[f"text:{lang}"])
    return row

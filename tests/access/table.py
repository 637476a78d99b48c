"""The access table: every route, who comes in, and who only finds that nothing is there.

A row names a route, the arguments of its address (attributes of the world of `world.py`), what looking gives to whom,
and what sending a form gives. The form that is sent is an empty one: whoever may write is told what is missing (422) or
has pressed a button (302); nobody else gets as far as that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# The facilitator is a resident with the link to one meeting, the official has the link to answer one demand; "elsewhere"
# is in another group of the same place. The cast's second holder is answered as the first, its resident as anybody.
STRANGERS = ("anybody", "facilitator", "official")
INSIDE = ("member", "holder")
SIGNED_IN = (*INSIDE, "elsewhere", "steward")
EVERYBODY = (*STRANGERS, *SIGNED_IN)

OK, DONE, SIGN_IN, TOLD_WHY, MISSING = 200, 302, 302, 403, 404
UNFINISHED = 422
Rule = Mapping[str, int]


def rule(strangers: int, inside: int, elsewhere: int, steward: int, **others: int) -> Rule:
    """What each of the cast is answered; `others` names single people who differ from their row."""
    answers = dict.fromkeys(STRANGERS, strangers) | dict.fromkeys(INSIDE, inside)
    return answers | {"elsewhere": elsewhere, "steward": steward} | others


def everybody(status: int = OK) -> Rule:
    """Open to all."""
    return dict.fromkeys(EVERYBODY, status)


def ours(status: int = OK, **others: int) -> Rule:
    """A page for readers on a thing that only its group may see; for others it does not exist."""
    return rule(MISSING, status, MISSING, MISSING, **others)


def our_desk(status: int = OK) -> Rule:
    """The group's own work: strangers may sign in; for people of other groups, and stewards, it does not exist."""
    return rule(SIGN_IN, status, MISSING, MISSING)


def any_desk(status: int = OK) -> Rule:
    """Work that everybody with a role does."""
    return rule(SIGN_IN, status, status, status)


def of_the_place(status: int = OK, steward: int = OK) -> Rule:
    """Work of every group at this place."""
    return rule(SIGN_IN, status, status, steward)


def holders_desk(status: int = OK, steward: int = TOLD_WHY) -> Rule:
    """What members see and holders do. The group itself is no secret: others are told whose it is."""
    return rule(SIGN_IN, status, TOLD_WHY, steward, member=TOLD_WHY)


def looked_after(status: int = OK, **others: int) -> Rule:
    """The people of a group: stewards see who they are, and change nothing."""
    return rule(SIGN_IN, status, MISSING, TOLD_WHY, **others)


def public_but_ours(status: int = OK) -> Rule:
    """Everybody may know of the thing; only its own people work on it, and others with a role are told so."""
    return rule(SIGN_IN, status, TOLD_WHY, TOLD_WHY)


def stewards_desk(status: int = OK) -> Rule:
    """What stewards do; others with a role are told so."""
    return rule(SIGN_IN, TOLD_WHY, TOLD_WHY, status)


def behind_link(who: str, status: int, closed: int) -> Rule:
    """What one link opens; for all others it is closed."""
    return everybody(closed) | {who: status}


@dataclass(frozen=True)
class Row:
    """One route before one thing. `get` and `post` are None where the route does not know that method."""

    name: str
    arguments: str = ""
    get: Rule | None = None
    post: Rule | None = None
    sent: Mapping[str, str] = field(default_factory=dict)
    query: str = ""


def workbench(name: str, arguments: str, post: int = UNFINISHED, **more: Mapping[str, str]) -> Row:
    """A page of the group's own work with its form."""
    return Row(name, arguments, our_desk(), our_desk(post), **more)


def button(name: str, arguments: str, post: int = DONE, **more: Mapping[str, str]) -> Row:
    """A button of the group's own work, without a page."""
    return Row(name, arguments, None, our_desk(post), **more)


SITE = [
    Row("stylesheet", "0", everybody(MISSING)),
    Row("public:home", "", everybody()),
    Row("public:installation", "", everybody()),
    Row("public:installation_change", "", stewards_desk(), stewards_desk(UNFINISHED)),
    Row("public:style", "", everybody()),
    Row("public:places", "", everybody()),
    Row("public:places_json", "", everybody()),
    Row("public:places_csv", "", everybody()),
    Row("public:place_add", "", everybody(), everybody(UNFINISHED)),
    Row("public:group_start", "", everybody(), everybody(UNFINISHED)),
]

PLACES = [
    Row("public:place", "place.slug", everybody()),
    Row("public:place_json", "place.slug", everybody()),
    Row("public:place_csv", "place.slug", everybody()),
    Row("public:place_body", "place.slug", everybody(), everybody(UNFINISHED)),
    Row("public:place_fact", "place.slug", everybody(), everybody(UNFINISHED)),
    Row(
        "public:place_body",
        "proposed_place.slug",
        *[rule(MISSING, MISSING, MISSING, status) for status in (OK, UNFINISHED)],
    ),
    Row("desk:place", "place.slug", of_the_place(), of_the_place(UNFINISHED, UNFINISHED)),
    Row("desk:claim_stands", "place.slug no-such-claim", None, of_the_place(MISSING, MISSING)),
    Row("desk:place_fact_settle", "place.slug body body.pk", None, of_the_place(MISSING, MISSING)),
    Row("public:place", "proposed_place.slug", rule(MISSING, MISSING, MISSING, OK)),
    Row("public:place_json", "proposed_place.slug", rule(MISSING, MISSING, MISSING, OK)),
    Row("public:acts", "place.slug", everybody()),
    Row("public:acts_json", "place.slug", everybody()),
    Row("public:acts_csv", "place.slug", everybody()),
    Row("public:promises", "place.slug", everybody()),
    Row("public:promises_json", "place.slug", everybody()),
    Row("public:promises_csv", "place.slug", everybody()),
    Row("public:group", "group.slug", everybody()),
    Row("public:group", "asked_group.slug", rule(MISSING, MISSING, MISSING, OK)),
]

THREAD = [
    Row("public:meeting", "meeting.pk", everybody()),
    Row("public:meeting", "hidden_meeting.pk", ours()),
    Row("public:room", "room.pk", everybody()),
    Row("public:room", "hidden_room.pk", ours()),
    Row("public:sentence", "sentence.pk", everybody()),
    Row("public:sentence", "ours.pk", ours(facilitator=OK)),
    Row("public:issue_by_id", "issue.pk", everybody(302)),
    Row("public:issue_by_id", "hidden_issue.pk", ours(302)),
    Row("public:issue", "place.slug issue.pk", everybody(302)),
    Row("public:issue", "place.slug hidden_issue.pk", ours(302)),
    Row("public:issue", "place.slug issue.pk wrong-tail", everybody(302)),
    Row("public:issue", "place.slug hidden_issue.pk wrong-tail", ours(302)),
    Row("public:issue_tree", "place.slug issue.pk", everybody()),
    Row("public:issue_tree", "place.slug closed_tree.pk", ours()),
    Row("public:issue_tree", "place.slug hidden_issue.pk", ours()),
    Row("public:demand", "demand.pk", everybody()),
    Row("public:demand", "hidden_demand.pk", ours()),
    Row("public:demand_sign", "demand.pk", everybody(), everybody(UNFINISHED)),
    Row("public:demand_sign", "hidden_demand.pk", ours(), ours(UNFINISHED)),
    Row("public:act", "act.pk", everybody(302)),
    Row("public:act", "act.pk about-the-pond", everybody()),
    Row("public:act", "hidden_act.pk", ours(302)),
    Row("public:act", "proposed_act.pk", rule(MISSING, 302, 302, 302)),
    Row("public:act", "hidden_act.pk wrong-tail", ours(302)),
    Row("public:clause", "clause.pk", everybody(302)),
    Row("public:promise", "promise.pk", everybody()),
    Row("public:promise", "hidden_promise.pk", ours()),
    Row("public:promise", "proposed_promise.pk", rule(MISSING, OK, OK, OK)),
    Row("public:step", "step.pk", everybody()),
    Row("public:step", "hidden_step.pk", ours()),
    Row("public:report", "report.pk", everybody()),
    Row("public:report", "hidden_report.pk", ours()),
    Row("public:report_file", "report.pk 1 pdf", everybody()),
    Row("public:report_file", "report.pk 1 kept", everybody(MISSING)),
    Row("public:report_file", "hidden_report.pk 1 pdf", everybody(MISSING)),
    Row("public:file", "file.pk", everybody()),
    Row("public:file", "hidden_file.pk", ours()),
]

LINKS = [
    Row("listening:meeting_door", "keys.meeting", everybody(), everybody(302)),
    Row("listening:meeting_door", "wrong-key", everybody(MISSING), everybody(MISSING)),
    Row("listening:meeting_door", "keys.answer", everybody(MISSING), everybody(MISSING)),
    Row("listening:meeting", "", behind_link("facilitator", OK, TOLD_WHY)),
    Row(
        "listening:sentences",
        "",
        behind_link("facilitator", OK, TOLD_WHY),
        behind_link("facilitator", UNFINISHED, TOLD_WHY),
    ),
    Row("listening:said", "", behind_link("facilitator", OK, TOLD_WHY)),
    Row("listening:heads", "", None, behind_link("facilitator", DONE, TOLD_WHY)),
    Row(
        "listening:readback",
        "",
        behind_link("facilitator", OK, TOLD_WHY),
        behind_link("facilitator", UNFINISHED, TOLD_WHY),
    ),
    Row(
        "listening:take_back",
        "ours.pk",
        behind_link("facilitator", OK, TOLD_WHY),
        behind_link("facilitator", OK, TOLD_WHY),
    ),
    Row(
        "listening:correct",
        "ours.pk",
        behind_link("facilitator", OK, TOLD_WHY),
        behind_link("facilitator", UNFINISHED, TOLD_WHY),
    ),
    Row("hall:answer_door", "keys.answer", everybody(), everybody(302)),
    Row("hall:answer_door", "wrong-key", everybody(), everybody(MISSING)),
    Row("hall:answer", "", behind_link("official", OK, MISSING), behind_link("official", UNFINISHED, MISSING)),
]

ACCOUNTS = [
    Row("account_login", "", rule(OK, 302, 302, 302), rule(OK, 302, 302, 302)),
    Row("account_logout", "", rule(302, OK, OK, OK), everybody(302)),
    Row("account_reauthenticate", "", rule(SIGN_IN, OK, OK, OK), rule(SIGN_IN, OK, OK, OK)),
    Row("account_change_password", "", rule(SIGN_IN, OK, OK, OK), rule(SIGN_IN, OK, OK, OK)),
    Row("mfa_index", "", rule(SIGN_IN, OK, OK, OK)),
    Row("mfa_authenticate", "", everybody(302), everybody(302)),
    Row("mfa_reauthenticate", "", everybody(302), everybody(302)),
    Row("mfa_activate_totp", "", everybody(302), everybody(302)),
    Row("mfa_deactivate_totp", "", any_desk(MISSING), any_desk(MISSING)),
    Row("mfa_view_recovery_codes", "", any_desk(MISSING)),
    Row("mfa_generate_recovery_codes", "", everybody(302), everybody(302)),
    Row("mfa_download_recovery_codes", "", any_desk(MISSING)),
    Row("codes_picture", "", rule(SIGN_IN, MISSING, MISSING, MISSING)),
    Row("invitation", "keys.invitation", everybody(), everybody(302)),
    Row("invitation", "wrong-key", everybody(MISSING), everybody(MISSING)),
    Row("invitation_join", "", everybody(MISSING), everybody(MISSING)),
    Row("new_password", "keys.password", everybody(MISSING), everybody(MISSING)),
    Row("new_password_set", "", everybody(MISSING), everybody(MISSING)),
]

GROUP = [
    Row("desk:home", "", any_desk()),
    Row("desk:group", "group.slug", rule(SIGN_IN, OK, MISSING, OK)),
    Row("desk:group_describe", "group.slug", holders_desk(), holders_desk(UNFINISHED)),
    Row("desk:invite", "group.slug", holders_desk(), holders_desk(UNFINISHED)),
    Row("desk:deeds", "group.slug", our_desk()),
    Row("desk:archive", "group.slug", *[rule(SIGN_IN, OK, MISSING, MISSING, member=TOLD_WHY)] * 2),
    Row("desk:membership_end", "membership.pk", looked_after(), looked_after(DONE)),
    Row("desk:person_password", "membership.pk", *[looked_after(member=TOLD_WHY)] * 2),
    Row("desk:decision_record", "group.slug", public_but_ours(), public_but_ours(UNFINISHED)),
    Row("desk:steward", "", stewards_desk()),
    Row("desk:group_settle", "asked_group.slug", None, stewards_desk(DONE)),
    Row("desk:place_settle", "proposed_place.slug", None, stewards_desk(DONE)),
    Row("desk:steward_invite", "", None, stewards_desk(OK)),
    Row("desk:archive_bring_in", "", stewards_desk(), stewards_desk(UNFINISHED)),
]

MEETINGS = [
    Row("desk:meeting_call", "", any_desk(), any_desk(UNFINISHED)),
    Row("desk:meeting", "meeting.pk", our_desk()),
    workbench("desk:meeting_change", "meeting.pk"),
    button("desk:heads", "meeting.pk"),
    workbench("desk:meeting_link", "meeting.pk", OK),
    workbench("desk:sentences", "meeting.pk"),
    Row("desk:said", "meeting.pk", our_desk()),
    workbench("desk:readback", "meeting.pk"),
    workbench("desk:sentence", "sentence.pk"),
    workbench("desk:sentence_correct", "sentence.pk"),
    workbench("desk:sentence_correct", "ours.pk"),
    workbench("desk:sentence_take_back", "sentence.pk", OK),
    workbench("desk:sentence_take_back", "ours.pk", OK),
]

ISSUES = [
    Row("desk:issue_open", "", rule(SIGN_IN, OK, OK, MISSING), rule(SIGN_IN, UNFINISHED, UNFINISHED, MISSING)),
    Row("desk:issue", "issue.pk", our_desk()),
    workbench("desk:sharing", "issue issue.pk"),
    workbench("desk:issue_gather", "issue.pk"),
    button("desk:issue_let_go", "issue.pk", sent={"sentence": "ours.pk"}),
    workbench("desk:issue_state", "issue.pk"),
    workbench("desk:issue_disagreement", "issue.pk", DONE),
    workbench("desk:issue_translate", "issue.pk"),
    workbench("desk:issue_publish", "issue.pk"),
    workbench("desk:issue_links", "issue.pk"),
    button("desk:issue_unlink", "link.pk"),
    workbench("desk:gains", "issue.pk"),
    button("desk:gain_remove", "gain.pk"),
    workbench("desk:duties", "issue.pk"),
    button("desk:duty_remove", "duty.pk"),
    workbench("desk:causes", "issue.pk"),
    workbench("desk:cause", "cause.pk"),
    workbench("desk:cause", "hidden_cause.pk"),
    Row("desk:cause_remove", "cause.pk", None, public_but_ours(DONE)),
    button("desk:cause_remove", "hidden_cause.pk"),
    Row("desk:power", "issue.pk", ours(), ours(UNFINISHED)),
    Row("desk:power_remove", "power_line.pk", None, ours(DONE)),
    workbench("desk:demand_make", "issue.pk"),
]

STEPS = [
    Row("desk:steps", "", any_desk()),
    Row("desk:step_plan", "", rule(SIGN_IN, OK, OK, MISSING), rule(SIGN_IN, UNFINISHED, UNFINISHED, MISSING)),
    workbench("desk:step", "step.pk"),
    workbench("desk:step", "hidden_step.pk"),
    workbench("desk:step_change", "step.pk"),
    workbench("desk:step_drop", "step.pk", DONE),
    button("desk:step_publish", "step.pk"),
]

COMMITMENTS = [
    Row("desk:demand_make", "", our_desk(MISSING)),
    workbench("desk:demand", "demand.pk"),
    workbench("desk:demand", "hidden_demand.pk"),
    workbench("desk:answer_record", "demand.pk"),
    Row("desk:signer_settle", "signer.pk", None, public_but_ours(DONE)),
    workbench("desk:answer_link", "demand demand.pk", OK, sent={"body": "body.pk"}),
    Row("desk:answer_link", "promise promise.pk", of_the_place(), of_the_place(OK, OK), sent={"body": "body.pk"}),
    button("desk:answer_link_close", "demand demand.pk", sent={"link": "answer_link.pk"}),
    Row("desk:act_add", "", of_the_place(OK, MISSING), of_the_place(UNFINISHED, MISSING)),
    Row("desk:proposed", "", any_desk()),
    Row("desk:act", "act.pk", of_the_place(), of_the_place(UNFINISHED, UNFINISHED)),
    workbench("desk:act", "hidden_act.pk"),
    button("desk:act_publish", "hidden_act.pk"),
    Row("desk:act_version", "act.pk", of_the_place(), of_the_place(UNFINISHED, UNFINISHED)),
    workbench("desk:act_version", "hidden_act.pk"),
    workbench("desk:act_sign", "hidden_act.pk"),
    Row("desk:act_sign", "act.pk", of_the_place(), of_the_place(UNFINISHED, UNFINISHED)),
    Row("desk:act_told", "borrowing.pk", of_the_place(), of_the_place(UNFINISHED, UNFINISHED)),
    Row("desk:act_borrow", "act.pk", of_the_place(), of_the_place(UNFINISHED, UNFINISHED)),
    Row("desk:proposed_settle", "act proposed_act.pk", None, of_the_place(DONE, DONE)),
    Row("desk:proposed_settle", "promise proposed_promise.pk", None, of_the_place(DONE, DONE)),
    Row("desk:promise_make", "", of_the_place(OK, MISSING), of_the_place(UNFINISHED, MISSING)),
    Row("desk:promise", "promise.pk", of_the_place(), of_the_place(UNFINISHED, UNFINISHED)),
    workbench("desk:promise", "hidden_promise.pk"),
    Row("desk:promise_tie", "promise.pk", None, of_the_place(UNFINISHED, UNFINISHED)),
    button("desk:promise_tie", "hidden_promise.pk", UNFINISHED),
    Row("desk:promise_untie", "promise.pk", None, public_but_ours(DONE), sent={"demand": "demand.pk"}),
    button("desk:promise_untie", "hidden_promise.pk", sent={"demand": "demand.pk"}),
    Row("desk:followup", "promise.pk", of_the_place(OK, MISSING), of_the_place(UNFINISHED, MISSING)),
    button("desk:followup_publish", "hidden_followup.pk"),
    Row("desk:assess", "promise.pk", of_the_place(OK, MISSING), of_the_place(UNFINISHED, MISSING)),
    Row("desk:their_word", "promise.pk", of_the_place(), of_the_place(UNFINISHED, UNFINISHED)),
]

REPORTS = [
    Row("desk:reports", "", any_desk()),
    Row("desk:report_start", "", any_desk(), any_desk(UNFINISHED)),
    Row("desk:report_profile", "profile.code", any_desk()),
    Row("desk:report", "report.pk", our_desk()),
    Row("desk:report", "hidden_report.pk", our_desk()),
    button("desk:report_count", "report.pk", OK),
    workbench("desk:report_hand_in", "report.pk"),
    workbench("desk:report_hand_over", "report.pk 1"),
    workbench("desk:report_publish", "report.pk"),
    workbench("desk:report_use", "report.pk"),
    button("desk:report_use_not", "report.pk step.pk"),
    workbench("desk:report_section", "section.pk"),
    button("desk:report_write", "section.pk", UNFINISHED),
    button("desk:report_paragraph", "paragraph.pk", UNFINISHED),
    button("desk:report_move", "paragraph.pk"),
    workbench("desk:report_remove", "paragraph.pk", DONE),
    button("desk:report_cite", "paragraph.pk"),
    button("desk:report_uncite", "citation.pk"),
]

ROWS = [*SITE, *PLACES, *THREAD, *LINKS, *ACCOUNTS, *GROUP, *MEETINGS, *ISSUES, *STEPS, *COMMITMENTS, *REPORTS]

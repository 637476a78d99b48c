"""The doors of letters: leaving an address, writing to a group, and what its people do with both."""

from __future__ import annotations

from tests.access.rules import (
    DONE,
    MISSING,
    OK,
    SIGN_IN,
    TOLD_WHY,
    UNFINISHED,
    Row,
    Rule,
    any_desk,
    button,
    everybody,
    our_desk,
    rule,
    workbench,
)


def holders_alone(status: int = OK, member: int = TOLD_WHY) -> Rule:
    """What only holders read; members are told so, and for others it does not exist."""
    return rule(SIGN_IN, status, MISSING, MISSING, member=member)


LETTERS = [
    Row("desk:own_email", "", any_desk(), any_desk(UNFINISHED)),
    Row("public:tell_me", "group.slug", everybody(), everybody(UNFINISHED)),
    Row(
        "public:tell_me", "asked_group.slug", *[rule(MISSING, MISSING, MISSING, status) for status in (OK, UNFINISHED)]
    ),
    Row("public:write", "group.slug", everybody(), everybody(UNFINISHED)),
    Row("public:write", "asked_group.slug", *[rule(MISSING, MISSING, MISSING, status) for status in (OK, UNFINISHED)]),
    Row("public:tell_me_yes", "letter_keys.yes", everybody(), everybody()),
    Row("public:tell_me_yes", "wrong-key", everybody(MISSING), everybody(MISSING)),
    Row("public:leave", "letter_keys.leave", everybody(), everybody()),
    Row("public:leave", "wrong-key", everybody(MISSING), everybody(MISSING)),
    Row("desk:letters", "group.slug", our_desk()),
    workbench("desk:letter_write", "group.slug"),
    Row("desk:letter", "letter.pk", our_desk()),
    workbench("desk:letter_change", "letter.pk"),
    Row("desk:letter_send", "letter.pk", *[holders_alone(status) for status in (OK, UNFINISHED)]),
    button("desk:letter_do", "letter.pk stop"),
    button("desk:letter_do", "letter.pk go-on"),
    button("desk:letter_do", "letter.pk no-such-deed", MISSING),
    Row("desk:addresses", "group.slug", holders_alone()),
    Row("desk:addresses_add", "group.slug", holders_alone(), holders_alone(UNFINISHED)),
    Row("desk:addresses_csv", "group.slug", None, holders_alone()),
    Row("desk:address_do", "mailing.pk remove", None, holders_alone(DONE, member=MISSING)),
    Row("desk:messages", "group.slug", our_desk()),
    button("desk:message_do", "message.pk answered"),
    button("desk:message_do", "message.pk remove"),
]

"""The doors of texts that people hold up, and of the names under them."""

from __future__ import annotations

from tests.access.rules import (
    MISSING,
    OK,
    SIGN_IN,
    TOLD_WHY,
    UNFINISHED,
    Row,
    everybody,
    our_desk,
    public_but_ours,
    rule,
    workbench,
)

# Everybody may know who signed; only the second group, whose name it is, changes it.
OTHERS_NAME = [rule(SIGN_IN, TOLD_WHY, status, TOLD_WHY) for status in (OK, UNFINISHED)]
GROUPS_SIGN = [rule(SIGN_IN, status, status, TOLD_WHY) for status in (OK, UNFINISHED)]

NORMS = [
    Row("public:norms", "", everybody()),
    Row("public:norms_json", "", everybody()),
    Row("public:norms_csv", "", everybody()),
    *(
        Row(name, thing, everybody(status))
        for thing, status in (("norm.slug", OK), ("udhr", OK), ("hidden_norm.slug", MISSING))
        for name in ("public:norm", "public:norm_json", "public:norm_csv")
    ),
    Row("public:declaration", "25", everybody()),
    Row("public:declaration", "31", everybody(MISSING)),
    Row("desk:principles", "group.slug", our_desk()),
    workbench("desk:principles_add", "group.slug"),
    Row("desk:principles_version", "norm.slug", public_but_ours(), public_but_ours(UNFINISHED)),
    Row("desk:principles_version", "udhr", *[rule(SIGN_IN, TOLD_WHY, TOLD_WHY, TOLD_WHY)] * 2),
    Row("desk:norm_sign", "norm_version.pk", *GROUPS_SIGN),
    Row("desk:norm_sign", "hidden_version.pk", *[rule(SIGN_IN, MISSING, MISSING, MISSING)] * 2),
    Row("desk:sign_on", "sign_on.pk", *OTHERS_NAME),
    workbench("desk:sign_on", "hidden_sign_on.pk"),
]

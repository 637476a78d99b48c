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
    stewards_desk,
    workbench,
)

# Everybody may know who signed; only the second group, whose name it is, changes it.
OTHERS_NAME = [rule(SIGN_IN, TOLD_WHY, status, TOLD_WHY) for status in (OK, UNFINISHED)]
GROUPS_SIGN = [rule(SIGN_IN, status, status, TOLD_WHY) for status in (OK, UNFINISHED)]
ENDINGS = ("", "_json", "_csv")
ARTICLE = [f"public:provision{ending}" for ending in ENDINGS]
# Groups write; a steward who is in none is told so.
WRITE = [(OK, OK, TOLD_WHY), (UNFINISHED, UNFINISHED, TOLD_WHY)]

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
    Row("public:declaration_sheet", "25", everybody()),
    *(Row(name, "udhr 25", everybody()) for name in ARTICLE),
    *(Row(name, "hidden_norm.slug 1", everybody(MISSING)) for name in ARTICLE),
    *(Row(f"public:rights{ending}", "", everybody()) for ending in ENDINGS),
    *(Row(f"public:right{ending}", "housing", everybody()) for ending in ENDINGS),
    *(Row(f"public:place_rights{ending}", "place.slug", everybody()) for ending in ENDINGS),
    *(Row(f"public:place_right{ending}", "place.slug housing", everybody()) for ending in ENDINGS),
    Row("desk:meaning_add", "", *[rule(SIGN_IN, *status) for status in WRITE], query="?right=housing"),
    Row("desk:meaning", "note.pk", public_but_ours(), public_but_ours(UNFINISHED)),
    workbench("desk:meaning", "hidden_note.pk"),
    Row("desk:norm_text", "", stewards_desk(), stewards_desk(UNFINISHED)),
    Row("desk:ratifications", "", stewards_desk(), stewards_desk(UNFINISHED)),
    Row("desk:principles", "group.slug", our_desk()),
    workbench("desk:principles_add", "group.slug"),
    Row("desk:principles_version", "norm.slug", public_but_ours(), public_but_ours(UNFINISHED)),
    Row("desk:principles_version", "udhr", *[rule(SIGN_IN, TOLD_WHY, TOLD_WHY, TOLD_WHY)] * 2),
    Row("desk:norm_sign", "norm_version.pk", *GROUPS_SIGN),
    Row("desk:norm_sign", "hidden_version.pk", *[rule(SIGN_IN, MISSING, MISSING, MISSING)] * 2),
    Row("desk:sign_on", "sign_on.pk", *OTHERS_NAME),
    workbench("desk:sign_on", "hidden_sign_on.pk"),
]

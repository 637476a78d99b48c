"""The doors of recommendations: everybody reads them, stewards bring them in, people of a place say what answers them."""

from __future__ import annotations

from tests.access.rules import MISSING, OK, SIGN_IN, UNFINISHED, Row, any_desk, everybody, rule, stewards_desk

# Nothing is sent: no promise has no name.
UNTIED = rule(SIGN_IN, MISSING, MISSING, MISSING)

RECOMMENDATIONS = [
    Row("public:recommendations", "", everybody()),
    Row("public:recommendations_json", "", everybody()),
    Row("public:recommendations_csv", "", everybody()),
    *(
        Row(name, thing, everybody(status))
        for thing, status in (("recommendation.state", OK), ("no_state", MISSING))
        for name in (
            "public:recommendations_state",
            "public:recommendations_state_json",
            "public:recommendations_state_csv",
        )
    ),
    Row("public:recommendation", "recommendation.pk", everybody()),
    Row("public:recommendation_json", "recommendation.pk", everybody()),
    # No recommendation to the State of this place is here.
    Row("public:place_recommendations", "place.slug", everybody(MISSING)),
    Row("public:place_recommendations_json", "place.slug", everybody()),
    Row("public:place_recommendations_csv", "place.slug", everybody()),
    Row("desk:recommendations_add", "", stewards_desk(), stewards_desk(UNFINISHED)),
    Row("desk:recommendations_accept", "recommendation.state", None, stewards_desk(302)),
    Row("desk:recommendation", "recommendation.pk", any_desk(), any_desk(UNFINISHED)),
    Row("desk:recommendation_untie", "recommendation.pk", None, UNTIED),
]

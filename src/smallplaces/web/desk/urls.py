"""Addresses of this face. One line a module."""

from smallplaces.web.desk import (
    causes,
    decisions,
    home,
    issue_around,
    issues,
    meetings,
    people,
    power,
    sentences,
    steps,
    stewards,
)


app_name = "desk"
urlpatterns = [
    *home.urlpatterns,
    *people.urlpatterns,
    *decisions.urlpatterns,
    *stewards.urlpatterns,
    *issues.urlpatterns,
    *issue_around.urlpatterns,
    *causes.urlpatterns,
    *power.urlpatterns,
    *steps.urlpatterns,
    *meetings.urlpatterns,
    *sentences.urlpatterns,
]

"""Addresses of this face. One line a module."""

from smallplaces.web.desk import (
    acts,
    answers,
    archive,
    causes,
    decisions,
    demands,
    home,
    issue_around,
    issues,
    meetings,
    people,
    power,
    promises,
    sentences,
    steps,
    stewards,
)

app_name = "desk"
urlpatterns = [
    *archive.urlpatterns,
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
    *acts.urlpatterns,
    *answers.urlpatterns,
    *demands.urlpatterns,
    *promises.urlpatterns,
]

"""Addresses of this face. One line a module; fixed words stand before slugs."""

from smallplaces.web.public import (
    acts,
    demands,
    files,
    groups,
    home,
    installation,
    issues,
    meetings,
    places,
    places_add,
    places_tell,
    promises,
    reports,
    sentences,
    steps,
    style,
    trees,
)

app_name = "public"
urlpatterns = [
    *home.urlpatterns,
    *places_add.urlpatterns,
    *places_tell.urlpatterns,
    *places.urlpatterns,
    *groups.urlpatterns,
    *installation.urlpatterns,
    *files.urlpatterns,
    *style.urlpatterns,
    *steps.urlpatterns,
    *trees.urlpatterns,
    *meetings.urlpatterns,
    *reports.urlpatterns,
    *sentences.urlpatterns,
    *issues.urlpatterns,
    *acts.urlpatterns,
    *demands.urlpatterns,
    *promises.urlpatterns,
]

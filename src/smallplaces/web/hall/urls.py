"""Addresses of this face."""

from smallplaces.web.hall import answers

app_name = "hall"
urlpatterns = [*answers.urlpatterns]

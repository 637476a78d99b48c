"""Addresses of this face."""

from smallplaces.web.listening import views

app_name = "listening"
urlpatterns = [*views.urlpatterns]

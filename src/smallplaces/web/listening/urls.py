"""Addresses of this face."""

from django.urls import URLPattern

app_name = "listening"
urlpatterns: list[URLPattern] = []

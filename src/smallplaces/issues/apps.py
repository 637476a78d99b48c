"""Issues: in people's words, with causes, who gains and who could move it."""

from django.apps import AppConfig


class IssuesConfig(AppConfig):
    name = "smallplaces.issues"
    label = "issues"

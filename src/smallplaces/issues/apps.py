"""Issues: in people's words, with causes, who gains and who could move it."""

from django.apps import AppConfig


class IssuesConfig(AppConfig):
    name = "smallplaces.issues"
    label = "issues"

    def ready(self) -> None:
        from smallplaces.issues.beside import register_kinds  # noqa: PLC0415  (models are there only now)
        from smallplaces.issues.ends import register_ends  # noqa: PLC0415

        register_ends()
        register_kinds()

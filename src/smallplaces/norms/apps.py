"""Norms: the texts that people hold up, by version, and who signed them."""

from django.apps import AppConfig


class NormsConfig(AppConfig):
    name = "smallplaces.norms"
    label = "norms"

    def ready(self) -> None:
        from smallplaces.norms import finding  # noqa: PLC0415  (models are ready only now)

        finding.register()

    def ready(self) -> None:
        from smallplaces.norms.beside import register_kinds  # noqa: PLC0415  (models are there only now)

        register_kinds()

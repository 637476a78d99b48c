"""Norms: the texts that people hold up, by version, and who signed them."""

from django.apps import AppConfig


class NormsConfig(AppConfig):
    name = "smallplaces.norms"
    label = "norms"

    def ready(self) -> None:
        from smallplaces.norms import finding  # noqa: PLC0415  (models are ready only now)
        from smallplaces.norms.beside import register_kinds  # noqa: PLC0415

        finding.register()
        register_kinds()

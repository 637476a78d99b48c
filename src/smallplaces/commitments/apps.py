"""Commitments: what we ask, what was promised by them and by us, and what became of it."""

from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    name = "smallplaces.commitments"
    label = "commitments"

    def ready(self) -> None:
        from smallplaces.commitments import corrected, finding  # noqa: PLC0415  (models are ready only now)
        from smallplaces.commitments.beside import register_kinds  # noqa: PLC0415  (models are ready only now)
        from smallplaces.commitments.ends import register  # noqa: PLC0415

        register()
        corrected.register()
        register_kinds()
        finding.register()

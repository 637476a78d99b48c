"""Reports: what we tell our people and the world."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "smallplaces.reports"
    label = "reports"

    def ready(self) -> None:
        from smallplaces.core import ends as registry  # noqa: PLC0415  (models are ready only now)
        from smallplaces.reports import beside, ends  # noqa: PLC0415

        for kind in ("sentence", "statement"):
            registry.register("reports", kind, uses_of=ends.uses_of, retract=ends.retract)
        beside.register_kinds()

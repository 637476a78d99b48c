"""The shipped norms, and citations in a form that a test can compare at a glance."""

from __future__ import annotations

from smallplaces.norms.suggesting import cited


def found(text: str) -> list[str]:
    """Instrument and provision of each citation: "UDHR 25", or "CEDAW" alone."""
    return [f"{one.instrument} {one.provision}".strip() for one in cited(text)]

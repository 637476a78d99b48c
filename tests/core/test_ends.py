"""The registry of withdrawals: every app is asked, in a fixed order, and only for its kind."""

from __future__ import annotations

import pytest

from smallplaces.core import ends
from smallplaces.core.viewers import ANYBODY


@pytest.fixture
def registry(monkeypatch):
    """An empty registry."""
    monkeypatch.setattr(ends, "_registrations", {})
    return ends


def one_use(app: str, *, beyond: str = "", lost: list[str] | None = None):
    def uses_of(kind, ids):
        return [ends.End(one, f"{app}-page", f"{app}-{one}", beyond) for one in ids]

    def retract(kind, ids, by):
        if lost is not None:
            lost.extend(f"{app}:{one}" for one in ids)
        return uses_of(kind, ids)

    ends.register(app, "sentence", uses_of=uses_of, retract=retract)


def test_every_app_loses_the_words_in_the_order_of_names(registry) -> None:
    lost: list[str] = []
    for app in ("reports", "issues"):
        one_use(app, lost=lost)
    assert ends.retract("sentence", ["a", "b"], ANYBODY) == []
    assert lost == ["issues:a", "issues:b", "reports:a", "reports:b"]


def test_only_what_is_out_of_reach_comes_back(registry) -> None:
    one_use("issues")
    one_use("reports", beyond="handed to the council on 3 March")
    assert [end.kind for end in ends.uses_of("sentence", ["a"])] == ["issues-page", "reports-page"]
    assert [end.out_of_reach for end in ends.retract("sentence", ["a"], ANYBODY)] == [
        "handed to the council on 3 March"
    ]


def test_a_second_registration_replaces_the_first(registry) -> None:
    one_use("issues", beyond="first")
    one_use("issues", beyond="second")
    assert [end.out_of_reach for end in ends.uses_of("sentence", ["a"])] == ["second"]


def test_a_kind_that_cannot_be_taken_back_is_no_registration(registry) -> None:
    with pytest.raises(ValueError, match="promise"):
        ends.register("issues", "promise", uses_of=lambda *_: [], retract=lambda *_: [])

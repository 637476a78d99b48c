"""A key to something that can be taken back has a way back: its app is in the registry of withdrawals."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from smallplaces.core.ends import WITHDRAWABLE, registered

HOME = {"sentence": "meetings", "statement": "dialogues"}


def keys_from_outside(kind: str) -> Iterator[tuple[str, str, str | None]]:
    """App, field and way back of every key of another app that points at the kind or at what hangs on it."""
    from django.apps import apps

    target = apps.get_model(HOME[kind], kind)
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label == HOME[kind]:
            continue
        for field in model._meta.get_fields():
            if field.is_relation and not field.auto_created and field.related_model is target:
                yield model._meta.app_label, str(field), field.remote_field.related_name


@pytest.mark.parametrize("kind", WITHDRAWABLE)
def test_every_kind_that_can_be_taken_back_has_keys_to_look_at(kind) -> None:
    assert list(keys_from_outside(kind))


@pytest.mark.parametrize("kind", WITHDRAWABLE)
def test_every_app_with_such_a_key_can_let_go(kind) -> None:
    known = {one.app for one in registered(kind)}
    lost = [field for app, field, _back in keys_from_outside(kind) if app not in known]
    assert lost == []


@pytest.mark.parametrize("kind", WITHDRAWABLE)
def test_no_such_key_opens_a_way_round_the_queries(kind) -> None:
    assert [field for _app, field, back in keys_from_outside(kind) if not str(back).endswith("+")] == []

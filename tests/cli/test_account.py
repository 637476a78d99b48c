"""`smallplaces account`."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner
from django.test import Client

from smallplaces.cli.main import main
from tests.factories.groups import make_account, make_group

pytestmark = pytest.mark.django_db


def path_in(output: str) -> str:
    match = re.search(r"http://localhost:\d+(/account/\S+)", output)
    assert match, output
    return match[1]


def test_two_invitations_open_a_group() -> None:
    group = make_group(state="opening", opened_on=None)
    for number in range(2):
        told = CliRunner().invoke(main, ["account", "invite", "--group", group.slug, "--role", "holder"])
        assert told.exit_code == 0, told.output
        client = Client()
        door = client.post(path_in(told.stdout))
        fields = {"username": f"holder-{number}", "password": "four words only mine"}
        assert client.post(door["Location"], fields).status_code == 302
    group.refresh_from_db()
    assert group.state == "open"


def test_a_steward_is_invited_by_command() -> None:
    from smallplaces.groups.models import Account

    told = CliRunner().invoke(main, ["account", "invite", "--steward"])
    client = Client()
    door = client.post(path_in(told.stdout))
    client.post(door["Location"], {"username": "keeper", "password": "four words only mine"})
    assert Account.objects.get(username="keeper").is_steward


def test_a_new_password_by_command() -> None:
    account = make_account(username="ana.r")
    told = CliRunner().invoke(main, ["account", "password", "ANA.R"])
    client = Client()
    door = client.post(path_in(told.stdout))
    client.post(door["Location"], {"password": "another four words here"})
    account.refresh_from_db()
    assert account.check_password("another four words here")


@pytest.mark.parametrize("command", [["invite", "--steward"], ["password", "ana.r"]])
def test_a_preview_makes_no_link(command: list[str]) -> None:
    from smallplaces.core.models import OneTimeLink

    make_account(username="ana.r")
    told = CliRunner().invoke(main, ["account", *command, "--preview"])
    assert told.stdout.startswith("Would be made")
    assert "http" not in told.stdout
    assert not OneTimeLink.objects.exists()

"""`smallplaces account`."""

from __future__ import annotations

import click

from smallplaces.cli.shell import outer_address, preview_option, with_django, writing


@click.group(epilog="Example: smallplaces account invite --help")
def account() -> None:
    """Invite people; make a new password link."""


@account.command(epilog="Example: smallplaces account invite --group mill-circle --role holder")
@click.option("--group", "group_slug", default="", help="The address (slug) of the group.")
@click.option("--role", default="member", show_default=True, help="holder or member.")
@click.option("--steward", is_flag=True, help="The person also becomes a steward of this installation.")
@click.option("--days", default=14, show_default=True, help="How long the invitation stands.")
@preview_option
@with_django
def invite(*, group_slug: str, role: str, steward: bool, days: int, preview: bool) -> None:
    """Make a one-time invitation, and print its address once. Nobody needs mail for it."""
    from django.urls import reverse  # noqa: PLC0415

    from smallplaces.core.viewers import command  # noqa: PLC0415
    from smallplaces.groups.actions import invite as make_invitation  # noqa: PLC0415
    from smallplaces.groups.queries import get_group  # noqa: PLC0415

    by = command()
    with writing(preview=preview):
        its = get_group(group_slug, viewer=by) if group_slug else None
        link, key = make_invitation(its, role=role, steward=steward, days=days, by=by)
    what = " and ".join([*([f"{role} of {its.name}"] if its else []), *(["steward"] if steward else [])])
    if preview:
        click.echo(f"Would be made: an invitation as {what}, until {link.until}.")
        return
    click.echo(f"An invitation as {what}, good once, until {link.until}:")
    click.echo(outer_address(reverse("invitation", args=[key])))


@account.command(epilog="Example: smallplaces account password ana.r")
@click.argument("username")
@preview_option
@with_django
def password(*, username: str, preview: bool) -> None:
    """Make a link by which a person sets a new password, and print its address once."""
    from django.urls import reverse  # noqa: PLC0415

    from smallplaces.core.viewers import command  # noqa: PLC0415
    from smallplaces.groups.actions import ask_new_password_link  # noqa: PLC0415
    from smallplaces.groups.queries import account_by_username  # noqa: PLC0415

    with writing(preview=preview):
        person = account_by_username(username)
        link, key = ask_new_password_link(person, by=command())
    if preview:
        click.echo(f"Would be made: a link for {person.username} to set a password, until {link.until}.")
        return
    click.echo(f"A link for {person.username} to set a password, good once, until {link.until}:")
    click.echo(outer_address(reverse("new_password", args=[key])))

"""What all commands share: they are read late, set Django up late, and say a refusal in one sentence."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

import click

from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError

REFUSED = 2
Command = TypeVar("Command", bound=Callable[..., Any])


class LazyGroup(click.Group):
    """A group of commands by name: `module:attribute` and one line of help. Nothing is imported for `--help`."""

    def __init__(self, name: str, table: Mapping[str, tuple[str, str]], **options: Any) -> None:
        super().__init__(name, **options)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*self.table, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.table:
            return super().get_command(ctx, cmd_name)
        module, _colon, attribute = self.table[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, self._line(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def _line(self, ctx: click.Context, name: str) -> str:
        if name in self.table:
            return self.table[name][1]
        command = super().get_command(ctx, name)
        return command.get_short_help_str() if command else ""


def with_django(command: Command) -> Command:
    """Sets Django up before a command runs, and turns what the house refuses into one sentence and exit 2."""

    @wraps(command)
    def inner(*args: Any, **kwargs: Any) -> Any:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "smallplaces.config.settings")
        import django  # noqa: PLC0415  (the list of commands comes without it)

        django.setup()
        with refusals_in_words():
            return command(*args, **kwargs)

    return inner  # type: ignore[return-value]


@contextmanager
def refusals_in_words() -> Iterator[None]:
    """Says a refusal on the error stream and ends with 2; a database that is not there says what to do."""
    from django.db.utils import DatabaseError  # noqa: PLC0415

    try:
        yield
    except (RefusedError, NotAllowedError) as refusal:
        stop(refusal.sentence)
    except NotVisibleError as missing:
        stop(f"There is nothing called {str(missing)!r} here. Check how it is written.")
    except DatabaseError as error:
        if "no such table" in str(error) or "does not exist" in str(error):
            stop("The database is not there yet, or it is older than this software. Make it ready: smallplaces migrate")
        raise


def stop(sentence: str) -> None:
    """One sentence on the error stream, and exit 2."""
    click.echo(sentence, err=True)
    sys.exit(REFUSED)


@contextmanager
def writing(*, preview: bool) -> Iterator[None]:
    """One transaction around a command's actions; with `--preview` it is undone at the end, whatever they wrote."""
    from django.db import transaction  # noqa: PLC0415

    with transaction.atomic():
        yield
        if preview:
            transaction.set_rollback(True)


def preview_option(command: Command) -> Command:
    """The switch `--preview`."""
    option = click.option("--preview", is_flag=True, help="Show what would be made, and write nothing.")
    return option(command)


def would(*, preview: bool) -> str:
    """How a command begins its sentence about what it made, or would make."""
    return "Would be made" if preview else "Made"


def outer_address(path: str) -> str:
    """The whole address of a page, as people outside reach it."""
    from django.conf import settings  # noqa: PLC0415

    base = settings.URL.geturl().rstrip("/") if settings.URL else f"http://localhost:{settings.PORT}"
    return base + path


@contextmanager
def shows_progress() -> Iterator[Callable[[int, int, str], None]]:
    """A line of progress: rewritten in a terminal; elsewhere, in a log, only some of the lines."""
    terminal = sys.stdout.isatty()

    def show(done: int, of: int, what: str) -> None:
        line = f"        {done} of {of}  {what}"
        if terminal:
            click.echo(f"\r{line:<76}", nl=False)
        elif done % max(1, of // 5) == 0:
            click.echo(line)

    yield show
    if terminal:
        click.echo("\r" + " " * 76 + "\r", nl=False)

"""What one run says beside its options: ``--set NAME=VALUE``, as often as there is something to say.

A setting is an option with ``rich_help_panel=SETTINGS``: it is declared, checked and passed on as every other, and
written ``--set when=Mondays``. So a command has few options, and each thing that a case may hold has one name.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, Any, TypeVar

import typer
from typer.core import TyperCommand  # noqa: TID251 - Typer's own pages derive classes from it

from collabkit import output
from collabkit.errors import UnknownIdError, UsageError

F = TypeVar("F", bound=Callable[..., Any])

SETTINGS = "Settings"
"""The group of the options that are written ``--set NAME=VALUE``."""

_YES, _NO = frozenset({"yes", "true", "1", ""}), frozenset({"no", "false", "0"})


def settings_of(command: Any) -> dict[str, Any]:  # noqa: ANN401 - Typer's own class
    """Return the settings of *command* by their names."""
    return {
        each.opts[0].removeprefix("--"): each
        for each in command.params
        if getattr(each, "rich_help_panel", None) == SETTINGS
    }


class Command(TyperCommand):
    """A command that takes settings, and still understands what older releases called an option."""

    def __init__(self, name: str | None, **given: Any) -> None:  # noqa: ANN401 - as above
        """Make the command *name*."""
        super().__init__(name, **given)
        settings, colored = _declared()
        self.params += [settings, colored] if settings_of(self) else [colored]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - as above
        """Read *args*, each setting as the option that it is.

        Raises:
            UsageError: a setting has no name that the command knows, or a value that it does not take.
        """
        settings = settings_of(self)
        if not settings or ctx.resilient_parsing:
            return super().parse_args(ctx, args)
        typed, _, _ = self.make_parser(ctx).parse_args(args=list(args))
        for name, option in settings.items():
            if option.name in typed:
                output.note(
                    f"--{name} will be removed; write --set {name}{_value_of(option)} instead."
                )
        return super().parse_args(ctx, [*_as_options(settings, typed.get("settings") or ()), *args])


class Commands(typer.Typer):
    """A program, or a group of commands, each of which takes settings."""

    def command(self, name: str | None = None, **given: Any) -> Callable[[F], F]:  # noqa: ANN401 - as above
        """Take up the command *name*."""
        return super().command(name, **{"cls": Command, **given})


def _value_of(option: Any) -> str:  # noqa: ANN401 - as above
    return "" if option.is_flag else f"={option.metavar or 'TEXT'}"


def _as_options(settings: Mapping[str, Any], said: Sequence[str]) -> Iterator[str]:
    """Yield the options that the settings *said* stand for."""
    for each in said:
        name, equals, value = each.partition("=")
        name = name.strip()
        if name not in settings:
            raise UnknownIdError("setting", name, settings)
        option = settings[name]
        if not option.is_flag:
            if not equals:
                raise UsageError(
                    f"{name} is set to nothing", f"Write it as --set {name}{_value_of(option)}"
                )
            yield f"--{name}={value}"
        elif value.casefold() in _YES:
            yield f"--{name}"
        elif value.casefold() not in _NO:
            raise UsageError(f"{name} is yes or no, not {value!r}", f"Write it as --set {name}")


def _offered(context: typer.Context, incomplete: str) -> list[str]:
    """Offer the settings of a command whose names begin so."""
    return [
        name if option.is_flag else f"{name}="
        for name, option in settings_of(context.command).items()
        if name.startswith(incomplete)
    ]


def _refuse_color(value: bool) -> bool:
    if not value:
        os.environ["NO_COLOR"] = "1"
        output.note("--no-color will be removed; set NO_COLOR=1 instead.")
    return value


def _of_every_command(
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="NAME=VALUE",
            help="Say one more thing, by its name. Repeatable.",
            autocompletion=_offered,
            expose_value=False,
            show_default=False,
        ),
    ] = None,
    colored: Annotated[
        bool,
        typer.Option(
            "--color/--no-color",
            hidden=True,
            is_eager=True,
            callback=_refuse_color,
            expose_value=False,
        ),
    ] = True,
) -> None:
    """Declare what every command understands and none is given."""


def _declared() -> tuple[Any, Any]:
    app = typer.Typer(add_completion=False)
    app.command()(_of_every_command)
    settings, colored = typer.main.get_command(app).params[:2]
    return settings, colored

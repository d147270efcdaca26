"""The options of ``collab plan``."""

from pathlib import Path
from typing import Annotated

import typer

from collabkit.cli.complete import among, ids_of
from collabkit.cli.settings import SETTINGS

HoursOption = Annotated[
    str | None,
    typer.Option(
        "--hours",
        metavar="TEXT",
        help='Staff hours a week: 6, or "6, summer 2, december 0". [default: that of library.yaml]',
        show_default=False,
    ),
]
MoneyOption = Annotated[
    float | None,
    typer.Option(
        "--money",
        min=0,
        metavar="DOLLARS",
        help="Money beyond staff time. [default: no limit]",
        show_default=False,
    ),
]
GoalOption = Annotated[
    list[str] | None,
    typer.Option(
        "--goal",
        "-g",
        metavar="ID[=WEIGHT]",
        help="A goal to plan for, and its weight. Repeatable. [default: those of library.yaml, or all]",
        autocompletion=ids_of("goals"),
        show_default=False,
    ),
]
LeastOption = Annotated[
    list[str] | None,
    typer.Option(
        "--least",
        metavar="GOAL",
        help="A goal that somebody has to carry. Repeatable.",
        autocompletion=ids_of("goals"),
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]


def _works(name: str, said: str, panel: str | None = SETTINGS) -> object:
    return typer.Option(
        name,
        metavar="WORK",
        help=f"{said} Repeatable.",
        autocompletion=ids_of("activities"),
        show_default=False,
        rich_help_panel=panel,
    )


MustOption = Annotated[list[str] | None, _works("--must", "Work that has to be in.")]
WithoutOption = Annotated[list[str] | None, _works("--without", "Work that must not be in.")]
OnlyOption = Annotated[
    list[str] | None,
    _works(
        "--only",
        "Consider this work and no other; `-` reads those of match or find on stdin.",
        "Wishes",
    ),
]
CareOption = Annotated[
    str,
    typer.Option(
        "--care",
        metavar="LEVEL",
        help="How to take hours that are ranges. full: at their middle. careful: any five works may "
        "take their most. safe: all may.",
        autocompletion=among(("full", "careful", "safe")),
        rich_help_panel=SETTINGS,
    ),
]
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="MONTH",
        help="The first month, such as 2027-01. [default: the next one]",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
MonthsOption = Annotated[
    int,
    typer.Option(
        "--months",
        min=1,
        max=36,
        metavar="N",
        help="How many months to plan.",
        rich_help_panel=SETTINGS,
    ),
]
WhatIfOption = Annotated[
    list[str] | None,
    typer.Option(
        "--what-if",
        metavar="NAME=VALUE",
        help="Show what changes in a plan with another option: hours=8, without=WORK. Repeatable; "
        "all together are the other plan.",
        show_default=False,
        rich_help_panel="A saved plan",
    ),
]
ExplainOption = Annotated[
    bool,
    typer.Option(
        "--explain", help="Print why each work is in, what came close, and what more would bring."
    ),
]
StepsOption = Annotated[bool, typer.Option("--steps", help="List what to do, with day and hours.")]
SaveOption = Annotated[
    Path | None,
    typer.Option(
        "--save",
        metavar="FILE",
        help="Write the plan to a file.",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
KeepOption = Annotated[
    Path | None,
    typer.Option(
        "--keep",
        metavar="FILE",
        help="Keep to a saved plan: as many of its works stay as can, and move as little as they can.",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
GreedyOption = Annotated[
    bool,
    typer.Option(
        "--greedy",
        help="Plan without the solver; quick, and a better plan may exist.",
        rich_help_panel=SETTINGS,
    ),
]
CompareOption = Annotated[
    tuple[Path, Path] | None,
    typer.Option(
        "--compare",
        metavar="FILE FILE",
        help="Show what the second of two saved plans does differently; nothing is planned.",
        show_default=False,
        rich_help_panel="A saved plan",
    ),
]
CalendarOption = Annotated[
    Path | None,
    typer.Option(
        "--calendar",
        metavar="FILE",
        help="Write the steps to a calendar file (iCalendar).",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
ReadyOption = Annotated[
    bool,
    typer.Option(
        "--ready",
        help="Ask once what the chosen works require, keep the answers in library.yaml, and list what lacks.",
        rich_help_panel="What has to be ready",
    ),
]
AnswerOption = Annotated[
    list[str] | None,
    typer.Option(
        "--answer",
        metavar="WORK.NAME=ANSWER",
        help="Keep what you have of what a work requires: yes, no or later. Repeatable.",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
AnswersOption = Annotated[
    Path | None,
    typer.Option(
        "--answers",
        metavar="FILE",
        help="Keep the answers of a table, as --ready -f csv writes it.",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write two pages for the board: .md, .txt, .html, .docx, .odt or .pdf.",
        show_default=False,
        rich_help_panel="Files to write",
    ),
]
WeightOption = Annotated[
    list[str] | None,
    typer.Option(
        "--weight",
        metavar="NAME=VALUE",
        help="Count something otherwise, such as backed=0.5; docs/planning.md has the names. "
        "Repeatable. [default: those of `planning:` in library.yaml]",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]

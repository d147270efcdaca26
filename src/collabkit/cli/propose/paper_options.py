"""The options of ``collab propose``, by what they are about: the work, the paper, the agreement."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, get_args

import typer

from collabkit.cli.complete import among, ids_of
from collabkit.cli.propose.paper_files import RECORDS, Form
from collabkit.cli.settings import SETTINGS
from collabkit.workspace.names import FORMATS, PAPERS, VOICES, Decision, Formality, Stage, Voice

PartnerArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="PARTNER",
        help="A partner id; without it the best match. `-` reads match records from stdin.",
        autocompletion=ids_of("partners"),
        show_default=False,
    ),
]
ActivityOption = Annotated[
    str | None,
    typer.Option(
        "--activity",
        "-a",
        metavar="ID",
        help="The joint work to propose. [default: the one that fits best]",
        autocompletion=ids_of("activities"),
        show_default=False,
    ),
]
ToOption = Annotated[
    str | None,
    typer.Option("--to", metavar="NAME", help="The organization's name.", show_default=False),
]
OrganizationOption = Annotated[
    str | None,
    typer.Option(
        "--organization",
        metavar="ID|NAME",
        help="The organization of the directory that receives it.",
        show_default=False,
        rich_help_panel="The reader",
    ),
]
PaperOption = Annotated[
    str,
    typer.Option(
        "--as",
        metavar="PAPER",
        help=f"Which paper: {', '.join(PAPERS)}; or plan, the whole plan for the board.",
        autocompletion=among((*PAPERS, "plan")),
    ),
]
VoiceOption = Annotated[
    Voice, typer.Option("--for", help=f"Who reads it: {', '.join(VOICES)}.", metavar="READER")
]
FormatOption = Annotated[
    Form | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"One of: {', '.join((*FORMATS, *RECORDS))}. [default: by the ending of -o, else md]",
        show_default=False,
        rich_help_panel="The paper",
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|DIR/",
        help="Write to a file, or one file for each paper into a folder. [default: stdout]",
        show_default=False,
    ),
]
DateOption = Annotated[
    datetime | None,
    typer.Option(
        "--date",
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="The day that the paper bears. [default: today]",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
StrictOption = Annotated[
    bool,
    typer.Option(
        "--strict",
        help="Write nothing and exit 3 if a fact is missing.",
        rich_help_panel="The paper",
    ),
]
TemplatesOption = Annotated[
    Path | None,
    typer.Option(
        "--templates",
        metavar="DIR",
        help="Folder of your own templates. [default: templates/ beside library.yaml]",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]

LevelOption = Annotated[
    Formality | None,
    typer.Option(
        "--level",
        metavar="LEVEL",
        help="How formal an agreement is: email, letter, mou or contract. [default: as the case calls for]",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
InvolvesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--involves",
        metavar="CONDITION",
        help="Something that the agreement involves, such as money or minors; `collab list conditions` has them. Repeatable.",
        autocompletion=ids_of("conditions"),
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
ExcludesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--excludes",
        metavar="CONDITION",
        help="Something that it does not involve. Repeatable.",
        autocompletion=ids_of("conditions"),
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
StartOption = Annotated[
    datetime | None,
    typer.Option(
        "--start",
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="First day of an agreement.",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
EndOption = Annotated[
    datetime | None,
    typer.Option(
        "--end",
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="Last day of an agreement.",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
AnywayOption = Annotated[
    bool,
    typer.Option(
        "--anyway",
        help="Write about a goal that was read with low confidence, too.",
        rich_help_panel=SETTINGS,
    ),
]
ExplainOption = Annotated[
    bool,
    typer.Option(
        "--explain",
        help="Let each clause of an agreement say why it is there.",
        rich_help_panel=SETTINGS,
    ),
]
PersonOption = Annotated[
    str | None,
    typer.Option(
        "--person",
        metavar="NAME",
        help="Who receives it there, by name.",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
WhenOption = Annotated[
    str | None,
    typer.Option(
        "--when",
        metavar="TEXT",
        help='Days and hours of the work, such as "Mondays, January 11 and 25, 9 to noon"; of an '
        "invitation, those of the meeting.",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
WhereOption = Annotated[
    str | None,
    typer.Option(
        "--where",
        metavar="TEXT",
        help='Its place, such as "the training room of the library".',
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
FactOption = Annotated[
    list[str] | None,
    typer.Option(
        "--fact",
        metavar="TEXT",
        help='A whole sentence about the library or the town that the paper says beside the need: "Postage '
        'cost us $5,100 last year." Repeatable.',
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
WhyOption = Annotated[
    str | None,
    typer.Option(
        "--why",
        metavar="TEXT",
        help='Why you write, in a whole sentence that the reader may see: "Families ask us every week where to eat in '
        'July." What you give as --goal is for choosing only, and stands in no paper.',
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
WithOption = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="PARTNER[=NAME]",
        help="One more side of the work, by partner id, and its name. Repeatable.",
        autocompletion=ids_of("partners"),
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
HelperOption = Annotated[
    list[str] | None,
    typer.Option(
        "--helper",
        metavar="PARTNER=NAME",
        help="Somebody else whom the work takes and who signs nothing, by partner id and name, with the day of its "
        "answer if you know it: 'service-club=Rotary Club, by 2027-02-26', or ', agreed'. Repeatable. "
        "[default: who is kept as a partnership for the same work]",
        autocompletion=ids_of("partners"),
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
PartnershipOption = Annotated[
    str | None,
    typer.Option(
        "--partnership",
        metavar="NAME",
        help="A partnership that is kept: its record says who, what for, how far it has come and what "
        "was agreed; a paper written to a file is logged there.",
        show_default=False,
    ),
]
KeepOption = Annotated[
    bool,
    typer.Option(
        "--keep",
        help="Write when, where, facts, helpers, what is agreed, --activity and --to into the partnership, so that "
        "every later paper knows them.",
        rich_help_panel="The case",
    ),
]
StageOption = Annotated[
    Stage | None,
    typer.Option(
        "--stage",
        metavar="STAGE",
        help=f"How far the talk has come: {', '.join(get_args(Stage))}. Board and funder papers say no more than that. [default: idea]",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
AnswerOption = Annotated[
    Decision,
    typer.Option(
        "--answer",
        metavar="ANSWER",
        help=f"How a reply answers: {', '.join(get_args(Decision))}.",
        rich_help_panel=SETTINGS,
    ),
]
NeedOption = Annotated[
    str | None,
    typer.Option(
        "--need",
        metavar="TEXT",
        help='What people come to you with, in a sentence of your own instead of ours: "Parents ask us every week for a '
        'place to wait."',
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
StrikeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--strike",
        metavar="TEXT",
        help="Words of something that the paper would promise in your name and must not. Repeatable.",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
SureOption = Annotated[
    bool,
    typer.Option(
        "--sure",
        help="You have read what the paper says in your name and stand by it: stderr lists it no more.",
        rich_help_panel=SETTINGS,
    ),
]
AgreedOption = Annotated[
    list[str] | None,
    typer.Option(
        "--agreed",
        metavar="TEXT",
        help="Something that is settled: between the two sides in what is signed, on our side in a paper to a board or a "
        "funder. Repeatable.",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]
FinalOption = Annotated[
    bool,
    typer.Option(
        "--final",
        help="The copy to sign: nothing to tick, no word about a draft.",
        rich_help_panel=SETTINGS,
    ),
]
DirectoryOption = Annotated[
    Path | None,
    typer.Option(
        "--directory",
        envvar="COLLAB_DIRECTORY",
        metavar="DIR",
        help="Folder of the directory of organizations. [default: the user's data folder]",
        show_default=False,
        rich_help_panel=SETTINGS,
    ),
]

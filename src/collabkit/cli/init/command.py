"""``collab init``: a commented ``library.yaml``."""

import sys
from collections.abc import Sequence
from pathlib import Path

from collabkit import output, paths
from collabkit.cli import options
from collabkit.cli.init import init_options as given
from collabkit.errors import UsageError
from collabkit.files.saving import refuse_taken
from collabkit.workspace import Workspace
from collabkit.workspace.names import Contact, Library, OwnAsset, ProfileError, merged


def command(
    name: given.NameOption = None,
    place: given.PlaceOption = None,
    zip_: given.ZipOption = None,
    role: given.RoleOption = None,
    signer: given.SignerOption = None,
    phone: given.PhoneOption = None,
    email: given.EmailOption = None,
    address: given.AddressOption = None,
    asset: given.AssetOption = None,
    need: given.NeedOption = None,
    hours: given.HoursOption = None,
    from_survey: given.FromSurveyOption = None,
    directory: options.DirectoryOption = None,
    out: given.OutOption = Path(paths.PROFILE),
    force: options.ForceOption = False,
    catalog: options.CatalogOption = None,
) -> None:
    """Say who you are, what you have and need: library.yaml.

    Asks on a terminal for what no option gives; elsewhere leaves it to fill in.

    Example: collab init --name "Carnegie Public Library" --place "Dell Rapids, South Dakota"
    """
    refuse_taken(out, force=force)
    workspace = Workspace.open(catalog=catalog, directory=directory)
    known = workspace.catalog
    for id_ in asset or ():
        known.known("assets", id_)
    for id_ in need or ():
        known.known("resources", id_)
    # Not validated here: what the file says is read back before it is written, where problems have names.
    stated = Library.model_construct(
        name=name,
        place=place,
        address=address,
        zip=zip_,
        contact=Contact.model_construct(name=signer, role=role, phone=phone, email=email),
        assets=tuple(asset or ()),
        needs=tuple(need or ()),
        hours=hours,
    )
    survey = _surveyed(from_survey, workspace)
    own_assets: Sequence[OwnAsset] = ()
    if sys.stdin.isatty() and sys.stdout.isatty():
        from collabkit.cli.init.interview import interview  # noqa: PLC0415 - only for people

        stated, survey, own_assets = interview(stated, survey, workspace)
    try:
        workspace.write_profile(merged(stated, survey), out, own_assets=own_assets, force=force)
    except ProfileError as error:
        raise UsageError(f"{error.field}: {error.reason}") from error
    output.note(
        f"Wrote {out}. Open it in any editor to add figures and partners; `collab check {out}` looks it over."
    )


def _surveyed(asked: str | None, workspace: Workspace) -> Library:
    if asked is None:
        return Library.model_construct()
    found = workspace.survey_profile(asked)
    figures = f", with {len(found.figures)} figures" if found.figures else ""
    output.note(f"Found {found.name}, {found.place}{figures}.")
    if not figures:
        output.note(
            "It stands among the survey's outlets, which have no figures. Those of its library come "
            f"with --from-survey {found.fscskey}, once the survey's file of administrative entities "
            "(AE) is loaded."
        )
    return found

"""``collab propose``: a partner and a goal to any of the papers that a partnership needs."""

import sys
from datetime import date

from collabkit import output, paths
from collabkit.catalog import Catalog
from collabkit.cli import options
from collabkit.cli.propose import match_input, paper_files, paper_notes, questions
from collabkit.cli.propose import paper_options as given
from collabkit.errors import UsageError
from collabkit.proposals import Choosing, Draft, Drafter, Subject, Terms, formats, paper
from collabkit.proposals.papers import is_agreement
from collabkit.proposals.subjects import Other


def command(
    partner: given.PartnerArgument = None,
    goal: options.GoalOption = None,
    as_: given.PaperOption = "one-pager",
    voice: given.VoiceOption = "partner",
    activity: given.ActivityOption = None,
    to: given.ToOption = None,
    organization: given.OrganizationOption = None,
    out: given.OutputOption = None,
    format_: given.FormatOption = None,
    day: given.DateOption = None,
    strict: given.StrictOption = False,
    force: given.ForceOption = False,
    level: given.LevelOption = None,
    involves: given.InvolvesOption = None,
    excludes: given.ExcludesOption = None,
    person: given.PersonOption = None,
    with_: given.WithOption = None,
    stage: given.StageOption = "idea",
    decision: given.DecisionOption = "yes",
    agreed: given.AgreedOption = None,
    final: given.FinalOption = False,
    start: given.StartOption = None,
    end: given.EndOption = None,
    explain: given.ExplainOption = False,
    library: options.LibraryOption = None,
    templates: given.TemplatesOption = None,
    catalog: options.CatalogOption = None,
    directory: options.DirectoryOption = None,
) -> None:
    """Write a paper for a partnership: e-mail, script, one-pager, proposal, agreement and more.

    Example: collab propose literacy-council --goal literacy --as email --to "Missoula Reads"
    """
    chosen = paper(as_, voice)
    form = formats.chosen(format_, out)
    known = options.open_catalog(catalog)
    profile, file = options.open_library(library, known)
    reach = None
    if organization is not None:
        from collabkit.cli.organizations import receiver  # noqa: PLC0415 - DuckDB, if it is asked

        partner, to, reach = receiver(organization, partner, to, directory)
    subjects = _subjects(Choosing(known, profile, activity, to, reach), known, partner, goal or [])
    on = day.date() if day else date.today()  # noqa: DTZ011 - the day on the wall
    terms = Terms(
        level,
        tuple(involves or ()),
        tuple(excludes or ()),
        start.date() if start else None,
        end.date() if end else None,
        explain,
        final,
        tuple(agreed or ()),
    )
    others = tuple(_other(known, each) for each in with_ or ())
    subjects = [
        subject._replace(others=others, person=person or subject.person) for subject in subjects
    ]
    if templates and not templates.is_dir():
        raise UsageError(
            f"no folder called {str(templates)!r}", "`collab templates copy one-pager` makes one"
        )
    desk = Drafter(
        known,
        profile,
        chosen,
        voice=voice,
        stage=stage,
        decision=decision,
        on=on,
        own=templates or paths.own_templates(),
    )
    if is_agreement(chosen) and len(subjects) == 1 and sys.stdin.isatty():
        terms = questions.terms(known, terms, desk.unsettled(subjects[0], terms))
    drafts = [desk.draft(subject, terms) for subject in output.progress(subjects, f"Writing {as_}")]
    if strict:
        paper_notes.refuse_gaps(drafts, file)
    look = formats.Look.of(profile, file, on)
    _write(drafts, out, form, look, force=force)
    paper_notes.gaps(drafts, file)
    paper_notes.outdated(known, drafts, on)
    for draft in drafts[:1] if len(drafts) == 1 else ():
        paper_notes.advice(
            known, draft, desk.unsettled(draft.subject, terms) if draft.facts.agreement else []
        )
    if file is None:
        options.no_profile_note()


def _subjects(
    choosing: Choosing, known: Catalog, partner: str | None, goals: list[str]
) -> list[Subject]:
    """Return what the papers are about: a named partner, the best one, or records on stdin."""
    if partner == "-" or (partner is None and not goals and not sys.stdin.isatty()):
        subjects = [choosing.from_record(record, line) for line, record in match_input.records()]
        if not subjects:
            raise UsageError(
                "no match record on stdin",
                "`collab match --goal literacy -f ndjson | collab propose` writes one paper each",
            )
        return subjects
    if partner is None:
        return [choosing.best(goals or questions.goals(known))]
    return [choosing.with_partner(partner, goals)]


def _other(catalog: Catalog, text: str) -> Other:
    """Return one more side of the work, written as PARTNER or PARTNER=NAME."""
    partner, _, name = text.partition("=")
    return Other(catalog.known("partners", partner.strip()).id, name.strip() or None)


def _write(
    drafts: list[Draft],
    out: str | None,
    form: formats.DocumentFormat,
    look: formats.Look,
    *,
    force: bool,
) -> None:
    if out is None:
        output.say("\n---\n\n".join(formats.text_of(draft, form, look) for draft in drafts))
        output.flush()
        return
    files = paper_files.places(drafts, out, f".{form}", force=force)
    made = [formats.made(draft, form, look) for draft in output.progress(drafts, f"Making {form}")]
    paper_files.put(files, made)

"""``collab propose``: a partner and a goal to any of the papers that a partnership needs."""

from pathlib import Path

from collabkit import clock, output
from collabkit.cli import hold, options
from collabkit.cli.propose import paper_files, plan_paper, questions, recipients
from collabkit.cli.propose import paper_options as given
from collabkit.workspace import Workspace
from collabkit.workspace.names import PAPERS, Document, Other, PaperOrder, Terms, Wording, unused

_TO_A_MEETING = "invitation"


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
    force: options.ForceOption = False,
    level: given.LevelOption = None,
    involves: given.InvolvesOption = None,
    excludes: given.ExcludesOption = None,
    agreed: given.AgreedOption = None,
    final: given.FinalOption = False,
    person: given.PersonOption = None,
    when: given.WhenOption = None,
    where: given.WhereOption = None,
    fact: given.FactOption = None,
    why: given.WhyOption = None,
    need: given.NeedOption = None,
    strike: given.StrikeOption = None,
    sure: given.SureOption = False,
    with_: given.WithOption = None,
    helper: given.HelperOption = None,
    stage: given.StageOption = None,
    partnership: given.PartnershipOption = None,
    keep: given.KeepOption = False,
    answer: given.AnswerOption = "yes",
    start: given.StartOption = None,
    end: given.EndOption = None,
    explain: given.ExplainOption = False,
    anyway: given.AnywayOption = False,
    library: options.LibraryOption = None,
    templates: given.TemplatesOption = None,
    catalog: options.CatalogOption = None,
    directory: given.DirectoryOption = None,
) -> None:
    """Write a letter, proposal, agreement or other paper.

    Example: collab propose literacy-council --goal literacy --as email --to "Missoula Reads"
    """
    form = paper_files.form(format_, out)
    workspace = Workspace.open(
        catalog=catalog, library=library, templates=templates, directory=directory
    )
    hold(workspace)
    on = day.date() if day else clock.today()
    if as_ == plan_paper.PAPER:
        plan_paper.write(workspace, goal or (), out, form, on=on, force=force)
        return
    known = recipients.on_record(workspace, partnership, on, keep=keep)
    # The record tells of the work, and not of the day on which people come together.
    if as_ == _TO_A_MEETING:
        known = known._replace(when=None, where=None)
    order = PaperOrder(
        paper=as_,
        voice=voice,
        stage=stage or known.stage,
        decision=answer,
        on=on,
        terms=Terms(
            level=level,
            involves=tuple(involves or ()),
            excludes=tuple(excludes or ()),
            start=start.date() if start else known.start,
            end=end.date() if end else known.end,
            explain=explain,
            final=final,
            agreed=(*known.agreed, *(agreed or ())),
        ),
        outcomes=known.outcomes,
        goals=tuple(goal or known.goals),
        activity=activity or known.activity,
        to=to or known.receiver.to,
        reach=known.receiver.reach,
        person=person or known.person,
        others=tuple(Other.parsed(each) for each in with_ or ()),
        helpers=recipients.helpers(helper or ()) or known.helpers_of(activity),
        body=known.body,
        when=when or known.when,
        where=where or known.where,
        facts=(*known.facts, *(fact or ())),
        why=why,
        wording=Wording(
            need or known.wording.need,
            (*known.wording.strike, *(strike or ())),
            sure or known.wording.sure,
        ),
        anyway=anyway,
    )
    about = partner or known.receiver.partner
    about, order = recipients.addressed(workspace, organization, about, order)
    papers, own = recipients.papers(workspace, known, partnership, order)
    order, subjects = (order, own) if own else recipients.subjects(workspace, about, order)
    if voice in PAPERS[as_].names_helpers:
        subjects = recipients.with_kept_helpers(workspace, subjects, on)
    options.print_notes(unused(order, facts=bool(fact), why=bool(why), agreed=bool(agreed)))
    order = questions.settled(workspace, subjects, order)
    written = [
        papers.write(order, subject) for subject in output.progress(subjects, f"Writing {as_}")
    ]
    if strict:
        papers.refuse_gaps(written)
    files = _write(written, out, form, force=force)
    if partnership is None:
        options.print_notes(
            workspace.introductions(
                (organization or "", each.to, each.partner) for each in subjects if each.to
            )
        )
    elif files:
        workspace.partnerships.log_papers(partnership, as_, files, on=on)
    if keep:
        recipients.keep(
            workspace,
            partnership,
            agreed or (),
            when=when,
            where=where,
            facts=tuple(fact or ()),
            need=need,
            strike=tuple(strike or ()),
            sure=sure,
            others=tuple(helper or ()),
            work=activity,
            name=to,
        )
    options.print_notes(papers.notes(written, order))
    options.print_notes(workspace.notes)


def _write(
    written: list[Document], out: str | None, form: paper_files.Form, *, force: bool
) -> list[Path]:
    """Write the papers to stdout or to files; return the files."""
    if form in paper_files.RECORDS:
        output.write(
            [each.record() for each in written],
            (),
            output.Format(form),
            id_=lambda each: each.title,
        )
        return []
    if out is None:
        output.say("\n---\n\n".join(each.content(form).decode() for each in written))
        output.flush()
        return []
    files = paper_files.places(written, out, f".{form}", force=force)
    made = [each.content(form) for each in output.progress(written, f"Making {form}")]
    paper_files.put(files, made, force=force)
    return files

"""What a case gives to its papers: who, what for, which days, who else, and what only she knows."""

from collabkit.cases.case import Case
from collabkit.cases.own_work import ID, own_work, with_own_work
from collabkit.catalog import Catalog
from collabkit.directory.records import Organization
from collabkit.errors import UsageError
from collabkit.proposals import Reach, Subject, Terms
from collabkit.proposals.orders import PaperOrder
from collabkit.proposals.subjects import Other
from collabkit.proposals.wording import Wording


def order_of(case: Case, paper: str, found: Organization | None = None) -> PaperOrder:
    """Return the order of *paper* about *case*; *found* is its body as the directory has it."""
    return PaperOrder(
        paper,
        terms=Terms(agreed=(case.pays,) if case.pays else ()),
        activity=case.work,
        to=case.name,
        reach=Reach(found.address, found.phone or "", found.site or "") if found else None,
        body=case.body or "",
        helpers=tuple(Other(each.partner, each.name, agreed=each.agreed) for each in case.others),
        when=case.when,
        where=case.where,
        facts=case.facts,
        wording=Wording(case.need or "", case.strike, case.sure),
    )


def subject_of(catalog: Catalog, case: Case, order: PaperOrder) -> Subject:
    """Return what the paper of *order* about *case* is about.

    Args:
        catalog: what the work is for; of `catalog_of`, where it is her own.
        case: what is settled.
        order: what is said of the paper.

    Raises:
        UsageError: neither a work nor a partner is settled.
    """
    if case.partner is None or not (case.work or case.own_work):
        raise UsageError("work and partner are not settled", "Answer the question that is open")
    work = case.work or ID
    return Subject(
        case.partner,
        catalog.activities[work].goals[0],
        work,
        to=order.to,
        reach=order.reach,
        person=order.person,
        as_=order.body,
        why=order.why or "",
        others=order.others,
        helpers=order.helpers,
        when=order.when or "",
        where=order.where or "",
        facts=order.facts,
        wording=order.wording,
    )


def catalog_of(catalog: Catalog, case: Case) -> Catalog:
    """Return the catalog that papers about *case* are written from: with her own words, where they are the work."""
    if not case.own_work or case.partner is None:
        return catalog
    return with_own_work(catalog, own_work(catalog, case.work_name, case.partner))


def refuse_unwritable(case: Case, paper: str) -> None:
    """Raise if *paper* cannot be written about *case*: what is signed, and thanks, tell of a work that is described.

    Raises:
        UsageError: the work is her own words.
    """
    if case.own_work and paper in _TELL_THE_WORK:
        raise UsageError(
            f"no {paper} can be written about a work that the catalog does not hold",
            "An e-mail, a script, a one-pager or a proposal can; the rest is yours to fill in",
        )


_TELL_THE_WORK = frozenset({"agreement", "letter", "mou", "thanks"})

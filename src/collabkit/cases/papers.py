"""What a case gives to its papers: who, what for, which days, who else, and what only she knows."""

from collabkit.cases.case import Case
from collabkit.cases.own_work import ID, own_work, with_own_work
from collabkit.catalog import Catalog
from collabkit.directory.records import Organization
from collabkit.errors import UsageError
from collabkit.proposals import Reach, Subject, Terms
from collabkit.proposals.subjects import Other


def subject_of(catalog: Catalog, case: Case, found: Organization | None = None) -> Subject:
    """Return what a paper about *case* is about.

    Args:
        catalog: what the work is for; of `catalog_of`, where it is her own.
        case: what is settled.
        found: the body, as the directory has it.

    Raises:
        UsageError: neither a work nor a partner is settled.
    """
    if case.partner is None or not (case.work or case.own_work):
        raise UsageError("work and partner are not settled", "Answer the question that is open")
    work = case.work or ID
    reach = Reach(found.address, found.phone or "", found.site or "") if found else None
    return Subject(
        case.partner,
        catalog.activities[work].goals[0],
        work,
        to=case.name,
        reach=reach,
        as_=case.body or "",
        helpers=tuple(Other(each.partner, each.name, agreed=each.agreed) for each in case.others),
        when=case.when or "",
        where=case.where or "",
        facts=case.facts,
    )


def catalog_of(catalog: Catalog, case: Case) -> Catalog:
    """Return the catalog that papers about *case* are written from: with her own words, where they are the work."""
    if not case.own_work or case.partner is None:
        return catalog
    return with_own_work(catalog, own_work(catalog, case.work_name, case.partner))


def terms_of(case: Case) -> Terms:
    """Return what an agreement about *case* says besides what the work needs."""
    return Terms(agreed=(case.pays,) if case.pays else ())

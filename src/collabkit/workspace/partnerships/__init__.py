"""The partnerships of a workspace: what may be asked of them and written into them, each verb in a module of its own."""

from functools import cached_property

from collabkit.partnerships.store import PartnershipStore
from collabkit.workspace.partnerships.count import count, count_csv, counted
from collabkit.workspace.partnerships.due import due
from collabkit.workspace.partnerships.export import owner, rows
from collabkit.workspace.partnerships.handover import handover
from collabkit.workspace.partnerships.health import (
    answer,
    answer_csv,
    health,
    healths,
    questions,
    questions_to,
    record_sheets,
)
from collabkit.workspace.partnerships.introductions import (
    contacts,
    introducers,
    introductions,
    with_contacts,
)
from collabkit.workspace.partnerships.log import (
    log,
    log_lines,
    log_papers,
    replace_line,
    strike_line,
)
from collabkit.workspace.partnerships.papers import paper_file, paper_files, save_paper
from collabkit.workspace.partnerships.record import (
    paper_context,
    partners_in_work,
    with_history,
)
from collabkit.workspace.partnerships.review import review, reviews
from collabkit.workspace.partnerships.track import (
    change,
    read_list,
    take_over,
    track,
    track_known,
    track_record,
)


class Partnerships(PartnershipStore):
    """What a library keeps in ``partnerships/``, and whatever may be asked of it."""

    track = track
    track_record = track_record
    track_known = track_known
    read_list = read_list
    take_over = take_over
    change = change
    log = log
    log_lines = log_lines
    strike_line = strike_line
    replace_line = replace_line
    log_papers = log_papers
    paper_files = paper_files
    paper_file = paper_file
    save_paper = save_paper
    due = due
    count = count
    count_csv = count_csv
    counted = counted
    questions = property(questions)
    questions_to = questions_to
    answer = answer
    answer_csv = answer_csv
    record_sheets = record_sheets
    health = health
    healths = healths
    review = review
    reviews = reviews
    handover = handover
    rows = rows
    owner = owner
    with_history = with_history
    paper_context = paper_context
    partners_in_work = partners_in_work
    introducers = cached_property(introducers)  # many are looked up in one answer
    with_contacts = with_contacts
    contacts = contacts
    introductions = introductions

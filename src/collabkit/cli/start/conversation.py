"""A case talked through on a terminal: a screen a question, a key an answer, kept after each."""

from typing import TYPE_CHECKING

from collabkit import output
from collabkit.cli.start.keys import Keys, line
from collabkit.cli.start.screen import laid_out
from collabkit.errors import CollabkitError

if TYPE_CHECKING:
    from collabkit.workspace import Workspace
    from collabkit.workspace.case_names import Case, Question
    from collabkit.workspace.cases import Cases
    from collabkit.workspace.names import Document


def talk_through(workspace: "Workspace", case: "Case") -> None:
    """Ask one question after the other, keep each answer, and write the paper at the end."""
    Conversation(workspace, case).run()


class Conversation:
    """One case on one terminal."""

    def __init__(self, workspace: "Workspace", case: "Case") -> None:
        """Begin with *case*, kept in *workspace* or not yet."""
        self._workspace = workspace
        self._cases: Cases = workspace.cases
        self._case = case
        self._earlier: list[Case] = []
        self._keys = Keys()
        self._said = ""

    def run(self) -> None:
        """Ask until a paper is written or she stops."""
        while True:
            turn = self._cases.turn(self._case)
            if turn.question is None:
                self._write()
                return
            output.clear()
            for each in laid_out(turn, turn.question):
                output.note(each)
            if self._said:
                output.note(self._said)
                self._said = ""
            pressed = self._keys.answer(turn.question, ready=bool(turn.ready))
            match pressed.what:
                case "stop":
                    self._stop()
                    return
                case "write":
                    self._write()
                    return
                case "back":
                    self._back()
                case "not":
                    self._pass_over(pressed.text)
                case _:
                    self._take(turn.question, pressed.text)

    def _take(self, question: "Question", answer: str) -> None:
        try:
            case = self._cases.answer(self._case, question.id, answer)
        except CollabkitError as error:
            self._said = str(error)
            return
        self._go_on(case)

    def _back(self) -> None:
        if self._earlier:
            earlier = self._earlier.pop()._replace(folder=self._case.folder)
            self._case = self._kept(earlier)
            return
        self._case = self._kept(self._cases.back(self._case))

    def _pass_over(self, body: str) -> None:
        why = line("Why not (your own words, for you alone)")
        self._go_on(self._cases.pass_over(self._case, body, why))

    def _go_on(self, case: "Case") -> None:
        self._earlier.append(self._case)
        self._case = self._kept(case)

    def _kept(self, case: "Case") -> "Case":
        """Return *case* written into its folder, if there is a workspace to keep it in."""
        return self._cases.keep(case) if self._workspace.home else case

    def _stop(self) -> None:
        if self._workspace.home is None:
            output.note("Nothing is kept: there is no library.yaml here; `collab init` writes one.")
            return
        self._case = self._kept(self._case)
        output.note(f"Kept. Go on any time: collab start {self._case.folder}")

    def _write(self) -> None:
        """Show the paper, which stands in the folder of the case too if it is kept."""
        if self._workspace.home is None:
            _show(self._cases.paper(self._case))
            output.note("Nothing is kept: there is no library.yaml here; `collab init` writes one.")
            return
        written = self._cases.write(self._case)
        _show(written.document)
        name = written.case.folder
        output.note(f"Wrote {written.file}. The case is kept: collab start {name} goes on.")
        output.note(f"Other papers: collab propose --partnership {name} --as one-pager")


def _show(document: "Document") -> None:
    output.say(document.content("md").decode())
    output.flush()

"""What a face needs of cases, which are imported with it: a question of a case is another than one of the catalog."""

from collabkit.cases.case import Case as Case
from collabkit.cases.questions import Choice as Choice
from collabkit.cases.questions import Question as Question
from collabkit.cases.questions import Turn as Turn

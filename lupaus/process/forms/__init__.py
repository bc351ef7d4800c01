"""Forms of the process."""

from lupaus.process.forms.organise import GroupForm, MemberForm, MilestoneForm, PlanForm, ResourceForm
from lupaus.process.forms.shape import DropForm, LineForm, PhaseForm, StartForm, TaskForm
from lupaus.process.forms.work import AnswerForm, AssignForm, FinishForm, ItemForm, OutputForm

__all__ = [
    "AnswerForm",
    "AssignForm",
    "DropForm",
    "FinishForm",
    "GroupForm",
    "ItemForm",
    "LineForm",
    "MemberForm",
    "MilestoneForm",
    "OutputForm",
    "PhaseForm",
    "PlanForm",
    "ResourceForm",
    "StartForm",
    "TaskForm",
]

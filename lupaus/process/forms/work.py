"""Forms for doing the work."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lupaus.counties.models import County
from lupaus.people.models import User
from lupaus.process.forms.base import date_input
from lupaus.process.models import ChecklistItem, Output, SelfTestQuestion, Task
from lupaus.process.states import Answer


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A person by name and title."""

    def label_from_instance(self, user: Any) -> str:
        return f"{user.name}, {user.title}" if user.title else str(user.name)


def officials_of(county: County) -> Any:
    return User.objects.filter(memberships__county=county, is_active=True).distinct().order_by("name")


class AssignForm(forms.Form):
    """Who does a task, and by when."""

    to = PersonField(
        label=_("Who does it"), queryset=User.objects.none(), required=False, empty_label=_("Nobody yet")
    )
    due_on = forms.DateField(label=_("By when"), required=False, widget=date_input())

    def __init__(self, *args: Any, task: Task, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"to": task.assigned_to_id, "due_on": task.due_on})
        super().__init__(*args, **kwargs)
        people = self.fields["to"]
        assert isinstance(people, PersonField)
        people.queryset = officials_of(task.county)


class FinishForm(forms.Form):
    """What those who come after should know of a finished task."""

    note = forms.CharField(
        label=_("Note"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("What came of it, and where it can be found."),
    )


class ItemForm(forms.Form):
    """What was concluded of a thing to check."""

    conclusion = forms.CharField(
        label=_("What we concluded"), max_length=2000, widget=forms.Textarea({"rows": 4})
    )

    def __init__(self, *args: Any, item: ChecklistItem, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"conclusion": item.conclusion})
        super().__init__(*args, **kwargs)


class AnswerForm(forms.Form):
    """An answer of the self-test with its grounds."""

    answer = forms.ChoiceField(label=_("Your answer"), choices=Answer, widget=forms.RadioSelect)
    grounds = forms.CharField(
        label=_("Grounds"),
        max_length=2000,
        widget=forms.Textarea({"rows": 5}),
        help_text=_(
            "Where can the answer be seen? Name the decision, the meeting, the figure or the people."
        ),
    )

    def __init__(self, *args: Any, question: SelfTestQuestion, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"answer": question.answer, "grounds": question.grounds})
        super().__init__(*args, **kwargs)


class OutputForm(forms.Form):
    """How one can tell that an output is there."""

    note = forms.CharField(
        label=_("How can one tell?"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Say what shows it, so that others can check."),
    )

    def __init__(self, *args: Any, output: Output, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"note": output.note})
        super().__init__(*args, **kwargs)

"""Forms for organising the work."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lupaus.counties.models import County
from lupaus.people.models import User
from lupaus.process.forms.base import ProcessForm, date_input
from lupaus.process.forms.work import PersonField, officials_of
from lupaus.process.models import Group, Process
from lupaus.process.states import GroupKind, TiedTo


class PlanForm(ProcessForm):
    """The texts of the project plan; each may wait."""

    def __init__(self, *args: Any, thing: Process, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts = {
            "purpose": (
                _("Goals of the work"),
                _("Why do you make the promise, and what should it bring about?"),
            ),
            "scope": (_("Scope"), _("Which services does the promise cover, and which not?")),
            "boundary_conditions": (_("Boundary conditions"), _("Money, law, decisions already made.")),
            "interfaces": (
                _("Key actors and interfaces"),
                _("With whom does the work touch: municipalities, other projects, providers?"),
            ),
            "methods": (_("Methods and tools"), _("How do you work, and with which tools?")),
            "communication": (_("Communication"), _("Who is told what, when, and through which channels?")),
        }
        for name, (label, help_text) in parts.items():
            self.ask(name, label, 6000, thing=thing, rows=4, is_required=False, help_text=help_text)


class GroupForm(ProcessForm):
    """A group: what it is called, of what kind, and its duty."""

    kind = forms.ChoiceField(label=gettext_lazy("What kind of group is it?"), choices=GroupKind)

    def __init__(self, *args: Any, thing: Group | None = None, **kwargs: Any) -> None:
        if thing:
            kwargs["initial"] = {"kind": thing.kind}
        super().__init__(*args, **kwargs)
        self.ask("name", _("Name of the group"), 120, thing=thing)
        self.ask(
            "duty", _("What the group does and may decide"), 1000, thing=thing, rows=3, is_required=False
        )


class MemberForm(ProcessForm):
    """A seat in a group: an official of the county, or anyone by name."""

    user = PersonField(
        label=gettext_lazy("Person in Lupaus"),
        queryset=User.objects.none(),
        required=False,
        empty_label=gettext_lazy("Someone who does not sign in"),
    )
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Needed when the person does not sign in here."),
    )

    def __init__(self, *args: Any, county: County, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = self.fields["user"]
        assert isinstance(people, PersonField)
        people.queryset = officials_of(county)
        self.ask("role", _("Role in the group"), 120, is_required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("user") and not cleaned.get("name"):
            self.add_error("name", _("Choose a person or write a name."))
        return cleaned


class ResourceForm(ProcessForm):
    """What the work has to use."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask("title", _("What the work has to use"), 200, help_text=_("People, money, skills or tools."))
        self.ask("amount", _("How much"), 120, is_required=False)


class MilestoneForm(ProcessForm):
    """A date, what happens then, and what it belongs to."""

    on = forms.DateField(label=gettext_lazy("Date"), widget=date_input())
    tied_to = forms.ChoiceField(label=gettext_lazy("What does the date belong to?"), choices=TiedTo)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask("title", _("What happens"), 200)

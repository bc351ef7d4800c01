"""Forms by which a county makes the process its own."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lupaus.process.forms.base import ProcessForm, date_input
from lupaus.process.models import Phase, Task


class StartForm(ProcessForm):
    """What the new round of work is called, and when it began."""

    started_on = forms.DateField(label=gettext_lazy("Starts on"), widget=date_input())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        help_text = _("For instance: Service promise for the council term 2026-2029.")
        self.ask("title", _("Name of the work"), 200, help_text=help_text)


class PhaseForm(ProcessForm):
    """A phase: its name, purpose and dates."""

    starts_on = forms.DateField(label=gettext_lazy("Starts on"), required=False, widget=date_input())
    ends_on = forms.DateField(label=gettext_lazy("Ends on"), required=False, widget=date_input())

    def __init__(self, *args: Any, thing: Phase | None = None, **kwargs: Any) -> None:
        if thing:
            kwargs["initial"] = {"starts_on": thing.starts_on, "ends_on": thing.ends_on}
        super().__init__(*args, **kwargs)
        self.ask("title", _("Name of the phase"), 160, thing=thing)
        self.ask("purpose", _("What the phase is for"), 1000, thing=thing, rows=3, is_required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("The phase ends before it starts. Give a later day."))
        return cleaned

    def dates(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("starts_on", "ends_on")}


class TaskForm(ProcessForm):
    """A task: its name, its guide and who usually does it."""

    def __init__(self, *args: Any, thing: Task | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask("title", _("Name of the task"), 200, thing=thing)
        help_text = _("Say how to do it well, so that a new colleague could begin at once.")
        self.ask("guide", _("Guide"), 4000, thing=thing, rows=7, is_required=False, help_text=help_text)
        self.ask("who", _("Who usually does it"), 200, thing=thing, is_required=False)


class LineForm(ProcessForm):
    """One line: a thing to check, an output or a question."""

    def __init__(self, *args: Any, field: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask(field, _("Text"), 300)


class DropForm(forms.Form):
    """Why something is left out."""

    because = forms.CharField(
        label=gettext_lazy("Why do you leave it out?"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("One sentence. Those who come after you see it."),
    )

"""What officials fill in on the way to the council."""

from typing import Any, TypedDict

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lupaus.decision.models import DecisionPackage, YearlyTarget
from lupaus.decision.states import CouncilOutcome
from lupaus.promise.models import Pledge
from lupaus.web.content_forms import ContentForm, localized_fields, written
from lupaus.web.templatetags.lupaus import day


def day_widget() -> forms.DateInput:
    """The browser's own calendar, which speaks the reader's language."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class TargetTexts(TypedDict):
    text: dict[str, str]
    measured_by: dict[str, str]
    responsible: dict[str, str]
    budget_reference: dict[str, str]


class TargetForm(ContentForm):
    """The yearly target of a pledge."""

    def __init__(self, *args: Any, pledge: Pledge, target: YearlyTarget | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        required = pledge.county.required_languages
        self.ask("text", _("What will have come true by the end of the year"), 300, required, target)
        self.ask("measured_by", _("How we see whether it has"), 300, required, target)
        self.ask("responsible", _("Who answers for it: a role or a unit"), 160, required, target)
        self.ask(
            "budget_reference",
            _("With which money: the place in the budget"),
            160,
            required,
            target,
            help_text=_(
                "For example “Budget 1.1 Client guidance”. The council decides on the target and its money together."
            ),
        )

    def all_texts(self) -> TargetTexts:
        """What was written, as the action takes it."""
        return {
            "text": self.texts("text"),
            "measured_by": self.texts("measured_by"),
            "responsible": self.texts("responsible"),
            "budget_reference": self.texts("budget_reference"),
        }

    def ask(
        self,
        name: str,
        label: str,
        length: int,
        required: tuple[str, ...],
        target: YearlyTarget | None,
        help_text: str = "",
    ) -> None:
        localized_fields(
            self,
            name,
            label=label,
            max_length=length,
            required_languages=required,
            initial=written(target, name),
            help_text=help_text,
            widget=forms.Textarea if length == 300 else forms.TextInput,
            attributes={"rows": "2"} if length == 300 else {},
        )


class DecisionForm(ContentForm):
    """What the council decided."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("What was decided"),
        choices=CouncilOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what was decided.")},
    )
    decided_on = forms.DateField(label=gettext_lazy("Date of the decision"))
    section = forms.CharField(
        label=gettext_lazy("Section of the minutes"),
        max_length=40,
        help_text=gettext_lazy("The number after the § sign, for example 47."),
    )
    minutes_address = forms.URLField(
        label=gettext_lazy("Address of the minutes"),
        required=False,
        assume_scheme="https",
        help_text=gettext_lazy("Residents reach the minutes by this link."),
    )

    def __init__(self, *args: Any, package: DecisionPackage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.package = package
        self.fields["decided_on"].widget = day_widget()
        localized_fields(
            self,
            "note",
            label=_("What the council said, shortly"),
            max_length=400,
            widget=forms.Textarea,
            attributes={"rows": "3"},
        )

    def clean_decided_on(self) -> Any:
        decided_on = self.cleaned_data["decided_on"]
        if decided_on > timezone.localdate():
            raise forms.ValidationError(
                _("This day is still to come. Record the decision when it has been made.")
            )
        if decided_on < timezone.localdate(self.package.compiled_at):
            raise forms.ValidationError(
                _("The package was sealed on %(day)s. The decision is made that day or later.")
                % {"day": day(self.package.compiled_at)}
            )
        return decided_on

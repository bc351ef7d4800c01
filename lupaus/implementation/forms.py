"""What officials fill in about measures, units and contracts."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lupaus.counties.models import County
from lupaus.decision.models import YearlyTarget
from lupaus.decision.queries import targets_of
from lupaus.implementation.models import Measure, Unit
from lupaus.implementation.queries import units_of
from lupaus.implementation.states import MEASURE_MOVES, MeasureState
from lupaus.people.models import User
from lupaus.promise.models import Pledge
from lupaus.web.content_forms import ContentForm, localized_fields, written


def day_field(label: Any, **options: Any) -> forms.DateField:
    """A day, chosen from the browser's own calendar."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, **options)


class AssignForm(ContentForm):
    """A measure for a pledge."""

    unit: "forms.ModelChoiceField[Unit]" = forms.ModelChoiceField(
        Unit.objects.none(),
        to_field_name="public_id",
        label=gettext_lazy("Unit that does it"),
        empty_label=gettext_lazy("Choose a unit"),
    )
    starts_on = day_field(gettext_lazy("Starts on"))
    ends_on = day_field(gettext_lazy("Ends on"))
    target: "forms.ModelChoiceField[YearlyTarget]" = forms.ModelChoiceField(
        YearlyTarget.objects.none(),
        to_field_name="public_id",
        required=False,
        label=gettext_lazy("Yearly target it serves"),
        empty_label=gettext_lazy("No target"),
    )

    def __init__(self, *args: Any, pledge: Pledge, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        required = pledge.county.required_languages
        localized_fields(self, "title", label=_("What is done"), max_length=200, required_languages=required)
        localized_fields(
            self,
            "reason",
            label=_("Why this keeps the pledge"),
            max_length=300,
            widget=forms.Textarea,
            attributes={"rows": "2"},
        )
        units, targets = self.fields["unit"], self.fields["target"]
        assert isinstance(units, forms.ModelChoiceField)
        assert isinstance(targets, forms.ModelChoiceField)
        units.queryset = units_of(pledge.county)
        targets.queryset = targets_of(pledge)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        starts, ends = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("The measure ends before it starts. Choose a later day."))
        return cleaned


class MeasureStateForm(ContentForm):
    """How a measure goes."""

    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose the new state.")},
    )

    def __init__(self, *args: Any, measure: Measure, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        state = self.fields["state"]
        assert isinstance(state, forms.ChoiceField)
        moves = MEASURE_MOVES[measure.state]
        state.choices = [choice for choice in MeasureState.choices if choice[0] in moves]
        localized_fields(
            self,
            "note",
            label=_("A note for those who follow"),
            max_length=300,
            widget=forms.Textarea,
            attributes={"rows": "2"},
        )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        is_dropped = self.cleaned_data.get("state") == MeasureState.DROPPED
        if is_dropped and not any(self.texts("note").values()):
            self.add_error("note_fi", _("Write why the measure is dropped. Residents see the reason."))
        return cleaned


class UnitForm(ContentForm):
    """A unit and who answers for it."""

    responsible: "forms.ModelChoiceField[User]" = forms.ModelChoiceField(
        User.objects.none(),
        to_field_name="public_id",
        required=False,
        label=gettext_lazy("Who updates the unit's measures"),
        empty_label=gettext_lazy("Nobody yet"),
    )

    def __init__(self, *args: Any, county: County, unit: Unit | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        responsible = self.fields["responsible"]
        assert isinstance(responsible, forms.ModelChoiceField)
        people = User.objects.filter(memberships__county=county, is_active=True)
        responsible.queryset = people.distinct().order_by("name")
        if unit and unit.responsible:
            responsible.initial = unit.responsible.public_id
        localized_fields(
            self,
            "name",
            label=_("Name of the unit"),
            max_length=120,
            required_languages=county.required_languages,
            initial=written(unit, "name"),
        )
        localized_fields(
            self,
            "responsible_role",
            label=_("Role that answers for it"),
            max_length=120,
            initial=written(unit, "responsible_role"),
            help_text=_("Residents see the role, not the person's name."),
        )


class ClauseForm(ContentForm):
    """A pledge in a provider's contract."""

    provider = forms.CharField(
        label=gettext_lazy("Provider"),
        max_length=160,
        help_text=gettext_lazy("The name of the company, association or own unit."),
    )
    holds_from = day_field(gettext_lazy("Holds from"))

    def __init__(self, *args: Any, pledge: Pledge, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        required = pledge.county.required_languages
        localized_fields(self, "contract", label=_("Contract"), max_length=160, required_languages=required)
        localized_fields(
            self,
            "text",
            label=_("What the provider agrees to"),
            max_length=400,
            required_languages=required,
            widget=forms.Textarea,
            attributes={"rows": "3"},
        )

"""What officials fill in about indicators, figures and findings."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lupaus.counties.models import County
from lupaus.decision.queries import spoken_pledges
from lupaus.implementation.models import Measure
from lupaus.monitoring.models import CorrectiveAction, Indicator
from lupaus.monitoring.queries import number_in
from lupaus.monitoring.queries.files import LARGEST_FILE
from lupaus.monitoring.states import Direction, IndicatorKind
from lupaus.promise.models import Pledge
from lupaus.web.content_forms import ContentForm, localized_fields, written
from lupaus.web.languages import shown

PATH_POINTS, FIRST_POINTS = 6, 2


def day_field(label: Any, **options: Any) -> forms.DateField:
    """A day, chosen from the browser's own calendar."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, **options)


class NumberField(forms.CharField):
    """A number with a decimal comma or point, as people write it."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        number = number_in(text)
        if number is None:
            raise forms.ValidationError(_("Write a number, for example 12,5."))
        return number

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "inputmode": "decimal"}


class IndicatorForm(ContentForm):
    """What an indicator measures, and how."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=60,
        help_text=gettext_lazy("A short name that files of figures use, for example phone-same-day."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        choices=IndicatorKind.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "Progress tells whether we do what we said. Outcome tells what changes for people."
        ),
    )
    direction = forms.ChoiceField(
        label=gettext_lazy("Which way is better"), choices=Direction.choices, widget=forms.RadioSelect
    )
    decimals = forms.IntegerField(label=gettext_lazy("Decimals shown"), min_value=0, max_value=4, initial=1)
    stale_after_days = forms.IntegerField(
        label=gettext_lazy("Days after which a figure is too old"),
        min_value=1,
        max_value=3000,
        initial=400,
        help_text=gettext_lazy("An older figure is no longer judged good or bad."),
    )
    is_key = forms.BooleanField(
        label=gettext_lazy("This is a key indicator, shown first to residents"), required=False
    )
    source_address = forms.URLField(
        label=gettext_lazy("Address of the source"), required=False, assume_scheme="https"
    )
    pledges = forms.MultipleChoiceField(
        label=gettext_lazy("Pledges it follows"), required=False, widget=forms.CheckboxSelectMultiple
    )
    measures = forms.MultipleChoiceField(
        label=gettext_lazy("Measures it follows"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, county: County, indicator: Indicator | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if indicator is not None:
            del self.fields["code"], self.fields["direction"]
            self.begin_from(indicator)
        required = county.required_languages
        self.ask(indicator, "name", _("Name"), 160, required)
        self.ask(indicator, "explanation", _("What it tells of, in plain words"), 600, is_long=True)
        self.ask(indicator, "unit", _("Unit, for example % or days"), 60, required)
        self.ask(indicator, "source", _("Where the figures come from"), 300, required)
        self.ask(indicator, "owner", _("Who brings the figures: a role or a unit"), 160)
        self.ask(indicator, "note", _("What to know when reading it"), 600, is_long=True)
        self.choices_of(county)

    def begin_from(self, indicator: Indicator) -> None:
        for name in ("kind", "decimals", "stale_after_days", "is_key", "source_address"):
            self.fields[name].initial = getattr(indicator, name)
        self.fields["pledges"].initial = [pledge.public_id for pledge in indicator.pledges.all()]
        self.fields["measures"].initial = [measure.public_id for measure in indicator.measures.all()]

    def choices_of(self, county: County) -> None:
        self.known_pledges = {spoken.pledge.public_id: spoken for spoken in spoken_pledges(county)}
        self.known_measures = {measure.public_id: measure for measure in Measure.objects.of(county)}
        pledges, measures = self.fields["pledges"], self.fields["measures"]
        assert isinstance(pledges, forms.MultipleChoiceField)
        assert isinstance(measures, forms.MultipleChoiceField)
        pledges.choices = [(name, spoken.label) for name, spoken in self.known_pledges.items()]
        measures.choices = [
            (name, shown(measure, "title").text) for name, measure in self.known_measures.items()
        ]

    def ask(
        self,
        indicator: Indicator | None,
        name: str,
        label: str,
        length: int,
        required: tuple[str, ...] = (),
        *,
        is_long: bool = False,
    ) -> None:
        localized_fields(
            self,
            name,
            label=label,
            max_length=length,
            required_languages=required,
            initial=written(indicator, name),
            widget=forms.Textarea if is_long else forms.TextInput,
            attributes={"rows": "2"} if is_long else {},
        )

    def given(self) -> dict[str, Any]:
        """What was written, as the actions take it."""
        plain = ("code", "kind", "direction", "decimals", "stale_after_days", "is_key", "source_address")
        values = {name: self.cleaned_data[name] for name in plain if name in self.cleaned_data}
        texts = {name: self.texts(name) for name in self.localized}
        return {**values, **texts, "pledges": self.chosen_pledges(), "measures": self.chosen_measures()}

    def chosen_pledges(self) -> list[Pledge]:
        return [self.known_pledges[name].pledge for name in self.cleaned_data["pledges"]]

    def chosen_measures(self) -> list[Measure]:
        return [self.known_measures[name] for name in self.cleaned_data["measures"]]


class PathForm(forms.Form):
    """Where we start from, and by when we mean to be where."""

    baseline = NumberField(label=gettext_lazy("Figure at the start"))
    baseline_on = day_field(gettext_lazy("Day of that figure"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, PATH_POINTS + 1):
            is_first = number == 1
            self.fields[f"on_{number}"] = day_field(
                _("Target %(number)s: day") % {"number": number}, required=is_first
            )
            self.fields[f"value_{number}"] = NumberField(
                label=_("Target %(number)s: figure") % {"number": number}, required=is_first
            )

    @property
    def first_points(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The inputs of the first targets, two by two."""
        return self._inputs(1, FIRST_POINTS)

    @property
    def more_points(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The inputs that few paths need."""
        return self._inputs(FIRST_POINTS + 1, PATH_POINTS)

    @property
    def has_more_points(self) -> bool:
        return any(on.value() or value.value() or on.errors or value.errors for on, value in self.more_points)

    def _inputs(self, first: int, last: int) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"on_{number}"], self[f"value_{number}"]) for number in range(first, last + 1)]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for number in range(1, PATH_POINTS + 1):
            on, value = self.cleaned_data.get(f"on_{number}"), self.cleaned_data.get(f"value_{number}")
            if on and value is None and f"value_{number}" not in self.errors:
                self.add_error(
                    f"value_{number}", _("Write the figure to reach on this day, or clear the day.")
                )
            if value is not None and not on and f"on_{number}" not in self.errors:
                self.add_error(f"on_{number}", _("Choose the day by which this figure is reached."))
        return cleaned

    def written_points(self) -> list[tuple[date, Decimal]]:
        pairs = (
            (self.cleaned_data[f"on_{number}"], self.cleaned_data[f"value_{number}"])
            for number in range(1, PATH_POINTS + 1)
        )
        return [(on, value) for on, value in pairs if on and value is not None]


class ObservationsForm(forms.Form):
    """A file of figures."""

    file = forms.FileField(
        label=gettext_lazy("File of figures"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,text/csv"}),
        help_text=gettext_lazy("CSV (UTF-8) or Excel (.xlsx), at most 10 MB."),
        error_messages={"required": gettext_lazy("Choose a file.")},
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(
                _("The file is larger than 10 MB. Split it into smaller files and bring them one by one.")
            )
        return file


class FindingForm(ContentForm):
    """What was found off the path, why, and what is done about it."""

    due_on = day_field(gettext_lazy("Done by"))

    def __init__(self, *args: Any, indicator: Indicator, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "finding": _("What did we find?"),
            "cause": _("Why is it so?"),
            "action": _("What do we do about it?"),
        }
        for name, label in labels.items():
            localized_fields(
                self,
                name,
                label=label,
                max_length=400,
                required_languages=indicator.county.required_languages,
                widget=forms.Textarea,
                attributes={"rows": "2"},
            )
        localized_fields(
            self,
            "responsible",
            label=_("Who answers for it: a role or a unit"),
            max_length=160,
            required_languages=indicator.county.required_languages,
        )

    def clean_due_on(self) -> date:
        due_on: date = self.cleaned_data["due_on"]
        if due_on < timezone.localdate():
            raise forms.ValidationError(_("This day has gone. Choose today or a later day."))
        return due_on


class EffectForm(ContentForm):
    """Whether the corrective action helped."""

    def __init__(self, *args: Any, action: CorrectiveAction, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        localized_fields(
            self,
            "effect",
            label=_("Did it help, and how do we see it?"),
            max_length=400,
            required_languages=action.county.required_languages,
            widget=forms.Textarea,
            attributes={"rows": "3"},
        )

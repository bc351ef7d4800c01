"""Forms for officials: a consultation, its closing words, and parties."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from lupaus.counties.models import County
from lupaus.participation.models import Consultation, Party
from lupaus.participation.states import CHANGEABLE, Channel, ConsultationState
from lupaus.process.models import Process
from lupaus.web.content_forms import ContentForm, columns, localized_fields, written

RESIDENTS_CHANNELS = (Channel.TEXT, Channel.OPINION_MAP)
LONG = {"rows": "5"}


class ConsultationForm(ContentForm):
    """Everything people read about a consultation; drafts may be saved half-written."""

    channel = forms.ChoiceField(widget=forms.RadioSelect)
    process: "forms.ModelChoiceField[Process]" = forms.ModelChoiceField(
        Process.objects.none(), required=False
    )
    opens_on = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    closes_on = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(
        self, *args: Any, county: County, consultation: Consultation | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.consultation = consultation
        self._name_plain_fields(county)
        self._ask_for_texts(county)
        self._leave_out_what_stays(consultation.state if consultation else ConsultationState.DRAFT)

    def _leave_out_what_stays(self, state: str) -> None:
        """What people already answer to is not asked again."""
        for name in [*self.fields]:
            stem = name[:-3] if name[-3:] in ("_fi", "_sv", "_en") else name
            if stem not in CHANGEABLE[state]:
                del self.fields[name]
                self._localized.pop(stem, None)

    def _name_plain_fields(self, county: County) -> None:
        channel, process = self.fields["channel"], self.fields["process"]
        channel.label = _("How people answer")
        channel.choices = [(each.value, each.label) for each in RESIDENTS_CHANNELS]  # type: ignore[attr-defined]
        process.label = _("Process")
        process.queryset = Process.objects.of(county)  # type: ignore[attr-defined]
        process.empty_label = _("None")  # type: ignore[attr-defined]
        self.fields["opens_on"].label = _("First day")
        self.fields["closes_on"].label = _("Last day")
        if self.consultation is None:
            channel.initial = Channel.TEXT
            process.initial = Process.objects.of(county).first()
        else:
            for name in ("channel", "process", "opens_on", "closes_on"):
                self.fields[name].initial = getattr(self.consultation, name)

    def _ask_for_texts(self, county: County) -> None:
        required = county.required_languages
        asked = (
            ("title", _("Title"), 160, None, required, ""),
            ("lead", _("What one can do, in one sentence"), 300, None, (), ""),
            ("question", _("The question"), 300, None, (), _("One question, in words anyone understands.")),
            ("background", _("Background"), None, forms.Textarea, (), ""),
            ("who_reads", _("Who reads the answers"), 200, None, (), ""),
            ("what_happens_next", _("What happens next, and when"), None, forms.Textarea, (), ""),
        )
        for name, label, longest, widget, languages, help_text in asked:
            localized_fields(
                self,
                name,
                label=label,
                max_length=longest,
                widget=widget,
                required_languages=languages,
                help_text=help_text,
                initial=written(self.consultation, name),
            )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        present = self.consultation.opens_on if self.consultation else None
        opens, closes = values.get("opens_on", present), values.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", _("The last day is before the first. Choose a later day."))
        return values

    def values(self) -> dict[str, Any]:
        """What was written, ready for the action."""
        plain: dict[str, Any] = {
            name: self.cleaned_data[name]
            for name in ("channel", "process", "opens_on", "closes_on")
            if name in self.fields
        }
        for name in self.localized:
            plain |= columns(name, self.texts(name))
        return plain


class ClosingForm(ContentForm):
    """What was heard, and what comes of it."""

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        localized_fields(
            self,
            "closing_words",
            label=_("Closing words"),
            widget=forms.Textarea,
            required_languages=consultation.county.required_languages,
            help_text=_("Thank people, say briefly what you heard, and tell what happens next and when."),
            initial=written(consultation, "closing_words"),
        )


class PartyForm(ContentForm):
    """A party's name and what it covers."""

    is_offered_to_residents = forms.BooleanField(required=False, initial=True)

    def __init__(self, *args: Any, county: County, party: Party | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        localized_fields(
            self,
            "name",
            label=_("Name"),
            max_length=120,
            required_languages=county.required_languages,
            initial=written(party, "name"),
        )
        localized_fields(
            self,
            "description",
            label=_("Who belongs to it"),
            max_length=300,
            initial=written(party, "description"),
        )
        offered = self.fields["is_offered_to_residents"]
        offered.label = _("Residents can choose this when they answer")
        if party is not None:
            offered.initial = party.is_offered_to_residents

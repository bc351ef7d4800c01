"""Begin a promise, write the middle of its wheel, and say why it is revised."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lupaus.counties.models import County, Segment
from lupaus.people.models import User
from lupaus.process.models import Process
from lupaus.promise import actions, queries
from lupaus.promise.models import ServicePromise, Version
from lupaus.web.content_forms import ContentForm, localized_fields, written

CORE_FIELDS = ("statement_of_intent", "resident_principle", "organiser_principle")


class BeginForm(ContentForm):
    """A new promise: its name and whom it is for."""

    segment: "forms.ModelChoiceField[Segment]" = forms.ModelChoiceField(
        label=gettext_lazy("Whom is it for?"),
        queryset=Segment.objects.none(),
        required=False,
        empty_label=gettext_lazy("all residents"),
    )

    def __init__(self, *args: Any, county: County, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.county = county
        fields: dict[str, Any] = self.fields
        fields["segment"].queryset = Segment.objects.filter(county=county)
        localized_fields(
            self,
            "title",
            label=_("Name of the promise"),
            required_languages=county.required_languages,
            max_length=160,
        )

    def save(self, *, process: Process | None, by: User) -> ServicePromise:
        return actions.begin_promise(
            self.county,
            process=process,
            segment=self.cleaned_data["segment"],
            title=self.texts("title"),
            by=by,
        )


class CoreForm(ContentForm):
    """The statement of intent in the core and the two principles around it."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, version: Version, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        self.fields["seen"].initial = queries.stamp_of_version(version)
        told = {
            "statement_of_intent": (
                _("Statement of intent"),
                _("What the county wants, in one sentence."),
                160,
            ),
            "resident_principle": (
                _("The resident's principle"),
                _("What taking part means, in a few words."),
                80,
            ),
            "organiser_principle": (
                _("The organiser's principle"),
                _("How the county works, in a few words."),
                80,
            ),
        }
        for name, (label, help_text, longest) in told.items():
            localized_fields(
                self,
                name,
                label=label,
                help_text=help_text,
                needed_languages=version.county.required_languages,
                max_length=longest,
                initial=written(version, name),
            )

    def save(self, by: User) -> Version:
        return actions.draft(
            self.version,
            statement_of_intent=self.texts("statement_of_intent"),
            resident_principle=self.texts("resident_principle"),
            organiser_principle=self.texts("organiser_principle"),
            seen=self.cleaned_data["seen"],
            by=by,
        )


class ReviseForm(ContentForm):
    """Why a new draft is begun; residents read it too."""

    def __init__(self, *args: Any, county: County, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        localized_fields(
            self,
            "reason",
            label=_("Why is the promise changed?"),
            help_text=_("Residents read this. Say in a sentence or two what has changed."),
            required_languages=county.required_languages,
            max_length=400,
            widget=forms.Textarea,
            attributes={"rows": "3"},
        )

"""Forms for texts: a resident's own, one written down from paper, and the decision about it."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from lupaus.counties.models import Area, County
from lupaus.participation.models import LANGUAGE_NAMES, Consultation, Party
from lupaus.participation.queries import LONGEST_TEXT, moderation_reasons
from lupaus.participation.states import DESK_CHANNELS, Channel, ConsultationState
from lupaus.web.content_forms import ContentForm, localized_fields
from lupaus.web.languages import LANGUAGES


def said_too_long(too_many: int) -> str:
    """How much to shorten, so that nobody has to count."""
    return ngettext(
        "Your text is %(count)s character too long. Shorten it, or send the rest as another text.",
        "Your text is %(count)s characters too long. Shorten it, or send the rest as another text.",
        too_many,
    ) % {"count": too_many}


class TextForm(forms.Form):
    """What every text has: the words, who speaks, where and in which language; and a key that lets it in once."""

    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 9, "dir": "auto"}))
    party: "forms.ModelChoiceField[Party]" = forms.ModelChoiceField(Party.objects.none())
    area: "forms.ModelChoiceField[Area]" = forms.ModelChoiceField(Area.objects.none(), required=False)
    language = forms.ChoiceField(choices=LANGUAGE_NAMES, widget=forms.RadioSelect)
    form_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, county: County, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = Party.objects.of(county)  # type: ignore[attr-defined]
        self.fields["area"].queryset = county.areas.all()  # type: ignore[attr-defined]
        self.fields["area"].empty_label = _("I do not want to say")  # type: ignore[attr-defined]
        page_language = (get_language() or "fi")[:2]
        self.fields["language"].initial = page_language if page_language in LANGUAGES else "fi"
        self.fields["form_key"].initial = uuid4
        self.fields["text"].error_messages["required"] = _("Write something first.")

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if (too_many := len(text.replace("\r\n", "\n")) - LONGEST_TEXT) > 0:
            raise forms.ValidationError(said_too_long(too_many))
        return text

    def with_new_key(self) -> None:
        """Let the same words be sent once more on purpose."""
        self.data = {**self.data.dict(), self.add_prefix("form_key"): str(uuid4())}  # type: ignore[attr-defined]


class ContributionForm(TextForm):
    """A resident's own words."""

    def __init__(self, *args: Any, county: County, **kwargs: Any) -> None:
        super().__init__(*args, county=county, **kwargs)
        self.fields["text"].label = _("Your answer")
        self.fields["text"].help_text = _(
            "At most 5,000 characters. Do not write details of your own or anyone else's health, or other people's names."
        )
        party = self.fields["party"]
        party.label = _("I answer as")
        party.queryset = Party.objects.of(county).filter(is_offered_to_residents=True)  # type: ignore[attr-defined]
        party.empty_label = _("Choose one")  # type: ignore[attr-defined]
        party.error_messages["required"] = _("Choose as whom you answer.")
        self.fields["area"].label = _("Where I live or use services")
        self.fields["language"].label = _("The language I wrote in")


class PaperForm(TextForm):
    """What was said on paper, by phone or in a meeting, as an official writes it down."""

    consultation: "forms.ModelChoiceField[Consultation]" = forms.ModelChoiceField(Consultation.objects.none())
    channel = forms.ChoiceField(choices=[])
    given_on = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    source = forms.CharField(max_length=160)

    def __init__(self, *args: Any, county: County, **kwargs: Any) -> None:
        super().__init__(*args, county=county, **kwargs)
        states = [ConsultationState.OPEN, ConsultationState.CLOSED]
        consultation = self.fields["consultation"]
        consultation.queryset = Consultation.objects.of(county).filter(  # type: ignore[attr-defined]
            state__in=states, channel=Channel.TEXT
        )
        consultation.label = _("Consultation")
        self.fields["channel"].choices = [(each.value, each.label) for each in DESK_CHANNELS]  # type: ignore[attr-defined]
        self.fields["channel"].label = _("How it was given")
        self.fields["given_on"].label = _("When it was given")
        self.fields["given_on"].initial = timezone.localdate
        self.fields["source"].label = _("Source")
        self.fields["source"].help_text = _("Where it was said, for example: workshop 3 May, Oulunsalo.")
        self.fields["text"].label = _("The text as it was given")
        self.fields["text"].help_text = _(
            "Write the person's own words. Leave out names and details of anyone's health."
        )
        self.fields["party"].label = _("Party")
        self.fields["area"].label = _("Area")
        self.fields["area"].empty_label = _("Not known")  # type: ignore[attr-defined]
        self.fields["language"].label = _("Language of the text")


class ModerationForm(ContentForm):
    """Why a text is hidden: a ready-made reason, or own words in the county's languages."""

    template = forms.ChoiceField(required=False, label=gettext_lazy("Ready-made reason"))

    def __init__(self, *args: Any, county: County, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = (get_language() or "fi")[:2]
        reasons = moderation_reasons()
        self.fields["template"].choices = [  # type: ignore[attr-defined]
            ("", _("Own words below")),
            *((key, words[language].split(". ")[0].rstrip(".")) for key, words in reasons.items()),
        ]
        localized_fields(
            self, "reason", label=_("Reason in your own words"), max_length=300, widget=forms.Textarea
        )

    def reason(self) -> dict[str, str]:
        """The reason as its author will read it."""
        chosen = self.cleaned_data.get("template")
        return moderation_reasons()[chosen] if chosen else self.texts("reason")

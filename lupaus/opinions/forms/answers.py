"""A resident's answer to a claim, and a claim of one's own."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from lupaus.opinions.actions import LONGEST_CLAIM
from lupaus.participation.models import LANGUAGE_NAMES

ANSWER_WORDS = {1: gettext_lazy("agree"), 0: gettext_lazy("pass"), -1: gettext_lazy("disagree")}


def said_too_long(too_many: int) -> str:
    """How much to shorten a claim, so that nobody has to count."""
    return ngettext(
        "The claim is %(count)s character too long. Say one thing, as shortly as you can.",
        "The claim is %(count)s characters too long. Say one thing, as shortly as you can.",
        too_many,
    ) % {"count": too_many}


class AnswerForm(forms.Form):
    """Agree, disagree or pass; `visit` counts the answers of this sitting."""

    value = forms.TypedChoiceField(choices=[(value, value) for value in ANSWER_WORDS], coerce=int)
    form_key = forms.UUIDField()
    visit = forms.IntegerField(min_value=0, max_value=10_000, required=False)

    @property
    def next_visit(self) -> int:
        return int(self.cleaned_data.get("visit") or 0) + 1


class ProposalForm(forms.Form):
    """A claim of one's own."""

    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}))
    language = forms.ChoiceField(choices=LANGUAGE_NAMES, widget=forms.RadioSelect)
    form_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        text, language = self.fields["text"], self.fields["language"]
        text.label = _("Your claim")
        text.help_text = _(
            "At most 140 characters. One thing that others can agree or disagree with, such as: "
            "“There must be a bus to the health centre.”"
        )
        text.error_messages["required"] = _("Write a claim first.")
        language.label = _("The language I wrote in")
        language.initial = (get_language() or "fi")[:2]
        self.fields["form_key"].initial = uuid4

    def clean_text(self) -> str:
        text = " ".join(str(self.cleaned_data["text"]).split())
        if (too_many := len(text) - LONGEST_CLAIM) > 0:
            raise forms.ValidationError(said_too_long(too_many))
        return text

    def with_new_key(self) -> None:
        """Let the same words be sent once more on purpose."""
        self.data = {**self.data.dict(), self.add_prefix("form_key"): str(uuid4())}  # type: ignore[attr-defined]

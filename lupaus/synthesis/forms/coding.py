"""Choose the exact words, and say what they are about."""

from typing import Any

from django import forms
from django.db import transaction
from django.db.models import QuerySet
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from lupaus.foundations.states import Perspective
from lupaus.methods.spans import Span, from_shown, occurrences, sentences, shown, trimmed
from lupaus.participation.models import Contribution
from lupaus.people.models import User
from lupaus.process.models import Process
from lupaus.synthesis import actions
from lupaus.synthesis.models import Coding, Theme

CONTEXT = 25


class CodingForm(forms.Form):
    """Words of a contribution, a perspective and a theme."""

    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, widget=forms.HiddenInput)
    words = forms.CharField(
        label=gettext_lazy("The words you quote"),
        help_text=gettext_lazy(
            "Copy them here from the text exactly as they are, or choose a sentence below."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    sentence = forms.ChoiceField(label=gettext_lazy("Or a whole sentence"), required=False)
    perspective = forms.ChoiceField(
        label=gettext_lazy("Perspective"), choices=Perspective.choices, widget=forms.RadioSelect
    )
    theme: "forms.ModelChoiceField[Theme]" = forms.ModelChoiceField(
        label=gettext_lazy("Theme"), queryset=Theme.objects.none(), required=False, empty_label="–"
    )
    new_theme = forms.CharField(label=gettext_lazy("Or a new theme"), max_length=120, required=False)

    def __init__(
        self, *args: Any, contribution: Contribution, themes: QuerySet[Theme], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.contribution = contribution
        self._field("theme").queryset = themes
        self._field("sentence").choices = [("", "–"), *self._sentences()]
        self.places = occurrences(contribution.text, self.data.get(self.add_prefix("words"), ""))
        if len(self.places) > 1:
            self.fields["which"] = forms.ChoiceField(
                label=_("Which of these?"),
                choices=[(f"{start}-{end}", self._around(start, end)) for start, end in self.places],
                widget=forms.RadioSelect,
                required=False,
            )
            self.order_fields(["start", "end", "words", "which"])

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def _sentences(self) -> list[tuple[str, str]]:
        text = self.contribution.text
        return [
            (f"{start}-{end}", Truncator(shown(text[start:end])).chars(90)) for start, end in sentences(text)
        ]

    def _around(self, start: int, end: int) -> str:
        """The words with a little of what stands around them, to tell two places apart."""
        text = self.contribution.text
        before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        opening = "… " if start > CONTEXT else ""
        closing = " …" if end + CONTEXT < len(text) else ""
        return shown(f"{opening}{before}[{text[start:end]}]{after}{closing}")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned["span"] = self._span(cleaned)
        if not cleaned.get("theme") and not (cleaned.get("new_theme") or "").strip():
            self.add_error("theme", _("Choose a theme or write a new one."))
        return cleaned

    def _span(self, cleaned: dict[str, Any]) -> Span | None:
        """The span that was meant: selected on the page, pasted, or a whole sentence."""
        words = shown(cleaned.get("words") or "").strip()
        if selected := self._selected(cleaned, words):
            return selected
        if words:
            return self._pasted(cleaned)
        if cleaned.get("sentence"):
            return read_span(cleaned["sentence"])
        self.add_error("words", _("Choose the words you quote, or a whole sentence."))
        return None

    def _selected(self, cleaned: dict[str, Any], words: str) -> Span | None:
        """What the page's script selected, unless the words have been edited since."""
        start, end = cleaned.get("start"), cleaned.get("end")
        if start is None or end is None:
            return None
        text = self.contribution.text
        try:
            span = trimmed(text, *from_shown(text, start, end))
        except ValueError:
            return None
        return span if shown(text[slice(*span)]) == words else None

    def _pasted(self, cleaned: dict[str, Any]) -> Span | None:
        """Where the pasted words stand; when they stand in several places, the one that was pointed out."""
        if len(self.places) == 1:
            return self.places[0]
        if not self.places:
            self.add_error(
                "words",
                _("These words are not in the text exactly as such. Copy them straight from the text."),
            )
            return None
        if cleaned.get("which"):
            return read_span(cleaned["which"])
        self.add_error(
            "which",
            _("These words stand in the text %(count)s times. Choose which one you mean.")
            % {"count": len(self.places)},
        )
        return None

    @transaction.atomic
    def save(self, process: Process, by: User) -> Coding:
        """Quote the words and code the quote; the first quote begins the synthesis."""
        synthesis = actions.begin(process, by=by)
        start, end = self.cleaned_data["span"]
        quote = actions.quote(self.contribution, start=start, end=end, by=by)
        theme = self.cleaned_data["theme"] or actions.add_theme(
            synthesis, title={(get_language() or "fi")[:2]: self.cleaned_data["new_theme"]}, by=by
        )
        return actions.code(quote, perspective=self.cleaned_data["perspective"], theme=theme, by=by)


def read_span(value: str) -> Span:
    """A span written into a form as `start-end`."""
    start, _dash, end = value.partition("-")
    return int(start), int(end)

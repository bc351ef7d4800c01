"""Write a conclusion, and choose what speaks for and against it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import transaction
from django.db.models import QuerySet
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lupaus.counties.models import Area
from lupaus.participation.models import Party
from lupaus.people.models import User
from lupaus.synthesis import actions
from lupaus.synthesis.models import Conclusion, Evidence, Quote, Synthesis, Theme
from lupaus.synthesis.queries import CellQuote, ClaimOfResult
from lupaus.synthesis.states import Stance
from lupaus.web.content_forms import ContentForm, localized_fields, written

NEW_CLAIMS = 2


@dataclass(frozen=True)
class QuoteChoice:
    """A quote beside its three choices."""

    quote: Quote
    themes: list[Theme]
    field: BoundField


@dataclass(frozen=True)
class ClaimChoice:
    """A claim already named as evidence, beside its three choices."""

    claim: ClaimOfResult
    field: BoundField


class ConclusionForm(ContentForm):
    """A conclusion of one cell, in three languages, with its evidence."""

    area: "forms.ModelChoiceField[Area]" = forms.ModelChoiceField(
        label=gettext_lazy("Area"),
        queryset=Area.objects.none(),
        required=False,
        empty_label=gettext_lazy("the whole county"),
    )
    themes: "forms.ModelMultipleChoiceField[Theme]" = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Themes"),
        queryset=Theme.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    against_note = forms.CharField(
        label=gettext_lazy("Where did you look for something that speaks against this?"),
        help_text=gettext_lazy("Shown to officials only. Write this when you found nothing against."),
        max_length=300,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        synthesis: Synthesis,
        quotes: Sequence[CellQuote],
        claims: Sequence[ClaimOfResult],
        themes: QuerySet[Theme],
        evidence: Sequence[Evidence] = (),
        conclusion: Conclusion | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.synthesis, self.conclusion, self.quotes = synthesis, conclusion, quotes
        self.claims = {claim.key: claim for claim in claims}
        localized_fields(
            self,
            "text",
            label=_("Conclusion"),
            help_text=_("Say in one or two sentences what this party brought up. At most 400 characters."),
            needed_languages=synthesis.county.required_languages,
            max_length=400,
            widget=forms.Textarea,
            initial=written(conclusion, "text"),
            attributes={"rows": "3"},
        )
        self._fill_choices(themes)
        self._add_quotes(evidence)
        self._add_claims(evidence)

    def _fill_choices(self, themes: QuerySet[Theme]) -> None:
        fields: dict[str, Any] = self.fields
        fields["area"].queryset = Area.objects.filter(county=self.synthesis.county)
        fields["themes"].queryset = themes
        if self.conclusion:
            fields["area"].initial = self.conclusion.area_id
            fields["themes"].initial = [theme.pk for theme in self.conclusion.themes.all()]
            fields["against_note"].initial = self.conclusion.against_note

    def _add_quotes(self, evidence: Sequence[Evidence]) -> None:
        stances = {one.quote_id: one.stance for one in evidence if one.quote_id}
        for pk in (said.quote.pk for said in self.quotes):
            self.fields[f"quote_{pk}"] = stance_field(stances.get(pk, ""))

    def _add_claims(self, evidence: Sequence[Evidence]) -> None:
        self.named = [
            key
            for one in evidence
            if one.result_id and (key := f"{one.result_id}-{one.claim_number}") in self.claims
        ]
        stances = {f"{one.result_id}-{one.claim_number}": one.stance for one in evidence}
        for key in self.named:
            self.fields[f"claim_{key}"] = stance_field(stances[key])
        choices = [
            ("", "–"),
            *((key, claim_words(claim)) for key, claim in self.claims.items() if key not in self.named),
        ]
        for number in range(1, NEW_CLAIMS + 1) if len(choices) > 1 else ():
            self.fields[f"new_claim_{number}"] = forms.ChoiceField(
                label=_("Claim %(number)s") % {"number": number}, choices=choices, required=False
            )
            self.fields[f"new_stance_{number}"] = forms.ChoiceField(
                label=_("Does claim %(number)s speak for or against?") % {"number": number},
                choices=Stance.choices,
                required=False,
            )

    @property
    def quote_choices(self) -> list[QuoteChoice]:
        return [QuoteChoice(said.quote, said.themes, self[f"quote_{said.quote.pk}"]) for said in self.quotes]

    @property
    def claim_choices(self) -> list[ClaimChoice]:
        return [ClaimChoice(self.claims[key], self[f"claim_{key}"]) for key in self.named]

    @property
    def new_claims(self) -> Iterator[tuple[BoundField, BoundField]]:
        for number in range(1, NEW_CLAIMS + 1):
            if f"new_claim_{number}" in self.fields:
                yield self[f"new_claim_{number}"], self[f"new_stance_{number}"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not any(self.texts("text").values()):
            self.add_error("text_fi", _("Write the conclusion in at least one language."))
        return cleaned

    @transaction.atomic
    def save(self, *, perspective: str, party: Party, by: User) -> Conclusion:
        """Write the conclusion and set its evidence, together or not at all."""
        cleaned = self.cleaned_data
        told = {"text": self.texts("text"), "area": cleaned["area"], "themes": cleaned["themes"]}
        conclusion = self.conclusion or actions.conclude(
            self.synthesis, perspective=perspective, party=party, **told, by=by
        )
        if self.conclusion or cleaned["against_note"]:
            actions.rewrite(conclusion, **told, against_note=cleaned["against_note"], by=by)
        return actions.set_evidence(
            conclusion, quotes=self._chosen_quotes(), claims=self._chosen_claims(), by=by
        )

    def _chosen_quotes(self) -> dict[Quote, str]:
        return {
            said.quote: stance
            for said in self.quotes
            if (stance := self.cleaned_data[f"quote_{said.quote.pk}"])
        }

    def _chosen_claims(self) -> dict[tuple[Any, int], str]:
        chosen = {key: self.cleaned_data[f"claim_{key}"] for key in self.named}
        for number in range(1, NEW_CLAIMS + 1):
            if key := self.cleaned_data.get(f"new_claim_{number}"):
                chosen[key] = self.cleaned_data.get(f"new_stance_{number}") or Stance.FOR
        return {
            (self.claims[key].result, self.claims[key].number): stance
            for key, stance in chosen.items()
            if stance
        }


def stance_field(initial: str) -> forms.ChoiceField:
    """Whether a piece of evidence is used, and on which side."""
    return forms.ChoiceField(
        choices=[("", _("not used")), *Stance.choices],
        widget=forms.RadioSelect,
        initial=initial,
        required=False,
    )


def claim_words(claim: ClaimOfResult) -> str:
    """A claim with how people answered, for choosing from a list."""
    if claim.agreement is None:
        return claim.text
    return _("%(claim)s (%(agreement)s %% agree)") % {"claim": claim.text, "agreement": claim.agreement}

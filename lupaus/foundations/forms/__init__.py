"""Forms of the foundations."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lupaus.foundations.models import FoundationConclusion, FoundationItem, Goal, Strategy
from lupaus.foundations.states import StrategyKind
from lupaus.web.content_forms import ContentForm, columns, localized_fields, written


class FoundationForm(ContentForm):
    """A form of the foundations: Finnish is asked for, the other languages may wait."""

    def text_columns(self) -> dict[str, str]:
        """What was written, as the columns of the row."""
        return {
            column: text
            for name in self.localized
            for column, text in columns(name, self.texts(name)).items()
        }

    def ask(
        self,
        name: str,
        label: str,
        limit: int,
        *,
        thing: models.Model | None = None,
        help_text: str = "",
        rows: int = 3,
    ) -> None:
        """Ask for one text in three languages."""
        localized_fields(
            self,
            name,
            label=label,
            required_languages=("fi",),
            max_length=limit,
            widget=forms.Textarea if rows else forms.TextInput,
            help_text=help_text,
            initial=written(thing, name),
            attributes={"rows": str(rows)} if rows else None,
        )


class StrategyForm(FoundationForm):
    """A strategy: what it is called, what kind it is, when it was decided and where it can be read."""

    kind = forms.ChoiceField(label=gettext_lazy("What kind of strategy is it?"), choices=StrategyKind)
    decided_on = forms.DateField(
        label=gettext_lazy("Decided on"),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    address = forms.URLField(label=gettext_lazy("Address on the net"), required=False, assume_scheme="https")

    def __init__(self, *args: Any, thing: Strategy | None = None, **kwargs: Any) -> None:
        if thing:
            kwargs["initial"] = {"kind": thing.kind, "decided_on": thing.decided_on, "address": thing.address}
        super().__init__(*args, **kwargs)
        self.ask("title", _("Name"), 200, thing=thing, rows=0)


class GoalForm(FoundationForm):
    """A goal as the council approved it."""

    def __init__(self, *args: Any, thing: Goal | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask("text", _("Goal"), 300, thing=thing, help_text=_("Write it as the council approved it."))


class ConclusionForm(FoundationForm):
    """A short conclusion on the whole foundation."""

    def __init__(self, *args: Any, thing: FoundationConclusion | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        help_text = _("One short statement. Later you can see whether it held.")
        self.ask("text", _("Conclusion"), 300, thing=thing, help_text=help_text)


class ItemConclusionForm(FoundationForm):
    """What the county concludes of one thing in its foundation."""

    def __init__(self, *args: Any, thing: FoundationItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask("conclusion", _("Our conclusion"), 4000, thing=thing, rows=6)


class RecommendationForm(FoundationForm):
    """What the ministries recommended in a yearly negotiation."""

    year = forms.IntegerField(label=gettext_lazy("Year of the negotiation"), min_value=2023, max_value=2100)
    address = forms.URLField(
        label=gettext_lazy("Address of the document on the net"), required=False, assume_scheme="https"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask("text", _("Recommendation"), 400)

"""Write a pledge: its sentence, its points and what it stands on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lupaus.foundations.models import Goal
from lupaus.people.models import User
from lupaus.promise import actions, queries
from lupaus.promise.actions.drafting import MOST_POINTS
from lupaus.promise.models import Basis, Wording
from lupaus.synthesis.models import Conclusion
from lupaus.web.content_forms import ContentForm, LocalizedGroup, localized_fields, written

FEWEST_ROWS, SPARE_ROWS = 3, 2


@dataclass(frozen=True)
class ConclusionChoice:
    """A conclusion that can be ticked as basis."""

    conclusion: Conclusion
    field: BoundField


@dataclass(frozen=True)
class GoalChoice:
    """A goal that can be ticked as basis, with a note on how the pledge serves it."""

    goal: Goal
    field: BoundField
    note: BoundField


class PledgeForm(ContentForm):
    """A pledge in three languages, beside its evidence and goals."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        wording: Wording,
        conclusions: Sequence[Conclusion],
        goals: Sequence[Goal],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.wording, self.conclusions, self.goals = wording, conclusions, goals
        self.fields["seen"].initial = queries.stamp_of_wording(wording)
        self.basis = {(one.conclusion_id, one.goal_id): one for one in wording.basis.all()}
        self.needed = wording.county.required_languages
        self._add_texts()
        self._add_points()
        self._add_basis()

    def _add_texts(self) -> None:
        localized_fields(
            self,
            "sentence",
            label=_("The pledge in one sentence"),
            help_text=_("This stands in the wheel. About 90 characters fit well."),
            needed_languages=self.needed,
            max_length=200,
            widget=forms.Textarea,
            initial=written(self.wording, "sentence"),
            attributes={"rows": "2"},
        )
        localized_fields(
            self,
            "plain",
            label=_("In plain language"),
            help_text=_("Short sentences and everyday words."),
            widget=forms.Textarea,
            max_length=1000,
            initial=written(self.wording, "plain"),
            attributes={"rows": "3"},
        )
        if self.wording.version.follows_id:
            localized_fields(
                self,
                "change_reason",
                label=_("Why did the sentence change?"),
                help_text=_("Residents read this beside the earlier wording."),
                needed_languages=self.needed,
                max_length=400,
                initial=written(self.wording, "change_reason"),
            )

    def _add_points(self) -> None:
        points = list(self.wording.points.all())
        self.point_rows = min(MOST_POINTS, max(FEWEST_ROWS, len(points) + SPARE_ROWS))
        for row in range(self.point_rows):
            localized_fields(
                self,
                f"point_{row}",
                label=_("Point %(number)s") % {"number": row + 1},
                needed_languages=self.needed,
                max_length=240,
                widget=forms.Textarea,
                attributes={"rows": "2"},
                initial=written(points[row] if row < len(points) else None, "text"),
            )

    def _add_basis(self) -> None:
        for conclusion in self.conclusions:
            self.fields[f"conclusion_{conclusion.pk}"] = forms.BooleanField(
                required=False,
                label=str(conclusion),
                initial=(conclusion.pk, None) in self.basis,
            )
        for goal in self.goals:
            basis = self.basis.get((None, goal.pk))
            self.fields[f"goal_{goal.pk}"] = forms.BooleanField(
                required=False, label=str(goal), initial=basis is not None
            )
            self.fields[f"goal_note_{goal.pk}"] = forms.CharField(
                required=False,
                max_length=300,
                label=_("How does the pledge serve it?"),
                initial=written(basis, "note")[page_language()],
            )

    @property
    def points(self) -> list[LocalizedGroup]:
        groups = self.localized
        return [groups[f"point_{row}"] for row in range(self.point_rows)]

    @property
    def conclusion_choices(self) -> list[ConclusionChoice]:
        return [ConclusionChoice(one, self[f"conclusion_{one.pk}"]) for one in self.conclusions]

    @property
    def goal_choices(self) -> list[GoalChoice]:
        return [GoalChoice(one, self[f"goal_{one.pk}"], self[f"goal_note_{one.pk}"]) for one in self.goals]

    def save(self, by: User) -> Wording:
        return actions.edit_pledge(
            self.wording,
            sentence=self.texts("sentence"),
            plain=self.texts("plain"),
            points=[self.texts(f"point_{row}") for row in range(self.point_rows)],
            change_reason=self.texts("change_reason"),
            conclusions={one: self._note((one.pk, None)) for one in self._chosen_conclusions()},
            goals={
                goal: {
                    **self._note((None, goal.pk)),
                    page_language(): self.cleaned_data[f"goal_note_{goal.pk}"],
                }
                for goal in self.goals
                if self.cleaned_data[f"goal_{goal.pk}"]
            },
            seen=self.cleaned_data["seen"],
            by=by,
        )

    def _chosen_conclusions(self) -> list[Conclusion]:
        """What was ticked, and what the pledge stands on already that this page does not offer."""
        offered = {one.pk for one in self.conclusions}
        kept = [
            one.conclusion
            for one in self.basis.values()
            if one.conclusion is not None and one.conclusion.pk not in offered
        ]
        return kept + [one for one in self.conclusions if self.cleaned_data[f"conclusion_{one.pk}"]]

    def _note(self, key: tuple[int | None, int | None]) -> dict[str, str]:
        """What the note said before, in every language."""
        known: Basis | None = self.basis.get(key)
        return written(known, "note")


def page_language() -> str:
    return (get_language() or "fi")[:2]

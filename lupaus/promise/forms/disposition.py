"""Say what became of a conclusion."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lupaus.people.models import User
from lupaus.promise import actions
from lupaus.promise.models import Disposition, Pledge, ServicePromise
from lupaus.promise.states import Outcome
from lupaus.synthesis.models import Conclusion
from lupaus.web.content_forms import ContentForm, localized_fields, written


class DispositionForm(ContentForm):
    """The outcome, the public reason and the pledges in which it can be seen."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("What became of it?"), choices=Outcome.choices, widget=forms.RadioSelect
    )
    pledges = forms.MultipleChoiceField(
        label=gettext_lazy("In which pledges can it be seen?"),
        help_text=gettext_lazy("The pledges you choose also stand on this conclusion from now on."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        promise: ServicePromise,
        conclusion: Conclusion,
        pledges: dict[Pledge, str],
        disposition: Disposition | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.promise, self.conclusion = promise, conclusion
        self.choices = {pledge.public_id: pledge for pledge in pledges}
        fields: dict[str, Any] = self.fields
        fields["pledges"].choices = [(pledge.public_id, words) for pledge, words in pledges.items()]
        if disposition:
            fields["outcome"].initial = disposition.outcome
            fields["pledges"].initial = [pledge.public_id for pledge in disposition.pledges.all()]
        localized_fields(
            self,
            "reason",
            label=_("Why?"),
            help_text=_("Everyone reads this, also the people whose words led to the conclusion."),
            required_languages=promise.county.required_languages,
            max_length=500,
            widget=forms.Textarea,
            initial=written(disposition, "reason"),
            attributes={"rows": "3"},
        )
        self.order_fields(["outcome"])

    def save(self, by: User) -> Disposition:
        return actions.dispose(
            self.promise,
            conclusion=self.conclusion,
            outcome=self.cleaned_data["outcome"],
            reason=self.texts("reason"),
            pledges=[self.choices[public_id] for public_id in self.cleaned_data["pledges"]],
            by=by,
        )

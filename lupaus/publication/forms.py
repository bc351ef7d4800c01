"""The one form of the public site that belongs to no channel."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lupaus.counties.models import County
from lupaus.people.queries import receipt_by_code


class ReceiptForm(forms.Form):
    """A receipt's code, as someone types it from paper."""

    code = forms.CharField(
        label=_("Code of the receipt"),
        help_text=_(
            "Twelve letters and digits, for example abcd-2345-wxyz. Capitals and dashes do not matter."
        ),
        max_length=40,
        error_messages={"required": _("Type the code of your receipt.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def __init__(self, *args: Any, county: County, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.county = county

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"].strip()
        if receipt_by_code(self.county, code) is None:
            raise forms.ValidationError(
                _("No receipt has this code. Check each letter and digit and try again.")
            )
        return code

"""Forms for officials: seed claims, translations, an import, and the name of a group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lupaus.counties.models import County
from lupaus.methods.opinion_map import BadVotes, FileTooLarge
from lupaus.opinions.actions import LONGEST_CLAIM
from lupaus.opinions.forms.bad_votes import explain
from lupaus.opinions.models import Claim, GroupName
from lupaus.opinions.queries import unpacked
from lupaus.participation.models import LANGUAGE_NAMES
from lupaus.web.content_forms import ContentForm, localized_fields, written

ZIP = ".zip"


class SeedForm(ContentForm):
    """A claim written by officials, in every language at once."""

    def __init__(self, *args: Any, county: County, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        localized_fields(
            self,
            "text",
            label=_("Claim"),
            max_length=LONGEST_CLAIM,
            required_languages=county.required_languages,
            help_text=_("One thing that people can agree or disagree with. At most 140 characters."),
        )


class ClaimForm(ContentForm):
    """Translations of a claim, and whether it is about those who answer."""

    is_meta = forms.BooleanField(required=False)

    def __init__(self, *args: Any, claim: Claim, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        localized_fields(
            self, "text", label=_("Claim"), max_length=LONGEST_CLAIM, initial=written(claim, "text")
        )
        original = self.fields[f"text_{claim.contribution.language}"]
        original.disabled = True
        original.help_text = _("These are the author's own words; they stay.")
        meta = self.fields["is_meta"]
        meta.label = _("The claim is about those who answer, such as “I am under 30”")
        meta.initial = claim.is_meta


class ManyFiles(forms.ClearableFileInput):
    """A file input that takes several files at once."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several uploaded files."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        given = data if isinstance(data, list | tuple) else [data]
        if not [each for each in given if each]:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return list(given)


class ImportForm(forms.Form):
    """The files of an export, loose or in a zip."""

    export = ManyFilesField(
        label=gettext_lazy("Files of the export"),
        help_text=gettext_lazy(
            "comments.csv, votes.csv, participants-votes.csv, summary.csv and the others, as many as you have, or all of them in one zip."
        ),
    )
    language = forms.ChoiceField(
        choices=LANGUAGE_NAMES,
        widget=forms.RadioSelect,
        initial="fi",
        label=gettext_lazy("Language of the claims"),
    )
    flip = forms.BooleanField(
        required=False,
        label=gettext_lazy("Turn the signs"),
        help_text=gettext_lazy("Only when -1 means “agree” in the votes file."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["export"].error_messages["required"] = _("Choose the files first.")

    def clean_export(self) -> dict[str, bytes]:
        """The files by name; sized before a single byte of them is read."""
        uploads: Sequence[UploadedFile[Any]] = self.cleaned_data["export"]
        limit = settings.UPLOAD_LIMIT
        try:
            for upload in uploads:
                if (upload.size or 0) > limit:
                    raise FileTooLarge(file=upload.name or "", limit=limit)
            if sum(upload.size or 0 for upload in uploads) > limit:
                raise FileTooLarge(file=", ".join(upload.name or "" for upload in uploads), limit=limit)
            files: dict[str, bytes] = {}
            for upload in uploads:
                name = upload.name or ""
                content = upload.read()
                files |= (
                    unpacked(content, name=name, limit=limit)
                    if name.lower().endswith(ZIP)
                    else {name: content}
                )
        except BadVotes as error:
            raise forms.ValidationError(explain(error)) from error
        return files


class GroupNameForm(ContentForm):
    """A name people give to a group, with the claims that justify it."""

    claim_numbers = forms.TypedMultipleChoiceField(coerce=int, widget=forms.CheckboxSelectMultiple)

    def __init__(
        self,
        *args: Any,
        county: County,
        claims: Sequence[tuple[int, str]],
        named: GroupName | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        localized_fields(
            self,
            "name",
            label=_("Name of the group"),
            max_length=120,
            required_languages=county.required_languages,
            initial=written(named, "name"),
            help_text=_("Say what the people think, not who they are."),
        )
        localized_fields(
            self,
            "because",
            label=_("Why this name"),
            max_length=300,
            initial=written(named, "because"),
        )
        chosen = self.fields["claim_numbers"]
        chosen.label = _("Claims that justify the name")
        chosen.choices = list(claims)  # type: ignore[attr-defined]
        chosen.initial = named.claim_numbers if named else []
        chosen.error_messages["required"] = _("Choose at least one claim.")

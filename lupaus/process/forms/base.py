"""What the forms of the process share: texts in three languages, and dates."""

from django import forms
from django.db import models
from django.forms.boundfield import BoundField

from lupaus.web.content_forms import ContentForm, LocalizedGroup, columns, localized_fields, written


class ProcessForm(ContentForm):
    """A form of the process: Finnish is asked for, the other languages may wait."""

    @property
    def groups(self) -> list[LocalizedGroup]:
        """The texts asked for in three languages."""
        return list(self.localized.values())

    @property
    def plain_fields(self) -> list[BoundField]:
        """The fields that are the same in every language."""
        localized = {field.field.name for group in self.groups for field in group.inputs}
        return [field for field in self if field.name not in localized]

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
        rows: int = 0,
        is_required: bool = True,
        help_text: str = "",
    ) -> None:
        """Ask for one text in three languages; with rows, in a larger box."""
        localized_fields(
            self,
            name,
            label=label,
            required_languages=("fi",) if is_required else (),
            max_length=limit,
            widget=forms.Textarea if rows else forms.TextInput,
            help_text=help_text,
            initial=written(thing, name),
            attributes={"rows": str(rows)} if rows else None,
        )


def date_input() -> forms.DateInput:
    return forms.DateInput({"type": "date"}, format="%Y-%m-%d")

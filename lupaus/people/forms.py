"""What officials and residents fill in about themselves and their county."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as second_step
from allauth.mfa.totp import forms as totp
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from lupaus.counties.models import Area, County, Municipality, Part, Segment, Service
from lupaus.people.states import Role
from lupaus.web.languages import LANGUAGES, in_language

PASSWORD_HELP = _("At least 12 characters. A sentence of your own is easy to remember and hard to guess.")


def say(form: forms.Form, words: dict[str, Any], *, helps: dict[str, Any] | None = None) -> None:
    """Our own labels for fields made by others, without texts inside the boxes."""
    for name, field in form.fields.items():
        field.label = words.get(name, field.label)
        field.help_text = (helps or {}).get(name, "")
        field.widget.attrs.pop("placeholder", None)
        field.error_messages["required"] = _("Fill this in.")


class SignInForm(account.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, {"login": _("E-mail"), "password": _("Password")})
        self.fields["login"].error_messages["invalid"] = _(
            "Write an e-mail address such as name@example.org."
        )


class NewPasswordForm(account.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {
            "oldpassword": _("Your present password"),
            "password1": _("New password"),
            "password2": _("New password again"),
        }
        say(self, words, helps={"password1": PASSWORD_HELP})


class FirstPasswordForm(account.SetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {"password1": _("New password"), "password2": _("New password again")}
        say(self, words, helps={"password1": PASSWORD_HELP})


class ChosenPasswordForm(account.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {"password1": _("New password"), "password2": _("New password again")}
        say(self, words, helps={"password1": PASSWORD_HELP})


class ForgottenPasswordForm(account.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, {"email": _("E-mail")})


class SamePersonForm(account.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, {"password": _("Password")})


class CodeForm(second_step.AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        helps = {"code": _("Six digits from your app, or one of your recovery codes.")}
        say(self, {"code": _("Sign-in code")}, helps=helps)


class SamePersonCodeForm(second_step.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(
            self,
            {"code": _("Sign-in code")},
            helps={"code": _("Six digits from your app, or one of your recovery codes.")},
        )


class FirstCodeForm(totp.ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, {"code": _("Code from the app")}, helps={"code": _("Six digits.")})


class InviteForm(forms.Form):
    """A person whom the administrator lets in."""

    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        error_messages={"invalid": _("Write an e-mail address such as name@example.org.")},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    name = forms.CharField(label=_("Name"), max_length=120)
    title = forms.CharField(label=_("Job title"), max_length=120, required=False)
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = _("Fill this in.")


LANGUAGE_NAMES = {"fi": _("in Finnish"), "sv": _("in Swedish"), "en": _("in English")}


class CountyForm(forms.ModelForm):  # type: ignore[type-arg]
    """What the county and its promise are called, and in which languages it decides."""

    class Meta:
        model = County
        fields = [
            *(
                f"{field}_{language}"
                for field in ("name", "instrument_name", "carrier_document", "deciding_body")
                for language in LANGUAGES
            ),
            "is_bilingual",
            "contact_email",
        ]

    GROUPS = {
        "name": _("Name of the county"),
        "instrument_name": _("What the promise is called"),
        "carrier_document": _("The document that carries the promise"),
        "deciding_body": _("Who decides on it"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            stem, _underscore, language = name.rpartition("_")
            if stem in self.GROUPS:
                field.label = LANGUAGE_NAMES[language]
                field.required = language in self.instance.required_languages
                field.error_messages["required"] = _("Write this in every language of the county.")
        self.fields["is_bilingual"].label = _(
            "The county is bilingual: what is decided is published in Finnish and Swedish"
        )
        self.fields["contact_email"].label = _("Where residents can write")
        self.fields["contact_email"].error_messages["invalid"] = _(
            "Write an e-mail address such as name@example.org."
        )

    def groups(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The texts that are written in three languages, each with its heading."""
        return [
            (heading, [self[f"{stem}_{language}"] for language in LANGUAGES])
            for stem, heading in self.GROUPS.items()
        ]


class PartForm(forms.Form):
    """An area, a customer segment or a service of the county."""

    name_fi = forms.CharField(label=LANGUAGE_NAMES["fi"], max_length=80)
    name_sv = forms.CharField(label=LANGUAGE_NAMES["sv"], max_length=80, required=False)
    name_en = forms.CharField(label=LANGUAGE_NAMES["en"], max_length=80, required=False)

    def __init__(self, *args: Any, county: County, part: Part | None = None, **kwargs: Any) -> None:
        if part is not None:
            kwargs["initial"] = {f"name_{code}": in_language(part, "name", code) for code in LANGUAGES}
        super().__init__(*args, **kwargs)
        for language in county.required_languages:
            self.fields[f"name_{language}"].required = True
            self.fields[f"name_{language}"].error_messages["required"] = _(
                "Write this in every language of the county."
            )

    def name_fields(self) -> list[forms.BoundField]:
        return [self[f"name_{language}"] for language in LANGUAGES]

    def name(self) -> dict[str, str]:
        """The name by language, as actions take it."""
        return {language: self.cleaned_data[f"name_{language}"] for language in LANGUAGES}


class AreaForm(PartForm):
    """An area and the municipalities in it."""

    municipalities: Any = forms.ModelMultipleChoiceField(
        label=_("Municipalities"),
        queryset=Municipality.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, county: County, part: Part | None = None, **kwargs: Any) -> None:
        super().__init__(*args, county=county, part=part, **kwargs)
        if isinstance(part, Area):
            self.initial["municipalities"] = part.municipalities.all()
        choice: Any = self.fields["municipalities"]
        choice.queryset = county.municipalities.all()


PART_FORMS: dict[type[Part], type[PartForm]] = {Area: AreaForm, Segment: PartForm, Service: PartForm}


class IntroductionForm(forms.Form):
    """How an official is called, and in which language we write to them."""

    name = forms.CharField(label=_("Name"), max_length=120, error_messages={"required": _("Fill this in.")})
    title = forms.CharField(label=_("Job title"), max_length=120, required=False)
    language = forms.ChoiceField(
        label=_("In which language we write to you"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )

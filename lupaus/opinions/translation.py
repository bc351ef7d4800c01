"""Which texts of opinion maps are written per language."""

from modeltranslation.translator import TranslationOptions, register

from lupaus.opinions.models import Claim, GroupName


@register(Claim)
class ClaimTexts(TranslationOptions):
    fields = ("text",)


@register(GroupName)
class GroupNameTexts(TranslationOptions):
    fields = ("name", "because")

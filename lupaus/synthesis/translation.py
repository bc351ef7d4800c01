"""Which texts of the synthesis are written per language; quotes stay in the speaker's own."""

from modeltranslation.translator import TranslationOptions, register

from lupaus.synthesis.models import Conclusion, Evidence, Theme


@register(Theme)
class ThemeTexts(TranslationOptions):
    fields = ("title", "description")


@register(Conclusion)
class ConclusionTexts(TranslationOptions):
    fields = ("text",)


@register(Evidence)
class EvidenceTexts(TranslationOptions):
    fields = ("note",)

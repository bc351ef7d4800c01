"""Which texts of monitoring are written per language."""

from modeltranslation.translator import TranslationOptions, register

from lupaus.monitoring.models import CorrectiveAction, Indicator, Observation


@register(Indicator)
class IndicatorTexts(TranslationOptions):
    fields = ("name", "explanation", "unit", "source", "owner", "note")


@register(Observation)
class ObservationTexts(TranslationOptions):
    fields = ("note",)


@register(CorrectiveAction)
class CorrectiveActionTexts(TranslationOptions):
    fields = ("finding", "cause", "action", "responsible", "effect")

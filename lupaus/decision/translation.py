"""Which texts of decisions are written per language."""

from modeltranslation.translator import TranslationOptions, register

from lupaus.decision.models import CouncilDecision, YearlyTarget


@register(YearlyTarget)
class YearlyTargetTexts(TranslationOptions):
    fields = ("text", "measured_by", "responsible", "budget_reference")


@register(CouncilDecision)
class CouncilDecisionTexts(TranslationOptions):
    fields = ("body_name", "note")

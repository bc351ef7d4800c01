"""Which texts of the foundations are written per language."""

from modeltranslation.translator import TranslationOptions, register

from lupaus.foundations.models import (
    FoundationConclusion,
    FoundationItem,
    Goal,
    LegalFloor,
    LegalReference,
    NationalObjective,
    SteeringRecommendation,
    Strategy,
)


@register(Strategy)
class StrategyTexts(TranslationOptions):
    fields = ("title",)


@register(Goal)
class GoalTexts(TranslationOptions):
    fields = ("text",)


@register(NationalObjective)
class NationalObjectiveTexts(TranslationOptions):
    fields = ("text", "source")


@register(SteeringRecommendation)
class SteeringRecommendationTexts(TranslationOptions):
    fields = ("text",)


@register(LegalReference)
class LegalReferenceTexts(TranslationOptions):
    fields = ("act_name", "says", "address")


@register(LegalFloor)
class LegalFloorTexts(TranslationOptions):
    fields = ("service_name", "limit")


@register(FoundationItem)
class FoundationItemTexts(TranslationOptions):
    fields = ("title", "guide", "conclusion")


@register(FoundationConclusion)
class FoundationConclusionTexts(TranslationOptions):
    fields = ("text",)

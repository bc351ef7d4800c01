"""Which texts of participation are written per language; residents' own words never are."""

from modeltranslation.translator import TranslationOptions, register

from lupaus.participation.models import Consultation, Contribution, Party, Result


@register(Party)
class PartyTexts(TranslationOptions):
    fields = ("name", "description")


@register(Consultation)
class ConsultationTexts(TranslationOptions):
    fields = ("title", "lead", "question", "background", "what_happens_next", "who_reads", "closing_words")


@register(Contribution)
class ContributionTexts(TranslationOptions):
    fields = ("moderation_reason",)


@register(Result)
class ResultTexts(TranslationOptions):
    fields = ("title",)

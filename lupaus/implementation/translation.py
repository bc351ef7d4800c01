"""Which texts of implementation are written per language."""

from modeltranslation.translator import TranslationOptions, register

from lupaus.implementation.models import ContractClause, Measure, Unit


@register(Unit)
class UnitTexts(TranslationOptions):
    fields = ("name", "responsible_role")


@register(Measure)
class MeasureTexts(TranslationOptions):
    fields = ("title", "reason", "state_note")


@register(ContractClause)
class ContractClauseTexts(TranslationOptions):
    fields = ("text", "contract")

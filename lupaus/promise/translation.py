"""Which texts of a promise are written per language."""

from modeltranslation.translator import TranslationOptions, register

from lupaus.promise.models import Basis, Disposition, Point, ServicePromise, Version, Wording


@register(ServicePromise)
class ServicePromiseTexts(TranslationOptions):
    fields = ("title",)


@register(Version)
class VersionTexts(TranslationOptions):
    fields = ("statement_of_intent", "resident_principle", "organiser_principle", "change_reason")


@register(Wording)
class WordingTexts(TranslationOptions):
    fields = ("sentence", "plain", "change_reason")


@register(Point)
class PointTexts(TranslationOptions):
    fields = ("text",)


@register(Basis)
class BasisTexts(TranslationOptions):
    fields = ("note",)


@register(Disposition)
class DispositionTexts(TranslationOptions):
    fields = ("reason",)

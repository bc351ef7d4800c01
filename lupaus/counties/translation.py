"""Which texts of a county are written per language."""

from modeltranslation.translator import TranslationOptions, register

from lupaus.counties.models import Area, County, Municipality, Segment, Service


@register(County)
class CountyTexts(TranslationOptions):
    fields = ("name", "instrument_name", "carrier_document", "deciding_body")


@register(Municipality)
class MunicipalityTexts(TranslationOptions):
    fields = ("name",)


@register(Area)
class AreaTexts(TranslationOptions):
    fields = ("name",)


@register(Segment)
class SegmentTexts(TranslationOptions):
    fields = ("name",)


@register(Service)
class ServiceTexts(TranslationOptions):
    fields = ("name", "description")

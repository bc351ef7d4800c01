"""Which county is meant, and what stands on its parts."""

from django.db.models import ForeignObjectRel, Q

from lupaus.counties.models import County, Part


def county_for(host: str) -> County | None:
    """The county with this host name; without one, the county in use here (the first, when there are several)."""
    in_use = County.objects.filter(is_in_use=True).filter(Q(host=host) | Q(host=""))
    return in_use.order_by("-host", "code").first()


def is_in_use(part: Part) -> bool:
    """Whether any row of any room points at the area, segment or service."""
    return any(
        field.related_model._base_manager.filter(**{field.field.name: part}).exists()
        for field in type(part)._meta.get_fields(include_hidden=True)
        if isinstance(field, ForeignObjectRel)
        and not isinstance(field.related_model, str)
        and not field.related_model._meta.auto_created
    )

"""Which county is meant."""

from django.db.models import Q

from lupaus.counties.models import County


def county_for(host: str) -> County | None:
    """The county with this host name; without one, the county in use here (the first, when there are several)."""
    in_use = County.objects.filter(is_in_use=True).filter(Q(host=host) | Q(host=""))
    return in_use.order_by("-host", "code").first()

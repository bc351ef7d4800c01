"""A request that knows which county it is for."""

from django.http import HttpRequest

from lupaus.counties.models import County


class CountyRequest(HttpRequest):
    """Every page of the product is some county's page."""

    county: County

"""The addresses of the site: Finnish without a prefix, Swedish under /sv/, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

ROOMS = [
    path("", include("lupaus.publication.urls")),
    path("", include("lupaus.participation.urls")),
    path("", include("lupaus.opinions.urls")),
    path("", include("lupaus.people.urls")),
    path("desk/", include("lupaus.desk.urls")),
    path("desk/foundations/", include("lupaus.foundations.urls")),
    path("desk/process/", include("lupaus.process.urls")),
    path("desk/synthesis/", include("lupaus.synthesis.urls")),
    path("desk/promise/", include("lupaus.promise.urls")),
    path("desk/decision/", include("lupaus.decision.urls")),
    path("desk/implementation/", include("lupaus.implementation.urls")),
    path("desk/monitoring/", include("lupaus.monitoring.urls")),
    path("account/", include("lupaus.people.urls.account")),
]

urlpatterns = i18n_patterns(*ROOMS, prefix_default_language=False)

handler403 = "lupaus.web.views.forbidden"
handler404 = "lupaus.web.views.not_found"
handler500 = "lupaus.web.views.broken"

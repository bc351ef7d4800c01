"""Pledges with what they say now, the way officials recognise them."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from lupaus.counties.models import County
from lupaus.foundations.states import Perspective, Viewpoint
from lupaus.promise.models import Pledge, ServicePromise, Version, Wording
from lupaus.web.languages import shown


@dataclass(frozen=True)
class SpokenPledge:
    """A pledge and its sentence in the newest version of its promise."""

    pledge: Pledge
    wording: Wording | None

    @property
    def perspective(self) -> str:
        return str(Perspective(self.pledge.pair.perspective).label)

    @property
    def viewpoint(self) -> str:
        return str(Viewpoint(self.pledge.viewpoint).label)

    @property
    def sentence(self) -> str:
        return shown(self.wording, "sentence").text if self.wording else ""

    @property
    def place(self) -> str:
        """Where in the wheel the pledge stands: "Availability, resident"."""
        return _("%(perspective)s, %(viewpoint)s") % {
            "perspective": self.perspective,
            "viewpoint": self.viewpoint.lower(),
        }

    @property
    def label(self) -> str:
        return f"{self.place}: {self.sentence}" if self.sentence else self.place


def spoken_pledges(
    county: County, *, promise: ServicePromise | None = None, among: QuerySet[Pledge] | None = None
) -> list[SpokenPledge]:
    """The county's pledges (of one promise, or among some) in the order of the wheel, in two queries."""
    pledges = Pledge.objects.of(county).select_related("pair__promise__county", "pair__promise__segment")
    if promise is not None:
        pledges = pledges.filter(pair__promise=promise)
    if among is not None:
        pledges = pledges.filter(pk__in=among.order_by().values("pk"))
    pledges = pledges.order_by("pair__promise_id", "pair__order", "-viewpoint")
    newer = Version.objects.filter(promise=OuterRef("promise"), number__gt=OuterRef("number"))
    newest = Version.objects.of(county).filter(~Exists(newer)).order_by()
    wordings = {
        wording.pledge_id: wording for wording in Wording.objects.filter(version__in=newest.values("pk"))
    }
    return [SpokenPledge(pledge, wordings.get(pledge.pk)) for pledge in pledges]


def pledge_choices(county: County) -> list[tuple[str, str]]:
    """The pledges for a form's list of choices, by public id."""
    return [(spoken.pledge.public_id, spoken.label) for spoken in spoken_pledges(county)]

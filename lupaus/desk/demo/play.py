"""Play the whole story onto an empty database, or say why it cannot be played."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from lupaus.counties.models import County
from lupaus.desk.demo import (
    deciding,
    drafting,
    following,
    ground,
    keeping,
    mapping,
    project,
    reading,
    voices,
)
from lupaus.desk.demo.stage import Stage
from lupaus.journal.actions import as_of


class DatabaseInUse(Exception):
    """There is a county in the database already."""


def county_in_use() -> County | None:
    return County.objects.filter(is_in_use=True).order_by("is_demo", "code").first()


def holds_only_demo() -> bool:
    """Whether everything here was made by the demo, so that nothing real is lost with it."""
    return not County.objects.filter(is_demo=False).exists()


@transaction.atomic
def play(code: str = ground.EXAMPLE, *, today: date | None = None) -> Stage:
    """One county's whole story, in the order in which it happened."""
    if county_in_use():
        raise DatabaseInUse
    stage = Stage(county=ground.set_county(code), today=today or timezone.localdate())
    with as_of(stage.at(ground.SET_ON, 8)):
        ground.set_ground(stage)
        ground.seat_officials(stage)
    project.plan(stage)
    voices.plan(stage, "works")
    mapping.plan(stage, "map")
    reading.plan(stage)
    drafting.plan(stage)
    deciding.plan(stage)
    keeping.plan(stage)
    following.plan(stage)
    voices.plan(stage, "seen")
    mapping.plan(stage, "next")
    stage.play_out()
    return stage

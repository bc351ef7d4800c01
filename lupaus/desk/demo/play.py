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
    working,
)
from lupaus.desk.demo.stage import Stage


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
    prepare(stage)
    listen(stage)
    promise(stage)
    keep(stage)
    return stage


def prepare(stage: Stage) -> None:
    ground.set_ground(stage)
    ground.seat_officials(stage)
    project.start_project(stage)
    project.lay_foundation(stage)
    keeping.name_units(stage)


def listen(stage: Stage) -> None:
    voices.gather_parties(stage)
    voices.ask(stage, "works")
    voices.hear(stage, "works")
    voices.close(stage, "works")
    voices.ask(stage, "map")
    mapping.draw_map(stage)
    mapping.let_vote(stage)
    voices.close(stage, "map")
    mapping.publish(stage)


def promise(stage: Stage) -> None:
    reading.begin_reading(stage)
    reading.read(stage, "works")
    reading.conclude_all(stage)
    drafting.draft(stage)
    drafting.dispose(stage)


def keep(stage: Stage) -> None:
    keeping.set_targets(stage)
    indicators = following.follow(stage)
    deciding.decide(stage)
    keeping.assign_measures(stage)
    keeping.sign_clauses(stage)
    following.correct(stage, indicators)
    voices.ask(stage, "seen")
    voices.hear(stage, "seen")
    working.work(stage)

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
    prepare(stage)
    listen(stage)
    promise(stage)
    keep(stage)
    return stage


def prepare(stage: Stage) -> None:
    with as_of(stage.at(-425, 8)):
        ground.set_ground(stage)
        ground.seat_officials(stage)
        project.start_project(stage)
    with as_of(stage.at(-400)):
        project.lay_foundation(stage)
        voices.gather_parties(stage)
    working.work(stage, "foundation", "start")


def listen(stage: Stage) -> None:
    voices.ask(stage, "works")
    voices.hear(stage, "works")
    voices.close(stage, "works")
    with as_of(stage.at(reading.BEGUN_ON)):
        reading.begin_reading(stage)
    voices.ask(stage, "map")
    with as_of(stage.at(-340, 8)):
        opinion_map = mapping.draw_map(stage)
    mapping.let_vote(stage)
    voices.close(stage, "map")
    with as_of(stage.at(mapping.PUBLISHED_ON, 12)):
        mapping.publish(stage, opinion_map)


def promise(stage: Stage) -> None:
    reading.read(stage, "works")
    with as_of(stage.at(reading.WRITTEN_ON)):
        reading.conclude_all(stage)
    working.work(stage, "dialogue")
    drafting.write_first(stage)
    drafting.write_second(stage)
    keeping.name_units(stage)
    working.work(stage, "preparation")


def keep(stage: Stage) -> None:
    deciding.set_targets(stage)
    deciding.take_to_council(stage)
    following.follow(stage)
    working.work(stage, "decision")
    keeping.assign_measures(stage)
    following.take_figures_in(stage)
    keeping.sign_clauses(stage)
    following.correct(stage)
    voices.ask(stage, "seen")
    voices.hear(stage, "seen")
    working.work(
        stage, "implementation", "follow_up", "participation_and_communication", "sharpening_the_intent"
    )

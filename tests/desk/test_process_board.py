"""The process board: where we are, what is next, and outputs that show themselves from the thread."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lupaus.counties.models import County
from lupaus.decision.models import CouncilDecision, DecisionPackage
from lupaus.desk.queries.board import Board, BoardOutput, process_board
from lupaus.desk.queries.evidence import DERIVATIONS
from lupaus.foundations import actions as foundations
from lupaus.foundations.models import FoundationItem
from lupaus.implementation.models import ContractClause, Measure, Provider, Unit
from lupaus.monitoring.models import Indicator, Observation
from lupaus.participation.models import Consultation
from lupaus.people.models import User
from lupaus.process import actions
from lupaus.process.models import Process, Task
from lupaus.process.queries import handbook
from lupaus.process.queries.places import PAGES
from lupaus.promise.models import Pledge, PledgePair, ServicePromise, Version
from lupaus.synthesis.models import Synthesis

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
SignIn = Callable[[User], Client]


@pytest.fixture
def begun(county: County, preparer: User) -> Process:
    return actions.start(county, by=preparer, title={"fi": "Lupaus", "sv": "Löfte", "en": "Promise"})


@pytest.fixture
def board(begun: Process, county: County, preparer: User) -> Callable[[], Board]:
    """Looks at the board as it is now."""

    def look() -> Board:
        seen = process_board(county, user=preparer, today=TODAY)
        assert seen is not None
        return seen

    return look


def output(board: Board, key: str) -> BoardOutput:
    rows = (*board.foundation, *board.phases, *board.threads)
    return next(found for row in rows for found in row.outputs if found.output.key == key)


def consultation(process: Process, **facts: Any) -> Consultation:
    return Consultation.objects.create(
        county=process.county, process=process, title_fi="Kysely", opens_on=TODAY, closes_on=TODAY, **facts
    )


@pytest.fixture
def pledge(begun: Process) -> Pledge:
    promise = ServicePromise.objects.create(county=begun.county, process=begun, title_fi="Lupaus")
    pair = PledgePair.objects.create(promise=promise, perspective="availability")
    return Pledge.objects.create(pair=pair, viewpoint="resident")


@pytest.fixture
def version(pledge: Pledge) -> Version:
    return Version.objects.create(promise=pledge.pair.promise, number=1, started_at=NOW)


def test_without_a_process_there_is_no_board(county: County, preparer: User) -> None:
    assert process_board(county, user=preparer, today=TODAY) is None


def test_a_new_board_stands_at_the_first_phase_with_its_first_tasks_next(board: Callable[[], Board]) -> None:
    seen = board()

    assert [row.number for row in seen.phases] == [1, 2, 3, 4, 5, 6]
    assert seen.current is not None
    assert seen.current.phase.key == "start"
    assert [row.task.key for row in seen.next_tasks] == [
        "goals_of_the_work",
        "conclusion_checklist",
        "organise_groups",
    ]
    assert len(seen.foundation) == 1
    assert len(seen.threads) == 2
    assert not any(found.is_done for row in seen.phases for found in row.outputs)


def test_closing_a_phase_moves_the_board_on(
    begun: Process, board: Callable[[], Board], preparer: User
) -> None:
    actions.close_phase(begun.phases.get(key="start"), by=preparer)

    seen = board()

    assert seen.current is not None
    assert seen.current.phase.key == "dialogue"
    assert seen.phases[0].is_closed


def test_what_is_mine_comes_first_and_what_is_late_is_said(
    begun: Process, board: Callable[[], Board], preparer: User
) -> None:
    task = Task.objects.get(key="timetable")
    actions.assign_task(task, by=preparer, to=preparer, due_on=TODAY - timedelta(days=1))

    first = board().next_tasks[0]

    assert (first.task.key, first.is_mine, first.is_late) == ("timetable", True, True)


def test_what_is_left_out_is_not_on_the_board(
    begun: Process, board: Callable[[], Board], preparer: User
) -> None:
    actions.drop_task(Task.objects.get(key="goals_of_the_work"), by=preparer, because="Tehty jo.")
    actions.drop_phase(begun.phases.get(key="implementation"), by=preparer, because="Ei nyt.")

    seen = board()

    assert "goals_of_the_work" not in {row.task.key for row in seen.phases[0].tasks}
    assert [row.phase.key for row in seen.phases][4:] == ["follow_up"]
    assert seen.phases[4].number == 5
    assert [phase.key for phase in seen.dropped] == ["implementation"]


def test_the_synthesis_is_done_when_it_is_signed_off(
    begun: Process, board: Callable[[], Board], preparer: User
) -> None:
    synthesis = Synthesis.objects.create(process=begun)
    for task in begun.phases.get(key="dialogue").tasks.all():
        actions.finish_task(task, by=preparer)
    assert not output(board(), "sharper_picture").is_done

    synthesis.state, synthesis.signed_off_at, synthesis.signed_off_by = "signed_off", NOW, preparer
    synthesis.save()

    found = output(board(), "sharper_picture")
    assert found.is_done
    assert found.says == f"yhteenveto hyväksytty 21.11.2026, {preparer.name}"


def test_the_foundation_is_done_when_every_part_has_a_conclusion(
    begun: Process, board: Callable[[], Board], preparer: User
) -> None:
    for item in FoundationItem.objects.of(begun.county):
        assert not output(board(), "foundation_analysed").is_done
        foundations.conclude_item(item, by=preparer, texts={"conclusion_fi": "Selvä."})

    assert output(board(), "foundation_analysed").is_done


def test_the_plan_is_done_when_all_its_parts_are_written(
    begun: Process, board: Callable[[], Board], preparer: User
) -> None:
    assert output(board(), "project_plan").says == "suunnitelmasta puuttuu vielä 9 kohtaa"
    texts = {
        f"{part}_fi": "Teksti."
        for part in ("purpose", "scope", "boundary_conditions", "interfaces", "methods")
    }
    actions.write_plan(begun, by=preparer, texts=texts)
    assert output(board(), "scope_and_interfaces").is_done
    for kind in ("project", "steering"):
        group = actions.form_group(begun, by=preparer, kind=kind, texts={"name_fi": "Ryhmä"})
        actions.seat_member(group, by=preparer, name="Aino Esimerkki", texts={})
    actions.name_resource(begun, by=preparer, texts={"title_fi": "Kaksi ihmistä"})
    assert output(board(), "resourced").is_done
    assert not output(board(), "project_plan").is_done
    actions.set_milestone(begun, by=preparer, on=TODAY, texts={"title_fi": "Valtuusto päättää"})

    assert output(board(), "project_plan").is_done


def test_a_dialogue_is_planned_with_a_consultation_and_held_when_it_has_closed(
    begun: Process, board: Callable[[], Board]
) -> None:
    asked = consultation(begun, state="open")
    assert output(board(), "participation_plan").is_done
    assert not output(board(), "dialogue_held").is_done

    asked.state = "closed"
    asked.save()

    assert output(board(), "dialogue_held").says == "1 kysely pidetty"


def test_a_withdrawn_consultation_is_no_dialogue(begun: Process, board: Callable[[], Board]) -> None:
    consultation(begun, state="withdrawn")

    assert not output(board(), "participation_plan").is_done


def test_a_draft_a_package_and_a_decision_show_themselves(
    board: Callable[[], Board], version: Version
) -> None:
    assert output(board(), "first_draft").is_done
    assert not output(board(), "package_compiled").is_done

    package = DecisionPackage.objects.create(version=version, body={}, sha256="0" * 64, compiled_at=NOW)
    assert output(board(), "package_compiled").is_done
    assert not output(board(), "decision_approved").is_done

    CouncilDecision.objects.create(
        package=package,
        outcome="approved",
        body_name="aluevaltuusto",
        decided_on=date(2026, 10, 5),
        section="§ 41",
        recorded_at=NOW,
    )
    assert output(board(), "decision_approved").says == "hyväksytty 5.10.2026"


def test_a_returned_decision_approves_nothing(board: Callable[[], Board], version: Version) -> None:
    package = DecisionPackage.objects.create(version=version, body={}, sha256="0" * 64, compiled_at=NOW)
    CouncilDecision.objects.create(
        package=package, outcome="returned", decided_on=TODAY, section="§ 41", recorded_at=NOW
    )

    assert not output(board(), "decision_approved").is_done


def test_every_pledge_needs_a_measure_that_was_not_dropped(
    begun: Process, board: Callable[[], Board], pledge: Pledge
) -> None:
    unit = Unit.objects.create(county=begun.county, name_fi="Palvelut")
    measure = Measure.objects.create(
        pledge=pledge, unit=unit, title_fi="Uusi numero", starts_on=TODAY, ends_on=TODAY, state="dropped"
    )
    assert output(board(), "operation_by_plan").says == "0/1 lupauksella on toimenpide"

    measure.state = "planned"
    measure.save()

    assert output(board(), "operation_by_plan").is_done


def test_a_clause_in_a_contract_shows_the_negotiations(
    begun: Process, board: Callable[[], Board], pledge: Pledge
) -> None:
    provider = Provider.objects.create(county=begun.county, name="Tuottaja Oy")
    ContractClause.objects.create(
        pledge=pledge, provider=provider, text_fi="Vastaa heti.", contract="Sopimus 1", holds_from=TODAY
    )

    assert output(board(), "contract_negotiations").says == "1 lupausehto sovittu"


def test_indicators_are_ready_when_at_least_three_key_ones_have_figures(
    begun: Process, board: Callable[[], Board]
) -> None:
    for number in range(3):
        assert not output(board(), "indicators_ready").is_done
        indicator = Indicator.objects.create(
            county=begun.county,
            code=f"avain-{number}",
            name_fi="Mittari",
            kind="progress",
            direction="up",
            is_key=True,
        )
        Observation.objects.create(indicator=indicator, on=TODAY, value=number)

    assert output(board(), "indicators_ready").is_done


def test_the_finalisation_test_is_done_when_every_question_is_answered(
    begun: Process, board: Callable[[], Board], preparer: User
) -> None:
    for question in begun.phases.get(key="preparation").self_test.all():
        assert not output(board(), "wording_tested").is_done
        actions.answer_self_test(question, by=preparer, answer="no", grounds="Ei vielä.")

    assert output(board(), "wording_tested").is_done


def test_every_derivation_named_in_the_handbook_is_known() -> None:
    named = {line.derived_from for chapter in handbook() for line in chapter.outputs if line.derived_from}

    assert named - set(DERIVATIONS) == {"self_test_answered"}


def test_every_place_of_work_has_its_page() -> None:
    assert all(reverse(name) for name in PAGES.values())


def test_the_board_is_shown_to_every_official(begun: Process, viewer: User, signed_in: SignIn) -> None:
    page = signed_in(viewer).get(reverse("desk:process_board")).content.decode()

    assert "Täällä näet, missä olemme, mitä tehdään seuraavaksi" in page
    assert 'aria-current="step"' in page
    assert "0/8 tehtävää tehty" in page


def test_an_empty_board_tells_how_to_begin(
    county: County, preparer: User, viewer: User, signed_in: SignIn
) -> None:
    start = reverse("process:start_process")

    assert start in signed_in(preparer).get(reverse("desk:process_board")).content.decode()
    assert start not in signed_in(viewer).get(reverse("desk:process_board")).content.decode()


def test_an_earlier_round_of_work_keeps_its_board(
    begun: Process, county: County, preparer: User, signed_in: SignIn
) -> None:
    newer = actions.start(county, by=preparer, title={"fi": "Uusi lupaus"}, started_on=date(2040, 1, 1))
    earlier = reverse("desk:board_of_round", args=[begun.public_id])
    client = signed_in(preparer)

    page = client.get(reverse("desk:process_board")).content.decode()

    assert newer.title_fi in page
    assert earlier in page
    assert f"#phase-{begun.phases.all()[1].public_id}" in client.get(earlier).content.decode()
    assert client.get(reverse("desk:board_of_round", args=["nosuchround"])).status_code == 404


def test_the_plan_is_one_page(begun: Process, preparer: User, signed_in: SignIn) -> None:
    actions.write_plan(begun, by=preparer, texts={"purpose_fi": "Lupaus, joka pidetään."})
    foundations.add_conclusion(begun.county, by=preparer, texts={"text_fi": "Yksi yhteydenotto riittää."})
    group = actions.form_group(begun, by=preparer, kind="project", texts={"name_fi": "Projektiryhmä"})
    actions.seat_member(group, by=preparer, name="Aino Esimerkki", texts={"role_fi": "vetäjä"})
    actions.set_milestone(begun, by=preparer, on=TODAY, tied_to="budget", texts={"title_fi": "Kehys valmis"})
    consultation(begun, state="open")

    page = signed_in(preparer).get(reverse("desk:project_plan", args=[begun.public_id])).content.decode()

    for text in (
        "Lupaus, joka pidetään.",
        "Yksi yhteydenotto riittää.",
        "Aino Esimerkki",
        "Kehys valmis",
        "Kysely",
    ):
        assert text in page
    assert "Suunnitelmasta puuttuu vielä" in page


def test_a_neighbours_plan_is_not_to_be_found(
    county: County, preparer: User, other_county: County, official: Callable[..., User], signed_in: SignIn
) -> None:
    neighbour = official("preparer", of=other_county)
    theirs = actions.start(other_county, by=neighbour, title={"fi": "Naapurin lupaus"})

    assert signed_in(preparer).get(reverse("desk:project_plan", args=[theirs.public_id])).status_code == 404


def test_board_and_plan_ask_the_database_equally_often_for_one_and_for_three_rows(
    begun: Process, preparer: User, signed_in: SignIn
) -> None:
    client = signed_in(preparer)
    addresses = [reverse("desk:process_board"), reverse("desk:project_plan", args=[begun.public_id])]

    def add_rows() -> None:
        phase = actions.add_phase(begun, by=preparer, texts={"title_fi": "Oma vaihe"})
        task = actions.add_task(phase, by=preparer, texts={"title_fi": "Oma"})
        actions.assign_task(task, by=preparer, to=preparer)
        actions.finish_task(task, by=preparer)
        confirmed = actions.add_output(phase, by=preparer, texts={"title_fi": "Tuotos"})
        actions.confirm_output(confirmed, by=preparer, note="Nähty.")
        actions.add_question(phase, by=preparer, texts={"text_fi": "Kysymys?"})
        group = actions.form_group(begun, by=preparer, kind="project", texts={"name_fi": "Ryhmä"})
        actions.seat_member(group, by=preparer, name="Aino Esimerkki", texts={})
        consultation(begun, state="closed")
        actions.start(begun.county, by=preparer, title={"fi": "Aiempi"}, started_on=date(2020, 1, 1))

    def counts() -> list[int]:
        found = []
        for address in addresses:
            with CaptureQueriesContext(connection) as captured:
                client.get(address)
            found.append(len(captured))
        return found

    add_rows()
    with_one = counts()
    add_rows()
    add_rows()

    assert counts() == with_one
    assert max(with_one) <= 12

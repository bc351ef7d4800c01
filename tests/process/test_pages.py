"""Officials' pages of the process: what is seen, who is turned away, and that written words stay."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lupaus.counties.models import County
from lupaus.people.models import User
from lupaus.process import actions
from lupaus.process.models import Group, Milestone, Output, Phase, Process, Resource, SelfTestQuestion, Task

SignIn = Callable[[User], Client]


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_a_task_page_tells_how_to_do_it_well(task: Task, viewer: User, signed_in: SignIn) -> None:
    page = signed_in(viewer).get(reverse("process:task", args=[task.public_id])).content.decode()

    assert "Valitse jokaiselle ryhmälle sopiva tapa osallistua" in page
    assert "Nuori vastaa puhelimella bussissa" in page
    assert "Laki hyvinvointialueesta 29 § (611/2021)" in page
    assert "https://www.finlex.fi/fi/lainsaadanto/2021/611" in page
    assert reverse("process:finish_task", args=[task.public_id]) not in page


def test_a_task_page_in_swedish(task: Task, preparer: User, signed_in: SignIn) -> None:
    page = signed_in(preparer).get("/sv" + reverse("process:task", args=[task.public_id])).content.decode()

    assert "Välj ett sätt att delta som passar varje grupp" in page
    assert "Lag om välfärdsområden 29 § (611/2021)" in page


@pytest.mark.parametrize("deed", ["assign_task", "revise_task", "drop_task", "add_item"])
def test_a_viewer_is_turned_away_from_the_forms(
    deed: str, task: Task, viewer: User, signed_in: SignIn
) -> None:
    assert signed_in(viewer).get(reverse(f"process:{deed}", args=[task.public_id])).status_code == 403


@pytest.mark.parametrize("deed", ["finish_task", "reopen_task", "restore_task", "move_task"])
def test_deeds_are_done_by_post_only(deed: str, task: Task, preparer: User, signed_in: SignIn) -> None:
    client = signed_in(preparer)

    assert client.get(reverse(f"process:{deed}", args=[task.public_id])).status_code == 405
    assert client.post(reverse(f"process:{deed}", args=[task.public_id])).status_code == 302


def test_a_neighbours_process_is_not_to_be_found(
    task: Task, preparer: User, other_county: County, official: Callable[..., User], signed_in: SignIn
) -> None:
    neighbour = official("preparer", of=other_county)
    theirs = actions.start(other_county, by=neighbour, title={"fi": "Naapurin lupaus"})
    phase = theirs.phases.get(key="start")
    client = signed_in(preparer)

    addresses = [
        reverse("process:phase", args=[phase.public_id]),
        reverse("process:self_test", args=[phase.public_id]),
        reverse("process:task", args=[phase.tasks.all()[0].public_id]),
        reverse("process:organisation", args=[theirs.public_id]),
        reverse("process:write_plan", args=[theirs.public_id]),
        reverse("process:answer_self_test", args=[phase.self_test.all()[0].public_id]),
        reverse("process:confirm_output", args=[phase.outputs.all()[0].public_id]),
    ]

    assert [client.get(address).status_code for address in addresses] == [404] * 7


def test_a_preparer_starts_the_process_from_a_form(county: County, preparer: User, signed_in: SignIn) -> None:
    client = signed_in(preparer)

    refused = client.post(reverse("process:start_process"), {"title_sv": "Löfte 2027", "started_on": ""})
    assert refused.status_code == 200
    assert "Löfte 2027" in refused.content.decode()
    assert not Process.objects.exists()

    sent = {"title_fi": "Lupaus 2027", "title_sv": "Löfte 2027", "title_en": "", "started_on": "2027-01-11"}
    assert client.post(reverse("process:start_process"), sent).status_code == 302
    assert Process.objects.get().started_on == date(2027, 1, 11)


def test_a_form_that_fails_keeps_what_was_written(dialogue: Phase, preparer: User, signed_in: SignIn) -> None:
    sent = {"title_fi": "", "guide_fi": "Soita ensin ja kysy lupa.", "who_sv": "koordinator"}

    page = (
        signed_in(preparer)
        .post(reverse("process:add_task", args=[dialogue.public_id]), sent)
        .content.decode()
    )

    assert "Soita ensin ja kysy lupa." in page
    assert "koordinator" in page
    assert dialogue.tasks.count() == 4


def test_a_phase_cannot_end_before_it_starts(dialogue: Phase, preparer: User, signed_in: SignIn) -> None:
    sent = {"title_fi": "Kuuntelu", "starts_on": "2027-05-01", "ends_on": "2027-04-01"}

    page = (
        signed_in(preparer)
        .post(reverse("process:revise_phase", args=[dialogue.public_id]), sent)
        .content.decode()
    )

    assert "Vaihe päättyy ennen kuin alkaa. Anna myöhempi päivä." in page
    assert "Kuuntelu" in page


def test_every_shaping_deed_has_a_page(
    begun: Process, dialogue: Phase, preparer: User, signed_in: SignIn
) -> None:
    client = signed_in(preparer)
    task = dialogue.tasks.all()[0]

    client.post(reverse("process:add_task", args=[dialogue.public_id]), {"title_fi": "Oma tehtävä"})
    client.post(reverse("process:revise_task", args=[task.public_id]), {"title_fi": "Uusi nimi"})
    client.post(reverse("process:drop_task", args=[task.public_id]), {"because": "Tehty keväällä."})
    client.post(reverse("process:add_item", args=[task.public_id]), {"text_fi": "Oma rivi"})
    client.post(reverse("process:add_output", args=[dialogue.public_id]), {"title_fi": "Oma tuotos"})
    client.post(reverse("process:add_question", args=[dialogue.public_id]), {"text_fi": "Oma kysymys?"})
    client.post(reverse("process:add_phase", args=[begun.public_id]), {"title_fi": "Oma vaihe"})
    client.post(reverse("process:drop_phase", args=[dialogue.public_id]), {"because": "Ei nyt."})

    task.refresh_from_db()
    dialogue.refresh_from_db()
    assert (task.title_fi, task.dropped_because) == ("Uusi nimi", "Tehty keväällä.")
    assert task.checklist.filter(text_fi="Oma rivi").count() == 1
    assert dialogue.tasks.filter(title_fi="Oma tehtävä").count() == 1
    assert dialogue.outputs.filter(title_fi="Oma tuotos").count() == 1
    assert dialogue.self_test.filter(text_fi="Oma kysymys?").count() == 1
    assert begun.phases.filter(title_fi="Oma vaihe").count() == 1
    assert dialogue.dropped_because == "Ei nyt."

    page = client.get(reverse("process:phase", args=[dialogue.public_id])).content.decode()
    assert "Tehty keväällä." in page
    assert "Alueenne on jättänyt tämän vaiheen pois: Ei nyt." in page
    client.post(reverse("process:restore_task", args=[task.public_id]))
    client.post(reverse("process:restore_phase", args=[dialogue.public_id]))
    client.post(reverse("process:move_phase", args=[dialogue.public_id]), {"direction": "earlier"})
    assert Phase.objects.kept().filter(pk=dialogue.pk).exists()


def test_the_work_is_done_from_the_pages(
    begun: Process, task: Task, preparer: User, signed_in: SignIn
) -> None:
    client = signed_in(preparer)
    item = task.checklist.all()[0]

    client.post(
        reverse("process:assign_task", args=[task.public_id]),
        {"to": str(preparer.pk), "due_on": "2027-02-01"},
    )
    client.post(reverse("process:tick_item", args=[task.public_id, item.pk]))
    client.post(reverse("process:untick_item", args=[task.public_id, item.pk]))
    client.post(
        reverse("process:check_item", args=[task.public_id, item.pk]), {"conclusion": "Kaikilla on tapa."}
    )
    client.post(reverse("process:finish_task", args=[task.public_id]), {"note": "Sovittu 3.2."})

    task.refresh_from_db()
    item.refresh_from_db()
    assert (task.assigned_to, task.due_on, task.note) == (preparer, date(2027, 2, 1), "Sovittu 3.2.")
    assert (item.conclusion, item.ticked_by) == ("Kaikilla on tapa.", preparer)
    page = client.get(reverse("process:task", args=[task.public_id])).content.decode()
    assert "Sovittu 3.2." in page
    assert "Kaikilla on tapa." in page


def test_an_answer_without_grounds_is_asked_again(begun: Process, preparer: User, signed_in: SignIn) -> None:
    question = SelfTestQuestion.objects.get(key="realistic")
    client = signed_in(preparer)
    address = reverse("process:answer_self_test", args=[question.public_id])

    refused = client.post(address, {"answer": "no", "grounds": ""}).content.decode()
    assert 'value="no" required' in refused
    assert "checked" in refused
    question.refresh_from_db()
    assert question.answer == ""

    client.post(address, {"answer": "no", "grounds": "Rahaa ei ole."})
    page = client.get(reverse("process:self_test", args=[question.phase.public_id])).content.decode()
    assert "Rahaa ei ole." in page
    assert preparer.name in page


def test_outputs_are_confirmed_and_phases_closed(begun: Process, preparer: User, signed_in: SignIn) -> None:
    client = signed_in(preparer)
    output = Output.objects.get(key="credibility_and_commitment")

    client.post(reverse("process:confirm_output", args=[output.public_id]), {"note": "Valtuusto keskusteli."})
    assert (
        "Valtuusto keskusteli."
        in client.get(reverse("process:phase", args=[output.phase.public_id])).content.decode()
    )
    client.post(reverse("process:withdraw_confirmation", args=[output.public_id]))
    client.post(reverse("process:close_phase", args=[output.phase.public_id]))
    client.post(reverse("process:reopen_phase", args=[output.phase.public_id]))

    output.refresh_from_db()
    assert (output.confirmed_at, output.phase.closed_at) == (None, None)


def test_the_work_is_organised_from_the_pages(begun: Process, preparer: User, signed_in: SignIn) -> None:
    client = signed_in(preparer)
    here = [begun.public_id]

    client.post(reverse("process:form_group", args=here), {"kind": "project", "name_fi": "Projektiryhmä"})
    group = Group.objects.get()
    seat = reverse("process:seat_member", args=[group.public_id])
    refused = client.post(seat, {"role_fi": "vetäjä"}).content.decode()
    client.post(seat, {"name": "Aino Esimerkki", "role_fi": "vetäjä"})
    client.post(
        reverse("process:revise_group", args=[group.public_id]), {"kind": "steering", "name_fi": "Ohjaus"}
    )
    client.post(reverse("process:name_resource", args=here), {"title_fi": "Kaksi ihmistä"})
    client.post(
        reverse("process:set_milestone", args=here),
        {"on": "2027-06-14", "tied_to": "council", "title_fi": "Valtuusto päättää"},
    )
    client.post(reverse("process:write_plan", args=here), {"purpose_fi": "Lupaus, joka pidetään."})

    assert "Valitse henkilö tai kirjoita nimi." in refused
    assert "vetäjä" in refused
    page = client.get(reverse("process:organisation", args=here)).content.decode()
    assert all(text in page for text in ("Ohjaus", "Aino Esimerkki", "Kaksi ihmistä", "Valtuusto päättää"))
    client.post(reverse("process:unseat_member", args=[group.members.get().public_id]))
    client.post(reverse("process:remove_group", args=[group.public_id]))
    client.post(reverse("process:remove_resource", args=[Resource.objects.get().public_id]))
    client.post(reverse("process:remove_milestone", args=[Milestone.objects.get().public_id]))
    begun.refresh_from_db()
    assert begun.purpose_fi == "Lupaus, joka pidetään."
    assert (begun.groups.count(), begun.resources.count(), begun.milestones.count()) == (0, 0, 0)


def test_pages_ask_the_database_equally_often_for_one_and_for_three_rows(
    begun: Process, dialogue: Phase, task: Task, preparer: User, signed_in: SignIn
) -> None:
    client = signed_in(preparer)
    addresses = [
        reverse("process:task", args=[task.public_id]),
        reverse("process:phase", args=[dialogue.public_id]),
        reverse("process:self_test", args=[dialogue.public_id]),
        reverse("process:organisation", args=[begun.public_id]),
    ]

    def add_rows() -> None:
        group = actions.form_group(begun, by=preparer, kind="project", texts={"name_fi": "Ryhmä"})
        actions.seat_member(group, by=preparer, name="", user=preparer, texts={"role_fi": "vetäjä"})
        actions.name_resource(begun, by=preparer, texts={"title_fi": "Rahaa"})
        actions.set_milestone(begun, by=preparer, on=date(2027, 6, 14), texts={"title_fi": "Valtuusto"})
        own = actions.add_task(dialogue, by=preparer, texts={"title_fi": "Oma"})
        actions.finish_task(own, by=preparer)
        item = actions.add_item(task, by=preparer, texts={"text_fi": "Rivi"})
        actions.tick_item(item, by=preparer)
        question = actions.add_question(dialogue, by=preparer, texts={"text_fi": "Kysymys?"})
        actions.answer_self_test(question, by=preparer, answer="yes", grounds="Näkyy päätöksessä.")
        output = actions.add_output(dialogue, by=preparer, texts={"title_fi": "Tuotos"})
        actions.confirm_output(output, by=preparer, note="Nähty.")

    add_rows()
    with_one = [queries(client, address) for address in addresses]
    add_rows()
    add_rows()
    with_three = [queries(client, address) for address in addresses]

    assert with_three == with_one
    assert max(with_one) <= 12

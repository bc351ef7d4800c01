"""Who may open the addresses of the foundations and the process, and what of the demo stands in them."""

from lupaus.desk.demo.stage import Stage
from lupaus.foundations.models import FoundationConclusion, Goal, SteeringRecommendation, Strategy
from lupaus.people.states import Role
from lupaus.process.models import Output, SelfTestQuestion, Task
from tests.architecture.access_rows import (
    ALL,
    COORDINATORS,
    PREPARERS,
    Row,
    deed_on_thing,
    desk,
    desk_thing,
)

WORKERS = ALL - {Role.VIEWER.value}

FOUNDATIONS: dict[str, Row] = {
    "foundations:foundations": desk(),
    "foundations:strategies": desk(),
    "foundations:national_objectives": desk(),
    "foundations:legal_references": desk(),
    "foundations:conclude_item": desk_thing(PREPARERS),
    "foundations:add_conclusion": desk(PREPARERS),
    "foundations:revise_conclusion": desk_thing(PREPARERS),
    "foundations:remove_conclusion": deed_on_thing(PREPARERS),
    "foundations:add_strategy": desk(PREPARERS),
    "foundations:revise_strategy": desk_thing(PREPARERS),
    "foundations:add_goal": desk_thing(PREPARERS),
    "foundations:revise_goal": desk_thing(PREPARERS),
    "foundations:remove_goal": deed_on_thing(PREPARERS),
    "foundations:add_recommendation": desk(PREPARERS),
    "foundations:remove_recommendation": deed_on_thing(PREPARERS),
}

PROCESS: dict[str, Row] = {
    "desk:process_board": desk(),
    "desk:board_of_round": desk_thing(),
    "desk:project_plan": desk_thing(),
    "process:year_clock": desk(),
    "process:start_process": desk(PREPARERS),
    "process:phase": desk_thing(),
    "process:revise_phase": desk_thing(PREPARERS),
    "process:move_phase": deed_on_thing(PREPARERS),
    "process:drop_phase": desk_thing(PREPARERS),
    "process:restore_phase": deed_on_thing(PREPARERS),
    "process:close_phase": deed_on_thing(PREPARERS),
    "process:reopen_phase": deed_on_thing(PREPARERS),
    "process:self_test": desk_thing(),
    "process:add_task": desk_thing(PREPARERS),
    "process:add_output": desk_thing(PREPARERS),
    "process:add_question": desk_thing(PREPARERS),
    "process:answer_self_test": desk_thing(WORKERS),
    "process:confirm_output": desk_thing(PREPARERS),
    "process:withdraw_confirmation": deed_on_thing(PREPARERS),
    "process:task": desk_thing(),
    "process:assign_task": desk_thing(COORDINATORS),
    "process:finish_task": deed_on_thing(COORDINATORS),
    "process:reopen_task": deed_on_thing(COORDINATORS),
    "process:revise_task": desk_thing(PREPARERS),
    "process:move_task": deed_on_thing(PREPARERS),
    "process:drop_task": desk_thing(PREPARERS),
    "process:restore_task": deed_on_thing(PREPARERS),
    "process:add_item": desk_thing(PREPARERS),
    "process:check_item": desk_thing(WORKERS),
    "process:tick_item": deed_on_thing(WORKERS),
    "process:untick_item": deed_on_thing(WORKERS),
    "process:organisation": desk_thing(),
    "process:write_plan": desk_thing(COORDINATORS),
    "process:add_phase": desk_thing(PREPARERS),
    "process:form_group": desk_thing(COORDINATORS),
    "process:revise_group": desk_thing(COORDINATORS),
    "process:remove_group": deed_on_thing(COORDINATORS),
    "process:seat_member": desk_thing(COORDINATORS),
    "process:unseat_member": deed_on_thing(COORDINATORS),
    "process:name_resource": desk_thing(COORDINATORS),
    "process:remove_resource": deed_on_thing(COORDINATORS),
    "process:set_milestone": desk_thing(COORDINATORS),
    "process:remove_milestone": deed_on_thing(COORDINATORS),
}


def things_of_foundations(story: Stage) -> dict[str, dict[str, object]]:
    recommendation = SteeringRecommendation.objects.create(county=story.county, year=2026, text_fi="Suositus")
    conclusion = {"conclusion_id": FoundationConclusion.objects.of(story.county)[0].public_id}
    strategy = {"strategy_id": Strategy.objects.of(story.county)[0].public_id}
    goal = {"goal_id": Goal.objects.of(story.county)[0].public_id}
    return {
        "foundations:conclude_item": {"key": "legislation"},
        "foundations:revise_conclusion": conclusion,
        "foundations:remove_conclusion": conclusion,
        "foundations:revise_strategy": strategy,
        "foundations:add_goal": strategy,
        "foundations:revise_goal": goal,
        "foundations:remove_goal": goal,
        "foundations:remove_recommendation": {"recommendation_id": recommendation.public_id},
    }


def things_of_process(story: Stage) -> dict[str, dict[str, object]]:
    process = story.process
    task = Task.objects.get(phase__process=process, key="recognise_parties")
    question = SelfTestQuestion.objects.get(phase__process=process, key="realistic")
    output = Output.objects.get(phase__process=process, key="credibility_and_commitment")
    group = process.groups.all()[0]
    things: dict[str, dict[str, object]] = {
        "process_id": {"process_id": process.public_id},
        "phase_id": {"phase_id": output.phase.public_id},
        "task_id": {"task_id": task.public_id},
        "item_id": {"task_id": task.public_id, "item_id": task.checklist.all()[0].pk},
        "question_id": {"question_id": question.public_id},
        "output_id": {"output_id": output.public_id},
        "group_id": {"group_id": group.public_id},
        "member_id": {"member_id": group.members.all()[0].public_id},
        "resource_id": {"resource_id": process.resources.all()[0].public_id},
        "milestone_id": {"milestone_id": process.milestones.all()[0].public_id},
    }
    return {name: things[thing] for thing, names in NAMES.items() for name in names}


NAMES = {
    "process_id": [
        "desk:board_of_round",
        "desk:project_plan",
        *(f"process:{deed}" for deed in ("organisation", "write_plan", "add_phase")),
        *(f"process:{deed}" for deed in ("form_group", "name_resource", "set_milestone")),
    ],
    "phase_id": [
        *(f"process:{deed}_phase" for deed in ("revise", "move", "drop", "restore", "close", "reopen")),
        *(f"process:{deed}" for deed in ("phase", "self_test", "add_task", "add_output", "add_question")),
    ],
    "task_id": [
        *(
            f"process:{deed}_task"
            for deed in ("assign", "finish", "reopen", "revise", "move", "drop", "restore")
        ),
        "process:task",
        "process:add_item",
    ],
    "item_id": ["process:check_item", "process:tick_item", "process:untick_item"],
    "question_id": ["process:answer_self_test"],
    "output_id": ["process:confirm_output", "process:withdraw_confirmation"],
    "group_id": ["process:revise_group", "process:remove_group", "process:seat_member"],
    "member_id": ["process:unseat_member"],
    "resource_id": ["process:remove_resource"],
    "milestone_id": ["process:remove_milestone"],
}

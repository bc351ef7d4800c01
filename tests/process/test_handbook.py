"""The handbook as data: nothing of the process is missing, in any of the three languages."""

import re

import pytest

from lupaus.foundations.queries import law_content
from lupaus.process.queries import handbook
from lupaus.process.queries.handbook import Chapter, Line, role_words

LANGUAGES = ("fi", "sv", "en")

# Every phrase of the process, by the key under which the handbook answers it.
PHRASES: dict[str, dict[str, set[str]]] = {
    "foundation": {
        "tasks": {
            "legislation",
            "county_strategy",
            "service_strategy",
            "structures_and_management",
            "national_steering",
        },
        "outputs": {"foundation_analysed"},
    },
    "start": {
        "tasks": {
            "goals_of_the_work",
            "conclusion_checklist",
            "organise_groups",
            "recognise_parties",
            "resources",
            "timetable",
            "national_fit",
            "methods_and_tools",
        },
        "items": {
            "emphasised_in_strategies",
            "services_beyond_health_and_social_care",
            "special_questions",
            "project_group",
            "steering_group",
            "tied_to_strategy",
            "tied_to_budget",
            "tied_to_negotiations",
            "party_residents_and_clients",
            "party_decision_makers",
            "party_staff_and_unions",
            "party_third_sector",
            "party_culture",
            "party_municipalities",
            "party_schools",
            "party_statutory_councils",
            "party_providers",
            "party_media",
            "party_state",
            "party_regional_specialities",
        },
        "outputs": {"project_plan", "participation_plan", "scope_and_interfaces", "resourced"},
    },
    "dialogue": {
        "tasks": {
            "relevant_parties",
            "ways_for_each_group",
            "carry_out_participation",
            "synthesis_and_conclusions",
        },
        "items": {
            "present_residents",
            "present_decision_makers",
            "present_officials",
            "present_companies",
            "raised_on_availability",
            "raised_on_accessibility",
            "raised_on_quality",
            "raised_on_effectiveness",
            "raised_on_client_process_and_integration",
        },
        "outputs": {"sharper_picture", "credibility_and_commitment"},
    },
    "preparation": {
        "tasks": {
            "lines_and_choices",
            "condense_pairs",
            "comment_round_and_statements",
            "analyse_answers_and_change",
            "level_of_precision",
            "finalise_wording",
            "finalisation_test",
        },
        "items": {
            "strategic_enough",
            "concrete_enough",
            "followable",
            "open_comment_round",
            "statements_requested",
        },
        "outputs": {"first_draft"},
        "questions": {"realistic", "steers_organising", "steers_providers", "understandable", "measurable"},
    },
    "decision": {
        "tasks": {
            "part_of_operations_and_finances",
            "yearly_targets",
            "follow_up_and_reporting",
            "responsibilities_to_named_roles",
            "communication_and_brand",
            "compile_package",
            "council_decision",
        },
        "items": {
            "effect_on_yearly_budget",
            "package_promise",
            "package_implementation",
            "package_follow_up",
            "package_reporting",
            "package_evaluation",
            "package_citizens_communication",
        },
        "outputs": {"decision_approved"},
        "questions": {
            "council_interested_in_changes",
            "council_steers_by_goals",
            "council_secures_decision_making",
            "council_evaluates_itself",
        },
    },
    "implementation": {
        "tasks": {
            "stage_and_lead",
            "continuous_dialogue",
            "promise_in_contracts",
            "providers_compete",
            "simple_visualisation",
            "link_to_management",
        },
        "items": {
            "dialogue_with_residents",
            "dialogue_with_clients",
            "dialogue_with_staff",
            "dialogue_with_associations",
            "dialogue_with_providers",
        },
        "outputs": {"operation_by_plan", "contract_negotiations", "organising_unit_developed"},
        "questions": {
            "measures_in_line_with_strategy",
            "responsible_for_initiatives",
            "duties_of_each_unit",
            "culture_developed",
            "follow_up_managed",
            "resources_allocated",
        },
    },
    "follow_up": {
        "tasks": {
            "feedback_channels",
            "client_experience_goals",
            "key_indicators",
            "indicators_through_organisation",
            "gather_evaluate_analyse",
            "forums_and_choices",
            "effects_to_development",
            "national_evaluation_cycle",
        },
        "items": {
            "progress_indicators_chosen",
            "outcome_indicators_chosen",
            "forums_defined",
            "choices_reevaluated",
            "way_to_react_fast",
            "plan_coming_period",
            "go_through_material_and_indicators",
            "look_at_preliminary_results",
            "preliminary_results_to_ministries",
            "publish_results_to_audiences",
        },
        "outputs": {"indicators_ready", "leading_by_the_promise"},
    },
    "participation_and_communication": {
        "tasks": {"participation_plan_kept", "tell_what_happens", "tell_the_effect"}
    },
    "sharpening_the_intent": {
        "tasks": {"intent_first_words", "intent_in_dialogue", "intent_carried_by_leaders"}
    },
}


def chapter(key: str) -> Chapter:
    return next(chapter for chapter in handbook() if chapter.key == key)


def keys(lines: tuple[Line, ...]) -> set[str]:
    return {line.key for line in lines}


def test_the_handbook_has_the_foundation_six_phases_and_two_threads_in_order() -> None:
    assert [(chapter.kind, chapter.key) for chapter in handbook()] == [
        ("foundation", "foundation"),
        ("phase", "start"),
        ("phase", "dialogue"),
        ("phase", "preparation"),
        ("phase", "decision"),
        ("phase", "implementation"),
        ("phase", "follow_up"),
        ("thread", "participation_and_communication"),
        ("thread", "sharpening_the_intent"),
    ]


@pytest.mark.parametrize("key", PHRASES)
def test_every_phrase_of_the_process_is_in_the_handbook(key: str) -> None:
    phrases, found = PHRASES[key], chapter(key)
    items = {item.key for task in found.tasks for item in task.checklist}

    assert phrases["tasks"] == {task.key for task in found.tasks}
    assert phrases.get("items", set()) - items == set()
    assert phrases.get("outputs", set()) - keys(found.outputs) == set()
    assert phrases.get("questions", set()) - keys(found.self_test) == set()


def every_text() -> list[tuple[str, str, str]]:
    texts = []
    for part in handbook():
        places = [(part.key, part.title), (part.key, part.purpose)]
        for task in part.tasks:
            places += [(task.key, task.title), (task.key, task.guide)]
            places += [(item.key, item.title) for item in task.checklist]
        places += [(line.key, line.title) for line in (*part.outputs, *part.self_test)]
        texts += [(key, language, text.get(language, "")) for key, text in places for language in LANGUAGES]
    return texts


def test_every_text_is_written_in_every_language() -> None:
    assert [(key, language) for key, language, text in every_text() if not text.strip()] == []


def test_no_key_is_used_twice() -> None:
    tasks = [task.key for part in handbook() for task in part.tasks]
    items = [item.key for part in handbook() for task in part.tasks for item in task.checklist]

    assert len(tasks) == len(set(tasks))
    assert len(items) == len(set(items))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_guide_is_a_paragraph_of_three_to_six_sentences(language: str) -> None:
    for part in handbook():
        for task in part.tasks:
            guide = task.guide[language]
            sentences = len(re.findall(r"[.?](?:\s|$)", guide))
            assert 3 <= sentences <= 6, (task.key, sentences)
            assert 180 <= len(guide) <= 640, (task.key, len(guide))


def test_every_task_names_its_roles_and_its_place() -> None:
    for part in handbook():
        for task in part.tasks:
            assert task.who, task.key
            assert set(task.who) <= set(role_words()), task.key
            assert task.place, task.key


def test_every_law_of_a_task_is_among_the_legal_references() -> None:
    known = {reference["code"] for reference in law_content()["references"]}

    assert {law for part in handbook() for task in part.tasks for law in task.laws} <= known


CLAIMS = re.compile(
    r"laki (?:vaatii|edellyttää|velvoittaa)[^.]*palvelulupau|lakisääteinen palvelulupaus|lagstadgat servicelöfte"
    r"|lagen kräver (?:ett )?servicelöfte|required by law|statutory (?:service )?promise",
    re.IGNORECASE,
)


def test_nothing_claims_that_law_requires_a_promise() -> None:
    assert [(key, text) for key, _language, text in every_text() if CLAIMS.search(text)] == []


def test_nobody_is_shouted_at_or_praised() -> None:
    assert [key for key, _language, text in every_text() if "!" in text] == []

"""Where in the product the work of a task is done."""

from django.urls import reverse

# The place a task names, and the page it means. A place without a page here has none yet.
PAGES = {
    "legal_references": "foundations:legal_references",
    "strategies": "foundations:strategies",
    "foundation_checklist": "foundations:foundations",
    "national_objectives": "foundations:national_objectives",
    "parties": "participation:officials_consultations",
    "participation_plan": "participation:officials_consultations",
    "consultations": "participation:officials_consultations",
    "conclusions": "synthesis:matrix",
    "promise": "promise:promises",
    "wheel": "promise:promises",
    "targets": "decision:decisions",
    "package": "decision:decisions",
    "decision": "decision:decisions",
    "measures": "implementation:measures",
    "contracts": "implementation:measures",
    "indicators": "monitoring:indicators",
    "findings": "monitoring:indicators",
    "follow_up": "monitoring:indicators",
    "year_clock": "process:year_clock",
}
# Places that are pages of the process itself.
OF_THE_PROCESS = {
    "groups": "process:organisation",
    "resources": "process:organisation",
    "timetable": "process:organisation",
    "project_plan": "desk:project_plan",
}


def place_address(place: str, *, process_id: str, phase_id: str) -> str:
    """The address of the page where the work is done; empty when it is done outside the product."""
    if place == "self_test":
        return reverse("process:self_test", args=[phase_id])
    if place in OF_THE_PROCESS:
        return reverse(OF_THE_PROCESS[place], args=[process_id])
    return reverse(PAGES[place]) if place in PAGES else ""

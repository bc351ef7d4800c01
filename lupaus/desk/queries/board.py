"""The process board (prosessitaulu): where we are, what is next, and who did what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from lupaus.counties.models import County
from lupaus.desk.queries.evidence import Evidence, evidence_for, process_with_facts, self_test_evidence
from lupaus.people.models import User
from lupaus.process.models import Output, Phase, Process, Task
from lupaus.process.queries import place_address
from lupaus.process.states import PhaseKind


@dataclass(frozen=True)
class BoardTask:
    """A task as the board shows it: what, by whom, by when, and where it is done."""

    task: Task
    address: str
    place: str
    checked: str
    is_late: bool
    is_mine: bool

    @property
    def is_done(self) -> bool:
        return self.task.finished_at is not None


@dataclass(frozen=True)
class BoardOutput:
    """An output with what shows that it is there."""

    output: Output
    is_done: bool
    says: str
    is_derived: bool


@dataclass(frozen=True)
class BoardPhase:
    """A phase as the board shows it."""

    phase: Phase
    number: int
    address: str
    tasks: tuple[BoardTask, ...]
    outputs: tuple[BoardOutput, ...]
    self_test: Evidence | None
    is_current: bool

    @property
    def done(self) -> int:
        return sum(task.is_done for task in self.tasks)

    @property
    def progress(self) -> str:
        return _("%(done)s of %(of)s tasks done") % {"done": self.done, "of": len(self.tasks)}

    @property
    def is_closed(self) -> bool:
        return self.phase.closed_at is not None


@dataclass(frozen=True)
class Board:
    """The whole process at a glance."""

    process: Process
    foundation: tuple[BoardPhase, ...]
    phases: tuple[BoardPhase, ...]
    threads: tuple[BoardPhase, ...]
    next_tasks: tuple[BoardTask, ...]
    dropped: tuple[Phase, ...]
    other_rounds: tuple[Process, ...]

    @property
    def current(self) -> BoardPhase | None:
        return next((phase for phase in self.phases if phase.is_current), None)


def process_board(county: County, *, user: User, today: date, process_id: str = "") -> Board | None:
    """The board of the named round of work or of the one begun last; none when there is no such work."""
    process = process_with_facts(county, process_id=process_id)
    if process is None:
        return None
    everything = list(
        process.phases.select_related("closed_by").annotate(
            questions=Count("self_test"), answered=Count("self_test", filter=~Q(self_test__answer=""))
        )
    )
    kept = [phase for phase in everything if not phase.dropped_because]
    current = current_phase(kept)
    tasks, outputs = tasks_by_phase(process, user, today), outputs_by_phase(process, kept)
    rows = {kind: list[BoardPhase]() for kind in PhaseKind}
    for phase in kept:
        kind = PhaseKind(phase.kind)
        rows[kind].append(
            BoardPhase(
                phase=phase,
                number=len(rows[kind]) + 1,
                address=reverse("process:phase", args=[phase.public_id]),
                tasks=tuple(tasks.get(phase.pk, ())),
                outputs=tuple(outputs.get(phase.pk, ())),
                self_test=self_test_evidence(phase) if vars(phase)["questions"] else None,
                is_current=phase.pk == (current.pk if current else None),
            )
        )
    return Board(
        process=process,
        foundation=tuple(rows[PhaseKind.FOUNDATION]),
        phases=tuple(rows[PhaseKind.PHASE]),
        threads=tuple(rows[PhaseKind.THREAD]),
        next_tasks=next_tasks(tasks.get(current.pk, []) if current else []),
        dropped=tuple(phase for phase in everything if phase.dropped_because),
        other_rounds=tuple(Process.objects.filter(county=county).exclude(pk=process.pk)),
    )


def current_phase(phases: Sequence[Phase]) -> Phase | None:
    """The first phase that is not closed."""
    open_phases = (phase for phase in phases if phase.kind == PhaseKind.PHASE and phase.closed_at is None)
    return next(open_phases, None)


def next_tasks(tasks: list[BoardTask], *, at_most: int = 3) -> tuple[BoardTask, ...]:
    """What to do next: the person's own open tasks first, then those that come first in the phase."""
    open_tasks = [task for task in tasks if not task.is_done]
    return tuple(sorted(open_tasks, key=lambda task: not task.is_mine)[:at_most])


def tasks_by_phase(process: Process, user: User, today: date) -> dict[int, list[BoardTask]]:
    rows: dict[int, list[BoardTask]] = {}
    tasks = Task.objects.filter(phase__process=process, dropped_because="").annotate(
        phase_public_id=F("phase__public_id"),
        items=Count("checklist"),
        ticked=Count("checklist", filter=Q(checklist__ticked_at__isnull=False)),
    )
    for task in tasks.select_related("assigned_to", "finished_by"):
        facts = vars(task)
        words = {"now": facts["ticked"], "of": facts["items"]}
        place = place_address(task.place, process_id=process.public_id, phase_id=facts["phase_public_id"])
        board_task = BoardTask(
            task=task,
            address=reverse("process:task", args=[task.public_id]),
            place=place,
            checked=_("%(now)s of %(of)s checked") % words if facts["items"] else "",
            is_late=bool(task.due_on and task.due_on < today and not task.finished_at),
            is_mine=task.assigned_to_id == user.pk,
        )
        rows.setdefault(task.phase_id, []).append(board_task)
    return rows


def outputs_by_phase(process: Process, phases: Sequence[Phase]) -> dict[int, list[BoardOutput]]:
    evidence = evidence_for(process)
    tests = {phase.pk: self_test_evidence(phase) for phase in phases}
    rows: dict[int, list[BoardOutput]] = {}
    for output in Output.objects.filter(phase__process=process).select_related("confirmed_by"):
        if output.phase_id in tests:
            rows.setdefault(output.phase_id, []).append(
                board_output(output, evidence, tests[output.phase_id])
            )
    return rows


def board_output(output: Output, evidence: dict[str, Evidence], self_test: Evidence) -> BoardOutput:
    """Derived from the thread where it can be, otherwise confirmed by a person."""
    derived = self_test if output.derived_from == "self_test_answered" else evidence.get(output.derived_from)
    if derived:
        return BoardOutput(output, derived.is_done, derived.says, True)
    if output.confirmed_at:
        return BoardOutput(output, True, output.note, False)
    return BoardOutput(output, False, _("people confirm this one"), False)

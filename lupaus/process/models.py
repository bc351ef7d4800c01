"""The work of making and keeping a promise, as the county itself has shaped it."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef

from lupaus.counties.models import County
from lupaus.people.models import User
from lupaus.process.states import Answer, GroupKind, PhaseKind, TiedTo
from lupaus.web.public_ids import public_id_field


class ProcessQuerySet(models.QuerySet["Process"]):
    def of(self, county: County) -> Self:
        return self.filter(county=county)

    def with_plan_parts(self) -> Self:
        """With what the plan's completeness depends on beside its texts."""
        seated = Group.objects.filter(process=OuterRef("pk"), members__isnull=False)
        return self.annotate(
            has_project_group=Exists(seated.filter(kind=GroupKind.PROJECT)),
            has_steering_group=Exists(seated.filter(kind=GroupKind.STEERING)),
            has_resources=Exists(Resource.objects.filter(process=OuterRef("pk"))),
            has_timetable=Exists(Milestone.objects.filter(process=OuterRef("pk"))),
        )


class Process(models.Model):
    """One round of work (prosessi) from foundation to follow-up, in phases the county may change."""

    county = models.ForeignKey(County, on_delete=models.CASCADE, related_name="processes")
    public_id = public_id_field()
    title = models.CharField(max_length=200)
    purpose = models.TextField(blank=True)
    scope = models.TextField(blank=True)
    boundary_conditions = models.TextField(blank=True)
    interfaces = models.TextField(blank=True)
    methods = models.TextField(blank=True)
    communication = models.TextField(blank=True)
    started_on = models.DateField()
    template = models.CharField(max_length=40, default="handbook")

    objects = ProcessQuerySet.as_manager()

    class Meta:
        ordering = ["-started_on", "-id"]
        verbose_name_plural = "processes"

    def __str__(self) -> str:
        return self.title


class PhaseQuerySet(models.QuerySet["Phase"]):
    def of(self, county: County) -> Self:
        return self.filter(process__county=county)

    def kept(self) -> Self:
        """Those the county has not dropped."""
        return self.filter(dropped_because="")


class Phase(models.Model):
    """The foundation, one of the phases, or a thread that runs through them all (vaihe)."""

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="phases")
    public_id = public_id_field()
    key = models.CharField(max_length=60)
    kind = models.CharField(max_length=12, choices=PhaseKind, default=PhaseKind.PHASE)
    title = models.CharField(max_length=160)
    purpose = models.TextField(blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    dropped_because = models.CharField(max_length=300, blank=True)

    objects = PhaseQuerySet.as_manager()

    class Meta:
        ordering = ["order", "id"]
        constraints = [models.UniqueConstraint(fields=["process", "key"], name="phase_key_once_in_process")]

    def __str__(self) -> str:
        return self.title

    @property
    def county(self) -> County:
        return self.process.county


class TaskQuerySet(models.QuerySet["Task"]):
    def of(self, county: County) -> Self:
        return self.filter(phase__process__county=county)

    def kept(self) -> Self:
        """Those the county has not dropped, in phases it has not dropped."""
        return self.filter(dropped_because="", phase__dropped_because="")


class Task(models.Model):
    """A piece of work (tehtävä) in a phase, with a guide on doing it well."""

    phase = models.ForeignKey(Phase, on_delete=models.CASCADE, related_name="tasks")
    public_id = public_id_field()
    key = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    guide = models.TextField(blank=True)
    who = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=40, blank=True)
    laws = models.JSONField(default=list, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    assigned_to = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="tasks"
    )
    due_on = models.DateField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    finished_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)
    dropped_because = models.CharField(max_length=300, blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ["order", "id"]
        constraints = [models.UniqueConstraint(fields=["phase", "key"], name="task_key_once_in_phase")]

    def __str__(self) -> str:
        return self.title

    @property
    def county(self) -> County:
        return self.phase.process.county


class ChecklistItem(models.Model):
    """A thing to check within a task (tarkistuslistan kohta), with what was concluded."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="checklist")
    key = models.CharField(max_length=60)
    text = models.CharField(max_length=300)
    conclusion = models.TextField(blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    ticked_at = models.DateTimeField(null=True, blank=True)
    ticked_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.text

    @property
    def county(self) -> County:
        return self.task.county


class Output(models.Model):
    """What a phase must bring about (tuotos); `derived_from` names what in the thread shows it done."""

    phase = models.ForeignKey(Phase, on_delete=models.CASCADE, related_name="outputs")
    public_id = public_id_field()
    key = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    derived_from = models.CharField(max_length=60, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.title

    @property
    def county(self) -> County:
        return self.phase.county


class SelfTestQuestion(models.Model):
    """A question the county asks itself before it goes on (itsearvioinnin kysymys)."""

    phase = models.ForeignKey(Phase, on_delete=models.CASCADE, related_name="self_test")
    public_id = public_id_field()
    key = models.CharField(max_length=60)
    text = models.CharField(max_length=300)
    order = models.PositiveSmallIntegerField(default=0)
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    grounds = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer="") | ~models.Q(grounds=""), name="self_test_answer_has_grounds"
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def county(self) -> County:
        return self.phase.county


class Group(models.Model):
    """A group that does or steers the work (projektiryhmä, ohjausryhmä)."""

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="groups")
    public_id = public_id_field()
    kind = models.CharField(max_length=20, choices=GroupKind, default=GroupKind.PROJECT)
    name = models.CharField(max_length=120)
    duty = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name

    @property
    def county(self) -> County:
        return self.process.county


class GroupMember(models.Model):
    """A member of a group in a named role (jäsen)."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="members")
    public_id = public_id_field()
    user = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="group_seats"
    )
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name

    @property
    def county(self) -> County:
        return self.group.county


class Resource(models.Model):
    """What the work has to use (resurssi): working time, money, skills, tools."""

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="resources")
    public_id = public_id_field()
    title = models.CharField(max_length=200)
    amount = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title

    @property
    def county(self) -> County:
        return self.process.county


class Milestone(models.Model):
    """A date the work is tied to (merkkipaalu): its own, or the county's other preparation."""

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="milestones")
    public_id = public_id_field()
    on = models.DateField()
    title = models.CharField(max_length=200)
    tied_to = models.CharField(max_length=20, choices=TiedTo, default=TiedTo.WORK)

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return self.title

    @property
    def county(self) -> County:
        return self.process.county

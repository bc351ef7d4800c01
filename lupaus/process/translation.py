"""Which texts of the process are written per language."""

from modeltranslation.translator import TranslationOptions, register

from lupaus.process.models import (
    ChecklistItem,
    Group,
    GroupMember,
    Milestone,
    Output,
    Phase,
    Process,
    Resource,
    SelfTestQuestion,
    Task,
)


@register(Process)
class ProcessTexts(TranslationOptions):
    fields = ("title", "purpose", "scope", "boundary_conditions", "interfaces", "methods", "communication")


@register(Phase)
class PhaseTexts(TranslationOptions):
    fields = ("title", "purpose")


@register(Task)
class TaskTexts(TranslationOptions):
    fields = ("title", "guide", "who")


@register(ChecklistItem)
class ChecklistItemTexts(TranslationOptions):
    fields = ("text",)


@register(Output)
class OutputTexts(TranslationOptions):
    fields = ("title",)


@register(SelfTestQuestion)
class SelfTestQuestionTexts(TranslationOptions):
    fields = ("text",)


@register(Group)
class GroupTexts(TranslationOptions):
    fields = ("name", "duty")


@register(GroupMember)
class GroupMemberTexts(TranslationOptions):
    fields = ("role",)


@register(Resource)
class ResourceTexts(TranslationOptions):
    fields = ("title", "amount")


@register(Milestone)
class MilestoneTexts(TranslationOptions):
    fields = ("title",)

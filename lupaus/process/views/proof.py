"""Outputs and self-tests: how a county knows that a phase did its work."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.process import actions
from lupaus.process.forms import AnswerForm, LineForm, OutputForm
from lupaus.process.models import Output, SelfTestQuestion
from lupaus.process.views.gate import phase_for, write_page
from lupaus.web.access import may, require


def output_for(request: OfficialRequest, output_id: str) -> Output:
    outputs = Output.objects.select_related("phase__process__county")
    return get_object_or_404(outputs, public_id=output_id, phase__process__county=request.county)


@officials_only
def confirm_output(request: OfficialRequest, output_id: str) -> HttpResponse:
    """Say that an output is there, when only people can tell."""
    output = output_for(request, output_id)
    require(request.user, "process.confirm_output", output)
    form = OutputForm(request.POST or None, output=output)
    if request.method == "POST" and form.is_valid():
        actions.confirm_output(output, by=request.user, note=form.cleaned_data["note"])
        messages.success(request, _("The output is confirmed in your name."))
        return redirect("process:phase", output.phase.public_id)
    return write_page(
        request,
        form,
        heading=_("Confirm an output"),
        lead=str(output),
        back=reverse("process:phase", args=[output.phase.public_id]),
        back_title=str(output.phase),
        button=_("Confirm"),
    )


@require_POST
@officials_only
def withdraw_confirmation(request: OfficialRequest, output_id: str) -> HttpResponse:
    output = actions.withdraw_confirmation(output_for(request, output_id), by=request.user)
    messages.success(request, _("The confirmation is withdrawn."))
    return redirect("process:phase", output.phase.public_id)


@officials_only
def self_test(request: OfficialRequest, phase_id: str) -> HttpResponse:
    """The questions a county asks itself in a phase, with the answers of named people."""
    phase = phase_for(request, phase_id)
    require(request.user, "process.see", phase)
    context = {
        "section": "process",
        "phase": phase,
        "questions": phase.self_test.select_related("answered_by"),
        "may_answer": may(request.user, "process.answer_self_test", phase),
        "may_shape": may(request.user, "process.shape", phase),
    }
    return render(request, "process/self_test.html", context)


@officials_only
def answer_self_test(request: OfficialRequest, question_id: str) -> HttpResponse:
    """Answer one question in one's own name."""
    questions = SelfTestQuestion.objects.select_related("phase__process__county")
    question: SelfTestQuestion = get_object_or_404(
        questions, public_id=question_id, phase__process__county=request.county
    )
    require(request.user, "process.answer_self_test", question)
    form = AnswerForm(request.POST or None, question=question)
    if request.method == "POST" and form.is_valid():
        actions.answer_self_test(question, by=request.user, **form.cleaned_data)
        messages.success(request, _("Your answer is saved with your name."))
        return redirect("process:self_test", question.phase.public_id)
    return write_page(
        request,
        form,
        heading=str(question),
        lead=_("Answer in your own name. A no is not a failure: it shows what is still to be mended."),
        back=reverse("process:self_test", args=[question.phase.public_id]),
        back_title=_("Self-test"),
        button=_("Save the answer"),
    )


@officials_only
def add_output(request: OfficialRequest, phase_id: str) -> HttpResponse:
    """Add an output of the county's own."""
    phase = phase_for(request, phase_id)
    require(request.user, "process.shape", phase)
    form = LineForm(request.POST or None, field="title")
    if request.method == "POST" and form.is_valid():
        actions.add_output(phase, by=request.user, texts=form.text_columns())
        return redirect("process:phase", phase.public_id)
    return write_page(
        request,
        form,
        heading=_("Add an output"),
        lead=_("Say what the phase must bring about. People confirm it."),
        back=reverse("process:phase", args=[phase.public_id]),
        back_title=str(phase),
        button=_("Add"),
    )


@officials_only
def add_question(request: OfficialRequest, phase_id: str) -> HttpResponse:
    """Add a question of the county's own to the self-test."""
    phase = phase_for(request, phase_id)
    require(request.user, "process.shape", phase)
    form = LineForm(request.POST or None, field="text")
    if request.method == "POST" and form.is_valid():
        actions.add_question(phase, by=request.user, texts=form.text_columns())
        return redirect("process:self_test", phase.public_id)
    return write_page(
        request,
        form,
        heading=_("Add a question"),
        lead=_("Ask what your county must be able to answer before it goes on."),
        back=reverse("process:self_test", args=[phase.public_id]),
        back_title=_("Self-test"),
        button=_("Add"),
    )
